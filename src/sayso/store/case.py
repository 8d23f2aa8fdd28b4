"""Opening a case: one file, asked through a View and written through a Writer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType

from sayso.records.errors import CaseError
from sayso.store import sqlite
from sayso.store.lock import hold
from sayso.store.migrations.apply import migrate, outdated, version
from sayso.store.view import View
from sayso.store.writer import Writer


class Case:
    """An open case. Use it in a ``with`` statement; once closed it is a single file again."""

    def __init__(self, path: Path, wait: float) -> None:
        self.path = path
        self._wait = wait
        self._open = ExitStack()
        self._connection = self._open.enter_context(sqlite.reading(path))

    def __enter__(self) -> Case:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._open.close()

    def view(self) -> View:
        """To ask the case; it always sees what was last written, and writing never waits for it."""
        return View(self._connection)

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """To write the case, alone; raises CaseError naming the holder where another writes."""
        with hold(self.path, self._wait), sqlite.writing(self.path) as connection:
            yield Writer(connection)


def open_case(path: Path | str, *, create: bool = False, wait: float = 0.0) -> Case:
    """Open a case, or make an empty one where there is none and ``create`` is true.

    ``wait`` is for how many seconds to wait for somebody else's writing to end. Raises
    CaseError where the file is missing, no case, damaged, or made by a newer sayso.
    """
    path = Path(path)
    if not path.exists() and not create:
        raise CaseError(
            "there is no case here", where=str(path), hint="make one: sayso read FOLDER --case FILE"
        )
    if not path.absolute().parent.is_dir():
        raise CaseError("there is no such folder", where=str(path.parent), hint="make it first")
    if not path.exists() or _needs_work(path, create=create):
        with hold(path, wait), sqlite.writing(path) as connection:
            migrate(connection, path)
    return Case(path, wait)


def _needs_work(path: Path, *, create: bool) -> bool:
    with sqlite.reading(path) as connection:
        if not version(connection, path) and not create:
            raise CaseError(
                "this file is empty, not a case", where=str(path), hint="read a folder into it"
            )
        return outdated(connection, path)
