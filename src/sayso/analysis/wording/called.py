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
# How much of a hundred a name must share with what was typed, to be told as what was meant.
_NEAR = 80.0


@dataclass(frozen=True, slots=True)
class Called:
    """Names as a careless typist would enter them, a line break before each, and whose each is:
    ``ids`` has an entity's id for every line of ``forms``."""

    ids: tuple[str, ...]
    forms: str

    def __post_init__(self) -> None:
        # A case may have been changed by others: ValueError tells that it is damaged.
        if self.forms.count("\n") != len(self.ids) or self.forms[:1] not in ("", "\n"):
            raise ValueError("names without whose they are")

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


def did_you_mean(view: CaseView, name: str) -> str:
    """A question after those who may be meant by a name that nobody bears, with a space behind it;
    empty where nobody is near."""
    near = nearly(view, folded(name)) if name.strip() else []
    called = {one.id: one.name for one in view.entities_of(near)}
    names = [called[id] for id in near if id in called]
    return f"did you mean {' or '.join(names)}? " if names else ""


def nearly(view: CaseView, sought: str, most: int = 3) -> list[str]:
    """The ids of a few entities of whose names a part is nearly these folded words, nearest first:
    for whoever mistyped a name."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only who mistypes waits for it

    found: dict[str, float] = {}
    for part in CALLED.of(view):
        forms = part.forms.split("\n")[1:]
        for _, score, line in process.extract(
            sought, forms, scorer=fuzz.partial_ratio, score_cutoff=_NEAR, limit=most * 3
        ):
            # A name much shorter than what was typed is found in anything.
            if 2 * len(forms[line]) > len(sought):
                found[part.ids[line]] = max(score, found.get(part.ids[line], 0.0))
    return sorted(found, key=lambda id: (-found[id], id))[:most]


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
