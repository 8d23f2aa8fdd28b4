"""Statements reckoned out from what stands beside them: what decides them, and what must not."""

import pytest

from sayso.analysis.checks.find import find_checks
from sayso.analysis.checks.record import Record
from sayso.packs.load import builtin, load
from sayso.records.case import Check
from sayso.records.dates import bounds
from sayso.records.marks import Quantity, Time
from tests.factory import Builder

PACK = load([builtin("general")])
Told = dict[str, str]


def reckoned(text: str, counted: Told, dated: Told) -> list[Check]:
    """The checks of one report, whose numbers have these nouns and whose times these values.

    A time is an EDTF date, "since ..." or a length ("P40D").
    """
    made = Builder()
    for name in ("Ada Lund", "Ben Moor"):
        if name.split()[1] in text:
            made.add("Person", name, name.split()[1])
    report = made.report("r", text)
    for words, unit in counted.items():
        number = float(words.split()[0].replace(",", ""))
        span = made.quote(report, words)
        made.parts.quantities.append(Quantity(span, number, number, unit or None, "exact"))
    for words, value in dated.items():
        length, since = value.startswith("P"), value.startswith("since ")
        first, last = (None, None) if length else bounds(value.removeprefix("since "))
        edtf = f"{value.removeprefix('since ')}/.." if since else value
        rule = "duration" if length else "range" if "/" in value else "year"
        made.parts.times.append(
            Time(
                made.quote(report, words), None if length else edtf, first,
                None if since else last, None, f"since {rule}" if since else rule,
                "DURATION" if length else "DATE",
            )
        )  # fmt: skip
    return list(find_checks(Record(made.view(), PACK)))


SUMS = [
    ("They saw 21 comets, 15 of which were new and 6 of which were old.", "holds"),
    ("They saw 21 comets, 15 of which were new and 8 of which were old.", "fails"),
    ("They saw 21 comets, 15 of which were new and 4 of which were old.", "undecided"),
    ("They saw 21 comets, 15 of which were new.", "undecided"),
    ("15 of the 21 comets were new, and 6 domes were shut.", "undecided"),
    ("Of the 21 comets that they saw, 15 were new and the remaining 6 were old.", "holds"),
    ("They saw 21 comets: 15 new ones and 6 old ones.", "holds"),
    ("They saw 21 comets: 15 shifts of 9 hours were worked.", None),
]


@pytest.mark.parametrize(("text", "verdict"), SUMS)
def test_parts_are_added_up_and_held_against_the_whole(text: str, verdict: str | None) -> None:
    """What counts another thing is no part, and fewer parts than the whole leave it open."""
    units = {"21 comets": "comets", "6 domes": "domes", "9 hours": "hours"}
    found = reckoned(text, {k: v for k, v in units.items() if k in text}, {})

    assert [one.verdict for one in found if "comets" in one.span.quote or one.found] == (
        [verdict] if verdict else []
    )


SHARES = [
    ("The court heard 60 of them, two thirds of the 90 clerks.", "holds"),
    ("The court heard 50 of them, two thirds of the 90 clerks.", "fails"),
    ("Two thirds of the 90 clerks were heard while 60 guards looked on.", "undecided"),
    ("More than half of the 90 clerks stayed: the list has 50 names.", "undecided"),
    ("More than half of the 90 clerks stayed: the list has 50.", "holds"),
    ("More than half of the 90 clerks stayed: the list has 40.", "fails"),
    ("A quarter of the 90 clerks left.", "undecided"),
    ("40 per cent of the 90 clerks (36 of them) left.", "holds"),
]


@pytest.mark.parametrize(("text", "verdict"), SHARES)
def test_a_share_is_held_against_the_number_set_beside_it(text: str, verdict: str) -> None:
    """A number of other things is not the share, however well it fits."""
    units = {"90 clerks": "clerks", "60 guards": "guards", "50 names": "names"}
    found = reckoned(text, {k: v for k, v in units.items() if k in text}, {})

    assert [one.verdict for one in found] == [verdict]


CHANGES = [
    ("Sales rose by 30 per cent, from 40,000 barrels to 52,000 barrels.", "holds"),
    ("Sales fell by 30 per cent, from 40,000 barrels to 52,000 barrels.", "fails"),
    ("Sales rose by 33 per cent, from 40,000 barrels to 52,000 barrels.", "fails"),
    ("Sales rose by 31 per cent, from 40,000 barrels to 52,000 barrels.", "undecided"),
    ("Sales doubled from 20,000 barrels to 41,000 barrels.", "holds"),
    ("Sales went from 40,000 barrels to 52,000 barrels, an increase of 30 per cent.", "holds"),
    ("Sales went from 40,000 barrels to 52,000 barrels, a drop of 30 per cent.", "fails"),
    ("Sales doubled from 20,000 barrels to 31,000 barrels.", "fails"),
    ("Sales doubled.", "undecided"),
    ("The yard had 900 men. Their number fell by 400 to 500.", "holds"),
    ("It sold 5 boats, one more than the 4 boats of its rival.", "holds"),
    ("It sold 5 boats, two more than the 4 boats of its rival.", "fails"),
    ("It sold 3 boats, one fewer than the 4 boats of its rival.", "holds"),
    ("It sold 12 boats, three times as many as the 4 boats of its rival.", "holds"),
    ("It sold 11 boats, three times as many as the 4 boats of its rival.", "undecided"),
    ("It sold 8 boats, three times as many as the 4 boats of its rival.", "fails"),
    ("It sailed twice as often as its rival.", "undecided"),
]


@pytest.mark.parametrize(("text", "verdict"), CHANGES)
def test_changes_and_comparisons_are_held_against_both_figures(text: str, verdict: str) -> None:
    """Only the very numbers bear them out; which way it went counts, too."""
    found = reckoned(text, {}, {})

    assert [one.verdict for one in found] == [verdict]


LENGTHS = [
    ("The siege began in June. It ended in July, after exactly six weeks.",
     {"exactly six weeks": "P6W", "June": "1643-06-03", "July": "1643-07-08"}, "fails"),
    ("The siege began in June. It ended in July, after six weeks.",
     {"six weeks": "P6W", "June": "1643-06-03", "July": "1643-07-08"}, "undecided"),
    ("The siege began in June. It lasted 40 days and ended in July.",
     {"40 days": "P40D", "June": "1643-06-03", "July": "1643-07-13"}, "holds"),
    ("The siege began in June. It lasted 60 days and ended in July.",
     {"60 days": "P60D", "June": "1643-06-03", "July": "1643-07-13"}, "fails"),
    ("The siege began in June. It lasted 40 days and ended in July.",
     {"40 days": "P40D", "June": "1643-06", "July": "1643-07"}, "undecided"),
    ("Lund was mayor for 12 years, from 2003 to 2013.",
     {"12 years": "P12Y", "2003 to 2013": "2003/2013"}, "fails"),
    ("Lund was mayor for 10 years, from 2003 to 2013.",
     {"10 years": "P10Y", "2003 to 2013": "2003/2013"}, "holds"),
    ("Lund was mayor for about 10 years, from 2003 to 2013.",
     {"10 years": "P10Y", "2003 to 2013": "2003/2013"}, "undecided"),
    ("The fair opened in June. The mayor was away for 40 days in July.",
     {"40 days": "P40D", "June": "1643-06-03", "July": "1643-07-13"}, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dated", "verdict"), LENGTHS)
def test_a_length_of_time_is_held_against_its_two_ends(
    text: str, dated: Told, verdict: str | None
) -> None:
    """Two dates are its ends where a beginning and an end are told, or a range."""
    found = reckoned(text, {}, dated)

    assert [one.verdict for one in found] == ([verdict] if verdict else [])


AGES = [
    ("Lund, born in March, was aged 67 in May.", "1950-03-12", "2017-05-03", "holds"),
    ("Lund, born in March, was aged 66 in May.", "1950-03-12", "2017-05-03", "fails"),
    ("Lund, born in March, was aged 67 in May.", "1950", "2017", "undecided"),
    ("Lund, born in March, was aged 61 in May.", "1950", "2017", "fails"),
    ("Lund, born in March, and Moor, aged 67, met in May.", "1950-03-12", "2017-05-03", None),
]


@pytest.mark.parametrize(("text", "born", "then", "verdict"), AGES)
def test_an_age_is_held_against_the_birth_of_the_same_person(
    text: str, born: str, then: str, verdict: str | None
) -> None:
    """From two years alone an age is one of two."""
    found = reckoned(text, {}, {"March": born, "May": then})

    assert [one.verdict for one in found] == ([verdict] if verdict else [])


@pytest.mark.parametrize(
    ("words", "day", "verdict"),
    [
        ("Monday, 6 May 2019", "2019-05-06", "holds"),
        ("Tuesday, 6 May 2019", "2019-05-06", "fails"),
        ("Monday, 6 May 1720", "1720-05-06", None),
        ("Monday, 6 May", "2019-05-06", None),
    ],
)
def test_a_day_of_the_week_is_held_against_the_calendar(
    words: str, day: str, verdict: str | None
) -> None:
    """Where the year is told, and since all countries count by one calendar."""
    found = reckoned(f"It met on {words}.", {}, {words: day})

    assert [one.verdict for one in found] == ([verdict] if verdict else [])


@pytest.mark.parametrize(("year", "verdict"), [("1968", "holds"), ("1967", "undecided")])
def test_a_round_year_holds_where_the_first_is_told(year: str, verdict: str) -> None:
    """Another date near it does not make it fail: it may be of another thing."""
    text = f"The dome opened in {year}. Its fiftieth anniversary was kept in 2018."
    found = reckoned(text, {}, {year: year, "2018": "2018"})

    assert [one.verdict for one in found] == [verdict]


EARLIER = [
    ("Lund won for the third time. Lund had won in 2014 and in 2016.", "holds"),
    ("Lund won for the second time. Lund had won in 2014 and in 2016.", "fails"),
    ("Lund won for the fourth time. Lund had won in 2014 and in 2016.", "undecided"),
    ("Lund won for the third time. Moor had won in 2014 and in 2016.", "undecided"),
    ("Lund won for the third time. Lund had lost in 2014 and in 2016.", "undecided"),
]


@pytest.mark.parametrize(("text", "verdict"), EARLIER)
def test_a_place_in_a_row_is_held_against_the_earlier_ones_beside_it(
    text: str, verdict: str | None
) -> None:
    """The same doer and the same deed, each with a date."""
    found = reckoned(text, {}, {"2014": "2014", "2016": "2016"})

    assert [one.verdict for one in found] == ([verdict] if verdict else [])


def test_a_sign_for_a_number_in_the_text_is_no_number() -> None:
    """What the rules use as marks inside may stand in a report."""
    found = reckoned("#### of the ## clerks, @@ of them, and 3 of the 4 clerks.", {}, {})

    assert [one.verdict for one in found] == ["undecided"]
