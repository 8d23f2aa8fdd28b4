"""Capitals and houses that stand for those who rule from there: "Tehran", "Downing Street".

A state named by its capital acts, is dealt with and has what states have; a city is where things
are, where one goes, and has streets. Where neither is plain, the name is that of the city.
"""

from __future__ import annotations

from sayso.annotate.mentions.draft import Draft
from sayso.annotate.mentions.evidence import PLACE_PREPOSITIONS
from sayso.annotate.mentions.lookup import Lookup
from sayso.annotate.mentions.odd.datelines import DASHES
from sayso.records.parse import Token

ACTING = frozenset({"nsubj", "nsubjpass"})
DEALT_WITH = frozenset({"dobj", "dative", "npadvmod", "compound"})
OF_THINGS = frozenset({"compound", "nmod"})
BESIDE = frozenset({"conj", "appos"})
HOUSES = frozenset({"Organization", "Outlet"})
# How long a list one looks up for what its first member hangs on.
LONGEST = 4


def metonym(draft: Draft, look: Lookup) -> tuple[str | None, str | None]:
    """For whom a name stands, and of which type that one is; nulls where it stands for itself."""
    words = " ".join(draft.words)
    known = look.phrases.get(draft.words)
    if known is not None and known.stands_for and known.type in HOUSES:
        return known.stands_for, None
    state = look.capitals.get(words)
    if state is None or draft.type != "Place" or not _acts(draft, look):
        return None, None
    return state, look.type_of(state)


def _acts(draft: Draft, look: Lookup) -> bool:
    before, after = draft.before, draft.after
    if after is not None and after.text in DASHES and not _glued(draft, after):
        # A dateline, or a name in an aside.
        return False
    if before is not None and before.text.lower() in PLACE_PREPOSITIONS - {"from"}:
        return False
    head = _first_of_list(draft, look)
    above, dealing = draft.sentence.head(head), look.nouns["dealing_words"]
    if head.dep in ACTING:
        return above.lemma.lower() not in look.nouns["place_verbs"]
    if head.dep == "poss":
        return not _of_a_city(above, look)
    if head.dep in OF_THINGS and above.text.lower() in look.nouns["thing_nouns"]:
        # "The Velm agreement" is called by where it was made, unless by who made it.
        return _of_two(draft, look) or any(
            t.text.lower() == "with" for t in draft.sentence.children(above, "prep")
        )
    if head.dep in DEALT_WITH:
        return above.lemma.lower() in dealing
    governor = draft.sentence.head(above).lemma.lower()
    # "Talks between Lisbon and Luanda" are of states, flights between them of towns.
    between = above.text.lower() == "between" and governor not in look.nouns["route_nouns"]
    return head.dep == "pobj" and (between or governor in dealing)


def _of_two(draft: Draft, look: Lookup) -> bool:
    """Whether a name is one of two that are joined: "the Lisbon-Luanda accord"."""
    tokens = draft.sentence.tokens
    for joined, other in ((draft.last + 1, draft.last + 2), (draft.first - 1, draft.first - 2)):
        if min(joined, other) >= 0 and max(joined, other) < len(tokens):
            text = tokens[joined].text
            near = tokens[other].text in look.capitals or (tokens[other].text,) in look.phrases
            if near and (text in DASHES or text in ("and", "/")):
                return True
    return False


def _first_of_list(draft: Draft, look: Lookup) -> Token:
    head = draft.head
    for _ in range(LONGEST):
        above = draft.sentence.head(head)
        glued = head.dep in OF_THINGS and above.text in look.capitals
        if head.dep not in BESIDE and not glued:
            break
        head = above
    return head


def _glued(draft: Draft, mark: Token) -> bool:
    return mark.start == draft.tokens[-1].end


def _of_a_city(owned: Token, look: Lookup) -> bool:
    """Whether a thing is one that cities have: "Lima's suburbs", "Lima's mayor"."""
    nouns, word = look.nouns, owned.text.lower()
    return word in nouns["place_nouns"] or owned.lemma.lower() in nouns["city_nouns"]
