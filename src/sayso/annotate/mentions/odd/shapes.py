"""What the words of a name tell of its type by their order: a nickname inside, "&", "Save the"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.annotate.mentions.draft import FAIR, LIGHT, STRONG, Draft, nickname
from sayso.annotate.mentions.lookup import Lookup

ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
# The words of a name with a hyphen inside: "Yi Jae - min".
_HALVED = 4
# Between the names of those whose firm it is; "y" and "e" stand between two names of one.
JOINED = frozenset({"&", "und", "og", "och", "et"})


def told_by_shape(draft: Draft, look: Lookup) -> Iterable[tuple[str, float]]:
    """Types and weights from the words of a name."""
    if nickname(draft.tokens) is not None:
        yield "Person", STRONG
    if JOINED.intersection(draft.words[1:-1]):
        yield "Organization", FAIR
    if draft.tokens[0].pos == "VERB" and draft.words[1:2] == ("the",):
        # "Save the Rivers"
        yield "Organization", STRONG + LIGHT
    if len(draft.words) > 1 and draft.words[0].lower() in look.nouns["plural_articles"]:
        # "Los Velos": towns have such names too, but then they are told to be where things are.
        yield "Organization", LIGHT
    if _of_a_body(draft, look):
        yield "Person", LIGHT
    if in_syllables(draft, look):
        yield "Person", FAIR
    if ORDINAL.fullmatch(draft.words[0]) and len(draft.words) > 1:
        # "11th Assam Rifles"
        yield "Organization", FAIR
    if len(draft.words) == 2 and draft.words[0] in look.demonyms:
        # "Georgian Dream"
        yield "Organization", LIGHT


def _of_a_body(draft: Draft, look: Lookup) -> bool:
    """ "Ann Lee of the Harbour Board": two words that are of no kind, of a body."""
    behind = draft.sentence.tokens[draft.last + 1 : draft.last + 4]
    if len(behind) < 3 or behind[0].text != "of" or not 1 < len(draft.words) < 4:
        return False
    the = behind[1].text == "the" and behind[2].text[:1].isupper()
    nouns = look.nouns
    kinds = nouns["organization_endings"] | nouns["place_nouns"] | nouns["lands"] | nouns["waters"]
    plain = all(word.isalpha() and word.istitle() for word in draft.words)
    return the and plain and not any(word.lower() in kinds for word in draft.words)


def in_syllables(draft: Draft, look: Lookup) -> bool:
    """ "Yi Jae-min", "Jae-min Yi": a family name and a given name in two halves."""
    words = draft.words
    if len(words) != _HALVED:
        return False
    behind = words[1] == "-"
    family, dash, second = (words[3], 1, words[2]) if behind else (words[0], 2, words[3])
    known = family.lower() in look.nouns["east_asian_surnames"] or family == "I"
    return known and words[dash] == "-" and second.islower()
