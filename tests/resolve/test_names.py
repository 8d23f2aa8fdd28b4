"""Names that sound alike, names that do not, and the reasons given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.names.match import compare_names
from sayso.resolve.names.parts import initials, parts, plain
from sayso.resolve.names.sounds import alike, skeleton

SAME = [
    ("Qasim Rahimi", "Ghasem Rahimi", "person"),
    ("Yousef al-Khatib", "Yusuf Khateeb", "person"),
    ("Dmitri Sokolov", "Dmitry Sokolov", "person"),
    ("Abd al-Rahman Nasser", "Abdul Rahman Naser", "person"),
    ("Rivers & Ports Authority", "Rivers and Ports Authority", "org"),
    ("Al Qutayfah", "al-Qutaifa", "place"),
]
DIFFERENT = [
    ("Maria Lopez", "Marta Lopez", "person"),
    ("Ahmad Rahimi", "Ahmad Karimi", "person"),
    ("Liberation Front", "National Liberation Front of the Delta", "org"),
    ("3rd Brigade", "5th Brigade", "org"),
    ("Iran", "Iraq", "place"),
]


@pytest.mark.parametrize(("a", "b", "kind"), SAME)
def test_spellings_of_one_name_score_high(a: str, b: str, kind: str) -> None:
    """Other systems of writing down the same sounds do not hide a name."""
    assert compare_names(a, b, kind).score >= 0.8


@pytest.mark.parametrize(("a", "b", "kind"), DIFFERENT)
def test_look_alikes_score_low(a: str, b: str, kind: str) -> None:
    """A different part is a different bearer."""
    assert compare_names(a, b, kind).score < 0.75


def test_a_score_has_reasons() -> None:
    """Whoever doubts a match can read why it was made."""
    found = compare_names("Ahmad Rahimi", "Ahmed Karimi", "person")

    assert any("ahmad ~ ahmed" in reason for reason in found.reasons)
    assert any("contradicts" in reason for reason in found.reasons)


def test_articles_and_compounds_are_folded() -> None:
    """Particles do not count as parts; compounds count as one."""
    assert parts("Abd al-Karim al-Sayyid") == ("abdkarim", "sayyid")
    assert parts("Salah al-Din") == ("salahdin",)
    assert parts("Haddad, Lina") == ("lina", "haddad")


def test_initials_leave_out_small_words() -> None:
    """The acronym of a body takes the letters of its weighty words."""
    assert initials("Ministry of Ports and Shipping") == "mps"


names = st.text(st.characters(codec="utf-8", categories=["Lu", "Ll", "Lo", "Zs"]), max_size=30)


@given(names, names, st.sampled_from(["person", "org", "place"]))
def test_scores_are_fair(a: str, b: str, kind: str) -> None:
    """A score lies between 0 and 1 and does not depend on who comes first."""
    score = compare_names(a, b, kind).score

    assert 0.0 <= score <= 1.0
    assert score == pytest.approx(compare_names(b, a, kind).score)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_a_word_is_like_itself(word: str) -> None:
    """Nothing is more alike than the same."""
    assert alike(word, word) == 1.0
    assert skeleton(word) == skeleton(word)


@given(names)
def test_plain_names_stay_plain(name: str) -> None:
    """Making plain twice changes nothing more."""
    assert plain(plain(name)) == plain(name)
