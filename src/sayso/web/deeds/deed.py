"""What every deed gets and how it writes: the case, a form, and the one way to judge."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sayso.records.case import Judgement
from sayso.records.errors import UsageError
from sayso.store.case import Case
from sayso.store.view import View


class Form:
    """What a form says, and who sends it; fields that are missing are empty."""

    def __init__(self, pairs: Iterable[tuple[str, str]], by: str) -> None:
        self._values: dict[str, list[str]] = {}
        for name, value in pairs:
            # Lone halves of characters and zeros cannot be written.
            clean = value.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
            self._values.setdefault(name, []).append(clean)
        self.by = by

    def __getitem__(self, name: str) -> str:
        return self._values.get(name, [""])[-1].strip()

    def all(self, name: str) -> list[str]:
        """Every value under a name, in the order of the form."""
        return self._values.get(name, [])


# A deed writes the case and may say where to go; otherwise it goes back to its page.
Deed = Callable[[Case, Form], str | None]


def judgement(view: View, id: str) -> Judgement:
    """The judgement with this id; UsageError where there is none."""
    found = view.find(id) if id else None
    if not isinstance(found, Judgement) or found.id != id:
        raise UsageError(f"there is no decision '{id}'", hint="the log lists them: sayso log")
    return found
