"""Executors of one machine: in this process, or in worker processes that may die."""

from __future__ import annotations

import contextlib
import multiprocessing
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from typing import Any, Generic, Protocol, TypeVar

from sayso.run.garbage import look_seldom

Item = TypeVar("Item")
Result = TypeVar("Result")
Tools = TypeVar("Tools")

# How many seconds one report may take before its worker is stopped.
LIMIT_S = 300.0
# Reports a worker has at hand: one under work, one waiting, so that it is never idle.
AT_HAND = 2


class Executor(Protocol):
    """Does one piece of work for each item; results come as they are ready."""

    def map(
        self,
        work: Callable[[Item, Tools], Result],
        items: Iterable[Item],
        tools: Tools,
        lost: Callable[[Item, str], Result],
    ) -> Iterator[Result]:
        """Results of ``work(item, tools)``; ``lost(item, why)`` where a worker died of an item."""
        ...

    def one_by_one(self) -> Executor:
        """The same for items so large that few should be in memory at once."""
        ...


class Serial:
    """Everything in this process, one after the other."""

    def map(
        self,
        work: Callable[[Item, Tools], Result],
        items: Iterable[Item],
        tools: Tools,
        lost: Callable[[Item, str], Result],
    ) -> Iterator[Result]:
        """See Executor; nothing is ever lost here, for this process would be lost with it."""
        return (work(item, tools) for item in items)

    def one_by_one(self) -> Serial:
        """See Executor: it never has more than one."""
        return self


@dataclass
class _Worker(Generic[Item]):
    process: BaseProcess
    pipe: Connection
    at_hand: deque[Item] = field(default_factory=deque)
    since: float = 0.0


@dataclass(frozen=True)
class _Turn:
    """Tells a worker that what comes next is other work."""

    work: Callable[[Any, Any], Any]
    tools: Any


@dataclass
class Workers:
    """Worker processes, each with tools of its own; one that hangs or dies is replaced.

    As a context it keeps them for the next ``map``: to start one takes two seconds or three.
    """

    count: int
    limit_s: float = LIMIT_S
    _kept: list[_Worker[Any]] | None = field(default=None, init=False, repr=False)

    def __enter__(self) -> Workers:
        self._kept = []
        return self

    def __exit__(self, *_: object) -> None:
        kept, self._kept = self._kept or [], None
        _end(kept)

    def one_by_one(self) -> Workers:
        """See Executor: items go out one by one as it is."""
        return self

    def map(
        self,
        work: Callable[[Item, Tools], Result],
        items: Iterable[Item],
        tools: Tools,
        lost: Callable[[Item, str], Result],
    ) -> Iterator[Result]:
        """See Executor. Workers are stopped when the results are no longer asked for, and, unless
        they are kept, when there are no more."""
        crew: list[_Worker[Item]] = []
        waiting = iter(items)
        again: deque[Item] = deque()
        try:
            while True:
                self._hand_out(crew, waiting, again, work, tools)
                if not crew:
                    return
                for worker in self._ready(crew):
                    yield from self._collect(crew, worker, again, lost)
        finally:
            _end(crew)

    def _hire(self, work: Callable[[Item, Tools], Result], tools: Tools) -> _Worker[Item]:
        """A worker that is kept, told of its new work, or a new one."""
        while self._kept:
            worker = self._kept.pop()
            try:
                worker.pipe.send(_Turn(work, tools))
            except OSError:  # it died while it had nothing to do
                _end([worker])
            else:
                return worker
        return _start(work, tools)

    def _hand_out(
        self,
        crew: list[_Worker[Item]],
        waiting: Iterator[Item],
        again: deque[Item],
        work: Callable[[Item, Tools], Result],
        tools: Tools,
    ) -> None:
        for level in range(AT_HAND):
            for place in range(self.count):
                if place < len(crew) and len(crew[place].at_hand) > level:
                    continue
                item = again.popleft() if again else next(waiting, None)
                if item is None:
                    return
                if place >= len(crew):
                    crew.append(self._hire(work, tools))
                _give(crew[min(place, len(crew) - 1)], item)

    def _ready(self, crew: list[_Worker[Item]]) -> list[_Worker[Item]]:
        """Workers with a result, dead ones, and ones that took too long; idle ones go home."""
        for worker in [w for w in crew if not w.at_hand]:
            crew.remove(worker)
            if self._kept is None:
                _end([worker])
            else:
                self._kept.append(worker)
        pipes = wait([worker.pipe for worker in crew], timeout=1.0) if crew else []
        now = time.monotonic()
        return [w for w in crew if w.pipe in pipes or now - w.since > self.limit_s]

    def _collect(
        self,
        crew: list[_Worker[Item]],
        worker: _Worker[Item],
        again: deque[Item],
        lost: Callable[[Item, str], Result],
    ) -> Iterator[Result]:
        try:
            if worker.pipe.poll():
                result: Result = worker.pipe.recv()
                worker.at_hand.popleft()
                worker.since = time.monotonic()
                yield result
                return
            why = f"it took more than {self.limit_s:.0f} seconds"
        except (EOFError, OSError):
            why = "the process that worked on it died"
        crew.remove(worker)
        _end([worker])
        item = worker.at_hand.popleft()
        again.extend(worker.at_hand)
        yield lost(item, why)


def _start(work: Callable[[Item, Tools], Result], tools: Tools) -> _Worker[Item]:
    # A fresh interpreter: a copy of this one could hold locks that nobody will ever release.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work, tools), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _end(crew: Iterable[_Worker[Any]]) -> None:
    for worker in crew:
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()


def _give(worker: _Worker[Item], item: Item) -> None:
    if not worker.at_hand:
        worker.since = time.monotonic()
    worker.at_hand.append(item)
    # Of one that has just died nothing can be asked; what it had is found when it is looked after.
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        worker.pipe.send(item)


def _serve(pipe: Connection, work: Callable[[Item, Tools], Result], tools: Tools) -> None:
    look_seldom()
    # Items are taken in beside the work: were both ends sending at once, both would wait for ever.
    inbox: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_receive, args=(pipe, inbox), daemon=True).start()
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        while (item := inbox.get()) is not None:
            if isinstance(item, _Turn):
                work, tools = item.work, item.tools
            else:
                pipe.send(work(item, tools))


def _receive(pipe: Connection, inbox: SimpleQueue[Any]) -> None:
    with contextlib.suppress(EOFError, OSError):
        while True:
            inbox.put(pipe.recv())
    inbox.put(None)
