"""Opening a case: a file or a database, asked through a View and written through a Writer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from traceback import clear_frames
from types import TracebackType

from sayso.records.errors import CaseError
from sayso.store.migrations.apply import migrate, outdated, version
from sayso.store.people.register import People, Register
from sayso.store.places import Place, place_at
from sayso.store.view import View
from sayso.store.where import Where
from sayso.store.writer import Writer


class Case:
    """An open case. Use it in a ``with`` statement; a file, once closed, is a single one again."""

    def __init__(self, place: Place, wait: float) -> None:
        self._place = place
        self._wait = wait
        self._open = ExitStack()
        self._connection = self._open.enter_context(place.reading())

    def __enter__(self) -> Case:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # A listing that an error broke off hangs on its frames: it is ended before its connection.
        clear_frames(trace)
        self.close()

    @property
    def where(self) -> Where:
        """Where the case lies."""
        return self._place.where

    def close(self) -> None:
        """Let go of the case."""
        self._open.close()

    def view(self) -> View:
        """To ask the case; it always sees what was last written, and writing never waits for it."""
        return View(self._connection)

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """To write the case, alone; raises CaseError naming the holder where another writes."""
        with self._place.alone(self._wait) as connection:
            yield Writer(connection)

    @contextmanager
    def beside(self) -> Iterator[Writer]:
        """To write judgements that change no link, and meta, while somebody reads reports into it.

        All inside is one transaction, and one at a time: others wait, but not without end.
        """
        with self._place.writing() as connection, connection.begin():
            writer = Writer(connection)
            writer.hold_judgements()
            yield writer

    def people(self) -> People:
        """To ask who may use the case, and what was done in it."""
        return People(self._connection)

    @contextmanager
    def register(self) -> Iterator[Register]:
        """To write users and sessions, all inside together; beside whoever writes the case."""
        with self._place.writing() as connection, connection.begin():
            yield Register(connection)

    def _needs_work(self, *, create: bool) -> bool:
        had = version(self._connection, self.where)
        if not had and not create:
            raise CaseError(
                "this is empty, or not a case",
                where=str(self.where),
                hint=f"name another with --case, or read reports into it: sayso read FOLDER "
                f"--case {self.where}",
            )
        return outdated(had)

    def _bring_up(self) -> None:
        with self._place.alone(self._wait) as connection:
            migrate(connection, self.where)


def open_case(where: Where | str, *, create: bool = False, wait: float = 0.0) -> Case:
    """Open a case, or make an empty one where there is none and ``create`` is true.

    ``where`` is a path or an address ("postgresql://..."); ``wait`` is for how many seconds to
    wait for somebody else's writing to end. Raises CaseError where the case is missing, none,
    damaged, made by a newer sayso, or not to be reached.
    """
    place = place_at(where)
    if not place.exists(create=create):
        with place.alone(wait) as connection:
            migrate(connection, place.where)
    case = Case(place, wait)
    try:
        if case._needs_work(create=create):
            case._bring_up()
    except BaseException:
        case.close()
        raise
    return case


def is_taken(where: Where) -> bool:
    """Whether a file is here, or a database with reports; CaseError where no case can be made."""
    place = place_at(where)
    if not place.exists(create=True) or isinstance(where, Path):
        return place.exists(create=True)
    with place.reading() as connection:
        return version(connection, where) > 0 and View(connection).count_documents() > 0


def discard(where: Where) -> None:
    """Remove a case that was just made here, and in vain."""
    place_at(where).discard()
