"""The schema and the sum of all migrations say the same, in both stores."""

from sqlalchemy import inspect

from sayso.store import schema
from sayso.store.case import Case, open_case
from sayso.store.where import Server
from tests.servers import Postgres


def test_migrations_make_the_tables_that_queries_see(case: Case) -> None:
    """Columns, keys, what may be null and what points where."""
    found = inspect(case._connection)
    for name, table in schema.metadata.tables.items():
        columns = {column["name"]: column for column in found.get_columns(name)}
        assert list(columns) == [column.name for column in table.columns]
        keys = [column.name for column in table.primary_key]
        assert found.get_pk_constraint(name)["constrained_columns"] == keys
        for column in table.columns:
            if not column.primary_key:
                assert columns[column.name]["nullable"] == column.nullable, (name, column.name)
        targets = {k.parent.name for k in table.foreign_keys}
        assert {k["constrained_columns"][0] for k in found.get_foreign_keys(name)} == targets
    extra = {"passage_words"}
    if not isinstance(case.where, Server):
        extra |= {f"passage_words_{p}" for p in ("config", "content", "data", "docsize", "idx")}
    assert set(found.get_table_names()) == set(schema.metadata.tables) | extra


def test_both_stores_have_the_same_indexes(case: Case, postgres: Postgres) -> None:
    """What is quick in a file is quick on a server."""
    found = inspect(case._connection)
    names = {i["name"] for t in schema.metadata.tables for i in found.get_indexes(t)}
    assert {"mention_entity", "reference_target", "event_earliest", "merge_left"} <= names
    assert len(names) >= 15


def test_texts_on_a_server_are_ordered_as_in_a_file(postgres: Postgres) -> None:
    """A country's dictionary would order names and ids otherwise; a migration may forget."""
    where = postgres.fresh()
    open_case(where, create=True).close()
    odd = postgres.tell(
        "SELECT table_name, column_name FROM information_schema.columns"
        " WHERE table_schema = current_schema() AND data_type = 'text'"
        " AND collation_name IS DISTINCT FROM 'C'",
        where,
    )
    assert odd == [("migration", "title")], "make tables with migrations.statement.take"
