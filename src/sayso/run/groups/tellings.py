"""Tellings of all documents, brought together by key, and the events that they turn out to be."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from sayso.analysis.origins.copies import Copies
from sayso.records.accounts import EventAccount
from sayso.records.ids import content_id
from sayso.resolve.clusters import Clusters
from sayso.resolve.events import marked
from sayso.resolve.tellings.joining import joined
from sayso.resolve.tellings.making import telling_of
from sayso.resolve.tellings.pairs import Key, Pair, Placed, compared, keys, within
from sayso.run.groups.group import group
from sayso.run.local import Executor
from sayso.store.scratch.shards import Shards


class Tellings:
    """Takes the accounts of one document after the other; a telling's place is its number.

    Of each telling memory keeps its document's number and its account's id; the telling itself
    goes under its keys, where the others are that it must be compared with.
    """

    def __init__(
        self,
        persons: frozenset[str],
        subjects: Sequence[int],
        named: frozenset[str] | None = None,
        copies: Copies | None = None,
    ) -> None:
        self._persons, self._subjects, self._named = persons, subjects, named
        self._copies = copies or Copies()
        self._shared = Counter(subjects)
        self._documents = array("I")
        self._ids = Ids()
        self._seen = 0
        self._pairs: list[Pair] = []
        self._by_key: Shards[Key, Placed] = Shards()

    def take(self, accounts: Iterable[EventAccount]) -> None:
        """Learn what the next document tells."""
        about = self._subjects[self._seen]
        # Where nobody else reports on it, nobody can tell of it again.
        subject = about if self._shared[about] > 1 else None
        worded = subject is not None
        listed = list(accounts)
        told = [
            telling_of(account, self._persons, self._named, worded=worded, copied=copied)
            for account, copied in zip(listed, self._copied(listed), strict=True)
        ]
        own = []
        for account, telling in zip(listed, marked(told) if worded else told, strict=True):
            placed = Placed(len(self._documents), telling)
            own.append(placed)
            self._documents.append(self._seen)
            self._ids.append(account.id)
            for key in keys(telling, subject):
                self._by_key.put(key, placed)
        self._pairs += within(own)
        self._seen += 1

    def _copied(self, accounts: Iterable[EventAccount]) -> Iterator[str]:
        """For each account what the same in copies of its passage have, and nothing else has: its
        words, and how often they were told before; empty where nobody copies it."""
        seen: Counter[str] = Counter()
        for account in accounts:
            group = self._copies.group_of(account.span)
            told = "" if group is None else content_id("w", group, *account.span.quote.split())
            yield told and f"{told}|{seen[told]}"
            seen[told] += 1

    def events(self, executor: Executor) -> Events:
        """Which tellings are of one event."""
        found = group(executor, compared, self._by_key)
        clusters = joined(self._documents, chain(self._pairs, found))
        return Events(clusters, self._ids)


class Events:
    """The events that tellings are of: each goes by the smallest id of its accounts."""

    def __init__(self, clusters: Clusters, ids: Ids) -> None:
        self._clusters, self._ids = clusters, ids
        self._first = array("Q", range(len(ids)))
        self._sizes: dict[int, int] = {}
        for head, members in clusters.joined().items():
            smallest = min(members, key=ids.__getitem__)
            self._sizes[head] = len(members)
            for member in members:
                self._first[member] = smallest

    def of(self, place: int) -> int:
        """The number of a telling's event."""
        return self._clusters.find(place)

    def id(self, place: int) -> str:
        """The id of a telling's event."""
        return self._ids[self._first[place]]

    def is_alone(self, place: int) -> bool:
        """Whether an event is told once."""
        return self._clusters.find(place) not in self._sizes


class Ids:
    """Ids of one length, end to end: a list of strings takes four times the room."""

    def __init__(self) -> None:
        self._bytes, self._width = bytearray(), 0

    def __len__(self) -> int:
        return len(self._bytes) // self._width if self._width else 0

    def __getitem__(self, place: int) -> str:
        start = place * self._width
        return self._bytes[start : start + self._width].decode("ascii")

    def append(self, id: str) -> None:
        """Add one; raises ValueError where it has another length than the first."""
        self._width = self._width or len(id)
        if len(id) != self._width:
            raise ValueError(f"'{id}' is not of the length of other ids")
        self._bytes += id.encode("ascii")
