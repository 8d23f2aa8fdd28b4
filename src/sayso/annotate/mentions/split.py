"""From a run of capitals to the names in it: titles and nationalities come off, nouns join."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.annotate.mentions.brackets import spelt_out
from sayso.annotate.mentions.draft import Chain, Draft
from sayso.annotate.mentions.lookup import Lookup
from sayso.records.parse import Token

# How much a piece of evidence weighs against the engine's guess, which weighs 1.
TITLE, NOUN = 4.0, 6.0
# An office and its "of".
_LED = 2
# "Old Lord Ashcombe": what may stand before a title at the head of a sentence.
_AGES = frozenset({"old", "young", "late", "poor", "then", "former", "new", "dear"})
# The dots of "U.S.", with the letter before each.
_SPELT = re.compile(r"(?<![^\W_]{2})(\w)\.(?=\w\b|$)")
# "(D-Mont.)", "(R-N.Y.)": in tokens, how far the bracket is; and what stands in it.
_SEAT = 4
_PARTY = re.compile(r"[A-Z][-–][A-Z][\w.]*$")
# The words of most full names.
FULL_NAME = 2


def split(chain: Chain, look: Lookup) -> Iterator[Draft]:
    """The names of a run, nested ones last."""
    return iter(()) if _is_seat(chain) else _names(chain, look)


def _names(chain: Chain, look: Lookup) -> Iterator[Draft]:
    first, last = chain.first, chain.last
    sentence = chain.sentence
    size = 0 if chain.text in look.nouns["peoples"] else _nation_size(chain, look)
    body = first + size
    if body > last:
        yield from _nation_alone(chain, look)
        return
    known = chain.words in look.phrases or chain.text in look.towns or spelt_out(chain)
    title = None if known or _names_a_thing(chain, body, look) else _title(chain, body, look)
    if title is not None:
        if size:
            yield _nation(chain, size, look)
        yield from _in_front(chain, body, title[0], look)
        if title[1] <= last:
            yield _titled(chain, title[1])
        return
    field = _field_in_front(chain, look)
    if field is not None:
        for draft in split(Chain(sentence, field + 1, last), look):
            draft.evidence = draft.evidence or (("Person", TITLE),)
            yield draft
        return
    town = _town_in_front(chain, look)
    if town is not None:
        yield Draft(sentence, first, town, evidence=(("Place", TITLE),))
        yield Draft(sentence, town + 1, last, evidence=(("Person", TITLE),))
        return
    draft = Draft(sentence, first, last)
    joined = join_noun(draft, look)
    if size and not known and (joined or not _belongs(draft, look)):
        yield _nation(chain, size, look)
        draft.first = body
    elif size:
        yield _nation(chain, size, look, nested=True)
    yield draft


def _is_seat(chain: Chain) -> bool:
    """Whether a run is the party and the state behind a lawmaker's name: "Ann Lee (D-Mont.)"."""
    tokens = chain.sentence.tokens
    opens = [t.i for t in tokens[max(chain.first - _SEAT, 0) : chain.first + 1] if t.text == "("]
    if not opens:
        return False
    inside = "".join(t.text for t in tokens[opens[-1] + 1 : chain.last + _SEAT])
    return bool(_PARTY.match(inside.partition(")")[0].partition(",")[0]))


def _office_before(chain: Chain, look: Lookup) -> bool:
    """Whether an office and "of" stand before a run."""
    before = chain.sentence.tokens[max(chain.first - _LED, 0) : chain.first]
    return len(before) == _LED and (before[0].text.lower(),) in look.offices


def _field_in_front(chain: Chain, look: Lookup) -> int | None:
    """Where an office's field ends that the name follows at once: "Minister of Mines Ann Lee",
    "Secretary of State Ann Lee"."""
    sentence, first = chain.sentence, chain.first
    before = sentence.tokens[max(first - _LED, 0) : first]
    if len(before) < _LED or before[1].text not in ("of", "for"):
        return None
    for place in (first, first + 1):
        words = tuple(t.text.lower() for t in sentence.tokens[first - _LED : place + 1])
        held = words[-1] in look.nouns["portfolios"] and words[:1] in look.offices
        if place < chain.last and (held or words in look.offices):
            return place
    return None


def _town_in_front(chain: Chain, look: Lookup) -> int | None:
    """Where a place ends that the name of a person follows at once: "In Velm George Lee spoke",
    "Governor of Velm George Lee"."""
    before = chain.sentence[chain.first - 1].text.lower() if chain.first else ""
    words = [word.lower() for word in chain.words]
    of = before == "of" and _office_before(chain, look)
    led = before in ("in", "near") or of
    told = led and len(words) > 2 and words[0] not in look.given_names
    person = told and look.is_given(words[1]) and words[-1] not in look.nouns["place_nouns"]
    if person:
        return chain.first
    return chain.last - FULL_NAME if of and _office_opens(chain, look) else None


def _office_opens(chain: Chain, look: Lookup) -> bool:
    """Whether an office without an article has its place and a full name behind it: "Archbishop
    of Velm Rowan Pell"."""
    sentence, office = chain.sentence, chain.first - _LED
    while office and tuple(t.text.lower() for t in sentence.tokens[office - 1 : office + 1]) in (
        look.offices
    ):
        office -= 1
    article = office and sentence[office - 1].pos == "DET"
    size, after = len(chain.words), chain.last + 1
    verb = after < len(sentence) and sentence[after].pos in ("VERB", "AUX")
    body = any(
        word.lower() in look.nouns["place_nouns"] | look.nouns["organization_endings"]
        for word in chain.words
    )
    capital = all(word[:1].isupper() for word in chain.words)
    return bool(not article and FULL_NAME < size < 5 and verb and not body and capital)


def _nation_size(chain: Chain, look: Lookup) -> int:
    """How many words of a nationality open a run: "Polish" one, "South African" two."""
    for size in (3, 2, 1):
        if " ".join(chain.words[:size]) in look.demonyms and size <= len(chain.words):
            return size
    return 0


def _names_a_thing(chain: Chain, body: int, look: Lookup) -> bool:
    """Whether a run is the name of a body or a place though it opens like a title."""
    draft = Draft(chain.sentence, body, chain.last)
    last = draft.words[-1].lower()
    return chain.last > body and _last_type(draft, look) is not None and last not in look.titled


def _last_type(draft: Draft, look: Lookup) -> str | None:
    if draft.ends_in(look.nouns["place_nouns"]):
        return "Place"
    return "Organization" if draft.ends_in(look.nouns["organization_endings"]) else None


def _title(chain: Chain, body: int, look: Lookup) -> tuple[int, int] | None:
    """Where a title begins and where the name behind it, one past the end where none stands.

    A title may have words of its own in front: "Energy Minister Ana Ruiz".
    """
    tokens = chain.sentence.tokens[body : chain.last + 1]
    words = tuple(_SPELT.sub(r"\1", token.text.lower()).rstrip(".") for token in tokens)
    for start in range(min(5, len(words))):
        if words[start] in ("of", "for"):
            break
        for size in range(min(4, len(words) - start), 0, -1):
            leads = start == 0 or (start == 1 and words[0] in _AGES)
            # "Velmian Gov. Ann Lee", "Supreme Court Justice Ann Lee": cut short, or behind a court.
            leads = leads or (start + size < len(words) and _is_short(tokens, start, words))
            if _is_title(words[start : start + size], look, leads=leads):
                return body + start, _behind_title(chain, body + start + size, look)
    return (body, body + 1) if _calling(chain, body, look) else None


def _is_short(tokens: Sequence[Token], start: int, words: Sequence[str]) -> bool:
    """Whether a title inside a run stands there cut short, and a name behind it."""
    cut = tokens[start].text.endswith(".") and len(words[start]) > 1
    court = start > 0 and words[start - 1] == "court"
    return (cut or court) and tokens[start + 1].text[:1].isupper()


def _is_title(words: tuple[str, ...], look: Lookup, *, leads: bool) -> bool:
    # Only offices take words in front: "Lord" in the middle of a name is part of it.
    if words in look.offices or (leads and words in look.titles):
        return True
    # "Det.-Sgt. Lee", "Lt.-Col. Orr": two ranks in one word.
    both = words[0].split(".-") if leads and len(words) == 1 else ()
    return len(both) > 1 and all(one in look.titled for one in both)


def _calling(chain: Chain, body: int, look: Lookup) -> bool:
    """ "Analyst Ana Ruiz" at the head of a sentence, "Republican Ana Ruiz": what somebody does, or
    to which party he belongs, is no part of the name."""
    ahead = chain.sentence.tokens[body + 1 : chain.last + 1]
    word = chain.sentence[body].text.lower()
    opens = body == 0 and word in look.nouns["group_nouns"] | look.nouns["person_nouns"]
    if not ahead or not (opens or word in look.nouns["partisans"]):
        return False
    given = look.is_given(ahead[0].text)
    return given or (opens and all(t.entity == "PERSON" for t in ahead))


def _in_front(chain: Chain, body: int, title: int, look: Lookup) -> Iterator[Draft]:
    """The body an office belongs to, where its name leads the run: "Harbour Board Chair Ruiz"."""
    if title > body:
        draft = Draft(chain.sentence, body, title - 1)
        known = draft.words in look.phrases or (len(draft.words) == 1 and draft.name.isupper())
        land = all(token.entity == "GPE" for token in draft.tokens)
        if known or land or _last_type(draft, look) == "Organization":
            yield draft


def _behind_title(chain: Chain, behind: int, look: Lookup) -> int:
    if behind > chain.last or chain.sentence[behind].text.lower() in ("of", "for"):
        return chain.last + 1
    inner = _title(chain, behind, look)
    return behind if inner is None else inner[1]


def _titled(chain: Chain, first: int) -> Draft:
    return Draft(chain.sentence, first, chain.last, evidence=(("Person", TITLE),))


def _nation_alone(chain: Chain, look: Lookup) -> Iterator[Draft]:
    draft = _nation(chain, len(chain.words), look)
    body = Draft(chain.sentence, chain.first, chain.last)
    if _is_paper(body, look):
        body.type = "Outlet"
        yield body
        return
    # "the Iraqi government", "Syrian regime": a body named by its nation.
    if not _people_follow(body, look) and join_noun(body, look):
        draft.nested = True
        yield draft
        yield body
    else:
        yield draft


def _is_paper(draft: Draft, look: Lookup) -> bool:
    """ "The Velmian, a daily, wrote": a paper that is called by its nation."""
    before = draft.before
    if before is None or before.text != "The" or draft.words[-1].endswith(("ns", "is")):
        return False
    behind = draft.sentence.tokens[draft.last + 1 : draft.last + 6]
    described = len(behind) > 2 and behind[0].text == "," and behind[1].text in ("a", "an", "the")
    noun = next((t.text for t in behind[2:] if t.pos == "NOUN"), "") if described else ""
    # In the middle of a sentence only a name has such an article.
    return noun in look.nouns["outlet_descriptions"] or (before.i > 0 and draft.head.dep == "nsubj")


def _people_follow(draft: Draft, look: Lookup) -> bool:
    return draft.after is not None and draft.after.lemma.lower() in look.nouns["group_nouns"]


def _nation(chain: Chain, size: int, look: Lookup, *, nested: bool = False) -> Draft:
    words = " ".join(chain.words[:size])
    state = look.demonyms[words]
    # "The Iranians" act; "Iranian" only says whose something is.
    form = "name" if words.endswith(("ns", "is")) else "adjective"
    return Draft(
        chain.sentence, chain.first, chain.first + size - 1, form=form, type="Place",
        known=state, stands_for=state, nested=nested,
    )  # fmt: skip


def _belongs(draft: Draft, look: Lookup) -> bool:
    """Whether a leading nationality is part of the name: only bodies and places carry it."""
    # "Peruvian Ministry of Trade": what kind of body it is may stand in front.
    land = draft.words[-1].lower() in look.nouns["lands"]
    body = land or look.body_of(draft.words) or _last_type(draft, look) is not None
    # "Nordic Labour Wire": in the middle of a sentence "the Polish Velm Post" would be another's.
    article = draft.before is not None and draft.before.pos == "DET"
    paper = len(draft.words) > 2 and draft.ends_in(look.nouns["outlet_nouns"]) and not article
    return (body or paper or _one_word_more(draft, look)) and draft.known is None


def _one_word_more(draft: Draft, look: Lookup) -> bool:
    """ "He leads Georgian Dream": without an article a nation and a thing are a name."""
    word, before, after = draft.tokens[-1], draft.before, draft.after
    two = len(draft.words) == 2 and draft.words[0] in look.demonyms and word.tag in ("NN", "NNP")
    article = before is not None and before.pos in ("DET", "PRON", "ADJ", "NUM")
    alone = after is None or not (after.pos in ("NOUN", "PROPN", "ADJ") or after.text == "-")
    named = (word.entity in ("PERSON", "GPE") and word.begins) or (
        word.text.lower(),
    ) in look.offices
    return two and draft.first > 0 and not article and alone and not named


def join_noun(draft: Draft, look: Lookup) -> bool:
    """Take in a common noun that completes the name: "Aleppo countryside", "Assad regime"."""
    after = draft.after
    if after is None or after.pos != "NOUN" or not after.text.islower():
        return False
    if after.text in look.nouns["outlet_descriptions"] and draft.words in look.phrases:
        return False
    if after.text in look.nouns["firm_nouns"] and _tells_where(draft, look):
        # "The Italian bank", "a Milan company" are told of again, not named.
        return False
    one_below = after.i == draft.head.head or draft.tokens[-1].head == after.i
    word = after.lemma.lower() if after.tag == "NNS" else after.text
    kind = _noun_type(after.text, look) or _noun_type(word, look)
    if not one_below or kind is None or after.tag == "NNS":
        return False
    if kind == "Place" and draft.tokens[-1].text in look.demonyms:
        return False
    draft.last += 1
    draft.evidence += ((kind, NOUN),)
    return True


def _tells_where(draft: Draft, look: Lookup) -> bool:
    """Whether a run is a nation or a town, which says of a firm where it is from."""
    known = look.phrases.get(draft.words)
    place = known is not None and known.type == "Place"
    return place or draft.words[-1] in look.demonyms or draft.name in look.towns


def _noun_type(word: str, look: Lookup) -> str | None:
    nouns = look.nouns
    if word in nouns["place_nouns"]:
        return "Place"
    if word in nouns["organization_nouns"]:
        return "Organization"
    return None
