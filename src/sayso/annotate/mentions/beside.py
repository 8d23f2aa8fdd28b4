"""What the words beside a name say that it is: appositions, and whom somebody told something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sayso.annotate.mentions.draft import FAIR, LEAST, LIGHT, STRONG, THING, WEAK, Draft
from sayso.annotate.mentions.lookup import Lookup
from sayso.records.parse import Token

ARTICLES = frozenset({"a", "an", "the"})
OWNED = frozenset({"its", "his", "her", "their"})
# How many words an apposition may have after its comma, and before the noun that says it all.
APPOSITION, SHORT = 10, 5
# Names of people may begin like an article and have a short word behind: "Le Duan".
LONG_WORD = 5
PLACED = frozenset({"GPE", "LOC", "FAC"})
# "He said it would take years": what it does is no deed of anybody's.
EXPLETIVE = frozenset(
    {"be", "take", "seem", "happen", "rain", "cost", "mean", "require", "appear", "depend",
     "become", "matter", "help", "hurt", "make", "come", "look", "feel", "work", "turn", "go"}
)  # fmt: skip
BEING = frozenset({"is", "was", "be", "been", "had", "has", "became", "once", "also", "remains"})
WRITING = frozenset({"write", "publish", "appear", "report", "print"})
PEOPLED = PLACED | {"NORP"}
COUNTS = frozenset({"the", "two", "three", "four", "both", "all"})
# How far behind a name its list may go on.
LISTED = 14
# What leads from a plural to the names of those it counts.
LEADING = frozenset({"the", "such", "as", "including", "like", "among", "them", "namely", "both"})
LIST_MARKS = frozenset({",", "as", "including", "like", ":", "of"})
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
    yield from _from_plural_before(draft, look)
    yield from _from_business(draft, look)
    yield from _from_citing(draft, look)
    yield from _from_it(draft, look)
    after = draft.after
    bodies = after.lemma if after is not None and after.tag == "NNS" else ""
    labels = {token.entity for token in draft.tokens}
    if bodies in look.nouns["organization_nouns"] and not labels & PEOPLED:
        # "the Velm and Kolm clans"
        yield "Organization", FAIR


def _from_apposition(draft: Draft, look: Lookup) -> Evidence:
    """ "Vasko, a local radio network": what stands beside a name says what it is."""
    behind = draft.sentence.tokens[draft.last + 1 : draft.last + 2 + APPOSITION]
    if len(behind) < 3 or behind[0].text != ",":
        return
    if draft.first == 1 and draft.sentence[0].text in ("In", "At", "From", "Near"):
        # "In Velm, the mayor spoke."
        return
    if behind[1].text not in ARTICLES | OWNED:
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
    elif kind in ("Organization", THING) or (kind == "Person" and _closed(behind)):
        yield kind, FAIR


def _closed(behind: Sequence[Token]) -> bool:
    """Whether an apposition ends in its own comma, and a verb or a stop behind it: "Velm, its
    owner, said"."""
    ends = [n for n, token in enumerate(behind) if n and token.text in (",", ".")][:1]
    ahead = behind[ends[0] + 1] if ends and ends[0] + 1 < len(behind) else None
    return bool(ends) and (ahead is None or ahead.pos in ("VERB", "AUX"))


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


def _from_plural_before(draft: Draft, look: Lookup) -> Evidence:
    """ "Three ships, the Velm and the Kolm", "firms such as Telmar": what stands before a list says
    what all of it is."""
    sentence, place = draft.sentence, draft.first - 1
    least = max(0, draft.first - LISTED)
    while place >= least and (_listed(sentence[place]) or sentence[place].text in LEADING):
        place -= 1
    noun = sentence[place] if place >= least else None
    between = {token.text for token in sentence.tokens[place + 1 : draft.first]}
    if noun is None or noun.tag != "NNS" or not between & LIST_MARKS:
        return
    if "among" in between and "them" not in between:
        # "In their countries, including among Velms": no list of countries.
        return
    kind = _kind(noun.lemma.lower(), look)
    if noun.i == draft.first - 2 and noun.lemma in look.nouns["either_nouns"] and not lists(draft):
        # "The auditors, Kessler Brandt": several, and one name.
        yield "Organization", STRONG / 2
        return
    if kind != "Place" and ("of" in between and not between & {",", ":"}):
        # "the papers of Ann Lee"
        return
    if kind is not None and not (kind == "Person" and sentence.head(draft.head).i != noun.i):
        yield kind, STRONG if kind == THING else STRONG / 2


def lists(draft: Draft) -> bool:
    """Whether more of a list follows a name."""
    behind = draft.sentence.tokens[draft.last + 1 : draft.last + 3]
    more = [token.text for token in behind]
    return more[:1] == ["and"] or (more[:1] == [","] and more[1:2] != [] and more[1][:1].isupper())


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
    if comma and noun.i != draft.first - 2 and _owned_noun(draft):
        noun = draft.sentence[draft.first - 2]
    elif head.dep != "appos":
        return
    if _in_office(draft, noun, look):
        return
    if comma and noun.pos == "NOUN" and noun.i == draft.first - 2:
        outlet = noun.text in look.nouns["outlet_descriptions"]
        kind = "Outlet" if outlet else _described(draft, noun, look)
        if kind is not None and noun.text.islower():
            yield kind, STRONG / 2


def _in_office(draft: Draft, noun: Token, look: Lookup) -> bool:
    """Whether a noun only tells of what somebody has the office: "the head of the mission, Lee"."""
    of = draft.sentence.head(noun)
    office = draft.sentence.head(of).text.lower()
    return of.text in ("of", "for") and (office,) in look.offices


def _owned_noun(draft: Draft) -> bool:
    """Whether "its paper," stands before a name, and a comma behind it."""
    sentence, first = draft.sentence, draft.first
    whose = sentence.tokens[max(0, first - 5) : max(0, first - 2)]
    owned = any(t.text.lower() in OWNED or t.tag == "POS" for t in whose)
    noun = first > 2 and sentence[first - 2].tag == "NN" and draft.after is not None
    return owned and noun and draft.after is not None and draft.after.text == ","


def _from_telling(draft: Draft, look: Lookup) -> Evidence:
    """ "Lena Okafor told Nova Gazeta": who is told something and has no given name is, in
    reports, an outlet, unless more speaks for somebody."""
    head = draft.head
    verb = draft.sentence.head(head)
    told = head.dep in ("dobj", "dative") and verb.lemma.lower() == TELL
    ordered = draft.after is not None and draft.after.text == "to"
    if not told or ordered or len(draft.words) > LONGEST or verb.i > draft.first:
        return
    if len(draft.words) == 1:
        body = draft.name.lower() in look.nouns["organization_nouns"] or not _bare(draft)
        yield from [("Outlet", LIGHT)] if head.entity == "ORG" and not body else []
        return
    if any(map(look.is_given, draft.words)):
        return
    article = draft.words[0].lower() in look.nouns["foreign_articles"]
    yield "Outlet", FAIR + LIGHT if article else TOLD


def _bare(draft: Draft) -> bool:
    return draft.before is not None and draft.before.pos != "DET"


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
    elif head.dep == "pobj" and draft.sentence.head(verb).lemma.lower() in WRITING:
        # "They write in Velm Studies": most often what it is printed in.
        placed = draft.name in look.towns or all(t.entity == "GPE" for t in draft.tokens)
        yield from [("Outlet", STRONG / 2)] if verb.text == "in" and not placed else []
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
    of_town = len(behind) == 2 and behind[0].text == "of" and behind[1].text in look.towns
    if of_town and len(draft.words) < 3 and not look.is_given(draft.words[0]):
        # "Seatrade of Groningen"
        yield "Organization", LIGHT
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
    if draft.head.dep in ("nsubj", "appos") and (kind := _said_to_be(draft, look)) is not None:
        yield kind, STRONG / 2
        return
    if head.dep != "nsubj" or verb.lemma.lower() != "be":
        return
    for noun in draft.sentence.children(verb, "attr"):
        article = any(True for _ in draft.sentence.children(noun, "det"))
        kind = _described(draft, noun, look) if article and noun.pos == "NOUN" else None
        if not article and _is_office(draft.sentence.subtree(noun), look):
            # "Solveig Hauge has been chief executive of Velm".
            kind = "Person"
        if kind is not None:
            yield kind, STRONG / 2


def _said_to_be(draft: Draft, look: Lookup) -> str | None:
    """What a name is said to be where words alone tell it: ", Velm, had been his driver"."""
    place, sentence = draft.last + 1, draft.sentence
    place += place < len(sentence) and sentence[place].text == ","
    verbs = place
    while place < len(sentence) and sentence[place].text in BEING:
        place += 1
    if place == verbs or place >= len(sentence) or sentence[place].text not in ARTICLES | OWNED:
        return None
    noun = _noun_between_marks(sentence.tokens[place + 1 : place + 1 + SHORT])
    return _described(draft, noun, look) if noun is not None else None


def _from_it(draft: Draft, look: Lookup) -> Evidence:
    """ "Velm Ensa said it would appeal", "said its members": whoever is an "it" is nobody."""
    verb = draft.sentence.head(draft.head)
    told = draft.head.dep == "nsubj" and verb.pos == "VERB" and not look.is_given(draft.words[0])
    behind = draft.sentence.tokens[draft.last + 1 : draft.last + 3]
    if [token.text for token in behind] == [",", "itself"]:
        # "Velm Ensa, itself a part of Kolm"
        yield "Organization", STRONG / 2
    if any(token.entity in PLACED for token in draft.tokens):
        return
    if told and any(
        t.text == "its" for o in draft.sentence.children(verb, "dobj")
        for t in draft.sentence.subtree(o)
    ):  # fmt: skip
        # "Velm Ensa has closed its mill"
        yield "Organization", FAIR
        return
    for clause in draft.sentence.children(verb, "ccomp") if told else ():
        subjects = draft.sentence.children(clause, "nsubj", "nsubjpass")
        its = any(t.text == "its" for s in subjects for t in draft.sentence.children(s, "poss"))
        acts = any(t.text == "it" for t in subjects) and clause.pos == "VERB"
        if its or (acts and clause.lemma.lower() not in EXPLETIVE):
            yield "Organization", FAIR
            return


def _from_belonging(draft: Draft, look: Lookup) -> Evidence:
    """ "Members of the Red Banner", "was hired by the Owls": whom only a body can have or be."""
    lead = draft.sentence.head(draft.head)
    governor = draft.sentence.head(lead) if draft.head.dep == "pobj" else lead
    owned = draft.head.dep == "poss" or (draft.head.dep == "pobj" and lead.text == "of")
    if owned and governor.pos == "NOUN" and governor.lemma.lower() in look.nouns["belonging_nouns"]:
        yield "Organization", LIGHT
    article = draft.before is not None and draft.before.text.lower() == "the"
    people = look.nouns["group_nouns"] | look.nouns["person_nouns"]
    serve = governor.tag == "NNS" and {governor.text, governor.lemma} & people
    if article and owned and draft.head.dep == "pobj" and serve:
        # "two troops of the Velmshire Fencibles"
        yield "Organization", WEAK
    labelled = any(token.entity for token in draft.tokens)
    if lead.dep == "agent" and article and not labelled:
        yield "Organization", LEAST
    if draft.head.dep == "pobj" and lead.text == "for" and governor.lemma.lower() == "work":
        yield "Organization", LIGHT
    if draft.head.dep == "dobj" and lead.lemma.lower() in look.nouns["joining_verbs"]:
        yield "Organization", WEAK


def _described(draft: Draft, noun: Token, look: Lookup) -> str | None:
    word, nouns = noun.text, look.nouns
    if noun.tag == "NNS":
        return None
    if word in nouns["either_nouns"]:
        # "the owner of ten ships" may be a firm, "its owner" is as a rule somebody.
        near = draft.sentence.tokens[max(0, noun.i - 3) : noun.i]
        return "Person" if any(t.text in OWNED for t in near) else None
    if word in nouns["outlet_descriptions"]:
        of_news = draft.sentence[noun.i - 1].text.lower() in nouns["outlet_nouns"]
        if of_news or word not in nouns["organization_nouns"]:
            return "Outlet"
    return _kind(word, look)


def _kind(word: str, look: Lookup) -> str | None:
    nouns = look.nouns
    if word in nouns["craft_nouns"] | nouns["work_nouns"]:
        return THING
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
