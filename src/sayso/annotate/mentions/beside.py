"""What the words beside a name say that it is: appositions, and whom somebody told something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sayso.annotate.mentions.draft import FAIR, LEAST, LIGHT, STRONG, WEAK, Draft
from sayso.annotate.mentions.lookup import Lookup
from sayso.records.parse import Token

ARTICLES = frozenset({"a", "an", "the"})
# How many words an apposition may have after its comma, and before the noun that says it all.
APPOSITION, SHORT = 10, 5
# Names of people may begin like an article and have a short word behind: "Le Duan".
LONG_WORD = 5
PLACED = frozenset({"GPE", "LOC", "FAC"})
COUNTS = frozenset({"the", "two", "three", "four", "both", "all"})
# How far behind a name its list may go on.
LISTED = 14
CLOSING = frozenset({",", ".", ")", ";"})
MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN"})
# Less than a title or a given name tells, more than one guess of the engine.
TOLD = 1.5
# Names of outlets may have this many words; a longer one would tell by itself what it is.
LONGEST = 4
TELL = "tell"

Evidence = Iterable[tuple[str, float]]


def told_beside(draft: Draft, look: Lookup) -> Evidence:
    """Types and weights from what stands beside a name."""
    yield from _from_apposition(draft, look)
    yield from _from_noun_before(draft, look)
    yield from _from_telling(draft, look)
    yield from _from_being(draft, look)
    yield from _from_belonging(draft, look)
    yield from _from_list(draft, look)
    yield from _from_business(draft, look)
    yield from _from_citing(draft, look)


def _from_apposition(draft: Draft, look: Lookup) -> Evidence:
    """ "Vasko, a local radio network": what stands beside a name says what it is."""
    behind = draft.sentence.tokens[draft.last + 1 : draft.last + 2 + APPOSITION]
    if len(behind) < 3 or behind[0].text != ",":
        return
    if draft.first == 1 and draft.sentence[0].text in ("In", "At", "From", "Near"):
        # "In Velm, the mayor spoke."
        return
    if behind[1].text not in ARTICLES:
        if _is_office(behind[1:], look):
            yield "Person", FAIR
        return
    for token in behind:
        if token.dep == "appos" and draft.first <= token.head <= draft.last:
            kind = _described(draft, token, look) if token.text.islower() else None
            if kind is not None:
                yield kind, STRONG / 2
            return
    noun = _noun_between_marks(behind[2 : 2 + SHORT])
    kind = _described(draft, noun, look) if noun is not None else None
    if kind == "Outlet" and draft.head.dep != "pobj":
        yield "Outlet", STRONG / 2
    elif kind == "Organization":
        yield kind, FAIR


def _from_list(draft: Draft, look: Lookup) -> Evidence:
    """ "Telmar and Edilor, the two firms": what stands behind a list says what all of it is."""
    place, sentence = draft.last + 1, draft.sentence
    while place < len(sentence) and _listed(sentence[place]) and place < draft.last + LISTED:
        place += 1
    behind = sentence.tokens[place : place + 1 + SHORT]
    if place < draft.last + 3 or len(behind) < 2 or sentence[place - 1].text != ",":
        return
    if behind[0].text.lower() in COUNTS:
        noun = next((token for token in behind[1:] if token.tag == "NNS"), None)
        kind = _kind(noun.lemma.lower(), look) if noun is not None else None
        if kind is not None:
            yield kind, STRONG / 2


def _listed(token: Token) -> bool:
    return token.text[:1].isupper() or token.text in (",", "and", "&", "-", "of")


def _noun_between_marks(behind: Sequence[Token]) -> Token | None:
    """The noun of "the state broadcaster," where the parse hangs it elsewhere."""
    for token, after in pairwise(behind):
        if token.pos not in MODIFIERS:
            return None
        if after.text in CLOSING or after.tag == "IN":
            return token if token.pos == "NOUN" else None
    return None


def _from_noun_before(draft: Draft, look: Lookup) -> Evidence:
    """ "Her party, Morena, won": the noun that the name only calls by its name."""
    head = draft.head
    noun = draft.sentence.head(head)
    comma = draft.before is not None and draft.before.text == ","
    if comma and head.dep == "appos" and noun.pos == "NOUN" and noun.i == draft.first - 2:
        outlet = noun.text in look.nouns["outlet_descriptions"]
        kind = "Outlet" if outlet else _described(draft, noun, look)
        if kind is not None and noun.text.islower():
            yield kind, STRONG / 2


def _from_telling(draft: Draft, look: Lookup) -> Evidence:
    """ "Lena Okafor told Nova Gazeta": who is told something and has no given name is, in
    reports, an outlet, unless more speaks for somebody."""
    head = draft.head
    verb = draft.sentence.head(head)
    told = head.dep in ("dobj", "dative") and verb.lemma.lower() == TELL
    ordered = draft.after is not None and draft.after.text == "to"
    if not told or ordered or not 1 < len(draft.words) <= LONGEST or verb.i > draft.first:
        return
    if any(map(look.is_given, draft.words)):
        return
    article = draft.words[0].lower() in look.nouns["foreign_articles"]
    yield "Outlet", FAIR + LIGHT if article else TOLD


def _from_citing(draft: Draft, look: Lookup) -> Evidence:
    """ "According to La Voz de Velm", "Nova Gazeta reported that": who is read, not who speaks."""
    head = draft.head
    verb = draft.sentence.head(head)
    names = 1 < len(draft.words) <= LONGEST + 1
    if not names or look.is_given(draft.words[0]):
        return
    article = draft.words[0].lower() in look.nouns["foreign_articles"]
    by = head.dep == "pobj" and draft.sentence.head(verb).text.lower() == "according"
    if by and article:
        yield "Outlet", FAIR + LIGHT
    elif article and _is_paper(draft):
        yield "Outlet", FAIR
    elif head.dep == "nsubj" and verb.lemma.lower() in look.nouns["publishing_verbs"]:
        yield "Outlet", FAIR + LIGHT if article else LIGHT


def _is_paper(draft: Draft) -> bool:
    """Whether an article of another language and one word do something: "Le Phare saw them"."""
    word = draft.words[-1]
    labels = {token.entity for token in draft.tokens}
    long = len(word) > LONG_WORD or not word.isascii()
    return len(draft.words) == 2 and long and draft.head.dep == "nsubj" and not labels & PLACED


def _from_business(draft: Draft, look: Lookup) -> Evidence:
    """ "Telmar's board", "shares in Telmar", "Telmar chairman Ana Ruiz": what only firms have."""
    head, nouns = draft.head, look.nouns
    above = draft.sentence.head(head)
    noun = above.lemma.lower()
    if head.dep in ("poss", "compound", "nmod") and above.text.islower():
        two = f"{draft.sentence[above.i - 1].text} {above.text}" if above.i else ""
        held = head.dep == "compound" and (
            noun in nouns["firm_offices"] or two in nouns["firm_offices"]
        )
        if noun in nouns["firm_belongings"] or held or two in nouns["firm_belongings"]:
            yield "Organization", FAIR
    elif head.dep == "pobj":
        owned = draft.sentence.head(above).lemma.lower()
        beside = draft.sentence[draft.first - 2].lemma.lower() if draft.first > 1 else ""
        if above.text in ("in", "of") and nouns["stake_nouns"] & {owned, beside}:
            yield "Organization", FAIR + LIGHT
        elif above.text == "of" and owned in nouns["firm_belongings"] | nouns["firm_offices"]:
            yield "Organization", FAIR
    elif head.dep in ("nsubj", "nsubjpass") and noun in nouns["firm_verbs"]:
        yield "Organization", LIGHT
    behind = draft.sentence.tokens[draft.last + 1 : draft.last + 3]
    if len(behind) == 2 and (behind[0].text, behind[1].text) == (",", "which"):
        # Nobody is a "which".
        yield "Organization", LIGHT
        yield "Place", LIGHT - LEAST


def _from_being(draft: Draft, look: Lookup) -> Evidence:
    """ "Batumi is a port", "Vasko was a newspaper": what it is said to be."""
    head = draft.head
    if head.dep == "appos" and draft.sentence.head(head).pos == "NOUN":
        # "The operator, Vasko, is a subsidiary".
        head = draft.sentence.head(head)
    verb = draft.sentence.head(head)
    if head.dep != "nsubj" or verb.lemma.lower() != "be":
        return
    for noun in draft.sentence.children(verb, "attr"):
        article = any(True for _ in draft.sentence.children(noun, "det"))
        kind = _described(draft, noun, look) if article and noun.pos == "NOUN" else None
        if kind is not None:
            yield kind, STRONG / 2


def _from_belonging(draft: Draft, look: Lookup) -> Evidence:
    """ "Members of the Red Banner", "was hired by the Owls": whom only a body can have or be."""
    lead = draft.sentence.head(draft.head)
    governor = draft.sentence.head(lead) if draft.head.dep == "pobj" else lead
    owned = draft.head.dep == "poss" or (draft.head.dep == "pobj" and lead.text == "of")
    if owned and governor.pos == "NOUN" and governor.lemma.lower() in look.nouns["belonging_nouns"]:
        yield "Organization", LIGHT
    article = draft.before is not None and draft.before.text.lower() == "the"
    labelled = any(token.entity for token in draft.tokens)
    if lead.dep == "agent" and article and not labelled:
        yield "Organization", LEAST
    if draft.head.dep == "dobj" and lead.lemma.lower() in look.nouns["joining_verbs"]:
        yield "Organization", WEAK


def _described(draft: Draft, noun: Token, look: Lookup) -> str | None:
    word, nouns = noun.text, look.nouns
    if noun.tag == "NNS":
        return None
    if word in nouns["outlet_descriptions"]:
        of_news = draft.sentence[noun.i - 1].text.lower() in nouns["outlet_nouns"]
        if of_news or word not in nouns["organization_nouns"]:
            return "Outlet"
    return _kind(word, look)


def _kind(word: str, look: Lookup) -> str | None:
    nouns = look.nouns
    if word in nouns["firm_nouns"] | nouns["general_bodies"]:
        return "Organization"
    if word in nouns["outlet_descriptions"] - nouns["organization_nouns"]:
        return "Outlet"
    if word in nouns["organization_nouns"] or word in nouns["body_nouns"]:
        return "Organization"
    if (word,) in look.offices or word in nouns["group_nouns"] | nouns["person_nouns"]:
        return "Person"
    return "Place" if word in nouns["place_descriptions"] else None


def _is_office(behind: Sequence[Token], look: Lookup) -> bool:
    """Whether an office begins here that tells whose it is: "Ann Lee, mayor of Velm"."""
    words = [token.text.lower() for token in behind[:4]]
    return any(
        tuple(words[:end]) in look.offices and words[end] in ("of", "for")
        for end in range(1, len(words))
    )
