"""A copy is the whole case, in either store, or nothing at all."""

import sqlite3
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path

import pytest

from sayso.publish.lines import export_lines
from sayso.records.errors import CaseError, UngroundedError, UsageError
from sayso.records.marks import Mention
from sayso.store import schema
from sayso.store.case import open_case
from sayso.store.copying import copy_case
from sayso.store.postgres import dialect
from sayso.store.postgres.server import forget_readers
from sayso.store.where import Where
from tests.servers import Postgres
from tests.store.sample import LINKS, ONE, cite, fill
from tests.store.test_lock import kill

FOUND = (Mention(cite(ONE, "Porto"), "Place", "name", "Porto"),)


def make(where: Where) -> Where:
    with open_case(where, create=True) as case, case.writer() as writer:
        fill(writer)
        writer.put_results("d-1", [("mentions", "f1", FOUND)])
        writer.set_meta("links", "seal")
        writer.set_meta("odd", "zero \0 and one \x01")
    return where


def held(where: Where) -> dict[str, list]:
    """Every row of every table but the migrations, and what a search finds."""
    with open_case(where) as case:
        found = {
            name: [tuple(r) for r in case._connection.execute(table.select().order_by(*table.primary_key))]
            for name, table in schema.metadata.tables.items()
            if name != "migration"
        }  # fmt: skip
        found["search"] = [hit.span for hit in case.view().search("porto")]
        lines = StringIO()
        export_lines(case.view(), lines)
        return found | {"lines": [lines.getvalue()]}


@pytest.fixture(params=["file", "server"])
def target(request, tmp_path: Path) -> Where:
    if request.param == "server":
        return request.getfixturevalue("postgres").fresh()
    return tmp_path / "copy.sayso"


def test_a_copy_is_the_same_case(where: Where, target: Where) -> None:
    """From each store to each, row by row; and it can be written on."""
    make(where)
    counts = copy_case(where, target)
    assert counts["document"] == 2
    assert held(target) == held(where)
    with open_case(target) as case, case.writer() as writer:
        writer.replace_links(LINKS)
        assert case.view().counts()["mention"] == 3
        assert case.view().notes("d-1").mentions == FOUND


def test_nothing_is_copied_over_a_case(where: Where, target: Where) -> None:
    """Nor over itself."""
    make(where)
    make(target)
    with pytest.raises(UsageError, match="already"):
        copy_case(where, target)
    with pytest.raises(UsageError, match="same case"):
        copy_case(where, where)


def test_a_quote_that_does_not_stand_is_not_copied(tmp_path: Path, target: Where) -> None:
    """A case that was tampered with is found out on the way, and nothing of it stays."""
    source = make(tmp_path / "bad.sayso")
    raw = sqlite3.connect(source)
    raw.execute("UPDATE claim SET body = replace(body, 'losing force', 'gaining more')")
    raw.commit()
    raw.close()
    with pytest.raises(UngroundedError):
        copy_case(source, target)
    with open_case(target) as case:
        assert not any(case.view().counts().values())
    assert copy_case(make(tmp_path / "good.sayso"), target)["claim"] == 1


COPIER = """
import sys
from sayso.store import copying
from sayso.store.where import where
def slow(old, new):
    print("ready", flush=True)
    import time; time.sleep(60)
copying._copy_words = slow
copying.copy_case(where(sys.argv[1]), where(sys.argv[2]))
"""


def test_a_copy_that_is_killed_is_begun_again(tmp_path: Path, target: Where) -> None:
    """Half a copy is nothing, and stands in nobody's way."""
    source = make(tmp_path / "case.sayso")
    child = subprocess.Popen(
        [sys.executable, "-c", COPIER, str(source), getattr(target, "address", str(target))],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"ready\n"
    kill(child)
    time.sleep(0.1)
    with open_case(target) as case:
        assert not any(case.view().counts().values())
    copy_case(source, target, wait=10.0)
    assert held(target) == held(source)


def shape(postgres: Postgres, where: Where) -> list[tuple]:
    """What a schema is found by and held to."""
    return postgres.tell(
        "SELECT replace(pg_get_indexdef(indexrelid), current_schema(), '') FROM pg_index"
        " JOIN pg_class ON pg_class.oid = indrelid"
        " WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'"
        " UNION ALL SELECT conname || ' ' || conrelid::regclass::text || ' '"
        " || pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE connamespace = current_schema()::regnamespace ORDER BY 1",
        where,
    )


def test_a_copy_has_all_that_a_case_is_found_by(tmp_path: Path, postgres: Postgres) -> None:
    """Indexes and references are made behind the rows, as migrations made them, and counted."""
    made, target = make(postgres.fresh()), postgres.fresh()
    copy_case(make(tmp_path / "case.sayso"), target)
    assert shape(postgres, target) == shape(postgres, made)
    assert any("FOREIGN KEY" in row for (row,) in shape(postgres, target))
    counted = "SELECT reltuples FROM pg_class WHERE oid = 'document'::regclass"
    assert postgres.tell(counted, target) == [(2.0,)]


def test_a_server_that_ends_a_copy_is_told_of(
    tmp_path: Path, postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the midst of rows: what went wrong is said with the place, and nothing stays."""
    source, target = make(tmp_path / "case.sayso"), postgres.fresh()
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'COPY%'"
    vector = dialect.vector_of

    def ending(text: str) -> str:
        assert postgres.tell(end) == [(True,)]
        return vector(text) * 50_000

    with monkeypatch.context() as patched:
        patched.setattr(dialect, "vector_of", ending)
        with pytest.raises(CaseError, match="went away") as told:
            copy_case(source, target)
    assert told.value.where == str(target)
    copy_case(source, target, wait=10.0)
    assert held(target) == held(source)


@pytest.fixture(autouse=True)
def let_go() -> None:
    yield
    forget_readers()


def test_a_large_case_is_copied_in_little_memory(tmp_path: Path, postgres: Postgres) -> None:
    """Rows are copied some at a time, and texts one by one."""
    import tracemalloc

    from sayso.records.documents import Document

    source = tmp_path / "large.sayso"
    with open_case(source, create=True) as case, case.writer() as writer:
        for n in range(40):
            writer.put_document(Document(f"d-{n}", f"{n}", "", "txt", f"{n} word" * 40_000), b"")
    tracemalloc.start()
    copy_case(source, tmp_path / "copy.sayso")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000
