"""Borders as places: "the Syrian-Iraqi border", "the border between Orl and Velm".

A border is no land of its own and lies in both. Called by either or by both it is one place, so
where both sides are known it goes by their names in the order of the alphabet.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.mentions.draft import Draft
from sayso.annotate.mentions.lookup import Lookup
from sayso.records.parse import Sentence, Token

_HYPHENS = frozenset({"-", "–", "/"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
# What leads from a border to what lies behind it.
_LEADS = frozenset({"with", "between"})
_POINTING = frozenset(
    {"the", "this", "that", "a", "its", "their", "our", "his", "her", "each", "no"}
)


def borders(sentence: Sentence, named: list[Draft], look: Lookup) -> Iterator[Draft]:
    """The borders that a sentence tells of by the lands on their sides; ``named`` are its names.

    Nothing for "the border" alone, nor for what only stands at one ("border guards").
    """
    lines = look.nouns["frontier_nouns"]
    places = {
        i: d for d in named if d.type == "Place" and sentence[d.last].text.lower() not in lines
        for i in range(d.first, d.last + 1)
    }  # fmt: skip
    for token in sentence.tokens:
        if token.text.lower() not in lines or token.dep == "compound":
            continue
        first, left = _in_front(sentence, token, places, look)
        last, right = _behind(sentence, token, places, look)
        sides = [*left, *right]
        if sides:
            known = _called(sides, token) if len(sides) == 2 and all(sides) else None
            form = "name" if last == token.i else "description"
            yield Draft(sentence, first, last, form=form, type="Place", known=known)


def _called(sides: list[str], noun: Token) -> str:
    return f"{'-'.join(sorted(sides))} {noun.text.lower()}"


def _in_front(
    sentence: Sentence, noun: Token, places: dict[int, Draft], look: Lookup
) -> tuple[int, list[str]]:
    """Where the names in front of a border begin, and the lands they are of, "" where unknown."""
    place = noun.i
    owned = place > 1 and sentence[place - 1].text in _POSSESSIVE
    first = _name_start(sentence, place - 1 - owned, places)
    if first is None:
        return noun.i, []
    sides = [_land(sentence, first, place - 1 - owned, places, look)]
    if not owned and first > 1 and sentence[first - 1].text in _HYPHENS:
        other = _name_start(sentence, first - 2, places)
        if other is not None:
            sides.insert(0, _land(sentence, other, first - 2, places, look))
            first = other
    return first, sides


def _name_start(sentence: Sentence, last: int, places: dict[int, Draft]) -> int | None:
    """Where the name of a land that ends at a word begins; null where none does."""
    if last < 0 or not sentence[last].text[:1].isupper():
        return None
    if sentence[last].text.lower() in _POINTING:
        return None
    return places[last].first if last in places else last


def _land(sentence: Sentence, first: int, last: int, places: dict[int, Draft], look: Lookup) -> str:
    """The land that words name; empty where they are no name that is known to be one."""
    words = " ".join(t.text for t in sentence.tokens[first : last + 1])
    if words in look.demonyms:
        return look.demonyms[words]
    known = look.phrases.get(tuple(words.split()))
    if known is not None and known.type == "Place":
        return known.name
    draft = places.get(last)
    return draft.name if draft is not None and draft.form == "name" else ""


def _behind(
    sentence: Sentence, noun: Token, places: dict[int, Draft], look: Lookup
) -> tuple[int, list[str]]:
    """Where the names behind a border end, and the lands they are of: "with Velm"."""
    if noun.i + 1 >= len(sentence) or sentence[noun.i + 1].text.lower() not in _LEADS:
        return noun.i, []
    wanted = 2 if sentence[noun.i + 1].text.lower() == "between" else 1
    last, place = noun.i, noun.i + 2
    sides: list[str] = []
    while place < len(sentence) and len(sides) < wanted:
        end = _name_end(sentence, place, places)
        if end is None and not _may_lead(sentence[place]):
            break
        # "The Orlian-held heights" are no side by who holds them.
        held = end is not None and end + 1 < len(sentence) and sentence[end + 1].text == "-"
        if end is not None and not held:
            sides.append(_land(sentence, place, end, places, look))
            last = end
        place = (place if end is None else end) + 1
    return (last, sides) if len(sides) == wanted else (noun.i, [])


def _name_end(sentence: Sentence, first: int, places: dict[int, Draft]) -> int | None:
    """Where a name that begins at a word ends; null where none does."""
    if first in places:
        return places[first].last
    end = first
    while end < len(sentence) and sentence[end].pos == "PROPN":
        end += 1
    return end - 1 if end > first else None


def _may_lead(word: Token) -> bool:
    """Whether a word may stand between what leads to a land and its name."""
    return word.pos in ("DET", "ADJ", "CCONJ") or word.text in _HYPHENS or word.dep == "amod"
