"""The tools of a run: packs, engine, executor, as the user chose them."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.engines.spacy import DEFAULT_MODEL, SpacyEngine
from sayso.packs.load import load
from sayso.packs.shelf import builtin_packs, find
from sayso.run.local import Executor, Serial, Workers
from sayso.run.plan import PLAN, check
from sayso.run.work import Bench


def tools(
    packs: Iterable[str] = (),
    *,
    model: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
) -> Bench:
    """The built-in packs and these, the engine, and what is said of the reports beforehand.

    Raises PackError, EngineError or PlanError before any work begins.
    """
    check(PLAN)
    folders = [pack.folder for pack in builtin_packs()] + [find(pack) for pack in packs]
    engine = SpacyEngine(model or DEFAULT_MODEL)
    # Asked for its hash here, a missing model stops the run before it starts.
    assert engine.hash
    return Bench(PLAN, load(folders), engine, publisher, published)


def executor(workers: int) -> Executor:
    """This process alone for 0, else so many worker processes."""
    return Workers(workers) if workers else Serial()
