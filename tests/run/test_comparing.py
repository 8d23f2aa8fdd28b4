import multiprocessing
import os
import signal
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from sayso.analysis.checks.find import by_record, settled
from sayso.analysis.checks.record import Alone, Record
from sayso.records.case import Check
from sayso.run.local import Serial, Workers
from sayso.run.whole import beside
from sayso.run.whole.alone import Given
from sayso.run.whole.beside import Beside
from sayso.run.whole.comparing import MANY
from sayso.run.work import work_on
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
    folder = write(tmp_path / "reports", told_otherwise(6))
    read(folder, tmp_path / "many.sayso")
    monkeypatch.setattr("sayso.run.whole.beside._AT_HAND", 1)
    monkeypatch.setattr("sayso.analysis.statements.find._TOGETHER", 1)
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
        return by_record(record, document)

    monkeypatch.setattr("sayso.run.whole.comparing.by_record", failing)
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


@pytest.mark.parametrize("where", ["comparing.by_record", "alone.settled"])
def test_a_full_disk_is_no_fault_of_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def full(*asked: object) -> list[Check]:
        raise OSError("no space left on device")

    monkeypatch.setattr(f"sayso.run.whole.{where}", full)
    with pytest.raises(OSError, match="no space"):
        read(write(tmp_path / "reports"), tmp_path / "case.sayso")


def test_what_fails_where_a_report_is_worked_on_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a report says by itself may be worked out in another process, and may fail there."""

    def failing(report: Alone, document: str, recorded: Sequence[Check]) -> list[Check]:
        text = report.document(document)
        if text is not None and text.path.endswith("b.txt"):
            raise KeyError("a word")
        return settled(report, document, recorded)

    monkeypatch.setattr("sayso.run.whole.alone.settled", failing)
    place = tmp_path / "case.sayso"
    assert read(write(tmp_path / "reports"), place).failed == 1
    with open_case(place) as case:
        (failure,) = case.view().failures()
    assert (Path(failure.path).name, failure.step) == ("b.txt", "compare")


def test_reports_are_compared_alike_in_one_process_and_in_several(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a number of reports on they are handed out; what comes of them is the same."""
    told = {
        f"{n:02}.txt": f"Digest {n}\n\nOn {n + 1} May 2021 Ana Ruiz met {30 + n % 3} envoys in "
        f"Porto. The union of Porto grew {('stronger', 'weaker')[n % 2]}, she said.\n"
        for n in range(MANY + 4)
    }
    folder = write(tmp_path / "reports", told)
    read(folder, tmp_path / "one.sayso")
    with Workers(2) as executor:
        read(folder, tmp_path / "two.sayso", executor=executor)
    monkeypatch.setattr("sayso.run.whole.comparing.MANY", 1_000)
    read(folder, tmp_path / "here.sayso")
    lines = lines_of(tmp_path / "one.sayso")
    assert '"kind": "conflict"' in lines or '"kind":"conflict"' in lines
    assert lines_of(tmp_path / "two.sayso") == lines == lines_of(tmp_path / "here.sayso")


def test_a_report_that_no_worker_survives_is_not_compared_and_the_others_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.run.whole.comparing.MANY", 1)
    folder = write(tmp_path / "reports")

    class Losing(Serial):
        def map(self, work, items, tools, lost):
            for item in items:
                compared = isinstance(item, tuple) and isinstance(item[1], Given)
                bad = compared and item[1].document.path.endswith("b.txt")
                yield lost(item, "it died") if bad else work(item, tools)

    assert read(folder, tmp_path / "case.sayso", executor=Losing()).failed == 1
    with open_case(tmp_path / "case.sayso") as case:
        (failure,) = case.view().failures()
    assert (Path(failure.path).name, failure.step) == ("b.txt", "compare")
    assert "it died" in failure.message
    assert read(folder, tmp_path / "case.sayso").failed == 0
    read(folder, tmp_path / "calm.sayso")
    assert lines_of(tmp_path / "case.sayso") == lines_of(tmp_path / "calm.sayso")


def told_otherwise(count: int) -> dict[str, str]:
    """So many reports of one matter, of which every other tells it otherwise."""
    one = "On 3 May 2021 Ana Ruiz met Omar Haddad in Porto. The union of Porto grew stronger.\n"
    other = "On 3 May 2021 Ana Ruiz met Omar Haddad in Lisbon. The union of Porto grew weaker.\n"
    return {
        f"{n:02}.txt": f"Digest {n}\n\n{(one, other)[n % 2]}Saleh came {n}.\n" for n in range(count)
    }


def test_two_reports_that_cannot_be_held_against_one_another_stop_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, place = write(tmp_path / "reports", told_otherwise(6)), tmp_path / "case.sayso"
    between = beside.between

    def failing(one, other, *given):
        if one[0].path.endswith("00.txt") and other[0].path.endswith("01.txt"):
            raise KeyError("a word")
        return between(one, other, *given)

    monkeypatch.setattr("sayso.run.whole.beside.between", failing)
    assert read(folder, place).failed == 1
    with open_case(place) as case:
        (failure,) = case.view().failures()
        assert any(found.scope == "across" for found in case.view().conflicts())
    assert (Path(failure.path).name, failure.step) == ("00.txt", "compare")
    assert "KeyError" in failure.message


def test_reports_that_no_worker_survives_together_are_told_of(tmp_path: Path) -> None:
    """Nothing came back: the next read compares them again."""
    folder, place = write(tmp_path / "reports", told_otherwise(MANY)), tmp_path / "case.sayso"

    class Losing(Serial):
        def map(self, work, items, tools, lost):
            for item in items:
                held = isinstance(item, tuple) and isinstance(item[1], Beside)
                bad = held and item[1].path.endswith("00.txt")
                yield lost(item, "it died") if bad else work(item, tools)

    assert read(folder, place, executor=Losing()).failed == 1
    assert read(folder, place).failed == 0
    read(folder, tmp_path / "calm.sayso")
    assert lines_of(place) == lines_of(tmp_path / "calm.sayso")


def test_a_worker_that_is_killed_while_reports_are_compared_loses_nothing(tmp_path: Path) -> None:
    """Its report is told of, and compared when one reads again; so are all others."""
    told = {
        f"{n:02}.txt": f"Digest {n}\n\nOn {n + 1} May 2021 Ana Ruiz met {30 + n % 3} envoys.\n"
        for n in range(MANY + 8)
    }
    folder, place = write(tmp_path / "reports", told), tmp_path / "case.sayso"

    class Killing(Workers):
        def map(self, work, items, tools, lost):
            for n, result in enumerate(super().map(work, items, tools, lost)):
                if n == 2 and work is not work_on:
                    os.kill(children()[0], signal.SIGKILL)
                yield result

    with Killing(2) as executor:
        read(folder, place, executor=executor)
    with Workers(2) as executor:
        assert read(folder, place, executor=executor).failed == 0
    read(folder, tmp_path / "calm.sayso")
    assert lines_of(place) == lines_of(tmp_path / "calm.sayso")


def children() -> list[int]:
    return [process.pid for process in multiprocessing.active_children() if process.pid]
