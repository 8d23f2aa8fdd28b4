"""Where the accounts part: both sides quoted, none chosen."""

from __future__ import annotations

from sayso.analysis.citations import conflict_citations
from sayso.analysis.timeline import entry
from sayso.analysis.wording.names import isolated, listed, quoted
from sayso.analysis.wording.sentences import tie_sentence
from sayso.publish.briefing import Band, Cell, Part, Remark, Section, Table, Topic
from sayso.publish.desk import Desk, remainder
from sayso.records.case import Conflict

_HEAD = ("What is said", "Held by", "In these words")
_SCOPES = {"within": "within one report", "across": "between reports"}


def conflicts(desk: Desk) -> Section:
    """One topic for each conflict, those between reports first."""
    found = sorted(desk.view.conflicts(), key=lambda c: (c.scope != "across", c.field, c.id))
    shown = found[: desk.limits.conflicts]
    parts: tuple[Part, ...] = (
        *(_topic(desk, conflict) for conflict in shown),
        *remainder(len(found), len(shown), "conflicts", "export --to lines"),
    )
    if not shown:
        parts = (
            Remark(
                "No conflict was found. Accounts that stay silent on a point, or are only less "
                "exact than others, are not counted as conflicts."
            ),
        )
    return Section("conflicts", "Where the accounts disagree", parts)


def _topic(desk: Desk, conflict: Conflict) -> Topic:
    rows = tuple(
        (
            Cell(isolated(side.value)),
            Cell(listed(isolated(holder) for holder in side.holders)),
            Cell(
                sentences=tuple(
                    desk.sentence(quoted(citation.span.quote, 240), [citation])
                    for citation in citations
                )
            ),
        )
        for side, citations in zip(
            conflict.sides, conflict_citations(desk.view, conflict), strict=True
        )
    )
    topic, when = _about(desk, conflict)
    field = conflict.field.replace("_", " ")
    return Topic(
        anchor=f"c-{conflict.id}",
        title=f"{field.capitalize()}: {topic}" if topic else field.capitalize(),
        meta=" · ".join(filter(None, [when, _SCOPES.get(conflict.scope), conflict.reason])),
        parts=(Table(f"Sides of the conflict on {field}", _HEAD, (Band(rows),)),),
    )


def _about(desk: Desk, conflict: Conflict) -> tuple[str, str]:
    for id in conflict.about:
        event = desk.view.event(id)
        if event:
            line = entry(event, desk.names)
            return line.text, line.when
        tie = desk.view.tie(id)
        if tie:
            return tie_sentence(tie, desk.names), ""
    return "", ""
