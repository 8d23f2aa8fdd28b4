"""The users of a case, with their roles, and who of them is signed in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from sayso.records.errors import UsageError
from sayso.store import schema
from sayso.store.people import audit
from sayso.store.people.audit import Entry
from sayso.store.reading import one, stream

# Each may do what those before it may: read; decide; see the audit log.
ROLES = ("reader", "analyst", "admin")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may sign in; ``since`` is when the user was added, in ISO 8601."""

    name: str
    role: str
    since: str


class People:
    """Asks who may use a case, and who did."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def users(self) -> Iterator[User]:
        """All users, by name."""
        query = select(schema.user).order_by(schema.user.c.name)
        return (User(row.name, row.role, row.since) for row in stream(self._connection, query))

    def user(self, name: str) -> User:
        """One user; UsageError where there is none of this name."""
        row = one(self._connection, select(schema.user).where(schema.user.c.name == name))
        if row is None:
            raise UsageError(f"there is no user '{name}'", hint="'sayso users' lists them")
        return User(row.name, row.role, row.since)

    def password(self, name: str) -> str | None:
        """The hash of a user's password; null where there is no such user."""
        table = schema.user
        row = one(self._connection, select(table.c.password).where(table.c.name == name))
        return None if row is None else str(row.password)

    def signed_in(self, session: str, at: str) -> User | None:
        """Whose session this is, if it has not ended by then."""
        user, table = schema.user, schema.session
        query = select(user).join(table, table.c.user == user.c.name)
        row = one(self._connection, query.where(table.c.id == session, table.c.until > at))
        return None if row is None else User(row.name, row.role, row.since)

    def audit(self) -> Iterator[Entry]:
        """The audit log, oldest first."""
        return audit.entries(self._connection)


class Register(People):
    """Writes users and sessions, each change with a line in the audit log.

    ``by`` is who does it, ``at`` when, in ISO 8601. Get one from ``Case.register()``.
    """

    def add(self, user: User, password: str, *, by: str) -> None:
        """Add a user with the hash of a password; UsageError where the name is taken, or none."""
        _check_name(user.name)
        _check_role(user.role)
        taken = self._connection.execute(
            select(schema.user.c.name).where(schema.user.c.name == user.name)
        ).first()
        if taken:
            raise UsageError(f"there is a user '{user.name}' already", hint="choose another name")
        row = {"name": user.name, "role": user.role, "password": password, "since": user.since}
        self._connection.execute(insert(schema.user), row)
        self.note("add user", f"{user.name} ({user.role})", by=by, at=user.since)

    def remove(self, name: str, *, by: str, at: str) -> None:
        """Remove a user, whose decisions stay; UsageError for the last admin."""
        self._keep_an_admin(self.user(name))
        self.end_all(name)
        self._connection.execute(delete(schema.user).where(schema.user.c.name == name))
        self.note("remove user", name, by=by, at=at)

    def set_role(self, name: str, role: str, *, by: str, at: str) -> None:
        """Give a user another role, from the next request on; UsageError for the last admin."""
        _check_role(role)
        had = self.user(name)
        if role != had.role:
            self._keep_an_admin(had)
        change = update(schema.user).where(schema.user.c.name == name)
        self._connection.execute(change.values(role=role))
        self.note("set role", f"{name}: {had.role} to {role}", by=by, at=at)

    def set_password(self, name: str, password: str, *, by: str, at: str) -> None:
        """Give a user another password, by its hash; all sessions of the user end."""
        self.user(name)
        change = update(schema.user).where(schema.user.c.name == name)
        self._connection.execute(change.values(password=password))
        self.end_all(name)
        self.note("set password", name, by=by, at=at)

    def begin(self, session: str, name: str, *, at: str, until: str) -> None:
        """Let a user in until then, and forget sessions that have ended."""
        table = schema.session
        self._connection.execute(delete(table).where(table.c.until <= at))
        self._connection.execute(insert(table), {"id": session, "user": name, "until": until})
        self.note("sign in", name, by=name, at=at)

    def end(self, session: str, *, by: str, at: str) -> None:
        """End one session."""
        self._connection.execute(delete(schema.session).where(schema.session.c.id == session))
        self.note("sign out", by, by=by, at=at)

    def end_all(self, name: str) -> None:
        """End every session of a user."""
        self._connection.execute(delete(schema.session).where(schema.session.c.user == name))

    def note(self, deed: str, about: str, *, by: str, at: str) -> None:
        """Add a line to the audit log."""
        audit.note(self._connection, at=at, by=by, deed=deed, about=about)

    def _keep_an_admin(self, gone: User) -> None:
        if gone.role != ROLES[-1]:
            return
        table = schema.user
        others = select(table.c.name).where(table.c.role == gone.role, table.c.name != gone.name)
        if self._connection.execute(others).first() is None:
            raise UsageError(
                f"'{gone.name}' is the last admin", hint="make somebody else admin first"
            )


def _check_name(name: str) -> None:
    if not name.strip() or len(name) > _LONGEST_NAME or not name.isprintable():
        raise UsageError(
            "this is no name for a user",
            hint=f"letters, digits and signs that can be seen, {_LONGEST_NAME} at most",
        )


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise UsageError(f"there is no role '{role}'", hint=f"roles: {', '.join(ROLES)}")
