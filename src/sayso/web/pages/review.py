"""The queue of names that may be of one: decided one at a time, those on which most hangs first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from sayso.analysis.judging.queues import last, state
from sayso.analysis.judging.settling import KINDS, standing
from sayso.analysis.naming.deciding import KINDS as NAMING
from sayso.analysis.naming.deciding import shown
from sayso.analysis.naming.merges import Doubt, doubts
from sayso.analysis.passage import sentence_bounds
from sayso.analysis.people import Presence
from sayso.records.case import Entity, Judgement
from sayso.records.spans import Span
from sayso.web import known, links
from sayso.web.ask import Ask
from sayso.web.page import Page

_LISTED, _LOGGED = 200, 200
# Passages that show who is meant by a name, and mentions that are looked at for them.
_SHOWN, _LOOKED = 2, 6
# Characters of a sentence that are shown before and behind the name.
_AROUND = 200
_QUEUES = ("open", "undecided")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that names somebody, the report it is of, and the ways to it."""

    before: str
    words: str
    after: str
    report: str
    href: str
    beside: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of two who may be one: how much is told of it, and passages that name it."""

    entity: Entity
    seen: Presence | None
    told: tuple[Told, ...]


def review(ask: Ask) -> Page:
    """The pair that ``show`` names, or the first in the ``state`` asked for; and the log."""
    wanted = ask.given("state", "open")
    wanted = wanted if wanted in _QUEUES else "open"
    judged = standing(known.judgements(ask))
    everything = ask.linked("doubts", lambda: doubts(ask.view))
    queue = [d for d in everything if state(judged.get(d.merge)) == wanted]
    asked = next((d for d in everything if d.merge == ask.given("show")), None)
    current = asked or (queue[0] if queue else None)
    values = {
        "states": [(s, sum(state(judged.get(d.merge)) == s for d in everything)) for s in _QUEUES],
        "wanted": wanted,
        "current": current,
        "sides": [_side(ask, e, current) for e in (current.left, current.right)] if current else [],
        "judged": judged.get(current.merge) if current else None,
        "next": _next(queue, current, wanted),
        "lines": queue[:_LISTED],
        "more": max(0, len(queue) - _LISTED),
        "last": last(known.judgements(ask), *NAMING, *KINDS),
        "log": [_logged(j) for j in reversed(known.judgements(ask)[-_LOGGED:])],
    }
    return Page("review.html", "Review", values, "/review")


def _side(ask: Ask, entity: Entity, doubt: Doubt) -> Side:
    """One side; first the words on which the doubt rests, then where reports name it first."""
    mentions = {m.span: m.form for m in ask.view.mentions(entity=entity.id)}
    rests = [span for span in doubt.spans if span in mentions]
    named = [span for span, form in mentions.items() if form == "name"] or list(mentions)
    firsts = {span.document: span for span in reversed(named)}
    wanted = dict.fromkeys((*rests, *reversed(firsts.values()), *named))
    told: dict[tuple[str, int], Told] = {}
    for span in islice(wanted, _LOOKED):
        document = ask.view.document(span.document)
        if document is not None:
            start, end = sentence_bounds(document, span)
            told.setdefault((document.id, start), _told(ask, span, document.text[start:end], start))
    return Side(entity, known.seen(ask).get(entity.id), tuple(told.values())[:_SHOWN])


def _told(ask: Ask, span: Span, sentence: str, start: int) -> Told:
    before, after = sentence[: span.start - start], sentence[span.end - start :]
    return Told(
        before if len(before) <= _AROUND else f"… {before[-_AROUND:]}",
        span.quote,
        after if len(after) <= _AROUND else f"{after[:_AROUND]} …",
        known.reports(ask).get(span.document, span.document),
        links.words(span),
        links.beside(span),
    )


def _next(queue: list[Doubt], current: Doubt | None, wanted: str) -> str:
    place = queue.index(current) if current in queue else -1
    rest = [*queue[place + 1 :], *queue[: max(place, 0)]]
    return links.filtered("/review", state=wanted, show=rest[0].merge if rest else "")


def _logged(judgement: Judgement) -> tuple[Judgement, str, bool]:
    """A decision, whom or what it is about, and whether it holds."""
    naming = judgement.decision in NAMING
    about = shown(judgement.about) if naming else " ".join(reversed(judgement.about))
    return judgement, about, judgement.value is not None and not judgement.revoked_by
