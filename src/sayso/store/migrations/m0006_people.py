"""Several people at one case: users, who is signed in, and a log that is only added to."""

from __future__ import annotations

from sqlalchemy import Connection

from sayso.store.dialects import dialect_of
from sayso.store.migrations.statement import take

TITLE = "users and the audit log"

_TABLES = {
    '"user"': """
        name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT NOT NULL, since TEXT NOT NULL""",
    "session": """
        id TEXT PRIMARY KEY, "user" TEXT NOT NULL REFERENCES "user"(name) ON DELETE CASCADE,
        until TEXT NOT NULL""",
    "audit": """
        number INTEGER PRIMARY KEY, at TEXT NOT NULL, "by" TEXT NOT NULL, deed TEXT NOT NULL,
        about TEXT NOT NULL""",
}


def up(connection: Connection) -> None:
    """Make the tables, empty, and let nobody change a line of the log."""
    for table, columns in _TABLES.items():
        take(connection, f"CREATE TABLE {table} ({columns})")
    # To end all sessions of a user whose role or password changes.
    take(connection, 'CREATE INDEX session_of ON session("user")')
    dialect_of(connection).keep_appended(connection, "audit")
