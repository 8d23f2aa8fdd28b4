"""The tools of a run: packs, engine, executor, as the user chose them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TypeVar

from sayso.engines.protocols import Tagger, Typer
from sayso.engines.spacy import DEFAULT_MODEL, SpacyEngine
from sayso.engines.tagger import OnnxHead, OnnxTagger, OnnxTyper
from sayso.packs.load import load
from sayso.packs.shelf import builtin_packs, find
from sayso.records.errors import EngineError
from sayso.run.local import Executor, Serial, Workers
from sayso.run.plan import PLAN, check
from sayso.run.work import Bench

Head = TypeVar("Head", bound=OnnxHead)


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
    packs = [_place(pack) for pack in packs]
    folders = [pack.folder for pack in builtin_packs()] + [find(pack) for pack in packs]
    engine = SpacyEngine(model or DEFAULT_MODEL)
    # Asked for its hash here, a missing model stops the run before it starts.
    assert engine.hash
    tagger, remark = _usable(OnnxTagger())
    typer, also = _usable(OnnxTyper())
    return Bench(
        PLAN, load(folders), engine, publisher=publisher, published=published, tagger=tagger,
        typer=typer, remark="; ".join(filter(None, (remark, also))) or None, packs=tuple(packs),
    )  # fmt: skip


def _place(pack: str) -> str:
    # A folder is found again from wherever the case is opened later.
    folder = Path(pack)
    return str(folder.resolve()) if folder.is_dir() else pack


def usable_tagger() -> Tagger | None:
    """The tagger that comes with sayso, or None where its files are missing or damaged."""
    return _usable(OnnxTagger())[0]


def usable_typer() -> Typer | None:
    """The reader of names that comes with sayso, or None where it is missing or damaged."""
    return _usable(OnnxTyper())[0]


def _usable(head: Head) -> tuple[Head | None, str | None]:
    """The encoder and nothing to remark, or nothing and why not."""
    try:
        assert head.hash
    except EngineError as error:
        return None, f"{error.message} ({error.hint})"
    return head, None


def executor(workers: int) -> AbstractContextManager[Executor]:
    """This process alone for 0, else so many worker processes, ended with the context."""
    return Workers(workers) if workers else nullcontext(Serial())


def executor_on(cluster: str | None, workers: int) -> AbstractContextManager[Executor]:
    """An executor on a cluster (``ray``, ``ray://ADDRESS``), left when the context ends; without
    one, on this machine. Raises UsageError where there is no such cluster.
    """
    if cluster is None:
        return executor(workers)
    # Ray is heavy and seldom there.
    from sayso.run.cluster.connect import joined  # noqa: PLC0415

    return joined(cluster, workers or None)
