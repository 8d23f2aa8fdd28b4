"""Labels of words, read as spans: the sources, cues and contents that a tagger marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.tagging.features import LABELS
from sayso.records.parse import Token

Word = tuple[int, Token]


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of words that was given one role, with the numbers of their sentences."""

    role: str
    words: tuple[Word, ...]

    @property
    def bounds(self) -> Bounds:
        """Offsets in the document's text."""
        return self.words[0][1].start, self.words[-1][1].end


def marked(words: Sequence[Word], labels: Iterable[int]) -> list[Marked]:
    """The spans of a row of labels, in text order; an I without its B begins a span."""
    found: list[Marked] = []
    role, first = "", 0
    for place, label in enumerate([*labels, 0]):
        name = LABELS[label]
        goes_on = name.startswith("I-") and name[2:] == role
        if role and not goes_on:
            found.append(Marked(role, tuple(words[first:place])))
        if not goes_on:
            role, first = name[2:], place
    return found
