"""The numbers of a sentence, and the sentence with each of them as a mark that rules can see."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from sayso.analysis.checks.record import Alone
from sayso.analysis.passage import sentences_of
from sayso.annotate.numbers import SCALES, spelled, spelled_in
from sayso.records.documents import Document
from sayso.records.marks import Quantity, Time
from sayso.records.spans import Span

_FIGURE = re.compile(rf"\d+(?:,\d{{3}})*(?:\.\d+)?(?:[ -](?:{'|'.join(SCALES)})\b)?", re.I)
# A number that is part of a word or a name counts nothing: "21-year-old", "Unit-7b".
_JOINED = re.compile(r"[-–]?\w")
NUMBER = "#+"
# Words that name nothing: what is told with others of these alone is not known again by them.
GRAMMAR = frozenset({
    "the", "his", "her", "its", "their", "our", "this", "that", "these", "those", "and", "had",
    "has", "have", "been", "was", "were", "did", "who", "which", "with", "from", "for", "into",
    "about",
})  # fmt: skip
_MARKS = re.compile(r"[#@]")
_Mark = TypeVar("_Mark", Quantity, Time)
_LOOSE = re.compile(
    r"\b(?:about|around|roughly|approximately|nearly|almost|some|over|under|than|least|most|up to"
    r"|(?:\d|\b(?:ten|hundred|thousand|million|billion)) to)\s+$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number: where it stands, its value, and the noun it counts, if the text tells.

    ``sure`` where no word makes it more, less or about; ``percent`` where it is of a hundred.
    """

    start: int
    end: int
    value: float
    unit: str | None
    sure: bool
    percent: bool


@dataclass(frozen=True)
class Sentence:
    """A sentence with what it counts and when: its place in the report, and its block's.

    ``mask`` is the sentence with a ``#`` for each letter of a number and a ``@`` for each of a
    date or length of time, so that offsets stay the same.
    """

    document: Document
    start: int
    end: int
    block: int
    amounts: tuple[Amount, ...]
    times: tuple[Time, ...]

    @cached_property
    def text(self) -> str:
        """The words."""
        return self.document.text[self.start : self.end]

    @cached_property
    def small(self) -> str:
        """The words in small letters."""
        return self.text.lower()

    def has(self, *words: str) -> bool:
        """Whether one of these stands there, in small letters, if only as a part of a word: most
        sentences have none, and need no closer look."""
        return any(word in self.small for word in words)

    @cached_property
    def mask(self) -> str:
        """The words with numbers and times made marks."""
        letters = list(_MARKS.sub(" ", self.text))
        for time in self.times:
            low, high = time.span.start - self.start, time.span.end - self.start
            letters[low:high] = "@" * (high - low)
        for one in self.amounts:
            low, high = one.start - self.start, one.end - self.start
            letters[low:high] = "#" * (high - low)
        return "".join(letters)

    def span(self, start: int, end: int) -> Span:
        """Cite a stretch of the sentence, by offsets in it."""
        return self.document.span(self.start + start, self.start + end)

    def at(self, offset: int) -> Amount:
        """The number that begins at an offset of the sentence."""
        return next(one for one in self.amounts if one.start == self.start + offset)

    def dates(self) -> list[Time]:
        """The times that are dates with both ends."""
        return [t for t in self.times if t.type == "DATE" and t.earliest and t.latest]

    def word_before(self, offset: int) -> str:
        """The word that ends before an offset of the sentence, without the blank between."""
        found = re.search(r"(\w+)\W*$", self.text[:offset])
        return found[1].lower() if found else ""


def sentences(report: Alone, document: Document) -> list[Sentence]:
    """The sentences of a report, in order, with their numbers and times."""
    quantities = sorted(report.quantities(document.id), key=_place)
    times = sorted(report.times(document.id), key=_place)
    counted = [one.span.start for one in quantities], [one.span.start for one in times]
    found = []
    for block, low, high in sentences_of(document):
        numbers = _within(quantities, counted[0], low, high)
        inside = _within(times, counted[1], low, high)
        amounts = tuple(_amounts(document.text, (low, high), numbers, inside))
        found.append(Sentence(document, low, high, block, amounts, inside))
    return found


def _place(mark: Quantity | Time) -> int:
    return mark.span.start


def _within(
    marks: Sequence[_Mark], starts: Sequence[int], low: int, high: int
) -> tuple[_Mark, ...]:
    """The marks, in text order, that lie in a stretch whole."""
    first, last = bisect_left(starts, low), bisect_left(starts, high)
    return tuple(one for one in marks[first:last] if one.span.end <= high)


def _amounts(
    text: str, place: tuple[int, int], quantities: tuple[Quantity, ...], times: tuple[Time, ...]
) -> Iterator[Amount]:
    low, high = place
    for start, end, value in _figures(text, low, high):
        if any(t.span.start < end and start < t.span.end for t in times):
            continue
        over = next((q for q in quantities if q.span.start <= start and end <= q.span.end), None)
        loose = _LOOSE.search(text, low, start)
        exact = over.low == over.high and over.bound == "exact" if over else not loose
        behind = text[end : end + 10].lstrip()
        percent = behind.startswith(("%", "per cent", "percent"))
        yield Amount(start, end, value, _unit(over), exact, percent)


def _unit(quantity: Quantity | None) -> str | None:
    return quantity.unit.split()[-1].lower() if quantity and quantity.unit else None


def _figures(text: str, low: int, high: int) -> Iterator[tuple[int, int, float]]:
    """Where a number stands, and its value; years in words and parts of words are none."""
    found = []
    for match in _FIGURE.finditer(text, low, high):
        figure, *scale = re.split(r"[ -]", match[0])
        value = float(figure.replace(",", "")) * (SCALES[scale[0].lower()] if scale else 1)
        found.append((match.start(), match.end(), value))
    for first, last, is_year in spelled_in(text, low, high):
        inside = any(start <= first < end for start, end, _ in found)
        if not is_year and not inside and not text[first - 1 : first].isalpha():
            found.append((first, last, float(spelled(text[first:last]))))
    for start, end, value in sorted(found):
        joined = _JOINED.match(text, end, min(high, end + 2))
        if not joined and not re.search(r"[\w-]$", text[low:start][-1:]):
            yield start, end, value


def said(value: float) -> str:
    """A number as it is printed: without a tail of noughts."""
    return f"{value:,.10g}"
