"""Reading in the background: a process of its own, so that pages stay quick and memory small."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterable
from multiprocessing.connection import Connection
from typing import Any

from sayso.records.errors import SaysoError
from sayso.store.where import Where

Told = dict[str, Any]
_IDLE: Told = {"state": "idle", "done": 0, "total": 0, "path": "", "message": ""}


class Reads:
    """At most one read at a time into one case, and how far it is."""

    def __init__(self, path: Where, sources: Iterable[str] = ()) -> None:
        self._path = path
        self.sources = tuple(sources)
        self._told = dict(_IDLE)
        self._lock = threading.Lock()
        self._process: Any = None

    def state(self) -> Told:
        """``state`` is idle, reading, linking, done or failed; files ``done`` of ``total``."""
        with self._lock:
            return dict(self._told)

    def start(self) -> bool:
        """Read the sources, unless a read is under way or there is nothing to read."""
        with self._lock:
            if not self.sources or self._told["state"] in ("reading", "linking"):
                return False
            self._told = {**_IDLE, "state": "reading"}
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe(duplex=False)
        self._process = context.Process(target=_read, args=(self._path, self.sources, there))
        self._process.start()
        there.close()
        threading.Thread(target=self._listen, args=(here,), daemon=True).start()
        return True

    def stop(self) -> None:
        """End a read that is under way; what it has written stays."""
        if self._process is not None and self._process.is_alive():
            self._process.terminate()
            self._process.join(5)

    def _listen(self, here: Connection) -> None:
        while True:
            try:
                told = here.recv()
            except (EOFError, OSError):
                break
            with self._lock:
                self._told.update(told)
        with self._lock:
            if self._told["state"] in ("reading", "linking"):
                self._told.update(state="failed", message="the read was broken off: start it again")


class _Teller:
    """Progress of a read, told through a pipe; see run.progress."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe, self._done = pipe, 0

    def expect(self, total: int) -> None:
        """So many files are to be looked at."""
        self._pipe.send({"total": total})

    def done(self, path: str) -> None:
        """One more file is done."""
        self._done += 1
        self._pipe.send({"done": self._done, "path": path})

    def linking(self) -> None:
        """All are read; now they are linked."""
        self._pipe.send({"state": "linking"})


def _read(path: Where, sources: tuple[str, ...], pipe: Connection) -> None:
    # Imported here: only the process that reads needs models and readers.
    from sayso.run.reading import read_sources  # noqa: PLC0415
    from sayso.run.tools import executor, tools  # noqa: PLC0415
    from sayso.store.case import open_case  # noqa: PLC0415

    try:
        bench = tools(_packs(path))
        workers = executor(os.cpu_count() or 1)
        with workers as place, open_case(path, create=True, wait=30.0) as case:
            found = read_sources(case, sources, bench, place, progress=_Teller(pipe))
        failed = f", {found.failed} could not be read, or not in full" if found.failed else ""
        message = f"{found.read} read, {found.unchanged} unchanged{failed}"
        pipe.send({"state": "done", "message": message})
    except SaysoError as error:
        pipe.send({"state": "failed", "message": str(error).replace("\n", " ")})


def _packs(path: Where) -> list[str]:
    """The packs the case was read with before, beside the built-in ones."""
    import json  # noqa: PLC0415

    from sayso.run.reading import PACKS  # noqa: PLC0415
    from sayso.store.case import is_taken, open_case  # noqa: PLC0415

    if not is_taken(path):
        return []
    with open_case(path, wait=30.0) as case:
        return list(json.loads(case.view().meta(PACKS) or "[]"))
