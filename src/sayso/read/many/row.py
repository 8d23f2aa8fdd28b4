"""One row of a table of reports, as a file that a reader of texts or web pages understands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.records.errors import UnreadableError

# Columns that name a row, the first that is there; its words, by format; what it says of itself.
NAMES = ("path", "id", "name", "url")
WORDS = {"text": "txt", "body": "txt", "content": "txt", "markdown": "md", "html": "html"}
HEAD = ("title", "publisher", "source", "author", "published", "date", "language")


def name_of(row: Mapping[str, Any], number: int) -> str:
    """What a row goes by in the case: its own name, else its number, with the ending of its words.

    A name that looks like a way through folders keeps its parts; ``..`` and the like become ``_``.
    """
    given = next((str(row[key]) for key in NAMES if row.get(key)), f"{number:09d}")
    parts = given.replace("\\", "/").split("/") if given.isprintable() else []
    name = "/".join(part if part.strip(".") else "_" for part in parts) or f"{number:09d}"
    ending = f".{next((WORDS[key] for key in WORDS if row.get(key)), 'txt')}"
    return name if name.endswith(ending) else f"{name}{ending}"


def report_of(row: Mapping[str, Any], where: str) -> bytes:
    """The bytes of a row's report, with what the row says of it as front matter.

    Raises UnreadableError where the row has no words.
    """
    found = next((key for key in WORDS if isinstance(row.get(key), str) and row[key]), None)
    if found is None:
        raise UnreadableError(
            "the row has no words", where=where, hint=f"its words stand in {', '.join(WORDS)}"
        )
    words: str = row[found]
    head = [f"{key}: {' '.join(str(row[key]).split())}" for key in HEAD if row.get(key)]
    if not head or WORDS[found] == "html" or words.startswith("---"):
        return words.encode("utf-8", "replace")
    return "\n".join(("---", *head, "---", "", words)).encode("utf-8", "replace")
