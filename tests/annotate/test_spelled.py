"""Numbers in words are found the quick way just as the pattern tells them."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.numbers import SPELLED, spelled_in

WORDS = st.lists(
    st.sampled_from([
        "one", "Two", "TWENTY", "twenty-five", "a hundred", "Nineteen", "ninety-six", "thousand",
        "and", "someone", "often", "İzmir", "ﬁve", "Straße", "oh", "five", ",", "million", "An",
    ]),
    max_size=12,
)  # fmt: skip


@given(WORDS, st.integers(0, 9), st.integers(0, 9))
def test_the_quick_way_finds_what_the_pattern_finds(words: list[str], cut: int, left: int) -> None:
    """In any letters, in any stretch, and beside letters that are two when they are small."""
    text = " ".join(words)
    low, high = min(cut, len(text)), max(min(cut, len(text)), len(text) - left)
    plain = [(m.start(), m.end(), m["year"] is not None) for m in SPELLED.finditer(text, low, high)]
    assert list(spelled_in(text, low, high)) == plain
