"""Small folders of reports and the case that must come of them, as text to be reviewed.

Write the texts anew, and review the difference: python -m tests.cases.test_cases
"""

import tempfile
from pathlib import Path

import pytest

from sayso.run.local import Serial
from sayso.run.reading import read_sources
from sayso.run.tools import tools
from sayso.store.case import open_case
from tests.cases.prose import Prose

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/reports"))


def case_of(folder: Path) -> str:
    """The case of a folder of reports, as prose."""
    with (
        tempfile.TemporaryDirectory() as scratch,
        open_case(Path(scratch, "case.sayso"), create=True) as case,
    ):
        read_sources(case, [str(folder / "reports")], tools(), Serial())
        return Prose(case.view()).text()


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_folder_becomes_the_expected_case(folder: Path) -> None:
    """What sayso finds changes only on purpose."""
    assert case_of(folder) == (folder / "expected.txt").read_text("utf-8")


if __name__ == "__main__":
    for folder in CASES:
        (folder / "expected.txt").write_text(case_of(folder), "utf-8")
