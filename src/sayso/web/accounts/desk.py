"""Signing in and out: passwords, sessions, and the limit to trying."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from sayso.records.errors import UsageError
from sayso.run.deciding import now
from sayso.store.case import open_case
from sayso.store.people.audit import Entry
from sayso.store.people.register import User
from sayso.store.where import Where
from sayso.web.accounts.limits import Limiter
from sayso.web.accounts.passwords import fits

# A session lasts a working day; then the password is asked for again.
LASTS = dt.timedelta(hours=12)
_WAIT = 15.0


class TooMany(UsageError):
    """Too many wrong passwords; ``seconds`` until the next try."""

    def __init__(self, message: str, *, seconds: int, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.seconds = seconds


class Desk:
    """Lets the users of one case in, and knows who is in."""

    def __init__(self, where: Where, limiter: Limiter | None = None) -> None:
        self._where = where
        self._limiter = limiter or Limiter()

    def enter(self, name: str, password: str, client: str) -> str:
        """The token of a new session; UsageError where name and password do not fit.

        ``client`` is the address the request comes from; TooMany where it failed too often.
        """
        seconds = self._limiter.wait(name, client)
        if seconds:
            raise TooMany(
                "too many wrong passwords",
                seconds=seconds,
                hint=f"try again in {-(-seconds // 60)} minutes",
            )
        with open_case(self._where, wait=_WAIT) as case:
            right = fits(case.people().password(name), password)
            at = now()
            with case.register() as register:
                if not right:
                    register.note("sign-in refused", name[:80], by=f"from {client}", at=at)
                else:
                    token = secrets.token_urlsafe(32)
                    until = f"{dt.datetime.fromisoformat(at) + LASTS:%Y-%m-%dT%H:%M:%S.%fZ}"
                    register.begin(_id(token), name, at=at, until=until)
        if not right:
            self._limiter.failed(name, client)
            raise UsageError("name and password do not fit", hint="try again")
        self._limiter.passed(name, client)
        return token

    def leave(self, token: str, by: str) -> None:
        """End a session."""
        with open_case(self._where, wait=_WAIT) as case, case.register() as register:
            register.end(_id(token), by=by, at=now())

    def who(self, token: str) -> User | None:
        """Whose session this is, with the role of this moment."""
        if not token:
            return None
        with open_case(self._where, wait=_WAIT) as case:
            return case.people().signed_in(_id(token), now())

    def audit(self) -> list[Entry]:
        """The audit log, oldest first."""
        with open_case(self._where, wait=_WAIT) as case:
            return list(case.people().audit())


def _id(token: str) -> str:
    # Who reads the case, or a copy of it, must not find there what opens a session.
    return hashlib.sha256(token.encode()).hexdigest()
