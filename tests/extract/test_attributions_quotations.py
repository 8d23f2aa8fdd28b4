"""Quotation marks and what stands between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.attributions.finders.quotations import quotations
from tests.extract.telling import document_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("He said “yes” and „no“.", ["“yes”", "„no“"]),
        ("He said ''yes''.", ["''yes''"]),
        ('A 5" pipe and a 6" pipe.', []),
        ("She began: “We will", ["“We will"]),
        ("“One.\n“Two.”", ["“One.\n“Two.”"]),
        ("“One.”\n“Two.”", ["“One.”", "“Two.”"]),
        ("“One.\nTwo.", ["“One."]),
    ],
)
def test_marks_pair_as_a_reader_pairs_them(text, expected) -> None:
    """Straight and curly, left open, and over paragraphs."""
    document = document_of(text)

    assert [text[start:end] for start, end in quotations(document)] == expected


@given(st.text(alphabet="ab .\n“”„\"'«»(", max_size=60))
def test_quotations_never_overlap(text) -> None:
    """Whatever the marks, stretches are in order, apart and inside the text."""
    last = 0
    for start, end in quotations(document_of(text)):
        assert last <= start < end <= len(text)
        last = end
