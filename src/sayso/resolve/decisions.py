"""What analysts decided of who is who, as resolution reads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.records.case import Judgement
from sayso.resolve.names.parts import plain

SAME, DIFFERENT = "same", "different"
HOLDS = "yes"
# Stands between a name and the one report it is meant in.
IN = " @ "


@dataclass(frozen=True, slots=True)
class Anchor:
    """Who is meant, by a name; in one report only where ``path`` says which.

    Names stay when ids change: a decision is about whoever bears the name, whatever is read later.
    """

    type: str
    name: str
    path: str = ""

    def text(self) -> str:
        """The anchor as a judgement keeps it: "Person/Ali Hassan @ reports/a.txt"."""
        return f"{self.type}/{self.name}{IN + self.path if self.path else ''}"


def anchor_of(text: str) -> Anchor:
    """The anchor that a judgement keeps as this text."""
    type, _, rest = text.partition("/")
    name, _, path = rest.partition(IN)
    return Anchor(type, name, path)


@dataclass(frozen=True, slots=True)
class Decision:
    """That two are the same, or different, by the judgement with this id."""

    id: str
    kind: str
    a: Anchor
    b: Anchor


def decisions_of(judgements: Iterable[Judgement]) -> tuple[Decision, ...]:
    """The decisions on who is who that hold, by id, so that the order of deciding is no matter."""
    found = [
        Decision(j.id, j.decision, anchor_of(j.about[0]), anchor_of(j.about[1]))
        for j in judgements
        if j.decision in (SAME, DIFFERENT)
        and j.value == HOLDS
        and not j.revoked_by
        and len(j.about) == 2
    ]
    return tuple(sorted(found, key=lambda decision: decision.id))


def paths_apart(decisions: Sequence[Decision]) -> frozenset[tuple[str, str]]:
    """The plain names that some decision means in one report only, with its path."""
    anchors = (anchor for decision in decisions for anchor in (decision.a, decision.b))
    return frozenset((plain(anchor.name), anchor.path) for anchor in anchors if anchor.path)
