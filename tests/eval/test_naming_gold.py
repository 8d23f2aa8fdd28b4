"""The project's gold of who is who, and its scorer."""

from __future__ import annotations

import pytest
from eval.naming import Case, Score, _f1, cases

GOLD = {part: cases(part) for part in ("dev", "test")}


@pytest.mark.parametrize("part", ["dev", "test"])
def test_whoever_is_marked_is_of_one_kind(part: str) -> None:
    """In a case one sign means one, of one type; only metonyms may be called a place."""
    for case in GOLD[part]:
        kinds: dict[str, set[str]] = {}
        for _, _, marks in case.texts:
            for mark in marks:
                if mark.who and not mark.metonym:
                    kinds.setdefault(mark.who, set()).add(mark.kind)
        assert all(len(kind) == 1 and kind != {""} for kind in kinds.values()), (case.name, kinds)


def test_marks_quote_words_and_do_not_overlap() -> None:
    """No mark is empty, begins with a blank, or lies in another."""
    for case in GOLD["dev"] + GOLD["test"]:
        for path, text, marks in case.texts:
            ends = [0] + [mark.end for mark in marks]
            for mark, end in zip(marks, ends, strict=False):
                words = text[mark.start : mark.end]
                assert mark.start >= end, path
                assert words and words == words.strip(), path
            assert "[" not in text and "|" not in text, path


def test_nothing_is_in_both_parts() -> None:
    """What rules are written against is not what they are judged on."""
    texts = [text for part in GOLD.values() for case in part for _, text, _ in case.texts]

    assert len(set(texts)) == len(texts)


def test_the_readme_counts_what_is_there() -> None:
    """The table of the README has the numbers of the files."""
    from eval.naming import GOLD as folder

    readme = (folder / "README.md").read_text("utf-8")
    counts = {part: _counts(found) for part, found in GOLD.items()}
    for row, name in enumerate(("cases", "reports", "names")):
        assert f"| {name} | {counts['dev'][row]} | {counts['test'][row]} |" in readme


def _counts(found: list[Case]) -> tuple[int, int, int]:
    reports = [marks for case in found for _, _, marks in case.texts]
    names = sum(not (m.open or m.reference) for marks in reports for m in marks)
    return len(found), len(reports), names


def test_figures_are_shares() -> None:
    """F1 of all right is 100, of nothing found 0; empty counts give 0 and no error."""
    assert _f1(4, 4, 4) == 100
    assert _f1(0, 0, 4) == 0
    assert set(Score().result().values()) == {0}
