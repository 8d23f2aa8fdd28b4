"""Where a case lies: in a file, or in a database on a server."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from sayso.records.errors import UsageError

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_SCHEMES = ("postgresql", "postgres")
_SECRET = ("password", "sslpassword")


@dataclass(frozen=True, slots=True, repr=False)
class Server:
    """A database on a server that holds one case, by its address.

    Printed, it shows no password: it may be asked for on every line of a log.
    """

    address: str

    @property
    def name(self) -> str:
        """What the database is called."""
        return unquote(urlsplit(self.address).path.strip("/")) or "case"

    def __str__(self) -> str:
        parts = urlsplit(self.address)
        user, at, host = parts.netloc.rpartition("@")
        given = [pair for pair in parse_qsl(parts.query) if pair[0] not in _SECRET]
        query = f"?{urlencode(given, safe='/')}" if given else ""
        return f"postgresql://{user.partition(':')[0]}{at}{host}{parts.path}{query}"

    def __repr__(self) -> str:
        return f"Server({str(self)!r})"


Where = Path | Server


def settled(given: Where) -> Where:
    """The same place, whatever folder the program goes to."""
    return given if isinstance(given, Server) else given.absolute()


def where(text: Where | str) -> Where:
    """The place that somebody wrote: an address, or the path of a file.

    Raises UsageError for an address of anything but PostgreSQL.
    """
    if not isinstance(text, str):
        return text
    scheme = _ADDRESS.match(text)
    if scheme is None:
        return Path(text)
    try:
        named = bool(urlsplit(text).path.strip("/"))
    except ValueError:
        named = False
    if scheme[1].lower() not in _SCHEMES or not named:
        raise UsageError(
            "this is no address of a case",
            hint="a case is a file, or a database: postgresql://USER@HOST/DATABASE",
        )
    return Server(text)
