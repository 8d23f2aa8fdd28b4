"""Who is who as an analyst meets it: why, doubts, decisions, undoing, the file of decisions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import run

REPORTS = {
    "a.txt": "Karim Haddad visited Basra on 3 May 2021. Haddad met Omar Nasser, also known as "
    "Abu Layth, in the port. Abu Layth left in June 2021.",
    "b.txt": "Kareem Haddad visited Mosul on 9 July 2021. He met Umar Nasir there.",
}


@pytest.fixture
def case(tmp_path: Path) -> str:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    path = str(tmp_path / "c.sayso")
    assert run("read", str(folder), "--case", path, "--workers", "0").exit_code == 0
    return path


def lines(case: str) -> str:
    """The whole case but for the log of decisions."""
    shown = run("export", "--case", case).stdout
    return "\n".join(line for line in shown.split("\n") if '"kind":"judgement"' not in line)


def names_of(case: str, name: str) -> set[str]:
    """All names of the entity that goes by this one."""
    entity = json.loads(run("who", name, "--case", case, "--json").stdout)["entity"]
    return {entity["name"], *entity["aliases"]}


def test_who_says_why_each_name_is_its_own(case: str) -> None:
    """The rule, the score and the words, for a spelling, a short form and an alias."""
    shown = run("who", "Karim Haddad", "--case", case, "--why").output
    alias = run("who", "Omar Nasser", "--case", case, "--why").output

    assert "spellings of one name" in shown
    assert "the only one of this name in the report" in shown
    assert "[Kareem Haddad] reports/b.txt, characters 0-13" in shown
    assert "Omar Nasser – Abu Layth\n  the text says so (1.00)" in alias
    # Of two names joined with each other, each has its reason.
    assert "Umar Nasir – Omar Nasser" in alias
    assert "known from a pack" not in alias


def test_a_difference_is_kept_and_undone_exactly(case: str) -> None:
    """Apart after the decision and after another read; undo gives the very case back."""
    before = lines(case)
    folder = str(Path(case).parent / "reports")
    assert run("different", "Karim Haddad", "Kareem Haddad", "--case", case).exit_code == 0
    assert "Kareem Haddad" not in names_of(case, "Karim Haddad")
    assert run("read", folder, "--case", case, "--workers", "0").exit_code == 0
    assert "Kareem Haddad" not in names_of(case, "Karim Haddad")
    assert run("undo", "--case", case).exit_code == 0

    assert lines(case) == before
    assert len(json.loads(run("log", "--case", case, "--json").stdout)) == 2


def test_a_decision_outlives_an_edited_report(case: str) -> None:
    """New text under the old path, new ids everywhere, and the two stay one."""
    folder = Path(case).parent / "reports"
    assert run("same", "Mosul", "Basra", "--case", case).exit_code == 0
    (folder / "b.txt").write_text("In 2022 Kareem Haddad left Mosul again, with nobody.", "utf-8")
    assert run("read", str(folder), "--case", case, "--workers", "0").exit_code == 0

    assert {"Mosul", "Basra"} <= names_of(case, "Mosul")


def test_an_alias_of_one_report_can_be_parted(case: str) -> None:
    """Two that a report takes for one are two once an analyst says so, mentions and all."""
    assert run("different", "Abu Layth", "Omar Nasser", "--case", case).exit_code == 0

    assert "Omar Nasser" not in names_of(case, "Abu Layth")
    parted = json.loads(run("who", "Abu Layth", "--case", case, "--json").stdout)
    assert parted["mentions"] == 2


def test_two_of_one_name_are_told_apart_by_their_reports(case: str) -> None:
    """Namesakes: the report is part of who is meant."""
    folder = Path(case).parent / "reports"
    (folder / "c.txt").write_text("Karim Haddad the baker lives in Oslo.", "utf-8")
    assert run("read", str(folder), "--case", case, "--workers", "0").exit_code == 0
    told = run("different", "Karim Haddad @ a.txt", "Karim Haddad @ c.txt", "--case", case)
    assert told.exit_code == 0
    entities = [json.loads(line) for line in lines(case).split("\n") if '"kind":"entity"' in line]

    assert sum("Karim Haddad" in (e["name"], *e["aliases"]) for e in entities) == 2


LIVES = {
    "a.txt": "The governor of Ohio, Harold Benning, signed it in 1974.",
    "b.txt": "Harold Benning, the governor of Oregon, signed it in 1998.",
    "c.txt": "Harold Benning spoke at the school. He was late.",
}


@pytest.fixture
def lives(tmp_path: Path) -> str:
    """A case of one name and two lives, read with the real engine."""
    folder = tmp_path / "lives"
    folder.mkdir()
    for name, text in LIVES.items():
        (folder / name).write_text(text, "utf-8")
    path = str(tmp_path / "lives.sayso")
    assert run("read", str(folder), "--case", path, "--workers", "0").exit_code == 0
    return path


def test_lives_of_one_name_are_shown_with_what_parts_them(lives: str) -> None:
    """In merges each with its report, as decisions take it; in who --why with the reasons."""
    shown = " ".join(run("merges", "--case", lives).stdout.split())
    assert "@ lives/a.txt" in shown
    told = [
        r for d in json.loads(run("merges", "--case", lives, "--json").stdout) for r in d["reasons"]
    ]
    assert "governor of ohio (1974) against governor of oregon (1998)" in told
    why = run("who", "Harold Benning", "--why", "--case", lives).stdout
    assert "Not joined with Harold Benning" in why
    assert "fits several of this name" in why


def test_lives_of_one_name_are_joined_by_their_ids(lives: str) -> None:
    """As merges shows them; the silent report is then of the one there is; undo parts them."""
    found = json.loads(run("merges", "--json", "--case", lives).stdout)
    pair = next(d for d in found if any("against" in reason for reason in d["reasons"]))
    before = lines(lives)
    done = run("same", pair["left"]["id"], pair["right"]["id"], "--case", lives)
    assert done.exit_code == 0, done.output
    told = json.loads(run("who", "Harold Benning", "--case", lives, "--json").stdout)
    assert len(told["documents"]) == len(LIVES)
    assert run("merges", "--case", lives).stdout.startswith("Nothing is in doubt")
    run("undo", "--case", lives)
    assert lines(lives) == before


def test_decisions_travel(case: str, tmp_path: Path) -> None:
    """Exported, undone, imported: the case is as it was; a second import does nothing."""
    file = tmp_path / "decisions.jsonl"
    run("different", "Karim Haddad", "Kareem Haddad", "--case", case)
    decided = lines(case)
    run("decisions", "export", "-o", str(file), "--case", case)
    fresh = str(tmp_path / "fresh.sayso")
    folder = str(Path(case).parent / "reports")
    assert run("read", folder, "--case", fresh, "--workers", "0").exit_code == 0
    first = run("decisions", "import", str(file), "--case", fresh)
    second = run("decisions", "import", str(file), "--case", fresh)

    assert lines(fresh) == decided
    assert "1 decision added" in first.output
    assert "no decisions added, 1 known already" in second.output


def test_a_later_decision_closes_the_one_before(case: str) -> None:
    """Same and different of one pair never hold together."""
    run("different", "Karim Haddad", "Kareem Haddad", "--case", case)
    run("same", "Kareem Haddad", "Karim Haddad", "--case", case)
    log = json.loads(run("log", "--case", case, "--json").stdout)

    assert [j["decision"] for j in log if not j["revoked_by"]] == ["same"]
    assert "Kareem Haddad" in names_of(case, "Karim Haddad")


def test_mistakes_are_answered(case: str) -> None:
    """Nobody of the name, one name twice, nothing to undo, a file that is none."""
    assert "nobody" in str(run("same", "Karim Haddad", "Zed Zed", "--case", case).exception)
    assert "both are" in str(run("same", "Basra", "basra", "--case", case).exception)
    assert "no decision holds" in str(run("undo", "--case", case).exception)
    torn = Path(case).parent / "torn.jsonl"
    torn.write_text('{"kind":"case"}\n', "utf-8")
    assert "first line" in str(run("decisions", "import", str(torn), "--case", case).exception)


def test_what_happened_in_a_town_happened_in_its_country(case: str) -> None:
    """Visits to Iraq count those to Basra and Mosul, though no report says where they lie."""
    folder = Path(case).parent / "reports"
    (folder / "d.txt").write_text("On 1 May 2022 Lina Sabri visited Iraq.", "utf-8")
    assert run("read", str(folder), "--case", case, "--workers", "0").exit_code == 0
    found = json.loads(run("events", "--where", "Iraq", "--case", case, "--json").stdout)
    alone = json.loads(run("events", "--where", "Basra", "--case", case, "--json").stdout)

    assert {"2021-05-03", "2021-07-09", "2022-05-01"} <= {event["earliest"] for event in found}
    # The visit, and the meeting "in the port", of which no day is told.
    assert {event["earliest"] for event in alone} == {"2021-05-03", None}


def test_two_of_one_name_in_one_report_stay_two(case: str) -> None:
    """Where the text says so, and only there."""
    folder = Path(case).parent / "reports"
    text = "Piotr Lange spoke in Oslo. Another Piotr Lange, a baker, was arrested in Bergen."
    (folder / "e.txt").write_text(text, "utf-8")
    assert run("read", str(folder), "--case", case, "--workers", "0").exit_code == 0
    entities = [json.loads(line) for line in lines(case).split("\n") if '"kind":"entity"' in line]

    assert sum(e["name"] == "Piotr Lange" for e in entities) == 2
    assert sum(e["name"] == "Karim Haddad" for e in entities) == 1
