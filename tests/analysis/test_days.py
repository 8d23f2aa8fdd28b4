"""Statements about times, rates and figures of several times: what decides them, what must not."""

import pytest

from tests.analysis.test_reckoning import reckoned

SPACES = [
    ("Orr left in May, two weeks ahead of the congress of June.", "2014-05-10", "2014-05-24",
     "holds"),
    ("Orr left in May, two weeks ahead of the congress of June.", "2014-05-10", "2014-06-24",
     "fails"),
    ("Orr left in May, two weeks after the congress of June.", "2014-05-10", "2014-06-24", "fails"),
    ("The fort was built in June, a decade after the flood of May.", "1697", "1707", "holds"),
    ("The flood came in May. The fort was built in June, a decade after the flood.",
     "1697", "1707", "holds"),
    ("The flood came in May. The fort was built in June, more than a decade after the flood.",
     "1697", "1707", "undecided"),
    ("The flood came in May. The fort was built in June, a decade after the siege.",
     "1697", "1707", None),
    ("The flood came in May. The fort was built in June, ten years later.", "1697", "1707",
     "holds"),
    ("The army took Velm in May, Orl in June and Tarn a day later.", "1918-05-12", "1918-06-18",
     None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "may", "june", "verdict"), SPACES)
def test_a_space_of_time_is_held_against_its_two_ends(
    text: str, may: str, june: str, verdict: str | None
) -> None:
    """The other end is told beside it, or in the one sentence that has all words of its name."""
    dated = {word: day for word, day in (("May", may), ("June", june)) if word in text}

    assert [one.verdict for one in reckoned(text, {}, dated)] == ([verdict] if verdict else [])


ORDERS = [
    ("The vote was held in June. Orr fled in May, after the vote was held.", "fails"),
    ("The vote was held in June. Orr fled in May, before the vote was held.", "holds"),
    ("The vote was held in June. Before the vote was held, Orr fled in May.", "holds"),
    ("The vote was held in June. Orr fled in May, after the council was dissolved.", None),
    ("The vote was held in June. Crime had risen in May since before the vote was held.", None),
    ("Orr, who fled in May after the vote, was caught in June.", None),
]


@pytest.mark.parametrize(("text", "verdict"), ORDERS)
def test_an_order_is_held_against_the_two_dates(text: str, verdict: str | None) -> None:
    """What is set before or after another is looked for by all words of its name."""
    dated = {"May": "1999-05", "June": "1999-06"}

    assert [one.verdict for one in reckoned(text, {}, dated)] == ([verdict] if verdict else [])


@pytest.mark.parametrize(("second", "verdict"), [("1987-06", "holds"), ("1986-06", "fails")])
def test_a_second_is_held_against_the_first(second: str, verdict: str) -> None:
    """By the order of their dates; a second without a first decides nothing."""
    text = "The union called a first walkout in May. Its second walkout began in June."
    dated = {"May": "1987-05", "June": second}
    alone = reckoned("Its second walkout began in June.", {}, {"June": second})

    assert [one.verdict for one in reckoned(text, {}, dated)] == [verdict]
    assert alone == []


LONGER = [
    ("Isa reigned in May. Her reign of 21 years ended well.", {"May": "1540/1561"}, "holds"),
    ("Isa reigned in May. Her reign of 31 years ended well.", {"May": "1540/1561"}, "fails"),
    ("Isa reigned in May. A man of 21 years came.", {"May": "1540/1561"}, None),
    ("It took 21 years, two years longer than the work of 19 years on the wall.", {}, "holds"),
    ("It took 21 years, two years shorter than the work of 19 years on the wall.", {}, "fails"),
    ("The trial opened in May. Lund was freed in June, after more than a year of hearings.",
     {"May": "2003-02", "June": "2003-07"}, "fails"),
    ("The trial opened in May. Lund was freed in June, after more than a year of hearings.",
     {"May": "2003-02", "June": "2004-07"}, "holds"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dated", "verdict"), LONGER)
def test_the_length_of_a_thing_is_held_against_its_times(
    text: str, dated: dict[str, str], verdict: str | None
) -> None:
    """The sentence before gives the ends where it tells of the same thing."""
    lengths = {word: "P1Y" for word in ("21 years", "31 years", "19 years") if word in text}
    made = [
        (word, "2000/2021" if day == "1540/1561" else day) for word, day in dated.items()
    ]  # fmt: skip
    told = text.replace("in May.", "from 2000 to 2021.") if "Isa" in text else text
    times = {("2000 to 2021" if "Isa" in text else w): d for w, d in made}

    found = [one.verdict for one in reckoned(told, {}, times | lengths)]

    assert found == ([verdict] if verdict else [])


RATES = [
    ("It fired 27,000 shells in 30 days, or 900 a day.", "holds"),
    ("It fired 27,000 shells in 30 days, or 500 a day.", "fails"),
    ("It fired 27,000 shells in 30 days, or 850 a day.", "undecided"),
    ("It fired 900 shells a day.", None),
    ("It lost 300 men, one in ten of its 3,000 soldiers.", "holds"),
    ("It lost 300 men, one in five of its 3,000 soldiers.", "fails"),
    ("It had 420 cases and 84 deaths, one death in every five cases.", "holds"),
    ("It had 420 cases and 44 deaths, one death in every five cases.", "fails"),
    ("Attendance was 3,000, down from 4,200.", "holds"),
    ("Attendance was 3,000, up from 4,200.", "fails"),
    ("She took 38 per cent. Moor took 31 per cent, seven points less.", "holds"),
    ("She took 38 per cent. Moor took 33 per cent, seven points less.", "undecided"),
    ("She won 30 of the 90 seats, a third of the council.", "holds"),
    ("She won 40 of the 90 seats, a third of the council.", "fails"),
    ("Three of the nine clerks agreed: Arn, Bo and Cal.", "holds"),
    ("Three of the nine clerks agreed: Arn, Bo, Cal and Dee.", "fails"),
    ("Three of the nine clerks agreed: Arn and Bo.", "undecided"),
]


@pytest.mark.parametrize(("text", "verdict"), RATES)
def test_a_rate_or_share_is_held_against_the_figures_beside_it(
    text: str, verdict: str | None
) -> None:
    """Of time, of a whole, of a hundred; what nothing stands beside is left alone."""
    units = {
        "27,000 shells": "shells", "900 shells": "shells", "300 men": "men", "9 deaths": "deaths",
        "3,000 soldiers": "soldiers", "420 cases": "cases", "84 deaths": "deaths",
        "44 deaths": "deaths",
    }  # fmt: skip
    counted = {words: unit for words, unit in units.items() if words in text}

    found = [one.verdict for one in reckoned(text, counted, {})]

    assert found == ([verdict] if verdict else [])


SERIES = [
    ("It sold 40 boats in 2001 and 55 in 2002. It sold more boats in year 2002 than in year 2001.", "holds"),
    ("It sold 40 boats in 2001 and 35 in 2002. It sold more boats in year 2002 than in year 2001.", "fails"),
    ("It sold 40 boats in 2001. It sold more boats in year 2002 than in year 2001.", "undecided"),
    ("It sold 40 boats in 2001. In 2002 it sold 55 boats, 15 more than in year 2001.", "holds"),
    ("It sold 40 boats in 2001. In 2002 it sold 35 boats, 5 more than in year 2001.", "fails"),
    ("It sold 40 boats in 2001. In 2002 it sold 55 boats, 9 more than in year 2001.", "undecided"),
    ("Boats numbered 40 in 2001 and 35 in 2002. It had fewer boats in year 2002 than in year 2001.",
     "holds"),
    ("Sales of 2002 were 35 boats, the lowest since 2001. Sales of 2001 were 40 boats.",
     "undecided"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verdict"), SERIES)
def test_a_figure_is_held_against_itself_at_another_time(text: str, verdict: str) -> None:
    """Both figures must be told; a difference that is another one may be of another count."""
    counted = {w: "boats" for w in ("40 boats", "55 boats", "35 boats") if w in text}
    years = {"2001": "2001", "2002": "2002", "year 2001": "2001", "year 2002": "2002"}
    dated = {words: year for words, year in years.items() if words in text}
    dated |= {"since 2001": "since 2001"} if "since" in text else {}

    assert verdict in [one.verdict for one in reckoned(text, counted, dated)]


def test_a_superlative_fails_where_another_figure_goes_beyond_it() -> None:
    """It never holds: the report need not tell all there were."""
    text = "Sales of 2004 were 35 boats, the lowest since 2001. Sales of 2002 were 30 boats."
    dated = {"2004": "2004", "since 2001": "since 2001", "2002": "2002"}
    found = reckoned(text, {"35 boats": "boats", "30 boats": "boats"}, dated)

    assert [(one.verdict, one.span.quote) for one in found] == [("fails", "the lowest since 2001")]
