"""Circular reporting: reports that cite each other for the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from sayso.analysis.wording.names import voice_word
from sayso.records.case import Account
from sayso.records.statements import Attribution

Citing = Mapping[str, frozenset[str]]


def citing(
    accounts: Iterable[Account],
    attributions: Mapping[str, Attribution],
    speakers: Mapping[str, tuple[str, ...]],
    names: Mapping[str, str],
) -> dict[str, frozenset[str]]:
    """Who passes on whose word on one event: from each voice to those it cites next.

    ``names`` are those of entities, by which several names of one outlet are told to be one.
    """
    found: dict[str, set[str]] = {}
    for account in accounts:
        outer = [voice_word(name) for name in speakers.get(account.span.document, ())]
        for id in account.attributions:
            chain = attributions[id].chain if id in attributions else ()
            hands = [voice_word(names.get(link.entity or "", link.name)) for link in chain]
            for name in outer if hands else ():
                found.setdefault(name, set()).add(hands[0])
            for one, other in pairwise(hands):
                found.setdefault(one, set()).add(other)
    return {name: frozenset(cited - {name}) for name, cited in found.items()}


def circles(cites: Citing) -> list[tuple[str, ...]]:
    """Voices that come back to themselves along citations, each circle once, sorted.

    Two voices are in one circle when each can be reached from the other.
    """
    reach = {name: _reached(name, cites) for name in sorted(cites)}
    found = {
        tuple(sorted({name, *(other for other in reach[name] if name in reach.get(other, ()))}))
        for name in reach
        if name in reach[name]
    }
    return sorted(found)


def _reached(start: str, cites: Citing) -> set[str]:
    seen: set[str] = set()
    todo: Sequence[str] = [start]
    while todo:
        nearer = {other for name in todo for other in cites.get(name, ())} - seen
        seen |= nearer
        todo = sorted(nearer)
    return seen
