"""Words are cut as the encoder was taught to see them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.engines.pieces import Pieces

VOCABULARY = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "[MASK]",
    *["un", "##said", "##s", "said", "'", "naive", "王", ",", "##,"],
]
PIECES = Pieces(VOCABULARY)


def cut(word: str) -> list[str]:
    return [VOCABULARY[number] for number in PIECES.of(word)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("said", ["said"]),
        ("unsaid", ["un", "##said"]),
        ("UNSAIDS", ["un", "##said", "##s"]),
        ("said's", ["said", "'", "[UNK]"]),
        ("naïve", ["naive"]),
        ("王王", ["王", "王"]),
        ("said,", ["said", ","]),
        ("zzz", ["[UNK]"]),
        ("", ["[UNK]"]),
        ("\u0301", ["[UNK]"]),
    ],
)
def test_a_word_is_cut_into_the_longest_known_pieces(word: str, expected: list[str]) -> None:
    """Lower case, no accents, marks and Han signs alone, what is not known as unknown."""
    assert cut(word) == expected


@given(st.text(max_size=400))
def test_every_word_has_a_few_pieces(word: str) -> None:
    """Any string gives one to eight pieces of the vocabulary."""
    found = PIECES.of(word)
    assert 1 <= len(found) <= 8
    assert all(0 <= number < len(VOCABULARY) for number in found)
