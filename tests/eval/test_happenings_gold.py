"""The project's gold of events and ties quotes its passages and keeps to the vocabulary."""

import json
from pathlib import Path
from typing import Any

import pytest
from eval.happenings import score_events, score_ties

from sayso.records.accounts import EVENT_TYPES, FACTUALITY, REALIS, ROLES, TIE_TYPES

GOLD = Path(__file__).parents[2] / "eval" / "gold" / "events"


def _passages(split: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / f"{split}.jsonl").read_text("utf-8").splitlines()]


PASSAGES = [*_passages("dev"), *_passages("test")]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: p["id"])
def test_quotes_are_there_once_and_words_are_of_the_vocabulary(passage: dict[str, Any]) -> None:
    """Types, roles, realis and certainty are those of the records."""
    for event in passage["events"]:
        assert all(passage["text"].count(quote) == 1 for quote in event["quotes"])
        assert set(event["types"]) <= set(EVENT_TYPES)
        assert {role for roles in event["who"] for role in roles.split(",")} <= set(ROLES)
        assert set(event["realis"]) <= set(REALIS)
        assert set(event["factuality"] or []) <= set(FACTUALITY)
    for tie in passage["ties"]:
        assert set(tie["types"]) <= set(TIE_TYPES)


def test_no_passage_is_in_both_parts() -> None:
    """What rules are written against is not what they are judged on."""
    assert len({passage["text"] for passage in PASSAGES}) == len(PASSAGES)
    assert len({passage["id"] for passage in PASSAGES}) == len(PASSAGES)


def test_the_readme_counts_what_is_there() -> None:
    """The table of the README has the numbers of the files."""
    readme = (GOLD / "README.md").read_text("utf-8")
    dev, test = _passages("dev"), _passages("test")
    rows = {
        "passages": (len(dev), len(test)),
        "events": tuple(sum(len(p["events"]) for p in part) for part in (dev, test)),
        "ties": tuple(sum(len(p["ties"]) for p in part) for part in (dev, test)),
    }
    for name, counts in rows.items():
        assert f"| {name} | {counts[0]} | {counts[1]} |" in readme


EVENT = {
    "types": ["CONSULT"], "mode": "visit", "quotes": ["visited Velm"], "who": {"actor": ["Lee"]},
    "places": ["Velm"], "when": "2020-05-01", "realis": ["actual"], "numbers": [],
    "factuality": None,
}  # fmt: skip
FOUND = {
    "type": "CONSULT", "mode": "visit", "realis": "actual", "factuality": "asserted",
    "spans": [(0, 16)], "who": [("actor", ("Ann Lee",))], "places": [("Velm",)],
    "when": ("2020-05-01", "2020-05-01"), "numbers": [],
}  # fmt: skip
TIE = {"types": ["backs"], "subject": "Velm", "object": "Lee"}
GIVEN = {"text": "Lee visited Velm.", "events": [EVENT], "ties": [TIE]}


def test_the_scorer_gives_full_marks_for_the_gold() -> None:
    """What is all right is counted as right."""
    tally = score_events(GIVEN, [FOUND], [])

    assert (tally["matched"], tally["extra"]) == (1, 0)
    assert all(tally[f"{n} right"] == 1 for n in ("roles", "dates", "places", "mode", "realis"))


@pytest.mark.parametrize(
    ("damage", "lost"),
    [
        ({"when": ("2020-05-02", "2020-05-02")}, "dates right"),
        ({"places": [("Tarn",)]}, "places right"),
        ({"who": [("target", ("Lee",))]}, "roles right"),
        ({"realis": "planned"}, "realis right"),
        ({"type": "ASSAULT"}, "matched"),
        ({"spans": [(0, 3)]}, "matched"),
    ],
)
def test_each_damage_costs_the_right_figure(damage: dict[str, Any], lost: str) -> None:
    """And leaves a remark."""
    remarks: list[str] = []
    tally = score_events(GIVEN, [{**FOUND, **damage}], remarks)

    assert tally[lost] == 0
    assert remarks


def test_a_double_is_an_extra_and_a_tie_has_its_ends() -> None:
    """Told twice is found once; a tie the wrong way round is none."""
    assert score_events(GIVEN, [FOUND, FOUND], [])["doubled"] == 1
    tie = {"type": "backs", "subject": ("Velm",), "object": ("Lee",), "office": ()}
    turned = {**tie, "subject": ("Lee",), "object": ("Velm",)}

    assert score_ties(GIVEN, [tie], [])["ties found"] == 1
    assert score_ties(GIVEN, [turned], [])["ties extra"] == 1
