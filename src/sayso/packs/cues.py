"""Words by which somebody is said to say something, and words of likelihood."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word or phrase (the key, a lemma for verbs and nouns).

    ``kind`` is verb, noun, adjective or phrase. ``act`` is say, report, claim, deny, believe,
    know, ask, order, intend or show. ``stance`` is the source's: affirms, denies or unsure.
    """

    kind: str = "verb"
    act: str = "say"
    stance: str = "affirms"


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A word of likelihood (the key) and its probability range, 0 to 1, after ICD 203."""

    low: float | None
    high: float | None
