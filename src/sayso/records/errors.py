"""Every error sayso raises on purpose: what happened, where, and what to do next."""

from __future__ import annotations

from typing import Any


class SaysoError(Exception):
    """Root of all errors a user may see.

    Args:
        message: what happened, one sentence.
        where: file, line or span it happened at.
        hint: what to do next.
    """

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.where = where
        self.hint = hint

    def __reduce__(self) -> tuple[Any, ...]:
        # Keyword arguments do not survive the default pickling, and workers send errors home.
        return type(self).__new__, (type(self), *self.args), self.__dict__

    @property
    def message(self) -> str:
        """What happened, without place and advice."""
        return str(self.args[0]) if self.args else ""

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"\n  → {self.hint}" if self.hint else ""
        return f"{place}{self.message}{advice}"


class UngroundedError(SaysoError):
    """A record does not cite the words it claims to stand on."""


class UnreadableError(SaysoError):
    """A document cannot be read; it becomes a failure row and the others go on."""


class PackError(SaysoError):
    """A pack is faulty; nothing starts."""


class PlanError(SaysoError):
    """The steps do not fit together; nothing starts."""


class EngineError(SaysoError):
    """A trained model is missing or does not load."""


class CaseError(SaysoError):
    """A case file is missing, damaged, of another version, or held by someone else."""


class LineError(SaysoError):
    """A line of a case-lines file does not fit the format."""


class UsageError(SaysoError):
    """The command was asked for something it cannot do."""
