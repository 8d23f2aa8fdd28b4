"""What somebody does, what is done to them and what they have, and what that says they are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.annotate.mentions.draft import FAIR, LEAST, LIGHT, STRONG, Draft
from sayso.annotate.mentions.lookup import Lookup
from sayso.records.parse import Token

AGES = (10, 105)
SCORE = re.compile(r"(?<!\d)\d{1,2} ?[-\u2013] ?\d{1,2}(?![\d%])")
SIDES = ("nsubj", "dobj", "npadvmod")

Evidence = Iterable[tuple[str, float]]


def told_by_deed(draft: Draft, look: Lookup) -> Evidence:
    """Who weeps is somebody; what is besieged is a place; whoever is 24 is a person."""
    head = draft.head
    verb = draft.sentence.head(head)
    place = head.dep == "nsubjpass" or head.dep == "dobj"
    if place and verb.lemma.lower() in look.nouns["place_verbs"] and len(draft.words) < 3:
        yield "Place", LIGHT
    if head.dep == "nsubj" and verb.lemma.lower() in look.nouns["human_verbs"]:
        yield "Person", FAIR
    if head.dep in SIDES and verb.lemma.lower() in look.nouns["match_verbs"]:
        # "Liverpool beat Everton 2-0": whoever is named so plays for the town.
        named = {t.dep for t in draft.sentence.children(verb, *SIDES) if t.text[:1].isupper()}
        if {"nsubj"} < named and (draft.name in look.towns or _has_score(draft)):
            yield "Organization", STRONG + 2
    yield from _from_suffering(draft, verb, look)
    if head.dep == "nsubj" and verb.lemma.lower() in look.nouns["airing_verbs"]:
        yield "Outlet", LIGHT
    yield from _from_owned(draft, look)
    behind = draft.sentence.tokens[draft.last + 1 : draft.last + 4]
    if len(behind) > 1 and behind[0].text == "," and behind[1].text.lower() in ("who", "whom"):
        yield "Person", LIGHT
    if [t.text for t in behind[::2]] == [",", "by"] and behind[1].text in look.nouns["run_forms"]:
        # "Velm World, run by his son"
        yield "Organization", FAIR
    if len(behind) == 3 and behind[0].text == "," and _is_age(behind[1]) and behind[2].text in ",.":
        yield "Person", FAIR


def _from_suffering(draft: Draft, verb: Token, look: Lookup) -> Evidence:
    """ "Velm was arrested", "They arrested Velm", "The Fencibles were disbanded"."""
    dep, alone = draft.head.dep, verb.lemma.lower() in look.nouns["suffered_verbs"]
    if alone and dep == "nsubjpass":
        yield "Person", FAIR
    elif dep in ("dobj", "dative") and (alone or _is_bare(draft, look)):
        yield "Person", LEAST
    elif dep == "nsubjpass" and draft.first == 1 and draft.sentence[0].text == "The":
        several = any(t.text == "were" for t in draft.sentence.children(verb, "auxpass"))
        yield from [("Organization", LEAST)] if several else []


def _is_bare(draft: Draft, look: Lookup) -> bool:
    """ "Rono has asked Bhogal": one word right behind its verb that nobody takes for anything."""
    labels = any(token.entity for token in draft.tokens) or draft.name in look.demonyms
    behind = draft.before is not None and draft.before.pos == "VERB"
    return len(draft.words) == 1 and draft.head.tag == "NNP" and behind and not labels


def _from_owned(draft: Draft, look: Lookup) -> Evidence:
    """ "Velm's roads", "Lee's sister": what only towns or only people have."""
    above = draft.sentence.head(draft.head)
    owned = above.lemma.lower()
    if draft.head.dep == "poss" and owned in look.nouns["kin"]:
        yield "Person", FAIR
    if draft.head.dep == "poss" and owned in look.nouns["mind_nouns"]:
        # "In Barker's view": nobody is there.
        yield "Person", FAIR + LIGHT
    of = draft.sentence.head(above).lemma.lower() if above.text == "of" else ""
    if (
        draft.head.dep == "pobj"
        and of in look.nouns["kin"]
        and not (draft.before is not None and draft.before.text == "the")
    ):
        # "the funeral of Velm"
        yield "Person", LIGHT
    if draft.head.dep == "compound" and owned in look.nouns["place_offices"]:
        # "the Velm prosecutor"
        yield "Place", FAIR
    if draft.head.dep == "compound" and owned in look.nouns["club_offices"]:
        # "Santos president Ann Lee": towns have mayors.
        town = draft.name in look.towns and draft.name not in look.capitals
        yield from [("Organization", STRONG + 2)] if town else []
    if of in look.nouns["site_nouns"] and draft.head.dep == "pobj":
        # "the massacre of Velm"
        yield "Place", LIGHT
    sites = look.nouns["site_nouns"] | (look.nouns["place_nouns"] - look.nouns["house_nouns"])
    two = f"{draft.sentence[above.i - 1].text} {above.text}"
    if draft.head.dep == "compound" and {above.text, two} & sites:
        # "the Velm mill", "the Velm massacre"
        yield "Place", LIGHT
    owns = draft.head.dep == "poss"
    if owns and (owned in look.nouns["city_nouns"] or {owned, two} & look.nouns["land_belongings"]):
        # "Velm's mayor", "Velm's embassy", "Velm's air force"
        yield "Place", FAIR


def _has_score(draft: Draft) -> bool:
    """Whether the sentence tells how a match went: "2-0"."""
    text = " ".join(token.text for token in draft.sentence.tokens)
    return SCORE.search(text) is not None


def _is_age(token: Token) -> bool:
    return token.text.isdecimal() and AGES[0] <= int(token.text) <= AGES[1]
