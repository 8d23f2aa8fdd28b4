"""Names that outsiders rely on change in the open: a snapshot shows them in review.

Write the snapshot anew with: python -m tests.architecture.test_snapshots
"""

from pathlib import Path

from sayso.cli.main import COMMANDS
from sayso.packs.load import SECTIONS
from sayso.packs.words import LISTS
from sayso.records.accounts import EVENT_TYPES, ROLES, TIE_TYPES
from sayso.run.plan import PLAN
from sayso.store.schema import metadata

SNAPSHOT = Path(__file__).with_name("names.txt")


def names() -> str:
    """Steps, commands, pack sections, vocabularies, tables and columns, one a line."""
    lines = [f"step {s.name} {s.version}: {', '.join(s.needs)} -> {s.gives}" for s in PLAN]
    lines += [f"command {name}" for name in COMMANDS]
    lines += [f"section {name}" for name in sorted(SECTIONS)]
    lines += [f"words {name}" for name in sorted(LISTS)]
    lines += [f"event type {name}" for name in EVENT_TYPES]
    lines += [f"role {name}" for name in ROLES]
    lines += [f"tie type {name}" for name in TIE_TYPES]
    for table in sorted(metadata.tables):
        columns = ", ".join(column.name for column in metadata.tables[table].columns)
        lines.append(f"table {table}: {columns}")
    return "\n".join(lines) + "\n"


def test_names_are_as_they_were() -> None:
    """A renamed step, table or word list is a change that users notice."""
    assert names() == SNAPSHOT.read_text("utf-8")


if __name__ == "__main__":
    SNAPSHOT.write_text(names(), "utf-8")
