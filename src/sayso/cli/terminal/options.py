"""Options and habits that commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from sayso.store.view import View
    from sayso.store.where import Where

DEFAULT_CASE = "case.sayso"
# Lines of a table that somebody reads without another question.
USUAL = 100
EVERY = sys.maxsize
Row = TypeVar("Row")
Command = TypeVar("Command", bound=Callable[..., Any])


class CasePlace(click.ParamType):  # type: ignore[type-arg]
    """A path, or the address of a database."""

    name = "case"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Where:
        """Where the case lies; UsageError for an address of anything but PostgreSQL."""
        from sayso.store.where import where

        return where(value)


def case_option(command: Command) -> Command:
    """``--case CASE``: the case to ask or write."""
    return click.option(
        "--case", "case_path", type=CasePlace(), default=DEFAULT_CASE, show_default=True,
        metavar="CASE", help="The case: a file, or a database (postgresql://HOST/NAME).",
    )(command)  # fmt: skip


class RowCount(click.ParamType):  # type: ignore[type-arg]
    """How many rows: a number, or "all"."""

    name = "count"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; all is more than there are."""
        if isinstance(value, str) and value.isascii() and value.isdigit() and 0 < len(value) < 10:
            return int(value)
        if value == "all":
            return EVERY
        return value if isinstance(value, int) else self.fail(f"'{value}' is no number", param, ctx)


def limit_option(command: Command) -> Command:
    """``--limit N``: how much of a long answer to show; see ``most``."""
    return click.option(
        "--limit", type=RowCount(), metavar="N|all",
        help=f"Show at most N.  [default: {USUAL} in a table, all in JSON]",
    )(command)  # fmt: skip


def most(limit: int | None, *, as_json: bool) -> int:
    """How many rows to show: as asked for, else a table's usual number, or all for a program."""
    if limit is not None:
        return limit
    return EVERY if as_json else USUAL


def first_of(rows: Sequence[Row], limit: int | None, *, as_json: bool) -> Sequence[Row]:
    """The rows to show of many; where these are all, the rows as they are, which may be made only
    while they are shown."""
    count = most(limit, as_json=as_json)
    return rows if count == EVERY or count >= len(rows) else rows[:count]


def wait_option(command: Command) -> Command:
    """``--wait SECONDS``: patience with whoever else writes the case."""
    return click.option(
        "--wait", type=float, default=10.0, show_default=True, metavar="SECONDS",
        help="How long to wait for somebody else who writes the case.",
    )(command)  # fmt: skip


def json_option(command: Command) -> Command:
    """``--json``: the same answer for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")(
        command
    )


@contextmanager
def case_view(path: Where) -> Iterator[View]:
    """The case at this place, opened to be asked."""
    from sayso.store.case import open_case
    from sayso.store.writer import IMPORTED, LINKS

    with open_case(path) as case:
        view = case.view()
        if view.meta(LINKS) is None and view.meta(IMPORTED) is None:
            click.echo("the last read of this case did not end; run it again to link it", err=True)
        yield view
