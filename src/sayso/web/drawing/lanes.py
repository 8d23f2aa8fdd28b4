"""A timeline as lanes of marks: days as numbers, rows so that marks do not lie on each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass

from sayso.analysis.timeline import Entry
from sayso.records.dates import days_later, number, parts

ROW = 11
_ROWS = 14
_AXIS = 26
# Beside a mark so much of the whole span stays free, so that the next does not touch it.
_GAP = 0.006
_TICKS = 9
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the chart: ``x`` to ``x2`` are days from the left edge, ``y`` is from the top.

    ``shape`` is day, span (one day within), since or until (an open side); ``firmness`` is how it
    is told, or "rival" where accounts differ on its date.
    """

    id: str
    x: float
    x2: float
    y: int
    shape: str
    firmness: str
    title: str


@dataclass(frozen=True, slots=True)
class Lane:
    """Marks that belong together under a name."""

    name: str
    y: int
    height: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The lanes between two days; ``first`` is the day number of the left edge."""

    since: str
    until: str
    first: int
    days: int
    height: int
    ticks: tuple[tuple[float, str], ...]
    lanes: tuple[Lane, ...]
    reports: tuple[tuple[float, str, str], ...]


def chart(
    lanes: Sequence[tuple[str, Sequence[Entry]]],
    reports: Iterable[tuple[str, str, str]],
    since: str,
    until: str,
    rivals: Container[str] = (),
) -> Chart:
    """The chart of these lanes; ``reports`` are day, title and address of each report.

    ``rivals`` are the ids of events on whose dates accounts differ.
    """
    first, days = number(since), max(1, number(until) - number(since) + 1)
    top, made = _AXIS + 20, []
    for name, entries in lanes:
        lane = _lane(name, entries, (first, days), top, rivals)
        made.append(lane)
        top += lane.height
    shown = tuple(
        (number(day) - first + 0.5, title, href)
        for day, title, href in reports
        if 0 <= number(day) - first < days
    )
    return Chart(since, until, first, days, top + 4, tuple(ticks(since, days)), tuple(made), shown)


def ticks(since: str, days: int) -> Iterable[tuple[float, str]]:
    """Places, in per cent, and words of the days, months or years along the axis."""
    first = number(since)
    for day, words in _ticks(since, days):
        place = (number(day) - first) / days * 100
        if 0 <= place <= 99:
            yield place, words


def _ticks(since: str, days: int) -> Iterable[tuple[str, str]]:
    year, month, _ = parts(since)
    if days > 365 * 2:
        step = next((s for s in _STEPS if days / 365.25 / s <= _TICKS), _STEPS[-1])
        start = year - year % step
        return [
            (_day(y), str(y) if y > 0 else f"{1 - y} BC")
            for y in range(start, start + int(days / 365.25) + 2 * step + 1, step)
            if -9000 < y < 9999
        ]
    if days > 62:
        step = next(s for s in (1, 2, 3, 6) if days / 30.4 / s <= _TICKS + 1 or s == 6)
        found = []
        for place in range(0, days // 28 + 2, step):
            y, m = year + (month - 1 + place) // 12, (month - 1 + place) % 12 + 1
            found.append((_day(y, m), f"{_MONTHS[m - 1]} {y}"))
        return found
    step = max(1, -(-days // _TICKS))
    listed = (days_later(since, n) for n in range(0, days, step))
    return [
        (day, f"{parts(day)[2]} {_MONTHS[parts(day)[1] - 1]} {parts(day)[0]}") for day in listed
    ]


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _day(year: int, month: int = 1) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-01"


def _lane(
    name: str,
    entries: Sequence[Entry],
    window: tuple[int, int],
    top: int,
    rivals: Container[str],
) -> Lane:
    first, days = window
    ends: list[float] = []
    marks = []
    for entry in entries:
        x, x2, shape = _extent(entry, first, days)
        if x2 < 0 or x > days:
            continue
        row = next((r for r, end in enumerate(ends) if end <= x), len(ends))
        if row >= _ROWS:
            row = min(range(_ROWS), key=lambda r: ends[r])
        if row == len(ends):
            ends.append(0.0)
        ends[row] = x2 + days * _GAP
        y = top + 20 + row * ROW
        told = "rival" if entry.event in rivals else _firmness(entry)
        marks.append(Mark(entry.event, x, x2, y, shape, told, _title(entry)))
    return Lane(name, top, 26 + max(1, len(ends)) * ROW, tuple(marks))


def _extent(entry: Entry, first: int, days: int) -> tuple[float, float, str]:
    low = number(entry.earliest) - first if entry.earliest else None
    high = number(entry.latest) - first if entry.latest else None
    if low is None:
        return max(0.0, (high or 0) - days * 0.03), (high or 0) + 0.5, "until"
    if high is None:
        return low + 0.5, min(float(days), low + days * 0.03), "since"
    if low == high:
        return low + 0.5, low + 0.5, "day"
    return max(low + 0.5, -1.0), min(high + 0.5, days + 1.0), "span"


def _firmness(entry: Entry) -> str:
    return entry.factuality if entry.realis == "actual" else "planned"


def _title(entry: Entry) -> str:
    return f"{entry.when}: {entry.text}"[:300]


def grouped(
    entries: Iterable[Entry], keys: Callable[[Entry], Iterable[str]], limit: int
) -> list[tuple[str, list[Entry]]]:
    """Entries in lanes by key, the fullest first; what is left over shares the last lane."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for key in dict.fromkeys(keys(entry)) or ("not told",):
            found[key].append(entry)
    order = sorted(found, key=lambda key: (-len(found[key]), key))
    lanes = [(key, found[key]) for key in order[:limit]]
    rest = {e.event: e for key in order[limit:] for e in found[key]}
    if rest:
        lanes.append((f"{len(order) - limit} others", [e for e in entries if e.event in rest]))
    return lanes
