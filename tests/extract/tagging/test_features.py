"""Each word gets a row of numbers that the tagger's tables have room for."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.extract.attributions.finders.scene import Scene
from sayso.extract.attributions.sayings import ruled_sayings
from sayso.extract.attributions.tagging.features import COLUMNS, LABELS, rows
from tests.extract.telling import notes_of, pack

PIECES = st.sampled_from(
    [
        "The mayor",
        "said",
        "that",
        "“We know,”",
        "he",
        "added",
        "\n",
        "According to",
        "IMF",
        "12",
        "—",
        "’",
        "it was",
        "claim",
    ]
)


def table(engine, text: str) -> list[list[dict[str, int]]]:
    scene = Scene(notes_of(engine, text), pack())
    return [
        [dict(zip(COLUMNS, row, strict=True)) for row in sentence]
        for sentence in rows(scene, ruled_sayings(scene))
    ]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(PIECES, min_size=1, max_size=30).map(" ".join))
def test_every_number_fits_its_column(engine, text: str) -> None:
    """No word falls out of a table, whatever it is."""
    for sentence in table(engine, text):
        for row in sentence:
            assert all(0 <= value < COLUMNS[name] for name, value in row.items())


def test_the_rules_tell_what_they_found(engine) -> None:
    """The tagger sees source, cue and content as the rules read them."""
    [sentence] = table(engine, "The mayor said that the port would open.")
    told = [LABELS[row["rule"]] for row in sentence]
    assert told[:5] == ["B-source", "I-source", "B-cue", "B-content", "I-content"]


@pytest.mark.parametrize(
    ("word", "shape"), [("port", 0), ("Port", 1), ("A", 2), ("IMF", 3), ("12", 4), ("—", 5)]
)
def test_capitals_digits_and_marks_are_told_apart(engine, word: str, shape: int) -> None:
    """What lower case hides from the encoder is in the first column."""
    assert table(engine, word)[0][0]["shape"] == shape


def test_quotations_are_marked_from_their_first_mark_to_their_last(engine) -> None:
    """Outside, opening mark, inside, closing mark."""
    [sentence] = table(engine, "He said “we know” twice.")
    assert [row["quotation"] for row in sentence] == [0, 0, 2, 1, 1, 3, 0, 0]


def test_paragraphs_show(engine) -> None:
    """The first word of a paragraph differs from the first word of a later sentence."""
    sentences = table(engine, "He left. She stayed.\nThey slept.")
    assert [sentence[0]["place"] for sentence in sentences] == [2, 1, 2]
