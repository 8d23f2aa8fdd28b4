"""Options and habits that commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from sayso.store.view import View

DEFAULT_CASE = "case.sayso"
Command = TypeVar("Command", bound=Callable[..., Any])


def case_option(command: Command) -> Command:
    """``--case FILE``: the case to ask or write."""
    return click.option(
        "--case", "case_path", type=click.Path(path_type=Path), default=DEFAULT_CASE,
        show_default=True, metavar="FILE", help="The case file.",
    )(command)  # fmt: skip


def json_option(command: Command) -> Command:
    """``--json``: the same answer for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")(
        command
    )


@contextmanager
def case_view(path: Path) -> Iterator[View]:
    """The case at this path, opened to be asked."""
    from sayso.store.case import open_case
    from sayso.store.writer import IMPORTED, LINKS

    with open_case(path) as case:
        view = case.view()
        if view.meta(LINKS) is None and view.meta(IMPORTED) is None:
            click.echo("the last read of this case did not end; run it again to link it", err=True)
        yield view
