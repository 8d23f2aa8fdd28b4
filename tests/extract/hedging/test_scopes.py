"""What each hedge governs, and what that makes of attributions."""

import pytest

from tests.extract.hedging.hedged import hedges, scopes
from tests.extract.telling import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is possible that the group will split.", [("possible", "the group will split")]),
        ("A second gunman cannot be ruled out.", [("cannot be ruled out", "A second gunman")]),
        (
            "It cannot be ruled out that the dam broke.",
            [("cannot be ruled out", "the dam broke")],
        ),
        (
            "Karim's men, likely on the governor's orders, attacked the town.",
            [("likely", "likely on the governor's orders")],
        ),
        ("He was killed, probably by snipers.", [("probably", "probably by snipers")]),
        (
            "The general was arrested, possibly to prevent a coup.",
            [("possibly", "possibly to prevent a coup")],
        ),
        (
            "The plaintiff may have lied and the court believed her.",
            [("may", "The plaintiff may have lied")],
        ),
        (
            "The rebels, who may have foreign help, attacked the barracks.",
            [("may", "who may have foreign help")],
        ),
        ("The deal, it seems, is dead.", [("seems", "The deal, it seems, is dead")]),
        (
            "There is a slim chance that rates will fall.",
            [("slim chance", "rates will fall")],
        ),
        ("The likely successor is his deputy.", [("likely", "The likely successor")]),
    ],
)
def test_a_hedge_governs_its_own_clause_or_phrase(engine, text, expected) -> None:
    """Clauses beside it, and those it is only inserted into, stay vouched for."""
    assert scopes(engine, text) == expected


@pytest.mark.parametrize(
    ("text", "doubted", "granted"),
    [
        ("The attack, which shook the town, probably killed ten.", "killed", "attack shook"),
        ("The regiment was probably destroyed after the siege.", "destroyed", "siege"),
        ("A strike is likely.", "strike", ""),
        ("Karim's men, likely on his orders, attacked.", "orders", "attacked men"),
        ("It is likely that the army left and shelled the port.", "left shelled", ""),
    ],
)
def test_what_a_clause_takes_for_granted_is_not_in_doubt(engine, text, doubted, granted) -> None:
    """The subject of a deed, what is told beside it and what came before it did happen."""
    (hedge,) = hedges(engine, text)
    words = text.replace(",", " ,").replace(".", " .").replace("'s", " 's").split()
    inside = {words[i] for i in hedge.words}

    assert set(doubted.split()) <= inside
    assert not set(granted.split()) & inside


def test_a_hedge_belongs_to_the_source_whose_words_it_is_in(engine) -> None:
    """The author's own hedge, in the same sentence, is not the speaker's."""
    text = "Ada Berg said that the bridge was safe, but it may be closed."
    (found,) = told(engine, text)

    assert found.hedges == ()


def test_a_hedge_over_the_saying_itself_is_the_authors(engine) -> None:
    """Perhaps she said it; she said it without reserve."""
    (found,) = told(engine, "Perhaps Ada Berg said that the bridge was safe.")

    assert found.hedges == ()


def test_many_hedges_take_no_more_than_their_number(engine) -> None:
    """Thousands of hedges in one document, each found once and in its own sentence."""
    found = hedges(engine, "\n".join(["The bank may fail, and a merger is likely."] * 500))

    assert [h.hedge.quote for h in found] == ["may", "likely"] * 500
