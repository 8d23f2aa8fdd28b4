"""The most interesting things of the case."""

from __future__ import annotations

from sayso.analysis.highlights import highlights as found_highlights
from sayso.publish.briefing import Listing, Part, Remark, Section
from sayso.publish.desk import Desk


def highlights(desk: Desk) -> Section:
    """Up to ten sentences, ranked."""
    found = found_highlights(desk.view, desk.limits.highlights)
    items = tuple(desk.sentence(one.text, one.citations) for one in found)
    parts: tuple[Part, ...] = (Listing(items, ranked=True),)
    if not items:
        parts = (Remark("Nothing stands out: no conflict, no event told twice, no long chain."),)
    return Section("highlights", "What stands out", parts)
