"""Answers about the whole case, worked out when it has been linked, and kept in it."""

from __future__ import annotations

from typing import Any

from sayso.analysis.highlights import HIGHLIGHTS
from sayso.analysis.network.edges import EDGES
from sayso.analysis.network.overall import OVERALL
from sayso.analysis.people import PRESENT
from sayso.analysis.sources import SOURCES
from sayso.analysis.view import Overview
from sayso.analysis.wording.called import CALLED
from sayso.store.writer import Writer

# Each a pass over all events, statements or mentions. Highlights come last: they ask for sources.
OVERVIEWS: tuple[Overview[Any], ...] = (
    CALLED, EDGES, SOURCES, PRESENT, OVERALL, HIGHLIGHTS,
)  # fmt: skip


def keep_overviews(writer: Writer) -> None:
    """Work them all out, but for those that would take too much memory, and keep them."""
    writer.count_anew()
    view = writer.view()
    events = view.counts()["event"]
    for overview in OVERVIEWS:
        few = overview.most is None or events <= overview.most
        writer.put_overview(overview.kind, overview.make(view) if few else ())
