"""What happened, on a chart with lanes and in a table: the same events, filtered by one address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sayso.analysis.people import who
from sayso.analysis.timeline import Entry
from sayso.analysis.wording.verbs import kind_words
from sayso.records.accounts import EVENT_TYPES
from sayso.records.dates import before, bounds, days_later, number, order
from sayso.web import known, links
from sayso.web.ask import Ask
from sayso.web.drawing.lanes import Chart, chart, grouped
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
    dated = [e for e in chosen if e.earliest or e.latest][:_DRAWN]
    page = max(1, int(ask.given("page"))) if ask.given("page").isdecimal() else 1
    page = min(page, max(1, -(-len(chosen) // _ROWS)))
    shown = chosen[(page - 1) * _ROWS : page * _ROWS]
    drawn = _chart(ask, dated, lanes, since, until) if dated else None
    values = {
        "given": given, "faults": faults, "lanes": lanes, "kinds": LANES,
        "types": [(type, kind_words(type, None)) for type in EVENT_TYPES],
        "chart": drawn,
        "zooms": _zooms(given, drawn) if drawn else [],
        "rows": [(e, _rivals(ask).get(e.event, ())) for e in shown],
        "count": len(chosen), "undated": sum(not (e.earliest or e.latest) for e in chosen),
        "page_number": page, "pages": -(-len(chosen) // _ROWS),
        "turn": lambda n: _link({**given, "page": str(n)}),
        "total": len(known.entries(ask)),
    }  # fmt: skip
    return Page("timeline.html", "Timeline", values, "/timeline")


def _link(given: Mapping[str, str]) -> str:
    return links.filtered("/timeline", **dict(given))


def _chosen(
    ask: Ask, given: Mapping[str, str], since: str | None, until: str | None
) -> list[Entry]:
    found: Iterable[Entry] = known.entries(ask)
    if given["who"]:
        ids = [c.entity.id for c in who(ask.view, given["who"])][:1]
        taking = {
            e.id for id in ids for e in [*ask.view.events(who=id), *ask.view.events(where=id)]
        }
        found = [e for e in found if e.event in taking]
    if given["type"]:
        found = [e for e in found if e.type == given["type"]]
    if since or until:
        found = [e for e in found if _touches(e, since, until)]
    return list(found)


def _touches(entry: Entry, since: str | None, until: str | None) -> bool:
    if not (entry.earliest or entry.latest):
        return False
    if since and entry.latest and before(entry.latest, since):
        return False
    return not (until and entry.earliest and before(until, entry.earliest))


def _chart(ask: Ask, dated: list[Entry], lanes: str, since: str | None, until: str | None) -> Chart:
    days = [day for e in dated for day in (e.earliest, e.latest) if day]
    first, last = since or min(days, key=order), until or max(days, key=order)
    if not (since or until) and number(last) - number(first) > 40:
        first, last = _middle(days, first, last)
    reports = [
        (day, row.title or row.path, links.report(row.id))
        for row in known.rows(ask).values()
        if (day := bounds(row.published)[0])
    ]
    return chart(grouped(dated, _keys(ask, lanes), _LANES), reports, first, last, _rivals(ask))


def _middle(days: list[str], first: str, last: str) -> tuple[str, str]:
    """Without a wish, the days between which nearly all events lie: one of 1948 hides no year."""
    ranked = sorted(days, key=order)
    low, high = ranked[len(ranked) // 25], ranked[-1 - len(ranked) // 50]
    slack = max(3, (number(high) - number(low)) // 30)
    low, high = days_later(low, -slack), days_later(high, slack)
    return max(low, first, key=order), min(high, last, key=order)


def _keys(ask: Ask, lanes: str) -> Callable[[Entry], Iterable[str]]:
    if lanes == "type":
        return lambda entry: (kind_words(entry.type, None),)
    found = ask.linked(("lanes", lanes), lambda: _lanes(ask, lanes))
    return lambda entry: found.get(entry.event, ())


def _lanes(ask: Ask, lanes: str) -> dict[str, list[str]]:
    """For each event the names of its people, places or sources."""
    names, reports = known.names(ask), known.reports(ask)
    found: dict[str, list[str]] = {}
    people = {entity.id for entity in ask.view.entities(type="Person")}
    for event in ask.view.events():
        if lanes == "person":
            keys = [names[p.entity] for p in event.participants if p.entity in people]
        elif lanes == "place":
            keys = [names.get(place, place) for place in event.places]
        else:
            keys = [reports.get(a.span.document, "?") for a in event.accounts]
        found[event.id] = keys
    return found


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
