"""Short names of one report and the only one of the case whom they can mean, and who stays apart."""

import random
from itertools import permutations

import pytest
from eval.naming import pack_of
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.across import compare_profiles, resolve
from sayso.resolve.decisions import Anchor, Decision
from sayso.resolve.names.lexicon import lexicon_of
from sayso.resolve.profiles import Profile

LEXICON = lexicon_of(pack_of("all"))


def body(name: str, *aliases: str) -> Profile:
    return Profile("Organization", name, aliases)


def somebody(name: str, *aliases: str) -> Profile:
    return Profile("Person", name, aliases)


def town(name: str) -> Profile:
    return Profile("Place", name)


def groups(*profiles: Profile, loose: frozenset[Profile] = frozenset()) -> set[frozenset[str]]:
    ordered = sorted(profiles)
    open_ones = frozenset(n for n, profile in enumerate(ordered) if profile in loose)
    found = resolve(ordered, LEXICON, loose=open_ones).clusters.groups().values()
    return {frozenset(ordered[n].name for n in group) for group in found}


@pytest.mark.parametrize(
    ("short", "whole", "rival"),
    [
        (body("Palco"), body("SLC-Palco"), body("RTN-Palco")),
        (body("UPM"), body("UPM-Kymmen"), body("UPM-Raflat")),
        (body("Stora"), body("Stora Ensa"), body("Stora Kolm")),
        (body("Stoora"), body("Stora Ensa"), body("Stora Kolm")),
        (body("Canal Company"), body("Thornley Canal Company"), body("Oxbury Canal Company")),
        (body("FERMA"), body("Federal Roads Maintenance Agency"),
         body("Ferry Magazine Association")),
        (somebody("Danlami"), body("Aisha Danlami"), body("Musa Danlami")),
        (body("Patriotic Union"), body("Patriotic Union of Velm"), body("Patriotic Union of Kolm")),
        (body("Paperworkers' Union"), body("Finnish Paperworkers' Union"),
         body("Polish Paperworkers' Union")),
        (body("ITF"), body("International Transport Workers' Federation"),
         body("International Textile Wool Foundation")),
        (body("Forum"), body("Velm Forum"), body("Kolm Forum")),
        (body("Guild"), body("Guild of Players"), body("Guild of Weavers")),
        (body("20th Division"), body("20th Infantry Division"), body("20th Tank Division")),
        (body("LID 44"), body("44th Light Infantry Division"), body("Lake Island Division 44")),
        (somebody("T. Mamani"), somebody("Teófilo Mamani Ccori"), somebody("Tito Mamani Rea")),
        (somebody("Dilshad"), somebody("Dilshad Berzani"), somebody("Dilshad Qadiri")),
        (somebody("Tan"), somebody("Tan Yulan"), somebody("Tan Weidong")),
    ],
)  # fmt: skip
def test_a_short_name_is_the_only_one_whom_it_can_mean(short, whole, rival) -> None:
    assert frozenset({short.name, whole.name}) in groups(short, whole)
    assert frozenset({short.name}) in groups(short, whole, rival)


def test_a_letter_and_a_surname_are_no_second_bearer_of_it() -> None:
    names = somebody("Öberg"), somebody("Mattias Öberg"), somebody("M. Oberg")
    assert groups(*names) == {frozenset(p.name for p in names)}


def test_a_town_taken_for_a_body_is_no_paper() -> None:
    paper = Profile("Outlet", "Inverkeld Gazette")
    found = groups(
        body("Inverkeld"), paper, town("Inverkeld"), loose=frozenset({body("Inverkeld")})
    )
    assert frozenset({paper.name}) in found


def test_a_surname_in_other_letters_that_a_report_has_for_a_body() -> None:
    whole, taken = somebody("Shams al-Din Kabbashi"), body("Kabashi")
    assert groups(whole, taken, loose=frozenset({taken})) == {frozenset({whole.name, taken.name})}
    other = body("Kabishti")
    assert frozenset({other.name}) in groups(whole, other, loose=frozenset({other}))


def test_towns_trades_and_kinds_make_no_other_body() -> None:
    """Where the words of its own are a town's, another body may have them as well."""
    long, short = body("Lanjiang Jinhe Real Estate Group"), body("Jinhe Group")

    assert frozenset({long.name, short.name}) in groups(long, short, town("Lanjiang"))
    assert frozenset({short.name}) in groups(long, short)
    assert frozenset({"Velm Bank"}) in groups(body("Velm Bank"), body("Velm Steel Group"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kurdistan Democratic Party", "Kurdistan Workers' Party"),
        ("Orchestra of the Teatro Velm", "Teatro Velm"),
        ("Muslim Brotherhood", "Youth of the Muslim Brotherhood"),
        ("Communist Party of Velm", "Democratic Party of Velm"),
    ],
)
def test_bodies_that_share_all_but_what_tells_them_apart_are_two(one: str, other: str) -> None:
    assert len(groups(body(one), body(other))) == 2


def test_a_movement_abroad_is_no_namesake_at_home() -> None:
    assert len(groups(body("Communist Party"), body("Polish Communist Party"))) == 2


def test_a_town_taken_for_a_body_or_somebody() -> None:
    """Where nobody's name has the word."""
    for misread in (body("Jamsa"), somebody("Jamsa")):
        loose = frozenset({misread})
        assert len(groups(town("Jamsa"), misread, loose=loose)) == 1
        both = groups(town("Jamsa"), misread, somebody("Ritva Jamsa"), loose=loose)
        assert len(both) == 2


def test_a_surname_that_one_report_has_for_a_body_and_another_alone() -> None:
    """Both are the one person of the name."""
    misread = body("Motta")
    found = groups(
        misread, somebody("Motta"), somebody("Giancarlo Motta"), loose=frozenset({misread})
    )

    assert found == {frozenset({"Motta", "Giancarlo Motta"})}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Nasrin Jaff", "Nesrin Caf", True),
        ("Dilshad Barzinji", "Dilşad Berzenci", True),
        ("Cemal Aydin", "Jamal Aydin", True),
        ("Carla Jonas", "Jarla Jonas", True),
        ("Marko Kan", "Marko Jan", False),
    ],
)
def test_a_turkish_c_is_a_j(one: str, other: str, same: bool) -> None:
    score = compare_profiles(somebody(one), somebody(other), LEXICON)[0].score

    assert (score >= 0.86) == same


def test_a_number_in_a_regiments_name_in_either_way() -> None:
    one, other = body("16th Infantry Regiment"), body("Infantry Regiment No. 16")
    third = body("Infantry Regiment No. 17")

    assert len(groups(one, other)) == 1
    assert len(groups(one, other, third)) == 2


NAMES = (
    "Palco", "SLC-Palco", "Stora", "Stora Ensa", "Stora Kolm", "UPM-Kymmen", "UPM",
    "Finnish Paperworkers' Union", "Paperworkers' Union", "Patriotic Union",
    "Patriotic Union of Velm", "Jinhe Group", "Lanjiang Jinhe Real Estate Group",
)  # fmt: skip
PEOPLE = ("Tan", "Tan Yulan", "Dilshad", "Dilshad Berzani", "Motta", "Ana Motta", "Lanjiang")
EVERYBODY = [body(n) for n in NAMES] + [somebody(n) for n in PEOPLE] + [town("Lanjiang")]


@given(st.lists(st.sampled_from(EVERYBODY), unique=True, max_size=12), st.randoms())
def test_who_is_who_does_not_depend_on_the_order(
    profiles: list[Profile], order: random.Random
) -> None:
    mixed = list(profiles)
    order.shuffle(mixed)

    def found(told: list[Profile]) -> set[frozenset[Profile]]:
        every = resolve(told, LEXICON).clusters.groups().values()
        return {frozenset(told[n] for n in group) for group in every}

    assert found(sorted(profiles)) == found(sorted(mixed))


@given(st.sampled_from(list(permutations([body("Palco"), body("SLC-Palco"), body("Stora")], 2))))
def test_what_was_decided_to_be_different_stays_so(pair: tuple[Profile, Profile]) -> None:
    ordered = sorted({*pair, somebody("Ana Motta")})
    anchors = [Anchor(profile.type, profile.name) for profile in pair]
    apart = Decision("j-1", "different", *anchors)
    clusters = resolve(ordered, LEXICON, [apart]).clusters

    assert clusters.find(ordered.index(pair[0])) != clusters.find(ordered.index(pair[1]))
