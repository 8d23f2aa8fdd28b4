"""What happened, on a chart with lanes and in a table: the same events, filtered by one address."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sayso.analysis.people import who
from sayso.analysis.timeline import Entry
from sayso.analysis.wording.sentences import event_title
from sayso.analysis.wording.verbs import kind_words
from sayso.records.accounts import EVENT_TYPES
from sayso.records.case import Event
from sayso.records.dates import bounds, days_later, number, order
from sayso.web import known, links
from sayso.web.ask import Ask
from sayso.web.drawing.lanes import NAMES, Chart, chart, grouped
from sayso.web.known import Line
from sayso.web.page import Page

LANES = ("type", "person", "place", "source")
_LANES, _ROWS, _DRAWN = 12, 200, 6000
_FILTERS = ("from", "to", "who", "type", "lanes", "told")


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
    drawn = _chart(ask, chosen, (count, dated), lanes) if dated and chosen else None
    values = {
        "given": given, "faults": faults, "lanes": lanes, "kinds": LANES,
        "types": [(type, kind_words(type, None)) for type in EVENT_TYPES],
        "chart": drawn[0] if drawn else None, "left_out": drawn[1] if drawn else 0, "drawn": _DRAWN,
        "zooms": _zooms(given, drawn[0]) if drawn else [],
        "rows": [(one.entry, _rivals(ask).get(one.entry.event, ())) for one in shown],
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


def _chart(
    ask: Ask, chosen: dict[str, Any], counts: tuple[int, int], lanes: str
) -> tuple[Chart, int]:
    """The chart of the days asked for, and how many events are left out of it for their number;
    ``counts`` say how many fit and how many of these have a date."""
    first, last = chosen["since"], chosen["until"]
    if not (first and last):
        low, high = _reach(ask, chosen, counts[1])
        first, last = first or low, last or high
    inside = {**chosen, "since": first, "until": last}
    drawn = known.lines(ask, ask.view.happened(**inside, page=slice(0, _DRAWN)))
    dated = ask.linked("dated reports", lambda: _dated(ask))
    start = bisect_left(dated, order(first), key=_day_of)
    end = bisect_right(dated, order(last), key=_day_of)
    reports = [(day, title, links.report(id)) for _, day, title, id in dated[start:end]]
    keys = _keys(ask, lanes, drawn)
    groups = grouped([line.entry for line in drawn], keys, _LANES, f"No {lanes} told")
    # To count behind a day takes half a second in a case of a million accounts: not twice.
    fit = counts[0] if inside == chosen else ask.view.count_happened(**inside)[0]
    torn, names = _rivals(ask), known.names(ask)
    shown = {one.event for _, found in groups if len(found) <= NAMES for one in found}
    apart = [line.entry.event for line in drawn if line.entry.event in torn]
    told = list(ask.view.events_of([*dict.fromkeys([*apart, *sorted(shown)])]))
    titles = {one.id: event_title(one, names) for one in told if one.id in shown}
    days = {one.id: _days(one) for one in told if one.id in torn}
    return chart(groups, reports[:_DRAWN], first, last, days, titles), max(0, fit - _DRAWN)


def _reach(ask: Ask, chosen: dict[str, Any], dated: int) -> tuple[str, str]:
    """The first and the last day; where no day is asked for and they lie far apart, the days
    between which nearly all events lie: one of 1948 hides no year."""
    asked = chosen["since"] or chosen["until"]
    first, last = _days_at(ask, chosen, 0)[0], _days_at(ask, chosen, dated - 1)[1]
    if asked or number(last) - number(first) <= 40:
        return first, max(first, last, key=order)
    low = _days_at(ask, chosen, dated // 25)[0]
    high = _days_at(ask, chosen, dated - 1 - dated // 50)[1]
    slack = max(3, (number(high) - number(low)) // 30)
    low, high = days_later(low, -slack), days_later(high, slack)
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


def _rivals(ask: Ask) -> Mapping[str, tuple[str, ...]]:
    """Rival dates of events, by event."""

    def made() -> dict[str, tuple[str, ...]]:
        return {
            id: tuple(side.value for side in conflict.sides)
            for conflict in ask.view.conflicts()
            if conflict.field == "time"
            for id in conflict.about
        }

    return ask.linked("rivals", made)


def _dated(ask: Ask) -> list[tuple[str, str, str, str]]:
    """The reports that have a date, in its order: what orders it, its first day, title and id."""
    rows = known.rows(ask).values()
    found = ((bounds(row.published)[0], row.title or row.path, row.id) for row in rows)
    return sorted((order(day), day, title, id) for day, title, id in found if day)


def _day_of(report: tuple[str, str, str, str]) -> str:
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
