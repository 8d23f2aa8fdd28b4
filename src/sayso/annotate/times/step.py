"""The steps that find the times of a document, and the events that they hang on."""

from __future__ import annotations

from dataclasses import replace

from sayso.annotate.times.conventions import HOUSE, Conventions, conventions_of
from sayso.annotate.times.reading import read_times
from sayso.annotate.times.readings import Reading
from sayso.annotate.times.sense.events.hanging import UNTOLD
from sayso.packs.pack import Pack
from sayso.records.documents import Document
from sayso.records.marks import Hanging, Time
from sayso.records.notes import Notes

# Blocks whose dates are beside the narrative.
_ASIDES = frozenset(("caption", "cell", "footnote"))
# So many characters about a time hold what is said of its event.
_BEFORE, _BEHIND = 60, 120


def find_times(notes: Notes, pack: Pack | None = None) -> tuple[Time, ...]:
    """The times of a document, in text order; nothing where it is kept but not read.

    The pack's conventions go before those of the house. A time's rule names the rule, and behind
    a colon what else is to be known of it.
    """
    return tuple(_time(notes.document, reading) for reading in _readings(notes, pack))


def find_hangings(notes: Notes, pack: Pack | None = None) -> tuple[Hanging, ...]:
    """What the times that the document leaves open say of the events that they hang on.

    The words about each are read once more by themselves, which tells as much of the event.
    """
    settled = conventions_of(pack.times) if pack else HOUSE
    left_open = [time for time in notes.times if time.rule.endswith(UNTOLD)]
    found = (_hanging(notes.document, time, settled) for time in left_open)
    return tuple(event for event in found if event)


def _hanging(document: Document, time: Time, settled: Conventions) -> Hanging | None:
    start, end = time.span.start, time.span.end
    first = max(0, start - _BEFORE)
    words = document.text[first : end + _BEHIND]
    for one in read_times(words, document.published, conventions=settled):
        if one.hangs and first + one.start <= start < first + one.end:
            return replace(one.hangs, start=start)
    return None


def _readings(notes: Notes, pack: Pack | None) -> list[Reading]:
    document = notes.document
    if not document.extracted:
        return []
    bounds = document.cleaned.block_bounds(document.blocks)
    asides = [
        bound for block, bound in zip(document.blocks, bounds, strict=True) if block.kind in _ASIDES
    ]
    breaks = sorted({edge for bound in bounds for edge in bound})
    return read_times(
        document.cleaned.text,
        document.published,
        breaks=breaks,
        asides=asides,
        conventions=conventions_of(pack.times) if pack else HOUSE,
    )


def _time(document: Document, reading: Reading) -> Time:
    return Time(
        span=document.clean_span(reading.start, reading.end),
        edtf=reading.edtf,
        earliest=reading.earliest,
        latest=reading.latest,
        anchor=reading.anchor,
        rule=reading.why,
        type=reading.type,
        value=reading.value,
    )
