"""Who is linked to whom on a day, and what a turning point changes."""

from dataclasses import replace

import pytest

from sayso.analysis.network.asking import Material, Question, ask
from sayso.analysis.network.bonds import focused, largest, turned
from sayso.analysis.network.fronts import Fronts
from sayso.analysis.network.places import box, places
from sayso.analysis.network.tellers import Tellers
from sayso.analysis.network.terms import held_of, succeeded
from sayso.analysis.network.turning import turning_of
from sayso.records.accounts import Participant
from sayso.records.case import Account, Corroboration, Entity, Event, Tie
from sayso.records.spans import Span

DAY = ("2020-01-03", "2020-01-03")


def words(document: str = "d-1") -> Account:
    return Account(Span(document, 0, 3, "abc"), (), "asserted")


def tie(
    id: str,
    subject: str,
    object: str,
    since: str | None = None,
    until: str | None = None,
    *,
    type: str = "backs",
    polarity: str = "positive",
    told: tuple[str, ...] = ("d-1",),
) -> Tie:
    accounts = tuple(words(document) for document in told)
    return Tie(id, type, subject, object, None, None, since, until, polarity, accounts)


def event(
    id: str, kind: str, parts: str, day: str | None = None, until: str | None = None
) -> Event:
    """``parts`` is "actor:a target:b"."""
    type, _, mode = kind.partition("/")
    taking = tuple(Participant(*part.split(":")) for part in parts.split())
    return Event(
        id, type, mode or None, "actual", day, until or day, None, taking, (), (), None, None,
        (words(),),
    )  # fmt: skip


def cast(*names: str, type: str = "Person") -> dict[str, Entity]:
    return {name: Entity(name, type, name.upper(), ()) for name in names}


def material(ties=(), events=(), entities=None, counted=None, fronts=None, mentions=None):
    ids = {end for t in ties for end in (t.subject, t.object) if end}
    ids |= {p.entity for e in events for p in e.participants}
    known = cast(*sorted(ids)) | (entities or {})
    return Material(
        tuple(ties),
        tuple(events),
        known,
        counted or {},
        Tellers({}, {}),
        Fronts(fronts or {}, {}),
        mentions or {},
        held_of(ties, events, known),
    )


def network(ties=(), **more):
    question = {k: more.pop(k) for k in list(more) if k in Question.__dataclass_fields__}
    return ask(material(ties, **more), Question(**question))


@pytest.mark.parametrize(
    ("since", "until", "day", "expected"),
    [
        ("2020-01-03", "2020-06-30", "2020-03-01", True),
        ("2020-01-03", "2020-06-30", "2020-01-02", False),
        ("2020-01-03", "2020-06-30", "2020-07-01", False),
        ("2020-01", None, "2020-01-15", True),
        ("2020-01", None, "2019-12-31", False),
        (None, "2020-01", "2020-01-15", True),
        (None, "2020-01", "2020-02-01", False),
        (None, None, "2020-01-15", True),
        ("-0044", None, "-0045-06-01", False),
    ],
)
def test_a_tie_is_in_the_network_of_a_day_it_may_hold_on(since, until, day, expected) -> None:
    """A missing or vague date leaves it in; one that rules the day out takes it out."""
    found = network([tie("t", "a", "b", since, until)], at=(day, day))

    assert bool(found.bonds) is expected


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (("2020-01-03", None), "begins"),
        (("2020-01-01", None), "lasts"),
        (("2020-02-01", None), "begins"),
        ((None, "2020-01-02"), "ends"),
        ((None, "2020-01-03"), "ends"),
        ((None, "2019-12-31"), "ends"),
        (("2019-01-01", "2021-12-31"), "lasts"),
        (("2018-01-01", "2018-12-31"), "ends"),
        ((None, None), "undated"),
    ],
)
def test_a_turning_point_divides_what_begins_ends_and_lasts(span, expected: str) -> None:
    """What begins on its day belongs to the time after, what ends on it to the time before."""
    assert turned(span, DAY) == expected


def test_actors_are_counted_with_who_hangs_on_them_alone() -> None:
    """A hub with two that are tied to nobody else, and one that has another."""
    ties = [
        tie("t-1", "hub", "a", told=("d-1", "d-2")),
        tie("t-2", "hub", "b"),
        tie("t-3", "hub", "c"),
        tie("t-4", "c", "d"),
    ]
    found = network(ties)

    assert [(a.id, a.ties, a.alone) for a in found.actors[:2]] == [("hub", 3, 2), ("c", 2, 1)]
    assert [len(b.origins) for b in found.bonds if b.id == "t-1"] == [2]
    assert {a.id for a in focused(found, "a").actors} == {"a", "hub"}
    assert {b.id for b in largest(found, 2).bonds} == {"t-3"}


def test_a_tie_to_nobody_joins_nobody() -> None:
    """An office alone, oneself, or somebody the case does not know draws no line."""
    lone = Tie("t-1", "holds_office", "a", None, "o", None, None, None, "positive", (words(),))
    ties = [lone, tie("t-2", "a", "a"), tie("t-3", "a", "zz")]
    known = cast("a") | cast("o", "zz", type="Office")

    assert network(ties, entities=known).bonds == ()


def test_copies_of_one_origin_add_none() -> None:
    """Three accounts that corroboration found to go back to one word are one origin."""
    told = tie("t-1", "a", "b", told=("d-1", "d-2", "d-3"))
    one = Corroboration(None, "t-1", 3, 1, ((0, 1, 2),))

    assert len(network([told], counted={"t-1": one}).bonds[0].origins) == 1
    assert len(network([told]).bonds[0].origins) == 3


def test_an_event_links_those_who_took_part_near_its_day() -> None:
    """A meeting joins, an attack sets against each other; far from the day neither counts."""
    events = [
        event("e-1", "CONSULT/meet", "actor:a partner:b", "2020-03-01"),
        event("e-2", "ASSAULT", "actor:c target:d", "2020-03-01"),
        event("e-3", "CONSULT/meet", "actor:a partner:e", "2016-03-01"),
        event("e-4", "CONSULT/meet", "actor:a partner:f"),
        event("e-5", "CONSULT/meet", "actor:a actor:g", "2020-05-01"),
    ]
    at = ("2020-06-01", "2020-06-01")
    found = {(b.left, b.right): b.joins for b in network(events=events, at=at).bonds}

    assert found == {("a", "b"): True, ("c", "d"): False, ("a", "g"): True}
    assert len(network(events=events).bonds) == 5
    assert network(events=events, at=at, kinds=("tie",)).bonds == ()


def test_an_event_stands_on_one_side_of_the_turning_point() -> None:
    """Before it, after it; one on the very day or of a whole year around it is on neither."""
    events = [
        event("e-1", "CONSULT/meet", "actor:a partner:b", "2019-12-01"),
        event("e-2", "CONSULT/meet", "actor:a partner:b", "2020-02-01"),
        event("e-3", "CONSULT/meet", "actor:a partner:b", "2020-01-03"),
        event("e-4", "CONSULT/meet", "actor:a partner:b", "2020-01-01", "2020-12-31"),
    ]
    found = network(events=events, pivot=DAY)

    assert {b.id: b.state for b in found.bonds} == {"e-1": "ends", "e-2": "begins"}
    assert [b.id for b in found.side("before").bonds] == ["e-1"]


def test_a_tie_that_had_begun_by_a_day_is_no_undated_one() -> None:
    """It may have held on both sides, and it is known to have begun by then."""
    [bond] = network([tie("t-1", "a", "b", "../2020-01-10")], pivot=DAY).bonds

    assert (bond.state, bond.when) == ("lasts", "by 10 January 2020 – ?")


def test_what_is_denied_and_rivalry_join_nobody() -> None:
    """They are listed, and are no part of how a network hangs together."""
    ties = [
        tie("t-1", "a", "b", polarity="negative"),
        tie("t-2", "a", "c", type="rival_of"),
        tie("t-3", "a", "d", type="succeeds"),
        tie("t-4", "a", "e"),
    ]

    assert [b.id for b in network(ties).bonds if b.joins] == ["t-4"]


def test_a_front_and_a_set_of_actors_narrow_it() -> None:
    """By the country of a party, whatever case; between the actors named; without the undated."""
    ties = [tie("t-1", "a", "velm"), tie("t-2", "a", "b", "2020"), tie("t-3", "b", "c")]
    fronts = {"velm": "Norland"}

    assert [b.id for b in network(ties, fronts=fronts, front="norland").bonds] == ["t-1"]
    assert network(ties, fronts=fronts, front="norland").bonds[0].fronts == ("Norland",)
    assert [b.id for b in network(ties, actors=frozenset({"a", "b"})).bonds] == ["t-2"]
    assert [b.id for b in network(ties, undated=False).bonds] == ["t-2"]
    assert [b.id for b in network(ties, around="c").bonds] == ["t-3"]


FLEET = cast("old", "new", "aide", "next") | cast("fleet", type="Organization")


def test_a_killing_ends_what_the_dead_held() -> None:
    """His command ends with it; what he backed ended then at the latest; both say why."""
    ties = [
        tie("t-1", "old", "fleet", "1998", type="commands"),
        tie("t-2", "old", "aide"),
        tie("t-3", "aide", "fleet"),
    ]
    death = event("e-1", "ASSAULT/kill", "target:old", "2020-01-03")
    held = held_of(ties, [death], FLEET)

    assert held["t-1"].term.until == DAY
    assert held["t-1"].grounds == ("e-1",)
    assert held["t-2"].term.until == (None, "2020-01-03")
    assert not held["t-3"].dated


def test_a_killing_of_an_office_is_that_of_the_one_who_held_it() -> None:
    """ "The commander of the fleet" was killed on a day; of two who fit, nobody is."""
    known = FLEET | {"o": Entity("o", "Office", "commander of the FLEET", ())}
    ties = [
        tie("t-1", "old", "fleet", type="commands"),
        tie("t-2", "new", "fleet", type="commands"),
    ]
    vague = event("e-1", "ASSAULT/kill", "target:old", None, "2020-07-19")
    exact = event("e-2", "ASSAULT/kill", "target:o", "2020-01-03")
    both = event("e-3", "ASSAULT/kill", "target:new", None, "2020-08-01")

    assert held_of(ties, [vague, exact], known)["t-1"].term.until == DAY
    assert held_of(ties, [vague, exact], known)["t-2"].term.until == (None, None)
    assert held_of(ties, [vague, exact, both], known)["t-1"].term.until == (None, "2020-07-19")


def test_who_succeeds_holds_it_after() -> None:
    """The end of one command is the beginning of the next at the earliest, and the other way."""
    ties = [
        tie("t-1", "old", "fleet", type="commands"),
        tie("t-2", "new", "fleet", type="commands"),
        tie("t-3", "new", "old", type="succeeds"),
    ]
    death = event("e-1", "ASSAULT/kill", "target:old", "2020-01-03")
    begun = [ties[0], replace(ties[1], since="2020-02-01"), ties[2]]

    assert held_of(ties, [death], FLEET)["t-2"].term.since == ("2020-01-03", None)
    assert held_of(ties, [death], FLEET)["t-2"].grounds == ("t-3", "t-1", "e-1")
    assert held_of(begun, [], FLEET)["t-1"].term.until == (None, "2020-02-01")
    assert not held_of(ties, [], FLEET)["t-2"].dated


def test_a_succession_took_place_as_the_post_was_taken_up() -> None:
    """Its day is that of the successor's command, with all from which that follows."""
    ties = [
        tie("t-1", "old", "fleet", type="commands"),
        tie("t-2", "new", "fleet", type="commands"),
        tie("t-3", "new", "old", type="succeeds"),
    ]
    death = event("e-1", "ASSAULT/kill", "target:old", "2020-01-03")
    known = succeeded(ties, held_of(ties, [death], FLEET))

    assert known["t-3"].term.since == ("2020-01-03", None)
    assert known["t-3"].grounds == ("t-2", "t-3", "t-1", "e-1")
    assert succeeded(ties, held_of(ties, [], FLEET)) == {}


def test_a_turning_point_tells_what_is_gone_new_changed_and_who_took_over() -> None:
    """The commander is killed; his deputy takes the fleet, another becomes deputy."""
    ties = [
        tie("t-1", "old", "fleet", type="commands"),
        tie("t-2", "new", "fleet", type="commands"),
        tie("t-3", "new", "old", type="succeeds"),
        tie("t-4", "new", "old", type="deputy_of"),
        tie("t-5", "next", "new", "2020-01", type="deputy_of"),
        tie("t-6", "aide", "fleet", None, "2019", type="backs"),
        tie("t-7", "aide", "fleet", "2021", None, type="opposes"),
        tie("t-8", "aide", "next"),
    ]
    death = event("e-1", "ASSAULT/kill", "target:old", "2020-01-03")
    found = turning_of(material(ties, [death], FLEET), Question(pivot=DAY))
    shifts = {s.kind + ":" + ",".join(b.id for b in (*s.before, *s.after)) for s in found.shifts}

    assert shifts == {"gone:t-1", "gone:t-4", "new:t-2", "changed:t-6,t-7"}
    assert [(t.leaver, t.taker, t.after.id, t.sure) for t in found.takeovers] == [
        ("new", "next", "t-5", False),
        ("old", "new", "t-2", True),
    ]
    assert [b.id for b in found.left] == ["t-6"]
    assert found.undated == 2
    assert {c.person for c in found.charges} == {"old", "new", "next"}
    assert all(b.quotes[0].quote == "abc" for s in found.shifts for b in (*s.before, *s.after))


def test_a_successor_already_in_command_took_nothing_over() -> None:
    """Who is told to have held it long before did not get it at the turning point."""
    ties = [
        tie("t-1", "old", "fleet", None, "2020-01-03"),
        tie("t-2", "new", "fleet", "2001"),
        tie("t-3", "new", "old", type="succeeds"),
    ]

    assert turning_of(material(ties, (), FLEET), Question(pivot=DAY)).takeovers == ()


def test_places_are_the_same_each_time_and_do_not_overlap() -> None:
    """The order of the ties changes nothing, and each name can be read."""
    names = [f"person number {n}" for n in range(30)]
    ties = [tie(f"t-{n}", names[n], names[(n * n + 1) % 30]) for n in range(30)]
    spots, height = places(network(ties), 1100)
    again, _ = places(network(list(reversed(ties))), 1100)

    assert spots == again
    assert all(0 <= y <= height for _, y in spots.values())
    for one, (x, y) in spots.items():
        for other, (u, v) in spots.items():
            wide = (box(one.upper()) + box(other.upper())) / 2
            assert one == other or abs(x - u) >= wide or abs(y - v) >= 26
