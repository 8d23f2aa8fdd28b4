"""What an address of the interface is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from sayso.analysis.wording.names import folded
from sayso.api.case import Questions
from sayso.records.errors import UsageError

Given = Mapping[str, str]
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What may be asked with: a name, what it means, its values where they are few."""

    name: str
    what: str
    required: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address; ``kind`` is of what its answer is, ``many`` whether it is a list of them."""

    path: str
    what: str
    kind: type[Any]
    answer: Callable[[Questions, Given], Any]
    parameters: tuple[Parameter, ...] = ()
    many: bool = True


class Missing(UsageError):
    """There is no record with this id."""


def needed(name: str, what: str) -> tuple[Parameter, ...]:
    """A parameter that must be given."""
    return (Parameter(name, what, required=True),)


def narrowed(
    rows: Iterable[Row], given: Given, parts: Mapping[str, Callable[[Row], Iterable[str | None]]]
) -> list[Row]:
    """Rows that have, for each parameter of ``parts`` that is given, its letters in one of these
    texts of theirs, whatever case and accents."""
    asked = [(folded(given[name]), texts) for name, texts in parts.items() if given.get(name)]
    return [
        row
        for row in rows
        if all(any(sought in folded(t) for t in texts(row) if t) for sought, texts in asked)
    ]


def one_of(kind: type[Any]) -> Callable[[Questions, Given], Any]:
    """The answer with a record of a kind by its whole id."""

    def answer(case: Questions, given: Given) -> Any:
        found = case.view.find(given["id"])
        if not isinstance(found, kind) or found.id != given["id"]:
            raise Missing(f"the case has no {kind.__name__.lower()} '{given['id']}'")
        return found

    return answer
