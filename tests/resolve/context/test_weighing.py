"""What is told of two people beside their names, held side by side."""

import pytest

from sayso.records.marks import Fact
from sayso.records.spans import Span
from sayso.resolve.context.lives import PARTS, lives_of
from sayso.resolve.context.weighing import Context, may_be_two, weigh


def fact(kind: str, value: str, of: str = "", seat: str = "", year: str = "") -> Fact:
    return Fact(kind, value, Span("d", 0, len(value), value), of, seat, year, year)


def context(*facts: Fact, beside: tuple[tuple[str, str], ...] = ()) -> Context:
    return Context(frozenset(facts), frozenset(beside))


GOVERNOR = fact("office", "governor", "ohio", "place", "1974")
MANAGER = fact("life", "business", "letters law science")
STRIKER, GENERAL = fact("life", "sport"), fact("life", "arms")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (fact("born", "1961"), fact("born", "1985")),
        (fact("died", "1702"), fact("active", "1968")),
        (fact("born", "1985"), fact("active", "1944")),
        (fact("father", "khalid"), fact("father", "idris")),
        (STRIKER, GENERAL),
        (MANAGER, fact("life", "medicine")),
        (GOVERNOR, fact("office", "governor", "oregon", "place", "1998")),
        (fact("office", "chief executive", "arc", "", "2019"),
         fact("office", "chief executive", "bel", "", "2019")),
        (fact("office", "commander", "fourth brigade", "", "1993"),
         fact("office", "foreign minister", "orl", "place", "1993")),
    ],
)  # fmt: skip
def test_what_cannot_be_of_one_person_parts_two(one: Fact, other: Fact) -> None:
    """And it is told in words, either way round."""
    weighed = weigh(context(one), context(other))
    assert weighed.points < PARTS
    assert any(" against " in reason for reason in weighed.reasons)
    assert weigh(context(other), context(one)).points == weighed.points
    assert may_be_two({one, other})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (fact("born", "1961"), fact("born", "1962")),
        (fact("active", "1994"), fact("died", "2011")),
        (fact("nation", "Peru"), fact("nation", "Norway")),
        (GOVERNOR, fact("office", "senator", "ohio", "place", "1990")),
        (GOVERNOR, STRIKER),
        (MANAGER, fact("life", "law")),
        (fact("office", "chief executive", "arc", "", "2013"),
         fact("office", "chief executive", "bel", "", "2019")),
        (fact("office", "chief executive", "arc", "", "2019"),
         fact("office", "chief executive", "arc shipping", "", "2019")),
    ],
)  # fmt: skip
def test_what_may_be_of_one_person_parts_nobody(one: Fact, other: Fact) -> None:
    """A career, a year told a little off, or what only one report tells."""
    assert weigh(context(one), context(other)).points >= PARTS


def test_offices_that_one_person_may_hold_several_of_part_nobody() -> None:
    """A chairman of two bodies in one year is no wonder."""
    one, other = (fact("office", "chairman", of, "", "2019") for of in ("arc", "bel"))
    assert weigh(context(one), context(other)).points < PARTS
    assert weigh(context(one), context(other), frozenset({"chairman"})).points >= PARTS


def test_who_is_named_beside_speaks_for_one() -> None:
    """Another kind of life with the same companions is a career; two years of birth are not."""
    beside = (("person", "leif aune"), ("town", "bergen"))
    one, other = context(STRIKER, beside=beside), context(GENERAL, beside=beside)
    assert weigh(one, other).points > PARTS
    born = (context(fact("born", year), beside=beside) for year in ("1961", "1985"))
    assert weigh(*born).points < PARTS


def test_lives_of_one_name() -> None:
    """Reports that fit one life are of it; what tells nothing is of none, unless one is told of
    far more often."""
    told = {"a": context(STRIKER), "b": context(GENERAL), "c": context()}
    lives = lives_of(told)
    assert lives.lives == (("a",), ("b",))
    assert lives.silent == ("c",)
    assert not lives.main
    beside = (("person", "leif aune"),)
    told |= {"a": context(STRIKER, beside=beside), "c": context(beside=beside)}
    assert lives_of(told).lives == (("a", "c"), ("b",))
    many = {f"a{n}": context(STRIKER) for n in range(3)}
    assert lives_of({**many, "b": context(GENERAL), "c": context()}).main
    assert lives_of({"a": context(GOVERNOR), "b": context(STRIKER)}).lives == (("a", "b"),)


def test_a_third_report_may_tell_that_two_lives_are_one() -> None:
    """A career told whole bridges what two reports tell of its ends."""
    told = {"a": context(STRIKER), "b": context(GENERAL), "c": context(STRIKER, GENERAL)}
    assert len(lives_of(told).lives) == 1
