"""The prose that the reader of names learns from, and that on which it is measured."""

import re
from collections import Counter
from pathlib import Path

import pytest
from eval.naming import GOLD, MARK, read_cases

from sayso.engines.protocols import TYPES

OWN = Path(__file__).parents[2] / "train/gold/names"
FILES = [*sorted(OWN.glob("*.txt")), GOLD / "kinds.txt", GOLD / "kinds_unseen.txt"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_mark_fits(path: Path) -> None:
    """A type that is known, words without blanks around them, and no bracket that is no mark."""
    text = path.read_text("utf-8")
    marks = MARK.findall(text)

    assert all(re.fullmatch(r"[POULX]\.[a-z0-9_-]+~?", code) for _, code in marks)
    assert all(words and words == words.strip() for words, _ in marks)
    assert not re.search(r"[\[\]]", MARK.sub("", text))
    assert all(mark.kind in TYPES for case in read_cases(path) for mark in case.texts[0][2])


def test_nothing_is_learned_that_is_measured() -> None:
    """No case, and no sentence, stands in both."""
    learned, measured = (
        [sentence for path in paths for case in read_cases(path)
         for sentence in re.split(r"(?<=[.!?])\s+", case.texts[0][1]) if len(sentence) > 40]
        for paths in (FILES[:-2], FILES[-2:])
    )  # fmt: skip

    assert not set(learned) & set(measured)


def test_all_types_are_learned() -> None:
    found = Counter(
        mark.kind for path in FILES[:-2] for case in read_cases(path) for mark in case.texts[0][2]
    )

    assert set(found) == set(TYPES)
    assert min(found.values()) > 500
