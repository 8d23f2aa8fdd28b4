"""What a file of reviewed things says of a case: judgements to write, and what was passed over."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sayso.analysis.judging.settling import CORRECT, KINDS
from sayso.analysis.view import CaseView
from sayso.records.case import Judgement


@dataclass(frozen=True, slots=True)
class Passed:
    """Something of a file that was passed over: where in it, and why."""

    where: str
    why: str


@dataclass(slots=True)
class Review:
    """What a file comes to. ``known`` counts what the case has decided already, ``strangers`` are
    names that the file gives to whoever is nobody and nothing in the case."""

    made: list[Judgement] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)
    known: int = 0
    strangers: list[str] = field(default_factory=list)

    def take(self, judgement: Judgement, where: str, standing: Iterable[Judgement]) -> None:
        """Add a judgement, unless one like it holds or one against it does: that is left alone."""
        others = [j for j in (*standing, *self.made) if j.about == judgement.about]
        alike = (judgement.decision, judgement.value)
        if any((j.decision, j.value) == alike for j in others):
            self.known += 1
        elif against := next((j for j in others if _against(j, judgement)), None):
            why = f"{against.by} decided '{against.decision}' here: take that back first"
            self.passed.append(Passed(where, why))
        else:
            self.made.append(judgement)


@dataclass(frozen=True, slots=True)
class Desk:
    """Who judges, and when, of which case."""

    view: CaseView
    by: str
    at: str

    def standing(self) -> tuple[Judgement, ...]:
        """The judgements that hold."""
        live = self.view.judgements(live_only=True)
        return tuple(one for one in live if one.value is not None and not one.revoked_by)


FORMS = {
    "ftm": "sayso.publish.reviewed.entities:review_entities",
    "actors": "sayso.publish.reviewed.actors:review_actors",
    "annotations": "sayso.publish.reviewed.annotations:review_annotations",
}


def review(form: str, desk: Desk, text: str) -> Review:
    """What a file in one of FORMS says of a case; raises LineError where it is no such file."""
    module, _, name = FORMS[form].partition(":")
    function: Callable[[Desk, str], Review] = getattr(importlib.import_module(module), name)
    return function(desk, text)


def _against(one: Judgement, other: Judgement) -> bool:
    """Whether both cannot hold: on who is who, or on a finding; grades stand beside either."""
    families = (frozenset(("same", "different")), frozenset((*KINDS, CORRECT)))
    return any(one.decision in family and other.decision in family for family in families)
