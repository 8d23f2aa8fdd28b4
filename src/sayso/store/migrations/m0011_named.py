"""Who names whom is told by an index alone, and events of a type are found without reading any."""

from __future__ import annotations

from sqlalchemy import Connection

from sayso.store.migrations.statement import take

TITLE = "who names whom, and events by type, from an index alone"


def up(connection: Connection) -> None:
    """Make the index of names anew, with what names them in it, and one of events by type."""
    take(connection, "DROP INDEX reference_target")
    take(connection, "CREATE INDEX reference_target ON reference(target, role, id)")
    take(connection, "CREATE INDEX event_type ON event(type, mode, id)")
