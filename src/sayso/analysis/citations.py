"""What an answer stands on: words of a report and the attributions over them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.analysis.view import CaseView
from sayso.analysis.wording.names import isolated, listed
from sayso.records.case import Account, Agreement, Conflict, Side
from sayso.records.spans import Span

_FIELDS = {
    "occurrence": "whether it happened",
    "statement": "what was said",
    "responsibility": "who did it",
    "participants": "who took part",
    "manner": "how it happened",
    "purpose": "what it was for",
    "place": "where it happened",
    "time": "when it happened",
    "quantity": "the numbers",
    "assessment": "how it is judged",
}

# Values of sides of which one only says what the other denies.
_SAYINGS = {"it is so": "said", "it is not so": "denied"}


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a report, the attributions they stand under, and how firmly they are told."""

    span: Span
    attributions: tuple[str, ...] = ()
    factuality: str = ""


def cited(accounts: Iterable[Account]) -> tuple[Citation, ...]:
    """The words of some accounts, with what vouches for them."""
    return tuple(Citation(a.span, a.attributions, a.factuality) for a in accounts)


def conflict_citations(
    view: CaseView, conflict: Conflict | Agreement
) -> list[tuple[Citation, ...]]:
    """For each side of a conflict or an agreement its words, with the attributions over them."""
    parties = [view.event(id) or view.tie(id) for id in conflict.about]
    accounts = {account.span: account for party in parties if party for account in party.accounts}
    return [
        tuple(
            cited([accounts[span]])[0] if span in accounts else Citation(span)
            for span in side.spans
        )
        for side in conflict.sides
    ]


def field_words(field: str) -> str:
    """What a conflict is about, as an indirect question: "when it happened"."""
    return _FIELDS.get(field, f"the {field.replace('_', ' ')}")


def field_rank(field: str) -> int:
    """How much a disagreement on a field matters to a reader: 0 matters most."""
    return list(_FIELDS).index(field) if field in _FIELDS else len(_FIELDS)


def holders(side: Side, reports: Mapping[str, str]) -> str:
    """Who holds a side, by name; ``reports`` give what to call a report where its author does."""
    authors = [reports.get(span.document, "the author") for span in side.spans]
    known = (authors if holder == "author" else [holder] for holder in side.holders)
    return listed(isolated(one) for names in known for one in names)


def agreement_line(agreement: Agreement, reports: Mapping[str, str]) -> str:
    """Who says alike what an agreement is on, in one line."""
    return "; ".join(holders(side, reports) for side in agreement.sides)


def is_denial(conflict: Conflict) -> bool:
    """Whether of two sides one says what the other denies, and no more."""
    return {side.value for side in conflict.sides} == set(_SAYINGS)


def conflict_line(conflict: Conflict, reports: Mapping[str, str]) -> str:
    """The sides of a conflict in one line, with who holds each; ``reports`` as in ``holders``."""
    if is_denial(conflict):
        # In the order of the sides, which is that of the words beside them.
        return ", ".join(f"{_SAYINGS[s.value]} by {holders(s, reports)}" for s in conflict.sides)
    sides = (f"{isolated(side.value)} ({holders(side, reports)})" for side in conflict.sides)
    return " against ".join(sides)
