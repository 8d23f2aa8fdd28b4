"""Passwords: kept as Argon2id hashes (RFC 9106), never as they are."""

from __future__ import annotations

import threading
from functools import cache
from typing import TYPE_CHECKING

from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 12, 1000
# Each hash takes 64 MiB and all cores for a moment: strangers must not make us do many at once.
_AT_ONCE = threading.BoundedSemaphore(2)


def hashed(password: str) -> str:
    """The hash to keep; UsageError for a password that is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(
            f"a password has {SHORTEST} to {LONGEST} characters",
            hint="four or five words that do not belong together are easy to keep in mind",
        )
    return _hasher().hash(password)


def fits(kept: str | None, password: str) -> bool:
    """Whether this is the password of the hash; without a hash as slow, and never."""
    from argon2.exceptions import Argon2Error, InvalidHashError  # noqa: PLC0415

    with _AT_ONCE:
        try:
            return _hasher().verify(kept or _nobodys(), password[:LONGEST]) and kept is not None
        except (Argon2Error, InvalidHashError):
            return False


@cache
def _hasher() -> PasswordHasher:
    try:
        from argon2 import PasswordHasher  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise UsageError(
            "accounts need a package that is not installed", hint='pip install "sayso[serve]"'
        ) from error
    return PasswordHasher()


@cache
def _nobodys() -> str:
    """A hash to compare with where there is no user, so that the time taken tells nothing."""
    return _hasher().hash("nobody has this password")
