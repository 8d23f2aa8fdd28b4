"""Adapter from sayso to the attribution kit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from sayso.extract.attributions.step import find_attributions
from sayso.read.choose import read_document
from sayso.records.errors import UnreadableError
from sayso.records.notes import Notes
from sayso.records.spans import Span
from sayso.records.statements import Attribution
from sayso.run.plan import take_all
from sayso.run.tools import tools
from sayso.run.work import Bench

Places = list[list[int]]


def attributions(text: str) -> list[dict[str, Places]]:
    """Outermost attributions with a cue, as the kit's corpus has them, each with all its pieces.

    The corpus knows no nesting and no citations; pieces of one saying share their cue, and
    neither cue nor source counts as content where it stands inside.
    """
    outer = list(_outermost([a for a in _found(text) if a.cue is not None]))
    outer.sort(key=_cue_place)
    return [_as_kit(list(pieces)) for _, pieces in groupby(outer, key=_cue_place)]


def _found(text: str) -> tuple[Attribution, ...]:
    """Attributions as the corpus means them: attitudes and wishes are its sources' too."""
    notes = noted(text, before="attributions")
    if notes is None:
        return ()
    bench = _bench()
    return find_attributions(notes, bench.pack, bench.tagger, attitudes=True)


def noted(text: str, published: str | None = None, *, before: str = "events") -> Notes | None:
    """The notes of a text from the steps before one; None where there is nothing to read."""
    try:
        document = read_document("text.txt", text.encode("utf-8"), published=published)
    except UnreadableError:
        return None
    if document.text != text:
        raise ValueError("the reader changed the text; offsets would not fit the kit's")
    return take_all(Notes(document), _bench().tools, before=before)


@cache
def _bench() -> Bench:
    return tools()


def _outermost(found: list[Attribution]) -> Iterator[Attribution]:
    for inner in found:
        if not any(_holds(outer, inner) for outer in found):
            yield inner


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether a saying is told inside another; of two that hold each other the longer is outer."""
    return (
        inner.cue is not None
        and outer.cue != inner.cue
        and outer.content.covers(inner.cue)
        and not inner.content.covers(outer.content)
    )


def _cue_place(attribution: Attribution) -> tuple[int, int]:
    cue = attribution.cue or attribution.content
    return cue.start, cue.end


def _as_kit(pieces: list[Attribution]) -> dict[str, Places]:
    first = pieces[0]
    cuts = [span for span in (first.source, first.cue) if span is not None]
    return {
        "source": _places([first.source]),
        "cue": _places([first.cue]),
        "content": sorted(place for piece in pieces for place in _without(piece.content, cuts)),
    }


def _places(spans: Iterable[Span | None]) -> Places:
    return [[span.start, span.end] for span in spans if span is not None]


# What stands between words that are told and an inserted "according to X".
_BESIDE = " ,\n"


def _without(content: Span, cuts: list[Span]) -> Places:
    """What is said without the words of its own source and cue, and the commas that hold them."""
    parts = [[content.start, content.end]]
    for cut in cuts:
        if content.touches(cut):
            parts = [piece for part in parts for piece in _around(content, part, cut)]
    return parts


def _around(content: Span, part: list[int], cut: Span) -> Iterator[list[int]]:
    start, end = part
    for first, last in ((start, min(end, cut.start)), (max(start, cut.end), end)):
        words = content.quote[first - content.start : max(first, last) - content.start]
        left = len(words) - len(words.lstrip(_BESIDE)) if first > start else 0
        right = len(words.rstrip(_BESIDE)) if last < end else len(words)
        if left < right:
            yield [first + left, first + right]
