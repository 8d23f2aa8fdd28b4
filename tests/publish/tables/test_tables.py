"""Tables: what goes out as CSV and Parquet comes back as it was, in every program that reads it."""

import csv
import io
from pathlib import Path

import duckdb
import pandas
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.publish.forms.files import export
from sayso.publish.tables.cells import cell, csv_lines, read_csv, value
from sayso.publish.tables.making import Register
from sayso.publish.tables.tables import TABLES, Column
from tests.docs.pages import ROOT

TEXTS = Column("some", "texts")
TEXT = Column("one", "text")


def rows(view, name: str) -> list:
    return list(TABLES[name].rows(Register(view)))


@pytest.mark.parametrize("name", TABLES)
def test_csv_comes_back_as_it_was(view, tmp_path: Path, name: str) -> None:
    """Every row of every table, read again, is the same row."""
    export(view, "csv", tmp_path / "out")
    with (tmp_path / "out" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        assert list(read_csv(stream, TABLES[name])) == rows(view, name)


def test_the_case_fills_nearly_every_table(view) -> None:
    """The case that the tables are tried on has something for each of them."""
    assert [name for name in TABLES if not rows(view, name)] == []


@given(st.lists(st.text("ab|\\' é=+,\"\n\t", min_size=1, max_size=8), max_size=4))
def test_any_list_comes_back_from_its_cell(texts: list[str]) -> None:
    """Bars, backslashes and apostrophes inside the members do no harm."""
    assert value(cell(tuple(texts)), TEXTS) == tuple(texts)


@given(st.text("ab|\\' é=+-@,;\"\n\r\t\u202e", min_size=1, max_size=12))
def test_any_text_comes_back_from_a_file(text: str) -> None:
    """Quotes, commas and line ends too; and no cell begins as a formula does."""
    stream = io.StringIO()
    csv.writer(stream).writerow([cell(text)])
    written = next(csv.reader(io.StringIO(stream.getvalue(), newline="")))[0]
    assert value(written, TEXT) == text
    assert not written.startswith(("=", "+", "-", "@", "\t"))


def test_duckdb_reads_the_same(view, tmp_path: Path) -> None:
    """A database counts and joins the tables of both kinds alike."""
    export(view, "csv", tmp_path / "csv")
    export(view, "parquet", tmp_path / "parquet")
    asked = (
        "select e.id, count(*) from '{0}/events.{1}' e join '{0}/accounts.{1}' a on a.about = e.id "
        "group by all order by all"
    )
    with duckdb.connect() as base:
        found = [
            base.execute(asked.format(tmp_path / kind, kind)).fetchall()
            for kind in ("csv", "parquet")
        ]
    told = sorted((event.id, len(event.accounts)) for event in view.events())
    assert found == [told, told]


@pytest.mark.parametrize("name", TABLES)
def test_parquet_comes_back_as_it_was(view, tmp_path: Path, name: str) -> None:
    """Arrow gives back every row, lists as lists, unknown as null."""
    export(view, "parquet", tmp_path)
    read = pyarrow.parquet.read_table(tmp_path / f"{name}.parquet").to_pylist()
    kind = TABLES[name].row
    back = [
        kind(**{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}) for row in read
    ]
    assert back == rows(view, name)


def test_pandas_reads_both_alike(view, tmp_path: Path) -> None:
    """A frame from CSV has the numbers and the days of a frame from Parquet."""
    export(view, "csv", tmp_path)
    export(view, "parquet", tmp_path)
    one = pandas.read_csv(tmp_path / "events.csv")
    other = pandas.read_parquet(tmp_path / "events.parquet")
    for column in ("id", "accounts", "origins", "when", "text"):
        assert list(one[column]) == list(other[column])


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_two_runs_give_the_same_bytes(view, tmp_path: Path, form: str) -> None:
    """Nothing depends on the clock or the order of a dictionary."""
    for name in ("one", "two"):
        export(view, form, tmp_path / name)
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_the_page_describes_every_column(view) -> None:
    """docs/exchange.md lists the tables with all their columns."""
    text = (ROOT / "docs" / "exchange.md").read_text("utf-8")
    for name, table in TABLES.items():
        columns = ", ".join(f"`{column.name}`" for column in table.columns)
        assert f"| `{name}` | {columns} |" in text, f"| `{name}` | {columns} |"


def test_a_report_cannot_make_a_spreadsheet_act(view) -> None:
    """A formula in a report's words is a text with an apostrophe."""
    lines = list(
        csv_lines(TABLES["failures"], [type(next(view.failures()))("=1+1", "-", "@x", "+")])
    )
    assert lines[1] == "'=1+1,'-,'@x,'+\r\n"
