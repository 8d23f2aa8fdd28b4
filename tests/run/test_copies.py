"""Hostile to counting: one report copied many times, and one that says the same a thousand times."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from click.testing import CliRunner

from sayso import read_reports
from sayso.cli.main import sayso
from sayso.publish.lines import export_lines
from sayso.store.case import open_case

WIRE = """Pier of Orle falls

By Ada Vell, Orle Tide, 4 May 2020

A bomb destroyed the pier of Orle on 3 May 2020 and killed four soldiers. "We heard it in the
town," said the harbour master, Cara Moon.
"""
COPIES = 130


def told(case: Path) -> list[tuple[int, int]]:
    """How often each event is told, and from how many origins."""
    with open_case(case) as opened:
        found = opened.view().corroborations()
        return sorted((one.accounts, one.origins) for one in found if one.event)


def lines(case: Path) -> str:
    """The case in its open format."""
    written = StringIO()
    with open_case(case) as opened:
        export_lines(opened.view(), written)
    return written.getvalue()


def test_copies_of_one_report_add_accounts_and_no_origin(tmp_path: Path) -> None:
    """More copies than reports may share a word that is still called rare."""
    folder, case = tmp_path / "wire", tmp_path / "wire.sayso"
    folder.mkdir()
    (folder / "first.txt").write_text(WIRE)
    read_reports(folder, case=case)
    alone = told(case)
    assert alone
    for number in range(COPIES):
        (folder / f"copy{number}.txt").write_text(f"{WIRE}\nReprint {number} of the wire.\n")
    read_reports(folder, case=case)

    assert told(case) == sorted(((COPIES + 1) * accounts, 1) for accounts, _ in alone)
    with open_case(case) as opened:
        assert not list(opened.view().conflicts())


def test_copies_that_are_taken_away_leave_no_trace(tmp_path: Path) -> None:
    """The case is what it was, to the last byte."""
    folder, case = tmp_path / "wire", tmp_path / "wire.sayso"
    folder.mkdir()
    (folder / "first.txt").write_text(WIRE)
    read_reports(folder, case=case)
    before = lines(case)
    copies = [folder / f"copy{number}.txt" for number in range(3)]
    for path in copies:
        path.write_text(f"{WIRE}\nPrinted again as {path.stem}.\n")
    read_reports(folder, case=case)
    assert lines(case) != before
    for path in copies:
        path.unlink()
    CliRunner().invoke(sayso, ["read", str(folder), "--case", str(case), "--prune"])
    assert lines(case) == before


def test_a_thousand_sentences_that_are_nearly_the_same_end(tmp_path: Path) -> None:
    """They are read, each event is told by its own words, and nothing parts from anything."""
    report, case = tmp_path / "log.txt", tmp_path / "log.sayso"
    lines = (f"Guards searched boat {n} in Orle on 3 May 2020." for n in range(2, 1002))
    report.write_text("The log of Orle\n\n" + " ".join(lines) + "\n")
    read_reports(report, case=case)
    with open_case(case) as opened:
        view = opened.view()
        events = list(view.events())
        assert sum(len(one.accounts) for one in events) >= 900
        assert not list(view.conflicts())
        assert not list(view.failures())
