"""A timeline as lanes of marks: days as numbers, rows so that marks do not lie on each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from sayso.analysis.timeline import Entry
from sayso.records.dates import MONTHS, days_later, number, parts, written

ROW = 11
# A row in which marks have their names beside them.
_NAMED_ROW = 16
_ROWS, _NAMED_ROWS = 14, 24
# A lane with more marks than this is a picture of how many, and has no names.
NAMES = 60
# What a name may be long, in characters, and which part of the chart a character takes: on the
# narrowest chart that shows names, so that on wider ones they have more room than they need.
_LETTERS = 40
_LETTER = 6.3 / 940
# Beside a mark so much of the whole span stays free, so that the next does not touch it.
_GAP = 0.006
_TICKS = 9
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)

Days = tuple[str | None, str | None]
Rivals = Mapping[str, Iterable[Days]]


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the chart: ``x`` to ``x2`` are days from the left edge, ``y`` is pixels from the
    top of its lane.

    ``shape`` is day, span (one day within), since or until (an open side); ``firmness`` is how it
    is told, or "rival" where accounts differ on its date: ``others`` is then where each of the
    rival dates lies. ``name`` stands at ``name_at`` per cent, and ends there if ``before``; it is
    empty where it would lie on another's.
    """

    id: str
    x: float
    x2: float
    y: int
    shape: str
    firmness: str
    title: str
    others: tuple[tuple[float, float], ...] = ()
    name: str = ""
    name_at: float = 0.0
    before: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """Marks that belong together under a name."""

    name: str
    height: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The lanes between two days; ``first`` is the day number of the left edge."""

    since: str
    until: str
    first: int
    days: int
    ticks: tuple[tuple[float, str], ...]
    lanes: tuple[Lane, ...]
    reports: tuple[tuple[float, str, str], ...]
    named: bool


def chart(
    lanes: Sequence[tuple[str, Sequence[Entry]]],
    reports: Iterable[tuple[str, str, str]],
    since: str,
    until: str,
    rivals: Rivals = MappingProxyType({}),
    titles: Mapping[str, str] = MappingProxyType({}),
) -> Chart:
    """The chart of these lanes; ``reports`` are day, title and address of each report.

    ``rivals`` are, by event, the first and last day of each account where accounts differ on
    them; ``titles`` say what to call each event in a few words.
    """
    first, days = number(since), max(1, number(until) - number(since) + 1)
    made = tuple(_lane(name, found, (first, days), rivals, titles) for name, found in lanes)
    shown = tuple(
        (number(day) - first + 0.5, title, href)
        for day, title, href in reports
        if 0 <= number(day) - first < days
    )
    named = all(len(lane.marks) <= NAMES for lane in made)
    axis = tuple(ticks(since, days))
    return Chart(since, until, first, days, axis, made, shown, named)


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


_MONTHS = tuple(month[:3] for month in MONTHS)


def _day(year: int, month: int = 1) -> str:
    return f"{written(year)}-{month:02d}-01"


def _lane(
    name: str,
    entries: Sequence[Entry],
    window: tuple[int, int],
    rivals: Rivals,
    titles: Mapping[str, str],
) -> Lane:
    found = [place for entry in entries if (place := _place(entry, window, rivals))]
    named = len(found) <= NAMES
    row_height = _NAMED_ROW if named else ROW
    ends: list[float] = []
    marks = []
    for mark in found:
        text = _name(mark, name, titles, window[1]) if named else mark
        row = _row(text, ends, window[1], _NAMED_ROWS if named else _ROWS)
        if row is None and text.name:
            text = mark
            row = _row(text, ends, window[1], 2 * _ROWS)
        if row is None:
            row = min(range(len(ends)), key=lambda r: ends[r])
        ends[row] = max(ends[row], _room(text, window[1])[1])
        marks.append(replace(text, y=24 + row * row_height))
    return Lane(name, 30 + max(1, len(ends)) * row_height, tuple(marks))


def _row(mark: Mark, ends: list[float], days: int, most: int) -> int | None:
    """The first row with room for a mark and its name, a new one if need be; null if too many."""
    left, _ = _room(mark, days)
    row = next((r for r, end in enumerate(ends) if end <= left), len(ends))
    if row >= most:
        return None
    if row == len(ends):
        ends.append(-1.0)
    return row


def _place(entry: Entry, window: tuple[int, int], rivals: Rivals) -> Mark | None:
    """Where an event lies, not yet in a row; null where that is outside the chart."""
    first, days = window
    x, x2, shape = _extent((entry.earliest, entry.latest), first, days)
    others = [_extent(one, first, days)[:2] for one in rivals.get(entry.event, ()) if any(one)]
    reach = (min([x, *(low for low, _ in others)]), max([x2, *(high for _, high in others)]))
    if reach[1] < 0 or reach[0] > days:
        return None
    told = "rival" if entry.event in rivals else _firmness(entry)
    return Mark(entry.event, x, x2, 0, shape, told, _title(entry), tuple(others))


def _room(mark: Mark, days: int) -> tuple[float, float]:
    """From where to where a mark, its rival dates and its name reach, and what stays free."""
    low = min([mark.x, *(low for low, _ in mark.others)])
    high = max([mark.x2, *(high for _, high in mark.others)])
    width = len(mark.name) * _LETTER * days
    if mark.name and mark.before:
        low = mark.name_at * days / 100 - width
    elif mark.name:
        high = mark.name_at * days / 100 + width
    return low, high + days * _GAP


def _name(mark: Mark, lane: str, titles: Mapping[str, str], days: int) -> Mark:
    """The mark with its name beside it, behind it or before it; as it is, if neither has room."""
    text = titles.get(mark.id, "").removeprefix(f"{lane} ")
    text = text if len(text) <= _LETTERS else f"{text[: _LETTERS - 1].rstrip()}…"
    width = len(text) * _LETTER * days
    low, high = _room(mark, days)
    if high + width <= days:
        return replace(mark, name=text, name_at=max(high, 0.0) / days * 100)
    low -= days * _GAP
    if low - width >= 0:
        return replace(mark, name=text, name_at=low / days * 100, before=True)
    return mark


def _extent(told: Days, first: int, days: int) -> tuple[float, float, str]:
    low = number(told[0]) - first if told[0] else None
    high = number(told[1]) - first if told[1] else None
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
    entries: Iterable[Entry],
    keys: Callable[[Entry], Iterable[str]],
    limit: int,
    nobody: str = "Not told",
) -> list[tuple[str, list[Entry]]]:
    """Entries in lanes by key, the fullest first; what is left over shares a lane, and
    what has no key the last, called ``nobody``."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for key in dict.fromkeys(keys(entry)) or ("",):
            found[key].append(entry)
    untold = found.pop("", [])
    order = sorted(found, key=lambda key: (-len(found[key]), key))
    lanes = [(key, found[key]) for key in order[:limit]]
    rest = {e.event: e for key in order[limit:] for e in found[key]}
    if rest:
        lanes.append((f"{len(order) - limit} others", [e for e in entries if e.event in rest]))
    if untold:
        lanes.append((nobody, untold))
    return lanes
