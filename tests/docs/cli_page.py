"""Writes docs/cli.md from the commands themselves: python -m tests.docs.cli_page > docs/cli.md"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import click

from sayso.cli.main import COMMANDS, sayso

HEAD = """# Commands

This page is written from the commands' own help by `make docs`; do not edit it.

Exit codes: 0 all well · 1 nothing done · 2 done, with failures.
"""

# As on a terminal of this width, whatever terminal this runs in.
SETTINGS: dict[str, Any] = {
    "max_content_width": 88,
    "terminal_width": 88,
    "help_option_names": ["-h", "--help"],
}


def page() -> str:
    """The page, ending in one newline."""
    parts = [HEAD]
    context = click.Context(sayso, info_name="sayso", **SETTINGS)
    for name in COMMANDS:
        command = sayso.get_command(context, name)
        assert command is not None
        parts += list(_entries(command, context, name, level=2))
    return "\n".join(parts).rstrip() + "\n"


def _entries(
    command: click.Command, parent: click.Context, name: str, *, level: int
) -> Iterator[str]:
    context = click.Context(command, parent=parent, info_name=name, **SETTINGS)
    help_text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    yield f"{'#' * level} {context.command_path}\n\n```text\n{help_text}\n```\n"
    if isinstance(command, click.Group):
        for inner in sorted(command.commands):
            yield from _entries(command.commands[inner], context, inner, level=level + 1)


if __name__ == "__main__":
    sys.stdout.write(page())
