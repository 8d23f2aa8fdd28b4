"""The forms of ``sayso export``: what each is, what writes it, and what it needs besides sayso."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Form:
    """One form. ``what`` says it in a line; ``writes`` is where its function lives.

    The function of a ``folder`` takes a view and an existing folder, and fills it. Any other
    takes a view and gives the text, or bytes, in pieces.
    """

    what: str
    writes: str
    folder: bool = False

    def pieces(self, view: Any) -> Iterator[bytes]:
        """The file, piece by piece; UsageError where an extra is missing."""
        for piece in self._function()(view):
            yield piece.encode() if isinstance(piece, str) else piece

    def fill(self, view: Any, folder: Path) -> None:
        """Write the files into a folder; UsageError where an extra is missing."""
        self._function()(view, folder)

    def _function(self) -> Callable[..., Any]:
        module, _, name = self.writes.partition(":")
        function: Callable[..., Any] = getattr(importlib.import_module(module), name)
        return function


FORMS = {
    "lines": Form("Case lines: everything, and back again.", "sayso.publish.lines:line_pieces"),
    "timeml": Form(
        "The reports with their times, as TimeML.", "sayso.publish.timeml:write_timeml", folder=True
    ),
    "csv": Form("Tables for spreadsheets.", "sayso.publish.tables.cells:write_csv", folder=True),
    "parquet": Form(
        "Tables for DuckDB, pandas, polars.",
        "sayso.publish.tables.parquet:write_parquet",
        folder=True,
    ),
    "ftm": Form("FollowTheMoney entities.", "sayso.publish.linked.ftm.write:entity_lines"),
    "statements": Form(
        "FollowTheMoney statements.", "sayso.publish.linked.ftm.write:statement_lines"
    ),
    "annotations": Form(
        "W3C Web Annotations, JSON-LD.", "sayso.publish.linked.annotations:annotation_pieces"
    ),
    "prov": Form("PROV-O, JSON-LD.", "sayso.publish.linked.prov:prov_pieces"),
    "stix": Form("A STIX 2.1 bundle.", "sayso.publish.linked.stix.bundle:stix_pieces"),
    "claimreview": Form(
        "Drafts of ClaimReview for the checks, JSON-LD.",
        "sayso.publish.linked.claimreview:review_pieces",
    ),
    "ris": Form("The reports as RIS.", "sayso.publish.paper.references:ris_lines"),
    "csl": Form("The reports as CSL-JSON.", "sayso.publish.paper.references:csl_pieces"),
    "ics": Form("The dated events as a calendar.", "sayso.publish.days.ics:ics_lines"),
    "timelinejs": Form(
        "The timeline as a TimelineJS sheet.", "sayso.publish.days.timelinejs:sheet_lines"
    ),
}
