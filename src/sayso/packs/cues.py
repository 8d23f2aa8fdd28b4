"""Words by which somebody is said to say something, and words of likelihood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from sayso.packs.vocabulary import OneOf
from sayso.records.statements import STANCES

KINDS = ("verb", "noun", "adjective", "phrase", "inner", "outer")
ACTS = ("say", "report", "claim", "deny", "believe", "know", "ask", "order", "intend", "show")


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word or phrase (the key, a lemma for verbs and nouns, with its particle).

    ``kind`` is verb, noun, adjective, phrase ("according to"), inner (before the source behind a
    report, "citing") or outer (before the outlet that carried it, "in an interview with"). Where
    a verb has the key already, the noun is written ``claim/noun``. ``act`` is say, report, claim,
    deny, believe, know, ask, order, intend or show. ``stance`` is the source's: affirms, denies
    or unsure. ``takes`` are the forms that what is said can have: clause, infinitive, object,
    raised ("is said to have left"), or a preposition ("about").
    """

    kind: Annotated[str, OneOf(KINDS)] = "verb"
    act: Annotated[str, OneOf(ACTS)] = "say"
    stance: Annotated[str, OneOf(STANCES)] = "affirms"
    takes: tuple[str, ...] = ("clause",)


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A word of likelihood (the key) and its probability range, 0 to 1, after ICD 203."""

    low: float | None = None
    high: float | None = None
