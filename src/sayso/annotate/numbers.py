"""Numbers as English spells them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SMALL = _UNITS | _TEENS | _TENS
SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# How figures end in print: "4.7bn". "m" is metres, too, where no money stands before it.
SHORT_SCALES = {
    "k": 1_000, "mn": 10**6, "mln": 10**6, "mio": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12,
    "trn": 10**12,
}  # fmt: skip
OF_MONEY = SHORT_SCALES | {"m": 10**6, "b": 10**9}
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth"}
_IRREGULAR |= {"eight": "eighth", "nine": "ninth", "twelve": "twelfth"}


def _ordinal(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return word[:-1] + "ieth" if word.endswith("y") else word + "th"


ORDINALS = {_ordinal(word): value for word, value in SMALL.items()}

_unit, _teen, _ten = ("|".join(group) for group in (_UNITS, _TEENS, _TENS))
_BELOW_HUNDRED = rf"(?:(?:{_ten})(?:[ -](?:{_unit}))?|{_teen}|{_unit})\b"
_ROUND = rf"(?:{_BELOW_HUNDRED}|an?\b)[ -]hundred\b(?:(?: and)? {_BELOW_HUNDRED})?"
_GROUP = rf"(?:{_ROUND}|{_BELOW_HUNDRED})"
_SCALED = rf"(?:{_GROUP}|an?\b)[ -](?:thousand|million|billion|trillion)\b(?:,?(?: and)? {_GROUP})?"
_CENTURY = r"(?:sixteen|seventeen|eighteen|nineteen|twenty)\b"
_YEAR = rf"{_CENTURY}[ -](?:(?:{_ten})(?:[ -](?:{_unit}))?|{_teen}|(?:oh|o)[ -](?:{_unit}))\b"
SPELLED = re.compile(rf"(?P<year>{_YEAR})|{_SCALED}|{_ROUND}|{_BELOW_HUNDRED}", re.IGNORECASE)
# The same of text in small letters: where case counts, Python tries a letter before all else, and
# is four times as quick.
_SMALL_LETTERS = re.compile(SPELLED.pattern)
SPELLED_ORDINAL = re.compile(
    rf"(?:(?P<tens>{_ten})-)?(?P<last>{'|'.join(ORDINALS)})\b", re.IGNORECASE
)


def spelled_in(text: str, low: int, high: int) -> Iterator[tuple[int, int, bool]]:
    """Where a stretch spells a number, and whether it is a year."""
    small = text[low:high].lower()
    if len(small) == high - low:
        found, shift = _SMALL_LETTERS.finditer(small), low
    else:  # a letter that is two in small letters
        found, shift = SPELLED.finditer(text, low, high), 0
    for match in found:
        yield match.start() + shift, match.end() + shift, match["year"] is not None


def spelled(words: str) -> int:
    """The value of a spelled number ("two thousand and five"); other words are skipped."""
    total = group = 0
    for word in re.split(r"[\s,-]+", words.lower()):
        if word in SMALL:
            group += SMALL[word]
        elif word == "hundred":
            group = max(group, 1) * 100
        elif word in SCALES:
            total += max(group, 1) * SCALES[word]
            group = 0
    return total + group


def spelled_year(words: str) -> int:
    """The year that a pair of numbers names ("nineteen ninety-six", "twenty oh five")."""
    century, *rest = re.split(r"[\s-]+", words.lower())
    return SMALL[century] * 100 + sum(SMALL.get(word, 0) for word in rest)
