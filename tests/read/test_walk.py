"""Walking: every file once, in order, by a path that does not depend on where the folder lies."""

from __future__ import annotations

import io
import os
import pickle
import zipfile
from pathlib import Path

import pytest

from sayso.read import archive
from sayso.read.inputs import Input
from sayso.read.walk import from_stream, inputs
from sayso.records.errors import UnreadableError, UsageError
from tests.read.makers import locked, zipped


def refusal(found: Input) -> UnreadableError:
    """Why an input is not to be had."""
    with pytest.raises(UnreadableError) as caught:
        found.load()
    assert caught.value.hint
    return caught.value


def lay(folder: Path, *names: str) -> Path:
    """A folder with these files, each of which holds its own name."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    return folder


def test_paths_are_relative_and_in_order(tmp_path: Path) -> None:
    """As one sorts the whole paths, whatever order the disk has."""
    folder = lay(tmp_path, "b.txt", "a/z.txt", "a.txt", "a/b/c.md", "B.txt")
    found = [file.path for file in inputs(folder)]
    assert found == ["B.txt", "a.txt", "a/b/c.md", "a/z.txt", "b.txt"]
    assert found == sorted(found)
    assert [file.load().decode() for file in inputs(folder)] == found


def test_a_single_file_has_its_name(tmp_path: Path) -> None:
    """And its size."""
    lay(tmp_path, "sub/a.txt")
    assert [(f.path, f.size) for f in inputs(tmp_path / "sub/a.txt")] == [("a.txt", 9)]


def test_hidden_files_and_the_case_itself_are_passed_over(tmp_path: Path) -> None:
    """They are nobody's report."""
    folder = lay(
        tmp_path, ".git/a.txt", ".a.txt", "x.sayso", "x.sayso-wal", "x.sayso-lock", "a.txt"
    )
    assert [file.path for file in inputs(folder)] == ["a.txt"]


def test_Found_other_formats_say_so(tmp_path: Path) -> None:
    """A README without extension and a table are failures with advice, not silence."""
    readme, table = inputs(lay(tmp_path, "README", "a.xlsx"))
    for found in (readme, table):
        error = refusal(found)
        assert "not supported" in error.message and ".docx" in error.hint
        assert error.where == found.path


def test_a_folder_is_walked_lazily(tmp_path: Path) -> None:
    """The first file is there before the others are looked at, and none is opened."""
    folder = lay(tmp_path, "a.txt", "b/c.txt")
    walk = inputs(folder)
    assert next(walk).path == "a.txt"
    (folder / "b/d.txt").write_text("late", "utf-8")
    assert [file.path for file in walk] == ["b/c.txt", "b/d.txt"]


def test_what_is_gone_when_it_is_loaded_is_a_failure(tmp_path: Path) -> None:
    """So is what one may not open."""
    (found,) = inputs(lay(tmp_path, "a.txt"))
    (tmp_path / "a.txt").unlink()
    assert "cannot be opened" in refusal(found).message


def test_a_link_in_a_circle_ends(tmp_path: Path) -> None:
    """Links to folders are not followed."""
    lay(tmp_path, "a/b.txt")
    (tmp_path / "a/up").symlink_to(tmp_path, target_is_directory=True)
    assert [file.path for file in inputs(tmp_path)] == ["a/b.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """What is no ordinary file is a failure at once."""
    os.mkfifo(tmp_path / "a.txt")
    (found,) = inputs(tmp_path)
    assert "no ordinary file" in refusal(found).message


def test_a_source_that_is_not_there_is_an_error_of_usage(tmp_path: Path) -> None:
    """Before anything is read."""
    with pytest.raises(UsageError):
        inputs(tmp_path / "nowhere")


def test_members_of_an_archive_are_files(tmp_path: Path) -> None:
    """With the archive's path in front; what macOS adds is passed over."""
    names = {"in/b.txt": "b", "a.txt": "a", "__MACOSX/a.txt": "", ".x/a.txt": "", "in/": ""}
    (tmp_path / "old.zip").write_bytes(zipped(names))
    found = list(inputs(tmp_path))
    assert [file.path for file in found] == ["old.zip!/a.txt", "old.zip!/in/b.txt"]
    assert [file.load() for file in found] == [b"a", b"b"]


def test_stored_members_are_read_as_they_are(tmp_path: Path) -> None:
    """An archive need not be packed."""
    with zipfile.ZipFile(tmp_path / "old.zip", "w", zipfile.ZIP_STORED) as packed:
        packed.writestr("a.txt", "It rained.")
    assert [file.load() for file in inputs(tmp_path / "old.zip")] == [b"It rained."]


@pytest.mark.parametrize("name", ["../up.txt", "/etc/up.txt", "a/../../up.txt", "C:\\up.txt"])
def test_a_path_that_leaves_the_archive_is_refused(tmp_path: Path, name: str) -> None:
    """The others are read."""
    (tmp_path / "old.zip").write_bytes(zipped({name: "x", "z.txt": "z"}))
    found = {file.path: file for file in inputs(tmp_path)}
    assert "leads out" in refusal(found.pop(f"old.zip!/{name}")).message
    assert [file.load() for file in found.values()] == [b"z"]


def test_members_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    """Locked, archive in archive, another format, damaged."""
    whole = zipped({"a.txt": "It rained. " * 50})
    broken = bytearray(whole)
    broken[40:44] = b"\xff\xff\xff\xff"
    cases = {
        "locked": (locked(whole), "password"),
        "nested": (zipped({"in.zip": whole}), "inside an archive"),
        "format": (zipped({"a.xlsx": "x"}), "not supported"),
        "broken": (bytes(broken), "damaged"),
        "cut": (whole[: len(whole) // 2], "damaged"),
    }
    for name, (data, words) in cases.items():
        (tmp_path / f"{name}.zip").write_bytes(data)
        (found,) = inputs(tmp_path / f"{name}.zip")
        assert words in refusal(found).message


def test_a_zip_bomb_is_refused_by_what_it_promises_and_by_what_it_does(tmp_path: Path) -> None:
    """A member that is too long, and one whose index lies about its length."""
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": bytes(60_000_000)}))
    (found,) = inputs(tmp_path / "a.zip")
    assert "unpacks to 60,000,000" in refusal(found).message
    data = bytearray((tmp_path / "a.zip").read_bytes())
    entry = data.find(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    (tmp_path / "b.zip").write_bytes(data)
    (found,) = inputs(tmp_path / "b.zip")
    assert "bytes" in refusal(found).message


def test_an_archive_of_too_many_files_is_one_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not ten thousand."""
    monkeypatch.setattr(archive, "MAX_MEMBERS", 2)
    (tmp_path / "a.zip").write_bytes(zipped({f"{n}.txt": "x" for n in range(3)}))
    (found,) = inputs(tmp_path)
    assert "3 files" in refusal(found).message


def test_inputs_travel_to_workers(tmp_path: Path) -> None:
    """The way to the bytes is picklable, for files, members and refusals."""
    lay(tmp_path, "a.txt", "b.xlsx")
    (tmp_path / "c.zip").write_bytes(zipped({"a.txt": "a"}))
    found = pickle.loads(pickle.dumps(list(inputs(tmp_path))))
    assert found[0].load() == b"a.txt"
    assert found[2].load() == b"a"
    assert refusal(found[1]).where == "b.xlsx"


def test_standard_input_is_an_input() -> None:
    """Read once; more than the limit is a failure when it is loaded."""
    found = from_stream(io.BytesIO(b"It rained."))
    assert (found.path, found.size, found.load()) == ("stdin", 10, b"It rained.")
    assert "bytes" in refusal(from_stream(io.BytesIO(bytes(50_000_010)))).message
