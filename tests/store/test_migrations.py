"""Cases outlive versions of sayso: older ones are brought up, newer ones refused."""

import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import inspect

from sayso.records.errors import CaseError
from sayso.store.case import Case, open_case
from sayso.store.migrations import apply


@pytest.fixture
def where(path: Path) -> Path:
    """What is told here is of files."""
    return path


def step(statement: str) -> SimpleNamespace:
    return SimpleNamespace(TITLE=statement, up=lambda c: c.exec_driver_sql(statement))


def numbers(path: Path) -> list[tuple[int]]:
    raw = sqlite3.connect(path)
    found = raw.execute("SELECT number FROM migration ORDER BY number").fetchall()
    raw.close()
    return found


def test_an_older_case_is_brought_up_and_keeps_its_records(
    case: Case, path: Path, monkeypatch
) -> None:
    """The missing step is taken once, and recorded."""
    case.close()
    new = step("CREATE TABLE colour (name TEXT)")
    monkeypatch.setattr(apply, "MIGRATIONS", (*apply.MIGRATIONS, new))
    for _ in range(2):
        with open_case(path) as opened:
            assert opened.view().counts()["event"] == 3
            assert opened._connection.exec_driver_sql("SELECT * FROM colour").all() == []
    assert numbers(path) == [(n,) for n in range(1, len(apply.MIGRATIONS) + 1)]


def test_a_case_without_traits_is_given_an_empty_table_of_them(path: Path, monkeypatch) -> None:
    """A case of the first version opens; its sources are told of after the next read."""
    with monkeypatch.context() as patch:
        patch.setattr(apply, "MIGRATIONS", apply.MIGRATIONS[:1])
        open_case(path, create=True).close()
    assert numbers(path) == [(1,)]
    with open_case(path) as opened:
        assert list(opened.view().traits()) == []


def test_a_step_that_fails_leaves_the_case_as_it_was(case: Case, path: Path, monkeypatch) -> None:
    """All missing steps are taken, or none."""
    case.close()
    steps = (step("CREATE TABLE colour (name TEXT)"), step("DELETE FROM nowhere"))
    with monkeypatch.context() as patch:
        patch.setattr(apply, "MIGRATIONS", (*apply.MIGRATIONS, *steps))
        with pytest.raises(Exception, match="nowhere"):
            open_case(path)
    with open_case(path) as opened:
        assert opened.view().counts()["event"] == 3
        assert "colour" not in inspect(opened._connection).get_table_names()


def test_a_newer_case_is_refused_with_advice(case: Case, path: Path, monkeypatch) -> None:
    """It is not touched: an older sayso would lose what it does not know."""
    case.close()
    with monkeypatch.context() as patch:
        patch.setattr(apply, "MIGRATIONS", (*apply.MIGRATIONS, step("SELECT 1")))
        open_case(path).close()
    before = path.read_bytes()
    with pytest.raises(CaseError, match="newer sayso") as caught:
        open_case(path)
    assert "install" in caught.value.hint
    assert path.read_bytes() == before
