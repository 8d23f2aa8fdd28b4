"""Citations in parentheses: outlets and dates that stand for the words before them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying
from sayso.extract.attributions.names import Names
from sayso.records.marks import Time
from sayso.records.statements import Link

_PARENTHESES = re.compile(r"\(([^()\n]{2,200})\)")
_PART = re.compile(r"[^;]+")
_NAME_WORD = re.compile(r"[A-Z][\w.&’'-]*|[a-z]{2}-[A-Z][\w’'-]*|[’'][A-Z]\w*")
_SMALL_WORDS = frozenset(
    {"the", "of", "and", "in", "for", "on", "de", "le", "la", "al", "el", "an", "a"}
)
_MOST_WORDS = 10


@dataclass(frozen=True, slots=True)
class Cited:
    """One outlet of a citation; ``published`` is the EDTF date it gives, if any."""

    source: Bounds
    link: Link
    published: str | None


@dataclass(frozen=True, slots=True)
class Citation:
    """Parentheses that cite; without outlets where only a date is given ("X reported (May 3)")."""

    bounds: Bounds
    outlets: tuple[Cited, ...]
    published: str | None


def find_citations(names: Names) -> tuple[Citation, ...]:
    """All parentheses that cite an outlet or give a date, in text order.

    A date alone may date an event as well; whoever uses it must look at what stands before.
    """
    document = names.scene.document
    found = (
        _citation(names, match.span(), match.span(1))
        for match in _PARENTHESES.finditer(document.text)
    )
    return tuple(citation for citation in found if citation is not None)


def clipped(saying: Saying, citations: Sequence[Citation]) -> Saying:
    """The saying without a citation at the end of its content."""
    start, end = saying.content
    place = bisect_right(citations, start, key=lambda citation: citation.bounds[0])
    for citation in citations[place:]:
        low, high = citation.bounds
        if low >= end:
            break
        if end <= high + 1:
            return replace(saying, content=(start, low - 1)) if low - 1 > start else saying
    return saying


def _citation(names: Names, bounds: Bounds, inside: Bounds) -> Citation | None:
    text = names.scene.document.text
    dated: list[tuple[Bounds | None, str | None]] = []
    for part in _PART.finditer(text, *inside):
        time = _time_in(names, part.span())
        end = time.span.start if time else part.end()
        dated.append((_trimmed(text, part.start(), end), time.edtf if time else None))
    last = next((date for _, date in reversed(dated) if date), None)
    if len(dated) == 1 and dated[0][0] is None and last:
        return Citation(bounds, (), last)
    outlets = tuple(_outlets(names, dated, last))
    return Citation(bounds, outlets, last) if len(outlets) == len(dated) else None


def _outlets(
    names: Names, dated: list[tuple[Bounds | None, str | None]], last: str | None
) -> Iterator[Cited]:
    # "(Maariv; Haaretz, November 18)": an outlet without a date has that of the next one.
    for place, (source, own) in enumerate(dated):
        date = own or next((d for _, d in dated[place:] if d), last)
        if source is None or not _cites(names, source, date):
            continue
        rows = [row for row in names.mentions_in(source) if row[0].form != "adjective"]
        whole = next((r for r in rows if (r[0].span.start, r[0].span.end) == source), None)
        entity = whole[1] if whole else None
        words = names.scene.document.text[slice(*source)]
        yield Cited(
            source, Link(entity.name if entity else words, entity.id if entity else None), date
        )


def _time_in(names: Names, bounds: Bounds) -> Time | None:
    times = (time for time in names.scene.times_in(bounds) if time.edtf)
    return next(times, None)


def _trimmed(text: str, start: int, end: int) -> Bounds | None:
    while end > start and text[end - 1] in " ,:\xa0\t":
        end -= 1
    while start < end and text[start] in " ,\xa0\t":
        start += 1
    return (start, end) if end > start else None


def _cites(names: Names, source: Bounds, date: str | None) -> bool:
    """Whether words in parentheses are an outlet; without a date it must be a known one."""
    text = names.scene.document.text[slice(*source)]
    types = [m.type for m, _ in names.mentions_in(source) if m.form != "adjective"]
    if names.is_known_outlet(text) or (types and types[-1] == "Outlet"):
        return True
    if date is None or not re.match(r"\d{4}-\d\d", date) or (types and types[0] == "Place"):
        return False
    words = text.split()
    if len(words) > _MOST_WORDS:
        return False
    pack = names.scene.pack
    described = {w.strip(",’'").lower() for w in words} & pack.list("outlet_descriptions")
    return bool(described) or (
        all(w.strip(",") in _SMALL_WORDS or _NAME_WORD.match(w) for w in words)
        and any(_NAME_WORD.match(w) for w in words)
    )
