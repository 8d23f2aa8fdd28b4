"""A timeline of very many events: how many lie when, as bars in lanes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.records.case import Spell
from sayso.records.dates import bounds, day_at, number, parts, written

# So many days are drawn as days, so many as months, as years, as decades; more as centuries.
_MOST = ((400, 10), (400 * 30, 7), (400 * 365, 4), (400 * 3650, 3))
# Pixels of the highest bar, and of the lowest.
_TALL, _LEAST = 28, 1.5


@dataclass(frozen=True, slots=True)
class Bar:
    """A day, month or year on the chart: ``x`` days from the left edge, ``wide`` days wide.

    ``sure`` events lie within it and ``may`` more may lie within it; ``tall`` and ``faint`` are
    the pixels of the first, and of the share of the second that falls on it.
    """

    since: str
    until: str
    x: int
    wide: int
    sure: int
    may: int
    tall: float
    faint: float


@dataclass(frozen=True, slots=True)
class Crowd:
    """The bars of what belongs together under a name, and how many events that are."""

    name: str
    events: int
    bars: tuple[Bar, ...]


@dataclass
class _Pile:
    sure: int = 0
    may: int = 0
    share: float = 0.0


class _Reach(NamedTuple):
    """From which day, month or year to which so many events may lie; an open end is null."""

    first: int
    last: int | None
    events: int


Window = tuple[str, str]


def grain(window: Window) -> int:
    """In how many letters of a date the bars between two days are told (see ``View.tempo``)."""
    days = number(window[1]) - number(window[0]) + 1
    return next((letters for most, letters in _MOST if days <= most), 2)


def crowds(groups: Sequence[tuple[str, Iterable[Spell]]], window: Window) -> tuple[Crowd, ...]:
    """Lanes of bars between two days, drawn to one scale; an event that may lie in several months
    counts in each by its share, and apart."""
    letters = grain(window)
    reach = range(_place(window[0], letters), _place(window[1], letters) + 1)
    found = [(name, [_reached(one, letters) for one in spells]) for name, spells in groups]
    inside = [(name, [one for one in laid if _touches(one, reach)]) for name, laid in found]
    piles = [_piles(laid, reach) for _, laid in inside]
    most = max((p.sure + p.share for of in piles for p in of.values()), default=1.0)
    scale = _TALL / max(most, 1.0)
    return tuple(
        Crowd(name, sum(one.events for one in laid), tuple(_bars(of, window, letters, scale)))
        for (name, laid), of in zip(inside, piles, strict=True)
        if laid
    )


def table_of(lanes: Sequence[Crowd]) -> list[tuple[Bar, list[str]]]:
    """The same as rows: a bar of these days, and for each lane how many lie within them and how
    many more may."""
    found: dict[int, tuple[Bar, list[str]]] = {}
    for column, lane in enumerate(lanes):
        for bar in lane.bars:
            _, cells = found.setdefault(bar.x, (bar, [""] * len(lanes)))
            cells[column] = f"{bar.sure:,}{f' + {bar.may:,}' if bar.may else ''}"
    return [found[x] for x in sorted(found)]


def _reached(spell: Spell, letters: int) -> _Reach:
    first = _place(_end(spell.first, 0), letters)
    last = _place(_end(spell.last, 1), letters) if spell.last else None
    return _Reach(first, last, spell.events)


def _touches(one: _Reach, reach: range) -> bool:
    # Where the end is open nobody knows how far: it stands where it begins.
    last = one.first if one.last is None else one.last
    return one.first < reach.stop and last >= reach.start


def _piles(laid: Iterable[_Reach], reach: range) -> dict[int, _Pile]:
    piles: dict[int, _Pile] = defaultdict(_Pile)
    for first, last, events in laid:
        if first == last:
            piles[first].sure += events
            continue
        length = 1 if last is None else last - first + 1
        end = first if last is None else min(last, reach.stop - 1)
        for place in range(max(first, reach.start), end + 1):
            piles[place].may += events
            piles[place].share += events / length
    return piles


def _bars(piles: dict[int, _Pile], window: Window, letters: int, scale: float) -> Iterable[Bar]:
    edge = number(window[0])
    for place in sorted(piles):
        pile, (since, until) = piles[place], _stretch(place, letters)
        since, until = max(since, window[0], key=number), min(until, window[1], key=number)
        first, last = number(since), number(until)
        tall = max(_LEAST, pile.sure * scale) if pile.sure else 0.0
        faint = max(_LEAST, pile.share * scale) if pile.may else 0.0
        yield Bar(since, until, first - edge, last - first + 1, pile.sure, pile.may, tall, faint)


def _end(told: str, side: int) -> str:
    """The first or the last day of a stretch; one that is not understood is its own."""
    return bounds(told)[side] or told


def _place(day: str, letters: int) -> int:
    """Which day, month, year, decade or century a day lies in, counted through."""
    if letters == 10:
        return number(day)
    year, month, _ = parts(day)
    return year * 12 + month - 1 if letters == 7 else year // 10 ** (4 - letters)


def _stretch(place: int, letters: int) -> Window:
    """First and last day of what is so counted."""
    if letters == 10:
        return day_at(place), day_at(place)
    if letters == 7:
        first, following = (f"{written(m // 12)}-{m % 12 + 1:02d}-01" for m in (place, place + 1))
        return first, day_at(number(following) - 1)
    years = 10 ** (4 - letters)
    return f"{written(place * years)}-01-01", f"{written((place + 1) * years - 1)}-12-31"
