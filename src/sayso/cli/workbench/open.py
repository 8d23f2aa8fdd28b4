"""The case in the browser, on this machine alone."""

from __future__ import annotations

import threading
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.login import login
from sayso.cli.terminal.options import DEFAULT_CASE, CasePlace, case_view
from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from sayso.store.where import Where


@click.command("open", epilog="Example: sayso open reports/ --case inquiry.sayso")
@click.argument("source", required=False, metavar="FOLDER_OR_CASE")
@click.option("--case", "case_path", type=CasePlace(), metavar="CASE",
              help="The case, a file or a database.  [default: case.sayso]")  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N",
              help="Where to answer; any free port if left out.")  # fmt: skip
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option("--by", metavar="NAME", help="Who decides; your login if left out.")
def open_(
    source: str | None, case_path: Where | None, port: int, no_browser: bool, by: str | None
) -> None:
    """Read what is new, and open the workbench: read, question and correct a case in the browser.

    Only this machine is answered, and only who has the printed address. A folder is read in the
    background while you work. Ctrl-C ends it.
    """
    from sayso.store.case import open_case
    from sayso.store.where import settled
    from sayso.web.app import application
    from sayso.web.gate import fresh_token
    from sayso.web.reads import Reads
    from sayso.web.serve import address, listen, serve

    path, sources = _what(source, case_path)
    if sources:
        open_case(path, create=True).close()
    else:
        with case_view(path):
            pass  # what is wrong with the case is said here and not in the browser
    token, reads = fresh_token(), Reads(settled(path), sources)
    with listen(port) as door:
        url = address(door, token)
        click.echo(f"{path} is open at\n\n  {url}\n\nCtrl-C ends it.")
        reads.start()
        if not no_browser:
            # A browser of the terminal comes back only when it is left, and must be served before.
            threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
        try:
            serve(application(path, token, by=by or login(), reads=reads, early=not sources), door)
        finally:
            reads.stop()
    click.echo("\nclosed")


def _what(source: str | None, case_path: Where | None) -> tuple[Where, tuple[str, ...]]:
    """The case, and what is to be read into it."""
    from sayso.store.where import Server, where

    if source is None:
        return case_path or Path(DEFAULT_CASE), ()
    given = where(source)
    if isinstance(given, Path) and not given.exists():
        raise UsageError(f"there is no '{source}'", hint="name a folder of reports, or a case")
    if isinstance(given, Server) or (given.is_file() and _is_case(given)):
        if case_path is not None and case_path != given and not _one_file(case_path, given):
            raise UsageError("two cases are named", hint=f"leave out --case to open {given}")
        return given, ()
    return case_path or Path(DEFAULT_CASE), (str(given.absolute()),)


def _one_file(one: Where, other: Where) -> bool:
    if not (isinstance(one, Path) and isinstance(other, Path) and one.exists()):
        return False
    return one.samefile(other)


def _is_case(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(15) == b"SQLite format 3"
