"""The commands of the workbench: open, and network."""

import json
from pathlib import Path

import pytest

from sayso.cli.workbench.open import _what
from sayso.records.errors import UsageError
from sayso.store.case import open_case
from tests.affair import put
from tests.cli.test_commands import run
from tests.factory import Builder

REPORT = "General Ana Ruiz has commanded the Northern Fleet since March 2020."


@pytest.fixture
def case(tmp_path: Path) -> str:
    """A case with a tie that begins."""
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    path = str(tmp_path / "a.sayso")
    assert run("read", str(tmp_path / "a.txt"), "--case", path, "--workers", "0").exit_code == 0
    return path


def test_the_network_before_and_after(case: str) -> None:
    """A tie that begins after the turning point says so, and holds on no day before."""
    told = json.loads(answer(case, "--before-after", "2020-02-01", "--json"))
    early = json.loads(answer(case, "--at", "2019", "--json"))
    late = json.loads(answer(case, "--on", "2020-06", "--json"))
    [tie] = told["whole"]["bonds"]

    assert tie["state"] == "begins"
    assert "has commanded" in tie["quotes"][0]["quote"]
    assert [shift["kind"] for shift in told["shifts"]] == ["new"]
    assert early["bonds"] == []
    assert [row["id"] for row in late["bonds"]] == [tie["id"]]
    shown = answer(case, "--before-after", "2020-02-01")
    assert "new" in shown
    assert "too few origins" in shown


def answer(case: str, *asked: str) -> str:
    done = run("network", *asked, "--case", case)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_network_as_a_picture_and_as_graph_files(case: str, tmp_path: Path) -> None:
    """Each format is what it says, on the terminal or in a file."""
    assert answer(case, "--to", "svg").startswith("<svg")
    assert "Before 2020-02-01" in answer(case, "--before-after", "2020-02-01", "--to", "svg")
    for name in ("graphml", "gexf"):
        out = tmp_path / f"network.{name}"
        assert "2 actors, 1 link\n" in answer(case, "--to", name, "-o", str(out))
        assert b"Northern Fleet" in out.read_bytes()


def test_the_ledger_as_a_table_a_picture_and_for_programs(case: str) -> None:
    """The change of office stands in the ledger, by each author or pooled."""
    told = json.loads(run("ledger", "--case", case, "--json").stdout)

    assert told["quarters"][-1] == ""
    assert "Front" in run("ledger", "--by-author", "--case", case).stdout or not told["lines"]
    assert run("ledger", "--to", "svg", "--case", case).stdout.startswith("<svg")


@pytest.mark.parametrize(
    "given",
    [
        ["--at", "soon"],
        ["--at", "2020", "--before-after", "2021"],
        ["--before-after", "ev-0"],
        ["--who", "Zz"],
        ["--type", "loves"],
        ["--limit", "5"],
        ["--to", "svg", "-o", "no/such/folder/x.svg"],
    ],
)
def test_a_question_that_makes_no_sense_is_answered_with_advice(
    case: str, given: list[str]
) -> None:
    """Exit code 1, and what to write instead."""
    assert run("network", *given, "--case", case).exit_code != 0


def test_what_is_opened_is_told_from_what_is_read(tmp_path: Path) -> None:
    """A case is opened, a folder is read into the case that --case names, or case.sayso."""
    path, folder = tmp_path / "inquiry", tmp_path / "reports"
    folder.mkdir()
    open_case(path, create=True).close()

    assert _what(str(path), None) == (path, ())
    assert _what(None, None) == (Path("case.sayso"), ())
    assert _what(str(folder), path) == (path, (str(folder),))
    with pytest.raises(UsageError):
        _what(str(tmp_path / "nowhere"), None)
    with pytest.raises(UsageError):
        _what(str(path), tmp_path / "another")


def test_opening_nothing_says_what_to_do(tmp_path: Path) -> None:
    """There is no case to open, and the command ends."""
    done = run("open", "--case", str(tmp_path / "none.sayso"), "--no-browser")

    assert done.exit_code != 0


def test_the_network_around_one_has_a_limit(tmp_path: Path) -> None:
    """A table shows the nearest and tells how much is left out; a program gets all."""
    made = Builder()
    ana, *others = [made.add("Person", f"Person {n:02d}") for n in range(14)]
    report = made.report("note.txt", " ".join(f"Telling {n:02d}." for n in range(14)))
    for n, other in enumerate(others):
        made.tie_of("backs", ana, other, made.told(report, f"Telling {n:02d}."))
    path = str(put(made.view(), tmp_path / "many.sayso"))
    around = ("network", "--who", "Person 00", "--case", path)
    few = run(*around, "--limit", "3")

    assert "3 neighbours left out" in few.stdout
    assert "left out" not in run(*around).stdout
    assert len(json.loads(run(*around, "--json").stdout)["bonds"]) == 13
    assert len(json.loads(run(*around, "--json", "--limit", "3").stdout)["bonds"]) == 10
