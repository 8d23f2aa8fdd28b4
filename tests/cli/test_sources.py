"""Sources as a user meets them: the table, one source's words, and the analyst's grades."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.test_commands import EXAMPLES, run


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sources") / "harbour.sayso"
    assert run("read", str(EXAMPLES), "--case", str(path), "--workers", "0").exit_code == 0
    return path


@pytest.fixture
def case(read_once: Path, tmp_path: Path) -> str:
    """A case of one's own, to be graded."""
    return str(shutil.copy(read_once, tmp_path / "harbour.sayso"))


def source(case: str, role: str = "speaker") -> str:
    """The name of a source that has an id."""
    rows = json.loads(run("sources", "--case", case, "--json").stdout)
    return str(next(row["name"] for row in rows if row["role"] == role and row["entity"]))


def statement(case: str, name: str) -> str:
    """The id of something the source said."""
    said = json.loads(run("says", name, "--case", case, "--json").stdout)
    return str(said[0]["attribution"])


def test_a_source_tells_all_it_said(case: str) -> None:
    """As many statements as the table counts; chain, words and place with each."""
    rows = json.loads(run("sources", "--case", case, "--json").stdout)
    row = next(row for row in rows if row["role"] == "speaker" and row["entity"])
    said = json.loads(run("says", row["entity"], "--case", case, "--json").stdout)
    shown = run("says", row["name"], "--case", case)

    assert len(said) == row["attributions"]
    assert said[0]["chain"] in shown.output
    assert said[0]["attribution"] in shown.output
    assert f"characters {said[0]['start']}-{said[0]['end']}" in shown.output


def test_who_says_nothing_is_answered_with_near_names(case: str) -> None:
    """Exit code 1, and the names that look most like it."""
    name = source(case)
    done = run("says", name[:-1] + "x", "--case", case)

    assert done.exit_code == 1
    assert f"did you mean: {name}" in str(done.exception)


def test_who_is_known_and_says_nothing_is_told_apart(case: str) -> None:
    """A place is in the case, but speaks nowhere."""
    done = run("says", "Port Selwyn", "--case", case)

    assert done.exit_code == 1
    assert "nothing is told on the word" in str(done.exception)
    assert "sayso who" in str(done.exception)


def test_a_grade_is_given_shown_replaced_and_taken_back(case: str) -> None:
    """Each later judgement closes the one before; all stay, with who and when."""
    name = source(case)
    run("grade", name, "--reliability", "b", "--by", "ada", "--reason", "saw it", "--case", case)
    table = run("sources", "--case", case)
    run("grade", name, "--reliability", "D", "--by", "bo", "--case", case)
    done = run("grade", name, "--revoke", "--by", "cy", "--case", case)
    kept = json.loads(run("grade", "--case", case, "--json").stdout)
    held = [one for one in kept if one["value"] and not one["revoked_by"]]

    assert any(line.split()[-1:] == ["B"] for line in table.output.splitlines())
    assert "taken back (cy)" in done.output
    assert {(one["by"], one["value"]) for one in kept} == {("ada", "B"), ("bo", "D"), ("cy", None)}
    assert held == []
    assert all(one["at"].endswith("Z") for one in kept)


def test_a_statement_is_graded_on_its_own_scale(case: str) -> None:
    """The grade stands beside the words wherever they are shown."""
    name = source(case)
    piece = statement(case, name)
    done = run("grade", piece, "--credibility", "2", "--by", "ada", "--case", case)

    assert done.exit_code == 0
    assert "credibility 2, probably true (ada)" in run("says", name, "--case", case).output


def test_grades_travel_and_survive_another_read(case: str, tmp_path: Path) -> None:
    """They are in the lines, and reading again leaves them alone."""
    name, copy = source(case), str(tmp_path / "copy.sayso")
    lines = str(tmp_path / "case.jsonl")
    run("grade", name, "--reliability", "A", "--by", "ada", "--case", case)
    run("read", str(EXAMPLES), "--case", case, "--workers", "0", "--publisher", "Someone else")
    run("export", "--case", case, "-o", lines)
    run("import", lines, "--case", copy)
    for path in (case, copy):
        rows = json.loads(run("sources", "--case", path, "--json").stdout)
        assert next(row for row in rows if row["name"] == name)["grade"]["value"] == "A"


def test_a_briefing_shows_what_analysts_think(case: str, tmp_path: Path) -> None:
    """Beside the source in its table, and in the footnotes that stand on it."""
    name, out = source(case), tmp_path / "briefing.md"
    run("grade", name, "--reliability", "C", "--by", "ada", "--case", case)
    run("brief", "--case", case, "-o", str(out))
    text = out.read_text("utf-8")

    assert "C (fairly reliable (ada))" in text
    assert "reliability C, fairly reliable (ada)" in text


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (("{name}",), "credibility (1-6) of an event"),
        (("{name}", "--reliability", "A", "--credibility", "1"), "credibility (1-6) of an event"),
        (("{name}", "--reliability", "Q"), "A completely reliable"),
        (("{piece}", "--reliability", "A"), "a piece takes --credibility"),
        (("{name}", "--credibility", "1"), "a source takes --reliability"),
        (("{piece}", "--credibility", "9"), "6 truth cannot be judged"),
        (("Nobody At All", "--reliability", "A"), "'sayso sources' lists them all"),
        (("{name}", "--revoke"), "see 'sayso grade'"),
    ],
)
def test_what_cannot_be_graded_is_told_with_advice(
    case: str, arguments: tuple[str, ...], advice: str
) -> None:
    """Nothing is written, and the message says what would be right."""
    name = source(case)
    filled = [one.format(name=name, piece=statement(case, name)) for one in arguments]
    done = run("grade", *filled, "--case", case)

    assert done.exit_code == 1
    assert advice in str(done.exception)
    assert json.loads(run("grade", "--case", case, "--json").stdout) == []
