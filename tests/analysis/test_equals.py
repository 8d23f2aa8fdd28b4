"""What is said to be the same, of each, and of none, against what is told beside it."""

import pytest

from tests.analysis.test_reckoning import reckoned

YEARS = {"2001": "2001", "2002": "2002", "2003": "2003", "Year 2001": "2001", "Year 2002": "2002"}
TOLD = " They sold 22 ships in Year 2001 and 44 ships in Year 2002."


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("They sold 23 ships in 2003, the same number as in 2001.", "fails"),
        ("They sold 44 ships in 2003, exactly as many as in 2002.", "holds"),
        ("Twice as many ships were sold in 2002 as in 2001.", "holds"),
        ("Twice as many ships were sold in 2001 as in 2002.", "fails"),
    ],
)
def test_two_figures_that_are_likened(text: str, verdict: str) -> None:
    whole = text + TOLD
    units = {f"{n} ships": "ships" for n in (22, 23, 44) if f"{n} ships" in whole}
    dates = {words: day for words, day in YEARS.items() if words in whole}

    verdicts = [one.verdict for one in reckoned(whole, units, dates)]

    assert verdict in verdicts
    assert verdict == "holds" or "holds" not in verdicts


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("In each of the months more than ten ships sank: 14 ships in May and 31 ships in June.",
         "holds"),
        ("In each of the months more than ten ships sank: 14 ships in May and 9 ships in June.",
         "fails"),
    ],
)  # fmt: skip
def test_what_is_said_of_each(text: str, verdict: str) -> None:
    units = {f"{n} ships": "ships" for n in (14, 31, 9) if f"{n} ships" in text}

    verdicts = [one.verdict for one in reckoned(text, units, {})]

    assert verdict in verdicts
    assert verdict == "holds" or "holds" not in verdicts


def test_what_is_said_of_none_fails_where_one_is_told() -> None:
    text = "None of the appeals was allowed. The appeal of the bank was allowed in 2002."

    assert "fails" in [one.verdict for one in reckoned(text, {}, {"2002": "2002"})]


def test_what_is_said_of_none_is_not_held_against_another_deed() -> None:
    text = "None of the appeals was allowed. The appeal of the bank was heard in 2002."

    assert not [one for one in reckoned(text, {}, {"2002": "2002"}) if one.verdict != "undecided"]
