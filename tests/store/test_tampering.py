"""A case that was made to do harm is refused, with advice; nothing in it is ever run."""

import json
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.records.documents import Document, Failure
from sayso.records.errors import CaseError
from sayso.records.marks import Time
from sayso.store import schema
from sayso.store.case import Case, open_case
from sayso.store.where import Where
from tests.store.sample import LINKS, ONE, cite, fill


@pytest.fixture
def spoil(path: Path) -> Callable[..., Path]:
    """Makes a case with the sample, and changes it past sayso."""

    def change(*statements: str, values: tuple = ()) -> Path:
        with open_case(path, create=True) as case, case.writer() as writer:
            fill(writer)
            writer.put_results("d-1", [("times", "f", ())])
        raw = sqlite3.connect(path)
        for statement in statements:
            raw.execute(statement, values)
        raw.commit()
        raw.close()
        return path

    return change


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TRIGGER t AFTER INSERT ON judgement BEGIN DELETE FROM document; END"],
        ["CREATE TRIGGER audit_more AFTER INSERT ON audit BEGIN DELETE FROM event; END"],
        ["DROP TRIGGER audit_update"],
        ["DROP TRIGGER audit_delete",
         "CREATE TRIGGER audit_delete BEFORE DELETE ON audit BEGIN SELECT 1; END"],
        ["ALTER TABLE event RENAME TO other", "CREATE VIEW event AS SELECT * FROM other"],
        ["CREATE VIEW innocent AS SELECT 1"],
        ["DROP TABLE conflict"],
        ["ALTER TABLE claim ADD COLUMN more TEXT GENERATED ALWAYS AS (hex(body)) VIRTUAL"],
        ["DROP TABLE trait", "CREATE TABLE trait (id TEXT, entity TEXT, body TEXT DEFAULT (hex(1)))"],
        ["DROP TABLE passage_words", "CREATE TABLE passage_words (text TEXT)"],
    ],
    ids=lambda statements: statements[-1][:40],
)  # fmt: skip
def test_tables_that_sayso_did_not_make_are_refused(spoil, statements: list[str]) -> None:
    """Before anything is asked or written."""
    path = spoil(*statements)
    before = path.read_bytes()
    with pytest.raises(CaseError, match="tampered with") as caught, open_case(path):
        pass
    assert "export --to lines" in caught.value.hint
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "statements",
    [["CREATE TABLE notes (text TEXT)"], ["CREATE INDEX mine ON event(mode)"], ["ANALYZE"]],
    ids=lambda statements: statements[0],
)
def test_what_does_no_harm_is_let_in(spoil, statements: list[str]) -> None:
    """Who adds a table or an index of their own can go on."""
    with open_case(spoil(*statements)) as case:
        assert case.view().counts()["event"] == 3


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE migration SET number = 'seven' WHERE number = 1",
        "INSERT INTO migration VALUES (-5, 'x')",
        "INSERT INTO migration VALUES (9999, 'x')",
        "INSERT INTO migration VALUES (9223372036854775807, 'x')",
        "DELETE FROM migration",
        "PRAGMA application_id = 1",
    ],
)
def test_wrong_versions_are_refused_or_harmless(spoil, statement: str) -> None:
    """No number in the table of migrations makes sayso do anything but answer or refuse."""
    try:
        with open_case(spoil(statement)) as case:
            assert case.view().counts()["event"] == 3
    except (CaseError, sqlite3.IntegrityError) as error:
        assert getattr(error, "hint", "the file refuses it")


def everything(case: Case) -> None:
    view = case.view()
    for kind in (*view.counts(), "document"):
        list(view.records(kind))
    for row in view.document_rows():
        view.notes(row.id)
        view.original(row.id)


DEEP = "[" * 200_000 + "]" * 200_000
BOMB = zlib.compress(b"0" * 3_000_000, 9)


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("UPDATE event SET body = ?", DEEP),
        ("UPDATE event SET body = ?", "{"),
        ("UPDATE event SET body = ?", "[]"),
        ("UPDATE event SET body = ?", '{"id": 7}'),
        ("UPDATE event SET body = ?", b"\xff\xfe"),
        ("UPDATE claim SET body = ?", json.dumps({"id": "c-1", "span": {"document": "d-1"}})),
        ("UPDATE mention SET quote = ?", b"\x00"),
        ("UPDATE mention SET quote = ?", "another word"),
        ("UPDATE mention SET start = ?", "first"),
        ("UPDATE mention SET start = ?", -(2**63)),
        ("UPDATE time SET start = ?", 2**62),
        ("UPDATE document SET blocks = ?", DEEP),
        ("UPDATE document SET cleaned = ?", b"no zlib"),
        ("UPDATE document SET cleaned = ?", BOMB),
        ("UPDATE result SET payload = ?", BOMB),
        ("UPDATE result SET payload = ?", zlib.compress(DEEP.encode())),
        ("UPDATE result SET payload = ?", zlib.compress(b"{}")[:-3]),
        ("UPDATE original SET content = ?", BOMB),
        ("UPDATE original SET content = ?", b""),
    ],
    ids=lambda value: str(value)[:30],
)
def test_values_that_no_sayso_wrote_are_told_of(spoil, monkeypatch, statement, value) -> None:
    """Wrong types, wrong JSON, nesting without end, what would fill the memory: one error."""
    monkeypatch.setattr("sayso.store.rows.sound.LARGEST", 1_000_000)
    path = spoil(statement, values=(value,))
    with (
        pytest.raises(CaseError, match=r"cannot be read|damaged") as caught,
        open_case(path) as case,
    ):
        everything(case)
    assert caught.value.hint


HOSTILE = [
    "'; DROP TABLE event; --",
    '"; DELETE FROM document; --',
    "x') OR ('1'='1",
    "%_%\\",
    "$1 :name ? %s {0} {name}",
    "../../etc/passwd",
    "a\0b",
    "\x1b[2J\r\n",
    "\u202e\u2066",
    '[]{}*^"near',
    "COPY event TO '/tmp/x'",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_of_a_user_is_ever_run(where: Where, name: str) -> None:
    """In either store: a hostile name is a name, wherever it is written and asked for."""
    from dataclasses import replace

    with open_case(where, create=True) as case, case.writer() as writer:
        fill(writer)
        before = case.view().counts()
        writer.put_document(
            Document("d-9", name, name, name, f"On {name} nothing fell.", title=name), b""
        )
        writer.put_failure(Failure(name, name, name, name))
        writer.set_meta(name, name)
        entity = replace(LINKS[0], id=name, type=name, name=name, aliases=(name,))
        event = replace(
            next(r for r in LINKS if type(r).__name__ == "Event"), id=f"ev-{name}", type=name
        )
        writer.replace_links(
            [*LINKS, entity, event, Time(cite(ONE, "Porto"), None, None, None, None, name)]
        )
        view = case.view()
        assert view.entity(name).name == name
        # SQLite ends a pattern at the character zero.
        named = [e.id for e in view.entities(name=name)]
        assert named == [name] or (name in named and "\0" in name)
        assert [e.id for e in view.entities(type=name)] == [name]
        assert list(view.events(who=name, where=name, source=name, document=name)) == []
        assert [e.id for e in view.events(type=name) if "/" not in name] in ([f"ev-{name}"], [])
        assert view.find(name) is not None
        assert view.meta(name) == name
        assert all(hit.document for hit in view.search(name))
        writer.clear_failure(name)
        after = view.counts()
        assert after == {**before, "document": 3, "entity": 6, "event": 4, "time": 2}
        tables = {t for t in schema.metadata.tables}
        from sqlalchemy import inspect

        assert tables <= set(inspect(case._connection).get_table_names())


def test_the_audit_log_cannot_be_changed(where: Where) -> None:
    """Not by the program's own connection that writes: the database refuses, and says why."""
    with open_case(where, create=True) as case:
        with case.writer() as writer:
            fill(writer)
        lines = list(case.people().audit())
        assert [line.about[:3] for line in lines] == ["j-1"]
        for statement in (
            "UPDATE audit SET about = 'nothing'",
            "DELETE FROM audit",
            "INSERT OR REPLACE INTO audit SELECT number, at, 'me', deed, about FROM audit",
            "TRUNCATE audit",
        ):
            told = pytest.raises(Exception, match=r"only ever added|syntax error")
            with told as caught, case._place.writing() as raw, raw.begin():
                raw.exec_driver_sql(statement)
            assert isinstance(caught.value, CaseError) or "syntax" in str(caught.value)
        assert list(case.people().audit()) == lines
