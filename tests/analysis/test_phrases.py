"""The grammar of statements that count or compare: what decides them in the report around them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.test_reckoning import reckoned

MULTIPLES = [
    ("Lund scored 14 goals, twice as many as in 2017, when she had scored 7.", "holds"),
    ("Lund scored 12 goals, twice as many as in 2017, when she had scored 5.", "fails"),
    ("Sales were 80 crowns in 2018, against 40 crowns in 2017: they doubled.", "holds"),
    ("Sales were 70 crowns in 2018, against 40 crowns in 2017: they doubled.", "fails"),
    ("They sold 40 ships in 2017 and 50 ships in 2018. Sales in May were a quarter higher than in "
     "June.", "holds"),
    ("They sold 40 ships in 2017 and 50 ships in 2018. Sales in May were a third higher than in "
     "June.", "undecided"),
    ("Ten ships were built in 2017 and 40 in 2018, four times as many.", "holds"),
    ("They sold 40 ships. The yard then had 70 ships, 30 more than the other.", "holds"),
    ("They sold 40 ships. The yard then had 70 ships, 20 more than the other.", "undecided"),
    ("Twice as many as in 2017 came, and nobody counted them.", "undecided"),
]  # fmt: skip
YEARS = {"2017": "2017", "2018": "2018", "May": "2018", "June": "2017"}


def _units(text: str, *units: str) -> dict[str, str]:
    words = text.replace(",", "").replace(".", "").split()
    return {
        f"{one} {unit}": unit for one, unit in pairwise(words) if one.isdecimal() and unit in units
    }


@pytest.mark.parametrize(("text", "verdict"), MULTIPLES)
def test_a_multiple_is_held_against_the_figures_of_its_times(text: str, verdict: str) -> None:
    """Two figures of one thing, told beside it or at the times that it names."""
    found = reckoned(text, _units(text, "goals", "crowns", "ships"), _dated(text, YEARS))

    assert verdict in [one.verdict for one in found]
    assert verdict == "holds" or "holds" not in [one.verdict for one in found]


def _dated(text: str, dates: dict[str, str]) -> dict[str, str]:
    return {words: day for words, day in dates.items() if words in text}


SHARES = [
    ("They played 30 matches and lost 10. More than half of its matches were lost.", "fails"),
    ("They played 30 matches and lost 20. More than half of its matches were lost.", "holds"),
    ("The League won 48 of the 100 seats. The League had a majority of the seats.", "fails"),
    ("The League won 58 of the 100 seats. The League had a majority of the seats.", "holds"),
    ("Of its 140 branches 56 were shut, two fifths of the network.", "holds"),
    ("Of its 140 branches 40 were shut, two fifths of the network.", "fails"),
    ("Half of the houses burnt; 10 people died.", "undecided"),
    ("The cabinet had 18 ministers, seven of them women.", "undecided"),
]


@pytest.mark.parametrize(("text", "verdict"), SHARES)
def test_a_share_is_held_against_a_whole_and_a_part_told_beside(text: str, verdict: str) -> None:
    """The whole is known by its noun, the part by what is told of it."""
    units = _units(text, "matches", "seats", "branches", "ministers", "people")

    assert [one.verdict for one in reckoned(text, units, {})][-1] == verdict


LENGTHS = [
    ("The trial opened in May. Lund had been held for 18 months, since June.",
     {"May": "2016-01-11", "June": "since 2014-07-09", "18 months": "P18M"}, "holds"),
    ("The trial opened in May. Lund had been held for 18 months, since June.",
     {"May": "2016-01-11", "June": "since 2012-07-09", "18 months": "P18M"}, "fails"),
    ("The dockers went on strike in May. The strike ended in June, after four weeks.",
     {"May": "1988-10-04", "June": "1988-11-01", "four weeks": "P4W"}, "holds"),
    ("The dockers went on strike in May. The strike ended in June, after two weeks.",
     {"May": "1988-10-04", "June": "1988-11-01", "two weeks": "P2W"}, "fails"),
    ("The ship sailed in May and reached Brill in June. The voyage took four months.",
     {"May": "1721-05-01", "June": "1721-08-30", "four months": "P4M"}, "holds"),
    ("The siege lasted 70 days. It began in May and was lifted in June.",
     {"May": "1742-04-02", "June": "1742-06-11", "70 days": "P70D"}, "holds"),
    ("Lund fell in June, after three years in office. She had been sworn in in May.",
     {"May": "1997-05-05", "June": "1999-11-03", "three years": "P3Y"}, "undecided"),
    ("The voyage took four months.", {"four months": "P4M"}, "undecided"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dated", "verdict"), LENGTHS)
def test_a_length_is_held_against_its_beginning_and_end(
    text: str, dated: dict[str, str], verdict: str
) -> None:
    """Both are told by their verbs, in the sentences before or the one behind."""
    assert verdict in [one.verdict for one in reckoned(text, {}, dated)]


ROWS = [
    ("The hearing of May was the third in two weeks: it had sat in 2014 and in 2016.", "holds"),
    ("The hearing of May was the second in two weeks: it had sat in 2014 and in 2016.", "fails"),
    ("It was their second strike; they had struck in 2014.", "holds"),
    ("It was their fourth strike; they had struck in 2014.", "undecided"),
]


@pytest.mark.parametrize(("text", "verdict"), ROWS)
def test_a_place_in_a_row_is_held_against_those_before(text: str, verdict: str) -> None:
    """What explains the number lists the earlier ones, each with its date."""
    days = {"May": "2016-01-21", "2014": "2016-01-11", "2016": "2016-01-14"}

    assert [one.verdict for one in reckoned(text, {}, _dated(text, days))] == [verdict]


ABSENT = [
    ("No bank had failed since 2003. In May the bank of Narva had failed.", "fails"),
    ("No bank had failed since 2003. In May the bank of Narva was opened.", "undecided"),
    ("There has been no vote since 2003. In May a vote was held in Orl.", "fails"),
    ("There has been no vote since 2003. In April a vote was held in Orl.", "undecided"),
]


@pytest.mark.parametrize(("text", "verdict"), ABSENT)
def test_what_has_not_been_since_fails_by_what_is_told_later(text: str, verdict: str) -> None:
    """The year behind "since" is left out, and a silence proves nothing."""
    days = {"2003": "since 2003", "May": "2008-05", "April": "2003-04"}
    found = reckoned(text, {}, _dated(text, days))

    assert [one.verdict for one in found] == [verdict]


LISTS = [
    ("The club has had four coaches since then: Hedin, Brandt, Fure and Aker.", "holds"),
    ("The club has had three coaches since then: Hedin, Brandt, Fure and Aker.", "fails"),
    ("The club has had five coaches since then: Hedin, Brandt, Fure and Aker.", "undecided"),
    ("They killed nine people in three clashes: four at Orl, three at Tarn and two at Velm.",
     "holds"),
    ("They killed nine people in four clashes: four at Orl, three at Tarn and two at Velm.",
     "undecided"),
    ("They killed eight people in three clashes: four at Orl, three at Tarn and two at Velm.",
     "fails"),
    ("At least three tremors followed: on 9, 10, 12 and 14 October.", "holds"),
    ("At least five tremors followed: on 9, 10, 12 and 14 October.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verdict"), LISTS)
def test_a_number_is_held_against_its_list(text: str, verdict: str | None) -> None:
    """Names, dates, or parts with a number of their own."""
    found = [one.verdict for one in reckoned(text, {}, {})]

    assert found == ([verdict] if verdict else [])


@given(st.integers(2, 9), st.integers(1, 400), st.integers(-200, 400))
def test_a_multiple_holds_only_near_its_very_number(times: int, base: int, off: int) -> None:
    """However great the figures are, "holds" is said of what comes to the number, and no other."""
    now = times * base + off
    if now < 1:
        return
    text = f"Lund sold {now} ships, {times} times as many as in 2017, when she had sold {base}."
    found = reckoned(text, {f"{now} ships": "ships"}, {"2017": "2017"})

    holds = any(one.verdict == "holds" for one in found)
    assert not holds or abs(now / base - times) <= 0.02 * times
    assert holds or off != 0
