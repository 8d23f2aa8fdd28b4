"""Texts of reports may hold the character zero, PostgreSQL's cannot: it is written as two others.

Zero becomes 1 1, and one becomes 1 2; everything above stays. So all texts come back as they were,
and stand in the same order as in a file.
"""

from __future__ import annotations

from typing import Any

_ZERO, _ONE = "\x01\x01", "\x01\x02"


def escape_zeros(raw: Any) -> None:
    """Let a connection write and read every text through the escape."""
    # Imported with the first connection to a server, whose driver it is.
    from psycopg.adapt import Loader  # noqa: PLC0415
    from psycopg.types.string import StrDumperUnknown  # noqa: PLC0415

    class Writes(StrDumperUnknown):
        """Texts on their way in."""

        def dump(self, obj: str) -> Any:
            """The bytes of a text."""
            return super().dump(written(obj))

    class Reads(Loader):
        """Texts on their way out."""

        def load(self, data: Any) -> str:
            """The text of some bytes."""
            return read(bytes(data).decode("utf-8"))

    raw.adapters.register_dumper(str, Writes)
    for name in ("text", "varchar"):
        raw.adapters.register_loader(name, Reads)


def written(text: str) -> str:
    """A text as the server keeps it."""
    if "\0" not in text and "\x01" not in text:
        return text
    return text.replace("\x01", _ONE).replace("\0", _ZERO)


def read(text: str) -> str:
    """The text of which ``written`` made this."""
    return text.replace(_ZERO, "\0").replace(_ONE, "\x01") if "\x01" in text else text
