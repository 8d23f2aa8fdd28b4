"""The queue of names that may be of one: decided one at a time, those on which most hangs first."""

from __future__ import annotations

from sayso.analysis.judging.queues import last, state
from sayso.analysis.judging.settling import KINDS, standing
from sayso.analysis.naming.deciding import KINDS as NAMING
from sayso.analysis.naming.deciding import shown
from sayso.analysis.naming.merges import Doubt, doubts
from sayso.records.case import Judgement
from sayso.web import known, links
from sayso.web.ask import Ask
from sayso.web.page import Page
from sayso.web.shown import quote

_LISTED, _LOGGED = 200, 200
_QUEUES = ("open", "undecided")


def review(ask: Ask) -> Page:
    """The pair that ``show`` names, or the first in the ``state`` asked for; and the log."""
    wanted = ask.given("state", "open")
    wanted = wanted if wanted in _QUEUES else "open"
    judged = standing(known.judgements(ask))
    everything = ask.linked("doubts", lambda: doubts(ask.view))
    queue = [d for d in everything if state(judged.get(d.merge)) == wanted]
    asked = next((d for d in everything if d.merge == ask.given("show")), None)
    current = asked or (queue[0] if queue else None)
    seen, reports = known.seen(ask), known.reports(ask)
    values = {
        "states": [(s, sum(state(judged.get(d.merge)) == s for d in everything)) for s in _QUEUES],
        "wanted": wanted,
        "current": current,
        "sides": [(e, seen.get(e.id)) for e in (current.left, current.right)] if current else [],
        "quotes": [quote(span, reports, 240) for span in current.spans] if current else [],
        "judged": judged.get(current.merge) if current else None,
        "next": _next(queue, current, wanted),
        "lines": queue[:_LISTED],
        "more": max(0, len(queue) - _LISTED),
        "last": last(known.judgements(ask), *NAMING, *KINDS),
        "log": [_logged(j) for j in reversed(known.judgements(ask)[-_LOGGED:])],
    }
    return Page("review.html", "Review", values, "/review")


def _next(queue: list[Doubt], current: Doubt | None, wanted: str) -> str:
    place = queue.index(current) if current in queue else -1
    rest = [*queue[place + 1 :], *queue[: max(place, 0)]]
    return links.filtered("/review", state=wanted, show=rest[0].merge if rest else "")


def _logged(judgement: Judgement) -> tuple[Judgement, str, bool]:
    """A decision, whom or what it is about, and whether it holds."""
    naming = judgement.decision in NAMING
    about = shown(judgement.about) if naming else " ".join(reversed(judgement.about))
    return judgement, about, judgement.value is not None and not judgement.revoked_by
