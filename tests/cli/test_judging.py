"""Judgements, comparisons, checks and the analyst's word, as a user meets them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.test_commands import run

NORTH = """The grip of the guild

In the valley, the Harbour Guild has lost its influence among the dockers. Its leaders lack authority.

The two piers (Amel, Bruk and Tamba) were closed on 3 May 2021.
"""
SOUTH = """The guild today

In the valley, the Harbour Guild retains its influence among the dockers. Its rivals have failed.

The Harbour Guild met the mayor on 4 May 2021.
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "north.txt").write_text(NORTH)
    (folder / "south.txt").write_text(SOUTH)
    return folder


@pytest.fixture
def case(reports: Path, tmp_path: Path) -> str:
    path = tmp_path / "guild.sayso"
    assert run("read", str(reports), "--case", str(path), "--workers", "0").exit_code == 0
    return str(path)


def conflict(case: str, tmp_path: Path) -> str:
    """The id of the conflict between the two judgements."""
    lines = tmp_path / "case.jsonl"
    run("export", "--case", case, "-o", str(lines))
    found = [json.loads(line) for line in lines.read_text().splitlines()]
    return str(next(x["id"] for x in found if x["kind"] == "conflict"))


def test_claims_are_listed_with_their_words(case: str) -> None:
    """As a table and as JSON, filtered by a name."""
    shown = run("claims", "--case", case, "--of", "guild")
    found = json.loads(run("claims", "--case", case, "--of", "guild", "--json").stdout)

    assert "decline" in shown.output
    assert {one["direction"] for one in found} >= {"decline", "persist"}
    assert run("claims", "--case", case, "--of", "nobody").output.strip() == (
        "No judgement was found."
    )


def test_two_reports_are_put_side_by_side(case: str) -> None:
    """Where they part comes first, with how far."""
    shown = run("compare", "north.txt", "south.txt", "--case", case)
    rows = json.loads(run("compare", "north.txt", "south.txt", "--case", case, "--json").stdout)

    assert "part: tension" in shown.output
    assert (rows[0]["verdict"], rows[0]["severity"]) == ("part", "tension")


def test_compare_wants_two_reports(case: str) -> None:
    """An unknown report, or one twice, ends with advice."""
    assert run("compare", "north.txt", "north.txt", "--case", case).exit_code == 1
    done = run("compare", "north.txt", "west.txt", "--case", case)
    assert done.exit_code == 1
    assert "no report is called 'west.txt'" in str(done.exception)


def test_checks_are_listed_by_verdict(case: str) -> None:
    """Three piers are named where two are counted."""
    shown = run("check", "--case", case, "--verdict", "fails")
    found = json.loads(run("check", "--case", case, "--json").stdout)

    assert "Amel, Bruk and Tamba" in " ".join(shown.output.split())
    assert [one["verdict"] for one in found if "piers" in one["claimed"]] == ["fails"]


def test_the_analysts_word_outlives_another_read(case: str, reports: Path, tmp_path: Path) -> None:
    """It is shown in the briefing, also after a report was added and all was linked anew."""
    id = conflict(case, tmp_path)
    said = run("judge", id, "--downgrade", "emphasis", "--reason", "both", "--by", "Ada",
               "--case", case)  # fmt: skip
    assert "played down to different emphasis (Ada): both" in said.output

    (reports / "west.txt").write_text("The bank of Tamba has lost its customers.\n")
    run("read", str(reports), "--case", case, "--workers", "0")
    page = tmp_path / "page.md"
    run("brief", "--case", case, "-o", str(page))
    assert "played down to different emphasis (Ada): both" in page.read_text()

    assert "taken back" in run("judge", id, "--revoke", "--by", "Ada", "--case", case).output
    run("brief", "--case", case, "-o", str(page))
    assert "played down" not in page.read_text()


def test_only_conflicts_and_origins_are_judged(case: str, tmp_path: Path) -> None:
    """One choice at a time, of something that can be judged."""
    id = conflict(case, tmp_path)
    assert run("judge", id, "--accept", "--reject", "--case", case).exit_code == 1
    assert run("judge", id, "--downgrade", "nothing", "--case", case).exit_code == 1
    assert run("judge", id, "--revoke", "--case", case).exit_code == 1
    claim = json.loads(run("claims", "--case", case, "--json").stdout)[0]["id"]
    assert "neither a conflict" in str(run("judge", claim, "--accept", "--case", case).exception)


def test_removing_a_copied_report_restores_the_case(case: str, reports: Path) -> None:
    """An edited copy adds no conflict; without it the conflicts are as they were."""

    def told() -> list[str]:
        rows = json.loads(run("compare", "north.txt", "south.txt", "--case", case, "--json").stdout)
        return [row["verdict"] for row in rows]

    before = told()
    copy = reports / "copy.txt"
    copy.write_text(NORTH.replace("were closed", "had been closed"))
    run("read", str(reports), "--case", case, "--workers", "0")
    copy.unlink()
    run("read", str(reports), "--case", case, "--workers", "0", "--prune")

    assert told() == before


def lines_of(case: str, tmp_path: Path) -> list[str]:
    out = tmp_path / "lines.jsonl"
    run("export", "--case", case, "-o", str(out))
    return out.read_text().splitlines()


def counted(lines: list[str]) -> tuple[int, list[int]]:
    """How many accounts there are, and from how many origins each thing is told."""
    found = [one for one in map(json.loads, lines) if one["kind"] == "corroboration"]
    return sum(one["accounts"] for one in found), sorted(one["origins"] for one in found)


def test_a_copied_report_adds_accounts_but_no_origin(
    case: str, reports: Path, tmp_path: Path
) -> None:
    """Through read and export; and without the copy the case is what it was, line for line."""
    before = lines_of(case, tmp_path)
    copy = reports / "copy.txt"
    copy.write_text(SOUTH.replace("The guild today", "The guild once more"))
    run("read", str(reports), "--case", case, "--workers", "0")
    with_copy = lines_of(case, tmp_path)
    copy.unlink()
    run("read", str(reports), "--case", case, "--workers", "0", "--prune")

    assert counted(with_copy)[0] > counted(before)[0]
    assert counted(with_copy)[1] == counted(before)[1]
    assert lines_of(case, tmp_path) == before


def test_what_can_be_reckoned_is_checked(tmp_path: Path) -> None:
    """Sums, shares and days of the week, by the command and as JSON."""
    report, path = tmp_path / "r.txt", str(tmp_path / "r.sayso")
    report.write_text(
        "Guards searched 21 boats, 15 of which were empty and six of which carried coal. They began "
        "on Tuesday, 6 May 2019.\n"
    )
    run("read", str(report), "--case", path, "--workers", "0")
    found = json.loads(run("check", "--case", path, "--json").stdout)

    assert {one["verdict"]: one["found"] for one in found} == {
        "holds": "15 + 6 = 21",
        "fails": "Monday",
    }
    assert "15 + 6 = 21" in run("check", "--case", path, "--verdict", "holds").output


ONE = """The mills of Tarnby

The fire of 1929 did great harm to the mills of Tarnby. Orrin Hask was then mayor of Tarnby.
"""
TWO = """Tarnby again

The fire of 1929 badly hurt the mills of Tarnby. Orrin Hask, mayor of Tarnby, fled.
"""


@pytest.fixture
def mills(tmp_path: Path) -> tuple[str, Path]:
    """A case of two reports that say one thing alike, and their folder."""
    folder = tmp_path / "mills"
    folder.mkdir()
    (folder / "one.txt").write_text(ONE)
    (folder / "two.txt").write_text(TWO)
    path = tmp_path / "mills.sayso"
    assert run("read", str(folder), "--case", str(path), "--workers", "0").exit_code == 0
    return str(path), folder


def test_an_agreement_is_judged_and_the_word_kept(mills: tuple[str, Path], tmp_path: Path) -> None:
    """Rejected with a reason, it says so in the list, the comparison and the briefing, and again
    when another report was read."""
    case, folder = mills
    [one] = json.loads(run("agreements", "--case", case, "--json").stdout)
    said = run("judge", one["id"], "--reject", "--reason", "one source", "--by", "Ada",
               "--case", case)  # fmt: skip
    assert "rejected (Ada): one source" in said.output
    (folder / "west.txt").write_text("The bank of Tamba has lost its customers.\n")
    run("read", str(folder), "--case", case, "--workers", "0")
    page = tmp_path / "page.md"
    run("brief", "--case", case, "-o", str(page))

    assert "rejected (Ada): one source" in page.read_text()
    for words in (["agreements"], ["compare", "one.txt", "two.txt"]):
        told = " ".join(run(*words, "--case", case).output.split())
        assert "did great harm" in told
        assert "rejected (Ada)" in told
    lowered = run("judge", one["id"], "--downgrade", "tension", "--case", case)
    assert "only a conflict" in str(lowered.exception)


def test_a_clause_opens_at_its_sentence(tmp_path: Path) -> None:
    """Its id stands in what it is about, and shows the words; an unknown one is told."""
    (tmp_path / "one.txt").write_text(ONE)
    (tmp_path / "two.txt").write_text(TWO)
    path = str(tmp_path / "t.sayso")
    files = [str(tmp_path / name) for name in ("one.txt", "two.txt")]
    run("read", *files, "--case", path, "--workers", "0")
    found = json.loads(run("agreements", "--case", path, "--json").stdout)
    id = next(id for one in found for id in one["about"] if id.startswith("st-"))

    assert "Tarnby" in run("show", id, "--case", path).output
    assert json.loads(run("show", id, "--case", path, "--json").stdout)["span"]["quote"]
    assert run("show", "st-0000000000000000", "--case", path).exit_code == 1


def test_three_numbers_of_one_thing_are_one_conflict(tmp_path: Path) -> None:
    """Three papers, three numbers: one line in the terminal, one heading in the briefing, one row
    in the workbench, each with three sides; and nothing of it is called true."""
    folder, case = tmp_path / "papers", str(tmp_path / "p.sayso")
    folder.mkdir()
    told = {
        "post": ("40", "Orle Ferries operates 40 boats. Ida Moss bought it from Karst in Velm."),
        "wire": ("60", "In Velm nobody knows Karst. The company Orle Ferries of Ida Moss operates "
                 "60 boats."),
        "echo": ("90", "Ida Moss lives in Velm, near Karst. Her Orle Ferries operates 90 boats now."),
    }  # fmt: skip
    for name, (_, words) in told.items():
        (folder / f"{name}.txt").write_text(
            f"By Ann Lee, the {name.title()}, 4 May 2021\n\n{words}\n"
        )
    run("read", str(folder), "--case", case, "--workers", "0")
    page = tmp_path / "page.md"
    run("brief", "--case", case, "-o", str(page))
    rows = json.loads(run("conflicts", "--case", case, "--json").stdout)
    counted = [row for row in rows if row["field"] == "quantity"]

    assert len(counted) == 1
    assert [len(side["spans"]) for side in counted[0]["sides"]] == [1, 1, 1]
    shown = " ".join(run("conflicts", "--case", case).output.split())
    assert all(f"{number} boats" in shown for number, _ in told.values())
    written = page.read_text()
    assert written.count("exclude one another") == 1
    assert not re.search(r"\b(?:truth|proven|verified)\b", written + shown, re.I)
