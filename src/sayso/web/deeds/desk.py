"""What the workbench remembers for its user beside the case's records: what was seen, the paper."""

from __future__ import annotations

import json

from sayso.records.errors import UsageError
from sayso.records.ids import content_id
from sayso.run.deciding import Stale
from sayso.store.case import Case
from sayso.web.deeds.deed import Form

# Under these keys a case keeps what its analyst has seen, and how the briefing is laid out.
SEEN, LAYOUT = "seen", "briefing"


def see(case: Case, form: Form) -> str | None:
    """Take note that every report the case holds now has been seen."""
    with case.beside() as writer:
        ids = sorted(row.id for row in writer.view().document_rows())
        writer.set_meta(SEEN, json.dumps(ids))
    return None


def lay_out(case: Case, form: Form) -> str | None:
    """Keep the sections of the briefing, in their order, with the analyst's own words.

    The form gives ``order``, the anchors with commas between; ``keep``, those that are printed;
    ``up`` or ``down``, one that moves; ``words-ANCHOR``, what to write above a section.
    """
    order = [anchor for anchor in form["order"].split(",") if anchor]
    for name, by in (("up", -1), ("down", 1)):
        if form[name] in order:
            _move(order, form[name], by)
    if len(set(order)) != len(order) or len(order) > 100:
        raise UsageError("the sections are not in order", hint="reload the page")
    layout = {
        "title": form["title"][:200] or "Briefing",
        "order": order,
        "keep": [anchor for anchor in order if anchor in form.all("keep")],
        "words": {a: form[f"words-{a}"][:20_000] for a in order if form[f"words-{a}"]},
    }
    with case.beside() as writer:
        had = writer.view().meta(LAYOUT)
        if form["had"] != layout_stamp(had):
            raise _stale()
        writer.set_meta(LAYOUT, json.dumps(layout, ensure_ascii=False))
    return f"/briefing#edit-{form['up'] or form['down']}" if form["up"] or form["down"] else None


def layout_stamp(layout: str | None) -> str:
    """Tells one layout from another, so that two tabs do not overwrite each other."""
    return content_id("l", layout)


def _move(order: list[str], anchor: str, by: int) -> None:
    place = order.index(anchor)
    other = place + by
    if 0 <= other < len(order):
        order[place], order[other] = order[other], order[place]


def _stale() -> UsageError:
    return Stale(
        "the layout was changed in another tab",
        hint="nothing was overwritten: go back, copy your words, reload, and enter them again",
    )
