"""What two clauses are to each other where one tells of harm and the other of success."""

from dataclasses import replace

import pytest

from sayso.analysis.ledger.wholes import named_after
from sayso.analysis.statements.relations import relation
from sayso.analysis.statements.statement import Statement
from sayso.records.case import Entity
from sayso.records.spans import Span


def statement(way: int, subject: set[str], thing: set[str], **more: frozenset[str]) -> Statement:
    words = frozenset({"raid", "rebel", "pass", "winter"})
    return Statement(
        span=Span("d", 0, 1, "x"), sentence=(0, 1), voice="d", who=frozenset(), words=words,
        said=words, subject=frozenset(subject), thing=frozenset(thing), way=way, denied=False,
        open=False, heading=False, part=False, **more,
    )  # fmt: skip


RAIDS = {"happening": frozenset({"raid"})}
HARM = statement(-2, {"raid"}, {"rebel"}, **RAIDS)
WORKS = statement(2, {"raid"}, {"raid"})


def test_a_deed_that_harms_is_a_deed_that_works() -> None:
    """ "The raids weakened the rebels" and "the raids hit harder", whichever comes first."""
    for pair in ((HARM, WORKS), (WORKS, HARM)):
        found = relation(*pair, 0.5)
        assert found is not None
        assert found.agree


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        (replace(HARM, denied=True), WORKS, 0.5),
        (replace(HARM, happening=frozenset()), WORKS, 0.5),
        (HARM, replace(WORKS, thing=frozenset({"rebel"})), 0.5),
        (HARM, WORKS, 0.2),
    ],
)
def test_what_harms_another_thing_is_no_success(
    one: Statement, other: Statement, likeness: float
) -> None:
    """Denied, of a state and no deed, of what is harmed itself, or of little in common."""
    found = relation(one, other, likeness)

    assert found is None or not found.agree


def entity(id: str, type: str, name: str, *aliases: str) -> Entity:
    return Entity(id, type, name, aliases)


def test_a_body_with_a_name_is_of_whoever_bears_it() -> None:
    """However it is transcribed, where one person fits; a town's council is nobody's."""
    known = [
        entity("p", "Person", "Mustafa al-Hazimi", "al-Hazimi"),
        entity("g", "Organization", "Al-Hazemi government"),
        entity("t", "Organization", "Tarnby council"),
    ]

    assert named_after(known) == {"g": "p"}
    assert named_after([*known, entity("q", "Person", "Omar al-Hazimi")]) == {}
