"""Five accounts from two origins, as they are shown: why they go together, and who cites whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.store.case import open_case
from tests.cli.test_commands import run
from tests.web.driver import Bench

POST = """Pier of Orle falls

By Ada Vell, Orle Tide, 4 May 2020

A bomb destroyed the pier of Orle on 3 May 2020 and killed four soldiers, the Orle Post reported.
"""
TIDE = """Orle loses its pier

By Bror Lund, Orle Post, 4 May 2020

Four soldiers were killed on 3 May 2020 when a bomb destroyed the pier of Orle, according to the Orle Tide.
"""
SEEN = """What I saw in Orle

By {by}

On 3 May 2020 a bomb killed four soldiers on the pier of Orle. {last}
"""
TEXTS = {
    "tide": POST, "post": TIDE,
    "seen": SEEN.format(by="Cara Moon, Valley Herald, 5 May 2020", last="I stood on the bank."),
    "copy": SEEN.format(by="Dan Roe, Copy Paper, 6 May 2020", last="We all stood on the bank."),
    "again": SEEN.format(by="Dan Roe, Late Paper, 7 May 2020", last="We stood on the bank."),
}  # fmt: skip


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("pier")
    (folder / "reports").mkdir()
    for name, text in TEXTS.items():
        (folder / "reports" / f"{name}.txt").write_text(text)
    path = str(folder / "pier.sayso")
    assert run("read", str(folder / "reports"), "--case", path, "--workers", "0").exit_code == 0
    return path


def event(case: str) -> str:
    """The id of the event that all five tell of."""
    with open_case(case) as opened:
        return next(
            str(c.event)
            for c in opened.view().corroborations()
            if (c.accounts, c.origins) == (5, 2)
        )


def test_the_terminal_counts_accounts_and_origins(case: str) -> None:
    row = next(line for line in run("timeline", "--case", case).output.splitlines()
               if event(case) in line)  # fmt: skip

    assert row.split()[-3:] == ["5", "2", event(case)]


def test_the_terminal_shows_the_groups_and_why(case: str) -> None:
    """Each account with the letter of its origin, as `sayso show` opens the event."""
    lines = run("show", event(case), "--case", case).output.splitlines()
    told = [line.split(":")[0] for line in lines if ".txt, " in line and line[1] == ":"]

    assert "accounts     5 accounts, 2 independent origins" in lines
    assert any("3 accounts share the same words" in line for line in lines)
    assert any("2 accounts share reports that cite each other (orle post" in line for line in lines)
    assert sorted(told) in (["A", "A", "A", "B", "B"], ["A", "A", "B", "B", "B"])


def test_the_briefing_shows_the_groups_and_why(case: str, tmp_path: Path) -> None:
    """Copies are one origin, and reports that cite each other are named as such."""
    page = tmp_path / "brief.md"
    run("brief", "--case", case, "-o", str(page))
    line = next(one for one in page.read_text().splitlines() if "5 accounts, 2 ind" in one)

    assert "3 accounts share the same words" in line
    assert "2 accounts share reports that cite each other (orle post, orle tide)" in line


def test_the_workbench_shows_them(case: str) -> None:
    page = Bench(Path(case)).get(f"/event/{event(case)}").words

    assert "reports that cite each other (orle post, orle tide)" in page
