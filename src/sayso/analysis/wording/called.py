"""Who may be called so: every name of a case in one text, in which a name is looked for at once.

To read every entity for one name takes most of the time of a small question to a large case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sayso.analysis.view import CaseView, Overview
from sayso.analysis.wording.names import folded

# Names that stand in one row: some hundred kilobytes.
_IN_A_ROW = 10_000


@dataclass(frozen=True, slots=True)
class Called:
    """Names as a careless typist would enter them, a line break before each, and whose each is:
    ``ids`` has an entity's id for every line of ``forms``."""

    ids: tuple[str, ...]
    forms: str

    def lines(self, pattern: re.Pattern[str]) -> Iterator[str]:
        """The ids of the lines in which a pattern is found."""
        line, at = -1, 0
        for found in pattern.finditer(self.forms):
            # The break before a line may be part of what is found.
            line += self.forms.count("\n", at, found.start() + 1)
            at = found.start() + 1
            yield self.ids[line]


def beginning(view: CaseView, sought: str) -> list[str]:
    """The ids of entities with a name, or a word of one, that begins with these folded words, by
    id."""
    return _found(view, re.compile(rf"[\n ]{re.escape(sought)}"))


def having(view: CaseView, words: Iterable[str]) -> list[str]:
    """The ids of entities with one of these folded words in a name, by id."""
    either = "|".join(re.escape(word) for word in sorted(words))
    return _found(view, re.compile(rf"[\n ](?:{either})(?![^\n ])")) if either else []


def _found(view: CaseView, pattern: re.Pattern[str]) -> list[str]:
    return sorted({id for part in CALLED.of(view) for id in part.lines(pattern)})


def _made(view: CaseView) -> Iterator[Called]:
    names = (
        (entity.id, folded(name))
        for entity in view.entities()
        for name in (entity.name, *entity.aliases)
    )
    while some := list(islice(names, _IN_A_ROW)):
        yield Called(tuple(id for id, _ in some), "".join(f"\n{form}" for _, form in some))


CALLED = Overview("called 1", Called, _made)
