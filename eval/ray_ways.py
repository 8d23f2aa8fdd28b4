"""Reports through Ray as tasks, as sayso sends them, and through Ray Data: what each costs.

    python -m eval.ray_ways [--items 2000] [--workers 2]

The work on an item is a few milliseconds of reckoning, so that what is left is the way there and
back. Told are the seconds until the first result, until the last, and of the driver's processor;
and what becomes of the others where one item kills its worker. Needs the extra sayso[cluster].
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Iterator
from typing import Any

KILLER = 7
PATIENCE_S = 60
SIZE = 5_000


def work(item: tuple[int, bytes], _: Any) -> tuple[int, int]:
    """A few milliseconds, and as much back as went there."""
    number, data = item
    if number < 0:
        os._exit(1)
    return number, sum(data) + sum(n % 7 for n in range(30_000))


def by_tasks(items: list[tuple[int, bytes]], workers: int) -> Iterator[tuple[int, int]]:
    """As ``sayso read --on ray`` does."""
    from sayso.run.cluster.executor import Cluster  # noqa: PLC0415

    return Cluster(workers).map(work, items, None, lambda item, why: (item[0], -1))


def by_data(items: list[tuple[int, bytes]], workers: int) -> Iterator[tuple[int, int]]:
    """The same work in batches of eight over Ray Data."""
    import ray  # noqa: PLC0415

    def batch(rows: dict[str, Any]) -> dict[str, Any]:
        found = [work(item, None) for item in zip(rows["number"], rows["data"], strict=True)]
        return {"number": [n for n, _ in found], "found": [value for _, value in found]}

    rows = [{"number": number, "data": data} for number, data in items]
    made = ray.data.from_items(rows, override_num_blocks=max(1, len(items) // 8))
    done = made.map_batches(batch, batch_size=8, concurrency=workers)
    return ((int(row["number"]), int(row["found"])) for row in done.iter_rows())


def _too_long(*_: Any) -> None:
    raise TimeoutError


def main() -> None:
    """Compare the two."""
    import ray  # noqa: PLC0415

    from sayso.run.cluster.connect import joined  # noqa: PLC0415

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--items", type=int, default=2000)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    items = [(n, bytes(SIZE)) for n in range(options.items)]
    signal.signal(signal.SIGALRM, _too_long)
    deadly = [(-1 if n == KILLER else n, data) for n, data in items[:64]]
    with joined("ray", options.workers):
        ray.data.DataContext.get_current().enable_progress_bars = False
        for name, way in (("tasks", by_tasks), ("Ray Data", by_data)) * 2:
            started, cpu, first = time.perf_counter(), time.process_time(), 0.0
            for _ in way(items, options.workers):
                first = first or time.perf_counter() - started
            took = time.perf_counter() - started
            print(
                f"{name:9} first {first:5.1f} s, all {took:6.1f} s, driver "
                f"{time.process_time() - cpu:5.1f} s of the processor",
                flush=True,
            )
        for name, way in (("tasks", by_tasks), ("Ray Data", by_data)):
            signal.alarm(PATIENCE_S)
            try:
                found = [value for _, value in way(deadly, options.workers)]
                print(f"{name:9} with a deadly item: {sum(v >= 0 for v in found)} of 63 others")
            except Exception as error:  # noqa: BLE001 - told is whatever it does
                print(f"{name:9} with a deadly item: no end ({type(error).__name__})")
            signal.alarm(0)


if __name__ == "__main__":
    sys.exit(main())
