"""The gold of times is sound, and its scorer tells right from wrong."""

from __future__ import annotations

import pytest
from eval.times import PARTS, Marked, over, passages, right

from sayso.annotate.times import read_times
from sayso.records.dates import bounds

WORDS = ("any", "none", "?", "SET", "DURATION")


@pytest.mark.parametrize("part", PARTS)
def test_marks_mean_days_or_one_of_five_words(part: str) -> None:
    """Every mark is understood, none overlaps the one before, and no brace is left over."""
    for passage in passages(part):
        assert not {"{", "}"} & set(passage.text), passage.name
        ends = [0, *(mark.end for mark in passage.marks)]
        assert all(a <= m.start for a, m in zip(ends, passage.marks, strict=False))
        for mark in passage.marks:
            assert mark.means in WORDS or bounds(mark.means) != (None, None), mark.means


def test_there_is_enough_of_it_and_no_passage_is_in_both_parts() -> None:
    """A hundred expressions unseen, four times as many to look at."""
    dev, test = passages("dev"), passages("test")
    assert sum(len(passage.marks) for passage in test) > 100
    assert sum(len(passage.marks) for passage in dev) > 400
    assert not {passage.text for passage in dev} & {passage.text for passage in test}


@pytest.mark.parametrize(
    ("text", "means", "good"),
    [
        ("It sank on 4 June 2018.", "2018-06-04", True),
        ("It sank on 4 June 2018.", "2018-06", False),
        ("It sank on 4 June 2018.", "none", False),
        ("It sank on 4 June 2018.", "?", False),
        ("They meet every Friday.", "SET", True),
        ("They meet every Friday.", "DURATION", False),
        ("It sank in 1997 and rose in 1998.", "1997/1998", True),
        ("It sank after the killing.", "?", True),
        ("It sank.", "none", True),
        ("It sank.", "2018", False),
    ],
)
def test_the_scorer_tells_right_from_wrong(text: str, means: str, good: bool) -> None:
    """A mark over the whole text."""
    mark = Marked(0, len(text), means)
    assert right(mark, over(mark, read_times(text, "2021-03-10"))) is good
