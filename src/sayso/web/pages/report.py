"""A report as it was written, with what was found in it marked in the text and told beside it."""

from __future__ import annotations

from collections import Counter

from sayso.analysis.passage import passage as passage_of
from sayso.records.documents import Document
from sayso.records.errors import UsageError
from sayso.web import links
from sayso.web.ask import Ask
from sayso.web.page import Page
from sayso.web.reader.findings import KINDS, findings
from sayso.web.reader.text import Stretch, stretches
from sayso.web.shown import report_line

LAYERS = {
    "saying": "Whose words",
    "event": "Events",
    "tie": "Ties",
    "claim": "Claims",
    "time": "Times",
    "name": "Names",
    "own": "Added by hand",
}
# What an analyst may say that words are, where no step has found it.
ADDABLE = (
    "Event",
    "Person",
    "Organization",
    "Place",
    "Time",
    "Attribution",
    "Tie",
    "Claim",
    "Note",
)
_OUTLINE = 120


def report(ask: Ask) -> Page:
    """The report with the id of the address, with the words marked that ``at`` names.

    ``off`` names the layers that are switched off, with commas between.
    """
    document = _document(ask)
    line, found = report_line(document), findings(ask, document)
    at = links.place(ask.given("at"))
    parts = stretches(document, found, at)
    counts = Counter(one.kind for one in found)
    off = [kind for kind in ask.given("off").split(",") if kind in KINDS]
    values = {
        "id": document.id,
        "report": line,
        "stretches": parts,
        "found": len(found),
        "layers": [(kind, LAYERS[kind], counts[kind], kind not in off) for kind in KINDS],
        "off": " ".join(off),
        "outline": _outline(parts),
        "at": f"{at[0]}-{at[1]}" if at else "",
        "chosen": document.text[at[0] : at[1]][:300] if at else "",
        "addable": ADDABLE,
        "judge": ask.given("judge")[:80],
    }
    return Page("report.html", line.title, values, "/")


def passage(ask: Ask) -> Page:
    """The words of ``at`` in their passage, to be read beside a finding."""
    document = _document(ask)
    start, end = links.place(ask.given("at")) or (0, 0)
    if not 0 <= start < end <= len(document.text):
        raise UsageError("the report has no such words", hint="open the report from Home")
    span = document.span(start, end)
    shown = passage_of(document, span, around=3)
    values = {"report": report_line(document), "passage": shown, "href": links.words(span)}
    return Page("passage.html", "Passage", values, "/")


def _document(ask: Ask) -> Document:
    found = ask.view.document(ask.id())
    if found is None:
        raise UsageError(f"the case has no report '{ask.id()}'", hint="Home lists all reports")
    return found


def _outline(parts: tuple[Stretch, ...]) -> list[tuple[int, str, int]]:
    """Depth, words and place of each heading."""
    headings = [
        (max(1, part.level), "".join(w.text for w in part.words).strip(), part.words[0].anchor)
        for part in parts
        if part.kind == "heading" and part.words
    ]
    return [(level, text[:160], anchor) for level, text, anchor in headings if text][:_OUTLINE]
