"""Plug-ins for the time kit: TimeML tags and day intervals from the product's own reader."""

from __future__ import annotations

from sayso.annotate.times import Reading, read_times


def times(text: str, document_date: str | None) -> list[tuple[int, int, str, str]]:
    """TimeML's view: start, end, type and value; the parts of a range or list are expressions."""
    return [
        (part.start, part.end, part.type, part.value)
        for reading in read_times(text, document_date)
        for part in _ends(reading)
        if part.type != "POINTER"
    ]


def intervals(text: str, report_date: str | None) -> list[tuple[int, int, str | None, str | None]]:
    """First and last day of every expression, as ISO dates; null where open."""
    return [
        (reading.start, reading.end, reading.earliest, reading.latest)
        for reading in read_times(text, report_date)
    ]


def _ends(reading: Reading) -> tuple[Reading, ...]:
    return reading.parts or (reading,)
