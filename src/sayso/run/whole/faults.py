"""What keeps one report from being compared, and does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

from sayso.records.documents import Failure
from sayso.run.whole.alone import Said
from sayso.run.whole.beside import COMPARING, Met
from sayso.run.work import failure_of, tried
from sayso.store.view import View

Made = TypeVar("Made")


class Faults:
    """Faults of sayso that reports have met while they were compared, one a report.

    ``lost`` tells that of some report nothing came back from where it was worked on.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._found: dict[str, Failure] = {}
        self.lost = False

    def made(self, document: str, make: Callable[[], Iterable[Made]]) -> Sequence[Made] | None:
        """What is made of a report; null where that fails, which is noted.

        A case that cannot be read, a full disk and a full memory are no faults of a report.
        """
        return tried(make, partial(self._met, document))

    def raised(self, said: Said | Met) -> None:
        """Note what failed with a report where it was worked on; what is no fault of the report
        is raised."""
        if said.error is not None:
            raise said.error
        self.lost = self.lost or said.lost
        if said.failure is not None:
            self._found.setdefault(said.document, said.failure)

    def failures(self) -> list[Failure]:
        """All that was noted, in order of paths."""
        return sorted(self._found.values(), key=lambda failure: failure.path)

    def _met(self, document: str, error: Exception) -> None:
        self._found.setdefault(document, failure_of(self._path(document), COMPARING, error))

    def _path(self, document: str) -> str:
        found = self._view.document_row(document)
        return found.path if found else document
