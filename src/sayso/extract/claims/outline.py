"""Where in a report a claim stands: under which heading, on which front, opening or conclusion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.extract.cast import Cast, Member, head_word
from sayso.extract.claims.judged import Judged
from sayso.extract.claims.lexicon import Lexicon
from sayso.extract.claims.units import Unit
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
        self._bodies = pack.list("body_nouns")
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
        """Of whom the last judgement was."""
        if member is not None:
            self._last = (sentence.block, member)

    def lasting(self, sentence: Sentence, who: Judged) -> Member | None:
        """Who is judged: whom the clause names, else who was judged before in the block, or whom
        the heading names. "The company" is the body of a name that was told of last."""
        if who.member is not None and (who.member.named or not self._is_body(who.topic)):
            return who.member
        if who.topic is not None:
            body = self._body_before(sentence) if self._is_body(who.topic) else None
            return body or who.member
        if self._last is not None and self._last[0] == sentence.block:
            return self._last[1]
        return next(self._in_heading(sentence, _WHO), None)

    def _is_body(self, topic: str | None) -> bool:
        """Whether words are one noun for a body, with what it has: "company's position"."""
        first = (topic or "").replace("’", "'").split("'")[0].split()
        return len(first) == 1 and first[0].lower() in self._bodies

    def _body_before(self, sentence: Sentence) -> Member | None:
        for before in reversed(self._blocks_of.get(sentence.block, ())):
            if before.start < sentence.start:
                named = [m for m in self._cast.in_sentence(before) if m.mention.form in NAME_FORMS]
                for member in named:
                    if member.entity.type in _BODIES:
                        return member
        return next(self._in_heading(sentence, _BODIES), None)

    def _in_heading(self, sentence: Sentence, types: frozenset[str]) -> Iterator[Member]:
        for above in self._above(sentence):
            for member in self._cast.in_sentence(above):
                if member.named and member.entity.type in types:
                    yield member

    def aspect(self, unit: Unit, main: Token | None, topic: Sequence[Token]) -> str | None:
        """The aspect that most words of a clause speak of.

        Those that name what is judged count most, then those beside the main word of judging;
        parts of names do not count. Where none speaks of any, the heading's do.
        """
        votes: Counter[str] = Counter()
        judged = {t.i for t in topic[:_LONG]}
        for token, names in self._words.aspects.find(unit.words):
            near = main is not None and (token.head == main.i or main.head == token.i)
            weight = 3 if token.i in judged else 2 if near else 1
            weight += 1 if token.pos == "ADJ" and token.lemma.lower() in names else 0
            if token.pos != "PROPN":
                votes.update(dict.fromkeys(names, weight))
        for above in self._above(unit.sentence) if not votes else ():
            for _, names in self._words.aspects.find(above.tokens):
                votes.update(names)
        return max(sorted(votes), key=lambda name: votes[name]) if votes else None

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
            if head.dep == "pobj":
                arena = not adjective or head.lemma.lower() in self._arenas
                return arena and sentence.head(head).text.lower() in _WHERE
            if head.dep not in ("compound", "amod", "nmod", "conj", "appos"):
                return False
            head = sentence.head(head)
        return False

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
        title = self._text[block.start : block.end].lower().strip(_SIGNS)
        if title in self._words.opening:
            return "argument"
        return "conclusion" if title in self._words.closing else "body"


_WHERE = frozenset({"in", "on", "across", "throughout", "within", "inside", "into", "at", "over",
                    "near", "around"})  # fmt: skip
_CLIMBS = 4
# In words: what hangs further down on a phrase is no longer its name.
_LONG = 12


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
