"""The inputs that could not be read, and what to do about each."""

from __future__ import annotations

from sayso.publish.briefing import Band, Cell, Part, Remark, Section, Table
from sayso.publish.desk import Desk


def failures(desk: Desk) -> Section:
    """A table of failures, or a remark that there are none."""
    rows = tuple(
        (Cell(failure.path), Cell(failure.message, small=failure.step), Cell(failure.hint or "–"))
        for failure in desk.view.failures()
    )
    parts: tuple[Part, ...] = (Remark("Every input was read."),)
    if rows:
        head = ("Input", "What went wrong", "What to do")
        parts = (Table("Inputs that could not be read, or not in full", head, (Band(rows),)),)
    return Section("failures", "What could not be read, or not in full", parts)
