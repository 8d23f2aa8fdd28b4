"""What a report cites, read and found as the product does it."""

from __future__ import annotations

from sayso.annotate.mentions.step import find_mentions
from sayso.annotate.times.step import find_times
from sayso.engines.protocols import Engine
from sayso.extract.attributions.step import find_attributions
from sayso.read.choose import read_document
from sayso.records.documents import Document
from sayso.records.notes import Notes
from sayso.records.statements import Attribution
from sayso.resolve.within import find_entities
from tests.extract.telling import pack

Row = tuple[str, str | None, str]


def read(text: str | bytes, name: str = "report.txt") -> Document:
    """A report of June 2021 from the words of a file."""
    data = text.encode() if isinstance(text, str) else text
    return read_document(name, data, published="2021-06-01")


def found(engine: Engine, document: Document) -> tuple[Attribution, ...]:
    """All attributions of a document."""
    notes = Notes(document).with_gift("parse", engine.parse(document))
    notes = notes.with_gift("mentions", find_mentions(notes, pack()))
    notes = notes.with_gift("entities", find_entities(notes, pack()))
    notes = notes.with_gift("times", find_times(notes))
    return find_attributions(notes, pack())


def cited(engine: Engine, text: str | bytes, name: str = "report.txt") -> list[Row]:
    """Outlet, date and covered words of each attribution that no cue makes."""
    rows = found(engine, read(text, name))
    return [(a.chain[0].name, a.published, a.content.quote) for a in rows if a.cue is None]


def dated(engine: Engine, text: str) -> list[tuple[str, str | None]]:
    """Outlets and dates alone, each pair once, in order."""
    return list(dict.fromkeys((name, date) for name, date, _ in cited(engine, text)))
