"""What the faults of a server mean for its user."""

from __future__ import annotations

from sqlalchemy.engine import ExceptionContext

from sayso.records.errors import CaseError

_GONE = (
    "the server cannot be reached, or went away",
    "what was committed is kept; when it is back, the same command goes on",
)
_REFUSED = ("the server refuses the log-in", "is the user right, and the password in ~/.pgpass?")
_NOT_ALLOWED = ("the server does not allow it", "ask who runs it for rights on this database")
_REFUSES = ("the case refuses the record", "it misses something it must have")
_IN_USE = ("the case is in use", "try again when the other program is done")
# By the beginning of SQLSTATE, the longest that fits; see "PostgreSQL Error Codes".
_FAULTS = {
    "08": _GONE,
    "57": _GONE,
    "28": _REFUSED,
    "3D": ("there is no such database", "make it first: createdb NAME"),
    "42501": _NOT_ALLOWED,
    "25006": ("the case cannot be written", "only a connection that writes may change it"),
    "53": ("the server has no room left", "make room and read again; nothing is lost"),
    "53300": ("the server has no connection left", "try again, or let it allow more"),
    "23": _REFUSES,
    "P0001": _REFUSES,
    "40": _IN_USE,
    "55": _IN_USE,
    "58": ("the disk of the server fails", "ask who runs it"),
    "XX": ("the database is damaged", "restore it, or read the folder again into a new one"),
}
# A connection that was never made has no SQLSTATE: the server's words tell.
_TOLD = {
    "does not exist": _FAULTS["3D"],
    "authentication failed": _REFUSED,
    "no password supplied": _REFUSED,
    "no pg_hba.conf entry": _REFUSED,
    "permission denied": _NOT_ALLOWED,
    "too many clients": _FAULTS["53300"],
    "too many connections": _FAULTS["53300"],
}


def explain(place: str, context: ExceptionContext) -> CaseError | None:
    """What to raise in place of a fault of the database; null leaves it, as a fault of ours."""
    return fault(place, context.original_exception)


def fault(place: str, error: BaseException) -> CaseError | None:
    """The same, of what the driver itself raised."""
    state = getattr(error, "sqlstate", None)
    told = _by_state(state) if state else _by_words(error)
    if told is None:
        return None
    message, hint = told
    first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    return CaseError(f"{message} ({first})", where=place, hint=hint)


def _by_state(state: str) -> tuple[str, str] | None:
    fitting = [start for start in _FAULTS if state.startswith(start)]
    return _FAULTS[max(fitting, key=len)] if fitting else None


def _by_words(error: BaseException) -> tuple[str, str] | None:
    words = str(error)
    for part, told in _TOLD.items():
        if part in words:
            return told
    # psycopg raises OperationalError where the connection ends or never begins.
    return _GONE if type(error).__name__ in ("OperationalError", "ConnectionTimeout") else None
