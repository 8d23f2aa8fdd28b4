"""An analyst's own words in a briefing: each sentence with the footnotes it names, or marked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.analysis.citations import Citation
from sayso.publish.briefing import Listing, Remark
from sayso.publish.desk import Desk
from sayso.records.spans import Span

UNFOUNDED = "[no footnote] "
_MARKER = re.compile(r"\s*\[(?P<document>[\w-]{1,80}):(?P<start>\d{1,9})-(?P<end>\d{1,9})\]")
# Markers behind the full stop belong to the sentence before it.
_BEHIND = re.compile(r"([.!?…]+)((?:\s*\[[\w-]{1,80}:\d{1,9}-\d{1,9}\])+)")
_END = re.compile(r"(?<=[.!?…])\s+|\n+")


def marker(span: Span) -> str:
    """How words of a report are named in an analyst's text: "[d-1f2e:120-164]"."""
    return f"[{span.document}:{span.start}-{span.end}]"


def own_words(desk: Desk, text: str) -> tuple[Remark | Listing, ...]:
    """The sentences of a text; those whose markers name words of the case get footnotes.

    One without such a marker is kept, and is printed as a remark that says so.
    """
    found: list[Remark | Listing] = []
    for words, spans in sentences(desk, text):
        if spans:
            cited = tuple(Citation(span) for span in spans)
            found.append(Listing((desk.sentence(words, cited),)))
        else:
            found.append(Remark(UNFOUNDED + words))
    return tuple(found)


def sentences(desk: Desk, text: str) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Each sentence without its markers, and the words of reports that they name."""
    for part in _END.split(_BEHIND.sub(r"\2\1", text)):
        words = " ".join(_MARKER.sub("", part).split())
        if words:
            yield words, tuple(span for m in _MARKER.finditer(part) if (span := _span(desk, m)))


def _span(desk: Desk, match: re.Match[str]) -> Span | None:
    document = desk.view.document(match["document"])
    start, end = int(match["start"]), int(match["end"])
    if document is None or not start < end <= len(document.text):
        return None
    return document.span(start, end)
