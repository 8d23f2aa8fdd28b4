"""Judgements asked for: by subject, aspect, front and holder; and two reports side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from sayso.analysis.ledger.comparing import SEVERITY_WORDS
from sayso.analysis.ledger.rows import Row, ledger
from sayso.analysis.record.sources import rows_of
from sayso.analysis.sources import names_of_reports
from sayso.analysis.view import CaseView
from sayso.analysis.wording.names import folded, names_of
from sayso.records.case import Agreement, Claim, Conflict
from sayso.records.errors import UsageError

_VERDICTS = {"alone": "only one judges", "agree": "agree", "beside": "speak of other things"}


@dataclass(frozen=True, slots=True)
class Filter:
    """Which judgements are asked for: names and words fit by part, whatever case and accents."""

    subject: str | None = None
    aspect: str | None = None
    front: str | None = None
    holder: str | None = None
    main: bool = False


def listed_claims(view: CaseView, asked: Filter) -> list[Claim]:
    """The judgements that fit, in order of the reports' paths and of their texts."""
    names, reports, rows = names_of(view), names_of_reports(view), rows_of(view)
    claims = list(view.claims())
    # Who is asked for by name may be any of them, and to look up one at a time takes longer.
    wanted = {c.subject for c in claims if asked.subject and c.subject}
    names.fetch(wanted | {c.holder for c in claims if asked.holder and c.holder != "author"})
    found = [c for c in claims if _fits(c, asked, names, reports)]
    rows.fetch({c.span.document for c in found})
    return sorted(
        found, key=lambda c: (rows[c.span.document].path, c.span.document, c.span.start, c.id)
    )


def holder_name(claim: Claim, names: Mapping[str, str], reports: Mapping[str, str]) -> str:
    """Who holds a judgement, by name: for an author, what to call the report."""
    if claim.holder == "author":
        return reports.get(claim.span.document, "author")
    return names.get(claim.holder, claim.holder)


def report_named(view: CaseView, name: str) -> str:
    """The id of the report with this id, path, file name or title; raises UsageError."""
    if view.document_row(name) is not None:
        return name
    rows = list(view.document_rows())
    exact = [r.id for r in rows if name in (r.id, r.path, PurePosixPath(r.path).name)]
    wanted = folded(name)
    near = [r.id for r in rows if wanted and wanted in folded(f"{r.path} {r.title or ''}")]
    near = near or [r.id for r in rows if r.id.startswith(name)]
    found = exact or near
    if len(found) == 1:
        return found[0]
    paths = ", ".join(sorted(r.path for r in rows if not found or r.id in found)[:8])
    what = f"{len(found)} reports fit '{name}'" if found else f"no report is called '{name}'"
    raise UsageError(what, hint=f"reports: {paths}")


def comparison(view: CaseView, one: str, other: str) -> list[Row]:
    """The ledger of two reports: what both judge first, those that part before those that agree."""
    told = (claim for id in {one, other} for claim in view.claims(document=id))
    claims = sorted(told, key=lambda claim: claim.id)
    rows = ledger(claims, names_of(view), names_of_reports(view))
    return sorted(rows, key=_interest)


def shared_matters(view: CaseView, one: str, other: str) -> list[Agreement | Conflict]:
    """Where two reports say the same, then where they part: matters with a side in each."""
    both = {one, other}
    matters: list[Agreement | Conflict] = [*view.agreements(), *view.conflicts()]
    return [
        matter
        for matter in matters
        if both <= {span.document for side in matter.sides for span in side.spans}
    ]


def verdict_words(row: Row) -> str:
    """How the voices of a row stand to one another, in words."""
    if row.verdict == "part":
        return f"part: {SEVERITY_WORDS[row.severity or 'emphasis']}"
    return _VERDICTS[row.verdict]


def _interest(row: Row) -> tuple[int, int]:
    count = sum(len(stance.claims) for stance in row.stances)
    return (("part", "agree", "beside", "alone").index(row.verdict), -count)


def _fits(
    claim: Claim, asked: Filter, names: Mapping[str, str], reports: Mapping[str, str]
) -> bool:
    subject = f"{names.get(claim.subject or '', '')} {claim.topic or ''}"
    # Who holds it is looked up only where somebody asks.
    holder = holder_name(claim, names, reports) if asked.holder else ""
    pairs = (
        (asked.subject, subject), (asked.aspect, claim.aspect or ""),
        (asked.front, claim.front or ""), (asked.holder, holder),
    )  # fmt: skip
    if asked.main and claim.position == "body":
        return False
    return all(not wanted or folded(wanted) in folded(value) for wanted, value in pairs)
