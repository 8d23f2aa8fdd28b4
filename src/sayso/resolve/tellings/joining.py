"""From pairs of tellings to events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.resolve.clusters import Clusters
from sayso.resolve.events import Telling
from sayso.resolve.tellings.alike import join_alike
from sayso.resolve.tellings.pairs import Key, Pair, Placed, compared, keys, within

# The days that a telling gives, as numbers, and its place.
Days = tuple[int, int, int]


def group_tellings(
    tellings: Sequence[Telling], subjects: Mapping[str, int] | None = None
) -> Clusters:
    """Groups of tellings (by place) that are one event; ``subjects`` are of documents, by id."""
    groups: dict[Key, list[Placed]] = defaultdict(list)
    documents: dict[str, list[Placed]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        documents[telling.document].append(Placed(place, telling))
        for key in keys(telling, (subjects or {}).get(telling.document)):
            groups[key].append(Placed(place, telling))
    pairs = [pair for key, members in groups.items() for pair in compared(key, members)]
    pairs += [pair for members in documents.values() for pair in within(members)]
    numbers = {document: number for number, document in enumerate(documents)}
    return joined([numbers[telling.document] for telling in tellings], pairs)


def joined(documents: Sequence[int], pairs: Iterable[Pair]) -> Clusters:
    """The events of tellings (by place), of each of which the number of its document is given.

    Tellings that agree are joined first. Then rival dates: two reports that tell the same of the
    same people a few days apart are taken for one event told with two dates, unless that would
    put two dates of one report together. Then what is told with a month, or without a day, goes to
    the one event within that time; with two such visits in a month it stays by itself. So does what
    another report on the subject tells without a day; last, what is alike by all that is told,
    where it is clear which is meant. The order of the pairs does not matter.
    """
    clusters = Clusters(len(documents))
    rivals: set[tuple[int, int]] = set()
    vague: dict[tuple[int, int], set[Days]] = defaultdict(set)
    retold: dict[int, set[int]] = defaultdict(set)
    alike: dict[tuple[int, int], int] = {}
    for pair in pairs:
        if pair.what == "same":
            clusters.join(pair.a, pair.b)
        elif pair.what == "rival":
            rivals.add((pair.a, pair.b))
        elif pair.what == "vague":
            vague[pair.score, pair.a].add((pair.first, pair.last, pair.b))
        elif pair.what == "alike":
            alike[pair.a, pair.b] = pair.score
        else:
            retold[pair.a].add(pair.b)
    for a, b in sorted(rivals):
        _join_if_clear(documents, clusters, a, b)
    # The narrower time first: a month's telling may be of a day, and a year's of that month.
    either = {
        place
        for width, place in sorted(vague)
        if not _join_within(clusters, place, vague[width, place])
    }
    for place in sorted(retold):
        _join_the_one(clusters, place, retold[place])
    alike = {pair: score for pair, score in alike.items() if not either & set(pair)}
    join_alike(documents, clusters, alike)
    return clusters


def _join_within(clusters: Clusters, place: int, others: Iterable[Days]) -> bool:
    """Join a telling to what others tell within its time, if that cannot be two events, which lie
    on days of their own; whether it was joined."""
    last: dict[int, int] = {}
    first: dict[int, int] = {}
    for since, until, other in others:
        event = clusters.find(other)
        first[event] = max(since, first.get(event, since))
        last[event] = min(until, last.get(event, until))
    if len(first) > 1 and max(first.values()) > min(last.values()):
        return False
    for event in sorted(first):
        clusters.join(*sorted((clusters.find(place), clusters.find(event))))
    return True


def _join_the_one(clusters: Clusters, place: int, others: Iterable[int]) -> None:
    """Join a telling to what others are of, if all of these are of one event."""
    meant = {clusters.find(other) for other in others} - {clusters.find(place)}
    if len(meant) == 1:
        clusters.join(*sorted((clusters.find(place), *meant)))


def _join_if_clear(documents: Sequence[int], clusters: Clusters, a: int, b: int) -> None:
    one, other = clusters.members(a), clusters.members(b)
    if not {documents[m] for m in one} & {documents[m] for m in other}:
        clusters.join(a, b)
