"""A case with a user of each role, in either store, and its workbench."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode

import pytest

from sayso.store.case import open_case
from sayso.store.people.register import ROLES, User
from sayso.store.where import Where
from sayso.web.accounts.gate import cookie_of
from sayso.web.accounts.limits import Limiter
from sayso.web.accounts.pages import newsroom
from sayso.web.accounts.passwords import hashed
from sayso.web.gate import form_seal
from tests.store.sample import fill
from tests.web.driver import HOST, Answer, ask

PASSWORD = "correct horse battery"
ORIGIN = f"http://{HOST}"


@cache
def kept() -> str:
    """The hash of the password of all users of these tests."""
    return hashed(PASSWORD)


class Clock:
    """Stands still unless it is told."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Hall:
    """The workbench with accounts, asked as browsers would."""

    where: Where
    origin: str = ORIGIN

    def __post_init__(self) -> None:
        self.clock = Clock()
        self.app = newsroom(self.where, self.origin, Limiter(self.clock))

    def enter(self, name: str, password: str = PASSWORD, **more: str) -> Answer:
        """Send the form to sign in."""
        return self.post("/enter", "", name=name, password=password, **more)

    def token(self, name: str) -> str:
        """Sign in, and give back what the cookie holds."""
        answer = self.enter(name)
        assert answer.status == 303, answer.words
        return answer.headers["set-cookie"].split("=", 1)[1].split(";")[0]

    def get(self, address: str, token: str = "", **headers: str) -> Answer:
        """Ask for a page."""
        return ask(self.app, "GET", address, headers={**self._cookie(token), **headers})

    def post(
        self, address: str, token: str = "", headers: dict | None = None, **form: str
    ) -> Answer:
        """Send a form as a page of this workbench does."""
        body = urlencode({"seal": form_seal(token), "back": "/", **form})
        given = {"origin": self.origin, **self._cookie(token), **(headers or {})}
        return ask(self.app, "POST", address, headers=given, body=body.encode())

    def _cookie(self, token: str) -> dict[str, str]:
        host = {"host": self.origin.split("//")[1]}
        return {**host, "cookie": f"{cookie_of(self.origin)}={token}"} if token else host


def people(where: Where) -> Where:
    """A small case with one user of each role."""
    with open_case(where, create=True) as case:
        with case.writer() as writer:
            fill(writer)
        with case.register() as register:
            for role in ROLES:
                register.add(User(f"the {role}", role, "2024-01-01"), kept(), by="root")
    return where


@pytest.fixture
def hall(where: Where) -> Iterator[Hall]:
    """The workbench, on both stores."""
    return Hall(people(where))


@pytest.fixture
def small(tmp_path) -> Hall:
    """The workbench, on a file."""
    return Hall(people(tmp_path / "small.sayso"))
