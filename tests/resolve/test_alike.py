"""What is alike by all that is told: joined where it is clear which event is meant."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.resolve.clusters import Clusters
from sayso.resolve.events import Telling, could_be_one, marked
from sayso.resolve.retelling.families import families_in, family_of
from sayso.resolve.tellings import likeness as weighing
from sayso.resolve.tellings.alike import join_alike
from sayso.resolve.tellings.joining import group_tellings
from sayso.resolve.tellings.likeness import Likeness, likelihood, likeness

NOBODY: frozenset[str] = frozenset()
SOLD = Telling(
    "d-1", "COOPERATE", "merge", "actual", "2021-03-05", "2021-03-05",
    frozenset({("actor", "e-halden")}), NOBODY, NOBODY,
    frozenset({(640e6, 640e6, "francs")}), True, frozenset({"e-halden"}),
    "buy", frozenset({"vaccin", "unit", "halden"}),
)  # fmt: skip
BOUGHT = replace(
    SOLD, document="d-2", earliest=None, latest=None,
    roles=frozenset({("actor", "e-nordlys"), ("target", "e-unit")}),
    bearers=frozenset({"e-nordlys"}), words=frozenset({"vaccin", "unit", "nordly"}),
)  # fmt: skip


def groups(documents: list[int], alike: dict[tuple[int, int], int]) -> set[frozenset[int]]:
    clusters = Clusters(len(documents))
    join_alike(documents, clusters, alike)
    return {frozenset(group) for group in clusters.groups().values()}


def test_a_sale_told_by_the_seller_and_by_the_buyer_is_one() -> None:
    """The same large sum, the same thing; the day stands in one report only."""
    assert len(group_tellings([SOLD, BOUGHT], {"d-1": 0, "d-2": 0}).groups()) == 1


def test_reports_on_other_subjects_tell_of_other_sales() -> None:
    """However alike they are."""
    assert len(group_tellings([SOLD, BOUGHT], {"d-1": 0, "d-2": 1}).groups()) == 2
    assert len(group_tellings([SOLD, BOUGHT]).groups()) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"earliest": "2021-03-20", "latest": "2021-03-20"},
        {"realis": "planned"},
        {"type": "AGREE"},
        {"mode": "cede"},
        {"document": "d-1"},
        {"type": "STATE"},
    ],
)
def test_what_speaks_against_it_is_never_outweighed(change: dict[str, str]) -> None:
    """Another day, another kind, a plan; and what somebody said is told by who said it."""
    assert not could_be_one(SOLD, replace(BOUGHT, **change))


def test_other_people_or_places_are_never_outweighed() -> None:
    """Ana's sale in Porto is not Omar's in Lisbon."""
    ana, omar = (
        replace(SOLD, roles=frozenset({("actor", e)}), persons=frozenset({e})) for e in "ao"
    )
    assert not could_be_one(ana, replace(omar, document="d-2"))
    here, there = (replace(SOLD, places=frozenset({place})) for place in "pl")
    assert not could_be_one(here, replace(there, document="d-2"))


def test_without_weights_nothing_is_likely(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules alone join what they always joined."""
    monkeypatch.setattr(weighing, "shipped", dict)

    assert likelihood(SOLD, BOUGHT) == 0.0
    assert len(group_tellings([SOLD, BOUGHT], {"d-1": 0, "d-2": 0}).groups()) == 2


def test_every_likeness_has_a_weight_and_lies_between_none_and_all() -> None:
    """The file as trained fits the code."""
    assert set(weighing.shipped()) == {"any", *Likeness._fields}
    assert json.dumps(weighing.shipped())
    for pair in ((SOLD, BOUGHT), (SOLD, SOLD), (BOUGHT, replace(SOLD, counts=frozenset()))):
        assert likeness(*pair) == likeness(*pair[::-1])
        assert all(0 <= value <= 1 for value in likeness(*pair))


def test_families_in_a_passage_leave_out_common_words() -> None:
    """What every report says tells nothing."""
    words = families_in("Seven members of the board handed in their resignation after the audit")

    assert {family_of("quit"), family_of("audit"), family_of("board")} <= words
    assert not words & {"the", "aft", "after", "of"}


def test_a_telling_is_the_only_one_of_its_kind_in_its_time_or_not() -> None:
    """Two sales in March, one in June."""
    june = replace(SOLD, earliest="2021-06-01", latest="2021-06-30")
    march = replace(SOLD, earliest="2021-03-01", latest="2021-03-31")

    assert [one.only for one in marked([SOLD, march, june])] == [False, False, True]
    assert [one.only for one in marked([SOLD, replace(SOLD, type="AID"), june])] == [True] * 3


def test_of_two_events_of_one_report_neither_is_taken_where_both_may_be_meant() -> None:
    """Unless one is clearly likelier."""
    documents = [0, 0, 1]

    assert groups(documents, {(0, 2): 90, (1, 2): 85}) == {frozenset({n}) for n in range(3)}
    assert groups(documents, {(0, 2): 95, (1, 2): 81}) == {frozenset({0, 2}), frozenset({1})}


def test_two_events_of_one_report_do_not_become_one_by_a_third() -> None:
    """The least likely link of the chain is left."""
    documents = [0, 1, 2, 0]
    linked = {(0, 1): 95, (1, 2): 92, (2, 3): 82}

    assert groups(documents, linked) == {frozenset({0, 1, 2}), frozenset({3})}


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]),
    st.integers(80, 99),
    max_size=14,
)


@settings(max_examples=200)
@given(st.lists(st.integers(0, 3), min_size=8, max_size=8), PAIRS, st.randoms())
def test_joining_keeps_events_of_one_report_apart_in_any_order(documents, alike, chance) -> None:
    """Whatever is alike and whichever comes first."""
    made = groups(documents, alike)
    shuffled = list(alike.items())
    chance.shuffle(shuffled)
    assert groups(documents, dict(shuffled)) == made
    for group in made:
        assert len({documents[n] for n in group}) == len(group)

    order = list(range(8))
    chance.shuffle(order)
    moved = [documents[n] for n in order]
    renamed = {
        (min(a, b), max(a, b)): score
        for (x, y), score in alike.items()
        for a, b in [(order.index(x), order.index(y))]
    }
    assert {frozenset(order[n] for n in group) for group in groups(moved, renamed)} == made
