"""The door: a socket on this machine alone, and the server behind it."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress

import uvicorn
from starlette.types import ASGIApp

from sayso.records.errors import UsageError

ADDRESS = "127.0.0.1"
_SECONDS_TO_END = 3
# Seconds for which a thread may work before it must let others on: Python's own 0.005 would make
# each of the dozen steps of an answer wait so long while something is worked out beside it.
_TURN = 0.0005


def listen(port: int, bind: str = ADDRESS) -> socket.socket:
    """A socket that waits for browsers of this machine, or for who reaches the address ``bind``.

    Port 0 stands for any that is free.

    Raises UsageError where the port cannot be had.
    """
    family = socket.AF_INET6 if ":" in bind else socket.AF_INET
    door = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            # Elsewhere the option would let two programs have one port.
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((bind, port))
        door.listen()
    except OSError as error:
        door.close()
        raise UsageError(
            f"port {port} cannot be had: {error.strerror or error}",
            hint="name another with --port, or leave it out to take any that is free",
        ) from error
    return door


def address(door: socket.socket, token: str) -> str:
    """What to open in the browser."""
    return f"http://{ADDRESS}:{door.getsockname()[1]}/?token={token}"


def server(app: ASGIApp) -> uvicorn.Server:
    """What answers, not yet begun: ``run(sockets=[door])`` begins, ``should_exit`` ends it."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        lifespan="off",
        ws="none",
        server_header=False,
        timeout_graceful_shutdown=_SECONDS_TO_END,
    )
    return uvicorn.Server(config)


def serve(app: ASGIApp, door: socket.socket) -> None:
    """Answer requests until the user interrupts."""
    sys.setswitchinterval(_TURN)
    with suppress(KeyboardInterrupt):
        server(app).run(sockets=[door])
