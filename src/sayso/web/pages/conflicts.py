"""The queue of conflicts: one at a time, both sides with their passages, most valuable first."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.analysis.citations import conflict_line, field_words
from sayso.analysis.judging.queues import STATES, last, ranked, state
from sayso.analysis.judging.settling import KINDS, standing
from sayso.analysis.wording.names import capital
from sayso.analysis.wording.sentences import event_title, tie_sentence
from sayso.records.case import Conflict
from sayso.web import known, links
from sayso.web.ask import Ask
from sayso.web.page import Page
from sayso.web.pages.event import dispute

_LISTED = 300


@dataclass(frozen=True, slots=True)
class Line:
    """A conflict in the list."""

    id: str
    href: str
    field: str
    topic: str
    text: str
    state: str
    current: bool


def conflicts(ask: Ask) -> Page:
    """The conflict that ``show`` names, or the first in the ``state`` asked for; and the list."""
    wanted = ask.given("state", "open")
    wanted = wanted if wanted in STATES else "open"
    judged = standing(known.judgements(ask))
    everything = ask.linked("conflicts", lambda: ranked(ask.view.conflicts()))
    queue = [c for c in everything if state(judged.get(c.id)) == wanted]
    asked = next((c for c in everything if c.id == ask.given("show")), None)
    current = asked or (queue[0] if queue else None)
    behind = _behind(queue, current)
    values = {
        "states": [(s, sum(state(judged.get(c.id)) == s for c in everything)) for s in STATES],
        "wanted": wanted,
        "total": len(everything),
        "current": dispute(ask, current) if current else None,
        "topic": topic(ask, current) if current else "",
        "about": _about(ask, current) if current else "",
        "judged": judged.get(current.id) if current else None,
        "next": links.filtered("/conflicts", state=wanted, show=behind.id if behind else ""),
        "lines": [_line(ask, c, wanted, c is current) for c in queue[:_LISTED]],
        "more": max(0, len(queue) - _LISTED),
        "last": last(known.judgements(ask), *KINDS),
    }
    return Page("conflicts.html", "Conflicts", values, "/conflicts")


def topic(ask: Ask, conflict: Conflict) -> str:
    """What the accounts differ about, in a line."""
    names = known.names(ask)
    for id in conflict.about[:1]:
        if event := ask.view.event(id):
            return event_title(event, names)
        if tie := ask.view.tie(id):
            return tie_sentence(tie, names)
    return " – ".join(side.value for side in conflict.sides)


def _about(ask: Ask, conflict: Conflict) -> str:
    for id in conflict.about[:1]:
        if ask.view.event(id):
            return links.event(id)
        if tie := ask.view.tie(id):
            return f"{links.who(tie.subject)}#{id}"
        if ask.view.claim(id):
            return "/compare"
    return ""


def _behind(queue: list[Conflict], current: Conflict | None) -> Conflict | None:
    """The one to come when the current one is settled."""
    if current not in queue:
        return queue[0] if queue else None
    place = queue.index(current)
    rest = [*queue[place + 1 :], *queue[:place]]
    return rest[0] if rest else None


def _line(ask: Ask, conflict: Conflict, wanted: str, current: bool) -> Line:
    return Line(
        conflict.id,
        links.filtered("/conflicts", state=wanted, show=conflict.id),
        capital(field_words(conflict.field)),
        topic(ask, conflict),
        conflict_line(conflict, known.reports(ask)),
        wanted,
        current,
    )
