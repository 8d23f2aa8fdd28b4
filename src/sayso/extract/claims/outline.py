"""Where in a report a claim stands: under which heading, on which front, opening or conclusion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.extract.cast import Cast, Member
from sayso.extract.claims.judged import Judged, phrase
from sayso.extract.claims.lexicon import Lexicon
from sayso.extract.claims.units import Unit, is_below, is_carrier
from sayso.extract.grammar import subject_of
from sayso.extract.phrases import head_word
from sayso.packs.pack import Pack
from sayso.records.documents import Block
from sayso.records.marks import NAME_FORMS
from sayso.records.notes import Notes
from sayso.records.parse import Sentence, Token

_READ = frozenset({"heading", "paragraph", "item", "quotation"})
_WHO = frozenset({"Person", "Organization", "Group", "Place", "Outlet"})
_BODIES = frozenset({"Organization", "Group", "Outlet"})
_SIGNS = " .:;-–—0123456789"


class Outline:
    """The blocks of a document with what holds for each: heading, front, position."""

    def __init__(self, notes: Notes, pack: Pack, words: Lexicon, cast: Cast) -> None:
        self._blocks = notes.document.blocks
        self._text, self._pack = notes.document.text, pack
        self._words, self._cast = words, cast
        self._arenas = pack.list("arena_nouns") | pack.list("place_nouns")
        self._headings = _headings(self._blocks)
        self._positions = self._placed()
        self._heading_sentences: dict[int, list[Sentence]] = {}
        for sentence in notes.parse.sentences:
            if self._kind(sentence) == "heading":
                self._heading_sentences.setdefault(sentence.block, []).append(sentence)
        self._bodies = pack.list("body_nouns") | pack.list("general_bodies")
        self._people = pack.list("titles") | pack.list("group_nouns")
        self._who = self._people | self._bodies
        self._blocks_of: dict[int, list[Sentence]] = {}
        for sentence in notes.parse.sentences:
            self._blocks_of.setdefault(sentence.block, []).append(sentence)
        self._last: tuple[int, Member] | None = None

    def is_read(self, sentence: Sentence) -> bool:
        """Whether a sentence stands where judgements are made; notes and captions are not."""
        return not self._blocks or self._kind(sentence) in _READ

    def is_heading(self, sentence: Sentence) -> bool:
        """Whether a sentence is a title."""
        return self._kind(sentence) == "heading"

    def position(self, sentence: Sentence) -> str:
        """Argument (title or opening), body, or conclusion."""
        if self.is_heading(sentence):
            return "argument"
        return self._positions[sentence.block] if self._blocks else "body"

    def remember(self, sentence: Sentence, member: Member | None) -> None:
        """Of whom the last judgement was; mere descriptions are not gone back to."""
        if member is not None and member.named:
            self._last = (sentence.block, member)

    def lasting(self, sentence: Sentence, who: Judged) -> Member | None:
        """Who is judged: whom the clause names, else who was judged before in the block, or whom
        the heading names. "The company" is the body of a name that was told of last; "this
        conflict" and "its debts" are of whom the sentence before was."""
        if who.member is not None and (
            who.member.named or not self._is_body(who.topic, back=who.back)
        ):
            return who.member
        if self._is_body(who.topic, back=who.back):
            return self._body_before(sentence, last=who.back) or who.member
        if who.member is not None or (who.topic is not None and not who.back):
            return who.member
        if self._last is not None and self._last[0] == sentence.block:
            return self._last[1]
        return self._told_before(sentence) or next(self._in_heading(sentence, _WHO), None)

    def topic_before(self, sentence: Sentence) -> str | None:
        """What the sentence before in the block is of, in its words."""
        before = [s for s in self._blocks_of.get(sentence.block, ()) if s.start < sentence.start]
        doer = subject_of(before[-1], before[-1].root) if before else None
        return None if doer is None or doer.pos == "PRON" else phrase(before[-1], doer)

    def _told_before(self, sentence: Sentence) -> Member | None:
        """Of whom the sentence before in the block is."""
        before = [s for s in self._blocks_of.get(sentence.block, ()) if s.start < sentence.start]
        for one in before[-1:]:
            doer = subject_of(one, one.root)
            members = self._cast.named_by(one, doer) if doer is not None else ()
            return next((m for m in members if m.named and m.entity.type in _WHO), None)
        return None

    def _is_body(self, topic: str | None, *, back: bool = False) -> bool:
        """Whether words are one noun for a body, with what it has: "company's position". Behind
        "this" it may be any noun for people: "this gang"."""
        first = (topic or "").replace("’", "'").split("'")[0].split()
        known = self._bodies | self._people if back else self._bodies
        return len(first) == 1 and first[0].lower() in known

    def _body_before(self, sentence: Sentence, *, last: bool) -> Member | None:
        """A body named before in the block: the first of a sentence, or the last."""
        for before in reversed(self._blocks_of.get(sentence.block, ())):
            if before.start < sentence.start:
                named = [m for m in self._cast.in_sentence(before) if m.mention.form in NAME_FORMS]
                for member in reversed(named) if last else named:
                    if member.entity.type in _BODIES:
                        return member
        return next(self._in_heading(sentence, _BODIES), None)

    def _in_heading(self, sentence: Sentence, types: frozenset[str]) -> Iterator[Member]:
        for above in self._above(sentence):
            for member in self._cast.in_sentence(above):
                if member.named and member.entity.type in types:
                    yield member

    def aspect(self, unit: Unit, main: Token | None, topic: Sequence[Token]) -> str | None:
        """The aspect that a clause speaks of most.

        The noun that names what is judged counts most, then what stands with it and with the main
        word of judging; little counts what a clause below tells, who is judged ("commanders"), what
        only leads to another verb ("able to"), and the heading. Parts of names do not count.
        """
        votes: Counter[str] = Counter()
        for token, names in self._words.aspects.find(unit.words):
            if token.pos != "PROPN" or token.text.islower():
                kind = token.pos == "ADJ" and token.lemma.lower() in names
                # "Political influence" is political, be influence what it may.
                place = unit.sentence.head(token) if kind and token.dep == "amod" else token
                weight = self._weight(unit, main, topic, place)
                if _INTENT in names and _is_will(unit.sentence, token):
                    weight = _WILL
                votes.update(dict.fromkeys(names, weight + _KIND * kind))
        for above in self._above(unit.sentence):
            for _, names in self._words.aspects.find(above.tokens):
                votes.update(names)
        return max(sorted(votes), key=lambda name: votes[name]) if votes else None

    def _weight(self, unit: Unit, main: Token | None, topic: Sequence[Token], token: Token) -> int:
        sentence = unit.sentence
        if is_carrier(sentence, token) or (self._causes(unit, topic, token)):
            return _LITTLE
        named = [t for t in topic[:_LONG] if t.lemma.lower() not in self._who]
        if any(t.i == token.i for t in named):
            return self._weight_in_name(sentence, named, token)
        near = main is not None and (token == main or token.head == main.i or main.head == token.i)
        if near and not any(t.i == token.i for t in topic):
            return _WITH_IT
        who = token.lemma.lower() in self._who
        return _LITTLE if who or is_below(sentence, unit.core, token) else _PLAIN

    def _weight_in_name(self, sentence: Sentence, named: Sequence[Token], token: Token) -> int:
        """In "features of the decline of its power" it is the power that is spoken of."""
        head = min(named, key=lambda t: sum(1 for _ in sentence.ancestors(t)))
        if is_carrier(sentence, head):
            return _PLAIN if is_below(sentence, head, token) else _WITH_IT
        spoken = [t for t, _ in self._words.aspects.find(named) if not is_carrier(sentence, t)]
        first = min(spoken, key=lambda t: sum(1 for _ in sentence.ancestors(t)), default=head)
        return _HEAD if token in (head, first) else _WITH_IT if token.head == head.i else _PLAIN

    def _causes(self, unit: Unit, topic: Sequence[Token], token: Token) -> bool:
        """Whether a word stands in a subject that is not what is judged."""
        sentence = unit.sentence
        subject = subject_of(sentence, unit.core)
        if subject is None or not topic or token.i > unit.core.i:
            return False
        below = {t.i for t in sentence.subtree(subject)}
        return token.i in below and not any(t.i in below for t in topic)

    def front(self, unit: Unit, subject: Member | None) -> str | None:
        """The country or arena of a clause: where it says that something is so.

        A place counts behind "in", "on" and the like ("in southern Syria", "on the Iraqi
        front"); what is merely of a place ("Iranian efforts") is not there. Else the heading's.
        """
        skip = subject.entity.id if subject else ""
        for sentence in (unit.sentence, *self._above(unit.sentence)):
            own = sentence is unit.sentence
            for member in self._cast.in_sentence(sentence):
                fits = member.entity.type == "Place" and member.entity.id != skip
                if fits and (not own or _inside(member, unit)) and self._is_where(sentence, member):
                    name = member.mention.stands_for or member.entity.known or member.entity.name
                    return self._pack.country_of(name) or name
        return None

    def _is_where(self, sentence: Sentence, member: Member) -> bool:
        """Whether a preposition of place leads to a name, or to an arena that it describes."""
        head = head_word(sentence, member.mention.span.start, member.mention.span.end)
        adjective = member.mention.form == "adjective"
        for _ in range(_CLIMBS):
            if head is None:
                return False
            if head.dep == "pobj" and self._is_of_arena(sentence, head):
                # "In the valley of Orle".
                head = sentence.head(sentence.head(head))
                continue
            if head.dep == "pobj":
                arena = not adjective or head.lemma.lower() in self._arenas
                return arena and sentence.head(head).text.lower() in _WHERE
            if head.dep not in ("compound", "amod", "nmod", "conj", "appos"):
                return False
            head = sentence.head(head)
        return False

    def _is_of_arena(self, sentence: Sentence, name: Token) -> bool:
        leads = sentence.head(name)
        return leads.text.lower() == "of" and sentence.head(leads).lemma.lower() in self._arenas

    def _kind(self, sentence: Sentence) -> str:
        return self._blocks[sentence.block].kind if self._blocks else "paragraph"

    def _above(self, sentence: Sentence) -> Iterator[Sentence]:
        place = self._headings[sentence.block] if self._blocks else None
        if place is not None:
            yield from self._heading_sentences.get(place, ())

    def _placed(self) -> list[str]:
        """The position of each block: by a heading that says so, else the first and the last."""
        found, current = [], "body"
        for block in self._blocks:
            if block.kind == "heading":
                current = self._announced(block)
            found.append(current)
        bodies = [n for n, block in enumerate(self._blocks) if block.kind in _READ - {"heading"}]
        if len(bodies) > 3:
            first, last = bodies[0], bodies[-1]
            found[first] = "argument" if found[first] == "body" else found[first]
            found[last] = "conclusion" if found[last] == "body" else found[last]
        return found

    def _announced(self, block: Block) -> str:
        words = self._text[block.start : block.end].lower()
        # "Conclusion: a weaker league"
        title = words.strip(_SIGNS).partition(":")[0].strip(_SIGNS)
        if title in self._words.opening:
            return "argument"
        return "conclusion" if title in self._words.closing else "body"


_WHERE = frozenset({"in", "on", "across", "throughout", "within", "inside", "into", "at", "over",
                    "near", "around"})  # fmt: skip
_CLIMBS = 4
# What words count for the aspect of a clause, beside 1 for each of its heading.
_LITTLE, _PLAIN, _WITH_IT, _HEAD, _KIND, _WILL = 1, 2, 4, 7, 4, 9
_INTENT = "intent"
# In words: what hangs further down on a phrase is no longer its name.
_LONG = 12


def _is_will(sentence: Sentence, token: Token) -> bool:
    """Whether a word says of somebody what they are bent on: "determined to hold out"."""
    adjective = token.pos == "ADJ" or token.tag == "VBN"
    return adjective and token.dep != "amod" and is_carrier(sentence, token)


def _headings(blocks: Sequence[Block]) -> list[int | None]:
    """For each block the number of the heading it stands under."""
    found: list[int | None] = []
    current = None
    for number, block in enumerate(blocks):
        if block.kind == "heading":
            current = number
        found.append(current)
    return found


def _inside(member: Member, unit: Unit) -> bool:
    return unit.start <= member.mention.span.start < unit.end
