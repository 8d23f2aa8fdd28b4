"""Who is who across documents."""

import random
import time
from itertools import combinations

from eval.naming import pack_of
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records.marks import LocalEntity, Mention
from sayso.records.spans import Span
from sayso.resolve.across import compare_profiles, resolve
from sayso.resolve.blocking import pairs_of, profile_keys
from sayso.resolve.clusters import cluster
from sayso.resolve.decisions import Anchor, Decision
from sayso.resolve.names.lexicon import NO_LEXICON, lexicon_of
from sayso.resolve.profiles import Profile, profile_of

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


def test_a_place_a_little_like_a_state_is_another() -> None:
    """A state may be misspelled; its people's name is no spelling of a town's."""
    state = Profile("Place", "Croatia", ("Croats",), known="Croatia")
    for name in ("Korvatsa", "Croatina"):
        town = Profile("Place", name)
        assert frozenset({town}) in together(sorted([state, town]))
    misspelled = Profile("Place", "Roumania")
    known = Profile("Place", "Romania", known="Romania")
    assert frozenset({misspelled, known}) in together(sorted([misspelled, known]))


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


def test_a_chain_of_short_names_joins_no_two() -> None:
    """What lies between two full names that contradict each other is one of them, not both."""
    first = Profile("Person", "Lina Haddad Sabri")
    second = Profile("Person", "Lina Haddad Mansour")
    groups = together(sorted([first, second, Profile("Person", "Lina Haddad")]))

    assert not any({first, second} <= group for group in groups)


def decided(kind: str, a: Profile, b: Profile) -> Decision:
    """A decision on two profiles by their names."""
    anchors = [Anchor(profile.type, profile.name) for profile in (a, b)]
    return Decision(f"j-{kind}-{a.name}-{b.name}", kind, *anchors)


KINDS = st.sampled_from(["same", "different"])
SOME = st.sampled_from(EVERYBODY)
DECISIONS = st.lists(st.builds(decided, KINDS, SOME, SOME), max_size=8)


@given(DECISIONS, st.randoms())
def test_a_difference_is_never_crossed(decisions: list[Decision], order: random.Random) -> None:
    """Whatever else is decided or sounds alike, in whichever order it was decided."""
    decisions = [d for d in decisions if d.a != d.b]
    shuffled = list(decisions)
    order.shuffle(shuffled)
    found = resolve(EVERYBODY, decisions=decisions).clusters
    again = resolve(EVERYBODY, decisions=shuffled).clusters
    place = {profile.name: n for n, profile in enumerate(EVERYBODY)}

    assert sorted(m for group in found.groups().values() for m in group) == list(place.values())
    for d in decisions:
        if d.kind == "different":
            assert found.find(place[d.a.name]) != found.find(place[d.b.name])
    assert {frozenset(g) for g in found.groups().values()} == {
        frozenset(g) for g in again.groups().values()
    }


GIVEN = ("Esmail", "Ismail", "Muhammad", "Mohammed", "Lina", "Leena", "Qasim", "")
FAMILY = (
    "Qaani",
    "Qa'ani",
    "Ghaani",
    "Hussein Zadeh Hijazi",
    "Hijazi",
    "Haddad",
    "al-Haddad",
    "Haddad Sabri",
)
PEOPLE = st.lists(
    st.builds(lambda given, family: Profile("Person", f"{given} {family}".strip()),
              st.sampled_from(GIVEN), st.sampled_from(FAMILY)),
    min_size=2, max_size=9, unique=True,
).map(sorted)  # fmt: skip


@given(PEOPLE, st.data())
@settings(max_examples=200, deadline=None)
def test_who_is_made_one_loses_no_name(people: list[Profile], data: st.DataObject) -> None:
    """To join two, however different, takes no two apart that are one without it."""
    pair = st.tuples(st.sampled_from(people), st.sampled_from(people))
    pairs = data.draw(st.lists(pair.filter(lambda p: p[0] != p[1]), min_size=1, max_size=3))
    before = resolve(people).clusters.groups().values()
    decisions = [decided("same", one, other) for one, other in pairs]
    after = resolve(people, decisions=decisions).clusters

    for group in before:
        assert len({after.find(place) for place in group}) == 1
    for one, other in pairs:
        assert after.find(people.index(one)) == after.find(people.index(other))


def test_what_is_held_back_tells_by_which_decision() -> None:
    """Names that would join and may not are listed with the decision."""
    apart = decided("different", LINA, LEENA)
    found = resolve(sorted([LINA, LEENA]), decisions=[apart])

    assert [(edge.names, by) for edge, by in found.held] == [
        (("Leena al-Haddad", "Lina Haddad"), apart.id)
    ] or [by for _, by in found.held] == [apart.id]


def test_many_names_are_blocked_quickly() -> None:
    """Pairs worth comparing grow with the names, not with their square."""
    syllables = ("ba", "do", "fi", "gu", "ha", "ki", "lo", "mu", "na", "ro", "sa", "ti")
    surnames = [f"{a}{b}{c}".title() for a in syllables for b in syllables for c in syllables]
    given_names = ("Ali", "Omar", "Anna", "Piotr", "Lina", "Wei")
    names = [f"{given_names[n % 6]} {surnames[n % 1728]}" for n in range(10_000)]
    profiles = sorted({Profile("Person", name, (f"{name} {n}",)) for n, name in enumerate(names)})
    started = time.process_time()
    pairs = sum(1 for _ in pairs_of(profiles, NO_LEXICON))

    assert pairs < 100 * len(profiles)
    assert time.process_time() - started < 15


def test_two_family_names_find_the_one_whose_name_ends_so() -> None:
    """Not where two people's names do, nor where the first of them is somebody's given name."""
    long = Profile("Person", "Ana Maria Quispe Rolda")
    short = Profile("Person", "Quispe Rolda")
    other = Profile("Person", "Luis Pedro Quispe Rolda")

    assert frozenset({long, short}) in together(sorted([long, short]))
    assert frozenset({short}) in together(sorted([long, other, short]))


def test_a_surname_taken_for_a_body_in_other_letters() -> None:
    """Marks on letters come and go between reports."""
    whole = Profile("Person", "Kemal Kılıçoğlu")
    body = Profile("Organization", "Kilicoglu")
    groups = resolve([body, whole], loose=frozenset({0})).clusters.groups().values()

    assert sorted(map(len, groups)) == [2]


def test_a_firm_of_one_word_is_the_body_and_no_surname() -> None:
    """Where a full name bears the word, it is somebody's all the same."""
    firm = Profile("Organization", "Nueva Velmar S.A.")
    word, bearer = Profile("Person", "Velmar"), Profile("Person", "Ana Velmar")
    pack = pack_of("all")

    def groups(*profiles: Profile) -> int:
        ordered = sorted(profiles)
        loose = frozenset({ordered.index(word)})
        return len(resolve(ordered, lexicon_of(pack), loose=loose).clusters.groups())

    assert groups(firm, word) == 1
    assert groups(firm, word, Profile("Organization", "Velmar Sur Ltd")) == 3
    found = resolve(sorted([firm, word, bearer]), lexicon_of(pack))
    assert len(found.clusters.groups()) == 2


def test_a_house_and_its_firms_are_not_one_by_its_name() -> None:
    """ "Velm" of one report is Velm Steel, which makes no Velm Group of it."""
    steel = Profile("Organization", "Velm Electronics", ("Velm",))
    group = Profile("Organization", "Velm Group")

    found = resolve(sorted([steel, group]), lexicon_of(pack_of("all")))
    assert len(found.clusters.groups()) == 2


def test_the_first_of_two_family_names_finds_its_bearer() -> None:
    """Not where two people have it, and no second given name is taken for one."""
    lexicon = lexicon_of(pack_of("all"))
    long, short = Profile("Person", "Luis Mario Sandovar-Rente"), Profile("Person", "Sandovar")
    other = Profile("Person", "Ana Sandovar-Pozo")
    middle = (Profile("Person", "John Fitzwill Kendrick"), Profile("Person", "Fitzwill"))

    assert len(resolve(sorted([long, short]), lexicon).clusters.groups()) == 1
    assert len(resolve(sorted([long, short, other]), lexicon).clusters.groups()) == 3
    assert len(resolve(sorted(middle), lexicon).clusters.groups()) == 2


def test_pairs_are_those_that_share_a_key() -> None:
    """An oracle in the plain way: every two profiles held side by side."""
    lexicon = lexicon_of(pack_of("all"))
    names = ("Ali Hasan", "Ali Hassan", "Omar Velm", "Umar Velm", "Ana Ruiz", "Velm", "Pak Min-ho")
    profiles = sorted(Profile("Person", name) for name in names)
    keys = [profile_keys(profile, lexicon) for profile in profiles]
    plain = {(a, b) for a, b in combinations(range(len(keys)), 2) if keys[a] & keys[b]}

    assert list(pairs_of(profiles, lexicon)) == sorted(plain)


def test_an_office_of_a_nation_is_one_in_all_reports() -> None:
    """ "The Iraqi prime minister" is not bare, as "the prime minister" is."""
    span = Span("d-1", 0, 3, "the")
    mention = Mention(span, "Office", "office", "Iraqi prime minister")
    local = LocalEntity("e-1", "Office", "Iraqi prime minister", (), (mention,))
    offices, nations = frozenset({"prime minister"}), frozenset({"iraqi", "iraq"})

    assert profile_of(local, offices) is None
    assert profile_of(local, offices, nations=nations) is not None


def test_bodies_that_every_state_has_are_of_the_state_a_report_is_of() -> None:
    """Two where two states are told of, and which one a report of neither means is left open."""
    ours = Profile("Organization", "Supreme Court", land="Canada")
    theirs = Profile("Organization", "Supreme Court", land="Australia")
    unclear = Profile("Organization", "Supreme Court")

    assert len(together([ours, theirs])) == 2
    assert len(together([ours, unclear])) == 1
    found = resolve(sorted([ours, theirs, unclear]))
    assert len(found.clusters.groups()) == 3
    assert all("on Australia and on Canada" in edge.reasons[-1] for edge in found.doubtful)
    one = Anchor("Organization", "Supreme Court", "")
    decided = resolve(sorted([ours, theirs]), decisions=[Decision("j-1", "same", one, one)])
    assert len(decided.clusters.groups()) == 1
