"""What an answer stands on: words of a report and the attributions over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.analysis.view import CaseView
from sayso.analysis.wording.names import isolated
from sayso.records.case import Account, Conflict
from sayso.records.spans import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a report, the attributions they stand under, and how firmly they are told."""

    span: Span
    attributions: tuple[str, ...] = ()
    factuality: str = ""


def cited(accounts: Iterable[Account]) -> tuple[Citation, ...]:
    """The words of some accounts, with what vouches for them."""
    return tuple(Citation(a.span, a.attributions, a.factuality) for a in accounts)


def conflict_citations(view: CaseView, conflict: Conflict) -> list[tuple[Citation, ...]]:
    """For each side of a conflict its words, with the attributions of their accounts."""
    parties = [view.event(id) or view.tie(id) for id in conflict.about]
    accounts = {account.span: account for party in parties if party for account in party.accounts}
    return [
        tuple(
            cited([accounts[span]])[0] if span in accounts else Citation(span)
            for span in side.spans
        )
        for side in conflict.sides
    ]


def conflict_line(conflict: Conflict) -> str:
    """The sides of a conflict in one line, each with who holds it."""
    sides = (
        f"{isolated(side.value)} ({', '.join(isolated(holder) for holder in side.holders)})"
        for side in conflict.sides
    )
    return " against ".join(sides)
