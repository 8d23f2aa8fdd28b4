"""Texts without capitals get them back, letter for letter; all others are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.engines.letters.truecase import Capitals, is_caseless, shipped_capitals, truecased

WORDS = frozenset(
    ["the", "mayor", "of", "met", "a", "docker", "in", "and", "he", "be", "resign", "army"]
)
PLAIN = "the mayor of velm met ana orduz in tarn and he resigned. " * 3


def test_names_and_sentences_get_capitals() -> None:
    """What no dictionary has is a name; forms of known words are not."""
    assert truecased(PLAIN, WORDS.__contains__).startswith(
        "The mayor of Velm met Ana Orduz in Tarn and he resigned. The mayor"
    )


def test_capitals_alone_are_as_good_as_none() -> None:
    """A telegram reads as the same text in small letters does."""
    assert truecased(PLAIN.upper(), WORDS.__contains__) == truecased(PLAIN, WORDS.__contains__)


def test_a_short_word_in_brackets_is_an_acronym() -> None:
    """It stands behind the name that it shortens."""
    assert "(FLD)" in truecased("the army of velm (fld) met", WORDS.__contains__)


@pytest.mark.parametrize(
    ("text", "caseless"),
    [
        (PLAIN, True),
        (PLAIN.upper(), True),
        (PLAIN.title(), False),
        ("The mayor of Velm met the dockers, who had waited for him. " * 3, False),
        ("too short to tell", False),
        ("", False),
    ],
)
def test_only_texts_without_case_are_touched(text: str, caseless: bool) -> None:
    """A text with some capitals is written as its writer wanted."""
    assert is_caseless(text) is caseless


@given(st.text(max_size=200))
def test_every_letter_keeps_its_place(text: str) -> None:
    """Nothing but case changes, so that offsets stay right."""
    made = truecased(text, WORDS.__contains__)
    assert len(made) == len(text)
    assert made.lower() == text.lower()


LEARNED = Capitals(
    frozenset(["velm", "lopez"]), frozenset(["army", "flores"]), frozenset(["red cross"])
)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("they met in velm", "They met in Velm"),
        ("the army met flores", "The army met flores"),
        ("the velm army met flores lopez", "The Velm Army met Flores Lopez"),
        ("the red cross met", "The Red Cross met"),
        (
            "members of the free labour front (flf) met",
            "Members of the Free Labour Front (FLF) met",
        ),
        ("the u.s. mayor", "The U.S. mayor"),
    ],
)
def test_names_grow_from_what_is_surely_one(text: str, made: str) -> None:
    """Words learned, their neighbours, and the words that an acronym in brackets shortens."""
    known = WORDS | {
        "they",
        "red",
        "cross",
        "members",
        "free",
        "labour",
        "front",
        "flores",
        "lopez",
    }
    assert truecased(text, known.__contains__, LEARNED) == made


def test_the_shipped_words_hold_what_the_card_says() -> None:
    """The file can be read, and its sets do not overlap."""
    shipped = shipped_capitals()
    assert (len(shipped.always), len(shipped.sometimes), len(shipped.pairs)) == (17708, 5566, 495)
    assert not shipped.always & shipped.sometimes
