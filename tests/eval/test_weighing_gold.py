"""The reading of proposed marks: its table holds together, and its figures are those of the table."""

import re
from collections import Counter

from eval.cells import GOLD, score, verdicts

from sayso.analysis.weighing.theses import Sheet
from sayso.packs.reading.sheets import read_sheet

TEXT = (GOLD / "verdicts.md").read_text("utf-8")


def test_the_figures_above_the_table_are_those_of_the_table() -> None:
    """Every count and share that the text gives can be counted below it."""
    counts = Counter(verdicts().values())
    told = counts.total()

    assert f"| all | {told} | {counts['keep']} ({100 * counts['keep'] / told:.1f} %)" in TEXT
    assert f"{counts['too strong']} ({100 * counts['too strong'] / told:.1f} %)" in TEXT
    assert f"{counts['reject']} ({100 * counts['reject'] / told:.1f} %)" in TEXT


def test_every_mark_that_is_not_neutral_was_read() -> None:
    """A verdict for each mark, none for neutral ones; all of the hypotheses of the file."""
    rows = [line.split(" | ") for line in TEXT.splitlines() if re.match(r"\| `", line)]
    pairs = [
        (mark, said)
        for row in rows
        for mark, said in zip(row[3].split(), row[4].split(), strict=True)
    ]
    sheet: Sheet = read_sheet(GOLD / "hypotheses.yaml", Sheet)

    assert all((mark == "N") == (said == "·") for mark, said in pairs)
    assert {name for _, name, _ in verdicts()} == {one.name for one in sheet.hypotheses}


def test_a_mark_that_nobody_read_is_counted_apart() -> None:
    """Shares are of what was read; what was not shows in its own figure."""
    from tests.analysis.test_weighing import GUIDE, SHEET, valley, weigh

    found = score(weigh(valley().view(), SHEET, GUIDE))

    assert found["marks"] > 0
    assert found["marks read"] == found["marks kept"] == 0
