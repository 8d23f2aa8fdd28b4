"""The words by which a text measures: bounds, counts, parts, multiples, lengths of time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.annotate.numbers import SMALL, SPELLED, spelled

BOUNDS = {
    "more than": "more", "over": "more", "well over": "more", "above": "more", "at least": "least",
    "no fewer than": "least", "no less than": "least", "less than": "less", "fewer than": "less",
    "under": "less", "below": "less", "not even": "less", "at most": "most", "no more than": "most",
    "within": "most", "up to": "most", "almost": "almost", "nearly": "almost", "about": "about",
    "around": "about", "some": "about", "roughly": "about", "just over": "about",
    "just under": "almost", "not quite": "almost", "barely": "about", "hardly": "about",
    "exactly": "exact",
    "precisely": "exact", "only": "exact", "just": "exact",
}  # fmt: skip
_LONGEST = sorted(BOUNDS, key=len, reverse=True)
BOUND = rf"(?:(?P<bound>{'|'.join(_LONGEST)})\s)?"
COUNT = rf"(?:(?P<figure>\d{{1,4}})|(?P<word>{SPELLED.pattern}))"
UNITS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "quarter": 91.31,
         "year": 365.2425, "decade": 3652.425}  # fmt: skip
LENGTH = (
    rf"(?:{COUNT}|(?P<one>an?|one)|(?P<half>half an?))[ -](?P<unit>{'|'.join(UNITS)})s?"
    rf"(?P<more> and a half)?\b"
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
          "ninth": 9, "tenth": 10}  # fmt: skip
PART = (
    rf"(?:(?P<half>half)|(?:(?P<of>an?|one|two|three|four|five|seven|nine)[ -])"
    rf"(?P<part>{'|'.join(_PARTS)})s?|(?P<percent>\d{{1,3}}(?:\.\d+)?)\s?(?:%|per\s?cent))"
)
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
            "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
            "twelfth": 12}  # fmt: skip
ORDINAL = rf"(?:(?P<ordinal>{'|'.join(ORDINALS)})|(?P<nth>\d{{1,3}})(?:st|nd|rd|th))"
TIMES = rf"(?:(?P<twice>twice|double|half)|(?P<figure>\d{{1,3}}|{SPELLED.pattern})\stimes)"
# One of them stands wherever times are counted.
MULTIPLES = ("twice", "double", "half", "times")
NOT_EXACT = 0.02
LIKENED = {
    "holds": "the two figures bear it out",
    "fails": "the two figures do not bear it out",
    "undecided": "the two figures come near, and do not decide it",
}
NOT_BOTH = "the figures that are compared are not both told, or several of each are"
_NEAR = 0.1


@dataclass(frozen=True, slots=True)
class Length:
    """So many of a unit of time, with what bounds them."""

    count: float
    unit: str
    bound: str


def bound_of(found: re.Match[str]) -> str:
    """What the words before a measure make of it: more, least, less, most, about or exact."""
    return BOUNDS.get((found.groupdict().get("bound") or "").strip().lower(), "plain")


def length_of(found: re.Match[str]) -> Length | None:
    """The length of time of a match of ``LENGTH``; null where its number is not read."""
    if found["figure"] or found["word"]:
        count = number(found["figure"] or found["word"])
    else:
        count = 0.5 if found["half"] else 1.0
    if found["more"]:
        count += 0.5
    return Length(count, found["unit"].lower(), bound_of(found)) if count else None


def part_of(found: re.Match[str]) -> float:
    """The share of a whole, as a part of one, of a match of ``PART``."""
    if found["percent"]:
        return float(found["percent"]) / 100
    if found["half"]:
        return 0.5
    return SMALL.get(found["of"].lower(), 1) / _PARTS[found["part"].lower()]


def place_of(found: re.Match[str]) -> int:
    """The place in a row of a match of ``ORDINAL``."""
    return ORDINALS[found["ordinal"].lower()] if found["ordinal"] else int(found["nth"])


def factor_of(found: re.Match[str]) -> float:
    """How many times, of a match of ``TIMES``."""
    word = (found["twice"] or "").lower()
    return {"half": 0.5, "twice": 2.0, "double": 2.0}.get(word) or number(found["figure"])


def number(word: str) -> float:
    """A number in figures or words."""
    return float(word) if word.isdecimal() else float(spelled(word) or 0)


def kept(real: float, told: float, bound: str) -> bool | None:
    """Whether a number keeps to a bound; null where the words set none."""
    if bound in ("more", "least"):
        return real > told or (bound == "least" and real == told)
    if bound in ("less", "most"):
        return real < told or (bound == "most" and real == told)
    return None


def likened(real: float, told: float, bound: str) -> str:
    """The verdict on a multiple or share that is told, by the real one."""
    bounded = kept(real, told, bound)
    if bounded is not None:
        return "holds" if bounded else "fails"
    if bound == "almost":
        return "holds" if told * (1 - _NEAR) <= real < told else "undecided" if (
            told * (1 - 2 * _NEAR) <= real <= told * (1 + NOT_EXACT)) else "fails"  # fmt: skip
    off = abs(real - told) / told if told else 1.0
    if off <= NOT_EXACT or (bound == "about" and off <= _NEAR):
        return "holds"
    return "undecided" if off <= _NEAR else "fails"
