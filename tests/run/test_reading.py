"""Reading again does only what is needed, and ends where a read from scratch would."""

import os
import shutil
import zipfile
from io import StringIO
from pathlib import Path

import pytest

from sayso.engines.fake import FakeEngine
from sayso.publish.lines import import_lines
from sayso.records.errors import CaseError
from sayso.store.case import open_case
from tests.run.reports import REPORTS, Backwards, bench, lines_of, read, write


class CountingEngine(FakeEngine):
    """Counts the documents it parses."""

    parsed = 0

    def parse(self, document):
        self.parsed += 1
        return super().parse(document)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "reports")


def from_scratch(folder: Path, tmp_path: Path) -> str:
    case = tmp_path / "scratch.sayso"
    case.unlink(missing_ok=True)
    read(folder, case)
    return lines_of(case)


def test_every_report_is_read(folder: Path, tmp_path: Path) -> None:
    """Folders inside folders, too, under paths that begin with the folder's name."""
    case = tmp_path / "case.sayso"
    summary = read(folder, case)

    assert (summary.documents, summary.read, summary.failed) == (4, 4, 0)
    with open_case(case) as opened:
        paths = sorted(row.path for row in opened.view().document_rows())
    assert paths == sorted(f"reports/{name}" for name in REPORTS)


def test_a_second_read_does_nothing(folder: Path, tmp_path: Path) -> None:
    """Unchanged files are not even parsed."""
    case, engine = tmp_path / "case.sayso", CountingEngine()
    read(folder, case, bench(engine))
    before = lines_of(case)
    summary = read(folder, case, bench(engine))

    assert (summary.read, summary.unchanged, engine.parsed) == (0, 4, 4)
    assert lines_of(case) == before


def test_a_changed_file_is_read_alone(folder: Path, tmp_path: Path) -> None:
    """What comes out equals a read from scratch, byte for byte."""
    case, engine = tmp_path / "case.sayso", CountingEngine()
    read(folder, case, bench(engine))
    (folder / "b.txt").write_text("Second digest\n\nOn 5 May 2021 Lina Saleh visited Porto.\n")
    summary = read(folder, case, bench(engine))

    assert (summary.read, summary.unchanged, engine.parsed) == (1, 3, 5)
    assert lines_of(case) == from_scratch(folder, tmp_path)


def test_a_touched_file_is_not_read_again(folder: Path, tmp_path: Path) -> None:
    """The bytes count, not the date of the file."""
    case, engine = tmp_path / "case.sayso", CountingEngine()
    read(folder, case, bench(engine))
    os.utime(folder / "a.txt", (1, 1))
    read(folder, case, bench(engine))

    assert engine.parsed == 4


def test_a_moved_file_is_not_read_again(folder: Path, tmp_path: Path) -> None:
    """The same bytes under another name are the same report."""
    case, engine = tmp_path / "case.sayso", CountingEngine()
    read(folder, case, bench(engine))
    (folder / "b.txt").rename(folder / "z.txt")
    summary = read(folder, case, bench(engine), prune=True)

    assert engine.parsed == 4
    assert summary.documents == 4
    assert lines_of(case) == from_scratch(folder, tmp_path)


def test_a_vanished_file_is_reported_and_kept(folder: Path, tmp_path: Path) -> None:
    """Nothing is lost because a file is gone; --prune drops it."""
    case = tmp_path / "case.sayso"
    read(folder, case)
    (folder / "a.txt").unlink()
    summary = read(folder, case)

    assert summary.vanished == ("reports/a.txt",)
    assert summary.documents == 4

    pruned = read(folder, case, prune=True)
    assert (pruned.documents, pruned.dropped, pruned.vanished) == (3, 1, ())
    assert lines_of(case) == from_scratch(folder, tmp_path)


def test_a_new_pack_runs_only_the_steps_that_use_it(folder: Path, tmp_path: Path) -> None:
    """A word more in a pack does not parse anything again."""
    case, engine = tmp_path / "case.sayso", CountingEngine()
    read(folder, case, bench(engine))
    pack = tmp_path / "mine"
    pack.mkdir()
    (pack / "pack.yaml").write_text("name: mine\nversion: 1\ndescription: a test\n")
    (pack / "words.yaml").write_text("titles: [harbourmaster]\n")
    summary = read(folder, case, bench(engine, [pack]))

    assert (summary.read, engine.parsed) == (4, 4)


def test_a_new_engine_reads_grammar_again(folder: Path, tmp_path: Path) -> None:
    """Another version of the model may read otherwise."""
    case = tmp_path / "case.sayso"
    read(folder, case)
    engine = CountingEngine("2")
    read(folder, case, bench(engine))

    assert engine.parsed == 4


def test_the_order_of_files_does_not_matter(folder: Path, tmp_path: Path) -> None:
    """Whichever report comes first, the case is the same."""
    read(folder, tmp_path / "forth.sayso")
    read(folder, tmp_path / "back.sayso", executor=Backwards())

    assert lines_of(tmp_path / "forth.sayso") == lines_of(tmp_path / "back.sayso")


def test_where_the_folder_lies_does_not_matter(folder: Path, tmp_path: Path) -> None:
    """A case can be made anew on another machine."""
    elsewhere = tmp_path / "far" / "away" / "reports"
    shutil.copytree(folder, elsewhere)
    read(folder, tmp_path / "here.sayso")
    read(elsewhere, tmp_path / "there.sayso")

    assert lines_of(tmp_path / "here.sayso") == lines_of(tmp_path / "there.sayso")


def test_two_files_with_the_same_bytes_are_one_report(folder: Path, tmp_path: Path) -> None:
    """A copy is no second source; it goes by the first of its names."""
    shutil.copy(folder / "b.txt", folder / "aa.txt")
    case = tmp_path / "case.sayso"

    assert read(folder, case).documents == 4
    assert '"path":"reports/aa.txt"' in lines_of(case)


def test_one_bad_file_does_not_stop_the_others(folder: Path, tmp_path: Path) -> None:
    """It becomes a failure that says what to do; nothing is done again while it stays as it is."""
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnot really")
    (folder / "empty.txt").write_bytes(b"")
    case = tmp_path / "case.sayso"
    summary = read(folder, case)
    with open_case(case) as opened:
        failures = list(opened.view().failures())

    assert (summary.documents, summary.failed) == (4, 2)
    assert [f.path for f in failures] == ["reports/broken.pdf", "reports/empty.txt"]
    assert all(f.message and f.hint for f in failures)
    assert read(folder, case).read == 0


def test_a_mended_file_is_no_failure_any_more(folder: Path, tmp_path: Path) -> None:
    """The failure goes when its cause goes."""
    (folder / "empty.txt").write_bytes(b"")
    case = tmp_path / "case.sayso"
    read(folder, case)
    (folder / "empty.txt").write_text("Fifth digest\n\nNothing happened in Porto.\n")
    summary = read(folder, case)

    assert (summary.documents, summary.failed) == (5, 0)


def test_an_archive_is_a_folder(folder: Path, tmp_path: Path) -> None:
    """Reports in a .zip are read like those beside it."""
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.writestr("e.txt", "Fifth digest\n\nAna Ruiz left Porto on 9 May 2021.\n")
    case = tmp_path / "case.sayso"

    assert read(folder, case).documents == 5
    assert read(folder, case).read == 0


def test_a_second_writer_is_told_who_holds_the_case(folder: Path, tmp_path: Path) -> None:
    """Two readers on one case: the second says who is at it."""
    case = tmp_path / "case.sayso"
    refused = pytest.raises(CaseError, match=str(os.getpid()))
    with open_case(case, create=True) as first, first.writer(), refused:
        read(folder, case)


def test_what_is_said_of_the_reports_wins(folder: Path, tmp_path: Path) -> None:
    """--publisher and --published overrule what files say; saying otherwise reads them again."""
    case = tmp_path / "case.sayso"
    tools = bench()
    said = type(tools)(tools.plan, tools.pack, tools.engine, "Port Watch", "2021-06-01")
    read(folder, case)
    summary = read(folder, case, said)
    with open_case(case) as opened:
        rows = list(opened.view().document_rows())

    assert summary.read == 4
    assert {(row.publisher, row.published) for row in rows} == {("Port Watch", "2021-06-01")}


def test_an_imported_case_is_not_read_into(folder: Path, tmp_path: Path) -> None:
    """Linking anew would lose what came with the lines; the error says what to do."""
    case, copy = tmp_path / "case.sayso", tmp_path / "copy.sayso"
    read(folder, case)
    with open_case(copy, create=True) as opened, opened.writer() as writer:
        import_lines(StringIO(lines_of(case)), writer)

    with pytest.raises(CaseError, match="imported"):
        read(folder, copy)
