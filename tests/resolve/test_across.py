"""Who is who across documents."""

import random

from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.across import compare_profiles, resolve
from sayso.resolve.clusters import cluster
from sayso.resolve.profiles import Profile

LINA = Profile("Person", "Lina Haddad", ("Haddad",))
LEENA = Profile("Person", "Leena al-Haddad")
OMAR = Profile("Person", "Omar Haddad")
SURNAME = Profile("Person", "Rahimi")
RAHIMI = Profile("Person", "Qasim Rahimi")
UNION = Profile("Organization", "Harbour Workers' Union", ("HWU",))
ACRONYM = Profile("Organization", "HWU")
FRONT = Profile("Organization", "People's Front")
INNER = Profile("Organization", "Youth Wing of the People's Front")
EVERYBODY = sorted([LINA, LEENA, OMAR, SURNAME, RAHIMI, UNION, ACRONYM, FRONT, INNER])


def together(profiles: list[Profile]) -> set[frozenset[Profile]]:
    groups = resolve(profiles).clusters.groups().values()
    return {frozenset(profiles[i] for i in group) for group in groups}


def test_one_entity_however_it_is_spelt() -> None:
    """Spellings, lone surnames and acronyms find their owner; look-alikes stay apart."""
    assert together(EVERYBODY) == {
        frozenset({LINA, LEENA}),
        frozenset({OMAR}),
        frozenset({SURNAME, RAHIMI}),
        frozenset({UNION, ACRONYM}),
        frozenset({FRONT}),
        frozenset({INNER}),
    }


def test_a_surname_of_two_people_joins_neither() -> None:
    """Where a short name fits two, sayso does not choose."""
    lone = Profile("Person", "Haddad")

    assert frozenset({lone}) in together(sorted([LINA, OMAR, lone]))


def test_known_names_decide() -> None:
    """A pack's word on two names overrules their letters, both ways."""
    one = Profile("Organization", "Guard Corps", known="Revolutionary Guard")
    other = Profile("Organization", "IRGC", known="Revolutionary Guard")
    third = Profile("Organization", "Guard Corps", known="National Guard")

    assert compare_profiles(one, other)[0].score == 1.0
    assert compare_profiles(one, third)[0].score == 0.0


def test_resolution_does_not_depend_on_order() -> None:
    """Whichever document is read first, the same people come out."""
    for seed in range(20):
        shuffled = random.Random(seed).sample(EVERYBODY, len(EVERYBODY))
        assert together(shuffled) == together(EVERYBODY)


@given(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=40), st.randoms())
def test_clusters_are_a_partition(pairs: list[tuple[int, int]], order: random.Random) -> None:
    """Everybody is in one group, pairs are together, and the order of joining is no matter."""
    groups = cluster(20, pairs).groups()
    shuffled = list(pairs)
    order.shuffle(shuffled)

    assert sorted(member for group in groups.values() for member in group) == list(range(20))
    assert all(any({a, b} <= set(group) for group in groups.values()) for a, b in pairs)
    assert cluster(20, shuffled).groups() == groups


def test_a_whole_name_outweighs_a_wrong_kind() -> None:
    """A report that takes a person for a body does not make two of her; one word is too little."""
    body = Profile("Organization", "Omar Haddad")
    word = Profile("Organization", "Rahimi")

    assert frozenset({OMAR, body}) in together(sorted([OMAR, body]))
    assert len(together(sorted([RAHIMI, word]))) == 2
