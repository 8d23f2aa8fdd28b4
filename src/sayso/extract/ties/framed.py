"""Ties told by the verbs, nouns, adjectives and compounds of the packs' tie frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.extract.cast import Cast, Member
from sayso.extract.grammar import (
    VERBAL,
    conjuncts,
    is_infinitive,
    noun_slots,
    preposition_slots,
    subject_of,
    verb_slots,
)
from sayso.extract.phrases import words_below
from sayso.extract.ties.bond import PAST, Bond
from sayso.extract.ties.ends import arenas, bonds_between, ends_of, meant_by, members_in
from sayso.extract.ties.mutual import MUTUAL, each_other, mutual, sides
from sayso.extract.ties.said import said_of
from sayso.packs.frames import TieFrame
from sayso.packs.pack import Pack
from sayso.records.parse import Sentence, Token

_UNSURE = frozenset({"may", "might", "could", "would", "should", "will", "can", "must", "shall"})
_DESCRIBING = frozenset({"aux", "auxpass", "compound"})
# By these a noun names one end ("the head of", "a donor to"); by others it names the tie itself.
_PERSONAL = frozenset({"of", "to"})
_PREPOSITIONS = frozenset(
    {"of", "to", "for", "with", "in", "on", "under", "against", "over", "alongside", "between",
     "at", "from"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say a tie: further words, and the slot of the other end."""

    frame: TieFrame
    others: tuple[str, ...]
    slot: str


class TieLexicon:
    """The tie frames of a pack by the lemma of their first word."""

    def __init__(self, pack: Pack) -> None:
        self.verbs: dict[str, list[Way]] = {}
        self.nouns: dict[str, list[Way]] = {}
        self.adjectives: dict[str, list[Way]] = {}
        self.suffixes: dict[str, TieFrame] = {}
        self.prefixes: dict[str, TieFrame] = {}
        self.under: dict[str, list[Way]] = {}
        for frame in pack.ties.values():
            for table, phrases in (
                (self.verbs, frame.verbs), (self.nouns, frame.nouns),
                (self.adjectives, frame.adjectives), (self.under, frame.under),
            ):  # fmt: skip
                _file(table, frame, phrases)
            self.suffixes.update((word, frame) for word in frame.suffixes)
            self.prefixes.update((word, frame) for word in frame.prefixes)

    def bonds(self, sentence: Sentence, cast: Cast) -> Iterator[Bond]:
        """The bonds that a sentence's words tell of."""
        for token in sentence:
            lemma = token.lemma.lower()
            if token.pos in VERBAL and token.dep not in _DESCRIBING and lemma in self.verbs:
                yield from _verb(sentence, token, self.verbs[lemma], cast)
            elif token.pos in ("NOUN", "PROPN") and lemma in self.nouns:
                yield from _noun(sentence, token, self.nouns[lemma], cast)
            elif token.pos in ("ADJ", "VERB", "ADV") and lemma in self.adjectives:
                yield from _adjective(sentence, token, self.adjectives[lemma], cast)
            elif token.dep == "prep" and lemma in self.under:
                yield from _under(sentence, token, self.under[lemma], cast)
            if token.text.lower() in self.suffixes or token.text.lower() in self.prefixes:
                yield from self._compound(sentence, token, cast)

    def _compound(self, sentence: Sentence, token: Token, cast: Cast) -> Iterator[Bond]:
        """ "Norland-backed fighters", "pro-Norland fighters"."""
        word, i = token.text.lower(), token.i
        suffix = self.suffixes.get(word)
        if suffix is not None and i >= 2 and sentence[i - 1].text == "-":
            first, frame, rest = sentence[i - 2], suffix, i + 1
        elif word in self.prefixes and i + 2 < len(sentence) and sentence[i + 1].text == "-":
            first, frame, rest = sentence[i + 2], self.prefixes[word], i + 3
        else:
            return
        head = next((t for t in sentence.tokens[rest:] if t.pos in ("NOUN", "PROPN")), None)
        whole = sentence.head(head) if head is not None and head.dep == "compound" else head
        if whole is None:
            return
        outer = cast.at(sentence, first)[:1]
        own = meant_by(sentence, whole, cast) or cast.at(sentence, whole)
        inner = [m for m in own[:1] if m not in outer]
        swap = suffix is None or frame.type in ("operates_under", "present_in", "affiliated_with")
        subjects, objects = (inner, outer) if swap else (outer, inner)
        yield from bonds_between(frame, (subjects, objects), sentence, token, swapped=True)


def _file(table: dict[str, list[Way]], frame: TieFrame, phrases: Iterable[str]) -> None:
    for words in map(str.split, phrases):
        slot = words[-1] if words[-1] in _PREPOSITIONS else "object"
        others = words[1:-1] if slot != "object" else words[1:]
        table.setdefault(words[0], []).append(Way(frame, tuple(others), slot))


def _verb(sentence: Sentence, verb: Token, ways: list[Way], cast: Cast) -> Iterator[Bond]:
    """ "Lee heads the bank", "the bank is run by Lee", "who operate under Lee's guidance"."""
    if is_infinitive(sentence, verb) or _unsure(sentence, verb):
        return
    slots, told = list(verb_slots(sentence, verb)), set[str]()
    for way in sorted(ways, key=lambda way: -len(way.others)):
        below = words_below(sentence, verb, way.others)
        if below is None or way.frame.type in told:
            continue
        # "Linked to": with a preposition, even a passive is said of what suffers it.
        doers = ("subject", "by") if way.slot == "object" else ("subject", "object")
        if not _is_told(sentence, slots, way.frame):
            continue
        more = [slot for word in below for slot in noun_slots(sentence, word)]
        subjects = members_in(_holding(sentence, slots, way.frame, doers), doers, sentence, cast)
        objects = members_in((*slots, *more), (way.slot,), sentence, cast)
        if not objects and way.slot == "of":
            # "Sits on its board" for "sits on the board of".
            objects = members_in(more, ("possessive",), sentence, cast)
        objects = objects or arenas(way.frame, (*slots, *more), way.slot, sentence, cast)
        found = [*bonds_between(way.frame, (subjects, objects), sentence, verb)]
        if way.frame.type in MUTUAL and each_other(sentence, slots, way.slot):
            found = [*mutual(way.frame, subjects, sentence, verb)]
        yield from found
        if found and not way.frame.things:
            return
        # "Gave them guns and money" tells of two ties.
        told.update(bond.type for bond in found)


def _holding(
    sentence: Sentence, slots: list[tuple[str, Token]], frame: TieFrame, doers: tuple[str, ...]
) -> list[tuple[str, Token]]:
    """The slots of who is tied: of "her portfolio covers Mali" whose portfolio it is."""
    if not frame.subjects:
        return slots
    return [
        (name, owner)
        for name, noun in slots if name in doers
        for slot, owner in noun_slots(sentence, noun) if slot in ("possessive", "of")
    ]  # fmt: skip


def _is_told(sentence: Sentence, slots: Iterable[tuple[str, Token]], frame: TieFrame) -> bool:
    """Whether a verb has the subject, or takes the things, with which alone it tells of a tie."""
    held = {
        (slot == "subject", one.lemma.lower())
        for slot, token in slots
        for one in conjuncts(sentence, token)
    }
    return all(
        not wanted or any((is_subject, word) in held for word in wanted)
        for is_subject, wanted in ((True, frame.subjects), (False, frame.things))
    )


def _under(sentence: Sentence, lead: Token, ways: list[Way], cast: Cast) -> Iterator[Bond]:
    """ "The unit fought under the command of Orr", "units under Orr's influence"."""
    above = sentence.head(lead)
    who = subject_of(sentence, above) if above.pos in VERBAL else above
    subjects = ends_of(sentence, who, cast, loose=above.pos not in VERBAL) if who else ()
    for noun in sentence.children(lead, "pobj"):
        lemma = noun.lemma.lower()
        for way in (way for way in ways if lemma in way.others and way.slot == "of"):
            slots = list(noun_slots(sentence, noun))
            objects = members_in(slots, ("of", "possessive", "compound"), sentence, cast)
            yield from bonds_between(way.frame, (subjects, objects), sentence, lead)


def _noun(sentence: Sentence, noun: Token, ways: list[Way], cast: Cast) -> Iterator[Bond]:
    """ "its ally Lee", "Lee, a rival of Orr", "Lee's support for Orr", "rivalry between both"."""
    if any(m.entity.type == "Office" for m in cast.at(sentence, noun)):
        return
    slots = list(noun_slots(sentence, noun))
    if noun.dep == "compound":
        # "Its rival Velm Trading": whose rival it is hangs on the name.
        slots += [
            one for one in noun_slots(sentence, sentence.head(noun)) if one[0] == "possessive"
        ]
    # "The presence of Norland in Lima": parsers hang the place on the name before it.
    slots += [
        below
        for name, owner in slots if name == "of"
        for below in preposition_slots(sentence, owner) if below[0] == "in"
    ]  # fmt: skip
    told_of = said_of(sentence, noun, cast)
    for way in ways:
        if _is_mutual(way, noun, slots) and len(told_of) > 1:
            yield from mutual(way.frame, told_of, sentence, noun)
            return
        if way.slot == "between":
            among = sides(sentence, noun, cast)
            ends = among[:1], among[1:2]
        elif told_of or way.slot in _PERSONAL:
            ends = told_of, members_in(slots, (way.slot, "possessive"), sentence, cast)
        else:
            owners = members_in(slots, ("possessive", "compound", "of"), sentence, cast)
            owners = owners or _keepers(sentence, noun, cast)
            ends = owners, members_in(slots, (way.slot,), sentence, cast)
        if ends[0] and ends[1]:
            past = any(t.text.lower() in PAST for t in sentence.children(noun, "amod", "compound"))
            for bond in bonds_between(way.frame, ends, sentence, noun):
                yield replace(bond, past=past)
            return


def _keepers(sentence: Sentence, noun: Token, cast: Cast) -> tuple[Member, ...]:
    """Who has or makes what a noun names: "Lee built close relations with Orr"."""
    while noun.dep == "pobj" and sentence.head(noun).text.lower() == "of":
        noun = sentence.head(sentence.head(noun))  # "a web of relations"
    verb = sentence.head(noun)
    if noun.dep != "dobj" or not cast.keeps(verb) or _unsure(sentence, verb):
        return ()
    who = subject_of(sentence, verb)
    return ends_of(sentence, who, cast) if who is not None else ()


def _is_mutual(way: Way, noun: Token, slots: Iterable[tuple[str, Token]]) -> bool:
    """Whether a plural says of several what they are to one another: "they are rivals"."""
    told = {slot for slot, _ in slots}
    return way.frame.type in MUTUAL and noun.tag == "NNS" and not told & {way.slot, "possessive"}


def _adjective(sentence: Sentence, word: Token, ways: list[Way], cast: Cast) -> Iterator[Bond]:
    """ "a militia loyal to Orr", "Lee, who is close to Orr"."""
    above = sentence.head(word)
    if word.dep in ("acomp", "oprd"):
        who = subject_of(sentence, above)
        subjects = ends_of(sentence, who, cast) if who is not None else ()
    elif above.pos in ("NOUN", "PROPN") and above.i < word.i:
        subjects = ends_of(sentence, above, cast)
    else:
        return
    slots = list(verb_slots(sentence, word))
    for way in ways:
        objects = members_in(slots, (way.slot,), sentence, cast)
        objects = objects or arenas(way.frame, slots, way.slot, sentence, cast)
        if objects:
            yield from bonds_between(way.frame, (subjects, objects), sentence, word)
            return


def _unsure(sentence: Sentence, verb: Token) -> bool:
    return any(t.text.lower() in _UNSURE for t in sentence.children(verb, "aux"))
