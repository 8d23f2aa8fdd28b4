"""The reports of a case as references: RIS and CSL-JSON, for Zotero and its like."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.analysis.view import CaseView
from sayso.publish.linked.jsonld import known
from sayso.records.dates import bounds, calendar_date
from sayso.records.documents import DocumentRow


def ris_lines(view: CaseView) -> Iterator[str]:
    """RIS (UTF-8), a record for each report, in the order of their ids."""
    for row in view.document_rows():
        yield from (f"{tag}  - {value}\r\n" for tag, value in _ris(row))
        yield "ER  - \r\n\r\n"


def csl_pieces(view: CaseView) -> Iterator[str]:
    """CSL-JSON: one list, an item for each report."""
    before = "[\n"
    for row in view.document_rows():
        yield before + json.dumps(_csl(row), ensure_ascii=False, sort_keys=True)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _ris(row: DocumentRow) -> Iterator[tuple[str, str]]:
    yield "TY", "RPRT"
    yield "ID", row.id
    yield "TI", _line(row.title or row.path)
    for tag, value in (("AU", row.author), ("PB", row.publisher), ("LA", row.language)):
        if value:
            yield tag, _line(value)
    if days := _days(row.published):
        year, *rest = days[0]
        yield "PY", f"{year:04d}"
        yield (
            "DA",
            "/".join([f"{year:04d}", *(f"{part:02d}" for part in rest), *[""] * (3 - len(rest))]),
        )
    yield "L1", _line(row.path)
    yield "N1", f"sha256:{row.sha256}"


def _csl(row: DocumentRow) -> dict[str, Any]:
    days = _days(row.published)
    return known(
        id=row.id,
        type="report",
        title=row.title or row.path,
        # Names are kept whole: to cut one in two would be a guess.
        author=[{"literal": row.author}] if row.author else None,
        publisher=row.publisher,
        issued={"date-parts": days} if days else None,
        language=row.language,
        note=f"{row.path}; sha256:{row.sha256}",
    )


def _days(published: str | None) -> list[list[int]]:
    """The date of a report as year, month and day, as far as known; two where it is a stretch."""
    first, last = bounds(published)
    if not first or not last or first.startswith("-"):
        return []
    if day := calendar_date(published):
        return [[int(part) for part in day.split("-")]]
    return [[int(part) for part in day.split("-")] for day in _ends(first, last)]


def _ends(first: str, last: str) -> Iterable[str]:
    return (first,) if first == last else (first, last)


def _line(text: str) -> str:
    return " ".join(text.split())
