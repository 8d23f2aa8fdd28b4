"""One event that two reports tell as events of different kinds, and near-twins of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.packs.load import load
from sayso.packs.shelf import builtin_packs
from sayso.resolve.events import Telling
from sayso.resolve.tellings.joining import group_tellings
from sayso.resolve.tellings.otherwise import shipped, told_otherwise

NOBODY: frozenset[str] = frozenset()
ARREST = Telling(
    "d-1", "COERCE", "arrest", "actual", "1998-05-27", "1998-05-27",
    frozenset({("target", "e-matos")}), NOBODY, frozenset({"e-matos"}), NOBODY, True,
    frozenset({"e-matos"}), "arrest", frozenset({"director"}),
)  # fmt: skip
SEIZED = replace(
    ARREST, document="d-2", mode="seize", family="seiz",
    roles=frozenset({("target", "e-matos"), ("actor", "e-police")}),
)  # fmt: skip
FINE = Telling(
    "d-1", "SANCTION", "impose", "actual", "2019-10-07", "2019-10-07",
    frozenset({("target", "e-norvik")}), NOBODY, NOBODY,
    frozenset({(2.4e6, 2.4e6, "kroner")}), True, frozenset({"e-norvik"}), "fin", NOBODY,
)  # fmt: skip
ORDER = replace(
    FINE, document="d-2", type="REQUEST", mode=None, earliest=None, latest=None, family="order"
)
STRUCK = Telling(
    "d-1", "ASSAULT", None, "actual", "1937-05-24", "1937-05-24",
    frozenset({("actor", "e-workers")}), NOBODY, NOBODY,
    frozenset({(4e3, 4e3, "tin workers")}), False, NOBODY, "hit", NOBODY,
)  # fmt: skip
STRIKE = replace(
    STRUCK, document="d-2", type="PROTEST", mode="strike",
    roles=frozenset({("actor", "e-miners")}), counts=frozenset({(4e3, 4e3, "miners")}),
)  # fmt: skip
SAME = [(ARREST, SEIZED), (FINE, ORDER), (STRUCK, STRIKE)]


def events(*told: Telling) -> int:
    return len(group_tellings(told, {"d-1": 0, "d-2": 0}).groups())


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_kinds_of_telling_one_happening_are_one_event(one: Telling, other: Telling) -> None:
    """The same person on the same day; the same large sum; the same word and the same number."""
    assert events(one, other) == 1
    assert events(other, one) == 1


@pytest.mark.parametrize(("one", "other"), SAME)
def test_reports_on_other_subjects_tell_of_others(one: Telling, other: Telling) -> None:
    """However alike they are."""
    assert len(group_tellings((one, other), {"d-1": 0, "d-2": 1}).groups()) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"document": "d-1"},
        {"earliest": "1998-05-28", "latest": "1998-05-28"},
        {"earliest": None, "latest": None},
        {"realis": "planned"},
        {"type": "STATE"},
        {"type": "ACCUSE", "mode": None},
        {"mode": "raid"},
        {"roles": frozenset({("target", "e-kern")}), "bearers": frozenset({"e-kern"})},
        {"roles": frozenset({("actor", "e-police")}), "bearers": frozenset({"e-police"})},
    ],
)
def test_another_day_person_or_kind_keeps_them_apart(change: dict[str, str]) -> None:
    """Who is arrested and who is charged on one day are two events, though of one person."""
    assert not told_otherwise(ARREST, replace(SEIZED, **change))


def test_one_police_force_seizes_two_people_on_one_day() -> None:
    """Whoever does both is no sign of one event."""
    police = ("actor", "e-police")
    one = replace(ARREST, roles=ARREST.roles | {police}, bearers=frozenset({"e-matos", "e-police"}))
    other = replace(
        SEIZED, roles=frozenset({police}), persons=NOBODY, bearers=frozenset({"e-police"})
    )

    assert not told_otherwise(one, other)


def test_a_body_is_fined_and_banned_on_one_day() -> None:
    """Whom it befell is not enough where there may be several such; what it was done to is."""
    fine = replace(FINE, counts=NOBODY, names=frozenset({"Norvik"}))
    ban = replace(fine, document="d-2", mode="discontinue", things=frozenset({"target norvik"}))

    assert not told_otherwise(replace(fine, things=ban.things), ban)
    licence = frozenset({"target norvik", "target licenc"})
    assert told_otherwise(replace(fine, things=licence), replace(ban, things=licence))


def test_another_place_keeps_them_apart() -> None:
    """Braga is not Porto."""
    here, there = (
        replace(one, places=frozenset({place}))
        for one, place in ((ARREST, "e-braga"), (SEIZED, "e-porto"))
    )

    assert not told_otherwise(here, there)
    assert told_otherwise(here, replace(there, places=NOBODY))


def test_what_is_told_as_the_same_kind_goes_first() -> None:
    """Of an arrest and a seizure in one report, the other report's arrest is the arrest."""
    again = replace(ARREST, document="d-2")
    clusters = group_tellings(
        (ARREST, replace(SEIZED, document="d-1"), again), {"d-1": 0, "d-2": 0}
    )

    assert clusters.find(0) == clusters.find(2) != clusters.find(1)


@given(st.permutations([*range(6)]))
def test_the_order_of_tellings_does_not_matter(order: list[int]) -> None:
    """The same three events, however they come in."""
    told = [one for pair in SAME for one in pair]
    clusters = group_tellings([told[n] for n in order], {"d-1": 0, "d-2": 0})
    pairs = {frozenset(order[m] for m in group) for group in clusters.groups().values()}

    assert pairs == {frozenset({0, 1}), frozenset({2, 3}), frozenset({4, 5})}


def test_the_kinds_that_are_told_of_one_another_are_kinds_of_events() -> None:
    """No kind in the file is misspelt."""
    frames = load([pack.folder for pack in builtin_packs()]).frames.values()
    kinds = {f"{one.type}/{one.mode}" if one.mode else one.type for one in frames}

    assert {kind for groups in shipped().values() for group in groups for kind in group} <= kinds
