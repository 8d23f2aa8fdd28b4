"""iCalendar (RFC 5545): every dated event as an all-day entry, for calendars."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import __version__
from sayso.analysis.citations import cited
from sayso.analysis.record.sources import reporters
from sayso.analysis.timeline import entry
from sayso.analysis.view import CaseView
from sayso.analysis.wording.chains import certainty_words
from sayso.analysis.wording.firm import Firm, firm
from sayso.analysis.wording.names import quoted
from sayso.analysis.wording.verbs import kind_words
from sayso.publish.tables.making import Register
from sayso.records.case import Event
from sayso.records.dates import days_later

# A line has at most so many octets; longer ones are folded.
_LINE = 75
# Where no report has a day: the standard wants a stamp, and the clock is not asked.
_STAMP = "19700101T000000Z"


def ics_lines(view: CaseView) -> Iterator[str]:
    """A calendar of the events whose first and last day are known, from the year 1 on.

    An entry lasts from the first day an event may have been to the last. What is planned or only
    thought of, and what nobody tells plainly, is tentative, and what is denied cancelled; titles
    say so. One that is not known to the day says there when it was.
    """
    register = Register(view)
    yield from _folded("BEGIN:VCALENDAR")
    yield from _folded("VERSION:2.0")
    yield from _folded(f"PRODID:-//sayso//sayso {__version__}//EN")
    for event in view.events():
        if event.earliest and event.latest and not event.earliest.startswith("-"):
            yield from _entry(register, event)
    yield from _folded("END:VCALENDAR")


def _entry(register: Register, event: Event) -> Iterator[str]:
    told = entry(event, register.names, register.origins.get(event.id))
    places = ", ".join(register.names.get(id, id) for id in event.places)
    known = firm(register.view, event)
    voices = "; ".join(reporters(register.view, register.rows, event.accounts))
    words = [
        f"{told.when}: {told.text} ({known.reserve or certainty_words(told.factuality)})",
        *(quoted(c.span.quote, 300) for c in cited(event.accounts)),
        f"On the word of: {voices}",
    ]
    # An entry of a month looks as if it lasted for a month.
    some_day = "" if event.earliest == event.latest else f" ({told.when})"
    yield from _folded("BEGIN:VEVENT")
    yield from _folded(f"UID:{event.id}@sayso")
    yield from _folded(f"DTSTAMP:{_STAMP}")
    yield from _folded(f"DTSTART;VALUE=DATE:{_compact(str(event.earliest))}")
    yield from _folded(f"DTEND;VALUE=DATE:{_compact(days_later(str(event.latest), 1))}")
    yield from _folded(f"SUMMARY:{_escaped(known.marked(told.text) + some_day)}")
    yield from _folded(f"DESCRIPTION:{_escaped(chr(10).join(words))}")
    if places:
        yield from _folded(f"LOCATION:{_escaped(places)}")
    yield from _folded(f"CATEGORIES:{_escaped(kind_words(event.type, None))}")
    yield from _folded(f"STATUS:{_status(event, known)}")
    yield from _folded("TRANSP:TRANSPARENT")
    yield from _folded("END:VEVENT")


def _status(event: Event, known: Firm) -> str:
    denied = all(account.factuality == "denied" for account in event.accounts)
    if event.realis == "negated" or denied:
        return "CANCELLED"
    return "CONFIRMED" if known.plain else "TENTATIVE"


def _compact(day: str) -> str:
    return day.replace("-", "")


def _escaped(text: str) -> str:
    plain = "".join(c for c in text if c == "\n" or c.isprintable())
    for mark in ("\\", ";", ","):
        plain = plain.replace(mark, f"\\{mark}")
    return plain.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A content line, folded between characters, never inside one."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > _LINE:
            yield f"{piece}\r\n"
            piece = " "
        piece += letter
    yield f"{piece}\r\n"
