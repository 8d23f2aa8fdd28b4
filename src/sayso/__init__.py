"""sayso reads reports and keeps an account of who says what happened, and on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from sayso.api.case import Case

__version__ = "0.4.0"
__all__ = ["__version__", "open"]


def open(path: str | PathLike[str]) -> Case:
    """Open a case to ask it; see docs/python.md.

    Raises CaseError where there is no case, or one that this version cannot read.
    """
    # What a case needs is loaded when one is opened, so that importing sayso costs nothing.
    from sayso.api.case import Case  # noqa: PLC0415

    return Case(path)
