"""In a pile of reports on one matter much is alike: what keeps two things in it apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.analysis.statements.parting.counted import counted, on_somebody, told_by_both
from sayso.analysis.statements.parting.reasons import explained
from sayso.analysis.statements.relations import relation
from sayso.analysis.statements.slots.deed import Phrase, Told, done_to_two
from sayso.analysis.statements.statement import Statement
from sayso.records.marks import Quantity
from sayso.records.spans import Span

NONE: frozenset[str] = frozenset()
PLAIN = Statement(
    span=Span("d", 0, 1, "x"), sentence=(0, 1), voice="d", who=NONE, words=NONE, subject=NONE,
    way=0, denied=False, open=False, heading=False, part=False,
)  # fmt: skip


def count(low: float, unit: str, start: int = 0) -> Quantity:
    return Quantity(Span("d", start, start + 1, "x"), low, low, unit, "exact")


def phrase(slot: str, word: str, place: tuple[int, int], *proper: str) -> Phrase:
    names = frozenset(proper)
    return Phrase(slot, place, names, frozenset({word}), word, names, word, proper=names)


def told(way: int, claims: tuple[str, ...], *words: str) -> Statement:
    """Of a candidate, with more words; a judgement where it has claims."""
    known = frozenset({"candid", *words})
    thing = frozenset({"candid"})
    return replace(
        PLAIN, words=known, said=known, subject=thing, thing=thing, way=way, claims=claims
    )


@pytest.mark.parametrize(
    ("claims", "likeness", "parts"),
    [
        ((("c",), ("d",)), 0.6, True),
        (((), ("d",)), 0.6, False),
        (((), ("d",)), 0.75, True),
        (((), ()), 0.75, False),
        (((), ()), 0.9, True),
    ],
)
def test_what_nobody_judges_goes_two_ways_only_in_the_same_words(
    claims: tuple[tuple[str, ...], tuple[str, ...]], likeness: float, *, parts: bool
) -> None:
    """ "Won 25 million votes" and "struggled to win over donors" judge nothing."""
    one, other = told(2, claims[0], "vote"), told(-2, claims[1], "vote")

    for pair in ((one, other), (other, one)):
        found = relation(*pair, likeness)
        assert (found is not None and found.field == "assessment") == parts


@pytest.mark.parametrize(("likeness", "parts"), [(0.6, True), (0.4, False)])
def test_opposites_are_of_one_thing_only_where_much_is_alike(
    likeness: float, *, parts: bool
) -> None:
    one = replace(told(0, (), "sale"), sides=((1, 1),))
    other = replace(told(0, (), "sale"), sides=((1, -1),))

    found = relation(one, other, likeness)
    assert (found is not None and found.values[1] == "its opposite") == parts


def test_numbers_without_a_name_need_more_in_common() -> None:
    """Eleven candidates in a race, four who left it; a name or a day on both is enough."""
    eleven = replace(told(0, (), "race"), subject=NONE, numbers=(count(11, "candidates"),))
    four = replace(eleven, numbers=(count(4, "candidates"),))
    named = [replace(one, who=frozenset({"e-orr"})) for one in (eleven, four)]

    assert relation(eleven, four, 0.6) is None
    assert relation(eleven, four, 0.7) is not None
    assert relation(*named, 0.6) is not None
    assert on_somebody(*named)


def test_what_is_counted_does_one_deed() -> None:
    """ "About 5,000 people marched to the ministry", "some 400 people marched to the ministry"."""
    marched = Told(
        5, "march", "march", (phrase("subject", "people", (0, 4)), phrase("to", "house", (8, 9))),
        denied=False, open=False,
    )  # fmt: skip
    many = replace(PLAIN, numbers=(count(5000, "people"),), deeds=(marched,))
    few = replace(PLAIN, numbers=(count(400, "people"),), deeds=(marched,))
    beside = replace(PLAIN, numbers=(count(400, "people", 12),), deeds=(marched,))

    assert on_somebody(many, few)
    assert not on_somebody(many, beside)


def test_a_part_of_a_number_that_both_tell_is_no_other_number() -> None:
    """ "Two thirds of the 55,000 pages", "of 55,000 pages about 1,000"."""
    one = replace(PLAIN, numbers=(count(55000, "pages"),))
    other = replace(PLAIN, numbers=(count(55000, "pages"), count(1000, "pages")))

    assert told_by_both(one, other, "pag")
    assert not told_by_both(one, replace(other, numbers=other.numbers[1:]), "pag")


@pytest.mark.parametrize(
    ("quote", "at", "counts"),
    [
        ("Some 90 members came.", 5, True),
        ("A majority of the 90 members came.", 18, False),
        ("Roughly 90 more members came.", 0, False),
        ("90 fewer members came.", 0, False),
        ("One of the 90 members came.", 11, False),
    ],
)
def test_a_whole_and_a_difference_count_nothing(quote: str, at: int, *, counts: bool) -> None:
    number = Quantity(Span("d", at, at + 9, quote[at : at + 9]), 90, 90, "members", "exact")
    told = replace(PLAIN, span=Span("d", 0, len(quote), quote), numbers=(number,))

    assert bool(counted(told)) == counts


def deed(at: int, verb: str) -> Told:
    return Told(at, verb, verb, (), denied=False, open=False)


@given(st.lists(st.sampled_from(["raise", "get", "win"]), max_size=5), st.integers(0, 60))
def test_a_reason_is_of_a_verb_beside_it(verbs: list[str], at: int) -> None:
    """Of the first or the last verb before it, else of one behind; of none where there is none."""
    made = tuple(deed(10 * n, verb) for n, verb in enumerate(verbs))
    found = explained(replace(PLAIN, deeds=made), Span("d", at, at + 1, "x"))

    assert len(found) <= 2
    assert bool(found) == any(one.at < at or one.at >= at + 1 for one in made)
    assert found <= set(verbs)


def test_who_is_born_and_whose_mother_is_born() -> None:
    """Two deeds of one verb, done to two who have names; a pronoun may be either."""
    orr, kell = (
        replace(deed(5, "bear"), phrases=(phrase("object", "child", (0, 1), name),))
        for name in ("e-orr", "e-kell")
    )
    whom = replace(deed(5, "bear"), phrases=(phrase("object", "child", (0, 1)),))

    assert done_to_two(orr, kell)
    assert not done_to_two(orr, orr)
    assert not done_to_two(orr, whom)
