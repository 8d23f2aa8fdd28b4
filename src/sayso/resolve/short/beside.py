"""A body and what it is called right beside its name: "Velm Lines, a shipping company,"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sayso.records.marks import NAME_FORMS
from sayso.resolve.short.joins import Join, Named

_BODIES = frozenset({"Organization", "Outlet"})
# Behind the name; no "the", which more often goes on with a list.
_BEHIND = re.compile(r",\s+an?\s+(?:[\w-]+\s+){0,3}")
# What may follow it: not "and", behind which the list of others would go on.
_CLOSED = re.compile(r"[,.;:)]|\s+(?:that|which|based|owned|run|founded|from|in|with|of)\b|\s*$")
_FAR = 60


def by_beside(named: Named, text: str) -> Iterator[tuple[str, Join]]:
    """Descriptions that stand right behind the name of a body, or right before it."""
    names = [
        (mention, key)
        for key, group in named.items()
        for mention in group
        if mention.type in _BODIES and mention.form in NAME_FORMS
    ]
    ends = {mention.span.end: key for mention, key in names}
    starts = {mention.span.start: key for mention, key in names}
    for key, group in named.items():
        span = group[0].span
        if group[0].form != "description" or group[0].type not in _BODIES:
            continue
        after = starts.get(span.end + 1) if text[span.end : span.end + 1] == " " else None
        near = (end for end in range(span.start - 1, max(0, span.start - _FAR), -1) if end in ends)
        end = next(near, None)
        behind = end is not None and _BEHIND.fullmatch(text, end, span.start)
        if behind and _CLOSED.match(text, span.end):
            after = ends[end or 0]
        if after is not None:
            yield key, Join(after, "so called right beside the name", 0.95)


def called_beside(named: Named, text: str) -> Mapping[str, frozenset[str]]:
    """By its key what a body is called right beside its name: "Velm, a private bank"."""
    found: dict[str, frozenset[str]] = {}
    for key, join in by_beside(named, text):
        noun = named[key][0].name.lower().split()[-1]
        found[join.to] = found.get(join.to, frozenset()) | {noun}
    return found
