"""What tells that a name is a ship's or a play's, and so nobody's."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.annotate.mentions.draft import FAIR, LIGHT, STRONG, THING, Draft
from sayso.annotate.mentions.lookup import Lookup

# Bodies and their ships have names of more words.
NAMED = 3
OBJECTS = frozenset({"dobj", "nsubjpass"})


def told_of_thing(draft: Draft, look: Lookup) -> Iterable[tuple[str, float]]:
    """Weights for a name being that of a ship or of a work, by what is done with it."""
    nouns, head = look.nouns, draft.head
    above = draft.sentence.head(head)
    verb = above.lemma.lower()
    if head.dep in ("nsubj", "nsubjpass") and verb in nouns["craft_verbs"]:
        # Whoever sails may be somebody, whatever founders is a ship; nobody is "the" Velm.
        the = draft.before is not None and draft.before.text.lower() == "the"
        yield THING, STRONG if the and len(draft.words) < NAMED else LIGHT
    if head.dep in OBJECTS and verb in nouns["performing_verbs"]:
        yield THING, FAIR
    if head.dep == "pobj":
        if above.text.lower() == "aboard":
            yield THING, STRONG
        governor = draft.sentence.head(above).lemma.lower()
        if above.text.lower() == "of" and governor in nouns["performance_nouns"]:
            yield THING, FAIR
        the = draft.before is not None and draft.before.text == "the"
        if above.text.lower() == "of" and the and governor in nouns["crew_nouns"]:
            yield THING, FAIR
        if above.text.lower() == "of" and the and governor == "crew":
            yield THING, STRONG + FAIR
    if head.dep == "poss" and verb in nouns["craft_parts"]:
        yield THING, FAIR
