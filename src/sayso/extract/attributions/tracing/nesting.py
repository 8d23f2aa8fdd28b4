"""Which saying is told inside another."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extract.attributions.finders.scene import Saying


def containers(sayings: Sequence[Saying]) -> dict[Saying, Saying]:
    """For each saying the smallest one whose content holds its cue, in one sweep over the text."""
    opening = sorted(sayings, key=lambda saying: saying.content)
    cued = sorted((s for s in sayings if s.cue), key=lambda s: (s.cue, s.content))
    found: dict[Saying, Saying] = {}
    open_now: list[Saying] = []
    place = 0
    for saying in cued:
        assert saying.cue is not None
        start = saying.cue[0]
        while place < len(opening) and opening[place].content[0] <= start:
            open_now.append(opening[place])
            place += 1
        open_now = [other for other in open_now if other.content[1] > start]
        holding = [other for other in open_now if _holds(other, saying)]
        if holding:
            found[saying] = min(holding, key=_length)
    return found


def _length(saying: Saying) -> int:
    return saying.content[1] - saying.content[0]


def _holds(outer: Saying, inner: Saying) -> bool:
    cue = inner.cue
    return (
        cue is not None
        and outer.cue != cue
        and outer.content[0] <= cue[0]
        and cue[1] <= outer.content[1]
        and not _turned(outer, inner)
    )


def _turned(outer: Saying, inner: Saying) -> bool:
    """Whether the two hold each other and the inner one is the longer: "A, B said, C said"."""
    cue = outer.cue
    if cue is None or not (inner.content[0] <= cue[0] and cue[1] <= inner.content[1]):
        return False
    return (_length(inner), inner.content) > (_length(outer), outer.content)
