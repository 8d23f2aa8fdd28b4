"""Progress of a read on the terminal: a bar where there is one to draw on, else a few lines."""

from __future__ import annotations

import sys
from typing import Self

import click

# Without a terminal, one line for every so many reports.
EVERY = 50


class LineProgress:
    """Says in a few lines how far a read is; see run.progress for what it is told."""

    def __init__(self) -> None:
        self._done = 0
        self._total = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Nothing to clear away."""

    def expect(self, total: int) -> None:
        """So many reports are to be looked at."""
        self._total = total
        click.echo(f"reading {total} {'file' if total == 1 else 'files'}", err=True)

    def done(self, path: str) -> None:
        """One more is done."""
        self._done += 1
        if self._done % EVERY == 0:
            click.echo(f"  {self._done} of {self._total}", err=True)

    def linking(self) -> None:
        """All are read; now they are linked."""
        click.echo("linking who is who and what is one event", err=True)


class BarProgress:
    """Draws how far a read is; see run.progress for what it is told."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
        )

        self._bar = Progress(
            TextColumn("[bold]{task.description}"),
            BarColumn(bar_width=30),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[path]}", markup=False),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("reading", total=None, path="")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._bar.stop()

    def expect(self, total: int) -> None:
        """So many reports are to be looked at."""
        self._bar.update(self._task, total=total)

    def done(self, path: str) -> None:
        """One more is done."""
        self._bar.update(self._task, advance=1, path=_short(path))

    def linking(self) -> None:
        """All are read; now they are linked."""
        self._bar.update(self._task, description="linking", path="")


def terminal_progress() -> LineProgress | BarProgress:
    """A bar on a terminal; lines where the output goes elsewhere."""
    return BarProgress() if sys.stderr.isatty() else LineProgress()


def _short(path: str) -> str:
    shown = "".join(c if c.isprintable() else " " for c in path)
    return shown if len(shown) <= 40 else f"…{shown[-39:]}"
