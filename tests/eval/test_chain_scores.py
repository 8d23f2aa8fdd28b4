"""The scorer of chains gives full marks to the gold itself, and knows names from other names."""

import json
from pathlib import Path
from typing import Any

import pytest
from eval.chain_names import same_name
from eval.chain_scores import Passage, Score, score

DEV = Path(__file__).parents[2] / "eval" / "gold" / "chains" / "dev.jsonl"
GOLD = [json.loads(line) for line in DEV.read_text("utf-8").splitlines()]


def _span(ends: list[int] | None) -> dict[str, int] | None:
    return ends and {"start": ends[0], "end": ends[1]}


def _perfect(gold: dict[str, Any]) -> list[dict[str, Any]]:
    """The gold of a passage in the form of case lines."""
    author = {"source": None, "cue": None, "chain": [], "published": None, "stance": "affirms"}
    found = [
        {**a, "source": _span(a["source"]), "cue": _span(a["cue"]), "content": _span(piece),
         "hedges": []}
        for a in gold["attributions"]
        for piece in a["content"]
    ]  # fmt: skip
    found += [
        {**author, "content": _span(sentence), "hedges": [], "chain": [outlet],
         "published": outlet["published"]}
        for citation in gold["citations"]
        for outlet in citation["outlets"]
        for sentence in citation["covers"]
    ]  # fmt: skip
    return found + [
        {**author, "content": _span(h["scope"]), "hedges": [{**h, "scope": None}]}
        for h in gold["hedges"]
    ]


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["id"])
def test_the_gold_itself_is_all_right(gold: dict[str, Any]) -> None:
    """Every figure that has something to count is 100 when the gold is what was found."""
    figures = score(Passage(gold, _perfect(gold))).figures()

    assert {name: value for name, value in figures.items() if value not in (None, 100)} == {}


def test_finding_nothing_scores_nothing() -> None:
    """Without findings recall is 0 and only the parentheses are right."""
    total = Score()
    for gold in GOLD:
        total.add(score(Passage(gold, [])))
    figures = total.figures()

    assert figures["attributions recall"] == figures["citations recall"] == 0
    assert figures["hedges F1"] == figures["whole chain right"] == 0
    assert figures["other parentheses left alone"] == 100


@pytest.mark.parametrize(
    ("gold", "found"),
    [
        ("Ida Holm", "Holm"),
        ("Ida Holm", "chief executive Ida Holm"),
        ("two politicians", "the politicians"),
        ("officer in the Sixth Division", "an officer"),
        ("Associated Press", "AP"),
        ("Morgenbladet", "the newspaper Morgenbladet"),
        ("army's chief of staff", "the army’s chief of staff"),
        ("valleytimes", "https://www.valleytimes.example/2023/12/04/mill"),
    ],
)
def test_names_of_one_source_are_the_same(gold: str, found: str) -> None:
    """Short forms, titles, articles and acronyms do not part a source from itself."""
    assert same_name(gold, found)


@pytest.mark.parametrize(
    ("gold", "found"),
    [
        ("Ida Holm", "Ida"),
        ("minister", "ministry"),
        ("Addis Standard", "Addis"),
        ("officer in the Sixth Division", "Sixth Division"),
        ("border guards", "interviews with border guards"),
        ("Reuters", ""),
    ],
)
def test_names_of_other_sources_are_not(gold: str, found: str) -> None:
    """A part of a name without its head is another source."""
    assert not same_name(gold, found)
