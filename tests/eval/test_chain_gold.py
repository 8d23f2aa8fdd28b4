"""The project's gold of chains quotes its passages, keeps to its words and hides its test part."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.records.statements import STANCES

GOLD = Path(__file__).parents[2] / "eval" / "gold" / "chains"
STYLES = {"wire", "think", "court", "company", "history", "conflict"}
RANGES = {
    (None, None), (0.01, 0.05), (0.05, 0.2), (0.2, 0.45), (0.45, 0.55), (0.55, 0.8), (0.8, 0.95),
    (0.95, 0.99),
}  # fmt: skip
EDTF = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")


def _passages(split: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / f"{split}.jsonl").read_text("utf-8").splitlines()]


PASSAGES = [*_passages("dev"), *_passages("test")]
every_passage = pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: p["id"])


def _spans(value: Any) -> Iterator[tuple[int, int]]:
    """All pairs of whole numbers, however deep."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(end, int) for end in value):
            yield value[0], value[1]
        else:
            for inner in value:
                yield from _spans(inner)


@every_passage
def test_every_span_is_words_of_the_passage(passage: dict[str, Any]) -> None:
    """Spans lie inside the text and neither begin nor end with a blank."""
    for start, end in _spans(passage):
        words = passage["text"][start:end]

        assert 0 <= start < end <= len(passage["text"])
        assert words == words.strip()


@every_passage
def test_every_hedge_quotes_its_place(passage: dict[str, Any]) -> None:
    """A hedge's quote is the slice at its span, and those of attributions are the passage's."""
    hedges = passage["hedges"] + [h for a in passage["attributions"] for h in a["hedges"]]
    listed = [tuple(hedge["span"]) for hedge in passage["hedges"]]

    for hedge in hedges:
        assert passage["text"][slice(*hedge["span"])] == hedge["quote"]
        assert tuple(hedge["span"]) in listed
        assert (hedge["low"], hedge["high"]) in RANGES


@every_passage
def test_vocabularies_and_dates_are_as_the_readme_says(passage: dict[str, Any]) -> None:
    """Styles, stances and dates are of the kinds that the conventions name."""
    outlets = [o for citation in passage["citations"] for o in citation["outlets"]]
    dates = [item["published"] for item in [passage, *passage["attributions"], *outlets]]

    assert passage["style"] in STYLES
    assert {a["stance"] for a in passage["attributions"]} <= set(STANCES)
    assert all(date is None or EDTF.fullmatch(date) for date in dates)
    assert all(link["name"] for a in passage["attributions"] for link in a["chain"])
    assert all(citation["outlets"] and citation["covers"] for citation in passage["citations"])


@every_passage
def test_every_parenthesis_is_accounted_for(passage: dict[str, Any]) -> None:
    """A parenthesis is a citation, holds one, or is named as none."""
    text = passage["text"]
    known = [citation["span"] for citation in passage["citations"]] + passage["noncitations"]

    for found in re.finditer(r"\([^)]*\)", text):
        assert any(found.start() <= start and end <= found.end() for start, end in known)


def test_no_passage_or_sentence_is_in_both_parts() -> None:
    """What rules are written against is not what they are judged on."""
    sentences = Counter(
        (split, sentence)
        for split in ("dev", "test")
        for passage in _passages(split)
        for sentence in re.split(r"(?<=[.!?])\s+", passage["text"])
        if sentence.count(" ") >= 3
    )
    shared = [s for split, s in sentences if split == "dev" and ("test", s) in sentences]

    assert not shared
    assert len({passage["id"] for passage in PASSAGES}) == len(PASSAGES)


def test_the_readme_counts_what_is_there() -> None:
    """The table of the README has the numbers of the files."""
    readme = (GOLD / "README.md").read_text("utf-8")

    for name, counts in _counts().items():
        assert f"| {name} | {counts[0]} | {counts[1]} |" in readme


def _counts() -> dict[str, list[int]]:
    table: dict[str, list[int]] = {}
    for split in ("dev", "test"):
        passages = _passages(split)
        sayings = [a for passage in passages for a in passage["attributions"]]
        plain = sum(not (passage["attributions"] or passage["hedges"]) for passage in passages)
        counts = {
            "passages": len(passages),
            "attributions": len(sayings),
            "of them with a chain of two links or more": sum(len(a["chain"]) > 1 for a in sayings),
            "citations": sum(len(passage["citations"]) for passage in passages),
            "other parentheses": sum(len(passage["noncitations"]) for passage in passages),
            "hedges": sum(len(passage["hedges"]) for passage in passages),
            "passages with neither attribution nor hedge": plain,
        }
        for name, count in counts.items():
            table.setdefault(name, []).append(count)
    return table
