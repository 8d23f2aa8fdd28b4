"""Where the sourcing is thin, in sentences with their words."""

from __future__ import annotations

from sayso.analysis.ledger.gaps import KINDS
from sayso.analysis.ledger.gaps import gaps as gaps_of
from sayso.publish.briefing import Listing, Part, Remark, Section, Topic
from sayso.publish.desk import Desk, remainder

_TITLES = {
    "anonymous": "Events on one nameless origin",
    "unsupported": "Main judgements with nothing beside them",
    "one-sided": "Outlets that one report alone cites",
}


def gaps(desk: Desk) -> Section:
    """One topic for each kind of gap; a kind without gaps is left out."""
    found = list(gaps_of(desk.view))
    limit = desk.limits.checks
    parts: list[Part] = [
        Remark(
            "What a reader cannot follow up. That a thing stands here does not say that it is "
            "untrue."
        )
    ]
    for kind in KINDS:
        own = [gap for gap in found if gap.kind == kind]
        items = tuple(desk.sentence(gap.text, gap.citations) for gap in own[:limit])
        if items:
            left = remainder(len(own), limit, "of them", "export --to lines")
            parts.append(Topic(f"g-{kind}", _TITLES[kind], (Listing(items), *left)))
    if len(parts) == 1:
        parts = [Remark("No gap of the kinds that sayso looks for was found.")]
    return Section("gaps", "Where the sourcing is thin", tuple(parts))
