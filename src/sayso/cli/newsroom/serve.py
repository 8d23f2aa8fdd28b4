"""The workbench for several people."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from sayso.cli.terminal.options import case_option
from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from sayso.store.where import Where


@click.command(
    epilog="Example: sayso serve --case postgresql://db/inquiry --url https://sayso.example"
)
@click.option("--port", type=click.IntRange(0, 65535), default=8321, show_default=True,
              metavar="N", help="Where to answer; 0 takes any free port.")  # fmt: skip
@click.option("--bind", default="127.0.0.1", show_default=True, metavar="ADDRESS",
              help="For whom: this machine alone, or who reaches this address.")  # fmt: skip
@click.option("--url", metavar="URL", help="The address that browsers use, where a proxy with TLS "
              "stands before it. Default: http://127.0.0.1:PORT")  # fmt: skip
@case_option
def serve(case_path: Where, port: int, bind: str, url: str | None) -> None:
    """Serve the workbench with accounts: people sign in, and do what their roles allow.

    TLS is left to a proxy (see docs/newsroom.md); without it, only this machine is answered.
    Users are added with 'sayso users add'. Ctrl-C ends it.
    """
    from sayso.store.case import open_case
    from sayso.web.accounts.pages import newsroom
    from sayso.web.serve import listen
    from sayso.web.serve import serve as answer

    if url is None and not _is_local(bind):
        raise UsageError(
            f"at {bind} passwords would cross the network in the clear",
            hint="put a proxy with TLS before it, and name its address: --url https://NAME",
        )
    origin = _origin(url) if url else ""
    with open_case(case_path) as case:
        if not list(case.people().users()):
            raise UsageError(
                "nobody may sign in to this case yet",
                where=str(case_path),
                hint="add somebody: sayso users add NAME --role admin",
            )
    with listen(port, bind) as door:
        origin = origin or f"http://127.0.0.1:{door.getsockname()[1]}"
        click.echo(f"{case_path} is served at\n\n  {origin}\n\nCtrl-C ends it.")
        answer(newsroom(case_path, origin, early=True), door)
    click.echo("\nclosed")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    local = _is_local(parts.hostname or "") or parts.hostname == "localhost"
    if not parts.netloc or parts.path.strip("/") or parts.query:
        raise UsageError(f"'{url}' is no address of a workbench", hint="write https://NAME[:PORT]")
    if parts.scheme != "https" and not (parts.scheme == "http" and local):
        raise UsageError(
            f"'{url}' has no TLS, and passwords would be sent in the clear",
            hint="write https://NAME, of a proxy with TLS",
        )
    # Browsers leave out the usual port.
    usual = {"https": ":443", "http": ":80"}[parts.scheme]
    return f"{parts.scheme}://{parts.netloc.lower().removesuffix(usual)}"


def _is_local(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
