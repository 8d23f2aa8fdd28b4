"""Ties told by the verbs, nouns, adjectives and compounds of the packs' tie frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.extract.cast import Cast, Member
from sayso.extract.grammar import (
    VERBAL,
    conjuncts,
    first_joined,
    is_infinitive,
    is_passive,
    noun_slots,
    preposition_slots,
    subject_of,
    verb_slots,
)
from sayso.extract.phrases import words_before, words_below
from sayso.extract.ties.bond import PAST, Bond
from sayso.extract.ties.ends import (
    ONE_OF,
    arenas,
    bonds_between,
    ends_of,
    led_to,
    meant_by,
    members_in,
)
from sayso.extract.ties.mutual import MUTUAL, each_other, mutual, sides
from sayso.extract.ties.said import said_of
from sayso.extract.ties.validity import is_over
from sayso.packs.frames import TieFrame
from sayso.packs.pack import Pack
from sayso.records.marks import NAME_FORMS
from sayso.records.parse import Sentence, Token

_SHARES = frozenset({"much", "all", "half", "part", "third", "quarter", "bulk", "share"})
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
                (self.verbs, frame.verbs), (self.adjectives, frame.adjectives),
                (self.under, frame.under),
            ):  # fmt: skip
                _file(table, frame, phrases)
            _file(self.nouns, frame, frame.nouns, last=True)
            self.suffixes.update((word, frame) for word in frame.suffixes)
            self.prefixes.update((word, frame) for word in frame.prefixes)

    def bonds(self, sentence: Sentence, cast: Cast) -> Iterator[Bond]:
        """The bonds that a sentence's words tell of."""
        for token in sentence:
            lemma = token.lemma.lower()
            if token.pos in VERBAL and token.dep not in _DESCRIBING and lemma in self.verbs:
                yield from _verb(sentence, token, self.verbs[lemma], cast)
            elif lemma in self.nouns and _is_noun(sentence, token):
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
        own = meant_by(sentence, whole, cast) or led_to(sentence, whole, cast)
        own = own or cast.at(sentence, whole)
        inner = [m for m in own[:1] if m not in outer]
        swap = suffix is None or frame.type in ("operates_under", "present_in", "affiliated_with")
        subjects, objects = (inner, outer) if swap else (outer, inner)
        yield from bonds_between(frame, (subjects, objects), sentence, token, swapped=True)


def _file(
    table: dict[str, list[Way]], frame: TieFrame, phrases: Iterable[str], *, last: bool = False
) -> None:
    """Enter phrases under their first word, or the ``last`` before the preposition."""
    for words in map(str.split, phrases):
        slot = words[-1] if words[-1] in _PREPOSITIONS else "object"
        told = words[:-1] if slot != "object" else words
        key, others = (told[-1], told[:-1]) if last else (told[0], told[1:])
        table.setdefault(key, []).append(Way(frame, tuple(others), slot))


def _verb(sentence: Sentence, verb: Token, ways: list[Way], cast: Cast) -> Iterator[Bond]:
    """ "Lee heads the bank", "the bank is run by Lee", "who operate under Lee's guidance"."""
    slots, told = _arguments(sentence, verb, cast), set[str]()
    for way in sorted(ways, key=lambda way: -len(way.others)) if slots else ():
        below = words_below(sentence, verb, way.others)
        if below is None or way.frame.type in told:
            continue
        # "Linked to": with a preposition, even a passive is said of what suffers it.
        doers = ("subject", "by") if way.slot == "object" else ("subject", "object")
        if not _is_told(sentence, slots, way.frame):
            continue
        more = [slot for word in below for slot in noun_slots(sentence, word)]
        holding = _holding(sentence, slots, way.frame, doers)
        beyond = _beyond(sentence, verb, holding, cast)
        subjects = members_in(holding, doers, sentence, cast)
        subjects = tuple(m for m in subjects if m.mention.span.start not in beyond)
        objects = members_in((*slots, *more), (way.slot,), sentence, cast)
        if not objects and way.slot == "of":
            # "Sits on its board" for "sits on the board of".
            objects = members_in(more, ("possessive",), sentence, cast)
        objects = objects or arenas(way.frame, (*slots, *more), way.slot, sentence, cast)
        found = [*bonds_between(way.frame, (subjects, objects), sentence, verb)]
        if is_over(sentence, verb, cast):
            found = [replace(bond, ends=True, begins=False, negated=False) for bond in found]
        if way.frame.type in MUTUAL and each_other(sentence, slots, way.slot):
            found = [*mutual(way.frame, subjects, sentence, verb)]
        yield from found
        if found and not way.frame.things:
            return
        # "Gave them guns and money" tells of two ties.
        told.update(bond.type for bond in found)


def _arguments(sentence: Sentence, verb: Token, cast: Cast) -> list[tuple[str, Token]]:
    """The slots of a verb that tells of what is; none of one that tells of what may be.

    What a body was founded "to" do it does.
    """
    if _unsure(sentence, verb):
        return []
    told = _goes_on(sentence, verb, cast) or is_over(sentence, verb, cast)
    if not is_infinitive(sentence, verb) or told:
        return list(verb_slots(sentence, verb))
    founded = list(_founded(sentence, verb, cast))
    rest = (one for one in verb_slots(sentence, verb) if one[0] != "subject")
    return [*founded, *rest] if founded else []


def _goes_on(sentence: Sentence, verb: Token, cast: Cast) -> bool:
    """Whether what stands with "to" only goes on: "continues to support them"."""
    above = sentence.head(verb)
    sure = not is_infinitive(sentence, above) and not _unsure(sentence, above)
    return verb.dep == "xcomp" and cast.lasts(above) and sure


def _founded(sentence: Sentence, verb: Token, cast: Cast) -> Iterator[tuple[str, Token]]:
    """The body of which "to" tells what it is for: "the league was founded to fight the lords"."""
    above = sentence.head(verb)
    if verb.dep not in ("advcl", "xcomp", "acl") or above.pos not in VERBAL:
        return
    if cast.founds(above):
        body = subject_of(sentence, above) if is_passive(sentence, above) else None
        for one in [body] if body is not None else sentence.children(above, "dobj"):
            yield "subject", one


def _beyond(
    sentence: Sentence, verb: Token, slots: Iterable[tuple[str, Token]], cast: Cast
) -> set[int]:
    """Where those stand that "and" joins to a subject behind its verb.

    "Zarb, which serves Orr, and Lee" tells of Zarb.
    """
    return {
        member.mention.span.start
        for name, token in slots if name == "subject" and token.i < verb.i
        for one in conjuncts(sentence, token) if one.i > verb.i
        for member in cast.at(sentence, one)
    }  # fmt: skip


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
        for part in (token, *_counted(sentence, token))
        for one in conjuncts(sentence, part)
    }
    return all(
        not wanted or any((is_subject, word) in held for word in wanted)
        for is_subject, wanted in ((True, frame.subjects), (False, frame.things))
    )


def _counted(sentence: Sentence, token: Token) -> Iterator[Token]:
    """What is counted out of: "most of its money"."""
    if token.lemma.lower() in ONE_OF | _SHARES:
        yield from (t for slot, t in preposition_slots(sentence, token) if slot == "of")


def _under(sentence: Sentence, lead: Token, ways: list[Way], cast: Cast) -> Iterator[Bond]:
    """ "The unit fought under the command of Orr", "units under Orr's influence"."""
    above = sentence.head(lead)
    who = subject_of(sentence, above) if above.pos in VERBAL else above
    subjects = ends_of(sentence, who, cast, loose=above.pos not in VERBAL) if who else ()
    for noun in sentence.children(lead, "pobj"):
        lemma = noun.lemma.lower()
        for way in (way for way in ways if lemma in way.others and way.slot == "of"):
            slots = [*noun_slots(sentence, noun), *_shared_owner(sentence, lead, noun)]
            objects = members_in(slots, ("of", "possessive", "compound"), sentence, cast)
            yield from bonds_between(way.frame, (subjects, objects), sentence, lead)


def _shared_owner(sentence: Sentence, lead: Token, noun: Token) -> Iterator[tuple[str, Token]]:
    """Whom the next phrase names: "under the guidance and with the backing of Orr"."""
    if any(slot in ("of", "possessive") for slot, _ in noun_slots(sentence, noun)):
        return
    for other in sentence.children(lead, "conj"):
        for below in sentence.children(other, "pobj"):
            yield from (one for one in noun_slots(sentence, below) if one[0] == "of")


def _noun(sentence: Sentence, noun: Token, ways: list[Way], cast: Cast) -> Iterator[Bond]:
    """ "its ally Lee", "Lee, a rival of Orr", "Lee's support for Orr", "rivalry between both"."""
    if any(m.entity.type == "Office" for m in cast.at(sentence, noun)):
        return
    slots = list(noun_slots(sentence, noun))
    if noun.dep in ("compound", "amod"):
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
    # Of "parent company of" and "company of" the longer one is meant.
    # And an alliance that somebody is said to be is made up of its members.
    for way in sorted(
        ways, key=lambda w: (-len(w.others), bool(told_of) and w.frame.type in MUTUAL)
    ):
        if words_before(sentence, noun, way.others) is None:
            continue
        if _is_mutual(way, noun, slots) and len(told_of) > 1:
            yield from mutual(way.frame, told_of, sentence, noun)
            return
        if way.slot == "between":
            among = sides(sentence, noun, cast)
            ends = among[:1], among[1:2]
        elif told_of or way.slot in _PERSONAL:
            ends = told_of, members_in(slots, (way.slot, "possessive"), sentence, cast)
            ends = told_of, ends[1] or _right_before(sentence, noun, told_of, cast)
        else:
            owners = members_in(slots, ("possessive", "compound", "of"), sentence, cast)
            owners = owners or _keepers(sentence, noun, cast)
            ends = owners, members_in(slots, (way.slot,), sentence, cast)
        if ends[0] and ends[1]:
            past = any(t.text.lower() in PAST for t in sentence.children(noun, "amod", "compound"))
            over = is_over(sentence, noun, cast)
            for bond in bonds_between(way.frame, ends, sentence, noun):
                yield replace(bond, past=past, ends=over)
            return


def _is_noun(sentence: Sentence, token: Token) -> bool:
    """Whether a word is a noun, or one that parsers take for an adjective: "its rival Velm"."""
    if token.pos in ("NOUN", "PROPN"):
        return True
    return token.dep == "amod" and bool(sentence.children(sentence.head(token), "poss"))


def _right_before(
    sentence: Sentence, noun: Token, told_of: tuple[Member, ...], cast: Cast
) -> tuple[Member, ...]:
    """Whose name stands before a noun that a name follows: "the Tarn subsidiary Velm"."""
    behind = any(m.mention.span.start == noun.end + 1 for m in told_of)
    before = (m for m in cast.in_sentence(sentence) if m.mention.span.end == noun.start - 1)
    return tuple(m for m in before if behind and m.named and m.mention.form in NAME_FORMS)[:1]


def _keepers(sentence: Sentence, noun: Token, cast: Cast) -> tuple[Member, ...]:
    """Who has or makes what a noun names: "Lee built close relations with Orr"."""
    noun = first_joined(sentence, noun, ("NOUN",))
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
