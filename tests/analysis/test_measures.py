"""How much hangs on whom, held against formulas written anew and against networkx asked directly."""

import random
from collections import Counter

import networkx as nx
import pytest
from eval.coverage import coverage
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.analysis.network.bonds import Actor, Bond, Network
from sayso.analysis.network.measured.measures import (
    expected_shares,
    graph_of,
    pairs_of,
    shape_of,
    standings_of,
)
from sayso.analysis.network.measured.passages import passages
from sayso.analysis.network.measured.resampling import (
    FEWEST,
    left_out,
    resampled,
    student_quantile,
    widened_tail,
)
from sayso.analysis.network.measured.sureness import seen, sides_compared

OPEN = (None, None)
links = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 5)).filter(lambda t: t[0] != t[1]),
    min_size=1, max_size=40,
)  # fmt: skip


def bond(number: int, left: str, right: str, *origins: int, state: str = "lasts") -> Bond:
    return Bond(
        f"t-{number}", "tie", "backs", left, right, f"{left} backs {right}", "", False, 1, False,
        state, OPEN, OPEN, (), len(origins), tuple(origins), (),
    )  # fmt: skip


def network(bonds, mentions=None) -> Network:
    ids = sorted({end for b in bonds for end in (b.left, b.right)})
    actors = tuple(Actor(i, i.upper(), "Person", 0, 0, (mentions or {}).get(i, 0)) for i in ids)
    return Network(actors, tuple(bonds), tuple("abcdef"))


def of(drawn) -> Network:
    return network([bond(n, f"a{x}", f"a{y}", o) for n, (x, y, o) in enumerate(drawn)])


@given(links)
@settings(max_examples=60, deadline=None)
def test_measures_are_those_of_a_graph_built_apart(drawn) -> None:
    """Degree, share, betweenness and constraint by definition, components by walking."""
    whole = of(drawn)
    told: dict[frozenset[str], set[int]] = {}
    for x, y, origin in drawn:
        told.setdefault(frozenset((f"a{x}", f"a{y}")), set()).add(origin)
    near: dict[str, dict[str, int]] = {}
    for pair, origins in told.items():
        one, other = sorted(pair)
        near.setdefault(one, {})[other] = near.setdefault(other, {})[one] = len(origins)
    total = sum(map(len, told.values()))
    plain = nx.Graph([tuple(pair) for pair in told])
    between = nx.betweenness_centrality(plain)

    for one in standings_of(whole, 20):
        assert one.degree == len(near[one.actor])
        assert one.share == pytest.approx(sum(near[one.actor].values()) / total)
        assert one.brokerage == pytest.approx(between[one.actor])
        assert one.constraint == pytest.approx(burt(near, one.actor))
        assert one.alone == sum(len(near[other]) == 1 for other in near[one.actor])
    shape = shape_of(whole)
    assert shape.components == len(walked(near))
    assert shape.largest == max(map(len, walked(near))) / len(near)
    assert Counter(id for group in shape.communities for id in group) == Counter(list(near))


def burt(near: dict[str, dict[str, int]], who: str) -> float:
    """The constraint of Burt (1992): for each contact, the direct and the roundabout share, squared."""

    def part(one: str, other: str) -> float:
        return near[one].get(other, 0) / sum(near[one].values())

    return sum(
        (part(who, j) + sum(part(who, q) * part(q, j) for q in near[who] if q != j)) ** 2
        for j in near[who]
    )


def walked(near: dict[str, dict[str, int]]) -> list[set[str]]:
    groups: list[set[str]] = []
    for start in near:
        if not any(start in group for group in groups):
            group, todo = set(), [start]
            while todo:
                one = todo.pop()
                if one not in group:
                    group.add(one)
                    todo += near[one]
            groups.append(group)
    return groups


@given(links, st.integers(1, 4))
@settings(max_examples=30, deadline=None)
def test_repeating_what_an_origin_tells_changes_nothing(drawn, times: int) -> None:
    """Weights count origins: the same tie told again by the same origin adds nothing."""
    assert standings_of(of(drawn * times)) == standings_of(of(drawn))
    assert graph_of(pairs_of(of(drawn[::-1]))).edges == graph_of(pairs_of(of(drawn))).edges


def test_a_star_is_all_centre_and_a_ring_has_none() -> None:
    """Freeman's centralisation is 1 and 0; below three actors there is none."""
    star = network([bond(n, "hub", f"a{n}", 0) for n in range(6)])
    ring = network([bond(n, f"a{n}", f"a{(n + 1) % 6}", 0) for n in range(6)])

    assert shape_of(star).centralisation == 1
    assert shape_of(ring).centralisation == 0
    assert shape_of(network([bond(0, "a", "b", 0)])).centralisation is None
    assert shape_of(network([])).components == 0
    assert standings_of(network([])) == ()


def test_the_baseline_by_mentions_is_what_drawing_by_mentions_gives() -> None:
    """Ends of pairs drawn by mentions, never one twice: the formula against a hundred thousand draws."""
    mentions = {"a": 60, "b": 25, "c": 10, "d": 5}
    actors = [Actor(i, i, "Person", 0, 0, count) for i, count in mentions.items()]
    chance, hits, draws = random.Random(3), Counter(), 100_000
    for _ in range(draws):
        one = chance.choices(list(mentions), list(mentions.values()))[0]
        rest = {i: c for i, c in mentions.items() if i != one}
        hits.update((one, chance.choices(list(rest), list(rest.values()))[0]))
    found = expected_shares(actors)

    assert sum(found.values()) == pytest.approx(2)
    for id in mentions:
        assert found[id] == pytest.approx(hits[id] / draws, abs=0.006)
    assert expected_shares([Actor("a", "a", "Person", 0, 0, 3)]) == {}


@pytest.mark.parametrize(
    ("freedom", "expected"),
    [(1, 6.3138), (2, 2.9200), (3, 2.3534), (4, 2.1318), (9, 1.8331), (30, 1.6973)],
)
def test_quantiles_of_student_are_those_of_the_tables(freedom: int, expected: float) -> None:
    """The .95 quantile, as printed in tables of the distribution."""
    assert student_quantile(0.95, freedom) == pytest.approx(expected, abs=5e-5)


def test_fewer_origins_give_wider_intervals_and_too_few_give_none() -> None:
    """The part left out at each end grows towards that of the level; below the least there is none."""
    tails = [widened_tail(n, 0.9) for n in (5, 10, 50, 5000)]
    few = resampled(range(FEWEST - 1), lambda counts: {"x": float(len(counts))})

    assert tails == sorted(tails)
    assert tails[-1] == pytest.approx(0.05, abs=0.001)
    assert (few["x"].value, few["x"].low) == (FEWEST - 1, None)


def test_intervals_are_the_same_each_time_and_hold_the_figure() -> None:
    """The draws are fixed; leaving out tells the least and the most."""
    whole = network([bond(n, "hub", f"a{n}", n) for n in range(6)] + [bond(9, "a1", "a2", 7)])
    once, again = seen(whole), seen(whole)
    alone = left_out([1, 2, 3, 4, 5], lambda counts: {"sum": float(sum(counts))})["sum"]

    assert once == again
    for share in once.shares:
        assert share.low <= share.value <= share.high
    assert (alone.value, alone.low, alone.high) == (15, 10, 15)


def test_a_change_is_told_only_where_dated_links_show_it() -> None:
    """Undated ties stand on both sides: others' new links move their share, and that is no change."""
    undated = [bond(n, "old", f"a{n}", n, state="undated") for n in range(8)]
    new = [bond(20 + n, "hub", f"b{n}", n, state="begins") for n in range(8)]
    whole = network([*undated, *new])
    found = {
        (one.figure, one.name): one.told
        for one in sides_compared(whole.side("before"), whole.side("after"))
    }

    assert found["share", "HUB"] == "rises"
    assert found["share", "OLD"] == "open"


def test_few_origins_on_a_side_tell_no_change() -> None:
    """Where one report tells of the time before, nothing is said of what changed."""
    before = [bond(n, "hub", f"a{n}", 0, state="ends") for n in range(8)]
    after = [bond(20 + n, "hub", f"b{n}", n % 6, state="begins") for n in range(8)]
    whole = network([*before, *after])

    told = {one.told for one in sides_compared(whole.side("before"), whole.side("after"))}
    assert told == {"thin"}


@pytest.mark.slow
def test_intervals_cover_the_truth_about_as_often_as_they_say() -> None:
    """Made-up networks told by made-up origins: nine in ten, as far as 120 runs can tell."""
    assert 0.8 <= coverage(8, runs=120) <= 0.98


@given(st.integers(2, 14), st.randoms(use_true_random=False), st.booleans())
def test_paths_through_each_are_those_that_networkx_counts(
    size: int, chance: random.Random, around: bool
) -> None:
    """Around somebody too, who is next to all others."""
    graph = nx.gnp_random_graph(size, 0.3, seed=chance.randrange(1000))
    graph.add_edges_from((0, other) for other in range(1, size) if around)
    counted = nx.betweenness_centrality(graph, normalized=False)
    found = passages([sorted(graph[point]) for point in range(size)])

    assert found == pytest.approx([2 * counted[point] for point in range(size)])
