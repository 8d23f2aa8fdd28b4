"""What speaks for a name being a person, a body, an outlet or a place, and how loudly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from sayso.annotate.mentions.beside import lists, told_beside
from sayso.annotate.mentions.draft import FAIR, KNOWN, LEAST, LIGHT, STRONG, THING, WEAK, Draft
from sayso.annotate.mentions.lookup import Lookup, unmarked
from sayso.annotate.mentions.odd.called import told_by_calling
from sayso.annotate.mentions.odd.casing import is_byline, is_dated, is_unknown
from sayso.annotate.mentions.odd.datelines import (
    closes_dateline,
    dated_behind,
    of_year,
    opens_dateline,
    shouts_town,
)
from sayso.annotate.mentions.odd.deeds import told_by_deed
from sayso.annotate.mentions.odd.endings import honours
from sayso.annotate.mentions.odd.inside import names_paper
from sayso.annotate.mentions.odd.shapes import in_syllables, told_by_shape
from sayso.annotate.mentions.odd.things import told_of_thing
from sayso.packs.lexicon import Known
from sayso.records.parse import Token

ENGINE_TYPES = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
}
CODE = re.compile(r"[A-Z]{1,4}-\d{2,}[A-Za-z]?")
IN_PLACES = frozenset({"in", "near", "around", "outside", "off"})
PLACE_PREPOSITIONS = IN_PLACES | {"at", "from", "into", "through", "across"}
# "the website X", "the militia X", "the town X".
DESCRIBED_BY = (
    ("outlet_descriptions", "Outlet"),
    ("media_nouns", "Outlet"),
    ("organization_nouns", "Organization"),
    ("body_nouns", "Organization"),
    ("firm_nouns", "Organization"),
    ("general_bodies", "Organization"),
    ("place_descriptions", "Place"),
    ("craft_nouns", THING),
    ("work_nouns", THING),
)
OF_ANOTHER = frozenset({"compound", "nmod", "amod", "poss"})
# A given name and a family name.
SURNAMED = 2
OBJECTS = frozenset({"dobj", "pobj", "conj", "appos"})

Evidence = Iterable[tuple[str, float]]


def evidence(draft: Draft, look: Lookup) -> Evidence:
    """Types and weights; a name the pack knows is told so on the way."""
    known = look.phrases.get(draft.words) or look.state(draft.words) or _titled(draft, look)
    if known is not None:
        draft.known = known.name
        yield known.type, KNOWN
    if draft.name in look.towns or shouts_town(draft, look):
        yield "Place", STRONG
    elif look.gazetteer.find(draft.name) is not None:
        yield "Place", FAIR
    yield from _from_last_word(draft, look)
    if _is_part_of_land(draft, look):
        yield "Place", STRONG + 1
    yield from _from_shape(draft, look)
    yield from _from_neighbours(draft, look)
    yield from told_beside(draft, look)
    yield from told_of_thing(draft, look)
    yield from _from_reference(draft)
    yield from told_by_deed(draft, look)
    yield from told_by_calling(draft, look)
    yield from _from_engine(draft, look)


def _titled(draft: Draft, look: Lookup) -> Known | None:
    """Whoever goes by this name with the article alone: "the Guardian"."""
    article = draft.before is not None and draft.before.text == "the"
    return look.phrases.get(("the", *draft.words)) if article else None


def _from_last_word(draft: Draft, look: Lookup) -> Evidence:
    nouns, first = look.nouns, draft.words[0].lower()
    if len(draft.words) < 2:
        # "the Commission": what kind of body it is stands for the one told of.
        if first in nouns["organization_nouns"] and _with_article(draft):
            yield "Organization", FAIR
        elif (first in nouns["outlet_nouns"] and _with_article(draft)) or _is_paper(first, look):
            yield "Outlet", FAIR
        return
    yield from _from_line(draft, look)
    yield from _from_kind(draft, look)
    if first in nouns["organization_nouns"] or first.replace("'", "") in nouns["body_openings"]:
        yield "Organization", STRONG
    if first in nouns["numbered_units"] - nouns["outlet_nouns"] and draft.words[1].isdigit():
        yield "Organization", STRONG
    if look.land(draft.words) is not None:
        yield "Place", STRONG + 1
    if first in nouns["place_nouns"]:
        yield "Place", FAIR
    yield from _from_outlet_noun(draft, look)


def _from_line(draft: Draft, look: Lookup) -> Evidence:
    """What is called as papers are, or stands on a line of its own: "Front Digest"."""
    if _is_paper(draft.words[-1].lower(), look):
        yield "Outlet", FAIR
    if _on_byline(draft) and draft.name not in look.towns:
        yield "Outlet", FAIR
    if draft.first == 0 and names_paper(draft.sentence, look):
        yield "Outlet", STRONG + FAIR


def _is_paper(word: str, look: Lookup) -> bool:
    """Whether a word is that of a paper in another language: "Velmbladet"."""
    return any(word.endswith(end) and len(word) > len(end) + 2 for end in look.outlet_ends)


def _on_byline(draft: Draft) -> bool:
    """Whether a name of several words opens a line that has only a day behind it."""
    behind = draft.sentence.tokens[draft.last + 1 :]
    opened = draft.first == 0 or (draft.first == 1 and draft.sentence[0].text == "The")
    place = any(token.entity in ("GPE", "PERSON") and token.begins for token in behind)
    return opened and is_dated(draft.sentence) and draft.after is not None and not place


def _from_outlet_noun(draft: Draft, look: Lookup) -> Evidence:
    """ "Radio Velm", "Channel 12", "La Voz de Velm": what opens the name of an outlet."""
    nouns, first = look.nouns, draft.words[0].lower()
    at = first in nouns["foreign_articles"] and len(draft.words) > 2
    noun, behind = draft.words[at].lower(), draft.words[at + 1]
    if first in nouns["outlet_openings"]:
        yield "Outlet", STRONG
    numbered = behind.isdigit() and noun in nouns["outlet_nouns"]
    if numbered or (noun in nouns["outlet_nouns"] and (behind == "of" or behind in look.particles)):
        # "Radio of Velm", "La Voz de Velm"
        yield "Outlet", STRONG + 1
    elif unmarked(first) in nouns["media_nouns"]:
        # "Radio Velm".
        yield "Outlet", FAIR


def _is_part_of_land(draft: Draft, look: Lookup) -> bool:
    """Whether a name is that of a part of a land: "Northern Mali" at the head of a sentence."""
    whole = look.phrases.get(draft.words[1:])
    known = whole is not None and whole.type == "Place"
    return known and draft.words[0].lower() in look.nouns["compass"]


def _from_kind(draft: Draft, look: Lookup) -> Evidence:
    """What the noun at the end, or the one that "of" hangs on, says that it is."""
    nouns = look.nouns
    slashed = "".join(draft.words[-3:]).lower() if len(draft.words) > 3 else ""
    if {draft.words[-1].lower().replace(".", ""), slashed} & nouns["legal_forms"]:
        yield "Organization", STRONG + 2
    elif draft.ends_in(nouns["outlet_nouns"]):
        yield "Outlet", STRONG + 1
    elif draft.ends_in(nouns["organization_endings"]):
        yield "Organization", STRONG
    elif draft.ends_in(nouns["place_nouns"]):
        # "Jo Hill", "Min-ho Park": family names are as a rule old words for where somebody lived.
        person = _like_a_surname(draft, look) or in_syllables(draft, look)
        yield "Place", WEAK if person else STRONG
    elif draft.words[-1].lower() in nouns["lands"]:
        # "South African Republic".
        yield "Place", STRONG
    if look.body_of(draft.words) or _of_people(draft, look):
        yield "Organization", STRONG


def _like_a_surname(draft: Draft, look: Lookup) -> bool:
    """Whether a given name and one word more, without an article or "in", are somebody's."""
    first, given = draft.words[0].lower(), look.nouns["male_names"] | look.nouns["female_names"]
    named = first in given | look.nouns["either_names"] | look.given_names
    named |= all(token.entity == "PERSON" for token in draft.tokens)
    before = draft.before.text.lower() if draft.before is not None else ""
    led = before == "the" or before in PLACE_PREPOSITIONS
    return named and len(draft.words) == SURNAMED and not led and draft.name not in look.towns


def _of_people(draft: Draft, look: Lookup) -> bool:
    """ "Mothers of Velm": people in the plural, with a capital."""
    words = draft.words
    if len(words) < 3 or words[1] not in ("of", "for"):
        return False
    one, nouns = words[0].lower().removesuffix("s"), look.nouns
    people = nouns["group_nouns"] | nouns["person_nouns"] | nouns["kin"]
    return words[0].endswith("s") and one in people


def _from_shape(draft: Draft, look: Lookup) -> Evidence:
    yield from told_by_shape(draft, look)
    foreign = draft.words[0].lower() in look.nouns["foreign_articles"]
    if any(word in look.particles for word in draft.words[1:-1]) and not foreign:
        yield "Person", FAIR * 0.6
    owner = len(draft.tokens) > 1 and draft.tokens[1].tag == "POS"
    if 1 < len(draft.words) < 6 and look.is_given(draft.words[0]) and not owner:
        yield "Person", FAIR
    elif 2 < len(draft.words) < 6 and draft.words[1].lower() in look.given_names:
        yield "Person", LIGHT
    if CODE.fullmatch(draft.name):
        # "HX-114", "S-300": a thing is called by letters and a number.
        yield THING, FAIR
    elif is_acronym(draft.words):
        yield "Organization", FAIR
    initial = len(draft.words[0]) < 3 and draft.words[0][1:] in ("", ".")
    if initial and 1 < len(draft.words) < 4 and draft.words[0].isupper():
        yield "Person", FAIR


def is_acronym(words: tuple[str, ...]) -> bool:
    """Whether a name is letters: "HWU", "MoD"."""
    name = words[0]
    capitals = sum(letter.isupper() for letter in name)
    mixed = capitals > 1 and len(name) < 6 and name[0].isupper() and name[-1].isupper()
    return len(words) == 1 and len(name) > 1 and (name.isupper() or (mixed and name.isalpha()))


def _from_neighbours(draft: Draft, look: Lookup) -> Evidence:
    before = draft.before
    if opens_dateline(draft):
        yield "Place", STRONG + 2
    if draft.after is not None and honours(draft.sentence, draft.last + 1, look):
        yield "Person", STRONG
    if _acronym_follows(draft):
        behind = draft.sentence[draft.last + 2].text
        starts = "".join(word[0] for word in draft.words if word[:1].isupper())
        yield "Organization", STRONG if behind == starts else FAIR
    if before is None:
        return
    if before.text == "," and draft.first > 1:
        person = draft.sentence[draft.first - 2].text in look.nouns["person_nouns"]
        place = draft.first - 2
        if person or _office_ends(draft, place, look) or _office_holds(draft, place, look):
            yield "Person", FAIR
    elif before.text.lower() == "by" and is_byline(draft.sentence):
        yield "Person", FAIR
    elif before.text == "(":
        if dated_behind(draft) or closes_dateline(draft):
            # "(Morley, 1934)": as a rule who wrote it.
            yield "Outlet", FAIR if of_year(draft) else STRONG + 2
    else:
        yield from _from_word_before(draft, before, look)


def _from_word_before(draft: Draft, before: Token, look: Lookup) -> Evidence:
    word, nouns = before.text.lower(), look.nouns
    if _office_ends(draft, draft.first - 1, look) or (word,) in look.titles:
        yield "Person", STRONG
    elif before.text.islower() or before.i == 0:
        for name, kind in DESCRIBED_BY:
            if word in nouns[name] or (before.tag == "NNS" and before.lemma in nouns[name]):
                # "the tanker Velm Star" is no paper, whatever others so called are.
                yield kind, STRONG + FAIR + LIGHT
                return
        people = nouns["person_nouns"] | nouns["group_nouns"]
        if before.tag == "NNS" and before.lemma in nouns["either_nouns"] and not lists(draft):
            # "the auditors Kessler Brandt": several, and one name.
            yield "Organization", STRONG / 2
        elif before.pos == "NOUN" and (word in people or before.lemma in people):
            yield "Person", FAIR
        yield from _from_preposition(draft, before, look)
    if before.lemma == "be" and _office_ends(draft, draft.first - 2, look):
        yield "Person", FAIR


def _from_preposition(draft: Draft, before: Token, look: Lookup) -> Evidence:
    word, nouns = before.text.lower(), look.nouns
    governor = draft.sentence[before.head]
    if word == "of" and draft.first > 1:
        of = draft.sentence[draft.first - 2]
        glued = draft.first > 3 and draft.sentence[draft.first - 3].text == "-"
        office = f"{draft.sentence[draft.first - 4].text}-" if glued else ""
        if of.text.lower() in nouns["place_descriptions"]:
            yield "Place", STRONG
        elif of.tag == "NNS" and of.lemma.lower() in nouns["inhabitant_nouns"]:
            # "the peasants of Velm"
            yield "Place", FAIR
        elif f"{office}{of.text}".lower() in nouns["place_offices"]:
            yield "Place", FAIR + LIGHT
        elif of.text.istitle() and of.text.lower() in nouns["noble_titles"]:
            yield "Person", FAIR + LIGHT
    elif word in ("to", "from", "for") and governor.lemma in nouns["motion_verbs"]:
        yield "Place", FAIR
    elif word == "at" and (governor.pos == "VERB" or governor.lemma in nouns["site_nouns"]):
        yield "Place", LIGHT
    elif word == "on" and governor.lemma.lower() in nouns["inhabitant_nouns"]:
        # "voters on Velm": an island.
        yield "Place", STRONG
    elif word in PLACE_PREPOSITIONS:
        yield "Place", FAIR if word in IN_PLACES else WEAK


def _office_ends(draft: Draft, place: int, look: Lookup) -> bool:
    """Whether an office of one to three words ends at a place of the sentence."""
    words = tuple(t.text.lower() for t in draft.sentence.tokens[max(0, place - 2) : place + 1])
    return any(words[start:] in look.offices for start in range(len(words)))


def _office_holds(draft: Draft, place: int, look: Lookup) -> bool:
    """Whether an office with whom it is of ends here: "spokesman of the Armed Forces, Ann Lee"."""
    if draft.head.dep != "appos":
        return False
    head = draft.sentence.head(draft.head)
    links = [t for t in (head, *draft.sentence.ancestors(head)) if t.dep == "prep"]
    of = links[0] if links else head
    noun = draft.sentence.head(of)
    led = of.text.lower() in ("of", "for") and of.i == noun.i + 1 and of.i < place
    return led and _office_ends(draft, noun.i, look)


def _acronym_follows(draft: Draft) -> bool:
    ahead = draft.sentence.tokens[draft.last + 1 : draft.last + 4]
    return (
        len(ahead) == 3
        and ahead[0].text in ("(", ",")
        and ahead[2].text == ")"
        and ahead[1].text.isupper()
        and ahead[1].text.isalpha()
        and len(draft.words) > 1
    )


def _from_reference(draft: Draft) -> Evidence:
    """ "When Reinholt opened it, he ...", "Reinholt (1911) held that": whose doing, whose work."""
    verb = draft.sentence.head(draft.head)
    above = draft.sentence.head(verb)
    does = draft.head.dep == "nsubj" and verb.dep == "advcl" and verb.i < above.i
    others = draft.sentence.children(above, "nsubj") if does else ()
    if any(token.text.lower() in ("he", "she") for token in others):
        yield "Person", LIGHT
    behind = [t.text for t in draft.sentence.tokens[draft.last + 1 : draft.last + 4]]
    year = len(behind) == 3 and behind[0] == "(" and behind[2] in (")", ",")
    if year and len(behind[1]) == 4 and behind[1].isdigit() and len(draft.words) == 1:
        yield "Person", LIGHT


def _from_engine(draft: Draft, look: Lookup) -> Evidence:
    labels = Counter(ENGINE_TYPES[t.entity] for t in draft.tokens if t.entity in ENGINE_TYPES)
    if labels:
        kind, count = labels.most_common(1)[0]
        yield kind, count / len(draft.tokens)
        if kind == "Person" and _before_place(draft, look):
            yield "Place", LIGHT
        several = kind == "Place" and len(draft.words) > 1
        if (kind == "Person" or several) and _with_article(draft):
            yield "Organization", FAIR * 0.75
    if draft.head.dep == "nsubj" and draft.sentence.head(draft.head).pos == "VERB":
        if len(draft.words) in (2, 3):
            yield "Person", WEAK / 2
        elif draft.first > 1:
            yield "Organization", LEAST
        elif _heads_sentence(draft, look) and not labels:
            yield "Person", LEAST
    elif not labels and len(draft.words) in (2, 3) and draft.head.dep in OBJECTS:
        peoples = look.nouns["peoples"] | look.demonyms.keys()
        named = all(t.pos == "PROPN" and t.text not in peoples for t in draft.tokens)
        if named and not _with_article(draft):
            yield "Person", LEAST


def _heads_sentence(draft: Draft, look: Lookup) -> bool:
    """Whether a word of which nothing else is known opens a sentence and does something there."""
    verb = draft.sentence.head(draft.head)
    word = draft.words[0].lower()
    known = any(word in look.nouns[name] for name in ("group_nouns", "person_nouns", "body_nouns"))
    finite = verb.tag in ("VBD", "VBZ") or any(
        t.tag in ("VBZ", "VBD") for t in draft.sentence.children(verb, "aux", "auxpass")
    )
    name = draft.head.tag == "NNP" or is_unknown(draft.head)
    return draft.first == 0 and name and finite and not known


def _before_place(draft: Draft, look: Lookup) -> bool:
    """Whether a name stands before what it is the name of: "the Watiya air base"."""
    above = draft.sentence.head(draft.head)
    behind = draft.sentence.tokens[draft.last + 1 : above.i + 1]
    lower = bool(behind) and len(behind) < 3 and all(token.text.islower() for token in behind)
    return lower and draft.head.dep == "compound" and above.text in look.nouns["place_nouns"]


def _with_article(draft: Draft) -> bool:
    # Of all that the engine takes for people, those with an article are bodies or papers.
    before = draft.before
    return before is not None and before.text.lower() == "the" and draft.head.dep not in OF_ANOTHER
