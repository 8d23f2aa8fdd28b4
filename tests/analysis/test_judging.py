"""Judgements on findings: what they may say, and which of them holds."""

import pytest

from sayso.analysis.judging.queues import last, state
from sayso.analysis.judging.settling import added, additions, reversal, settled, standing
from sayso.records.errors import UngroundedError, UsageError
from tests.factory import document

GIVEN = {"by": "Ada", "at": "2021-01-01T00:00:00Z", "reason": None}


def test_the_last_that_was_not_taken_back_holds() -> None:
    """A reversal holds for nothing, and names what it takes back."""
    made = settled(("ev-1",), "reject", "yes", **GIVEN)
    back = reversal(made, by="Bo", at="2021-01-02T00:00:00Z")

    assert standing([made]) == {"ev-1": made}
    assert standing([back]) == {}
    assert made.id in (back.reason or "")
    assert last([made, back], "reject") == made


@pytest.mark.parametrize(
    ("decision", "value"), [("eat", "yes"), ("correct", "  "), ("accept", "x" * 3000)]
)
def test_what_is_no_decision_is_refused(decision: str, value: str) -> None:
    """Unknown kinds, empty corrections, endless words."""
    with pytest.raises(UsageError):
        settled(("ev-1",), decision, value, **GIVEN)


def test_undecided_is_a_state_of_its_own() -> None:
    """It is neither open nor settled."""
    assert state(None) == "open"
    assert state(settled(("x",), "accept", "undecided", **GIVEN)) == "undecided"
    assert state(settled(("x",), "reject", "yes", **GIVEN)) == "settled"


def test_words_are_added_with_their_quote_or_not_at_all() -> None:
    """The place must lie in the report; the quote comes from there."""
    report = document("a", "The mayor met the dockers.")
    made = added(report, (4, 9), "Person", **GIVEN)

    assert made.about == ("d-a", "4-9", "mayor")
    assert additions([made], "d-a") == [(4, 9, made)]
    assert additions([made], "d-b") == []
    for place in ((4, 4), (9, 4), (0, 99)):
        with pytest.raises(UngroundedError):
            added(report, place, "Person", **GIVEN)
