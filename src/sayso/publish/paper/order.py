"""Footnotes in the order in which paper shows them: written once, called again by number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.analysis.wording.names import clipped
from sayso.publish.briefing import Briefing, Footnote, Sentence

# Of a title, enough to know it by: the list of reports has the whole of it.
_TITLE = 90


@dataclass(frozen=True, slots=True)
class Call:
    """A reference to a footnote; ``first`` where the note itself is to be written."""

    note: int
    number: int
    first: bool


class Calls:
    """Hands out the numbers that a reader sees, by the order of the page."""

    def __init__(self, briefing: Briefing) -> None:
        self._notes: Mapping[int, Footnote] = {note.number: note for note in briefing.notes}
        self._numbers: dict[int, int] = {}

    def of(self, sentence: Sentence) -> Iterator[Call]:
        """The calls behind a sentence."""
        for note in sentence.notes:
            first = note not in self._numbers
            number = self._numbers.setdefault(note, len(self._numbers) + 1)
            yield Call(note, number, first)

    def called(self) -> list[tuple[int, Footnote]]:
        """The notes called so far, by the number that a reader sees."""
        return [(number, self._notes[note]) for note, number in self._numbers.items()]


def facts(note: Footnote) -> str:
    """On whose word, how firmly, in which report and where in it: a footnote's second line."""
    report = note.report
    chain = "; ".join(note.chains) or "The report's own word"
    title = clipped(report.title, _TITLE)
    where = ", ".join(filter(None, (title, report.voice, report.published)))
    told = [chain, note.certainty, *note.grades, f"{report.label}: {where}"]
    place = f"characters {note.start:,}–{note.end:,}"
    return " · ".join(fact for fact in (*told, place) if fact)
