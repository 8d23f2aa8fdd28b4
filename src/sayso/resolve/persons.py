"""Persons under several spellings and short names, inside one document."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.records.marks import Mention
from sayso.resolve.names.match import compare_names
from sayso.resolve.names.sounds import alike

# Spellings of one full name inside one document; far above chance for two people.
SAME_PERSON, SAME_SURNAME = 0.88, 0.86


def attach_short_names(named: dict[str, list[Mention]]) -> dict[str, str]:
    """Which person keys join which other key.

    A full name joins an earlier full name that sounds the same. A single name joins the one full
    name that has it as its last part, or any part; where two persons fit, it stays alone.
    """
    persons = [key for key in named if key.startswith("Person:")]
    full = [key for key in persons if len(_words(key)) > 1]
    joined: dict[str, str] = {}
    for place, key in enumerate(full):
        match = _first_same(key, full[:place], joined)
        if match is not None:
            joined[key] = match
    for key in persons:
        if len(_words(key)) == 1:
            owner = _only_owner(_words(key)[0], full, joined)
            if owner is not None:
                joined[key] = owner
    return joined


def _words(key: str) -> list[str]:
    return key.removeprefix("Person:").split()


def _first_same(key: str, earlier: Iterable[str], joined: dict[str, str]) -> str | None:
    for other in earlier:
        if other not in joined:
            score = compare_names(" ".join(_words(key)), " ".join(_words(other)), "person").score
            if score >= SAME_PERSON:
                return other
    return None


def _only_owner(name: str, full: list[str], joined: dict[str, str]) -> str | None:
    """The one person with this surname, or else with this given name."""
    for place in (slice(-1, None), slice(None)):
        words = {key: _words(key)[place] for key in full}
        exact = {joined.get(key, key) for key in full if name in words[key]}
        owners = exact or {
            joined.get(key, key)
            for key in full
            if any(alike(name, word) >= SAME_SURNAME for word in words[key])
        }
        if owners:
            return owners.pop() if len(owners) == 1 else None
    return None
