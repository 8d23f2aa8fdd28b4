"""What a source is, in words, with where it is known from: reports and packs side by side."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.analysis.wording.names import isolated, quoted
from sayso.records.statements import REGISTERED, Trait

# What must be said before a value that does not tell what it is.
_SAID = {"owner": "owner: ", "coordinates": "at ", "wikidata": "Wikidata "}


def by_attribute(traits: Iterable[Trait]) -> dict[str, list[Trait]]:
    """Traits by what they tell of, in the order of REGISTERED; of two alike the first alone.

    Alike are those with the same value from the same side, reports or packs.
    """
    found: dict[str, dict[tuple[str, bool], Trait]] = {name: {} for name in REGISTERED}
    for trait in sorted(traits, key=lambda t: (t.span is None, t.span or t.id, t.id)):
        found[trait.attribute].setdefault((trait.value.casefold(), trait.span is None), trait)
    return {name: list(given.values()) for name, given in found.items() if given}


def trait_words(trait: Trait) -> str:
    """A trait as a report tells it, in its words, or as a pack has it, in the pack's."""
    if trait.span is None:
        return isolated(trait.value)
    if trait.attribute == "country":
        return f"{isolated(trait.value)} ({quoted(trait.span.quote, 60)})"
    return quoted(trait.span.quote, 120)


def trait_lines(traits: Iterable[Trait]) -> list[str]:
    """What reports tell of a source on one line, what packs tell on another; never mixed."""
    given = [trait for group in by_attribute(traits).values() for trait in group]
    sides = (
        ("text", [trait_words(trait) for trait in given if trait.span is not None]),
        ("pack", [pack_words(trait) for trait in given if trait.span is None]),
    )
    return [f"{side}: {'; '.join(words)}" for side, words in sides if words]


def pack_words(trait: Trait) -> str:
    """A pack's trait with what it is, where the value does not tell: "owner: the city"."""
    words = trait_words(trait)
    return _SAID.get(trait.attribute, "") + words
