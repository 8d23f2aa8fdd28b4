"""What may end a name: the noun of a body, or letters behind somebody's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.annotate.mentions.draft import Chain
from sayso.annotate.mentions.lookup import Lookup
from sayso.records.parse import Sentence, Token

_ENDINGS = ("organization_endings", "outlet_nouns", "place_nouns")
LINKS = frozenset({"of", "for"})
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")


def ends_as_noun(sentence: Sentence, place: int, look: Lookup) -> bool:
    """Whether a noun of names stands here, or ends here: "Ministry", "Red Cross"."""
    word = sentence[place].text.lower()
    both = f"{sentence[place - 1].text.lower()} {word}" if place else word
    return any({word, both} & look.nouns[name] for name in _ENDINGS)


def holds_noun(sentence: Sentence, first: int, last: int, look: Lookup) -> bool:
    """Whether a run ends as a noun of names, or before its "of": "Liberation Front of Velm"."""
    ends = [place - 1 for place in range(first + 1, last) if sentence[place].text in LINKS]
    return any(ends_as_noun(sentence, place, look) for place in (last, *ends))


def head_end(sentence: Sentence, first: int) -> int:
    """Where the first word of a name ends: a leading particle brings its hyphen and what is behind
    it."""
    if sentence[first].text[:1].islower() and first + 1 < len(sentence):
        return first + 2 if sentence[first + 1].text == "-" else first + 1
    return first


def glued_particle(sentence: Sentence, place: int) -> bool:
    """Whether a hyphen and a capital hang on a particle: "al-Kindi"."""
    behind = sentence.tokens[place + 1 : place + 3]
    return (
        len(behind) == 2
        and behind[0].text == "-"
        and behind[0].start == sentence[place].end
        and behind[1].start == behind[0].end
        and behind[1].text[:1].isupper()
    )


def led_by(sentence: Sentence, last: int, ahead: int, look: Lookup) -> bool:
    """Whether "of" leads from a party to somebody who leads it: "the Labour Front of Ann Lee"."""
    if sentence[last].text.lower() not in look.nouns["party_nouns"]:
        return False
    whole = sentence.tokens[ahead : ahead + 2]
    person = all(t.entity == "PERSON" for t in whole) and whole[0].begins
    return len(whole) > 1 and (person or look.is_given(whole[0].text)) and whole[1].text.istitle()


def honours(sentence: Sentence, place: int, look: Lookup) -> bool:
    """Whether letters here stand behind somebody's full name: "Fergus MacAskill KC said"."""
    if sentence[place].text.rstrip(".") not in look.nouns["honours"] or place < 2:
        return False
    full = all(t.text[:1].isupper() and not t.text.isupper()
               for t in sentence.tokens[place - 2 : place])  # fmt: skip
    behind = sentence.tokens[place + 1 : place + 2]
    return full and not (behind and behind[0].text[:1].isupper())


def follows_name(sentence: Sentence, place: int, look: Lookup) -> bool:
    """Whether letters stand behind somebody's name: "Ransome, R.N.", "Lee KC", "Ann Lee, QC"."""
    if honours(sentence, place, look) or not place or sentence[place - 1].text != ",":
        return honours(sentence, place, look)
    named = place > 1 and sentence[place - 2].text.istitle()
    known = sentence[place].text.rstrip(".") in look.nouns["honours"]
    return (known and named) or bool(_DOTTED.fullmatch(sentence[place].text))


def numbered_names(sentences: Iterable[Sentence], look: Lookup) -> frozenset[tuple[str, str]]:
    """Words that have a number for the second word of their name, as what stands before them
    shows: "told Rustavi 2", "the rights group Article 42"."""
    kinds = [look.nouns[name] for name in _NUMBERED]
    return frozenset(
        (word.text, number.text)
        for sentence in sentences
        for before, word, number in _threes(sentence)
        if word.text[:1].isupper()
        and word.text.lower() not in look.nouns["numbered_units"]
        and (before.lemma == "tell" or _in(before, kinds))
    )


def numbers_letters(sentence: Sentence, place: int) -> bool:
    """ "LID 44 withdrew": letters and a small number that counts nothing and is no score."""
    number, before = sentence[place], sentence[place - 1]
    behind = sentence.tokens[place + 1 : place + 2]
    letters = before.text.isupper() and before.text.isalpha() and 1 < len(before.text) <= LETTERS
    ends = bool(behind) and (behind[0].pos in ("VERB", "AUX") or behind[0].text == ".")
    return letters and ends and number.text.isdigit() and len(number.text) <= _DIGITS


def with_days(chains: Iterable[Chain], look: Lookup) -> Iterator[Chain]:
    """The same runs, those of bodies with the day that they are called by: "the March 9
    Movement", "the 26th of July Front"."""
    for chain in chains:
        words = chain.sentence.tokens[max(chain.first - 4, 0) : chain.first]
        day = _DAY.search(" ".join(t.text for t in words))
        body = chain.words[-1].lower() in look.nouns["party_nouns"]
        size = len(day[0].split()) if day and body else 0
        yield Chain(chain.sentence, chain.first - size, chain.last) if size else chain


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# "On 9 March Movement fighters left" tells when.
_DAY = re.compile(
    rf"(?<!\b[Oo]n )\b(?:(?:{_MONTHS}) \d\d?|\d\d?(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS}))\Z"
)
LETTERS = 5
_NUMBERED = ("outlet_descriptions", "organization_nouns", "body_nouns", "group_nouns")
_DIGITS = 3


def _in(word: Token, kinds: Iterable[frozenset[str]]) -> bool:
    return not word.text.istitle() and any(word.text.lower() in kind for kind in kinds)


def _threes(sentence: Sentence) -> Iterator[tuple[Token, Token, Token]]:
    """Two words and a small number behind them that counts nothing."""
    tokens = sentence.tokens
    for place in range(2, len(tokens)):
        number = tokens[place]
        behind = tokens[place + 1].pos if place + 1 < len(tokens) else ""
        counts = behind in ("NOUN", "PROPN", "ADJ", "NUM", "SYM")
        if number.text.isdigit() and len(number.text) <= _DIGITS and not counts:
            yield tokens[place - 2], tokens[place - 1], number
