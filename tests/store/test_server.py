"""A case on a server opens when it is sound, and says what is wrong when it is not."""

import gc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.event import listen

from sayso.records.documents import Failure
from sayso.records.errors import CaseError, UsageError
from sayso.store.case import open_case
from sayso.store.dialects import dialect_of
from sayso.store.migrations import apply
from sayso.store.postgres.server import forget_readers
from sayso.store.postgres.strings import read, written
from sayso.store.rows.links import KINDS
from sayso.store.where import Server, where
from tests.servers import Postgres
from tests.store.sample import ONE, TWO, fill
from tests.store.strategies import TEXTS, of, several
from tests.store.test_migrations import step
from tests.store.test_round_trip import ORDERS


@pytest.fixture
def server(postgres: Postgres):
    """An empty schema, and none of its connections afterwards."""
    yield postgres.fresh()
    forget_readers()


def refuse(address: Server, message: str, **options) -> CaseError:
    with pytest.raises(CaseError, match=message) as caught, open_case(address, **options):
        pass
    assert caught.value.hint
    assert str(address) in caught.value.where
    return caught.value


def test_an_empty_database_is_no_case_but_may_become_one(server: Server) -> None:
    """Nothing is made where a case was only to be asked."""
    refuse(server, "empty")
    with open_case(server, create=True) as case:
        assert case.view().counts()["document"] == 0
    open_case(server).close()


def test_a_database_of_its_own_holds_a_case(postgres: Postgres) -> None:
    """The usual way: one database, one case, ordered by a country's dictionary or not."""
    postgres.tell("CREATE DATABASE inquiry TEMPLATE template0 ENCODING 'UTF8'")
    address = Server(postgres.address("inquiry"))
    with open_case(address, create=True) as case, case.writer() as writer:
        fill(writer)
        assert case.view().counts()["event"] == 3
    assert address.name == "inquiry"
    forget_readers()


def test_a_database_of_another_encoding_is_refused(postgres: Postgres) -> None:
    """It could not hold every report."""
    postgres.tell("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")

    with pytest.raises(CaseError, match="LATIN1") as caught:
        open_case(Server(postgres.address("latin")), create=True)
    assert "UTF8" in caught.value.hint
    forget_readers()


@pytest.mark.parametrize("create", [False, True])
def test_tables_of_others_are_not_touched(server: Server, postgres: Postgres, create: bool) -> None:
    """Even one that is called as one of ours."""
    postgres.tell("CREATE TABLE migration (number INTEGER)", server)
    refuse(server, "not a case", create=create)
    assert postgres.tell("SELECT * FROM migration", server) == []


def test_a_view_in_place_of_a_table_is_not_taken_for_a_case(
    server: Server, postgres: Postgres
) -> None:
    """A schema with a view in it is somebody else's."""
    postgres.tell("CREATE VIEW migration AS SELECT 1 AS number", server)
    refuse(server, "not a case", create=True)


def test_a_newer_case_is_refused_with_advice(server: Server, monkeypatch) -> None:
    """An older sayso would lose what it does not know."""
    with monkeypatch.context() as patch:
        patch.setattr(apply, "MIGRATIONS", (*apply.MIGRATIONS, step("SELECT 1")))
        open_case(server, create=True).close()
    assert "install" in refuse(server, "newer sayso").hint


def test_a_step_that_fails_leaves_the_case_as_it_was(server: Server, monkeypatch) -> None:
    """All missing steps are taken, or none."""
    with open_case(server, create=True) as case, case.writer() as writer:
        fill(writer)
    steps = (step("CREATE TABLE colour (name TEXT)"), step("DELETE FROM nowhere"))
    with monkeypatch.context() as patch:
        patch.setattr(apply, "MIGRATIONS", (*apply.MIGRATIONS, *steps))
        with pytest.raises(Exception, match="nowhere"):
            open_case(server)
    with open_case(server) as case:
        assert case.view().counts()["event"] == 3


def test_what_is_asked_of_a_server_is_asked_in_few_turns(server: Server) -> None:
    """Records that are asked for by their ids come in one turn, without a transaction of their own;
    what is listed is planned to its end, not for its first rows."""
    told: list[str] = []
    with open_case(server, create=True) as case:
        view = case.view()
        connection = view._connection
        listen(connection, "before_cursor_execute", lambda *a: told.append(a[2].split()[0]))
        assert list(view.entities_of(f"e-{n}" for n in range(150))) == []
        assert connection.exec_driver_sql("SHOW cursor_tuple_fraction").scalar() == "1"
    assert told == ["SELECT", "SHOW"]


def test_a_server_that_is_not_there_is_named() -> None:
    """With advice, and without a password."""
    address = Server("postgresql://ada:geheim@localhost:1/inquiry?sslpassword=geheim")
    error = refuse(address, "cannot be reached")
    assert "geheim" not in str(error)
    assert "geheim" not in repr(address)


def test_a_database_that_is_not_there_is_named(postgres: Postgres) -> None:
    """It is not made: who runs the server makes it."""
    assert "createdb" in refuse(Server(postgres.address("nowhere")), "no such database").hint


def test_a_user_without_rights_is_told(postgres: Postgres, server: Server) -> None:
    """The server's rights hold."""
    postgres.tell("CREATE ROLE guest LOGIN")
    guest = Server(server.address.replace("sayso@", "guest@"))
    open_case(server, create=True).close()
    refuse(guest, "not a case|does not allow")
    forget_readers()


@pytest.mark.parametrize(
    "text",
    ["mysql://host/case", "postgresql://", "postgresql://host", "postgresql://[x/c", "http://a/b"],
)
def test_other_addresses_are_refused(text: str) -> None:
    """With the form of one that would do."""
    with pytest.raises(UsageError) as caught:
        where(text)
    assert "postgresql://" in caught.value.hint


@given(TEXTS, TEXTS)
def test_every_text_comes_back_and_keeps_its_place(one: str, other: str) -> None:
    """The escape of zeros loses nothing and orders as before."""
    assert read(written(one)) == one
    assert "\0" not in written(one)
    assert (written(one) < written(other)) == (one < other)


@given(data=st.data())
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_goes_in_comes_out(postgres: Postgres, data) -> None:
    """Every kind of record, and every character that a text may hold."""
    failures = data.draw(st.lists(of(Failure), max_size=3, unique_by=lambda f: (f.path, f.step)))
    drawn = {name: data.draw(several(kind.record)) for name, kind in KINDS.items()}
    value = data.draw(TEXTS)
    with open_case(postgres.fresh(), create=True) as case, case.writer() as writer:
        for document in (ONE, TWO):
            writer.put_document(document, document.text.encode())
        for failure in failures:
            writer.put_failure(failure)
        writer.set_meta("value", value)
        writer.replace_links(record for records in drawn.values() for record in records)
        view = case.view()
        for name, records in drawn.items():
            expected = sorted(records, key=ORDERS.get(name, lambda record: record.id))
            assert list(view.records(name)) == expected
        assert list(view.failures()) == sorted(failures, key=lambda f: (f.path, f.step))
        assert view.meta("value") == value
        assert view.document("d-1") == ONE
    forget_readers()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_connection_that_is_cut_while_a_list_is_read_is_said(
    server: Server, postgres: Postgres
) -> None:
    """Whoever waits for the next of several lists is told that the server went away."""
    with open_case(server, create=True) as case, case.writer() as writer:
        fill(writer)
    forget_readers()
    with open_case(server) as case:
        mine = case._connection
        with (
            pytest.raises(CaseError, match="went away"),
            dialect_of(mine).snapshot(mine),
        ):
            assert list(case.view().documents())
            number = mine.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
            postgres.tell(f"SELECT pg_terminate_backend({number})")
            list(case.view().event_rows())
    forget_readers()
    # The driver complains of a connection that nobody could close.
    gc.collect()


def test_a_connection_that_is_cut_is_said_and_nothing_is_lost(
    server: Server, postgres: Postgres
) -> None:
    """What was committed is there; the lock is free; the next one goes on."""
    with open_case(server, create=True) as case:
        with pytest.raises(CaseError, match="went away") as caught, case.writer() as writer:
            fill(writer)
            with writer.transaction():
                writer.drop_files(["one.txt"])
                postgres.tell(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE application_name LIKE 'process %' AND pid <> pg_backend_pid()"
                )
                writer.drop_files(["sub/two.md"])
        assert "same command" in caught.value.hint
    forget_readers()
    with open_case(server) as case, case.writer() as writer:
        assert case.view().counts()["document"] == 2
        writer.set_meta("still", "writable")
