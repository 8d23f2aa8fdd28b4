"""TimelineJS: the timeline as the sheet that Knight Lab's TimelineJS reads, in CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from html import escape

from sayso.analysis.record.sources import reporters, rows_of
from sayso.analysis.timeline import timeline
from sayso.analysis.view import CaseView
from sayso.analysis.wording.chains import certainty_words
from sayso.analysis.wording.dates import date_words
from sayso.analysis.wording.firm import firm
from sayso.analysis.wording.names import quoted
from sayso.analysis.wording.verbs import kind_words
from sayso.publish.tables.cells import cell
from sayso.records.dates import parts

# The columns of its template, in their order.
COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time",
    "Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption",
    "Media Thumbnail", "Type", "Group", "Background",
)  # fmt: skip
_QUOTES = 3


def sheet_lines(view: CaseView) -> Iterator[str]:
    """The events that have a first day, in order of time; the text has their words and sources."""
    rows = rows_of(view)
    yield _line(COLUMNS)
    for told in timeline(view):
        event = view.event(told.event)
        if event is None or told.earliest is None:
            continue
        accounts = event.accounts
        quotes = [quoted(account.span.quote, 300) for account in accounts[:_QUOTES]]
        voices = "; ".join(reporters(view, rows, accounts))
        # The sheet's text is HTML, and a report's words must stay words.
        known = firm(view, event)
        sure = known.reserve or certainty_words(told.factuality)
        word = f"On the word of: {voices} ({sure})"
        text = "".join(f"<p>{_html(words)}</p>" for words in (*quotes, word))
        when = date_words(told.earliest, told.latest, told.edtf)
        yield _line([
            *_day(told.earliest), "", *_day(_end(told.earliest, told.latest)), "",
            when, cell(_html(known.marked(told.text))), cell(text), "", "", "", "", "",
            kind_words(told.type, None), "",
        ])  # fmt: skip


def _html(words: str) -> str:
    """Words as words of HTML; quotation marks stay, for people read the sheet's cells too."""
    return escape(words, quote=False)


def _end(earliest: str, latest: str | None) -> str | None:
    return latest if latest != earliest else None


def _day(day: str | None) -> list[str]:
    return [str(part) for part in parts(day)] if day else ["", "", ""]


def _line(values: Iterable[str]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerow(values)
    return stream.getvalue()
