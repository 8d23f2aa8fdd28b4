"""Statements held against the record, with the verdict and its reason."""

from __future__ import annotations

from sayso.analysis.citations import Citation, cited
from sayso.analysis.wording.names import capital, isolated, quoted
from sayso.publish.briefing import Band, Cell, Part, Remark, Section, Table
from sayso.publish.desk import Desk, remainder
from sayso.records.accounts import FIRM
from sayso.records.case import Account, Check

_HEAD = ("Said", "The record", "Verdict")
_ORDER = ("fails", "undecided", "holds")
_EVIDENCE = 6


def checks(desk: Desk) -> Section:
    """A table of checks: those that fail first, then the undecided, then those that hold."""
    found = sorted(
        desk.view.checks(),
        key=lambda c: (_ORDER.index(c.verdict), desk.reports[c.span.document].number, c.span.start),
    )
    shown = found[: desk.limits.checks]
    parts: tuple[Part, ...] = (
        Remark(
            "Statements that can be counted or compared. The record is this case: what fails here "
            "is at odds with what the reports tell, and what is undecided is not doubted."
        ),
        Table("Statements held against the record", _HEAD, (Band(tuple(_row(desk, one) for one
                                                                      in shown)),)),
        *remainder(len(found), len(shown), "checks", "check"),
    )  # fmt: skip
    if not shown:
        parts = (Remark("No statement was found that can be held against the record."),)
    return Section("checks", "Statements held against the record", parts)


def _reserve(account: Account) -> bool:
    """Whether an account is told with reserve: it is cited where there is no firmer one."""
    return account.factuality not in FIRM


def _row(desk: Desk, one: Check) -> tuple[Cell, ...]:
    said = desk.sentence(quoted(one.span.quote, 200), [Citation(one.span)])
    events = (event for id in one.evidence if (event := desk.view.event(id)))
    evidence = [min(event.accounts, key=_reserve) for event in events if event.accounts]
    record = one.found or "–"
    found = (
        Cell(sentences=(desk.sentence(isolated(record), cited(evidence[:_EVIDENCE])),))
        if evidence
        else Cell(isolated(record))
    )
    return (
        Cell(sentences=(said,), small=isolated(one.claimed)),
        found,
        Cell(capital(one.verdict), small=one.reason),
    )
