"""What a long run tells whoever watches it."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Somebody who watches a read."""

    def expect(self, total: int) -> None:
        """So many files are to be looked at."""
        ...

    def done(self, path: str) -> None:
        """One more file is done."""
        ...

    def linking(self) -> None:
        """All are read; now they are linked."""
        ...


class Silent:
    """Nobody watches."""

    def expect(self, total: int) -> None:
        """Say nothing."""

    def done(self, path: str) -> None:
        """Say nothing."""

    def linking(self) -> None:
        """Say nothing."""
