"""What a citation is: the words that cite, the reports they point to, and how far it reaches."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying
from sayso.records.statements import Link


@dataclass(frozen=True, slots=True)
class Cited:
    """One report that a citation points to.

    ``source`` are the words that name it, in the citation or in the note it leads to;
    ``published`` is the EDTF date they give, if any. ``law``: it is the judgment of a court.
    """

    source: Bounds
    link: Link
    published: str | None
    law: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """Words that cite, at ``bounds``; ``published`` is the last date they give.

    ``outlets`` is empty where only a date is given ("X reported (May 3)"). ``reach`` tells what
    is covered: "back" to the citation before, its "clause", its "sentence", "onward" to the end
    of the text (a dateline), or the block "before" (a credit line).
    """

    bounds: Bounds
    outlets: tuple[Cited, ...]
    published: str | None = None
    reach: str = "back"


def clipped(saying: Saying, citations: Sequence[Citation]) -> Saying:
    """The saying without the citations at the ends of its content and behind its source."""
    source = saying.source and _clipped(saying.source, citations)
    return replace(saying, source=source, content=_clipped(saying.content, citations))


def _clipped(bounds: Bounds, citations: Sequence[Citation]) -> Bounds:
    start, end = bounds
    place = bisect_right(citations, start, key=lambda citation: citation.bounds[0])
    if place and citations[place - 1].bounds[1] > start:
        start = citations[place - 1].bounds[1] + 1
    for citation in citations[place:]:
        low, high = citation.bounds
        if low >= end:
            break
        if end <= high + 1:
            end = low - 1
            break
    return (start, end) if start < end else bounds
