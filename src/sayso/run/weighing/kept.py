"""Hypotheses from a file of the analyst's, kept in the case with what packs knew of them.

The workbench and the briefing show what was weighed last, in the same reading, whatever packs are
at hand when they are made.
"""

from __future__ import annotations

import json
from pathlib import Path

from sayso.analysis.weighing.cells import Cells, chosen, judged
from sayso.analysis.weighing.pieces import pieces
from sayso.analysis.weighing.proposals import Guide
from sayso.analysis.weighing.theses import Sheet
from sayso.analysis.weighing.weigh import Kept, weigh
from sayso.analysis.wording.names import folded
from sayso.packs.frames import Bearing
from sayso.packs.pack import Pack
from sayso.packs.reading.sheets import read_sheet
from sayso.records.case import Judgement
from sayso.records.codec import plain, record
from sayso.records.errors import SaysoError, UsageError
from sayso.run.deciding import note, now
from sayso.store.case import Case
from sayso.store.view import View

# Under this key a case keeps the hypotheses that were weighed last.
KEY = "weighing"


def sheet_from(path: Path) -> Sheet:
    """The hypotheses in a file; raises UsageError with every fault of it."""
    found: Sheet = read_sheet(path, Sheet)
    return found


def guide_of(view: View, pack: Pack) -> Guide:
    """What a pack knows that matters for a case."""
    names = [entity.name for entity in view.entities("Place")]
    lands = {folded(name): land for name in names if (land := pack.country_of(name))}
    burdens = pack.list("burden_words")
    losses = {
        word
        for word, turn in pack.turns.items()
        if turn.direction == "decline" and turn.weight == "strong"
    }
    return Guide(
        pack.bearings, lands, pack.list("will_words"), burdens, frozenset(losses) - burdens
    )


def keep(case: Case, sheet: Sheet, guide: Guide) -> bool:
    """Keep a sheet and its guide in the case; false where it has just these already."""
    text = json.dumps(
        {
            "sheet": plain(sheet),
            "bearings": {name: plain(one) for name, one in sorted(guide.bearings.items())},
            "lands": dict(sorted(guide.lands.items())),
            "wills": sorted(guide.wills),
            "burdens": sorted(guide.burdens),
            "losses": sorted(guide.losses),
        },
        ensure_ascii=False,
        sort_keys=True,
    )
    if case.view().meta(KEY) == text:
        return False
    with case.writer() as writer, writer.transaction():
        writer.set_meta(KEY, text)
    return True


def kept(view: View) -> tuple[Sheet, Guide] | None:
    """The hypotheses that a case keeps and their guide; null where none were weighed."""
    text = view.meta(KEY)
    if text is None:
        return None
    had = json.loads(text)
    bearings = {name: record(Bearing, one) for name, one in had["bearings"].items()}
    # What was kept by an earlier version has no words of strain.
    words = (frozenset(had.get(key, ())) for key in ("wills", "burdens", "losses"))
    return record(Sheet, had["sheet"]), Guide(bearings, had["lands"], *words)


def kept_weighing(view: View) -> Kept | None:
    """What a case keeps, weighed as it is now; null where no hypotheses were weighed."""
    had = kept(view)
    if had is None:
        return None
    try:
        return Kept(weigh(view, *had))
    except SaysoError as error:
        return Kept(None, error.message)


def kept_or_refuse(view: View) -> tuple[Sheet, Guide]:
    """The same as ``kept``; raises UsageError where no hypotheses were weighed."""
    had = kept(view)
    if had is None:
        raise UsageError(
            "this case keeps no hypotheses yet",
            hint="begin with: sayso weigh --propose -o hypotheses.yaml",
        )
    return had


def set_cell(
    case: Case,
    sheet: Sheet,
    cell: tuple[str, str, str | None],
    *,
    by: str,
    reason: str | None,
) -> Judgement:
    """Set a cell (piece, hypothesis, mark), or give it back without a mark; closes the one before.

    Raises UsageError where there is no such piece, hypothesis or mark, or nothing to give back.
    """
    piece, name, mark = cell
    view = case.view()
    matter = chosen(pieces(view, sheet.since, sheet.until), sheet.hypotheses, piece, name)
    hypothesis = next(one for one in sheet.hypotheses if one.name == matter[1])
    before = Cells(view.judgements()).of(matter[0], hypothesis)
    if mark is None and before is None:
        raise UsageError(f"nobody has set {matter[0]} for {matter[1]}")
    made = judged(matter, mark, by=by, at=now(), reason=reason)
    note(case, made, before)
    return made
