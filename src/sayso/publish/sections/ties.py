"""Offices, command and the other lasting ties between those named."""

from __future__ import annotations

from collections import defaultdict

from sayso.analysis.citations import cited
from sayso.analysis.wording.dates import edtf_words
from sayso.analysis.wording.firm import firm
from sayso.analysis.wording.sentences import tie_title
from sayso.publish.briefing import Band, Cell, Part, Remark, Section, Table
from sayso.publish.desk import Desk, remainder
from sayso.records.case import Tie

_HEAD = ("What the reports say", "From", "Until", "Accounts", "Origins")
_BANDS = (
    ("Offices", ("holds_office", "spokesperson_of")),
    ("Command and succession", ("commands", "deputy_of", "succeeds", "operates_under")),
    ("Membership and structure", ("member_of", "part_of", "made_up_of", "affiliated_with")),
    ("Support", ("backs", "funds", "arms", "trains", "allied_with")),
    ("Rivalry", ("rival_of", "opposes")),
    ("Territory and responsibility", ("responsible_for", "controls", "present_in")),
)


def ties(desk: Desk) -> Section:
    """A table of ties by kind."""
    found = [tie for tie in desk.view.ties() if tie.accounts]
    shown = sorted(found, key=_order)[: desk.limits.ties]
    by_type: dict[str, list[Tie]] = defaultdict(list)
    for tie in shown:
        by_type[tie.type].append(tie)
    bands = tuple(
        Band(rows, title)
        for title, types in _BANDS
        if (rows := tuple(_row(desk, tie) for type in types for tie in by_type[type]))
    )
    parts: tuple[Part, ...] = (
        Table("Ties between those named", _HEAD, bands, 0, (3, 4)),
        *remainder(len(found), len(shown), "ties", "export --to lines"),
    )
    if not bands:
        parts = (Remark("No office, membership or other lasting tie was found."),)
    return Section("ties", "Offices, command and other ties", parts)


def _row(desk: Desk, tie: Tie) -> tuple[Cell, ...]:
    sentence = desk.sentence(f"{tie_title(tie, desk.names)}.", cited(tie.accounts))
    return (
        Cell(sentences=(sentence,), small=firm(desk.view, tie).reserve),
        Cell(edtf_words(tie.since) if tie.since else "–"),
        Cell(edtf_words(tie.until) if tie.until else "–"),
        Cell(str(len(tie.accounts))),
        Cell(str(desk.origins.get(tie.id, "–"))),
    )


def _order(tie: Tie) -> tuple[int, str, str]:
    return (-len(tie.accounts), tie.since or "~", tie.id)
