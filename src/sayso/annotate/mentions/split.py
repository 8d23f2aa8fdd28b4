"""From a run of capitals to the names in it: titles and nationalities come off, nouns join."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.mentions.chains import Chain
from sayso.annotate.mentions.draft import Draft
from sayso.annotate.mentions.lookup import Lookup

# How much a piece of evidence weighs against the engine's guess, which weighs 1.
TITLE, NOUN = 4.0, 6.0


def split(chain: Chain, look: Lookup) -> Iterator[Draft]:
    """The names of a run, nested ones last."""
    first, last = chain.first, chain.last
    sentence = chain.sentence
    nation = first if sentence[first].text in look.demonyms else None
    body = first + 1 if nation is not None else first
    if body > last:
        yield from _nation_alone(chain, look)
        return
    titled = None if _names_a_thing(chain, body, look) else _title_end(chain, body, look)
    if titled is not None:
        if nation is not None:
            yield _nation(chain, nation, look)
        if titled <= last:
            yield _titled(chain, titled, look)
        return
    draft = Draft(sentence, first, last)
    joined = join_noun(draft, look)
    if nation is not None and (joined or not _belongs(draft, look)):
        yield _nation(chain, nation, look)
        draft.first = body
    elif nation is not None:
        yield _nation(chain, nation, look, nested=True)
    yield draft


def _names_a_thing(chain: Chain, body: int, look: Lookup) -> bool:
    """Whether a run is the name of a body or a place though it opens like a title."""
    last = chain.sentence[chain.last].text.lower()
    return chain.last - body >= 1 and _noun_type(last, look) is not None and last not in look.titled


def _title_end(chain: Chain, body: int, look: Lookup) -> int | None:
    """Where the name begins behind a title, one past the end where only a title stands.

    A title may have words of its own in front: "Energy Minister Ana Ruiz".
    """
    words = tuple(t.text.lower() for t in chain.sentence.tokens[body : chain.last + 1])
    for start in range(min(3, len(words))):
        for size in range(min(4, len(words) - start), 0, -1):
            if _is_title(words[start : start + size], look, leads=start == 0):
                return _behind_title(chain, body + start + size, look)
    return None


def _is_title(words: tuple[str, ...], look: Lookup, *, leads: bool) -> bool:
    # Only offices take words in front: "Lord" in the middle of a name is part of it.
    return words in look.offices or (leads and words in look.titles)


def _behind_title(chain: Chain, behind: int, look: Lookup) -> int:
    if behind > chain.last or chain.sentence[behind].text.lower() in ("of", "for"):
        return chain.last + 1
    inner = _title_end(chain, behind, look)
    return behind if inner is None else inner


def _titled(chain: Chain, first: int, look: Lookup) -> Draft:
    return Draft(chain.sentence, first, chain.last, evidence=(("Person", TITLE),))


def _nation_alone(chain: Chain, look: Lookup) -> Iterator[Draft]:
    draft = _nation(chain, chain.first, look)
    body = Draft(chain.sentence, chain.first, chain.last)
    # "the Iraqi government", "Syrian regime": a body named by its nation.
    if not _people_follow(body, look) and join_noun(body, look):
        draft.nested = True
        yield draft
        yield body
    else:
        yield draft


def _people_follow(draft: Draft, look: Lookup) -> bool:
    return draft.after is not None and draft.after.lemma.lower() in look.nouns["group_nouns"]


def _nation(chain: Chain, place: int, look: Lookup, *, nested: bool = False) -> Draft:
    state = look.demonyms[chain.sentence[place].text]
    return Draft(
        chain.sentence, place, place, form="adjective", type="Place",
        known=state, stands_for=state, nested=nested,
    )  # fmt: skip


def _belongs(draft: Draft, look: Lookup) -> bool:
    """Whether a leading nationality is part of the name: only bodies and places carry it."""
    return _noun_type(draft.words[-1].lower(), look) is not None and draft.known is None


def join_noun(draft: Draft, look: Lookup) -> bool:
    """Take in a common noun that completes the name: "Aleppo countryside", "Assad regime"."""
    after = draft.after
    if after is None or after.pos != "NOUN" or not after.text.islower():
        return False
    if after.text in look.nouns["outlet_descriptions"] and draft.words in look.phrases:
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


def _noun_type(word: str, look: Lookup) -> str | None:
    nouns = look.nouns
    if word in nouns["place_nouns"]:
        return "Place"
    if word in nouns["organization_nouns"]:
        return "Organization"
    return None
