"""Windows cover a document once, in order, and fit the encoder."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.engines.windows import windows

WORDS = st.lists(st.tuples(st.integers(1, 8), st.booleans(), st.booleans()), max_size=200)


@given(WORDS, st.integers(8, 60))
def test_windows_cover_every_word_once(words, most: int) -> None:
    """They follow each other without gaps and none holds more pieces than fit."""
    sizes, blocks, sentences = [size for size, _, _ in words], [], []
    for _, new_block, new_sentence in words:
        blocks.append((blocks[-1] if blocks else 0) + new_block)
        sentences.append((sentences[-1] if sentences else 0) + (new_sentence or new_block))

    found = list(windows(sizes, blocks, sentences, most))

    assert [place for a, b in found for place in range(a, b)] == list(range(len(sizes)))
    assert all(sum(sizes[a:b]) <= most for a, b in found)


def test_a_window_ends_with_a_paragraph_where_it_can() -> None:
    """A new paragraph that does not fit is left for the next window whole."""
    assert list(windows([1] * 10, [0] * 6 + [1] * 4, list(range(10)), 8)) == [(0, 6), (6, 10)]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    """Where a paragraph is too long, a sentence stays whole."""
    assert list(windows([1] * 10, [0] * 10, [0] * 5 + [1] * 5, 8)) == [(0, 5), (5, 10)]
