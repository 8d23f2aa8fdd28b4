"""The queues of conflicts and agreements: one at a time, each side with its passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.analysis.citations import agreement_line, conflict_line, field_words, is_denial
from sayso.analysis.judging.queues import STATES, last, ranked, state
from sayso.analysis.judging.rulings import Rulings
from sayso.analysis.judging.settling import KINDS, standing
from sayso.analysis.ledger.comparing import SEVERITIES, SEVERITY_WORDS
from sayso.analysis.people import parties
from sayso.analysis.timeline import named_in
from sayso.analysis.wording.names import capital
from sayso.analysis.wording.sentences import event_title, tie_sentence
from sayso.records.case import Agreement, Conflict, Judgement
from sayso.web import known, links
from sayso.web.ask import Ask
from sayso.web.page import Page
from sayso.web.pages.event import dispute

_LISTED = 300


@dataclass(frozen=True, slots=True)
class Line:
    """A conflict or an agreement in the list."""

    id: str
    href: str
    field: str
    topic: str
    text: str
    state: str
    current: bool


Matter = Conflict | Agreement


@dataclass(frozen=True, slots=True)
class Queue:
    """What is settled on a page: its address, its title, and the words of its buttons."""

    href: str
    title: str
    accept: str
    reject: str
    empty: str


_CONFLICTS = Queue(
    "/conflicts", "Conflicts", "A conflict", "No conflict",
    "No two accounts in this case contradict each other on a field that can be compared. Read "
    "more reports on the same events, and conflicts show here.",
)  # fmt: skip
_AGREEMENTS = Queue(
    "/agreements", "Agreements", "They agree", "They do not",
    "No two reports in this case were found to say the same of one thing in words of their own.",
)  # fmt: skip


def conflicts(ask: Ask) -> Page:
    """The conflict that ``show`` names, or the first in the ``state`` asked for; and the list."""
    return _page(ask, _CONFLICTS, ask.linked("conflicts", lambda: ranked(ask.view.conflicts())))


def agreements(ask: Ask) -> Page:
    """The agreement that ``show`` names, or the first in the ``state`` asked for; and the list."""
    found = ask.linked("agreements", lambda: list(ask.view.agreements()))
    return _page(ask, _AGREEMENTS, found)


def _page(ask: Ask, queue: Queue, everything: Sequence[Matter]) -> Page:
    wanted = ask.given("state", "open")
    wanted = wanted if wanted in STATES else "open"
    judged = _judged(ask, everything)
    waiting = [c for c in everything if state(judged.get(c.id)) == wanted]
    asked = next((c for c in everything if c.id == ask.given("show")), None)
    current = asked or (waiting[0] if waiting else None)
    behind = _behind(waiting, current)
    values = {
        "queue": queue,
        "states": [(s, sum(state(judged.get(c.id)) == s for c in everything)) for s in STATES],
        "wanted": wanted,
        "total": len(everything),
        "current": dispute(ask, current) if current else None,
        "topic": topic(ask, current) if current else "",
        "about": _about(ask, current) if current else "",
        "judged": judged.get(current.id) if current else None,
        "lesser": _lesser(current),
        "next": links.filtered(queue.href, state=wanted, show=behind.id if behind else ""),
        "lines": _lines(ask, waiting[:_LISTED], queue, wanted, current),
        "more": max(0, len(waiting) - _LISTED),
        "last": last(known.judgements(ask), *KINDS),
    }
    return Page("conflicts.html", queue.title, values, "/conflicts")


def _lesser(matter: Matter | None) -> list[tuple[str, str]]:
    """What a conflict can be played down to, with the words for it."""
    if not isinstance(matter, Conflict):
        return []
    grave = SEVERITIES.index(matter.severity) if matter.severity else 0
    return [(name, SEVERITY_WORDS[name]) for name in SEVERITIES[grave + 1 :]]


def _judged(ask: Ask, everything: Sequence[Matter]) -> dict[str, Judgement]:
    """What was said of each: of itself, or of one on the same matter before it was read anew."""
    said = known.judgements(ask)
    judged = dict(standing(said))
    rulings = Rulings(said, [one.id for one in everything])
    for one in everything:
        before = None if one.id in judged else rulings.of(one)
        if before is not None:
            judged[one.id] = before
    return judged


def topic(ask: Ask, conflict: Matter) -> str:
    """What the accounts differ about, or agree on, in a line."""
    names = known.names(ask)
    for id in conflict.about[:1]:
        if event := ask.view.event(id):
            return event_title(event, names)
        if tie := ask.view.tie(id):
            return tie_sentence(tie, names)
    if isinstance(conflict, Conflict) and is_denial(conflict):
        return capital(conflict_line(conflict, known.reports(ask)))
    return " – ".join(dict.fromkeys(side.value for side in conflict.sides))


def _about(ask: Ask, conflict: Matter) -> str:
    for id in conflict.about[:1]:
        if ask.view.event(id):
            return links.event(id)
        if tie := ask.view.tie(id):
            return f"{links.who(tie.subject)}#{id}"
        if ask.view.claim(id):
            return "/compare"
    return ""


def _behind(queue: Sequence[Matter], current: Matter | None) -> Matter | None:
    """The one to come when the current one is settled."""
    if current not in queue:
        return queue[0] if queue else None
    place = queue.index(current)
    rest = [*queue[place + 1 :], *queue[:place]]
    return rest[0] if rest else None


def _lines(
    ask: Ask, listed: Sequence[Matter], queue: Queue, wanted: str, current: Matter | None
) -> list[Line]:
    """The list, with what its lines tell asked for together and not line by line."""
    reports, told = known.reports(ask), _topics(ask, listed)
    sides = [side for one in listed for side in one.sides]
    known.fetch(reports, {span.document for side in sides for span in side.spans})
    return [
        Line(
            one.id,
            links.filtered(queue.href, state=wanted, show=one.id),
            capital(field_words(one.field)),
            # What is on no event nor tie has only its sides to be called by.
            told.get(one.about[0], "") if one.about else "",
            conflict_line(one, reports)
            if isinstance(one, Conflict)
            else agreement_line(one, reports),
            wanted,
            one is current,
        )
        for one in listed
    ]


def _topics(ask: Ask, listed: Sequence[Matter]) -> dict[str, str]:
    """What the events and ties that matters are about are called, by their ids."""
    names, ids = known.names(ask), sorted({id for one in listed for id in one.about[:1]})
    events, ties = ask.view.events_of(ids), list(ask.view.ties_of(ids))
    named = set(named_in(events)) | {id for tie in ties for id in parties(tie) if id}
    known.fetch(names, named)
    told = {event.id: event_title(event, names) for event in events}
    return told | {tie.id: tie_sentence(tie, names) for tie in ties}
