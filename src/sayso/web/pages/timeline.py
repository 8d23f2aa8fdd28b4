"""What happened, on a chart with lanes and in a table: the same events, filtered by one address."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.analysis.people import who
from sayso.analysis.timeline import Entry, named_in
from sayso.analysis.wording.dates import date_words
from sayso.analysis.wording.sentences import event_title
from sayso.analysis.wording.verbs import kind_words
from sayso.records.accounts import EVENT_TYPES, ROLES
from sayso.records.case import Event, Spell
from sayso.records.dates import bounds, days_later, number, order
from sayso.web import known, links
from sayso.web.ask import Ask
from sayso.web.drawing.bars import Bar, Crowd, crowds, grain, table_of
from sayso.web.drawing.lanes import NAMES, Chart, chart, grouped
from sayso.web.known import Line
from sayso.web.page import Page

LANES = ("type", "person", "place", "source")
# More events than are drawn as marks are drawn as bars of how many.
_LANES, _ROWS, _DRAWN = 12, 200, 1500
# The role that places have in events.
_PLACE = "place"
# Ids in one question.
_AT_ONCE = 500
_FILTERS = ("from", "to", "who", "type", "lanes", "told")


_Groups = list[tuple[str, list[Spell]]]
_Published = tuple[str, str, str, int]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The picture: marks in the lanes of a chart, so many events being left out of it; or, where
    too many fit, bars: those of reports, and those of events."""

    chart: Chart | None = None
    left_out: int = 0
    press: tuple[Crowd, ...] = ()
    crowds: tuple[Crowd, ...] = ()
    of: str = ""


_NOTHING = _Drawn()


def timeline(ask: Ask) -> Page:
    """Events ``from`` a day ``to`` another, of ``who`` and ``type``, in ``lanes`` of a kind."""
    given = {name: ask.given(name)[:200] for name in _FILTERS}
    since, until = bounds(given["from"])[0], bounds(given["to"])[1]
    faults = [given[n] for n, day in (("from", since), ("to", until)) if given[n] and not day]
    lanes = given["lanes"] if given["lanes"] in LANES else "type"
    chosen = _chosen(ask, given, since, until)
    count, dated = ask.view.count_happened(**chosen) if chosen is not None else (0, 0)
    pages = -(-count // _ROWS)
    page = max(1, int(ask.given("page")[:9])) if ask.given("page").isdecimal() else 1
    page = min(page, max(1, pages))
    rows = slice((page - 1) * _ROWS, page * _ROWS)
    shown = known.lines(ask, ask.view.happened(**chosen, page=rows)) if count and chosen else []
    torn = _rivals(ask, [line.entry.event for line in shown])
    drawn = _chart(ask, chosen, (count, dated), lanes) if dated and chosen else _NOTHING
    values = {
        "given": given, "faults": faults, "lanes": lanes, "kinds": LANES,
        "types": [(type, kind_words(type, None)) for type in EVENT_TYPES],
        "chart": drawn.chart, "left_out": drawn.left_out, "drawn": _DRAWN,
        "press": drawn.press, "crowds": drawn.crowds, "crowd_of": drawn.of, "lanes_most": _LANES,
        "counts": table_of((*drawn.press, *drawn.crowds)) if drawn.crowds else [],
        "bar_days": _bar_days, "bar_words": _bar_words,
        "to": lambda bar: _link({**given, "from": bar.since, "to": bar.until}),
        "zooms": _zooms(given, drawn.chart) if drawn.chart else [],
        "rows": [(one.entry, torn.get(one.entry.event, ())) for one in shown],
        "count": count, "undated": count - dated,
        "page_number": page, "pages": pages,
        "turn": lambda n: _link({**given, "page": str(n)}),
        "total": ask.linked("counts", ask.view.counts)["event"],
    }  # fmt: skip
    return Page("timeline.html", "Timeline", values, "/timeline")


def _link(given: Mapping[str, str]) -> str:
    return links.filtered("/timeline", **dict(given))


def _chosen(
    ask: Ask, given: Mapping[str, str], since: str | None, until: str | None
) -> dict[str, Any] | None:
    """What the store is to look for; null where it would find nothing: nobody is called so."""
    who_ids = [c.entity.id for c in who(ask.view, given["who"])][:1] if given["who"] else []
    if given["who"] and not who_ids:
        return None
    return {
        "entity": who_ids[0] if who_ids else None,
        "type": given["type"] or None,
        "since": since,
        "until": until,
    }


def _chart(ask: Ask, chosen: dict[str, Any], counts: tuple[int, int], lanes: str) -> _Drawn:
    """The chart of the days asked for; ``counts`` say how many events fit and how many of these
    have a date."""
    first, last = chosen["since"], chosen["until"]
    if not (first and last):
        low, high = _reach(ask, chosen, counts[1])
        first, last = first or low, last or high
    inside = {**chosen, "since": first, "until": last}
    press, many = _press(ask, (first, last))
    told = crowds(
        [("Reports", (Spell("", date, date, n) for _, _, date, n in press))], (first, last)
    )
    # In a large case nearly all lie on the chart, and to count behind a day takes a while there.
    many_fit = inside != chosen and not (chosen["since"] or chosen["until"])
    if lanes != "source" and many_fit and counts[1] > 2 * _DRAWN:
        return _crowded(ask, inside, lanes, told)
    fit = counts[0] if inside == chosen else ask.view.count_happened(**inside)[0]
    if lanes != "source" and fit > _DRAWN:
        return _crowded(ask, inside, lanes, told)
    reports = _reports(ask, press) if many <= _DRAWN else []
    left_out = max(0, fit - _DRAWN)
    return _Drawn(_marks(ask, inside, lanes, reports), left_out, told if many > _DRAWN else ())


def _press(ask: Ask, window: tuple[str, str]) -> tuple[list[_Published], int]:
    """How many reports were published on each day between two, and how many these are."""
    dated = ask.linked("published", lambda: _published(ask))
    start = bisect_left(dated, order(window[0]), key=_day_of)
    found = dated[start : bisect_right(dated, order(window[1]), key=_day_of)]
    return found, sum(many for *_, many in found)


def _published(ask: Ask) -> list[_Published]:
    """What orders each date of a report, its first day, the date itself, and how many have it."""
    dates = ((bounds(date)[0], date, many) for date, many in ask.view.published().items())
    return sorted((order(day), day, date, many) for day, date, many in dates if day)


def _reports(ask: Ask, press: Iterable[_Published]) -> list[tuple[str, str, str]]:
    """Day, title and address of each of these reports, in order of time."""
    days = {date: (key, day) for key, day, date, _ in press}
    rows = ((days[row.published], row) for row in ask.view.published_on(days) if row.published)
    found = sorted((*day, row.title or row.path, row.id) for day, row in rows)
    return [(day, title, links.report(id)) for _, day, title, id in found]


def _marks(
    ask: Ask, inside: dict[str, Any], lanes: str, reports: Iterable[tuple[str, str, str]]
) -> Chart:
    """Each event a mark."""
    drawn = known.lines(ask, ask.view.happened(**inside, page=slice(0, _DRAWN)))
    keys = _keys(ask, lanes, drawn)
    groups = grouped([line.entry for line in drawn], keys, _LANES, f"No {lanes} told")
    torn, names = _rivals(ask, [line.entry.event for line in drawn]), known.names(ask)
    shown = {one.event for _, found in groups if len(found) <= NAMES for one in found}
    apart = [line.entry.event for line in drawn if line.entry.event in torn]
    told = list(ask.view.events_of([*dict.fromkeys([*apart, *sorted(shown)])]))
    known.fetch(names, named_in(told))
    titles = {one.id: event_title(one, names) for one in told if one.id in shown}
    days = {one.id: _days(one) for one in told if one.id in torn}
    return chart(groups, reports, inside["since"], inside["until"], days, titles)


def _crowded(ask: Ask, inside: dict[str, Any], lanes: str, press: tuple[Crowd, ...]) -> _Drawn:
    """So many events that marks would lie on each other: how many of them lie when."""
    window = (inside["since"], inside["until"])
    groups = _types(ask, inside, window) if lanes == "type" else _most(ask, inside, lanes, window)
    of = {"person": "people", "place": "places"}.get(lanes, "")
    return _Drawn(chart([], [], *window), 0, press, crowds(groups, window), of)


def _types(ask: Ask, inside: dict[str, Any], window: tuple[str, str]) -> _Groups:
    """The events by kind, the commonest first."""
    found: dict[str, list[Spell]] = defaultdict(list)
    for spell in _spells(ask, inside, grain(window)):
        found[kind_words(spell.type, None)].append(spell)
    return _by_size(found.items())


def _spells(ask: Ask, inside: dict[str, Any], letters: int) -> Iterable[Spell]:
    """When what fits lies. Of a name all that the index has: other days fall outside the chart."""
    entity, type = inside["entity"], inside["type"]
    if entity is None:
        return ask.view.tempo(letters, **inside)
    found = ask.view.tempo_named(letters, entity, *ROLES, _PLACE, typed=True)
    return (one for one in found if type in (None, one.type))


def _by_size(groups: Iterable[tuple[str, list[Spell]]]) -> _Groups:
    return sorted(groups, key=lambda group: (-sum(s.events for s in group[1]), group[0]))


def _most(ask: Ask, inside: dict[str, Any], lanes: str, window: tuple[str, str]) -> _Groups:
    """The events of those people or places of whom the reports speak most."""
    kind = "Person" if lanes == "person" else "Place"
    seen, view, letters = known.seen(ask), ask.view, grain(window)
    of_kind = {one.id: one.name for one in view.entities(type=kind)}
    spoken = sorted(of_kind.keys() & seen.keys(), key=lambda id: (-seen[id].mentions, id))

    def told(id: str) -> Iterable[Spell]:
        if inside["entity"] or inside["type"]:
            return view.tempo(letters, **inside, **{"who" if kind == "Person" else "where": id})
        # All of its events, since an index has them: those of other days fall outside the chart.
        return view.tempo_named(letters, id, *(ROLES if kind == "Person" else (_PLACE,)))

    return _by_size((of_kind[id], list(told(id))) for id in spoken[:_LANES])


def _bar_days(bar: Bar) -> str:
    return date_words(bar.since, bar.until)


def _bar_words(bar: Bar) -> str:
    may = f"; {bar.may:,} more may" if bar.may else ""
    return f"{_bar_days(bar)}: {bar.sure:,} lie within{may}"


def _reach(ask: Ask, chosen: dict[str, Any], dated: int) -> tuple[str, str]:
    """The first and the last day; where no day is asked for and they lie far apart, the days
    between which nearly all events lie: one of 1948 hides no year."""
    asked = chosen["since"] or chosen["until"]
    first, last = _days_at(ask, chosen, 0)[0], _days_at(ask, chosen, dated - 1)[1]
    if asked or number(last) - number(first) <= 40:
        last = max(first, last, key=order)
        # A mark on the first day would be cut in half by the edge.
        room = 1 + (number(last) - number(first)) // 60
        return days_later(first, -room), days_later(last, room)
    low = _days_at(ask, chosen, dated // 25)[0]
    high = _days_at(ask, chosen, dated - 1 - dated // 50)[1]
    slack = max(3, (number(high) - number(low)) // 30)
    low, high = days_later(low, -slack), days_later(high, slack)
    room = 1 + (number(last) - number(first)) // 60
    first, last = days_later(first, -room), days_later(last, room)
    return max(low, first, key=order), min(max(high, low, key=order), last, key=order)


def _days_at(ask: Ask, chosen: dict[str, Any], place: int) -> tuple[str, str]:
    """First and last day of the event at a place in order of time; an open end is the other."""
    [event] = ask.view.events_of(ask.view.happened(**chosen, page=slice(place, place + 1)))
    first, last = event.earliest or event.latest, event.latest or event.earliest
    assert first
    assert last
    return first, last


def _keys(ask: Ask, lanes: str, drawn: Iterable[Line]) -> Callable[[Entry], Iterable[str]]:
    """The lanes in which an event stands: by its type, or by its people, places or reports."""
    if lanes == "type":
        return lambda entry: (kind_words(entry.type, None),)
    names, reports = known.names(ask), known.reports(ask)
    people = ask.linked("people", lambda: {one.id for one in ask.view.entities(type="Person")})
    found = {
        line.entry.event: {
            "person": [names[id] for id in line.parties if id in people],
            "place": [names.get(place, place) for place in line.places],
            "source": [reports.get(report, "?") for report in line.reports],
        }[lanes]
        for line in drawn
    }
    return lambda entry: found.get(entry.event, ())


def _rivals(ask: Ask, events: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Rival dates of these events, by event."""
    parts = (events[first : first + _AT_ONCE] for first in range(0, len(events), _AT_ONCE))
    return {
        id: tuple(side.value for side in conflict.sides)
        for part in parts
        for conflict in ask.view.conflicts(about=frozenset(part))
        if conflict.field == "time"
        for id in conflict.about
    }


def _day_of(report: _Published) -> str:
    return report[0]


def _days(event: Event) -> list[tuple[str | None, str | None]]:
    """The days that accounts tell of an event, each once."""
    return list(dict.fromkeys((one.earliest, one.latest) for one in event.accounts))


def _zooms(given: Mapping[str, str], chart: Chart) -> list[tuple[str, str, str]]:
    """Label, key and address of each way to look closer, wider, earlier or later."""
    days = chart.days

    def to(label: str, key: str, start: int, length: int) -> tuple[str, str, str]:
        since = days_later(chart.since, start)
        return (
            label,
            key,
            _link({**given, "from": since, "to": days_later(since, max(1, length) - 1)}),
        )

    return [
        to("Earlier", "h", -max(1, days // 2), days),
        to("Closer", "+", days // 4, max(7, days // 2)),
        to("Wider", "-", -max(1, days // 2), days * 2),
        to("Later", "l", max(1, days // 2), days),
    ]
