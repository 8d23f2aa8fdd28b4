"""Persons under several spellings and short names, inside one document."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.records.marks import Mention
from sayso.resolve.keys import OTHER
from sayso.resolve.names.lexicon import NO_LEXICON, Lexicon
from sayso.resolve.names.match import compare_names
from sayso.resolve.names.sounds import alike
from sayso.resolve.short_forms import Join, Joins

# Spellings of one full name inside one document; far above chance for two people.
SAME_PERSON, SAME_SURNAME = 0.88, 0.86


def attach_short_names(named: dict[str, list[Mention]], lexicon: Lexicon = NO_LEXICON) -> Joins:
    """Which person keys join which other key.

    A full name joins an earlier full name that sounds the same. A single name joins the one full
    name that has it as its last part, or any part; where two persons fit, it stays alone.
    """
    persons = [key for key in named if key.startswith("Person:") and OTHER not in key]
    full = [key for key in persons if len(_words(key)) > 1]
    joined: Joins = {}
    for place, key in enumerate(full):
        match = _first_same(named, key, full[:place], joined, lexicon)
        if match is not None:
            joined[key] = match
    for key in persons:
        if len(_words(key)) == 1:
            owner = _only_owner(_words(key)[0], full, joined)
            if owner is not None:
                joined[key] = Join(owner, "the only one of this name in the report", 0.9)
    return joined


def _words(key: str) -> list[str]:
    return key.removeprefix("Person:").split()


def _first_same(
    named: dict[str, list[Mention]],
    key: str,
    earlier: Iterable[str],
    joined: Joins,
    lexicon: Lexicon,
) -> Join | None:
    for other in earlier:
        if other not in joined:
            names = named[key][0].name, named[other][0].name
            match = compare_names(*names, "person", lexicon)
            if match.score >= SAME_PERSON:
                return Join(other, f"names alike: {'; '.join(match.reasons)}", match.score)
    return None


def _only_owner(name: str, full: list[str], joined: Joins) -> str | None:
    """The one person with this surname, or else with this given name."""
    for place in (slice(-1, None), slice(None)):
        words = {key: _words(key)[place] for key in full}
        exact = {_owner(key, joined) for key in full if name in words[key]}
        owners = exact or {
            _owner(key, joined)
            for key in full
            if any(alike(name, word) >= SAME_SURNAME for word in words[key])
        }
        if owners:
            return owners.pop() if len(owners) == 1 else None
    return None


def _owner(key: str, joined: Joins) -> str:
    return joined[key].to if key in joined else key
