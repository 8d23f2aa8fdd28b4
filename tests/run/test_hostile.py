"""A folder full of broken and hostile files: each a failure, the good ones read, nothing hurt."""

from pathlib import Path

import pytest

from sayso.run.local import Workers
from sayso.store.case import open_case
from tests.read.makers import zipped
from tests.read.test_survival import HOPELESS
from tests.run.reports import read, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write(tmp_path / "reports")
    for name, (path, data, _) in HOPELESS.items():
        place = folder / name.replace(" ", "-").replace(",", "")
        place.mkdir()
        (place / path).write_bytes(data)
    (folder / "bomb.zip").write_bytes(zipped({"a.txt": b"0" * 200_000_000}))
    (folder / "leaves.zip").write_bytes(zipped({"../../outside.txt": "words", "in.txt": "Words."}))
    (folder / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    return folder


@pytest.mark.slow
def test_every_bad_file_is_told_of_and_every_good_one_read(folder: Path, tmp_path: Path) -> None:
    """One bad document never stops the others."""
    case = tmp_path / "case.sayso"
    summary = read(folder, case, executor=Workers(2))
    with open_case(case) as opened:
        failures = {failure.path: failure for failure in opened.view().failures()}

    assert summary.documents == 5
    assert summary.failed == len(HOPELESS) + 3
    assert all(failure.message and failure.hint for failure in failures.values())
    assert not (folder.parent.parent / "outside.txt").exists()
    assert any("bomb.zip" in path for path in failures)
    assert any("outside.txt" in path for path in failures)
