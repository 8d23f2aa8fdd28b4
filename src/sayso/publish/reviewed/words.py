"""The words that selectors of an annotation point to, found in the report as the case has it."""

from __future__ import annotations

from typing import Any

from sayso.analysis.view import CaseView
from sayso.records.documents import Document
from sayso.records.errors import LineError
from sayso.records.spans import Span


def words_of(view: CaseView, source: str, selectors: dict[str, Any]) -> tuple[Document, Span]:
    """The report and the words; by place where the quote stands there, or else by the quote.

    ``source`` is the id or path of a report. Raises LineError where the words are not in it, or
    are more than once and nothing tells which are meant.
    """
    document = _document(view, source)
    quote, place = selectors.get("TextQuoteSelector", {}), selectors.get("TextPositionSelector", {})
    exact, start, end = quote.get("exact"), place.get("start"), place.get("end")
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(document.text):
        span = document.span(start, end)
        if exact in (None, span.quote):
            return document, span
    if not isinstance(exact, str) or not exact:
        raise LineError(f"nothing points to words of {document.path}")
    return document, _quoted(document, exact, quote)


def _document(view: CaseView, source: str) -> Document:
    found = view.document(source)
    if found is None:
        id = next((row.id for row in view.document_rows() if row.path == source), "")
        found = view.document(id)
    if found is None:
        raise LineError(f"the case has no report '{source}'")
    return found


def _quoted(document: Document, exact: str, quote: dict[str, Any]) -> Span:
    text, places, start = document.text, [], document.text.find(exact)
    before, behind = str(quote.get("prefix") or ""), str(quote.get("suffix") or "")
    while start >= 0:
        places.append(start)
        start = text.find(exact, start + 1)
    fitting = [
        at
        for at in places
        if text[:at].endswith(before) and text[at + len(exact) :].startswith(behind)
    ]
    if len(fitting) != 1:
        count = len(fitting) or "no"
        raise LineError(f"{count} places in {document.path} fit the words '{exact[:60]}'")
    return document.span(fitting[0], fitting[0] + len(exact))
