"""What is done with one report, wherever it is done: read it, take the steps, hand in the notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sayso.engines.protocols import Engine, Tagger, Typer
from sayso.packs.pack import Pack
from sayso.records.documents import Document, Failure
from sayso.records.errors import SaysoError
from sayso.records.notes import Notes
from sayso.run.plan import Step, Tools, take, take_all

Made = TypeVar("Made")


@dataclass(frozen=True)
class Bench:
    """The tools of a worker: one for each process, loaded once.

    ``remark`` says what a reader of the case must know of the tools, such as one that is missing.
    ``packs`` are those asked for beside the built-in ones.
    """

    plan: tuple[Step, ...]
    pack: Pack
    engine: Engine
    publisher: str | None = None
    published: str | None = None
    tagger: Tagger | None = None
    typer: Typer | None = None
    remark: str | None = None
    packs: tuple[str, ...] = ()

    @property
    def tools(self) -> Tools:
        """What the steps use, by name."""
        return {
            "pack": self.pack, "engine": self.engine, "tagger": self.tagger, "typer": self.typer,
        }  # fmt: skip

    @property
    def nouns(self) -> tuple[frozenset[str], frozenset[str]]:
        """By which a reader tells a line over the title: last words of outlets' names, and what a
        text may be."""
        return self.pack.list("outlet_nouns"), self.pack.list("report_nouns")


@dataclass(frozen=True)
class Task:
    """One report to work on.

    ``load`` brings its bytes; ``notes`` hold what is still valid from an earlier run (or null
    where it must be read anew); ``steps`` are the names of the steps to take.
    """

    path: str
    load: Callable[[], bytes]
    notes: Notes | None
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Done:
    """A report read and worked on; ``original`` is null where it was not read anew."""

    path: str
    document: Document
    original: bytes | None
    gifts: tuple[tuple[str, Any], ...]
    failure: Failure | None = None


@dataclass(frozen=True)
class Failed:
    """A report that could not be read; ``final`` is false where another try may go better."""

    path: str
    failure: Failure
    final: bool = True


def work_on(task: Task, bench: Bench) -> Done | Failed:
    """Take the steps of a task. A fault of the report is handed in, never raised."""
    try:
        notes, original = _notes(task, bench)
    except Exception as error:  # noqa: BLE001 - one bad report never stops the others
        # A full disk or too little memory is no fault of the report.
        final = not isinstance(error, OSError | MemoryError)
        return Failed(task.path, failure_of(task.path, "read", error), final)
    gifts: list[tuple[str, Any]] = []
    for step in bench.plan:
        if step.name in task.steps:
            try:
                gift = take(step, notes, bench.tools)
            except Exception as error:  # noqa: BLE001 - what was found so far is kept
                failure = failure_of(task.path, step.name, error)
                return Done(task.path, notes.document, original, tuple(gifts), failure)
            notes = notes.with_gift(step.gives, gift)
            gifts.append((step.name, gift))
    return Done(task.path, notes.document, original, tuple(gifts))


def read_text(text: str, bench: Bench, *, published: str | None = None) -> Notes:
    """Everything that the steps find in a plain text, without a case; ``published`` is its date.

    The tools are loaded once for many texts: ``bench = sayso.run.tools.tools()``. Raises
    UnreadableError where there is nothing to read.
    """
    from sayso.read.choose import read_document  # noqa: PLC0415 - as below
    from sayso.read.metadata.line import Nouns  # noqa: PLC0415

    nouns = Nouns(*bench.nouns)
    document = read_document("text.txt", text.encode("utf-8"), published=published, nouns=nouns)
    return take_all(Notes(document), bench.tools)


def tried(
    make: Callable[[], Iterable[Made]], failed: Callable[[Exception], None]
) -> Sequence[Made] | None:
    """What is made of a report; null where that fails, which ``failed`` is told.

    A case that cannot be read, a full disk and a full memory are no faults of a report: raised.
    """
    try:
        return list(make())
    except (SaysoError, OSError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - one bad report never stops the others
        failed(error)
        return None


def failure_of(path: str, step: str, error: BaseException) -> Failure:
    """What to tell of an error that met one report."""
    if isinstance(error, SaysoError):
        return Failure(path, step, error.message, error.hint)
    if isinstance(error, MemoryError):
        return Failure(path, step, "it needs more memory than there is", "split the file")
    if isinstance(error, OSError):
        hint = "check that the file may be read and that the disk has room; then read again"
        return Failure(path, step, error.strerror or str(error), hint)
    return Failure(
        path,
        step,
        f"{type(error).__name__}: {error}",
        "this is a fault of sayso: please report it with the file, if you can share it",
    )


def _notes(task: Task, bench: Bench) -> tuple[Notes, bytes | None]:
    if task.notes is not None:
        return task.notes, None
    # Who hands out the work never reads a report; an unchanged folder needs no reader at all.
    from sayso.read.choose import read_document  # noqa: PLC0415
    from sayso.read.metadata.line import Nouns  # noqa: PLC0415

    data = task.load()
    document = read_document(
        task.path,
        data,
        publisher=bench.publisher,
        published=bench.published,
        nouns=Nouns(*bench.nouns),
    )
    return Notes(document), data
