"""From pairs of tellings to events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.resolve.clusters import Clusters
from sayso.resolve.events import Telling
from sayso.resolve.tellings.alike import join_alike
from sayso.resolve.tellings.pairs import Key, Pair, Placed, compared, keys, within


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
    put two dates of one report together. Then what another report on the subject tells without
    a day goes to the one event it can be; last, what is alike by all that is told, where it is
    clear which is meant. The order of the pairs does not matter.
    """
    clusters = Clusters(len(documents))
    rivals: set[tuple[int, int]] = set()
    retold: dict[int, set[int]] = defaultdict(set)
    alike: dict[tuple[int, int], int] = {}
    for pair in pairs:
        if pair.what == "same":
            clusters.join(pair.a, pair.b)
        elif pair.what == "rival":
            rivals.add((pair.a, pair.b))
        elif pair.what == "alike":
            alike[pair.a, pair.b] = pair.score
        else:
            retold[pair.a].add(pair.b)
    for a, b in sorted(rivals):
        _join_if_clear(documents, clusters, a, b)
    for place in sorted(retold):
        meant = {clusters.find(other) for other in retold[place]}
        if len(meant - {clusters.find(place)}) == 1:
            clusters.join(*sorted((place, *meant))[:2])
    join_alike(documents, clusters, alike)
    return clusters


def _join_if_clear(documents: Sequence[int], clusters: Clusters, a: int, b: int) -> None:
    one, other = clusters.members(a), clusters.members(b)
    if not {documents[m] for m in one} & {documents[m] for m in other}:
        clusters.join(a, b)
