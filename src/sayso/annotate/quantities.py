"""Numbers of things, with their bounds: "about 175 fighters", "between 2,000 and 2,500"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.annotate.numbers import OF_MONEY, SCALES, SHORT_SCALES, SMALL, SPELLED, spelled
from sayso.records.documents import Document
from sayso.records.marks import Quantity, Time
from sayso.records.notes import Notes
from sayso.records.parse import Sentence, Token

_FIGURE = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
# A figure and its scale in one word: "4.7bn".
_SHORT = re.compile(rf"({_FIGURE.pattern})([a-z]+)", re.IGNORECASE)
_GROUPS = {"dozens": 12, "scores": 20, "tens": 10} | {f"{word}s": n for word, n in SCALES.items()}
# "Several hundred" are two hundred at least, and no more is warranted.
_SOME = {"several": 2, "few": 2}
# These are other words too, unless "of" follows.
_OTHERWISE = frozenset({"scores", "tens"})
# What the first word of a number in words is, or begins with ("twenty-one").
_BEGINNINGS = frozenset({"a", "an", "dozen"})
_SPELT = tuple(SMALL)
_SHARES = {"half": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25}
_CURRENCIES = {
    "$": "dollars", "US$": "dollars", "USD": "dollars", "€": "euros", "EUR": "euros",
    "£": "pounds", "GBP": "pounds", "¥": "yen", "JPY": "yen", "CHF": "francs", "₹": "rupees",
}  # fmt: skip
_BETWEEN = frozenset({"-", "–", "to", "and", "m", "b"})
_PERCENT = frozenset({"percent", "%", "per cent"})
# Words before a number, the longest first, and the bound that they set.
_BEFORE: tuple[tuple[tuple[str, ...], str], ...] = (
    (("no", "fewer", "than"), "at_least"), (("no", "less", "than"), "at_least"),
    (("not", "less", "than"), "at_least"), (("no", "more", "than"), "at_most"),
    (("not", "more", "than"), "at_most"), (("as", "many", "as"), "at_most"),
    (("as", "much", "as"), "at_most"), (("as", "few", "as"), "at_least"),
    (("at", "least"), "at_least"), (("at", "most"), "at_most"), (("up", "to"), "at_most"),
    (("more", "than"), "more_than"), (("greater", "than"), "more_than"),
    (("less", "than"), "less_than"), (("fewer", "than"), "less_than"),
    (("close", "to"), "about"), (("an", "estimated"), "about"), (("upwards", "of"), "at_least"),
    (("over",), "more_than"), (("above",), "more_than"), (("exceeding",), "more_than"),
    (("exceeds",), "more_than"), (("exceed",), "more_than"), (("exceeded",), "more_than"),
    (("under",), "less_than"), (("below",), "less_than"), (("maximum",), "at_most"),
    (("minimum",), "at_least"), (("about",), "about"), (("around",), "about"),
    (("approximately",), "about"), (("roughly",), "about"), (("some",), "about"),
    (("nearly",), "about"), (("almost",), "about"), (("estimated",), "about"),
    (("circa",), "about"), (("exactly",), "exact"), (("precisely",), "exact"),
)  # fmt: skip
_AFTER: tuple[tuple[tuple[str, ...], str], ...] = (
    (("or", "more"), "at_least"), (("or", "so"), "about"), (("or", "less"), "at_most"),
    (("or", "fewer"), "at_most"), (("+",), "at_least"),
)  # fmt: skip
# Kinds of names whose numbers count nothing ("Unit 840", "Resolution 1929").
_COUNTING = frozenset({"", "CARDINAL", "QUANTITY", "PERCENT", "MONEY", "DATE", "TIME", "ORDINAL"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG"})
_TOLD_OF = frozenset({"JJ", "NN", "NNP"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_YEARS = range(1000, 2100)
_OLDEST = 120
_TOLLS = frozenset({"toll", "dead", "deaths", "fatalities", "victims", "casualties"})


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in a sentence: the tokens from ``first`` to ``last`` (exclusive)."""

    first: int
    last: int
    value: float
    kind: str = "plain"
    scale: float = 1


def find_quantities(notes: Notes, tool: None = None) -> tuple[Quantity, ...]:
    """The quantities of a document, in text order; dates, times and numbered names are none.

    ``low`` and ``high`` are null where open. "Hundreds" is at least one hundred, and so on: what
    the word warrants and no more. Shares ("half") have the unit "share"; a percentage has
    "percent"; money has the currency's name.
    """
    taken = _Taken(notes.times)
    return tuple(
        quantity
        for sentence in notes.parse.sentences
        for quantity in _in_sentence(sentence, notes.document, taken)
    )


class _Taken:
    """Stretches of the text that belong to times."""

    def __init__(self, times: Iterable[Time]) -> None:
        self._spans = sorted((time.span.start, time.span.end) for time in times)
        self._ends = [end for _, end in self._spans]

    def holds(self, start: int, end: int) -> bool:
        """Whether a time shares a character with this stretch."""
        place = bisect_right(self._ends, start)
        return place < len(self._spans) and self._spans[place][0] < end


def _in_sentence(sentence: Sentence, document: Document, taken: _Taken) -> Iterator[Quantity]:
    tokens = sentence.tokens
    place = 0
    while place < len(tokens):
        number = _number(tokens, place)
        if number is None or taken.holds(tokens[number.first].start, tokens[number.last - 1].end):
            place += 1
            continue
        quantity, end = _quantity(tokens, number, document)
        place = max(end, number.last)
        if quantity and not taken.holds(quantity.span.start, quantity.span.end):
            yield quantity


def _number(tokens: Sequence[Token], place: int) -> _Number | None:
    """The number that begins here, if one does."""
    word = tokens[place].text.lower()
    scale = SCALES.get(_text(tokens, place + 1), 12 * (_text(tokens, place + 1) == "dozen"))
    if word in _SOME and scale:
        return _Number(place, place + 2, float(_SOME[word] * scale), "group")
    if word in _GROUPS and (_text(tokens, place + 1) == "of" or word not in _OTHERWISE):
        return _group(tokens, place)
    if word in _SHARES and word not in ("third", "quarter"):
        return _half(tokens, place) if word == "half" else None
    if _FIGURE.fullmatch(tokens[place].text):
        value = float(tokens[place].text.replace(",", ""))
        return _scaled(tokens, place, place + 1, value)
    short = _SHORT.fullmatch(tokens[place].text)
    if short and (scale := _short_scale(tokens, place, short[2].lower())):
        value = float(short[1].replace(",", "")) * scale
        return _Number(place, place + 1, value, scale=scale)
    return _words(tokens, place)


def _short_scale(tokens: Sequence[Token], place: int, word: str) -> int:
    """By how much a figure is more than it says: "$310m", "20k troops"; 0 if by nothing.

    "A 5m wall" has metres, "12m users" has millions: many of a thing are counted.
    """
    word = word.rstrip(".")
    scale = SHORT_SCALES.get(word, 0)
    if scale or word not in OF_MONEY:
        return scale
    before = place - 1
    # "$90-100m", "$4m to $5m": the sign stands before the first.
    while _text(tokens, before) in _BETWEEN or _FIGURE.fullmatch(_text(tokens, before)):
        before -= 1
    if _text(tokens, before).upper() in _CURRENCIES:
        return OF_MONEY[word]
    behind = place + 2 if _FIGURE.fullmatch(tokens[place].text) else place + 1
    many = behind < len(tokens) and tokens[behind].tag == "NNS"
    return OF_MONEY[word] if many and word == "m" else 0


def _half(tokens: Sequence[Token], place: int) -> _Number:
    """ "Half", or half of a round number: "half a dozen", "half a million"."""
    last = place + 2 if _text(tokens, place + 1) == "a" else place + 1
    if _text(tokens, last) == "dozen" or _text(tokens, last) in SCALES:
        return _scaled(tokens, place, last, _SHARES["half"])
    return _Number(place, place + 1, _SHARES["half"], "share")


def _group(tokens: Sequence[Token], place: int) -> _Number:
    """ "Hundreds", "tens of thousands"."""
    value, last = float(_GROUPS[tokens[place].text.lower()]), place + 1
    while _text(tokens, last) == "of" and _text(tokens, last + 1) in _GROUPS:
        value *= _GROUPS[_text(tokens, last + 1)]
        last += 2
    return _Number(place, last, value, "group")


def _words(tokens: Sequence[Token], place: int) -> _Number | None:
    first = tokens[place].text.lower()
    if not (first in _BEGINNINGS or first.startswith(_SPELT)):
        return None
    ahead = tokens[place : place + 10]
    text = "".join(
        token.text + (" " if i + 1 < len(ahead) and ahead[i + 1].start > token.end else "")
        for i, token in enumerate(ahead)
    )
    match = SPELLED.match(text)
    if match is None:
        return _dozen(tokens, place, 1.0) if first in ("a", "dozen") else None
    last, length = place, 0
    while length < match.end():
        length += len(tokens[last].text)
        last += 1
        length += text[length : length + 1] == " " and length < match.end()
    value = float(spelled(match.group()))
    if _text(tokens, last) == "-" and _text(tokens, last + 1) in _SHARES:
        return _Number(place, last + 2, value * _SHARES[_text(tokens, last + 1)], "share")
    return _dozen(tokens, last, value, place) or _scaled(tokens, place, last, value)


def _dozen(
    tokens: Sequence[Token], place: int, value: float, first: int | None = None
) -> _Number | None:
    start = place if first is None else first
    if _text(tokens, place) == "a" and _text(tokens, place + 1) in ("third", "quarter"):
        if tokens[place + 2 : place + 3] and tokens[place + 2].tag in _TOLD_OF:
            return None  # "a third man" is no share of one
        return _Number(place, place + 2, _SHARES[_text(tokens, place + 1)], "share")
    place += _text(tokens, place) == "a"
    return _Number(start, place + 1, value * 12) if _text(tokens, place) == "dozen" else None


def _scaled(tokens: Sequence[Token], first: int, last: int, value: float) -> _Number:
    scale = 1
    while _text(tokens, last) in SCALES or _text(tokens, last) == "dozen":
        scale *= SCALES.get(_text(tokens, last), 12)
        last += 1
    short = _text(tokens, last).rstrip(".")
    if scale == 1 and short in OF_MONEY and _FIGURE.fullmatch(tokens[last - 1].text):
        scale = _short_scale(tokens, last - 1, short) or 1
        last += scale > 1
    return _Number(first, last, value * scale, scale=scale)


def _text(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].text.lower() if 0 <= place < len(tokens) else ""


def _quantity(
    tokens: Sequence[Token], number: _Number, document: Document
) -> tuple[Quantity | None, int]:
    """The quantity around a number, and where to read on."""
    upper = _upper(tokens, number)
    last = upper.last if upper else number.last
    currency = _CURRENCIES.get(_text(tokens, number.first - 1).upper())
    first = number.first - (currency is not None)
    bound, first = _bound_before(tokens, first)
    if upper and _text(tokens, first - 1) in ("between", "from"):
        first -= 1
    bound_after, last = _bound_after(tokens, last)
    unit, end = _unit(tokens, last, upper or number)
    if not currency and _names(tokens, number, unit):
        return None, last
    low, high, bound = _limits(number, upper, bound_after or bound)
    span = document.span(tokens[first].start, tokens[end - 1].end)
    return Quantity(span, low, high, currency or unit, bound), end


def _upper(tokens: Sequence[Token], number: _Number) -> _Number | None:
    """The second figure of "2,000 to 2,500", "between 10 and 12", "15-20"."""
    link = _text(tokens, number.last)
    currency = _text(tokens, number.first - 1) in _CURRENCIES
    opens = _text(tokens, number.first - 1 - currency)
    if link not in ("to", "-", "–") and not (link == "and" and opens == "between"):
        return None
    place = number.last + 1 + (_text(tokens, number.last + 1) in _CURRENCIES)
    other = _number(tokens, place) if place < len(tokens) else None
    if other is None or other.kind != "plain" or number.kind != "plain":
        return None
    return other if other.value > number.value else None


def _bound_before(tokens: Sequence[Token], first: int) -> tuple[str | None, int]:
    for words, bound in _BEFORE:
        start = first - len(words)
        if start >= 0 and tuple(_text(tokens, i) for i in range(start, first)) == words:
            # "Handed over 14 hostages": the word belongs to the verb.
            return (None, first) if tokens[start].tag == "RP" else (bound, start)
    return None, first


def _bound_after(tokens: Sequence[Token], last: int) -> tuple[str | None, int]:
    for words, bound in _AFTER:
        if tuple(_text(tokens, last + i) for i in range(len(words))) == words:
            return bound, last + len(words)
    return None, last


def _unit(tokens: Sequence[Token], last: int, number: _Number) -> tuple[str | None, int]:
    """What is counted: the noun phrase behind the number, without its article."""
    if _text(tokens, last) in _PERCENT:
        return "percent", last + 1
    if number.kind == "share":
        return "share", last
    start = last
    if _text(tokens, start) == "of":
        start += 1
        while start < len(tokens) and tokens[start].pos in ("DET", "PRON"):
            start += 1
    elif _text(tokens, start) in ("-", "other", "additional", "more"):
        start += 1
    end = _noun_phrase(tokens, start)
    while end > start and end < len(tokens) and tokens[end].tag == "POS":
        # "Two of the club's players" are players.
        start, end = end + 1, _noun_phrase(tokens, end + 1)
    if end == start:
        return None, last
    return _phrase(tokens[start:end]), end


def _noun_phrase(tokens: Sequence[Token], start: int) -> int:
    """The place behind the last noun of a run of adjectives and nouns."""
    place = end = start
    while place < len(tokens):
        token = tokens[place]
        participle = token.tag in ("VBN", "VBG") and end > start
        if token.dep == "oprd" and end > start:
            break  # "took nine men hostage"
        if token.tag in _NOUNS:
            end = place + 1
        elif participle or (token.tag not in _ADJECTIVES and token.text != "-"):
            break
        place += 1
    return end


def _phrase(tokens: Sequence[Token]) -> str:
    return "".join(
        token.text + (" " if i + 1 < len(tokens) and tokens[i + 1].start > token.end else "")
        for i, token in enumerate(tokens)
    )


def _names(tokens: Sequence[Token], number: _Number, unit: str | None) -> bool:
    """Whether the number is part of a name, a year, a label or a pronoun, and counts nothing."""
    token = tokens[number.first]
    before = tokens[number.first - 1] if number.first else None
    if token.entity not in _COUNTING or _is_age(tokens, number):
        return True
    if unit is None:
        return _labels(tokens, number, before)
    return before is not None and before.tag in ("NNP", "NNPS") and token.head == before.i


def _is_age(tokens: Sequence[Token], number: _Number) -> bool:
    """How old somebody is counts nothing: "a 34-year-old man", "Ann Lee, 61, resigned"."""
    behind = [_text(tokens, number.last + i) for i in range(4)]
    if behind[0] == "-" and behind[1] in ("year", "month") and behind[3] == "old":
        return True
    name = tokens[number.first - 2] if number.first > 1 else None
    beside = _text(tokens, number.first - 1) == "," == behind[0]
    return beside and name is not None and name.pos == "PROPN" and number.value < _OLDEST


def _is_toll(tokens: Sequence[Token], number: _Number) -> bool:
    """ "Put the number of dead at 61", "the toll rose to 61": the number counts the dead."""
    led = _text(tokens, number.first - 1) in ("at", "to", "as", "of", "is", "was")
    return led and any(t.text.lower() in _TOLLS for t in tokens[: number.first])


def _labels(tokens: Sequence[Token], number: _Number, before: Token | None) -> bool:
    token = tokens[number.first]
    share = token.text.lower() == "half" and number.last == number.first + 1
    if token.text.lower() == "one" or share or number.value in _YEARS:
        return True
    if _is_toll(tokens, number):
        return False
    if before is None:
        return _text(tokens, number.last) in (".", ")", ":", "")
    capital = before.tag in _NOUNS and before.text[0].isupper()
    # "Injured eleven" counts; "page eleven" does not.
    hangs = token.head == before.i and before.pos != "VERB"
    named = capital or hangs or before.text.lower() in ("no.", "number", "#")
    return (
        named
        or before.text in ("(", "[", "/")
        or (before.text == "-" and before.end == token.start)
    )


def _limits(
    number: _Number, upper: _Number | None, bound: str | None
) -> tuple[float | None, float | None, str]:
    if upper is not None:
        # "2 to 3 million": the first figure leaves its scale out.
        short = number.scale == 1 and number.value < upper.value / upper.scale
        return number.value * (upper.scale if short else 1), upper.value, "range"
    if number.kind == "group":
        return number.value, None, "at_least"
    if bound in ("at_least", "more_than"):
        return number.value, None, bound
    if bound in ("at_most", "less_than"):
        return None, number.value, bound
    return number.value, number.value, bound or "exact"
