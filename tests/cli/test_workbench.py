"""The commands of the workbench: open, and network."""

import json
from pathlib import Path

import pytest

from sayso.cli.workbench.open import _what
from sayso.records.errors import UsageError
from sayso.store.case import open_case
from tests.cli.test_commands import run

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
    [tie] = json.loads(run("network", "--before", "2020-02-01", "--case", case, "--json").stdout)
    early = json.loads(run("network", "--on", "2019", "--case", case, "--json").stdout)
    late = json.loads(run("network", "--on", "2020-06", "--case", case, "--json").stdout)

    assert tie["state"] == "begins"
    assert early == []
    assert [row["tie"] for row in late] == [tie["tie"]]
    assert "only after" in run("network", "--before", "2020-02-01", "--case", case).stdout


@pytest.mark.parametrize(
    "given", [["--on", "soon"], ["--on", "2020", "--before", "2021"], ["--who", "Zz"]]
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
