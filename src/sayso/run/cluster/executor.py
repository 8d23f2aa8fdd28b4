"""The executor of a cluster: the same verbs as on one machine, as tasks of Ray.

Ray places the tasks, moves and spills what they hand in, and repeats what is lost with a worker or
a machine. Here is decided only what goes into one task, how many are under way, and what is said
of a report that no worker survives.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, TypeVar

import ray
from ray.exceptions import RayError, RayTaskError

from sayso.run.cluster.worker import at_work
from sayso.run.local import LIMIT_S

Item = TypeVar("Item")
Result = TypeVar("Result")
Tools = TypeVar("Tools")

# Reports in one task: few enough that a slow one holds up little, enough to hide the way there.
TOGETHER = 8
# Tasks under way for each core: one under work, one whose reports have arrived.
AT_HAND = 2
# A task is tried so often again after its worker died; then its reports go one by one.
AGAIN = 1


@dataclass(frozen=True)
class Cluster:
    """Tasks on the cluster that this process has joined (see ``connect``).

    ``cores`` is how many it has; None asks Ray, again and again, for machines come and go.
    ``limit_s`` is how many seconds one item may take, ``together`` how many make one task.
    """

    cores: int | None = None
    limit_s: float = LIMIT_S
    together: int = TOGETHER

    def one_by_one(self) -> Cluster:
        """See Executor: each item is a task."""
        return replace(self, together=1)

    def map(
        self,
        work: Callable[[Item, Tools], Result],
        items: Iterable[Item],
        tools: Tools,
        lost: Callable[[Item, str], Result],
    ) -> Iterator[Result]:
        """See Executor. No more is under way than the cores can take up at once."""
        return _Round(self, work, [ray.put(tools)], lost).results(iter(items))


@dataclass
class _Round:
    """One ``map``: what is under way, and what must go once more on its own."""

    cluster: Cluster
    work: Callable[[Any, Any], Any]
    tools: list[Any]
    lost: Callable[[Any, str], Any]

    def results(self, items: Iterator[Any]) -> Iterator[Any]:
        """Results as they are ready; tasks under way are given up when nobody asks any more."""
        under_way: dict[Any, list[Any]] = {}
        alone: deque[Any] = deque()
        task = ray.remote(num_cpus=1, max_retries=AGAIN)(at_work)
        try:
            while True:
                while len(under_way) < self._room():
                    batch = self._batch(items, alone)
                    if not batch:
                        break
                    call = task.remote(self.work, batch, self.tools, self.cluster.limit_s)
                    under_way[call] = batch
                if not under_way:
                    return
                ready, _ = ray.wait(list(under_way), num_returns=1)
                yield from self._collect(ready[0], under_way.pop(ready[0]), alone)
        finally:
            for call in under_way:
                ray.cancel(call, force=True)

    def _room(self) -> int:
        # Asked each time: machines may join or leave while one reads.
        untyped: Any = ray
        cores = self.cluster.cores or int(untyped.cluster_resources().get("CPU", 1))
        return AT_HAND * max(1, cores)

    def _batch(self, items: Iterator[Any], alone: deque[Any]) -> list[Any]:
        return [alone.popleft()] if alone else list(islice(items, self.cluster.together))

    def _collect(self, call: Any, batch: list[Any], alone: deque[Any]) -> Iterator[Any]:
        try:
            yield from ray.get(call)
        except RayTaskError:
            raise
        except RayError as error:
            if len(batch) > 1:
                alone.extend(batch)
                return
            why = f"its worker died or took more than {self.cluster.limit_s:.0f} seconds"
            yield self.lost(batch[0], f"{why} ({type(error).__name__})")
