"""Quotation marks and what stands between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.attributions.finders.quotations import quotations
from tests.effort import steps
from tests.extract.telling import document_of, shown


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
        ("He said 'yes, we can' and left.", ["'yes, we can'"]),
        ("‘We left,’ she said. ‘The miners’ wives stayed.’",
         ["‘We left,’", "‘The miners’ wives stayed.’"]),
        ("'The owners' lawyers wrote it,' he said.", ["'The owners' lawyers wrote it,'"]),
        ("'Three bags' and 'four boxes'.", ["'Three bags'", "'four boxes'"]),
        ("The workers' rights in the '90s, rock 'n' roll, O'Neill's boat.", []),
        ("'Nobody closes this. It's late.", []),
        ("‘One.\n‘Two.’", ["‘One.\n‘Two.’"]),
        ("“She told me ‘never’ twice.”", ["“She told me ‘never’ twice.”"]),
        ("‘She told me “never” twice.’", ["‘She told me “never” twice.’"]),
        ("“In the ‘90s it was fun,” he said.", ["“In the ‘90s it was fun,”"]),
        ("«Non», »Nein«, ‹oui›, „Tak”, ”Nej”, `yes'.",
         ["«Non»", "»Nein«", "‹oui›", "„Tak”", "”Nej”", "`yes'"]),
        ("“A whole document.\n“In one quotation.\n“To its end.",
         ["“A whole document.\n“In one quotation.\n“To its end."]),
    ],
)  # fmt: skip
def test_marks_pair_as_a_reader_pairs_them(text, expected) -> None:
    """Straight and curly, double and single, left open, and over paragraphs; no apostrophes."""
    document = document_of(text)

    assert [text[start:end] for start, end in quotations(document)] == expected


@given(st.text(alphabet="as .,\n“”„\"'‘’`«»(", max_size=60))
def test_quotations_never_overlap(text) -> None:
    """Whatever the marks, stretches are in order, apart and inside the text."""
    last = 0
    for start, end in quotations(document_of(text)):
        assert last <= start < end <= len(text)
        last = end


@pytest.mark.parametrize(
    "text",
    [
        lambda n: "“‘" * (n // 2) + "»" * (n // 2),
        lambda n: "'a " * n,
        lambda n: "“a\n" * n,
        lambda n: '"a" ' * n,
    ],
)
def test_ten_thousand_marks_are_read_in_one_pass(text) -> None:
    """Whatever is left open, ten times the marks are about ten times the work."""
    few, many = document_of(text(1_000)), document_of(text(10_000))

    assert steps(lambda: quotations(many)) < 15 * steps(lambda: quotations(few))


def test_a_full_stop_ends_what_the_next_speaker_could_have_said(engine) -> None:
    """A quotation closed with a full stop goes on from the speaker before, not the one behind."""
    text = '"The dam will hold," said the engineer. "It held in 1953." The mayor disagreed.'

    assert [source for source, *_ in shown(engine, text)] == ["the engineer"] * 2
