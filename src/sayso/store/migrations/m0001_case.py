"""The first tables: files, documents, cached results, linked records, full-text search."""

from __future__ import annotations

from sqlalchemy import Connection

from sayso.store.dialects import dialect_of
from sayso.store.migrations.statement import take

TITLE = "a case in one file"

_DOCUMENT = "document TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED"
_OWNED = (
    "document TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED"
)
_SPAN = f'{_DOCUMENT}, start INTEGER NOT NULL, "end" INTEGER NOT NULL'
_CITED = f"{_SPAN}, quote TEXT NOT NULL"

_TABLES = {
    "meta": "key TEXT PRIMARY KEY, value TEXT",
    "document": """
        id TEXT PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL, format TEXT NOT NULL,
        title TEXT, publisher TEXT, author TEXT, published TEXT, language TEXT,
        extracted BOOLEAN NOT NULL, note TEXT, text TEXT NOT NULL, characters INTEGER NOT NULL,
        blocks TEXT NOT NULL, cleaned BLOB NOT NULL""",
    "file": """
        path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, size BIGINT NOT NULL,
        mtime_ns BIGINT NOT NULL, options_hash TEXT NOT NULL,
        document TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
        state TEXT NOT NULL""",
    "original": f"{_OWNED} PRIMARY KEY, sha256 TEXT NOT NULL, content BLOB NOT NULL",
    "result": f"""
        {_OWNED}, step TEXT NOT NULL, gift TEXT NOT NULL, fingerprint TEXT NOT NULL,
        payload BLOB NOT NULL, PRIMARY KEY (document, step)""",
    "failure": """
        path TEXT NOT NULL, step TEXT NOT NULL, message TEXT NOT NULL, hint TEXT NOT NULL,
        PRIMARY KEY (path, step)""",
    "passage": f'row INTEGER PRIMARY KEY, {_OWNED}, start INTEGER NOT NULL, "end" INTEGER NOT NULL',
    "entity": "id TEXT PRIMARY KEY, type TEXT NOT NULL, names TEXT NOT NULL, body TEXT NOT NULL",
    "mention": f"row INTEGER PRIMARY KEY, entity TEXT NOT NULL, {_CITED}, form TEXT NOT NULL",
    "time": f"""
        row INTEGER PRIMARY KEY, {_CITED}, edtf TEXT, earliest TEXT, latest TEXT, anchor TEXT,
        rule TEXT NOT NULL, type TEXT NOT NULL, value TEXT""",
    "quantity": f"""
        row INTEGER PRIMARY KEY, {_CITED}, low DOUBLE PRECISION, high DOUBLE PRECISION,
        unit TEXT, bound TEXT NOT NULL""",
    "attribution": f"id TEXT PRIMARY KEY, {_SPAN}, body TEXT NOT NULL",
    "event": """
        id TEXT PRIMARY KEY, type TEXT NOT NULL, mode TEXT, earliest TEXT, latest TEXT,
        body TEXT NOT NULL""",
    "tie": """
        id TEXT PRIMARY KEY, type TEXT NOT NULL, earliest TEXT, latest TEXT, body TEXT NOT NULL""",
    "account": f"""
        about TEXT NOT NULL, position INTEGER NOT NULL, {_SPAN}, PRIMARY KEY (about, position)""",
    "claim": f"id TEXT PRIMARY KEY, {_SPAN}, body TEXT NOT NULL",
    "corroboration": "id TEXT PRIMARY KEY, body TEXT NOT NULL",
    "conflict": "id TEXT PRIMARY KEY, body TEXT NOT NULL",
    '"check"': f"id TEXT PRIMARY KEY, {_SPAN}, body TEXT NOT NULL",
    "judgement": "id TEXT PRIMARY KEY, at TEXT NOT NULL, revoked_by TEXT, body TEXT NOT NULL",
    "reference": """
        id TEXT NOT NULL, role TEXT NOT NULL, target TEXT NOT NULL,
        PRIMARY KEY (id, role, target)""",
}
# Every listing by document or by entity has its index, and every deletion of a document too.
_INDEXES = {
    "file_document": "file(document)",
    "passage_document": "passage(document)",
    "mention_document": "mention(document, start)",
    "mention_entity": "mention(entity, document, start)",
    "time_document": "time(document, start)",
    "quantity_document": "quantity(document, start)",
    "attribution_document": "attribution(document, start)",
    "event_earliest": "event(earliest, id)",
    "account_document": "account(document, start)",
    "claim_document": "claim(document, start)",
    "check_document": '"check"(document, start)',
    "reference_target": "reference(target, role)",
}


def up(connection: Connection) -> None:
    """Make the tables in an empty database."""
    for table, columns in _TABLES.items():
        take(connection, f"CREATE TABLE {table} ({columns})")
    for index, columns in _INDEXES.items():
        take(connection, f"CREATE INDEX {index} ON {columns}")
    dialect_of(connection).make_words(connection)
