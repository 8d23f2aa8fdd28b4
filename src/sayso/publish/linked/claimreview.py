"""Drafts of schema.org ClaimReview, one for each check; what only a person knows is left open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.analysis.passage import sentence_bounds
from sayso.analysis.view import CaseView
from sayso.analysis.wording.firm import how_firmly
from sayso.publish.linked.jsonld import known, listed, urn
from sayso.records.case import Account, Check
from sayso.records.documents import DocumentRow

CONTEXT = "https://schema.org"
# Schema.org asks for a number where there is a scale; undecided is no place on one.
RATINGS = {"holds": 5, "fails": 1}
_WORDS = {
    "holds": "Borne out by the reports of this case",
    "fails": "Excluded by the reports of this case",
    "undecided": "Undecided",
}


def review_pieces(view: CaseView) -> Iterator[str]:
    """A graph of drafts, in the order of the checks.

    A draft has no ``url``, ``author`` and ``datePublished``: whoever publishes it adds them.
    """
    return listed({"@context": CONTEXT}, "@graph", _reviews(view))


def _reviews(view: CaseView) -> Iterator[dict[str, Any]]:
    rows = {row.id: row for row in view.document_rows()}
    for check in view.checks():
        yield _review(view, rows, check, _sentence(view, check))


def _sentence(view: CaseView, check: Check) -> str:
    """The whole sentence that the words to be checked stand in: "at least three times" is no claim
    that a reader could judge."""
    document = view.document(check.span.document)
    if document is None:
        return check.span.quote
    start, end = sentence_bounds(document, check.span)
    return " ".join(document.text[start:end].split())


def _review(
    view: CaseView, rows: dict[str, DocumentRow], check: Check, sentence: str
) -> dict[str, Any]:
    return known(
        **{
            "@type": "ClaimReview",
            "@id": urn(check.id),
            "creativeWorkStatus": "Draft",
            "claimReviewed": sentence,
            "itemReviewed": _claim(rows[check.span.document], check),
            "reviewRating": _rating(check.verdict),
            "reviewBody": check.reason,
            "citation": list(_evidence(view, rows, check)),
        }
    )


def _claim(row: DocumentRow, check: Check) -> dict[str, Any]:
    author = row.author or row.publisher
    return known(
        **{
            "@type": "Claim",
            "author": {"@type": "Person" if row.author else "Organization", "name": author}
            if author
            else None,
            "datePublished": row.published,
            "appearance": _work(row),
            "text": check.span.quote,
        }
    )


def _work(row: DocumentRow, words: str | None = None, sure: str | None = None) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": row.publisher} if row.publisher else None
    return known(
        **{
            "@type": "Quotation" if words else "Report",
            "name": row.title or row.path,
            "publisher": publisher,
            "datePublished": row.published,
            "inLanguage": row.language,
            "text": words,
            "description": sure,
        }
    )


def _rating(verdict: str) -> dict[str, Any]:
    value = RATINGS.get(verdict)
    scale = {"ratingValue": value, "bestRating": 5, "worstRating": 1} if value else {}
    return {"@type": "Rating", "alternateName": _WORDS[verdict], **scale}


def _evidence(
    view: CaseView, rows: dict[str, DocumentRow], check: Check
) -> Iterator[dict[str, Any]]:
    """The words of every telling that the verdict rests on, each with how firmly it is told: what
    holds back may stand outside the words."""
    accounts: dict[Account, None] = {}
    for id in check.evidence:
        found = view.event(id) or view.tie(id)
        accounts.update(dict.fromkeys(found.accounts if found else ()))
    for account in accounts:
        sure = how_firmly(view.attribution, account)
        yield _work(rows[account.span.document], account.span.quote, sure)
