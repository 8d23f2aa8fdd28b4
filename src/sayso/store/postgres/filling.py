"""Very many rows into empty tables: by PostgreSQL's own COPY, and indexes behind them.

A row that comes alone is parsed as a statement, put into every index of its table, and remembered
for the check of what it refers to. Together that took a server three times what its rows did.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, text

from sayso.store.postgres.faults import fault

# All that is no key: a key is filled in its own order, which costs little, and says what is double.
_INDEXES = text(
    "SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS made"
    " FROM pg_index JOIN pg_class ON pg_class.oid = indrelid"
    " WHERE relnamespace = current_schema()::regnamespace AND NOT indisunique"
    " ORDER BY 1"
)
_TIES = text(
    "SELECT conrelid::regclass::text AS of, quote_ident(conname) AS name,"
    " pg_get_constraintdef(pg_constraint.oid) AS made"
    " FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND contype = 'f'"
    " ORDER BY 1, 2"
)
# To sort what an index is made of; a server as it comes has 64 MB for it.
_ROOM = "SET LOCAL maintenance_work_mem = '256MB'"


@contextmanager
def filling(connection: Connection) -> Iterator[None]:
    """Inside, the tables of a case have neither indexes nor references; at its end both are made.

    To be used in a transaction: broken off, nothing has changed. Who reads the case waits.
    """
    indexes, ties = connection.execute(_INDEXES).all(), connection.execute(_TIES).all()
    for tie in ties:
        connection.exec_driver_sql(f"ALTER TABLE {tie.of} DROP CONSTRAINT {tie.name}")
    for index in indexes:
        connection.exec_driver_sql(f"DROP INDEX {index.name}")
    yield
    connection.exec_driver_sql(_ROOM)
    for index in indexes:
        connection.exec_driver_sql(index.made)
    for tie in ties:
        connection.exec_driver_sql(f"ALTER TABLE {tie.of} ADD CONSTRAINT {tie.name} {tie.made}")


def copy_rows(
    connection: Connection, table: str, columns: Iterable[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Put rows into a table, all in one turn; raises CaseError as every other statement does."""
    named = ", ".join(f'"{column}"' for column in columns)
    raw: Any = connection.connection.driver_connection
    try:
        with raw.cursor().copy(f'COPY "{table}" ({named}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)
    except Exception as error:
        told = fault(str(connection.info.get("where", "")), error)
        if told is None:
            raise
        raise told from error
