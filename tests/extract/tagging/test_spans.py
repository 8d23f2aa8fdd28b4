"""Rows of labels become spans, each word in one at most."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.attributions.tagging.features import LABELS
from sayso.extract.attributions.tagging.spans import marked
from sayso.records.parse import Token

LABEL = st.integers(0, len(LABELS) - 1)


def words(number: int) -> list[tuple[int, Token]]:
    """So many words of two letters, in one sentence."""
    return [(0, Token(i, 3 * i, 3 * i + 2, "ab", "ab", "X", "XX", "dep", 0)) for i in range(number)]


def spans(labels: list[int]) -> list[tuple[str, int, int]]:
    found = marked(words(len(labels)), labels)
    return [(one.role, one.words[0][1].i, one.words[-1][1].i) for one in found]


def test_a_span_runs_from_its_b_to_its_last_i() -> None:
    """A new B ends the span before it, and so does another role."""
    numbers = [LABELS.index(name) for name in ("B-source", "I-source", "B-cue", "B-cue", "O")]
    assert spans(numbers) == [("source", 0, 1), ("cue", 2, 2), ("cue", 3, 3)]


def test_an_i_without_its_b_begins_a_span() -> None:
    """A window may open inside what is said."""
    assert spans([LABELS.index("I-content")] * 2) == [("content", 0, 1)]


@given(st.lists(LABEL, max_size=40))
def test_each_labelled_word_is_in_one_span(labels: list[int]) -> None:
    """Spans keep the order of the text, do not overlap, and leave out only O."""
    covered = [i for _, first, last in spans(labels) for i in range(first, last + 1)]
    assert covered == [i for i, label in enumerate(labels) if label]
