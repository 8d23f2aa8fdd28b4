"""Footnotes while a briefing is written: numbers first, the words in context at the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby

from sayso.analysis.citations import Citation
from sayso.analysis.grades import Grades, chain_grades
from sayso.analysis.passage import block_bounds, passage, pieces
from sayso.analysis.view import CaseView
from sayso.analysis.wording.chains import certainty_words, chain_words
from sayso.publish.briefing import CitedBlock, CitedReport, Footnote, Report
from sayso.records.documents import Document
from sayso.records.spans import Span
from sayso.records.statements import Attribution


class Notebook:
    """Hands out footnote numbers; one number for one passage under one chain of sources."""

    def __init__(self) -> None:
        self._numbers: dict[Citation, int] = {}

    def cite(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """The numbers of these citations, each once, in order."""
        given = (self._numbers.setdefault(c, len(self._numbers) + 1) for c in citations)
        return tuple(dict.fromkeys(given))

    def footnotes(
        self, view: CaseView, reports: Mapping[str, Report], grades: Grades
    ) -> tuple[tuple[Footnote, ...], tuple[CitedReport, ...]]:
        """All notes with their words in context, and the cited blocks of each report."""
        by_document: dict[str, list[tuple[int, Citation]]] = defaultdict(list)
        for citation, number in self._numbers.items():
            by_document[citation.span.document].append((number, citation))
        notes: list[Footnote] = []
        cited: list[CitedReport] = []
        for id, report in reports.items():
            document = view.document(id) if id in by_document else None
            found = by_document[id] if document else []
            if document:
                notes += (_footnote(view, document, report, grades, *one) for one in found)
            cited.append(CitedReport(report, _blocks(document, found) if document else ()))
        return tuple(sorted(notes, key=lambda note: note.number)), tuple(cited)


def _footnote(
    view: CaseView,
    document: Document,
    report: Report,
    grades: Grades,
    number: int,
    citation: Citation,
) -> Footnote:
    found = [a for id in citation.attributions if (a := view.attribution(id))]
    return Footnote(
        number=number,
        report=report,
        start=citation.span.start,
        end=citation.span.end,
        passage=passage(document, citation.span),
        chains=_chains(citation, found),
        certainty=certainty_words(citation.factuality, found),
        grades=chain_grades(grades, found),
    )


def _chains(citation: Citation, found: Iterable[Attribution]) -> tuple[str, ...]:
    chains = tuple(dict.fromkeys(chain_words(attribution) for attribution in found))
    # A mere mention is nobody's word.
    own = ("The report's own word",) if citation.factuality else ("Named here",)
    return chains or own


def _blocks(document: Document, cited: Iterable[tuple[int, Citation]]) -> tuple[CitedBlock, ...]:
    placed = sorted(
        (block_bounds(document, citation.span), number, citation.span) for number, citation in cited
    )
    return tuple(
        _block(document, bounds, [(number, span) for _, number, span in group])
        for bounds, group in groupby(placed, key=lambda one: one[0])
    )


def _block(
    document: Document, bounds: tuple[int, int], marks: list[tuple[int, Span]]
) -> CitedBlock:
    start, end = bounds
    block = document.block_at(start)
    cut = pieces(document.text, start, end, [span for _, span in marks])
    return CitedBlock(
        kind=block.kind if block else "paragraph",
        start=start,
        pieces=tuple(
            type(piece)(piece.text, tuple(marks[place][0] for place in piece.marks))
            for piece in cut
        ),
    )
