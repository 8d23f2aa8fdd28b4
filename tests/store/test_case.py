"""A case opens when it is sound, and says what is wrong when it is not."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.records.errors import CaseError
from sayso.store.case import Case, open_case
from tests.store.sample import fill


@pytest.fixture
def where(path: Path) -> Path:
    """What is told here is of files."""
    return path


def refuse(path: Path, message: str, **options) -> CaseError:
    with pytest.raises(CaseError, match=message) as caught, open_case(path, **options):
        pass
    assert str(path.name) in caught.value.where or path.parent.name in caught.value.where
    assert caught.value.hint
    return caught.value


def test_a_missing_case_is_named(path: Path) -> None:
    """Nothing is made where a case was only to be asked."""
    refuse(path, "no case here")
    assert not path.exists()


def test_a_case_in_no_folder_is_refused(path: Path) -> None:
    """The folder of a new case must be there."""
    refuse(path.parent / "nowhere" / "c.sayso", "no such folder", create=True)


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    """A folder cannot be opened."""
    refuse(tmp_path, "a folder, not a case")


@pytest.mark.parametrize("create", [False, True])
def test_another_file_is_no_case(path: Path, create: bool) -> None:
    """A text file is left as it is."""
    path.write_text("Dear diary, " * 100)
    refuse(path, "not a case", create=create)
    assert path.read_text().startswith("Dear diary")


@pytest.mark.parametrize("create", [False, True])
def test_another_database_is_no_case(path: Path, create: bool) -> None:
    """Somebody else's tables are not touched."""
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.close()
    refuse(path, "not a case", create=create)


def test_an_empty_file_is_no_case_but_may_become_one(path: Path) -> None:
    """A read that was killed before it began left an empty file; the next one goes on."""
    path.touch()
    refuse(path, "empty")
    with open_case(path, create=True) as case:
        assert case.view().counts()["document"] == 0


def test_a_damaged_case_is_named(case: Case, path: Path) -> None:
    """Overwritten pages are reported as damage, not as a programming error."""
    case.close()
    content = bytearray(path.read_bytes())
    content[4096 * 2 :] = b"\x17" * (len(content) - 4096 * 2)
    path.write_bytes(content)
    with pytest.raises(CaseError, match="damaged") as caught, open_case(path) as opened:
        list(opened.view().documents())
    assert caught.value.hint


def test_a_closed_case_is_one_file(case: Case, path: Path) -> None:
    """Neither log nor lock stays beside it."""
    case.close()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_view_left_last_tidies_up(path: Path) -> None:
    """The case is one file again though the writer went before the view."""
    with open_case(path, create=True) as case:
        view = case.view()
        with case.writer() as writer:
            fill(writer)
        assert view.counts()["event"] == 3
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_case_on_a_read_only_disk_can_be_asked(case: Case, path: Path, monkeypatch) -> None:
    """Where nothing may be written beside the case, it is read as it is."""
    case.close()
    monkeypatch.setattr("os.access", lambda *_: False)
    with open_case(path) as opened:
        assert opened.view().counts()["event"] == 3
        assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_opening_is_lean() -> None:
    """The shapes that others name load no SQL; the store loads no other room."""
    shapes = "import sys, sayso.records.documents, sayso.publish.lines;"
    code = (
        "import sys, sayso.store.case;"
        "rooms = {m.split('.')[1] for m in sys.modules if m.startswith('sayso.')};"
        "assert rooms == {'records', 'store'}, rooms;"
        "assert 'sqlalchemy.orm' not in sys.modules"
    )
    sql = f"{shapes}assert 'sqlalchemy' not in sys.modules"
    subprocess.run([sys.executable, "-c", sql], check=True)
    subprocess.run([sys.executable, "-c", code], check=True)
