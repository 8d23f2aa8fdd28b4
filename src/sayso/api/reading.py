"""Reading reports from Python, as ``sayso read`` does."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike, fspath

from sayso.api.case import Case
from sayso.run.reading import read_sources
from sayso.run.tools import executor, tools
from sayso.store.case import open_case


def read(
    sources: Iterable[str | PathLike[str]],
    case: str | PathLike[str],
    *,
    packs: Iterable[str] = (),
    workers: int = 0,
) -> Case:
    """Read files, folders or archives into a case, only what is new or changed, and open it.

    ``packs`` are names or folders beside the built-in ones; ``workers`` are processes to work
    with, 0 for this one alone. What cannot be read is among the ``failures`` of the case.
    """
    with executor(workers) as place, open_case(fspath(case), create=True) as opened:
        files = [fspath(source) for source in sources]
        read_sources(opened, files, tools(tuple(packs)), place)
    return Case(case)
