"""All citations of a document, of every kind, none of them over another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from sayso.extract.attributions.citing.citation import Citation
from sayso.extract.attributions.citing.credits import find_credits, find_datelines
from sayso.extract.attributions.citing.links import find_links
from sayso.extract.attributions.citing.notes import find_marked, find_notes
from sayso.extract.attributions.citing.parentheses import find_bracketed
from sayso.extract.attributions.citing.reading.cases import find_cases
from sayso.extract.attributions.citing.reading.outlets import Outlets
from sayso.extract.attributions.citing.reading.works import Works, listed
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.names import Names


def find_citations(names: Names) -> tuple[Citation, ...]:
    """The words that cite a report, and brackets that give no more than a date, in text order.

    Datelines, credit lines, sentences that cite a judgment, brackets, marks of notes, and links;
    where two kinds meet in the same words, the first of this list holds.
    """
    outlets = Outlets(names)
    works = Works(outlets)
    notes = find_notes(outlets)
    kinds = (
        find_datelines(outlets),
        find_credits(works),
        find_cases(outlets),
        find_bracketed(works),
        find_marked(outlets, notes),
        find_links(outlets),
    )
    ranked = ((rank, one) for rank, kind in enumerate(kinds) for one in kind)
    apart = _apart(sorted(ranked, key=lambda row: (row[1].bounds[0], row[0])))
    own = [*((note.start, note.bounds[1]) for note in notes), *listed(outlets)]
    return tuple(_outside(sorted(own), apart))


def _outside(own: Sequence[Bounds], citations: Iterable[Citation]) -> Iterator[Citation]:
    """Those that stand in the text itself: notes and lists of works are not their own sources."""
    for citation in citations:
        place = bisect_right(own, citation.bounds[0], key=lambda one: one[0]) - 1
        if place < 0 or citation.bounds[0] >= own[place][1]:
            yield citation


def _apart(ranked: Iterable[tuple[int, Citation]]) -> Iterator[Citation]:
    """Those that begin where no other one of a better kind still goes on."""
    kept: tuple[int, Citation] | None = None
    for rank, one in ranked:
        if kept is None or one.bounds[0] >= kept[1].bounds[1]:
            if kept:
                yield kept[1]
            kept = rank, one
        elif rank < kept[0]:
            kept = rank, one
    if kept:
        yield kept[1]
