"""Shares of a number: "two thirds of the 90 witnesses", "three of these four months"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.analysis.checks.reckoning.amounts import NUMBER, Amount, Sentence, said
from sayso.analysis.checks.record import check
from sayso.analysis.wording.names import listed, quoted
from sayso.annotate.numbers import SMALL
from sayso.records.case import Check

_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_BOUNDS = {
    "more than": "more", "over": "more", "at least": "least", "less than": "less",
    "fewer than": "less", "under": "less", "at most": "most", "almost": "about",
    "nearly": "about", "about": "about", "around": "about", "some": "about", "roughly": "about",
}  # fmt: skip
_SHARE = re.compile(
    rf"\b(?:({'|'.join(_BOUNDS)}) )?"
    rf"(?:(half)|(an?|one|two|three|four|five|seven|nine)[ -]({'|'.join(_PARTS)})s?"
    r"|(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent)) "
    r"(?:of )?(?:the |its |his |her |their |these |those |all )?(?=[\d\w])",
    re.I,
)
_WHOSE = r"(?:the|these|those|its|his|her|their)(?: last| past| first| next)?"
_OF = re.compile(rf"({NUMBER}) (?:out )?of {_WHOSE} ({NUMBER}) (\w+)")
_TIMED = re.compile(rf"\b(\w+) (?:out )?of {_WHOSE} (\w+) (\w+)", re.I)
_PART_OF = re.compile(
    rf"({NUMBER}) (?:out )?of (?:the|its|his|her|their|these|those|all) ({NUMBER})(?: [a-z]+)?"
)
_WHY = {
    "holds": "the number beside it bears it out",
    "fails": "the number beside it does not bear it out",
    "undecided": "the number beside it comes near, and does not decide it",
}
# Between a share and the number that it is: "60 of them, two thirds of", "died: ... 2,600".
_APPOSED = re.compile(r"\s*(?:of (?:them|which|whom)\s*)?[,(–—-]\s*(?:or |that is )?$")
# "Rain of 160 millimetres fell, half of the 320": what stands apart at the end is of the only
# number of that unit.
_OPENED = re.compile(r",\s(?:or |that is )?$")
_BESIDE = re.compile(r"[^#]{0,40}?[:(][^#.;]{0,40}$")
# Shares are rounded: three in a hundred.
_ROOM = 0.03
# "Six of the nine judges found him guilty: Abel, Brock, ..."
_NAMED = re.compile(
    r":\s(?:(?:against|in|at|with|over|on|from|to|by|for) )?([A-Z][^.:;()\n]{3,300})[.\n]?\s*$"
)
_JOINED = re.compile(r"\s*(?:,\s*and\s|,|\sand\s|\s&\s)\s*")
_SHORT = 4
# In figures.
_YEAR = 4


def portion_checks(told: Sequence[Sentence]) -> Iterator[Check]:
    """Each share of a told whole against the number beside it, each part against its whole."""
    for sentence in told:
        for found in _SHARE.finditer(sentence.text):
            whole = _starting(sentence, found.end())
            if whole is not None and _is_whole(sentence, whole):
                yield _share(sentence, found, whole)
            else:
                yield from _apposed(sentence, found)
        yield from _counts(sentence)


def _apposed(sentence: Sentence, found: re.Match[str]) -> Iterator[Check]:
    """ "Won 30 of the 90 seats, a third of the council": a share behind a part and its whole."""
    for told in _PART_OF.finditer(sentence.mask, 0, found.start()):
        if not _APPOSED.fullmatch(sentence.mask, told.end(), found.start()):
            continue
        part, whole = sentence.at(told.start(1)), sentence.at(told.start(2))
        if part.sure and whole.sure and 0 < part.value <= whole.value:
            end = re.compile(r"\W|$").search(sentence.text, found.end())
            span = sentence.span(told.start(), end.start() if end else found.end())
            bound = _BOUNDS.get((found[1] or "").lower(), "exact")
            real = part.value / whole.value
            verdict = _verdict(real, _size(found), bound)
            words = f"{said(part.value)} of {said(whole.value)}: {real:.0%}"
            yield check(span, quoted(span.quote), words, verdict, (), _WHY[verdict])


def _is_whole(sentence: Sentence, one: Amount) -> bool:
    """Whether a number counts a whole: "a million" and "1913 levels" do not."""
    words = sentence.document.text[one.start : one.end]
    year = one.unit is None and words.isdecimal() and len(words) == _YEAR
    return one.sure and not one.percent and not words.lower().startswith("a") and not year


def _counts(sentence: Sentence) -> Iterator[Check]:
    for found in _OF.finditer(sentence.mask):
        part, whole = sentence.at(found.start(1)), sentence.at(found.start(2))
        if part.value > 1:
            yield _part(sentence, found, (part.value, whole.value), whole.unit)
    for found in _TIMED.finditer(sentence.text):
        if "@" in sentence.mask[found.start(2) : found.end()]:
            values = [_value(found[1]), _value(found[2])]
            if values[0] > 1 and values[1]:
                yield _part(sentence, found, (values[0], values[1]), None)


def _value(word: str) -> int:
    return int(word) if word.isdecimal() else SMALL.get(word.lower(), 0)


def _part(
    sentence: Sentence, found: re.Match[str], values: tuple[float, float], unit: str | None
) -> Check:
    span = sentence.span(found.start(), found.end())
    if values[0] > values[1]:
        reason = "the part is greater than the whole"
        return check(span, quoted(span.quote), None, "fails", (), reason)
    named = _named(sentence, found.end())
    if len(named) > 1:
        words = f"{len(named)}: {listed(named)}"
        if len(named) == values[0]:
            return check(span, quoted(span.quote), words, "holds", (), "as many are named")
        if len(named) > values[0]:
            return check(span, quoted(span.quote), words, "fails", (), "more are named")
    which = f"which {unit}" if unit else "which of them"
    reason = f"{which} are meant is not told one by one"
    return check(span, quoted(span.quote), None, "undecided", (), reason)


def _named(sentence: Sentence, offset: int) -> list[str]:
    """The names that a sentence lists behind its colon."""
    found = _NAMED.search(sentence.text, offset)
    names = [one.strip() for one in _JOINED.split(found[1])] if found else []
    plain = all(one[:1].isupper() and len(one.split()) <= _SHORT for one in names)
    return names if plain else []


def _starting(sentence: Sentence, offset: int) -> Amount | None:
    place = sentence.start + offset
    return next((one for one in sentence.amounts if one.start == place), None)


def _share(sentence: Sentence, found: re.Match[str], whole: Amount) -> Check:
    bound = _BOUNDS.get((found[1] or "").lower(), "exact")
    share = _size(found)
    behind = re.compile(r"[\s,.;:)]").search(sentence.text, whole.end - sentence.start + 1)
    end = behind.start() if behind else len(sentence.text)
    span = sentence.span(found.start(), end)
    claimed = f"{quoted(span.quote)}: {said(share * whole.value)}"
    other = _other(sentence, found.start(), whole)
    if other is None:
        reason = "how many they were is not told beside it"
        return check(span, claimed, None, "undecided", (), reason)
    part = other.value / whole.value
    words = f"{said(other.value)} of {said(whole.value)}: {part:.0%}"
    verdict = _verdict(part, share, bound)
    return check(span, claimed, words, verdict, (), _WHY[verdict])


def _size(found: re.Match[str]) -> float:
    """The share that words tell, as a part of one."""
    if found[5]:
        return float(found[5]) / 100
    return 0.5 if found[2] else SMALL.get(found[3].lower(), 1) / _PARTS[found[4].lower()]


def _other(sentence: Sentence, offset: int, whole: Amount) -> Amount | None:
    """The number that is the share: set beside it by a comma, a bracket or a colon."""
    found = []
    for one in sentence.amounts:
        same = one.unit is None or one.unit == whole.unit
        if one is whole or one.percent or not one.sure or one.value > whole.value or not same:
            continue
        place = one.start - sentence.start
        if one.end <= sentence.start + offset:
            between = sentence.mask[one.end - sentence.start : offset]
            found += [one] if _APPOSED.fullmatch(between) else []
        elif one.start > whole.end:
            between = sentence.mask[whole.end - sentence.start : place]
            found += [one] if _BESIDE.fullmatch(between) else []
    if not found and _OPENED.search(sentence.text[:offset]):
        found = [
            one for one in sentence.amounts
            if one.unit and one.unit == whole.unit and one.sure and not one.percent
            and one.end <= sentence.start + offset
        ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _verdict(part: float, share: float, bound: str) -> str:
    if bound in ("more", "least"):
        return "holds" if part > share or (part == share and bound == "least") else "fails"
    if bound in ("less", "most"):
        return "holds" if part < share or (part == share and bound == "most") else "fails"
    off = abs(part - share)
    room = _ROOM * (2 if bound == "about" else 1)
    if off <= room / 3 or (bound == "about" and off <= room):
        return "holds"
    return "undecided" if off <= room else "fails"
