"""What a clause tells beside its deed: where it was done, by whom, and how long it took."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.records.case import EntityMention
from sayso.records.marks import NAME_FORMS, Time
from sayso.records.spans import Span
from sayso.records.statements import Place

# How a place stands to a deed, by the word before it: where it is done, where to, from where.
_WAYS = {
    "in": "at", "at": "at", "near": "at", "outside": "at", "off": "at", "inside": "at",
    "to": "to", "into": "to", "for": "to", "towards": "to", "from": "from",
}  # fmt: skip
_BEFORE_PLACE = re.compile(
    rf"\b(?P<way>{'|'.join(_WAYS)})\s(?:the\s)?(?:(?:[\w-]+\s){{1,2}}of\s)?$",
    re.I,
)
# What stands between "by" and a name: "by the lawyer", "under General".
_BY = re.compile(r"\b(?P<by>by|under)\s(?:the\s|an?\s)?(?:[\w-]+\s){0,3}$", re.I)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s)?\w+(?:ed|en|n|d|t|wn)\b", re.I
)
_ISO = re.compile(r"P(?:(\d+(?:\.\d+)?)(Y|M|W|D)|T(\d+(?:\.\d+)?)(H|M))")
_IN_DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0}
_IN_HOURS = {"H": 1 / 24, "M": 1 / 1440}
# "Less than two years" leaves room for any shorter time.
_BOUNDED = re.compile(r"\b(?:than|over|under|least|most|almost|nearly|up to)\b", re.I)
_BEFORE = re.compile(r"\bthe\s([a-z]+)\s$", re.I)
_OWNED = re.compile(r"\w[’']s?\s\w")
_NAMED = ("Organization", "Place")
# "A tenth of them" and "for the first time" tell of no other thing.
_BEFORE_NOUN = re.compile(r"\b[a-z]+(?=\s(?!(?:of|time|times)\b)\w)", re.I)
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Slots:
    """What a clause tells beside its deed.

    ``places`` are the named places with how they stand to the deed, ``doers`` the people who do
    it, ``lengths`` how long it took, in days, as far as the words give one number. ``named`` are
    the bodies and places that it names, with their type, ``anew`` the words that make a thing
    another ("second", "new"); ``owned`` tells that its subject belongs to somebody named;
    ``people`` are those whom it calls by their names, ``meant`` those whom its pronouns stand for.
    """

    places: tuple[tuple[str, str], ...] = ()
    doers: tuple[str, ...] = ()
    lengths: tuple[tuple[float, Span], ...] = ()
    named: frozenset[tuple[str, str]] = frozenset()
    anew: frozenset[str] = frozenset()
    owned: bool = False
    people: frozenset[str] = frozenset()
    meant: frozenset[str] = frozenset()


NO_SLOTS = Slots()


def slots_of(
    text: str,
    place: Place,
    subject: Place | None,
    mentions: Iterable[EntityMention],
    times: Iterable[Time],
    kinds: Mapping[str, str],
) -> Slots:
    """The slots of a clause that stands at a place of a text."""
    known = [m for m in mentions if m.form in NAME_FORMS]
    where = [m for m in known if kinds.get(m.entity) == "Place"]
    people = [m for m in mentions if kinds.get(m.entity) == "Person"]
    return Slots(
        tuple((way, m.entity) for m in where if (way := _way(text, place, m))),
        tuple(dict.fromkeys(_doers(text, place, subject, people))),
        tuple((days, t.span) for t in times if (days := _days(t))),
        frozenset((kinds[m.entity], m.entity) for m in known if kinds.get(m.entity) in _NAMED),
        owned=bool(subject and _OWNED.search(text, *subject)),
        people=frozenset(m.entity for m in known if kinds.get(m.entity) == "Person"),
        meant=frozenset(m.entity for m in people if m.form == "pronoun"),
    )


def _way(text: str, place: Place, mention: EntityMention) -> str | None:
    start = mention.span.start
    found = _BEFORE_PLACE.search(text[max(place[0], start - _SHOWN) : start])
    return _WAYS[found["way"].lower()] if found else None


def _doers(
    text: str, place: Place, subject: Place | None, people: list[EntityMention]
) -> Iterable[str]:
    """Whom a passive names behind "by", or else the people of the subject."""
    passive = _PASSIVE.search(text[place[0] : place[1]])
    for one in people:
        start = one.span.start
        by = _BY.search(text[max(place[0], start - _SHOWN) : start])
        if by or (subject and not passive and subject[0] <= start < subject[1]):
            yield one.entity


def _days(time: Time) -> float | None:
    found = _ISO.fullmatch(time.value or "") if time.type == "DURATION" else None
    if found is None or _BOUNDED.search(time.span.quote):
        return None
    if found[1]:
        return float(found[1]) * _IN_DAYS[found[2]]
    return float(found[3]) * _IN_HOURS[found[4]]


def anew_of(text: str, words: frozenset[str]) -> frozenset[str]:
    """The words of a clause that tell of another one, or which in a row: "second", "new"."""
    return frozenset(w.lower() for w in _BEFORE_NOUN.findall(text)) & words


def sorts_of(
    text: str, words: Iterable[tuple[int, str]], rows: Mapping[str, int]
) -> tuple[tuple[int, str, str], ...]:
    """Which of several of one kind a clause names: the row, the word, and the noun behind it.

    ``words`` are the clause's with their offsets, ``rows`` in which row of words that exclude one
    another each stands: "the north gate", "on the third level".
    """
    found = []
    for at, noun in words:
        before = _BEFORE.search(text[max(0, at - _SHOWN) : at])
        if before and before[1].lower() in rows:
            found.append((rows[before[1].lower()], before[1].lower(), noun))
    return tuple(found)
