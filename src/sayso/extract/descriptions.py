"""Who "the brigade", "its" and "they" go back to, where the text before leaves one answer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from sayso.extract.grammar import preposition_slots, subject_of
from sayso.records.marks import NAME_FORMS, LocalEntity, Mention
from sayso.records.parse import Parse, Sentence, Token

# Common nouns go back this many sentences of their block, pronouns only to the one before.
REACH = 4
_BODIES = frozenset({"Organization", "Group", "Outlet"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_BOTH = frozenset({"both"})
_TWO = frozenset({"two"})
_PAIR = 2
_ONE = frozenset({"it", "its"})
_MANY = frozenset({"they", "their", "them"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSES = ("ccomp", "xcomp", "advcl", "csubj", "acl")
# Behind these "it" may be empty: "it seems that".
_COPULAS = frozenset({"be", "seem", "appear", "remain", "become", "follow", "happen"})
_PLURAL = frozenset({"NNS", "NNPS"})


class Told(NamedTuple):
    """An entity as it was told of: where, by which noun it may be called, as subject or not."""

    start: int
    entity: LocalEntity
    mention: Mention
    nouns: frozenset[str]
    subject: bool
    many: bool
    # The first word of those that "and" joins to it, its own where none are.
    joined_to: int
    # What it is made up of: "a militia comprised of fishermen" is "the fishermen" later on.
    parts: frozenset[str] = frozenset()


class Descriptions:
    """What a document has told of bodies and groups, to be asked what later words go back to."""

    def __init__(
        self,
        entities: Iterable[LocalEntity],
        parse: Parse,
        enclosing: AbstractSet[str],
        lands: AbstractSet[str] = frozenset(),
        states: AbstractSet[str] = frozenset(),
        people: AbstractSet[str] = frozenset(),
    ) -> None:
        self._lands, self._states, self._people = lands, states, people
        self._sentences = parse.sentences
        self._starts = [sentence.start for sentence in parse.sentences]
        mentions = sorted(
            ((m.span.start, e, m) for e in entities for m in e.mentions if _is_body(e, m)),
            key=lambda one: (one[0], -one[2].span.end),
        )
        self._told: dict[int, list[Told]] = {}
        self._folk: dict[int, list[Told]] = {}
        for entity, mention in ((e, m) for e in entities for m in e.mentions if e.type == "Person"):
            place = bisect_left(self._starts, mention.span.start + 1) - 1
            told = _told(parse.sentences[place], entity, mention)
            self._folk.setdefault(place, []).append(told)
        wholes = dict(_wholes(parse.sentences, enclosing))
        for start, entity, mention in mentions:
            place = bisect_left(self._starts, start + 1) - 1
            told = _told(parse.sentences[place], entity, mention)
            if place in wholes:
                told = told._replace(parts=_parts(parse.sentences[place], mention, wholes[place]))
            self._told.setdefault(place, []).append(told)

    def meant(self, sentence: Sentence, word: Token) -> tuple[Told, ...]:
        """Whom a definite noun, or a pronoun for bodies, goes back to; nobody where that is open.

        They are several only where "they" follows some that are joined by "and".
        """
        lower = word.text.lower()
        if _is_empty(sentence, word):
            return ()
        if lower in _ONE or lower in _MANY:
            return self._by_pronoun(sentence, word, many=lower in _MANY)
        dets = {t.text.lower() for t in sentence.children(word, "det", "predet")}
        if word.pos == "NUM":
            return self._by_count(sentence, word) if lower in _TWO and dets & _POINTING else ()
        counts = {t.text.lower() for t in sentence.children(word, "nummod")}
        both = dets & _BOTH or (counts & _TWO and dets & _POINTING)
        if word.pos == "NOUN" and word.tag in _PLURAL and both:
            return self._by_pair(sentence, word)
        return self._by_noun(sentence, word) if dets & _POINTING and word.pos == "NOUN" else ()

    def _by_pair(self, sentence: Sentence, word: Token) -> tuple[Told, ...]:
        """The two that "the two countries" and "both companies" go back to: the last two told of.

        They must be the only two of a kind in the nearest sentence that names any: else it stays
        open which two are meant.
        """
        land = word.lemma.lower() in self._lands
        before: dict[int, dict[str, Told]] = {}
        for told in self._before(sentence, word.start, 1):
            state = told.entity.name in self._states
            fits = state if land else told.entity.type == "Organization"
            if fits and told.mention.form in NAME_FORMS:
                before.setdefault(self._place_of(told), {}).setdefault(told.entity.id, told)
        nearest = before[max(before)] if before else {}
        return tuple(nearest.values())[::-1] if len(nearest) == _PAIR else ()

    def _by_count(self, sentence: Sentence, word: Token) -> tuple[Told, ...]:
        """The two people that "the two" alone are: all that the sentence before names, or this."""
        if sentence.children(word, "prep", "relcl", "acl") or word.dep not in _SUBJECTS:
            return ()
        place = bisect_left(self._starts, sentence.start)
        near = (p for p in (place, place - 1) if p >= 0)
        same = (p for p in near if self._sentences[p].block == sentence.block)
        return next((pair for p in same if (pair := self._two_people(p, word))), ())

    def _by_noun(self, sentence: Sentence, word: Token) -> tuple[Told, ...]:
        noun, plural = word.lemma.lower(), word.tag in _PLURAL
        found: Told | None = None
        for told in self._before(sentence, word.start, REACH):
            if found is not None and self._place_of(found) != self._place_of(told):
                break
            # "The militia has 300 fighters": the fighters are the militia.
            if plural and noun in told.parts:
                return self._named_so(sentence, told)
            if found is None and noun in told.nouns and told.many == plural:
                found = told
        return (found,) if found is not None else ()

    def _place_of(self, told: Told) -> int:
        return bisect_left(self._starts, told.start + 1)

    def _named_so(self, sentence: Sentence, told: Told) -> tuple[Told, ...]:
        """A body by its name, where it was told of by a noun that goes back to it."""
        for one in self._before(sentence, told.start, REACH):
            if told.nouns & one.nouns and one.mention.form != "description" and not told.many:
                return (one._replace(start=told.start),)
        return (told,)

    def _by_pronoun(self, sentence: Sentence, word: Token, *, many: bool) -> tuple[Told, ...]:
        """The subject of the clause or sentence before; else the only body told of there."""
        place = bisect_left(self._starts, sentence.start)
        doer = -1 if many else _doer(sentence, word)
        # "About 200 of them": no one body.
        numbered = many and _is_numbered(sentence, word)
        for one in (place, place - 1):
            if one < 0 or self._sentences[one].block != sentence.block:
                continue
            fitting = [
                told
                for told in self._told.get(one, ())
                if told.mention.span.end <= word.start
                and (told.many if self._is_person(told) else many or not told.many)
                and not (many and told.entity.type == "Office")
                and not (numbered and not told.many and told.entity.type != "Group")
                and not told.mention.span.start <= doer < told.mention.span.end
            ]
            chosen = [told for told in fitting if told.subject]
            pair = self._two_people(one, word) if many and not chosen else ()
            if pair:
                return pair
            chosen = chosen or fitting
            # "The airline Sunward": of the description and the name, the name.
            chosen = [told for told in chosen if told.mention.form != "description"] or chosen
            if many:
                chosen = _with_joined(chosen, fitting)
                # "They" are no one town in which something was done.
                alone = len(chosen) == 1 and not chosen[0].subject
                if alone and chosen[0].entity.type == "Place":
                    return ()
            if len({told.joined_to if many else told.entity.id for told in chosen}) == 1:
                return tuple(chosen) if many else (chosen[-1],)
            if chosen:
                return ()
        return ()

    def _two_people(self, place: int, word: Token) -> tuple[Told, ...]:
        """The people that "they" are, where a sentence names two in all: "Lee met Orr"."""
        before = [t for t in self._folk.get(place, ()) if t.mention.span.end <= word.start]
        found = {told.entity.id: told for told in sorted(before, key=lambda one: one.start)}
        return tuple(found.values()) if len(found) == _PAIR else ()

    def _is_person(self, told: Told) -> bool:
        """Whether one person is told of without a name, who is no "it": "the poet"."""
        return told.mention.form == "description" and bool(told.nouns & self._people)

    def _before(self, sentence: Sentence, start: int, reach: int) -> Iterator[Told]:
        """What was told of in front of a place, the nearest first."""
        place = bisect_left(self._starts, sentence.start)
        for one in range(place, max(-1, place - reach - 1), -1):
            if self._sentences[one].block != sentence.block:
                return
            told = self._told.get(one, ())
            yield from (t for t in reversed(told) if t.mention.span.end <= start)


def _is_numbered(sentence: Sentence, word: Token) -> bool:
    """ "About 200 of them", "most of them"."""
    of = sentence.head(word)
    counts = sentence.head(of).pos in ("NUM", "ADJ") or sentence.head(of).lemma == "hundred"
    return word.dep == "pobj" and of.text.lower() == "of" and counts


def _doer(sentence: Sentence, word: Token) -> int:
    """Where whoever does something to "it" stands: that is another; -1 where nobody does."""
    subject = None
    if word.dep in ("dobj", "dative"):
        subject = subject_of(sentence, sentence.head(word))
    return -1 if subject is None else subject.start


def _wholes(
    sentences: Sequence[Sentence], enclosing: AbstractSet[str]
) -> Iterator[tuple[int, list[tuple[Token, list[Token]]]]]:
    """The sentences, by place, that say what a body is made up of: its word, and its parts."""
    verbs = {words.split()[0] for words in enclosing}
    for place, sentence in enumerate(sentences):
        told = [
            (subject_of(sentence, verb) or verb, parts)
            for verb in sentence.tokens
            if verb.lemma.lower() in verbs and (parts := enclosed(sentence, verb, enclosing))
        ]
        if told:
            yield place, told


def _parts(
    sentence: Sentence, mention: Mention, wholes: Iterable[tuple[Token, list[Token]]]
) -> frozenset[str]:
    """The nouns of what a body is said to be made up of."""
    inside = sentence.within(mention.span.start, mention.span.end)
    parts = (part for body, found in wholes if body in inside for part in found)
    return frozenset(part.lemma.lower() for part in parts if part.tag in _PLURAL)


def enclosed(sentence: Sentence, verb: Token, enclosing: AbstractSet[str]) -> list[Token]:
    """What a verb says a body is made up of: "comprises 300 men", "is made up of 300 men"."""
    particles = sentence.children(verb, "prt")
    words = " ".join((verb.lemma.lower(), *(t.lemma.lower() for t in particles)))
    if words not in enclosing:
        return []
    of = [t for above in (verb, *particles) for t in preposition_slots(sentence, above)]
    return [*sentence.children(verb, "dobj"), *(head for slot, head in of if slot == "of")]


def _with_joined(chosen: Sequence[Told], fitting: Sequence[Told]) -> list[Told]:
    """Those chosen and all that "and" joins to them, the last telling of each."""
    heads = {told.joined_to for told in chosen}
    last = {told.entity.id: told for told in fitting if told.joined_to in heads}
    return sorted(last.values(), key=lambda told: told.start)


def _is_empty(sentence: Sentence, word: Token) -> bool:
    """Whether "it" only stands before what is meant: "it is doubtful that they knew"."""
    if word.text.lower() != "it":
        return False
    if word.dep == "expl":
        return True
    verb = sentence.head(word)
    above = (verb, *sentence.children(verb, "acomp", "attr", "oprd"))
    clauses = (clause for one in above for clause in sentence.children(one, *_CLAUSES))
    return (
        verb.i != word.i
        and verb.lemma in _COPULAS
        and any(
            sentence.subtree(clause)[0].text.lower() in ("that", "to", "whether")
            for clause in clauses
        )
    )


def _is_body(entity: LocalEntity, mention: Mention) -> bool:
    # "Iran ... its allies": a state acts like a body, a town does not.
    acts = entity.type in _BODIES or (entity.type == "Place" and entity.known is not None)
    return acts and mention.form != "adjective"


def _told(sentence: Sentence, entity: LocalEntity, mention: Mention) -> Told:
    inside = sentence.within(mention.span.start, mention.span.end)
    head = next((t for t in inside if sentence.head(t) not in inside), inside[-1])
    nouns = {inside[-1].lemma.lower(), inside[-1].text.lower()}
    # "The Iraqi militia Al-Nur", "Al-Nur, a militia of fishermen": it may be called a militia.
    before = sentence[inside[0].i - 1] if inside[0].i else None
    if before is not None and before.pos == "NOUN":
        nouns.add(before.lemma.lower())
    beside = (*sentence.children(head, "appos"), sentence.head(head))
    nouns |= {
        t.lemma.lower()
        for t in beside
        if t.pos == "NOUN" and (t.dep == "appos" or head.dep == "appos") and t.i != head.i
    }
    common = head.text.islower() or (head.i == 0 and head.tag == "NNS")
    plural = head.tag in _PLURAL and mention.form in ("description", "name") and common
    above = sentence.head(head) if head.dep == "appos" else head
    subject = above.dep in _SUBJECTS
    first = head
    while first.dep == "conj" and first.head != first.i:
        first = sentence.head(first)
    return Told(mention.span.start, entity, mention, frozenset(nouns), subject, plural, first.start)
