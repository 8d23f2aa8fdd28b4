"""Our own style and scripts, one of each: the style inside every page, the scripts and the icon
under addresses that change with them, so that the browser may keep them."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from sayso.records.ids import digest

_FOLDER = Path(__file__).with_name("static")
# An address stands for one content, so that nobody need ask for it again.
_KEPT = {"Cache-Control": "private, max-age=86400, immutable"}
# Not asked of the system, which may take a script for plain text.
_KINDS = {".js": "text/javascript", ".svg": "image/svg+xml"}
_REMARKS = re.compile(r"/\*.*?\*/", re.DOTALL)


@cache
def style() -> Markup:
    """All style, in order of its files' names, to stand inside a page.

    Every run has a port of its own, so no browser has anything of it yet: a style that it had to
    fetch would be one more wait before the first word of the first page.
    """
    parts = (path.read_text("utf-8") for path in sorted(_FOLDER.glob("*.css")))
    return Markup(_REMARKS.sub("", "".join(parts)))


@cache
def style_seal() -> str:
    """What a policy names this very style by, so that it stands alone and none beside it."""
    hashed = hashlib.sha256(style().encode()).digest()
    return f"'sha256-{base64.b64encode(hashed).decode()}'"


@cache
def address(name: str) -> str:
    """The address of a file of ours; another content has another address."""
    return f"/static/{name}?v={digest(_contents()[name])[:12]}"


@cache
def _contents() -> Mapping[str, bytes]:
    """What is served, by name: a few kilobytes.

    All scripts go as one file, in order of their names: each request more is a connection more
    that a first page waits for.
    """
    # In a block of its own no script sees the names of another.
    blocks = (b"{\n" + path.read_bytes() + b"}\n" for path in sorted(_FOLDER.glob("*.js")))
    icon = _FOLDER.joinpath("icon.svg").read_bytes()
    scripts = b'"use strict";\n' + b"".join(blocks)
    return {"sayso.js": scripts, "icon.svg": icon}


async def files(scope: Scope, receive: Receive, send: Send) -> None:
    """A file by the name behind "/static/", or 404.

    No disk is asked and no thread: a page that has just come in asks for all of them at once,
    while other threads work out what the next pages need.
    """
    name = Request(scope).url.path.rpartition("/static/")[2]
    content = _contents().get(name)
    if content is None or scope["method"] not in ("GET", "HEAD"):
        answer: Response = PlainTextResponse("there is no such file", 404)
    else:
        answer = Response(content, media_type=_KINDS[Path(name).suffix], headers=_KEPT)
    await answer(scope, receive, send)
