"""Long answers go out as they are made: the first rows at once, and never all of them in memory."""

from __future__ import annotations

import json
import os
import tracemalloc
from contextlib import redirect_stdout
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from eval.million import Maker, make

from sayso.analysis.timeline import entries_of
from sayso.api.asking import Wanted, ids_asked
from sayso.cli.main import sayso
from sayso.cli.terminal.tables import show_json
from sayso.store.answers import Answers
from sayso.store.case import open_case
from tests.web.driver import Bench

ACCOUNTS = 6000
QUESTIONS = (("events",), ("timeline",), ("events", "--who", "HUB"), ("itinerary", "HUB"))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up case of which a tenth tells of one person."""
    path = tmp_path_factory.mktemp("large") / "large.sayso"
    make(str(path), ACCOUNTS)
    return path


def asked(path: Path, question: tuple[str, ...], *more: str) -> str:
    hub = Maker(ACCOUNTS).world.people[0]
    words = [hub if word == "HUB" else word for word in question]
    done = CliRunner().invoke(sayso, [*words, *more, "--case", str(path), "--json"])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many whole events were read from the case, each time some were."""
    counts: list[int] = []
    events_of = Answers.events_of

    def counted(self: Answers, ids: object) -> list[object]:
        wanted = list(ids)  # type: ignore[call-overload]
        counts.append(len(wanted))
        return events_of(self, wanted)  # type: ignore[return-value]

    monkeypatch.setattr(Answers, "events_of", counted)
    return counts


@pytest.mark.parametrize("question", QUESTIONS[:3], ids=" ".join)
def test_the_first_rows_wait_for_no_others(
    large: Path, question: tuple[str, ...], read: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When something is written for the first time, most of the case has not been read yet."""
    at_first: list[int] = []
    echo = click.echo

    def heard(*words: object, **how: object) -> None:
        at_first.append(sum(read))
        echo(*words, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(click, "echo", heard)
    found = json.loads(asked(large, question))
    assert len(found) > 200
    assert at_first[0] <= 200
    assert sum(read) >= len(found)


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_a_whole_answer_is_its_pages(large: Path, question: tuple[str, ...]) -> None:
    """As one document of JSON, laid out as ever, with the rows that a page of it has."""
    text = asked(large, question)
    rows = json.loads(text)
    assert text == json.dumps(rows, indent=2, ensure_ascii=False) + "\n"
    assert json.loads(asked(large, question, "--limit", "7")) == rows[:7]


def test_memory_does_not_grow_with_the_answer(large: Path, tmp_path: Path) -> None:
    """Eight times as many events take no eight times as much."""
    small = tmp_path / "small.sayso"
    make(str(small), ACCOUNTS // 8)
    asked(small, ("events",))
    few, many = (_peak(path) for path in (small, large))
    assert many < 2 * few


def _peak(path: Path) -> int:
    tracemalloc.start()
    with open_case(path) as case, Path(os.devnull).open("w") as out, redirect_stdout(out):
        show_json(entries_of(case.view(), ids_asked(case.view(), Wanted())))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


@pytest.mark.parametrize("address", ["/api/events", "/api/timeline"])
def test_a_page_for_programs_reads_no_more_than_it_has(
    large: Path, read: list[int], address: str
) -> None:
    """From anywhere in the list, and by its cursor."""
    bench = Bench(large)
    first = json.loads(bench.get(f"{address}?limit=20&offset=900").text)
    behind = json.loads(bench.get(f"{address}?limit=20&cursor={first['next']}").text)
    both = json.loads(bench.get(f"{address}?limit=40&offset=900").text)
    assert first["total"] > 1500
    assert first["rows"] + behind["rows"] == both["rows"]
    assert sum(read) <= 200


def test_forms_are_told_whole() -> None:
    """What is no list is one document, with all that it has."""
    done = CliRunner().invoke(sayso, ["export", "--forms", "--json"])
    found = json.loads(done.stdout)
    assert found["lines"].keys() == {"what", "folder"}
