"""Tables of reports: rows become files with names, words and what they say of themselves."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.choose import read_document
from sayso.read.inputs import Input
from sayso.read.many.row import name_of
from sayso.records.errors import UnreadableError, UsageError
from sayso.run.sources import Found

ROWS = [
    {"id": "a-1", "text": "Ana Ruiz met Omar Haddad.", "title": "A\nmeeting", "date": "2021-05-03"},
    {"id": "a-2", "html": "<p>Lina Saleh resigned.</p>"},
    {"id": "../../etc/passwd", "text": "Nobody said so."},
    {"text": "Without a name."},
]


def lines(path: Path, rows: list[object] = ROWS) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def table(path: Path) -> Path:
    arrow = pytest.importorskip(
        "pyarrow", reason='pyarrow is missing: pip install "sayso[cluster]"'
    )
    from pyarrow import parquet

    keys = sorted({key for row in ROWS for key in row})
    rows = [{key: row.get(key) for key in keys} for row in ROWS]
    parquet.write_table(arrow.Table.from_pylist(rows), path, row_group_size=2)
    return path


def found(source: Path | str) -> list[Input]:
    return list(Found([str(source)]))


def test_each_line_is_a_report(tmp_path: Path) -> None:
    """Names come from the row, else from its number; none leads out of the file."""
    paths = [file.path for file in found(lines(tmp_path / "r.jsonl"))]

    assert paths == [
        "r.jsonl!/a-1.txt", "r.jsonl!/a-2.html", "r.jsonl!/_/_/etc/passwd.txt",
        "r.jsonl!/000000004.txt",
    ]  # fmt: skip


def test_what_a_row_says_of_itself_is_read(tmp_path: Path) -> None:
    """Title and date stand where a file would have them; the words are the row's."""
    file = found(lines(tmp_path / "r.jsonl"))[0]
    document = read_document(file.path, file.load())

    assert (document.title, document.published) == ("A meeting", "2021-05-03")
    assert "Ana Ruiz met Omar Haddad." in document.text


def test_a_table_reads_as_the_same_lines_do(tmp_path: Path) -> None:
    """The form of the file does not matter."""
    one, other = found(lines(tmp_path / "r.jsonl")), found(table(tmp_path / "r.parquet"))

    assert [f.path.partition("!")[2] for f in one[:3]] == [
        f.path.partition("!")[2] for f in other[:3]
    ]
    assert [file.load() for file in one] == [file.load() for file in other]


def test_bad_lines_are_failures_of_their_own(tmp_path: Path) -> None:
    """What is no row, or has no words, says so; the others are read."""
    path = tmp_path / "r.jsonl"
    path.write_bytes(b'{"id": 1}\nnot json\n\n[1]\n{"text": "Well."}\n')
    files = found(path)
    for bad in files[:3]:
        with pytest.raises(UnreadableError):
            bad.load()

    assert files[3].load() == b"Well."


def test_a_damaged_table_is_one_failure(tmp_path: Path) -> None:
    """And no reason to stop."""
    pytest.importorskip("pyarrow")
    path = tmp_path / "r.parquet"
    path.write_bytes(b"PAR1 and nothing else")
    (file,) = found(path)
    with pytest.raises(UnreadableError, match="no table"):
        file.load()


def test_rows_of_one_name_stay_two(tmp_path: Path) -> None:
    """The second gets its number in front."""
    rows: list[object] = [{"id": "x", "text": "One."}, {"id": "x", "text": "Two."}]
    paths = [file.path for file in found(lines(tmp_path / "r.jsonl", rows))]

    assert paths == ["r.jsonl!/x.txt", "r.jsonl!/000000002/x.txt"]


@given(st.text(max_size=40))
def test_no_name_leads_anywhere_else(name: str) -> None:
    """Whatever a row calls itself."""
    parts = name_of({"id": name, "text": "x"}, 7).split("/")

    assert not {"", ".", ".."} & set(parts)


def test_patterns_find_files(tmp_path: Path) -> None:
    """With the folders behind the first star in their paths."""
    for name in ("2020/a.txt", "2021/b.txt", "2021/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Words.", "utf-8")

    assert [f.path for f in found(tmp_path / "*" / "*.txt")] == ["2020/a.txt", "2021/b.txt"]
    with pytest.raises(UsageError, match="nothing fits"):
        found(tmp_path / "*.none")


def test_a_store_of_objects_reads_like_a_folder() -> None:
    """By path in order; rows of tables too."""
    fsspec = pytest.importorskip("fsspec", reason='fsspec is missing: pip install "sayso[cluster]"')
    store = fsspec.filesystem("memory")
    store.pipe("/inquiry/b.txt", b"Words.")
    store.pipe("/inquiry/a/r.jsonl", json.dumps(ROWS[0]).encode())
    files = found("memory://inquiry")

    assert [file.path for file in files] == ["inquiry/a/r.jsonl!/a-1.txt", "inquiry/b.txt"]
    assert files[1].load() == b"Words."
    assert b"Ana Ruiz" in files[0].load()


@pytest.mark.parametrize("address", ["https://example.org/a.html", "nosuch://bucket/x"])
def test_what_no_store_is_is_refused(address: str) -> None:
    """Pages of the web are not fetched, and unknown stores are named."""
    with pytest.raises(UsageError):
        found(address)
