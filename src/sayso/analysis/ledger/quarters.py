"""The ledger over time: events and judgements by front, aspect and quarter, and what pressed.

Everything is counted and cited, and nothing is added up into an index: how many events weigh as
much as one judgement nobody knows.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sayso.analysis.network.fronts import Fronts
from sayso.analysis.sources import report_names
from sayso.analysis.view import CaseView
from sayso.analysis.wording.names import folded
from sayso.packs.cues import Aspect, Pressure
from sayso.packs.load import load_section
from sayso.packs.shelf import builtin_packs, find
from sayso.records.case import Account, Claim, Event
from sayso.records.dates import Interval, bounds, parts
from sayso.records.spans import Span

# Where no quarter is told: of an event without a day, or one that may be in several.
UNTOLD = ""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Cell:
    """What falls into one quarter: the ids of events and claims, the directions of the claims with
    how many give each, and the words of all."""

    events: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    directions: tuple[tuple[str, int], ...] = ()
    quotes: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One front and aspect (null where none is told) over the quarters of the ledger; ``author`` is
    whose reports tell it, empty where all are pooled."""

    front: str | None
    aspect: str | None
    author: str
    cells: tuple[Cell, ...]

    @property
    def count(self) -> int:
        """How many events and judgements it has."""
        return sum(len(cell.events) + len(cell.claims) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class OverTime:
    """The ledger over time. ``quarters`` are written "2020-Q1", the last is UNTOLD; ``pressures``
    are lines whose aspect is the name of the pressure."""

    quarters: tuple[str, ...]
    lines: tuple[Line, ...]
    pressures: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event or claim as one telling of it goes into the ledger."""

    id: str
    quarter: str
    front: str | None
    aspect: str | None
    author: str
    direction: str | None
    span: Span
    pressures: tuple[str, ...]


@dataclass(frozen=True)
class Kinds:
    """What packs say of aspects and pressures: each kind of event, and each word, by name."""

    aspects: Mapping[str, Aspect]
    pressures: Mapping[str, Pressure]

    @classmethod
    def of(cls, view: CaseView) -> Kinds:
        """Those of the packs that a case was read with; raises PackError where one is gone."""
        folders = [pack.folder for pack in builtin_packs()] + [find(p) for p in view.packs()]
        return cls(load_section(folders, "aspects"), load_section(folders, "pressures"))

    def aspect(self, event: Event) -> str | None:
        """The aspect that the kind of an event belongs to; its mode says more than its type."""
        for kind in _kinds(event):
            for name in sorted(self.aspects):
                if kind in self.aspects[name].events:
                    return name
        return None

    def pressing(self, kinds: Iterable[str], words: str) -> tuple[str, ...]:
        """The pressures that something is, by its kinds and its words."""
        text = f" {' '.join(_WORD.findall(folded(words)))} "
        kinds = set(kinds)
        return tuple(
            name
            for name in sorted(self.pressures)
            if kinds & set(self.pressures[name].events)
            or any(
                f" {' '.join(_WORD.findall(folded(word)))} " in text
                for word in self.pressures[name].words
            )
        )


def quarters(view: CaseView, *, by_author: bool = False, front: str = "") -> OverTime:
    """The ledger of a case over time, pooled or for each author; of one front, if it is named.

    An event stands in the quarter it is told for, a judgement in that of its report's date. Lines
    come by front, those with most first.
    """
    entries = list(_entries(view, Kinds.of(view)))
    if front:
        entries = [e for e in entries if folded(e.front or "") == folded(front)]
    if not by_author:
        entries = [replace(entry, author="") for entry in entries]
    told = tuple(sorted({e.quarter for e in entries if e.quarter}))
    columns = (*_all_between(told), UNTOLD)
    lines: dict[tuple[str, str, str], list[_Entry]] = defaultdict(list)
    pressures: dict[tuple[str, str], list[_Entry]] = defaultdict(list)
    for entry in entries:
        lines[entry.front or "", entry.aspect or "", entry.author].append(entry)
        for name in entry.pressures:
            pressures[name, entry.author].append(entry)
    made = [
        Line(key[0] or None, key[1] or None, key[2], _cells(found, columns))
        for key, found in lines.items()
    ]
    pressing = [
        Line(None, name, author, _cells(found, columns))
        for (name, author), found in sorted(pressures.items())
    ]
    return OverTime(columns, tuple(sorted(made, key=_order(made))), tuple(pressing))


def quarter(days: Interval) -> str:
    """The quarter of an interval of days, "2020-Q1"; UNTOLD where it may be another."""
    first, last = (_quarter(day) for day in days)
    return first if first == last else UNTOLD


def _quarter(day: str | None) -> str:
    if day is None or day.startswith("-"):
        return UNTOLD
    year, month, _ = parts(day)
    return f"{year:04d}-Q{(month + 2) // 3}"


def _all_between(told: tuple[str, ...]) -> Iterator[str]:
    """Each quarter from the first to the last; those far from all others are not filled up."""
    for n, one in enumerate(told):
        yield one
        after = told[n + 1] if n + 1 < len(told) else one
        gap = _next(one)
        steps = (int(after[:4]) - int(one[:4])) * 4 + int(after[-1]) - int(one[-1])
        while steps <= 8 and gap < after:
            yield gap
            gap = _next(gap)


def _next(one: str) -> str:
    year, number = int(one[:4]), int(one[-1])
    return f"{year + 1:04d}-Q1" if number == 4 else f"{year:04d}-Q{number + 1}"


def _entries(view: CaseView, kinds: Kinds) -> Iterator[_Entry]:
    rows = list(view.document_rows())
    authors = report_names(rows)
    published = {row.id: quarter(bounds(row.published)) for row in rows}
    fronts, _ = Fronts.of(view, {entity.id: entity for entity in view.entities()})
    for event in view.events():
        if event.realis == "actual":
            for account in event.accounts:
                yield _of_event(event, account, authors, fronts, kinds)
    for claim in view.claims():
        yield _of_claim(claim, authors, published, kinds)


def _of_event(
    event: Event, account: Account, authors: Mapping[str, str], fronts: Fronts, kinds: Kinds
) -> _Entry:
    return _Entry(
        id=event.id,
        quarter=quarter((event.earliest, event.latest)),
        front=next(fronts.at(event.places), None),
        aspect=kinds.aspect(event),
        author=authors.get(account.span.document, ""),
        direction=None,
        span=account.span,
        pressures=kinds.pressing(_kinds(event), account.span.quote),
    )


def _of_claim(
    claim: Claim, authors: Mapping[str, str], published: Mapping[str, str], kinds: Kinds
) -> _Entry:
    return _Entry(
        id=claim.id,
        quarter=published.get(claim.span.document, UNTOLD),
        front=claim.front,
        aspect=claim.aspect,
        author=authors.get(claim.span.document, ""),
        direction=claim.direction or "none",
        span=claim.span,
        pressures=kinds.pressing((), claim.span.quote),
    )


def _kinds(event: Event) -> tuple[str, ...]:
    return (f"{event.type}/{event.mode}", event.type) if event.mode else (event.type,)


def _cells(entries: list[_Entry], columns: tuple[str, ...]) -> tuple[Cell, ...]:
    by_quarter: dict[str, list[_Entry]] = defaultdict(list)
    for entry in entries:
        by_quarter[entry.quarter].append(entry)
    return tuple(_cell(by_quarter.get(one, ())) for one in columns)


def _cell(entries: Iterable[_Entry]) -> Cell:
    found = list(entries)
    judged = {e.id: e.direction for e in found if e.direction is not None}
    directions = Counter(d for d in judged.values() if d)
    return Cell(
        events=tuple(dict.fromkeys(e.id for e in found if e.direction is None)),
        claims=tuple(judged),
        directions=tuple(sorted(directions.items())),
        quotes=tuple(e.span for e in found),
    )


def _order(lines: Iterable[Line]) -> Callable[[Line], tuple[bool, int, str, int, str, str]]:
    """Fronts with most first, none told last; then by how much is told."""
    counts: Counter[str] = Counter()
    for line in lines:
        counts[line.front or ""] += line.count

    def key(line: Line) -> tuple[bool, int, str, int, str, str]:
        front = line.front or ""
        return (
            not front, -counts[front], front, -line.count, line.aspect or "~", line.author
        )  # fmt: skip

    return key
