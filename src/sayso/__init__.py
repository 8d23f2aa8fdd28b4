"""sayso reads reports and keeps an account of who says what happened, and on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from sayso.api.case import Case

__version__ = "0.11.0"
__all__ = ["__version__", "open", "read_reports"]

# What a case needs is loaded when one is opened, so that importing sayso costs nothing.


def open(path: str | PathLike[str]) -> Case:
    """Open a case to ask it; see docs/python.md.

    Raises CaseError where there is no case, or one that this version cannot read.
    """
    from sayso.api.case import Case  # noqa: PLC0415

    return Case(path)


def read_reports(
    *sources: str | PathLike[str],
    case: str | PathLike[str] = "case.sayso",
    packs: Iterable[str] = (),
    workers: int = 0,
) -> Case:
    """Read files, folders or archives into a case, as ``sayso read`` does, and open it.

    Only what is new or changed is read. ``workers`` are processes to work with, 0 for this one
    alone. What cannot be read is among the ``failures`` of the case.
    """
    from sayso.api.reading import read  # noqa: PLC0415

    return read(sources, case, packs=packs, workers=workers)
