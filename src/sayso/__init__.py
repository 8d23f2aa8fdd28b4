"""sayso reads reports and keeps an account of who says what happened, and on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from sayso.api.case import Case
    from sayso.records.errors import CaseError, SaysoError, UsageError

__version__ = "0.22.0"
__all__ = ["CaseError", "SaysoError", "UsageError", "__version__", "open", "read_reports"]
_ERRORS = ("CaseError", "SaysoError", "UsageError")

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


def __getattr__(name: str) -> type[SaysoError]:
    """The errors, which too are loaded when somebody asks for one."""
    if name not in _ERRORS:
        raise AttributeError(f"module 'sayso' has no attribute '{name}'")
    from sayso.records import errors  # noqa: PLC0415

    found: type[SaysoError] = getattr(errors, name)
    return found
