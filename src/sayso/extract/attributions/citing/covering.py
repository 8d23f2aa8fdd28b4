"""How far citations reach: the stretches of the text that each of them covers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.extract.attributions.citing.citation import Citation, Cited
from sayso.extract.attributions.citing.telling import Telling
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Scene
from sayso.records.parse import FINITE

_LETTER = re.compile(r"[^\W\d_]")
_BYLINE = 100
_SHORTEST = 3
_PROSE = ("paragraph", "item", "quotation")


@dataclass(frozen=True, slots=True)
class Cover:
    """A stretch of one sentence and the reports that are cited for it.

    ``closes``: the citation stands right behind it, not further down or up the text.
    """

    bounds: Bounds
    outlets: tuple[Cited, ...]
    closes: bool = False


@dataclass(frozen=True, slots=True)
class _Group:
    """Citations with nothing between them, which cover the same words; ``home``: a sentence."""

    bounds: Bounds
    reach: str
    outlets: tuple[Cited, ...]
    home: int


class Covering:
    """Finds what the citations of one document cover."""

    def __init__(self, telling: Telling) -> None:
        self.telling = telling
        self.scene: Scene = telling.names.scene
        self.text = self.scene.document.text

    def of(self, citations: Iterable[Citation]) -> dict[int, list[Cover]]:
        """The covered stretches of each sentence by its number, in text order.

        Brackets behind a sentence cover back to the citation before in their paragraph or list
        item; inside one they cover it up to themselves. A note covers its clause, or the whole
        sentence where it stands behind a mere name. None covers what another outlet is said to
        report, nor what stands before the first sentence that names the outlet as its source.
        """
        found: dict[int, list[Cover]] = defaultdict(list)
        every = list(citations)
        citing = [citation for citation in every if citation.outlets]
        # "(interviews, May 2020)" has an end too: what it stands for is no report's.
        own = [c.bounds[1] for c in every if not c.outlets and c.published is None]
        groups = [_group(one, home) for one, home in self._grouped(citing)]
        limit = (-1, 0)
        for place, group in enumerate(groups):
            block = self.scene.sentences[group.home].block
            start = limit[1] if limit[0] == block else self.scene.document.blocks[block].start
            start = max([start, *(mark for mark in own if mark <= group.bounds[0])])
            end = groups[place + 1].bounds[0] if place + 1 < len(groups) else len(self.text)
            for number, bounds in self._reached(group, start, end):
                closes = number == group.home
                found[number].append(Cover(bounds, group.outlets, closes))
            limit = (block, self._done(group, groups[place + 1 : place + 2]))
        for number, cover in self._of_blocks(citing):
            if number not in found:
                found[number] = [cover]
        return dict(found)

    def _done(self, group: _Group, after: Sequence[_Group]) -> int:
        """Where what is cited next begins: behind a whole sentence, if it is cited as a whole."""
        if group.reach == "sentence":
            home = self.scene.sentences[group.home]
            goes_on = bool(after) and after[0].home == group.home
            return home.start if goes_on else max(home.end, group.bounds[1])
        return group.bounds[1]

    def _grouped(self, citations: Sequence[Citation]) -> Iterator[tuple[list[Citation], int]]:
        """Citations in the text with nothing but marks between them, and their sentence."""
        group: list[Citation] = []
        home: int | None = None
        for citation in citations:
            here = self._home(citation)
            if here is None:
                continue
            between = (group[-1].bounds[1], citation.bounds[0]) if group else None
            if between is None or self._parts(group[-1], citation, home == here):
                if group and home is not None:
                    yield group, home
                group, home = [], here
            group.append(citation)
        if group and home is not None:
            yield group, home

    def _parts(self, one: Citation, other: Citation, together: bool) -> bool:
        """Whether two citations in a row cover words of their own."""
        if "sentence" in (one.reach, other.reach):
            return not (together and one.reach == other.reach)
        low, high = one.bounds[1], other.bounds[0]
        return "\n" in self.text[low:high] or bool(_LETTER.search(self.text, low, high))

    def _home(self, citation: Citation) -> int | None:
        """The number of the sentence that ends, or goes on, right before a citation."""
        if citation.reach in ("onward", "before"):
            return None
        block = self.scene.document.block_at(citation.bounds[0])
        start = block.start if block else 0
        low = citation.bounds[0]
        while low > start and not self.text[low - 1].isalnum():
            low -= 1
        number = bisect_right(self.scene.sentence_starts, low - 1) - 1
        inside = low > start and number >= 0 and self.scene.sentences[number].end > start
        return number if inside else None

    def _reached(self, group: _Group, start: int, end: int) -> Iterator[tuple[int, Bounds]]:
        """The stretches that citations reach between ``start`` and what is cited next."""
        home = self.scene.sentences[group.home]
        low, high = max(start, home.start), min(group.bounds[0], home.end)
        if group.reach == "sentence":
            low, high = home.start, home.end if self._behind(group) else high
        elif self._behind(group) and self._goes_on(group, low, high):
            high = min(home.end, end)
        first = self._first(group, start)
        for number in range(first, group.home):
            sentence = self.scene.sentences[number]
            yield number, (max(start, sentence.start), sentence.end)
        low = self._own_clause(group, low, high)
        if low < high:
            yield group.home, (low, high)

    def _own_clause(self, group: _Group, low: int, high: int) -> int:
        """Where the clause behind a semicolon begins, if that alone names who is cited.

        "Lang dismisses it; Reyfield finds it convincing (Reyfield 2003)" cites Reyfield's view.
        """
        mark = self.text.rfind(";", low, high)
        if mark < 0 or self.scene.quotation_at(mark) is not None:
            return low
        before, behind = self.text[low:mark], self.text[mark + 1 : high]
        named = [self.telling.are_named(part, group.outlets) for part in (before, behind)]
        return mark + 1 if named == [False, True] else low

    def _first(self, group: _Group, start: int) -> int:
        """The number of the first sentence that citations at the end of a later one reach."""
        if group.reach == "sentence" or self._behind(group):
            return group.home
        earliest = max(bisect_right(self.scene.sentence_starts, start) - 1, 0)
        if self.scene.sentences[earliest].end <= start:
            earliest += 1
        # Where its sentence tells whom it is from, or it is a note, it vouches for no one else.
        home = self.scene.sentences[group.home]
        before = self.text[home.start : group.bounds[0]]
        alone = group.reach == "clause" or self.telling.are_named(before, group.outlets)
        named: int | None = None
        first = group.home
        for number in range(group.home - 1, earliest - 1, -1):
            sentence = self.scene.sentences[number]
            heads = len(sentence) < _SHORTEST  # "Health." at the head of a paragraph
            if heads or self.telling.is_of_another(number, group.outlets):
                break
            if alone and self.telling.is_of_somebody(number, group.outlets):
                break
            if self.telling.names_one(number, group.outlets):
                named = number
            first = number
        return first if named is None else named

    def _behind(self, group: _Group) -> bool:
        """Whether the sentence of a citation goes on behind it."""
        home = self.scene.sentences[group.home]
        end = max(home.end, group.bounds[1])
        return _LETTER.search(self.text, group.bounds[1], end) is not None

    def _goes_on(self, group: _Group, start: int, end: int) -> bool:
        """Whether what is cited stands behind: "The guard[3] fled", "surveys (X) find that"."""
        if self.text.startswith(" that ", group.bounds[1]):
            return True
        words = self.scene.sentences[group.home].tokens
        first = bisect_left(words, start, key=lambda word: word.start)
        behind = bisect_left(words, end, key=lambda word: word.start)
        return not any(word.tag in FINITE for word in words[first:behind])

    def _of_blocks(self, citations: Sequence[Citation]) -> Iterator[tuple[int, Cover]]:
        """What datelines and credit lines cover: whole blocks, sentence by sentence."""
        scopes = {number: one for one, number in self._scopes(citations)}
        for number, sentence in enumerate(self.scene.sentences):
            scope = scopes.get(sentence.block)
            if scope is not None:
                behind = scope.bounds[1] if scope.reach == "onward" else sentence.start
                low = max(sentence.start, behind)
                if low < sentence.end:
                    yield number, Cover((low, sentence.end), scope.outlets)

    def _scopes(self, citations: Sequence[Citation]) -> Iterator[tuple[Citation, int]]:
        """Each dateline with the blocks of prose up to the next, each credit line with its own."""
        blocks = self.scene.document.blocks
        starts = [block.start for block in blocks]
        places = [(one, bisect_right(starts, one.bounds[0]) - 1) for one in citations]
        lines = [(one, own) for one, own in places if one.reach == "onward"]
        for place, (one, own) in enumerate(lines):
            end = lines[place + 1][1] if place + 1 < len(lines) else len(blocks)
            whole = len(lines) == 1 and self._opens(own)
            for number in range(own, end):
                if blocks[number].kind == "heading" and not whole:
                    break
                if blocks[number].kind in _PROSE:
                    yield one, number
        for one, own in places:
            if one.reach == "before" and own > 0:
                yield one, own - 1

    def _opens(self, own: int) -> bool:
        """Whether nothing but headings, bylines and the like stands before a block."""
        before = self.scene.document.blocks[:own]
        return all(b.kind == "heading" or b.end - b.start < _BYLINE for b in before)


def _group(citations: Sequence[Citation], home: int) -> _Group:
    outlets = dict.fromkeys(one for citation in citations for one in citation.outlets)
    bounds = (citations[0].bounds[0], citations[-1].bounds[1])
    return _Group(bounds, citations[0].reach, tuple(outlets), home)
