"""What analysts think of sources and of single pieces: two scales that are never mixed.

The scales are those of the Admiralty system (NATO AJP-2.1): the reliability of a source, A to F,
and the credibility of a piece of information, 1 to 6. No grade is ever given by sayso itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.analysis.view import CaseView
from sayso.analysis.wording.names import folded, isolated
from sayso.records.case import Judgement
from sayso.records.statements import Attribution

DECISION = "grade"
RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}


class Grades:
    """The grades that hold in a case: given, and neither replaced nor revoked."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._by_id: dict[str, Judgement] = {}
        self._by_name: dict[str, Judgement] = {}
        for judgement in judgements:
            if judgement.decision != DECISION or judgement.value is None or judgement.revoked_by:
                continue
            id, *names = judgement.about
            self._by_id[id] = judgement
            if judgement.value in RELIABILITY:
                self._by_name.update((folded(name), judgement) for name in (id, *names))

    def of_source(self, name: str, entity: str | None = None) -> Judgement | None:
        """The reliability of a source: by its id, or by its name where reading changed the id."""
        found = self._by_id.get(entity or "") or self._by_name.get(folded(name))
        return found if found and found.value in RELIABILITY else None

    def of_piece(self, *ids: str) -> Judgement | None:
        """The credibility of a piece, by the first of its ids that was graded."""
        found = next((self._by_id[id] for id in ids if id in self._by_id), None)
        return found if found and found.value in CREDIBILITY else None


def chain_grades(grades: Grades, found: Iterable[Attribution]) -> tuple[str, ...]:
    """The grades of statements and of those in their chains, in words, each once."""
    words: dict[str, None] = {}
    for one in found:
        for link in one.chain:
            if source := grades.of_source(link.name, link.entity):
                words[f"{isolated(link.name)}: reliability {grade_words(source)}"] = None
        if piece := grades.of_piece(one.id):
            words[f"credibility {grade_words(piece)}"] = None
    return tuple(words)


def grades_of(view: CaseView) -> Grades:
    """The grades that hold in a case."""
    return Grades(view.judgements())


def grade_words(judgement: Judgement) -> str:
    """A grade with its meaning and who gave it: "B, usually reliable (Ada)"."""
    value = judgement.value or ""
    meaning = RELIABILITY.get(value) or CREDIBILITY.get(value, "not on the scales")
    return f"{value}, {meaning} ({judgement.by})"
