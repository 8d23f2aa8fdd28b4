"""Executors: same results in one process or several, and workers that may die."""

import os
import signal
import time
from dataclasses import dataclass

import pytest

from sayso.run.local import Serial, Workers


@dataclass(frozen=True)
class Tools:
    factor: int


def times(item: int, tools: Tools) -> int:
    return item * tools.factor


def treacherous(item: int, tools: Tools) -> int:
    if item == 3:
        os._exit(11)
    if item == 5:
        time.sleep(60)
    return item * tools.factor


def large(item: bytes, tools: Tools) -> bytes:
    return item * tools.factor


def lost(item: int, why: str) -> int:
    return -item


@pytest.mark.parametrize("executor", [Serial(), Workers(2)], ids=["serial", "workers"])
def test_executors_agree(executor) -> None:
    """Where the work is done does not change what comes out."""
    found = executor.map(times, range(20), Tools(3), lost)

    assert sorted(found) == [n * 3 for n in range(20)]


@pytest.mark.slow
def test_a_worker_that_dies_or_hangs_costs_one_item() -> None:
    """The item that killed it is reported, all others are done."""
    executor = Workers(2, limit_s=3.0)
    found = sorted(executor.map(treacherous, range(8), Tools(1), lost))

    assert found == [-5, -3, 0, 1, 2, 4, 6, 7]


def test_large_items_do_not_block_each_other() -> None:
    """Both ends may have more to send than a pipe holds."""
    items = [bytes([n]) * 400_000 for n in range(6)]
    found = sorted(Workers(1).map(large, items, Tools(2), lambda item, why: b""))

    assert found == [item * 2 for item in items]


def test_results_may_be_left_unread() -> None:
    """Whoever stops asking leaves no process behind."""
    results = Workers(2).map(times, range(100), Tools(1), lost)
    next(iter(results))
    results.close()  # type: ignore[attr-defined]


def whose(item: int, tools: Tools) -> tuple[int, int]:
    return os.getpid(), item * tools.factor


def test_kept_workers_are_used_again_for_other_work() -> None:
    """What took seconds to start does the next work too, with that work's tools."""
    with Workers(2) as executor:
        first = {pid for pid, _ in executor.map(whose, range(8), Tools(1), lost)}
        again = list(executor.map(whose, range(8), Tools(5), lost))
    assert {pid for pid, _ in again} <= first
    assert sorted(found for _, found in again) == [n * 5 for n in range(8)]


def test_kept_workers_end_with_the_context() -> None:
    with Workers(2) as executor:
        pids = {pid for pid, _ in executor.map(whose, range(8), Tools(1), lost)}
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_a_kept_worker_that_died_meanwhile_costs_nothing() -> None:
    with Workers(1) as executor:
        [(pid, _)] = executor.map(whose, [1], Tools(1), lost)
        os.kill(pid, signal.SIGKILL)
        time.sleep(0.2)
        assert [found for _, found in executor.map(whose, [2, 3], Tools(2), lost)] == [4, 6]


def test_a_worker_that_dies_before_it_is_given_more_costs_one_item() -> None:
    """Whoever hands out the work may be busy with a result while a worker dies."""
    found = []
    for result in Workers(1).map(fragile, range(4), Tools(1), lost):
        time.sleep(0.5)
        found.append(result)
    assert sorted(found) == [-1, 0, 2, 3]


def fragile(item: int, tools: Tools) -> int:
    if item == 1:
        os._exit(3)
    return item
