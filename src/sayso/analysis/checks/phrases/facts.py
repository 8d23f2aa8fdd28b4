"""What a report tells, as its statements are held against it: figures with their time, and dated
clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from sayso.analysis.checks.days.named import own_dates
from sayso.analysis.checks.reckoning.amounts import Amount, Sentence
from sayso.analysis.checks.reckoning.measure import LENGTH, length_of
from sayso.analysis.checks.reckoning.roots import Roots
from sayso.packs.pack import Pack
from sayso.records.dates import Interval, before
from sayso.records.marks import Time

# Where one clause ends and another begins.
_LENGTH = re.compile(LENGTH, re.I)
_CUT = re.compile(
    r"[;:()]|\s[–—]\s|,?\s(?:but|while|whereas|although|though|when|where|who|which|whom|because|for"
    r"(?=\s(?:he|she|it|they)\b)|before|after|until|than)\s|,\s(?:and\s)?|\sand\s(?=(?:was|were|had|has|is|then)\b|\w+ed\b)",
    re.I,
)
# "Won 12 of them": what is counted is told before it.
_OF_THEM = frozenset({"them", "which", "whom", "these", "those"})
# "Three times as much", "two fifths": what measures another number is no thing that is counted.
_MEASURES = frozenset({"times", "halves", "thirds", "quarters", "fifths", "sixths", "tenths"})
_JOINT = re.compile(r",|\sand\s|\sor\s")
# Where nothing told before goes on.
_STRONG = re.compile(r"[;:()]|,?\s(?:but|while|whereas)\s", re.I)
# In figures: a bare number of so many may be a year.
_YEAR = 4
_END = re.compile(r"[;:()]")
_PERFECT = re.compile(r"\bhad\b", re.I)
_NOT = re.compile(r"\b(?:not|never|no|nobody|none|neither|nor)\b|n't\b", re.I)
# A date told alone, without a capital or a figure, hangs on another: "that year", "the week after".
_PLAIN = re.compile(r"\d|[A-Z]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a report: what it counts, when it was so, the words around it, its sentence.

    ``length`` where it is a length of time: "12 years in prison".
    """

    amount: Amount
    unit: str | None
    when: Interval | None
    words: frozenset[str]
    index: int
    length: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with a date: its words, when it was, whether it goes back ("had") or denies."""

    text: str
    words: frozenset[str]
    when: Interval
    index: int
    start: int
    perfect: bool
    denied: bool


@dataclass(frozen=True)
class Facts:
    """The sentences of a report with what they tell."""

    told: Sequence[Sentence]
    roots: Roots
    pack: Pack
    # The report's own day, where it is known.
    printed: Interval = (None, None)

    @cached_property
    def figures(self) -> list[Figure]:
        """Its numbers, in text order."""
        found = []
        for index, sentence in enumerate(self.told):
            here = [*_figures(self.roots, index, sentence), *_lengths(index, sentence)]
            found += sorted(here, key=lambda f: f.amount.start)
        return found

    @cached_property
    def clauses(self) -> list[Clause]:
        """Its clauses with a date of their own, in text order."""
        return [one for index, s in enumerate(self.told) for one in _clauses(self.roots, index, s)]

    def near(self, index: int, *, back: int, on: int = 0, block: bool = True) -> list[Clause]:
        """The dated clauses from some sentences before one to some behind it, in its block."""
        here = self.told[index].block
        return [
            one for one in self.clauses
            if index - back <= one.index <= index + on
            and (not block or self.told[one.index].block == here)
        ]  # fmt: skip


def _figures(roots: Roots, index: int, sentence: Sentence) -> Iterator[Figure]:
    dates = [t for t in sentence.dates() if _PLAIN.search(t.span.quote) or t.rule == "period"]
    held: str | None = None
    amounts = sentence.amounts
    for place, one in enumerate(amounts):
        words = sentence.document.text[one.start : one.end]
        if one.unit is None and words.isdecimal() and len(words) == _YEAR:
            continue
        # "40 ships in 2001 and 55 in 2002": what joins a number to a thing told before it.
        unit = one.unit if one.unit not in _OF_THEM | _MEASURES else None
        unit = unit or (held if not one.percent and one.unit not in _MEASURES else None)
        held = unit or held
        low = amounts[place - 1].end if place else sentence.start
        high = amounts[place + 1].start if place + 1 < len(amounts) else sentence.end
        low, high = _inside(sentence, one, low, high)
        near, far = _joined(sentence, one, low, high)
        text = sentence.mask[near - sentence.start : far - sentence.start]
        yield Figure(one, unit, _when(one, dates, low, high), roots.among(text), index)


def _lengths(index: int, sentence: Sentence) -> Iterator[Figure]:
    for time in sentence.times:
        found = _LENGTH.fullmatch(time.span.quote) if time.type == "DURATION" else None
        length = length_of(found) if found else None
        if length is not None:
            place = time.span.start, time.span.end
            one = Amount(*place, length.count, f"{length.unit}s", True, False)
            yield Figure(one, one.unit, None, frozenset(), index, True)


def _inside(sentence: Sentence, one: Amount, low: int, high: int) -> tuple[int, int]:
    """The words around a number up to the next end of a clause."""
    text = sentence.document.text
    ends = [m.end() for m in _END.finditer(text, low, one.start)]
    stop = _END.search(text, one.end, high)
    return ends[-1] if ends else low, stop.start() if stop else high


def _joined(sentence: Sentence, one: Amount, low: int, high: int) -> tuple[int, int]:
    """The words of a number's own part of a row: "drew 8 and lost 10"."""
    text = sentence.document.text
    before_it = [m.start() for m in _JOINT.finditer(text, low, one.start)]
    first = any(a.end == low for a in sentence.amounts)
    behind = _JOINT.search(text, one.end, high)
    last = any(a.start == high for a in sentence.amounts)
    near = before_it[0] if before_it and first else low
    return near, behind.start() if behind and last else high


def _when(one: Amount, dates: Sequence[Time], low: int, high: int) -> Interval | None:
    behind = [t for t in dates if one.end <= t.span.start and t.span.end <= high]
    ahead = [t for t in dates if low <= t.span.start and t.span.end <= one.start]
    time = behind[0] if behind else ahead[-1] if ahead else dates[0] if len(dates) == 1 else None
    return (time.earliest, time.latest) if time else None


def _clauses(roots: Roots, index: int, sentence: Sentence) -> Iterator[Clause]:
    text = sentence.text
    cuts = [m.start() for m in _CUT.finditer(text) if not _in_time(sentence, m)]
    ends = [0, *cuts, len(text)]
    held: list[tuple[int, int, list[Time]]] = []
    for low, high in pairwise(ends):
        held += _by_date(sentence, low, high)
    told = ""
    for low, high, dates in held:
        words = sentence.mask[low:high]
        # Behind a colon a list of dates alone goes on with what stands before it.
        fresh = _STRONG.match(words) and roots.among(words)
        told = words if fresh else f"{told} {words}"
        # "Delivered in May, in June and in July": a date alone belongs to the words before it.
        spoken = words if roots.among(words) else told
        for time in (t for t in dates if _PLAIN.search(t.span.quote)):
            yield Clause(
                text[low:high], roots.among(spoken), (time.earliest, time.latest), index,
                sentence.start + low, bool(_PERFECT.search(spoken)), bool(_NOT.search(spoken)),
            )  # fmt: skip


def _by_date(sentence: Sentence, low: int, high: int) -> Iterator[tuple[int, int, list[Time]]]:
    """A clause in stretches, each up to one of its dates; the last goes to its end."""
    dates = own_dates(sentence, low, high)
    for place, time in enumerate(dates):
        last = place + 1 == len(dates)
        end = high if last else time.span.end - sentence.start
        yield low, end, [time]
        low = end
    if not dates:
        yield low, high, []


def _in_time(sentence: Sentence, found: re.Match[str]) -> bool:
    place = sentence.start + found.start()
    return any(
        t.span.start <= place < t.span.end and t.type == "DATE" and not t.rule.startswith(_HANGING)
        for t in sentence.times
    )


_HANGING = ("before", "after", "units")


def within(one: Interval, other: Interval) -> bool:
    """Whether a time lies in another, both known."""
    return bool(
        one[0] and one[1] and other[0] and other[1]
        and not before(one[0], other[0]) and not before(other[1], one[1])
    )  # fmt: skip
