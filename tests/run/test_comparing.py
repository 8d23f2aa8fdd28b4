from collections import Counter
from pathlib import Path

import pytest

from sayso.analysis.checks.find import checks_of
from sayso.analysis.checks.record import Record
from sayso.records.case import Check
from sayso.store.case import open_case
from sayso.store.view import View
from tests.run.reports import REPORTS, lines_of, read, write


def test_each_report_is_brought_from_the_case_once_to_be_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: Counter[str] = Counter()
    document = View.document

    def counted(self: View, id: str):
        fetched[id] += 1
        return document(self, id)

    monkeypatch.setattr(View, "document", counted)
    read(write(tmp_path / "reports"), tmp_path / "case.sayso")
    assert len(fetched) == len(REPORTS)
    assert set(fetched.values()) == {1}


def test_few_at_hand_or_many_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = "On 3 May 2021 Ana Ruiz met Omar Haddad in Porto. The union of Porto grew stronger.\n"
    other = "On 3 May 2021 Ana Ruiz met Omar Haddad in Lisbon. The union of Porto grew weaker.\n"
    told = {f"{n}.txt": f"Digest {n}\n\n{(one, other)[n % 2]}Saleh came {n}.\n" for n in range(6)}
    folder = write(tmp_path / "reports", told)
    read(folder, tmp_path / "many.sayso")
    monkeypatch.setattr("sayso.analysis.statements.find._AT_HAND", 1)
    monkeypatch.setattr("sayso.run.whole.comparing.AT_HAND", 1)
    read(folder, tmp_path / "few.sayso")
    many = lines_of(tmp_path / "many.sayso")
    assert '"kind": "conflict"' in many or '"kind":"conflict"' in many
    assert lines_of(tmp_path / "few.sayso") == many


def test_a_report_that_cannot_be_compared_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is listed as a failure, with what it is part of written as far as it goes; when nothing
    fails any more, so it is no longer listed."""
    folder, place = write(tmp_path / "reports"), tmp_path / "case.sayso"

    def failing(record: Record, document: str) -> list[Check]:
        row = record.view.document_row(document)
        if row is not None and row.path.endswith("b.txt"):
            raise KeyError("a word")
        return checks_of(record, document)

    monkeypatch.setattr("sayso.run.whole.comparing.checks_of", failing)
    summary = read(folder, place)
    assert (summary.documents, summary.failed) == (4, 1)
    with open_case(place) as case:
        (failure,) = case.view().failures()
    assert (Path(failure.path).name, failure.step) == ("b.txt", "compare")
    assert "KeyError" in failure.message
    assert "report it" in failure.hint
    monkeypatch.undo()
    folder.joinpath("e.txt").write_text("Fifth digest\n\nOmar Haddad left Porto.\n", "utf-8")
    assert read(folder, place).failed == 0
    read(folder, tmp_path / "calm.sayso")
    assert lines_of(place) == lines_of(tmp_path / "calm.sayso")


def test_a_full_disk_is_no_fault_of_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(record: Record, document: str) -> list[Check]:
        raise OSError("no space left on device")

    monkeypatch.setattr("sayso.run.whole.comparing.checks_of", full)
    with pytest.raises(OSError, match="no space"):
        read(write(tmp_path / "reports"), tmp_path / "case.sayso")
