"""Groups that lie on disk are worked on one part after the other."""

from collections.abc import Iterator
from typing import Any

from sayso.run.groups.group import group
from sayso.run.local import Serial
from sayso.store.scratch.shards import Shards


class Counted(Serial):
    """An executor that knows whether it was asked to take one item at a time."""

    def __init__(self) -> None:
        self.single = False

    def one_by_one(self) -> "Counted":
        """See Executor."""
        self.single = True
        return self


def sums(key: str, values: list[int]) -> Iterator[tuple[str, int]]:
    """Each key with the sum of its values."""
    yield key, sum(values)


def put(held: int) -> Shards[Any, int]:
    """A hundred numbers under ten keys, so many of them in memory."""
    shards: Shards[Any, int] = Shards(held)
    for number in range(100):
        shards.put(f"k{number % 10}", number)
    return shards


def test_only_what_lies_on_disk_goes_out_part_by_part() -> None:
    """What fits into memory is worked on here; the sums are the same."""
    small, large = Counted(), Counted()

    assert dict(group(small, sums, put(1000))) == dict(group(large, sums, put(7)))
    assert (small.single, large.single) == (False, True)
