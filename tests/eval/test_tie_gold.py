"""The gold of ties is sound, and its scorer punishes what is wrong."""

import pytest
from eval.ties import Marked, fits, passages

from sayso.records.accounts import TIE_TYPES

FOUND = {
    "type": "commands",
    "subject": ("Ann Lee",),
    "object": ("Harlan AG", "Harlan"),
    "office": (),
    "territory": (),
    "polarity": "positive",
}


@pytest.mark.parametrize("part", ["dev", "test"])
def test_marks_are_of_the_vocabulary(part: str) -> None:
    """Types are those of the product, and every end but a described one stands in the text."""
    for passage in passages(part):
        assert passage.text
        for mark in passage.ties:
            assert mark.type in TIE_TYPES, mark
            assert set(mark.more) <= {"office", "since", "until", "not"}
            assert mark.object or mark.more["office"]


def test_no_passage_is_in_both_parts() -> None:
    """What is looked at is not what is held back."""
    assert not {p.text for p in passages("dev")} & {p.text for p in passages("test")}


@pytest.mark.parametrize(
    ("changed", "mark", "right"),
    [
        ({}, Marked("commands", "Ann Lee", "Harlan"), True),
        ({}, Marked("member_of", "Ann Lee", "Harlan"), False),
        ({"type": "holds_office"}, Marked("commands", "Ann Lee", "Harlan"), True),
        ({}, Marked("commands", "Harlan", "Ann Lee"), False),
        ({"type": "rival_of"}, Marked("rival_of", "Harlan", "Ann Lee"), True),
        ({}, Marked("commands", "Ann Lee", "Harlan", {"not": ""}), False),
        ({"polarity": "negative"}, Marked("commands", "Ann Lee", "Harlan", {"not": ""}), True),
        ({}, Marked("commands", "Ann", "Orca"), False),
    ],
)
def test_a_tie_fits_by_type_ends_and_denial(changed, mark: Marked, right: bool) -> None:
    """Direction counts but where a tie has none."""
    assert fits(FOUND | changed, mark) is right
