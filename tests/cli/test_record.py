"""`sayso itinerary`, `ties` and `held`: answers for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.cli.main import sayso

EXAMPLES = Path(__file__).parents[2] / "examples" / "network"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("record") / "network.sayso"
    done = run("read", str(EXAMPLES), "--case", str(path), "--workers", "0")
    assert done.exit_code == 0, done.output
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(sayso, list(arguments))


def told(case: Path, *arguments: str) -> list[dict[str, object]]:
    done = run(*arguments, "--case", str(case), "--json")
    assert done.exit_code == 0, done.output
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def test_an_itinerary_lists_visits_in_order_of_time(case: Path) -> None:
    """As a table and for programs; dates narrow it."""
    every = told(case, "itinerary", "Qaani")
    some = told(case, "itinerary", "Qaani", "--from", "2020-08", "--to", "2020-08")
    table = run("itinerary", "Qaani", "--case", str(case))

    days = [stop["visit"]["earliest"] for stop in every if stop["visit"]["earliest"]]  # type: ignore[index]
    assert days == sorted(days)
    assert 0 < len(some) < len(every)
    assert "Baghdad" in table.output


def test_what_happened_during_a_visit_stands_under_it(case: Path) -> None:
    """It is set in, on each line that it takes."""
    lines = run("itinerary", "Qaani", "--case", str(case)).output.splitlines()
    column = lines[1].index("Where and with whom")
    firsts = [n for n, line in enumerate(lines) if line[column:].startswith("  – ")]
    wrapped = [lines[n + 1] for n in firsts if not lines[n + 1][:column].strip()]

    assert any(not line[column:].startswith("  – ") for line in wrapped)
    assert all(line[column : column + 2] == "  " != line[column + 2 :][:2] for line in wrapped)


def test_ties_tell_whether_they_held(case: Path) -> None:
    """Only with a day, and only of the type asked for."""
    found = told(case, "ties", "Qaani", "--on", "2020-05")

    assert {tie["holds"] for tie in found} <= {"yes", "perhaps", "no"}
    assert {t["type"] for t in told(case, "ties", "Qaani", "--type", "deputy_of")} <= {"deputy_of"}
    assert all(tie["holds"] is None for tie in told(case, "ties", "Qaani"))


def test_an_office_changes_hands(case: Path) -> None:
    """Before and after the third of January 2020 another answer comes first."""
    office = "commander of the Quds Force"
    before = told(case, "held", office, "--on", "2019-06-01")
    after = told(case, "held", office, "--on", "2020-06-01")

    assert "yes" not in {h["holds"] for h in before if h["person"] == "Esmail Qa'ani"}
    assert (after[0]["person"], after[0]["holds"]) == ("Esmail Qa'ani", "yes")


@pytest.mark.parametrize(
    "arguments",
    [
        ("itinerary", "Nobody Atall"),
        ("ties", "Qaani", "--type", "knows"),
        ("held", "commander", "--on", "soon"),
    ],
)
def test_what_cannot_be_answered_is_said_with_advice(
    case: Path, arguments: tuple[str, ...]
) -> None:
    """An unknown name, an unknown tie, no date."""
    done = run(*arguments, "--case", str(case))

    assert done.exit_code == 1
    assert done.exception is not None


def test_an_office_nobody_held_is_told_so(case: Path) -> None:
    """Nothing is not an error."""
    done = run("held", "bishop of Velm", "--case", str(case))

    assert (done.exit_code, "nobody" in done.output) == (0, True)


@pytest.mark.parametrize(
    "asked",
    [
        ("timeline",), ("events", "--who", "Qaani"), ("itinerary", "Qaani"), ("ties", "Qaani"),
        ("sources",),
    ],
)  # fmt: skip
def test_a_long_answer_comes_in_pages(case: Path, asked: tuple[str, ...]) -> None:
    """The first of all, and how many more there are; programs get all unless they ask for less."""
    every = told(case, *asked)
    assert len(every) > 2
    assert told(case, *asked, "--limit", "2") == every[:2]
    assert told(case, *asked, "--limit", "all") == every
    table = run(*asked, "--limit", "2", "--case", str(case)).stdout
    assert f"and {len(every) - 2} more: --limit all shows them" in table
    assert "more:" not in run(*asked, "--limit", "all", "--case", str(case)).stdout
