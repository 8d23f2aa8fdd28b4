"""People and bodies told of by what they are: offices, groups, pronouns."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.annotate.mentions.draft import Draft
from sayso.annotate.mentions.lookup import Lookup
from sayso.records.parse import Sentence, Token

PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
PAIR = frozenset({"former", "latter"})
ORDINALS = frozenset({"first", "second"})
# Part of what an office is called, and what only tells of its holder.
OFFICE_MODIFIERS = frozenset({"acting", "interim", "deputy", "senior"})
# How many words may stand between "the" and a firm told of again, and it.
FEW = 4
_STATES = frozenset({"former", "new", "late"})
_LEADING = OFFICE_MODIFIERS | _STATES | {"a", "an", "the", "then", "its", "his", "her", "their"}
# "Last Tuesday", "this May": a day.
# What leads from an office to what it is of, and how many words that may be.
_HELD_OVER = frozenset({"of", "for", "in", "at", "to"})
_LONGEST = 7
_WHICH = frozenset({"last", "next", "this"})
# The words between an owner and what it has: "Peru's central bank".
_NAMING = ("ADJ", "NOUN", "PROPN")
_OF_PEOPLE = ("group_nouns", "person_nouns")
SKIPPED_MODIFIERS = frozenset({"DET", "PRON", "NUM", "PUNCT", "CCONJ", "ADV"})


def offices(sentence: Sentence, names: list[Draft], look: Lookup) -> Iterator[Draft]:
    """Office phrases: "commander of the Coast Guard", "Iraq's prime minister"."""
    ends = {draft.first: draft.last for draft in names if not draft.nested}
    starts = {draft.last: draft.first for draft in names if not draft.nested and _owns(draft)}
    # "Velm Party leader": an office begins at no word inside a name.
    inside = {
        i for first, last in ends.items() if sentence[last].text[:1].isupper()
        for i in range(first + 1, last + 1)
    }  # fmt: skip
    place = 0
    while place < len(sentence):
        size = 0 if place in inside else _office_size(sentence, place, look)
        if not size:
            place += 1
            continue
        words = place, place + size - 1
        first, last, anchored = _office_bounds(sentence, words, ends, starts, look)
        whole = last if anchored else _through_phrase(sentence, last, names)
        titled = whole > last or _titles(sentence[words[1]], (first, last), sentence, names)
        titled = titled or _is_taken(sentence, first, sentence[words[1]], look)
        if anchored or size > 1 or titled:
            last = whole
            yield Draft(sentence, first, last, form="office", type="Office")
        place = last + 1


def _owns(draft: Draft) -> bool:
    """Whether an office right behind a name can be of it: nobody has one without "'s"."""
    after = draft.after
    return draft.type != "Person" or (after is not None and after.tag == "POS")


def _titles(noun: Token, words: tuple[int, int], sentence: Sentence, names: list[Draft]) -> bool:
    """Whether a bare office stands beside its holder: "President Lee", "the governor, Ann Lee",
    "Ann Lee, a former minister of transport"."""
    first, last = words
    people = [draft for draft in names if draft.type == "Person" and draft.form == "name"]
    starts, ends = {draft.first for draft in people}, {draft.last for draft in people}
    if last + 1 in starts or _is_somebody(noun, sentence, people):
        return True
    comma = last + 1 < len(sentence) and sentence[last + 1].text == ","
    if comma and noun.dep != "conj" and starts & {last + 2, _behind_titles(sentence, last + 2)}:
        return True
    before = first - 1
    while before > 0 and sentence[before].text.lower() in _LEADING:
        before -= 1
    return before < first - 1 and sentence[before].text == "," and before - 1 in ends


def _is_taken(sentence: Sentence, first: int, noun: Token, look: Lookup) -> bool:
    """Whether a bare office is one that somebody takes or leaves: "appointed Lee as mediator",
    "was named director", "elected Lee chairman"."""
    if not first or noun.tag not in ("NN", "NNP"):
        return False
    before = sentence[first - 1]
    if before.pos == "VERB":
        verb = before if before.tag == "VBN" else None
    elif before.text == "as":
        verb = sentence.head(before)
    else:
        bare = not sentence.children(noun, "det", "poss") and noun.dep in ("dobj", "oprd")
        verb = sentence.head(noun) if bare and before.pos == "PROPN" else None
    return verb is not None and verb.lemma.lower() in look.nouns["office_verbs"]


def _through_phrase(sentence: Sentence, last: int, names: list[Draft]) -> int:
    """Where an office ends whose holder stands behind a comma and what it is of, or over.

    "The dean of the law faculty, Ann Lee", "the ambassador in Cairo, Ann Lee".
    """
    comma = last + 1
    while comma < min(len(sentence), last + _LONGEST) and sentence[comma].text != ",":
        comma += 1
    between = sentence.tokens[last + 1 : comma]
    led = bool(between) and between[0].text.lower() in _HELD_OVER
    if not led or any(t.pos in ("VERB", "AUX", "CCONJ") for t in between):
        return last
    ahead = {comma + 1, _behind_titles(sentence, comma + 1)}
    people = (draft for draft in names if draft.type == "Person" and draft.form == "name")
    alone = (d for d in people if d.head.dep == "appos" and not sentence.children(d.head, "cc"))
    return comma - 1 if any(draft.first in ahead for draft in alone) else last


def _is_somebody(noun: Token, sentence: Sentence, people: list[Draft]) -> bool:
    """Whether somebody is said to be the office that is owned: "its chairman is Ann Lee"."""
    verb = sentence.head(noun)
    if noun.dep != "nsubj" or verb.lemma != "be" or not sentence.children(noun, "poss"):
        return False
    told = {token.i for token in sentence.children(verb, "attr")}
    return any(draft.first <= i <= draft.last for draft in people for i in told)


def _behind_titles(sentence: Sentence, place: int) -> int:
    """Where a name begins behind a title: "its director, Dr Ann Lee"."""
    titled = place < len(sentence) and sentence[place].text[:1].isupper()
    return place + 1 if titled and sentence[place].dep == "compound" else place


def _office_size(sentence: Sentence, place: int, look: Lookup) -> int:
    words = [t.text.lower() for t in sentence.tokens[place : place + 5]]
    if words[0] in OFFICE_MODIFIERS and tuple(words[1:2]) in look.offices:
        # "deputy chairman" is one office, found at its last word.
        words = words if any(tuple(words[:n]) in look.offices for n in (2, 3)) else []
    for size in range(len(words), 0, -1):
        if tuple(words[:size]) in look.offices and sentence[place + size - 1].pos in (
            "NOUN",
            "PROPN",
        ):
            return size
    return 0


def _office_bounds(
    sentence: Sentence,
    words: tuple[int, int],
    ends: dict[int, int],
    starts: dict[int, int],
    look: Lookup,
) -> tuple[int, int, bool]:
    """The whole phrase, and whether a name in it tells whose office it is."""
    first, last = words
    anchored, links = False, _links(sentence, last, look)
    while first and sentence[first - 1].text.lower() in OFFICE_MODIFIERS:
        first -= 1
    place = first - (first > 0 and sentence[first - 1].text.lower() in _STATES)
    owner = _across_brackets(sentence, place - 1)
    if owner >= 0 and sentence[owner].text in ("'s", "'"):
        owner -= 1
    given = sentence[last].dep == "oprd"  # "named Ann Lee director"
    if owner in starts and (
        (owner == place - 1 and not given) or sentence[place - 1].text in ("'s", "'", ")")
    ):
        first, anchored = starts[owner], True
    while last + 2 < len(sentence) and sentence[last + 1].text in links:
        ahead = last + 2 + (sentence[last + 2].text == "the")
        if ahead in ends:
            end = _through_possessive(sentence, ends[ahead], ends, look)
            if end is None:
                break
            last, anchored = end, True
            continue
        end = _through_portfolio(sentence, last, look)
        if end == last:
            break
        # "the minister of transport": which office it is, whoever's.
        last, anchored = end, True
    return first, _with_place(sentence, last, ends), anchored


def _links(sentence: Sentence, last: int, look: Lookup) -> tuple[str, ...]:
    """The words that lead from an office to whom it is of: an envoy is one "to" somebody."""
    sent = sentence[last].lemma.lower() in look.nouns["sent_offices"]
    return ("of", "for", "to") if sent else ("of", "for")


def _through_portfolio(sentence: Sentence, last: int, look: Lookup) -> int:
    """Where an office ends whose holder sees to something: "minister of energy and mines"."""
    fields = look.nouns["portfolios"]
    described = sentence[last + 2].pos == "ADJ" and last + 3 < len(sentence)
    end = last + 2 + described  # "minister of foreign affairs"
    if sentence[last + 1].text == "to" or sentence[end].text.lower() not in fields:
        return last
    last = end
    more = sentence.tokens[last + 1 : last + 3]
    joined = len(more) == 2 and more[0].text == "and" and more[1].text.lower() in fields
    return last + 2 if joined else last


def _with_place(sentence: Sentence, last: int, ends: dict[int, int]) -> int:
    # "Head of the Velm militias in Orland": where a body has no name, its place is part of it.
    place = last + 2
    near = place < len(sentence) and sentence[last + 1].text == "in" and place in ends
    return ends[place] if near and sentence[last].tag == "NNS" else last


def _across_brackets(sentence: Sentence, place: int) -> int:
    # "Harbour Board (HB) chairman": the acronym may stand between.
    if place > 2 and (sentence[place].text, sentence[place - 2].text) == (")", "("):
        return place - 3
    return place


def _through_possessive(
    sentence: Sentence, last: int, ends: dict[int, int], look: Lookup
) -> int | None:
    """Where what an office is of ends, if its name is followed by what that has: none where
    somebody else than the name has the office.

    "Spokesman of Peru's Armed Forces", "head of the dockers' union": the body is the one meant.
    """
    if last + 2 >= len(sentence) or sentence[last + 1].text not in ("'s", "'"):
        return last
    if last + 2 in ends and sentence[last + 2].text[:1].isupper():
        return ends[last + 2]
    owned = sentence.head(sentence[last])
    between = sentence.tokens[last + 2 : owned.i + 1]
    near = 0 < len(between) <= FEW and all(t.pos in _NAMING for t in between)
    if near and owned.text.islower() and _is_led(sentence, owned, look):
        return owned.i
    # "The head of the Finance Minister's advisers" is not that of the minister.
    return last if sentence[last].text[:1].isupper() else None


def _is_led(sentence: Sentence, noun: Token, look: Lookup) -> bool:
    """Whether a noun tells of what somebody can be at the head of."""
    if _tells_of_people(sentence, noun, look):
        return True
    kinds = ("organization_nouns", "site_nouns", "firm_nouns", "house_nouns")
    return any(noun.text.lower() in look.nouns[kind] for kind in kinds)


def groups(sentence: Sentence, names: list[Draft], look: Lookup) -> Iterator[Draft]:
    """People told of together: "Shia militias", "two politicians"; the article stays outside."""
    taken = {
        i for draft in names for i in range(draft.first, draft.last + 1) if draft.form == "name"
    }
    for token in sentence.tokens:
        if token.i not in taken and _tells_of_people(sentence, token, look):
            first = _leftmost(sentence, token, look)
            proper = any(_is_proper(t, look) for t in sentence.tokens[first : token.i])
            if proper and _of_nation(sentence.tokens[first : token.i + 1], names, look):
                continue
            form = "name" if proper else "description"
            kind = "Organization" if _is_body(sentence, token, look) else "Group"
            yield Draft(sentence, first, token.i, form=form, type=kind)


def _is_proper(token: Token, look: Lookup) -> bool:
    """Whether a capital is that of a name, and not of a word that opens a sentence."""
    known = token.text in look.nouns["peoples"] or token.text in look.demonyms
    return token.text[:1].isupper() and (token.i > 0 or known or not token.common)


def _of_nation(words: tuple[Token, ...], names: list[Draft], look: Lookup) -> bool:
    """ "The Italian bank", "a Milan company": a firm by what it is and where it is from alone."""
    placed = {id(t) for d in names if d.type == "Place" for t in d.tokens}
    capitals = [t for t in words if t.text[:1].isupper()]
    from_there = all(t.text in look.demonyms or id(t) in placed for t in capitals)
    return words[-1].text in look.nouns["firm_nouns"] and from_there


def _tells_of_people(sentence: Sentence, token: Token, look: Lookup) -> bool:
    if token.pos != "NOUN" or token.dep == "compound":
        return False
    if _is_body(sentence, token, look):
        return True
    words = token.lemma.lower(), token.text.lower()
    return any(word in look.nouns[kind] for kind in _OF_PEOPLE for word in words)


def _is_body(sentence: Sentence, token: Token, look: Lookup) -> bool:
    """Whether a noun, or it with the word before it ("armed forces"), stands for a body."""
    nouns, word = look.nouns["body_nouns"], token.text.lower()
    before = sentence[token.i - 1].text.lower() if token.i else ""
    return word in nouns or f"{before} {word}" in nouns


def _leftmost(sentence: Sentence, head: Token, look: Lookup) -> int:
    place = head.i
    while place and sentence[place - 1].pos in ("ADJ", "NOUN", "PROPN", "PUNCT", "VERB", "ADV"):
        before = sentence[place - 1]
        glued = before.text == "-" or (before.end == sentence[place].start and place - 1 > 0)
        below = before.head in range(place - 1, head.i + 1) and before.head != before.i
        if not (glued or (below and before.pos in ("ADJ", "NOUN", "PROPN", "VERB"))):
            break
        place -= 1
    loose = look.nouns["loose_modifiers"]
    while place < head.i and (
        sentence[place].pos in SKIPPED_MODIFIERS
        or sentence[place].text.lower() in loose
        or _is_date(sentence, place, look)
    ):
        place += 1
    return place


def _is_date(sentence: Sentence, place: int, look: Lookup) -> bool:
    """Whether a day or month only says when: "on Tuesday demonstrators", "on 9 May gunmen"."""
    before = sentence[place - 1] if place else None
    dated = before is not None and (before.pos in ("ADP", "NUM") or before.lemma in _WHICH)
    return (
        dated and sentence[place].text.istitle() and sentence[place].lemma.lower() in look.not_names
    )


def parts_of_places(names: list[Draft], look: Lookup) -> Iterator[Draft]:
    """Parts of a place named by the compass: "southern Lebanon"."""
    for draft in names:
        before = draft.before
        place = draft.type == "Place" and draft.form == "name"
        if place and before is not None and before.text.lower() in look.nouns["compass"]:
            yield Draft(draft.sentence, draft.first - 1, draft.last, type="Place")


def pronouns(sentence: Sentence) -> Iterator[Draft]:
    """Words like "he" and "her", which stand for one person."""
    for token in sentence.tokens:
        if token.text.lower() in PERSONAL:
            yield Draft(sentence, token.i, token.i, form="pronoun", type="Person")


def told_again(sentence: Sentence, named: list[Draft], look: Lookup) -> Iterator[Draft]:
    """Bodies and outlets told of again by what they are: "the agency", "the brigade", and "the
    former" or "the latter" of two. ``named`` are the names of the document so far.

    Only where a name so far is of that kind, and in lower case: with a capital it is a name.
    """
    yield from _firms_again(sentence, named, look)
    for article, token in pairwise(sentence.tokens):
        if article.text.lower() != "the" or token.dep == "compound":
            continue
        pair = token.text in PAIR and token.dep not in ("amod", "compound")
        if pair or (token.text in ORDINALS and _both_told(sentence)):
            yield Draft(sentence, token.i, token.i, form="pronoun", type="Person")
        elif token.tag == "NN" and token.text.islower():
            kind = _kind_told(token.text, named, look)
            if kind is not None:
                yield Draft(sentence, token.i, token.i, form="description", type=kind)


def _firms_again(sentence: Sentence, named: list[Draft], look: Lookup) -> Iterator[Draft]:
    """ "The company", "the Danish group": a firm told of again, where one was told of before."""
    firms = any(draft.type == "Organization" for draft in named)
    taken = {i for draft in named if draft.sentence is sentence for i in _places(draft)}
    for token in sentence.tokens if firms else ():
        noun = token.tag == "NN" and token.text in look.nouns["firm_nouns"]
        if noun and token.dep != "compound" and token.i not in taken:
            before = sentence.tokens[max(0, token.i - FEW) : token.i]
            first = next((t for t in before if t.text.lower() == "the"), None)
            between = sentence.tokens[first.i + 1 : token.i] if first is not None else (token,)
            if all(t.pos in ("ADJ", "PROPN") or t.dep == "compound" for t in between):
                yield Draft(sentence, token.i, token.i, form="description", type="Organization")


def _places(draft: Draft) -> range:
    return range(draft.first, draft.last + 1)


def _both_told(sentence: Sentence) -> bool:
    """Whether "the first" and "the second" each stand for somebody."""
    alone = {
        b.text.lower()
        for a, b, c in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False)
        if a.text.lower() == "the" and c.pos not in ("NOUN", "PROPN", "ADJ", "NUM")
    }
    return alone >= ORDINALS


def _kind_told(noun: str, named: list[Draft], look: Lookup) -> str | None:
    outlet = noun in look.nouns["outlet_descriptions"]
    for draft in reversed(named):
        if outlet and draft.type == "Outlet":
            return "Outlet"
        body = draft.type in ("Organization", "Outlet") and noun in look.nouns["organization_nouns"]
        if body and len(draft.words) > 1 and noun in (word.lower() for word in draft.words):
            return draft.type
    return None
