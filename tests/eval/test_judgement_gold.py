"""The gold of claims and origins is sound, and its scorers punish what is wrong."""

import pytest
from eval.claims import matched, overlap, passages
from eval.origins import found_pairs, groups, stories

from sayso.packs.load import builtin, load
from sayso.records.statements import DIRECTIONS, STRENGTHS


@pytest.mark.parametrize("part", ["dev", "test"])
def test_marks_are_of_the_vocabulary(part: str) -> None:
    """Directions, strengths and aspects are those of the product; marks do not overlap."""
    aspects = set(load([builtin("general")]).aspects)
    for passage in passages(part):
        assert "{" not in passage.text
        for mark in passage.marks:
            assert mark.direction in DIRECTIONS
            assert mark.strength in STRENGTHS
            assert mark.aspect in aspects, mark.aspect
        ends = [0, *(mark.end for mark in passage.marks)]
        assert all(a <= m.start for a, m in zip(ends, passage.marks, strict=False))


def test_there_is_enough_of_it() -> None:
    """Two thirds to look at, one third held back; no story in both."""
    assert (len(passages("dev")), len(passages("test"))) == (52, 16)
    assert len([*groups("dev"), *groups("test")]) == 60
    assert not {name for name, _ in stories("dev")} & {name for name, _ in stories("test")}


def test_overlap_is_of_words() -> None:
    """Half of all words must be shared."""
    text = "one two three four"
    assert overlap(text, (0, 7), (0, 7)) == 1
    assert overlap(text, (0, 7), (4, 13)) == pytest.approx(1 / 3)
    assert overlap(text, (0, 3), (14, 18)) == 0
    assert matched(text, [], passages("dev")[0].marks) == []


def test_a_chain_is_one_origin() -> None:
    """The scorer builds what it says: in a chain all share one, apart none."""
    by_kind = {group.name.split()[1]: group for group in groups("dev")}

    assert set(by_kind) == {"copies", "back", "chain", "circle", "apart"}
    assert found_pairs(by_kind["apart"]) == set()
