"""Where the accounts part: both sides quoted, none chosen."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.analysis.citations import conflict_citations, field_rank, field_words, holders
from sayso.analysis.judging.rulings import ruling_words
from sayso.analysis.sources import report_names
from sayso.analysis.wording.dates import date_words
from sayso.analysis.wording.names import capital, isolated, quoted
from sayso.analysis.wording.sentences import event_title, tie_sentence
from sayso.publish.briefing import Band, Cell, Part, Remark, Section, Table, Topic
from sayso.publish.desk import Desk, remainder
from sayso.records.case import Conflict

_HEAD = ("What is said", "Held by", "In these words")
_SCOPES = {"within": "within one report", "across": "between reports"}


def conflicts(desk: Desk) -> Section:
    """One topic for each conflict, those between reports first."""
    found = sorted(desk.view.conflicts(), key=_order)
    reports = report_names(desk.view.document_rows())
    shown = found[: desk.limits.conflicts]
    parts: tuple[Part, ...] = (
        *(_topic(desk, conflict, reports) for conflict in shown),
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


def _order(conflict: Conflict) -> tuple[bool, tuple[str, ...], int, str]:
    across = conflict.scope == "across"
    return (not across, conflict.about, field_rank(conflict.field), conflict.id)


def _topic(desk: Desk, conflict: Conflict, reports: Mapping[str, str]) -> Topic:
    rows = tuple(
        (
            Cell(isolated(side.value)),
            Cell(holders(side, reports)),
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
    said = desk.rulings.of(conflict)
    field = field_words(conflict.field)
    return Topic(
        anchor=f"c-{conflict.id}",
        title=f"{topic}: {field}" if topic else capital(field),
        meta=" · ".join(
            filter(
                None,
                [
                    when,
                    _SCOPES.get(conflict.scope),
                    conflict.reason,
                    ruling_words(said) if said else "",
                ],
            )
        ),
        parts=(Table(f"What the accounts say of {field}", _HEAD, (Band(rows),)),),
    )


def _about(desk: Desk, conflict: Conflict) -> tuple[str, str]:
    for id in conflict.about:
        event = desk.view.event(id)
        if event:
            when = date_words(event.earliest, event.latest, event.edtf)
            return event_title(event, desk.names), "" if conflict.field == "time" else when
        tie = desk.view.tie(id)
        if tie:
            return tie_sentence(tie, desk.names), ""
        claim = desk.view.claim(id)
        if claim and claim.subject:
            return isolated(desk.names.get(claim.subject, claim.topic or "")), ""
    return "", ""
