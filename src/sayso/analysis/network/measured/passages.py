"""How many of the shortest paths of a graph lead through each of its points.

The method of Brandes (2001), as networkx has it, over numbers in place of names: the paths of eight
hundred actors take a third of the time.
"""

from __future__ import annotations

from collections.abc import Sequence


def passages(near: Sequence[Sequence[int]]) -> list[float]:
    """For each point the parts of shortest paths between two others that lead through it, summed
    up over both directions; ``near`` are the neighbours of each point, by number, each once."""
    hub = next((n for n, others in enumerate(near) if len(others) == len(near) - 1), None)
    if hub is not None:
        return _around(hub, near)
    found = [0.0] * len(near)
    for start in range(len(near)):
        order, before, paths = _ways(near, start)
        through = [0.0] * len(near)
        while len(order) > 1:
            point = order.pop()
            part = (1 + through[point]) / paths[point]
            for other in before[point]:
                through[other] += paths[other] * part
            found[point] += through[point]
    return found


def _around(hub: int, near: Sequence[Sequence[int]]) -> list[float]:
    """The same where one point is next to all others, as in the network around somebody: no path
    is longer than two steps, and only what two have in common beside the hub need be counted."""
    found = [0.0] * len(near)
    through_hub = 0.0
    for start, others in enumerate(near):
        if start == hub:
            continue
        next_to = set(others)
        common: dict[int, list[int]] = {}
        for middle in others:
            for end in near[middle] if middle != hub else ():
                if end != start and end not in next_to:
                    common.setdefault(end, []).append(middle)
        # Whoever has nothing else in common with the start is reached by way of the hub alone.
        through_hub += len(near) - 1 - len(next_to) - len(common)
        for middles in common.values():
            part = 1 / (len(middles) + 1)
            through_hub += part
            for middle in middles:
                found[middle] += part
    found[hub] = through_hub
    return found


def _ways(
    near: Sequence[Sequence[int]], start: int
) -> tuple[list[int], list[list[int]], list[float]]:
    """The points that can be reached, nearest first; the points before each on its shortest paths
    from the start; and how many such paths there are."""
    far = [-1] * len(near)
    paths = [0.0] * len(near)
    before: list[list[int]] = [[] for _ in near]
    far[start], paths[start] = 0, 1.0
    order = [start]
    for point in order:
        step, ways = far[point] + 1, paths[point]
        for other in near[point]:
            if far[other] < 0:
                far[other] = step
                order.append(other)
            if far[other] == step:
                paths[other] += ways
                before[other].append(point)
    return order, before, paths
