"""The neighbours of one actor, read without the rest, are those of the whole network."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.analysis.network.around import around, present
from sayso.analysis.network.asking import Material, Question, ask
from sayso.analysis.network.bonds import Network
from sayso.analysis.network.overall import overall
from sayso.records.accounts import Participant
from tests.factory import Builder, Case

# Few of each, so that they meet: on the day that is asked about too.
NAMES = ("Ana", "Boris", "Carla", "Dario")
TIES = ("backs", "commands", "succeeds", "rival_of", "holds_office")
EVENTS = ("CONSULT/meet", "ASSAULT/kill", "AID", "APPOINT")
ROLES = ("actor", "target", "partner")
DATES = (None, "2019", "2020-03-05", "2021", "../2020-06", "-0044-03-15")
DAYS = (None, "-0044-03-15", "2020-03-04", "2020-03-05", "2021-11-30")
ASKED = (None, ("2020-03-05", "2020-03-05"), ("2020-01-01", "2020-12-31"))

ends = st.sampled_from(NAMES)
ties = st.tuples(
    st.sampled_from(TIES), ends, ends, st.sampled_from(DATES), st.sampled_from(DATES),
    st.sampled_from(("positive", "negative")),
)  # fmt: skip
happenings = st.tuples(
    st.sampled_from(EVENTS), st.lists(st.tuples(st.sampled_from(ROLES), ends), max_size=4),
    st.sampled_from(DAYS), st.sampled_from(DAYS), st.sampled_from(("actual", "planned")),
)  # fmt: skip


def case(ties: list, happenings: list) -> tuple[Case, dict[str, str]]:
    """A case of these, told one after the other in one report."""
    made = Builder()
    ids = {name: made.add("Person", name) for name in NAMES}
    ids["Cobalt Pier"] = made.add("Place", "Cobalt Pier")
    words = [f"Telling {n:03d} at Cobalt Pier." for n in range(len(ties) + len(happenings))]
    report = made.report("note.txt", " ".join(words) or "Nothing.")
    told = iter(words)
    for kind, one, other, since, until, polarity in ties:
        facts = {"since": since, "until": until, "polarity": polarity}
        made.tie_of(kind, ids[one], ids[other], made.told(report, next(told)), **facts)
    for kind, parts, first, last, realis in happenings:
        taking = tuple(Participant(role, ids[name]) for role, name in dict.fromkeys(parts))
        account = made.told(report, next(told), participants=taking, earliest=first, latest=last)
        made.event(kind, account, realis=realis)
    return made.view(), ids


def told(network: Network) -> Network:
    """The network with names of origins in place of their numbers, which count from anywhere."""
    names = network.origins
    bonds = [
        replace(bond, origins=tuple(sorted(names[n] for n in bond.origins)))
        for bond in network.bonds
    ]
    return Network(network.actors, tuple(bonds), ())


ON_THE_DAY = {
    "ties": [("backs", "Ana", "Boris", "2019", "2020-03-05", "positive")],
    "happenings": [("AID", [("actor", "Ana"), ("target", "Carla")], None, "2020-03-05", "actual")],
    "at": ASKED[1], "pivot": None, "kinds": ("tie", "event"), "types": frozenset(),
    "among": frozenset(), "undated": False, "window": 0,
}  # fmt: skip


@example(**ON_THE_DAY)
@example(**{**ON_THE_DAY, "at": None, "pivot": ("2020-03-06", "2020-03-06"), "window": 1})
@settings(max_examples=500, deadline=None)
@given(
    ties=st.lists(ties, max_size=7),
    happenings=st.lists(happenings, max_size=7),
    at=st.sampled_from(ASKED),
    pivot=st.sampled_from(ASKED),
    kinds=st.sampled_from((("tie", "event"), ("tie", "event"), ("tie",), ("event",))),
    types=st.sampled_from((frozenset(), frozenset({"backs", "CONSULT"}))),
    among=st.sampled_from((frozenset(), frozenset(NAMES[:2]))),
    undated=st.booleans(),
    window=st.sampled_from((0, 1, 365)),
)
def test_neighbours_read_alone_are_those_of_the_whole(
    ties, happenings, at, pivot, kinds, types, among, undated, window
) -> None:
    """Who is near, what binds them, and what each counts in the whole network."""
    view, ids = case(ties, happenings)
    question = Question(
        at=at or (None, None) if pivot is None else (None, None),
        pivot=pivot or (None, None),
        kinds=kinds, types=types, actors=frozenset(ids[name] for name in among),
        around=ids["Ana"], window=window, undated=undated,
    )  # fmt: skip
    assert told(around(view, question)) == told(ask(Material.of(view), question))


@settings(max_examples=200, deadline=None)
@given(
    ties=st.lists(ties, max_size=12),
    happenings=st.lists(happenings, max_size=12),
    most=st.integers(0, 30),
)
def test_the_nearest_are_those_with_most_links(ties, happenings, most: int) -> None:
    """As many as the links allow; nobody who is left out has more links than one who is not."""
    view, ids = case(ties, happenings)
    question = Question(around=ids["Ana"])
    links = present(view, question)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("sayso.analysis.network.links._FEWEST", 1)
        near, further = links.nearest(ids["Ana"], most)
    everybody = links.near(ids["Ana"])
    assert near <= everybody
    assert further == len(everybody) - len(near)
    shared = Counter(
        other for bond in around(view, question).bonds
        for other in {bond.left, bond.right} - {ids["Ana"]}
        if ids["Ana"] in bond.key
    )  # fmt: skip
    left_out = [shared[id] for id in everybody - near]
    assert all(shared[id] >= max(left_out) for id in near - {ids["Ana"]} if left_out)
    assert len(links.between(near)) <= most or len(near) <= 2


@settings(max_examples=200, deadline=None)
@given(
    ties=st.lists(ties, max_size=12),
    happenings=st.lists(happenings, max_size=12),
    most=st.integers(0, 30),
)
def test_each_two_have_their_share_of_what_is_looked_at(ties, happenings, most: int) -> None:
    """About so many links, one of each two at least, none twice; and what is left out is told."""
    view, ids = case(ties, happenings)
    question = Question(around=ids["Ana"])
    links = present(view, question)
    near = links.near(ids["Ana"])
    every, (chosen, unread) = links.between(near), links.shares(near, most)
    pairs = {b.key for b in around(view, question).bonds}
    shown = {b.key for b in ask(Material.of(view), question).bonds if b.id in set(chosen)}

    assert set(chosen) <= set(every)
    assert len(chosen) == len(set(chosen)) == len(every) - unread
    assert len(chosen) <= max(most, len(pairs))
    assert shown >= pairs
    if most >= len(every) + len(pairs):
        assert unread == 0


def test_a_picture_of_the_nearest_says_how_many_are_left_out() -> None:
    bonds = [("backs", "Ana", name, None, None, "positive") for name in NAMES[1:]]
    view, ids = case([*bonds, ("commands", "Ana", "Boris", None, None, "positive")], [])
    question = Question(around=ids["Ana"])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("sayso.analysis.network.links._FEWEST", 1)
        found = around(view, question, most=2)
    assert {actor.name for actor in found.actors} == {"Ana", "Boris"}
    assert found.further == overall(found).further == 2
    # What each counts is what it counts in the whole.
    assert [actor.ties for actor in found.actors] == [4, 2]
    assert around(view, question).further == 0
