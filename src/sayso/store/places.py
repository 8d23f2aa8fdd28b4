"""Where a case lies, and how it is reached there."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection

from sayso.store.sqlite.file import File
from sayso.store.where import Server, Where, where


class Place(Protocol):
    """A file or a database, with the ways to read and to write it."""

    @property
    def where(self) -> Where:
        """The path or address; printed, it shows no password."""
        ...

    def exists(self, *, create: bool) -> bool:
        """Whether something lies here; CaseError where it must, or cannot be made."""
        ...

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that cannot change the case."""
        ...

    def writing(self) -> AbstractContextManager[Connection]:
        """A connection for short writings beside whoever writes the case."""
        ...

    def alone(self, wait: float) -> AbstractContextManager[Connection]:
        """A connection with the right to write the case, which only one has at a time.

        Raises CaseError naming the holder after ``wait`` seconds.
        """
        ...

    def stamp(self) -> tuple[int | str, ...]:
        """What changes whenever somebody writes the case."""
        ...

    def discard(self) -> None:
        """Remove what was made here, after making it has failed."""
        ...


def place_at(given: Where | str) -> Place:
    """The place at a path or an address."""
    found = where(given)
    if isinstance(found, Server):
        # Who keeps cases in files needs no driver of a server.
        from sayso.store.postgres.server import Database  # noqa: PLC0415

        return Database(found)
    return File(found)
