"""A file for other programs: beside the others, or on the terminal."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.records.errors import UsageError


def write(data: bytes, output: Path | None, what: str) -> None:
    """Write bytes to a file and say ``what`` is in it; to the terminal without a file."""
    if output is None:
        click.echo(data.decode(), nl=False)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise UsageError(
            f"the file could not be written: {error.strerror}",
            where=str(output),
            hint="name a file in a folder you may write to",
        ) from error
    click.echo(f"{output}: {what}")
