"""Asks the workbench without a socket: one ASGI call a request, answers as text."""

from __future__ import annotations

import asyncio
import html
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from starlette.types import ASGIApp

from sayso.web.app import application
from sayso.web.gate import form_seal

TOKEN = "a-token-for-tests"
HOST = "127.0.0.1:4321"


@dataclass
class Answer:
    """Status, headers by lower-case name, and the page."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def text(self) -> str:
        """The page as it is sent."""
        return self.body.decode("utf-8")

    @property
    def words(self) -> str:
        """What a reader sees, roughly: no tags, entities resolved, one line."""
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", self.text)).split())


class Bench:
    """The workbench of one case, asked as a browser with the token would."""

    def __init__(self, path: Path, **more) -> None:
        self.app = application(path, TOKEN, by="Ada", **more)
        self.cookie = f"sayso-4321={TOKEN}"

    def get(self, address: str, **headers: str) -> Answer:
        """Ask for a page."""
        return self.ask("GET", address, headers={"cookie": self.cookie, **headers})

    def post(self, address: str, **form: str) -> Answer:
        """Send a form as a page of the workbench does."""
        body = urlencode({"seal": form_seal(TOKEN), "back": "/", **form})
        headers = {
            "cookie": self.cookie,
            "origin": f"http://{HOST}",
            "content-type": "application/x-www-form-urlencoded",
        }
        return self.ask("POST", address, headers=headers, body=body.encode())

    def ask(
        self, method: str, address: str, *, headers: dict[str, str], body: bytes = b""
    ) -> Answer:
        """Any request at all; header values and addresses may be nonsense."""
        return ask(self.app, method, address, headers=headers, body=body)


def ask(
    app: ASGIApp, method: str, address: str, *, headers: dict[str, str], body: bytes = b""
) -> Answer:
    """Any request at all; header values and addresses may be nonsense."""
    path, _, query = address.partition("?")
    named = {"host": HOST, **headers}
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode("utf-8", "surrogateescape"),
        "query_string": query.encode("utf-8", "surrogateescape"),
        "headers": [
            (k.lower().encode("latin-1"), v.encode("utf-8", "surrogateescape"))
            for k, v in named.items()
        ],
        "server": ("127.0.0.1", 4321),
        "client": ("127.0.0.1", 5),
        "root_path": "",
    }
    answer = Answer(0)
    sent = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> dict[str, object]:
        return sent.pop() if sent else await asyncio.Future()

    async def send(message: dict[str, object]) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = {k.decode(): v.decode("latin-1") for k, v in message["headers"]}
        else:
            answer.body += message.get("body", b"")

    asyncio.run(app(scope, receive, send))
    return answer
