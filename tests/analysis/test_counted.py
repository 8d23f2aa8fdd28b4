"""How often something was done, parts of "them", what nobody did: against what a report tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.test_reckoning import reckoned

DAYS = {"May": "2017-05-03", "June": "2017-06-20", "July": "2017-07-05", "that year": "2017"}
OFTEN = [
    ("Lund met Moor in May and again in June. They met at least twice that year.", "holds"),
    ("Lund met Moor in May and again in June. They met at least four times that year.", None),
    ("Lund met Moor in May, in June and in July. They met only twice that year.", "fails"),
    ("Lund travelled to Velm in May, in June and in July. She made two trips there that year.",
     "fails"),
    ("Lund travelled to Velm in May, in June and in July. She made three trips there that year.",
     "holds"),
    ("Lund visited Velm in May. In July she was in Velm again. Lund visited Velm only once.",
     "fails"),
    ("Lund wrote to Moor in May, in June and in July. They met only twice that year.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verdict"), OFTEN)
def test_a_number_of_times_is_held_against_the_days_that_are_told(
    text: str, verdict: str | None
) -> None:
    """By the verb of the count, or those of the kind of event that its noun counts."""
    found = reckoned(text, {}, {k: v for k, v in DAYS.items() if k in text})
    verdicts = {one.verdict for one in found} - {"undecided"}

    assert verdicts == ({verdict} if verdict else set())


@given(st.integers(2, 9))
def test_a_count_holds_only_where_as_many_days_are_told(number: int) -> None:
    """Three days are told: no other number holds, and a smaller one fails."""
    text = "Lund met Moor in May, in June and in July. They met N times that year."
    text = text.replace("N", str(number))
    found = reckoned(text, {}, {k: v for k, v in DAYS.items() if k in text})
    verdicts = {one.verdict for one in found} - {"undecided"}

    assert verdicts == ({"holds"} if number == 3 else {"fails"} if number < 3 else set())


ABSENT = [
    ("Nobody drowned at Velm in 1963. A cook drowned at Velm in May.", "fails"),
    ("Nobody drowned at Velm in 1963. A cook drowned at Velm in July.", "undecided"),
    ("She has not been to Velm since 1962. Lund travelled to Velm in May.", "fails"),
    ("She has not been to Velm since 1962. Lund travelled to Sarn in May.", "undecided"),
]


@pytest.mark.parametrize(("text", "verdict"), ABSENT)
def test_what_nobody_did_fails_by_what_is_told(text: str, verdict: str) -> None:
    days = {"1963": "1963", "1962": "since 1962", "May": "1963-05-03", "July": "1964-07-03"}
    found = reckoned(text, {}, {k: v for k, v in days.items() if k in text})

    assert [one.verdict for one in found] == [verdict]


PARTS = [
    ("They tested 1200 patients. Half of them got the drug; of the 600 who got it some left.",
     "holds"),
    ("They tested 1200 patients. Half of them got the drug; of the 500 who got it some left.",
     "undecided"),
    ("They tested 1200 patients, of whom 900 were women.", "undecided"),
    ("Eight patients left in May, 11 patients in June and none in July, 19 in all.", "holds"),
    ("Eight patients left in May, 11 patients in June and none in July, 18 in all.", "fails"),
    ("Eight patients left in May, 11 patients in June and none in July, 21 in all.", "undecided"),
    ("They tested 480 patients, more than in 2017, when 390 patients came.", "holds"),
    ("They tested 380 patients, more than in 2017, when 390 patients came.", "fails"),
    ("They tested 11 patients. That was three more than in 2017, when it tested 8 patients.",
     "holds"),
    ("They tested 11 patients. That was two more than in 2017, when it tested 8 patients.",
     "fails"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verdict"), PARTS)
def test_a_part_or_sum_is_held_against_its_numbers(text: str, verdict: str) -> None:
    numbers = ("1200", "900", "11", "480", "380", "390", "8")
    units = {f"{n} patients": "patients" for n in numbers if f"{n} patients" in text}
    days = {"May": "2010", "June": "2011", "July": "2012", "2017": "2017"}
    found = reckoned(text, units, {k: v for k, v in days.items() if k in text})

    assert verdict in [one.verdict for one in found]
    assert verdict == "holds" or "holds" not in [one.verdict for one in found]


def test_a_place_in_a_row_lasts_no_time() -> None:
    """ "The second fire in two years" says of nothing that it took two years."""
    text = "The hall opened in May and closed in July. It was the second fire in two years."
    days = {"May": "1957-05", "July": "1991-07", "two years": "P2Y"}

    assert "fails" not in [one.verdict for one in reckoned(text, {}, days)]


def test_what_was_opened_and_closed_lasted_from_one_to_the_other() -> None:
    text = "The hall was opened in May and closed in July, after more than thirty years."
    days = {"May": "1957-05", "July": "1991-07", "thirty years": "P30Y"}

    assert [one.verdict for one in reckoned(text, {}, days)] == ["holds"]
