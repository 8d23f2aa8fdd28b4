"""What a noun with "called" or "named" behind it says that a name is of."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.annotate.mentions.draft import FAIR, STRONG, THING, Draft
from sayso.annotate.mentions.lookup import Lookup
from sayso.records.parse import Token

CALLED = frozenset({"called", "named", "christened", "dubbed", "nicknamed", "entitled", "titled"})
# "an engineer by the name of Lee"
BY_NAME = ("by", "the", "name", "of")
# The lists of nouns for each kind, the first that has the noun decides.
KINDS = (
    ("craft_nouns", THING),
    ("work_nouns", THING),
    ("outlet_descriptions", "Outlet"),
    ("firm_nouns", "Organization"),
    ("general_bodies", "Organization"),
    ("organization_nouns", "Organization"),
    ("body_nouns", "Organization"),
    ("person_nouns", "Person"),
    ("group_nouns", "Person"),
    ("kin", "Person"),
    ("inhabitant_nouns", "Person"),
    ("place_descriptions", "Place"),
    ("place_nouns", "Place"),
)
# Whoever does something for a living is called so: "a ganger", "a bargeman".
DOERS = ("er", "or", "man", "woman", "ist")
# How far before "called" the noun may stand: "a village in the hills called Velm".
FAR = 5


def told_by_calling(draft: Draft, look: Lookup) -> Iterable[tuple[str, float]]:
    """Types and weights: "a ganger called Pike", "a Scot named Lee", "a website called Velm"."""
    place = _naming(draft)
    if place is None:
        return
    noun = _noun(draft, place)
    if noun is None:
        return
    word = noun.text.lower()
    for name, kind in KINDS:
        if word in look.nouns[name]:
            yield kind, STRONG
            return
    if (word,) in look.offices or noun.text in look.demonyms:
        yield "Person", STRONG
    elif word.endswith(DOERS):
        yield "Person", FAIR


def _naming(draft: Draft) -> int | None:
    """Where the words begin that lead from a noun to its name; null where there are none."""
    words = [token.text.lower() for token in draft.sentence.tokens[: draft.first]]
    if words[-1:] and words[-1] in CALLED:
        return len(words) - 1
    if tuple(words[-len(BY_NAME) :]) == BY_NAME:
        return len(words) - len(BY_NAME)
    return None


def _noun(draft: Draft, place: int) -> Token | None:
    """The noun of one that is named: the first before, with "a" or "the" in front of it."""
    tokens = draft.sentence.tokens
    for noun in reversed(tokens[max(0, place - FAR) : place]):
        if noun.tag in ("NN", "NNP"):
            led = tokens[max(0, noun.i - 4) : noun.i]
            if any(t.text.lower() in ("a", "an", "one", "the", "another", "some") for t in led):
                return noun
        if noun.pos in ("VERB", "AUX", "PUNCT"):
            return None
    return None
