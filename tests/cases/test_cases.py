"""Small folders of reports and the case that must come of them, as text to be reviewed.

Write the texts anew, and review the difference: python -m tests.cases.test_cases
"""

import json
import re
import tempfile
from pathlib import Path

import pytest

from sayso.publish.lines import lines
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


JUDGED = """The commission is losing its hold on the northern harbours, and its authority has weakened.

The ministry bought two patrol boats for the coast guard in March 2021. Gunmen attacked a fuel depot."""


def test_whatever_a_record_names_stands_in_the_case(tmp_path: Path) -> None:
    """Judged, told or owned: no record points at an entity that was left out."""
    (tmp_path / "judged.txt").write_text(JUDGED, "utf-8")
    with open_case(tmp_path / "case.sayso", create=True) as case:
        folders = [str(folder / "reports") for folder in CASES]
        read_sources(case, [str(tmp_path / "judged.txt"), *folders], tools(), Serial())
        found = list(lines(case.view()))
    known = {record["id"] for line in found if (record := json.loads(line))["kind"] == "entity"}
    named = {id for line in found for id in re.findall(r'"(e-[0-9a-f]{16})"', line)}

    assert "commission" in {e["name"] for e in map(json.loads, found) if e["kind"] == "entity"}
    assert named <= known


if __name__ == "__main__":
    for folder in CASES:
        (folder / "expected.txt").write_text(case_of(folder), "utf-8")
