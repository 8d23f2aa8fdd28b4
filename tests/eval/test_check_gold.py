"""The gold of checks is sound, and its scorer punishes a wrong "holds"."""

from collections import Counter
from typing import Any

import pytest
from eval.checks import _score_report, reports
from eval.conflicts import placed

VERDICTS = {"holds", "fails", "undecided"}


LATER = ["fresh", "last", "third", "fourth", "fifth", "sixth"]


@pytest.mark.parametrize("part", ["dev", "test", *LATER])
def test_every_statement_stands_in_its_report(part: str) -> None:
    """Twenty or more in each part, with a verdict, and of every verdict some."""
    marks = [(report, mark) for report in reports(part) for mark in report.marks]

    assert len(marks) >= 20
    assert {mark[0] for _, mark in marks} == VERDICTS
    assert all(placed(report, mark[2]) for report, mark in marks)


def test_a_wrong_holds_is_counted() -> None:
    """A statement that is found is not yet right."""
    report = reports("dev")[0]
    counts: Counter[str] = Counter()
    (place,) = placed(report, report.marks[2][2])
    made: dict[str, Any] = {"id": "c", "verdict": "holds", "found": "", "reason": ""}
    _score_report(report, [(made, place)], counts, verbose=False)

    assert report.marks[2][0] != "holds"
    assert (counts["found"], counts["right"], counts["wrong holds"]) == (1, 0, 1)
