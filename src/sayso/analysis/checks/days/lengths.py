"""Lengths of time against the dates beside: "lasted 40 days", "12 years, from 2003 to 2013"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.analysis.checks.days.named import own_dates
from sayso.analysis.checks.days.spaces import BOUNDS, WHY, between, bounded
from sayso.analysis.checks.reckoning.amounts import Sentence
from sayso.analysis.checks.reckoning.measure import BOUND, LENGTH, length_of
from sayso.analysis.checks.record import Alone, check, day
from sayso.analysis.wording.names import quoted
from sayso.analysis.wording.stems import bare
from sayso.annotate.numbers import SPELLED, spelled
from sayso.packs.pack import Pack
from sayso.records.case import Check
from sayso.records.dates import Interval, days_between, parts
from sayso.records.marks import Time

_UNITS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.2425, "decade": 3652.425}
_LENGTH = re.compile(
    rf"^(?P<loose>\w+ )?(?:(?P<figure>\d+)|(?P<word>{SPELLED.pattern})|an?)[ -]"
    rf"(?P<unit>{'|'.join(_UNITS)})s?$",
    re.I,
)
# What makes a length of time the length of something that has two ends.
_LASTING = re.compile(r"\b(?:last(?:ed|s|ing)|for|after|over|took|within)\s(?:\w+\s)?$", re.I)
# "His reign of 21 years": of what it is the length.
_OF = re.compile(r"\b(\w+)\sof\s(?:\w+\s){0,2}$")
_LONGER = re.compile(
    rf"\b(?P<by>\d+|{SPELLED.pattern}|an?) (?P<unit>{'|'.join(_UNITS)})s? "
    rf"(?P<way>longer|shorter) than\b",
    re.I,
)
_AFTER = re.compile(
    rf"\bafter (?P<length>(?:(?P<bound>{'|'.join(BOUNDS)}) )?(?P<count>\d+|{SPELLED.pattern}|an?) "
    rf"(?P<unit>{'|'.join(_UNITS)})s? of \w+)",
    re.I,
)
_APPOSED = re.compile(
    rf",\s(?:or\s|that is\s|altogether\s)?(?P<length>{BOUND}{LENGTH})(?=[.,;:)]|$)", re.I
)
# In sentences: so far back lies the beginning of what is told to end.
_BEFORE = 3
_LOOSE = re.compile(
    r"\b(?:about|around|roughly|nearly|almost|over|under|than|least|most|some|to)\s+$", re.I
)
_EXACT = frozenset({"exactly", "precisely"})
_YEARS = re.compile(r"(?:from |between )?\d{4}(?: to | and | until | ?[-–—] ?)\d{4}")
_OF_MONTH = re.compile(r"\b\d{1,2}\b")
# A length is told in round numbers: within half of its unit, and a fifth of itself, it is right.
_HALF = 0.5
_FIFTH = 0.2


@dataclass(frozen=True, slots=True)
class _Length:
    time: Time
    count: float
    unit: str
    loose: bool
    exact: bool = False


class Verbs:
    """Whether words tell of a beginning or an end."""

    def __init__(self, pack: Pack) -> None:
        self._begin = _any_of(pack.list("beginning_verbs"))
        self._end = _any_of(pack.list("ending_verbs"))
        self._take = _any_of(pack.list("taking_up_verbs"))
        self._leave = _any_of(pack.list("leaving_verbs"))
        self._arrive = _any_of(pack.list("arriving_verbs"))

    def begins(self, words: str) -> bool:
        """Of a beginning."""
        return bool(self._begin.search(words))

    def ends(self, words: str) -> bool:
        """Of an end."""
        return bool(self._end.search(words))

    def takes_up(self, words: str) -> bool:
        """Of coming into an office, a prison, an exile."""
        return bool(self._take.search(words)) or self.begins(words)

    def before_end(self, words: str) -> str:
        """What stands before a verb of an end: that which ends."""
        found = self._end.search(words)
        return words[: found.start()] if found else ""

    def leaves(self, words: str) -> bool:
        """Of setting out."""
        return bool(self._leave.search(words))

    def arrives(self, words: str) -> bool:
        """Of reaching where somebody goes."""
        return bool(self._arrive.search(words))

    def begin_and_end(self, one: str, other: str) -> bool:
        """Of a beginning, and others of an end."""
        return bool(self._begin.search(one) and self._end.search(other))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words))) or '(?!)'})\b", re.I)


def length_checks(report: Alone, told: Sequence[Sentence]) -> Iterator[Check]:
    """Each length of time beside which its two ends are told, in its sentence or the one before."""
    verbs = Verbs(report.pack)
    for place, sentence in enumerate(told):
        before = told[place - 1] if place and told[place - 1].block == sentence.block else None
        for time in sentence.times:
            length = _length(sentence, time)
            ends = None
            if length is not None:
                ends = _ends(sentence, before, verbs) or _of_what(sentence, before, time)
            if length is not None and ends is not None:
                yield _judged(length, ends)
        yield from _longer(sentence)
        yield from _beside(sentence)
        yield from _after(told, place, verbs)


def _length(sentence: Sentence, time: Time) -> _Length | None:
    found = _LENGTH.match(time.span.quote)
    ahead = sentence.text[: time.span.start - sentence.start]
    lasting = _LASTING.search(ahead) or _OF.search(ahead)
    if found is None or time.type != "DURATION" or not lasting:
        return None
    if found["figure"]:
        count = float(found["figure"])
    else:
        count = float(spelled(found["word"])) if found["word"] else 1.0
    exact = (found["loose"] or ahead.split()[-1]).strip().lower() in _EXACT
    loose = not exact and bool(found["loose"] or _LOOSE.search(ahead))
    return _Length(time, count, found["unit"].lower(), loose, exact) if count else None


def _ends(
    sentence: Sentence, before: Sentence | None, verbs: Verbs
) -> tuple[Interval, Interval] | None:
    """When what lasted began and ended: a range beside it, or the dates of verbs that say so."""
    dates = sentence.dates()
    if len(dates) == 1 and dates[0].rule == "range":
        return _of_range(dates[0])
    if len(dates) == 2:
        cuts = [one.span.start - sentence.start for one in dates]
        told = sentence.text[: cuts[0]], sentence.text[cuts[0] : cuts[1]]
        return _pair(*dates) if verbs.begin_and_end(*told) else None
    first = before.dates() if before else []
    if before and len(dates) == len(first) == 1:
        whole = verbs.begin_and_end(before.text, sentence.text)
        return _pair(first[0], dates[0]) if whole else None
    return None


def _of_what(
    sentence: Sentence, before: Sentence | None, time: Time
) -> tuple[Interval, Interval] | None:
    """The ends of what a length is told of, where the sentence before gives them: "Isa reigned
    from 1540 to 1561. Her reign of 21 years ..."."""
    found = _OF.search(sentence.text[: time.span.start - sentence.start])
    ranges = [t for t in before.dates() if t.rule == "range"] if before else []
    if found is None or before is None or len(ranges) != 1:
        return None
    words = {bare(word) for word in re.findall(r"\w{4,}", before.text)}
    return _of_range(ranges[0]) if bare(found[1]) in words else None


def _beside(sentence: Sentence) -> Iterator[Check]:
    """ "Lasted from 12 April to 9 June 1931, more than eight weeks"."""
    for time in sentence.dates():
        found = _APPOSED.match(sentence.text, time.span.end - sentence.start)
        length = length_of(found) if found else None
        ends = _of_range(time) if time.rule == "range" else None
        if found is None or length is None or ends is None or length.unit not in _UNITS:
            continue
        bound = "exact" if length.bound in ("plain", "exact") else length.bound
        low, high = lengths(ends, length.unit)
        verdict = bounded(length.count, bound, (low, high))
        span = sentence.span(found.start("length"), found.end())
        words = f"{day(*ends[0])} to {day(*ends[1])}: {between(low, high, length.unit)}"
        yield check(span, quoted(span.quote), words, verdict, (), WHY[verdict])


def _longer(sentence: Sentence) -> Iterator[Check]:
    """ "Lasted four years, two years longer than that of her father, who ruled for two"."""
    for found in _LONGER.finditer(sentence.text) if sentence.has("er than") else ():
        low, high = (sentence.start + place for place in found.span())
        unit = found["unit"].lower()
        told = [
            (t.span.start, count) for t in sentence.times
            if not low <= t.span.start < high and (count := _count(t.span.quote, unit))
        ]  # fmt: skip
        first = [count for start, count in told if start < low]
        other = [count for start, count in told if start > low]
        if len(first) == len(other) == 1:
            by = float(found["by"]) if found["by"].isdecimal() else float(spelled(found["by"]) or 1)
            right = first[0] == other[0] + by * (1 if found["way"].lower() == "longer" else -1)
            span = sentence.span(*found.span())
            words = f"{first[0]:g} and {other[0]:g} {unit}s"
            reason = f"the two lengths {'bear it out' if right else 'do not bear it out'}"
            verdict = "holds" if right else "fails"
            yield check(span, quoted(span.quote), words, verdict, (), reason)


def _after(told: Sequence[Sentence], place: int, verbs: Verbs) -> Iterator[Check]:
    """ "Cleared on 9 July, after more than a year of hearings": the end is its own date, the
    beginning the date of a sentence before it that tells of a beginning."""
    sentence = told[place]
    found = _AFTER.search(sentence.text)
    own = own_dates(sentence, 0, found.start()) if found else []
    begun = [
        t for one in told[max(0, place - _BEFORE) : place]
        for t in own_dates(one) if verbs.begins(one.text) and len(own_dates(one)) == 1
    ]  # fmt: skip
    ends = _pair(begun[0], own[0]) if len(begun) == len(own) == 1 else None
    if found is None or ends is None:
        return
    unit = found["unit"].lower()
    low, high = lengths(ends, unit)
    words = found["count"]
    count = float(words) if words.isdecimal() else float(spelled(words) or 1)
    verdict = bounded(count, BOUNDS.get((found["bound"] or "").lower(), "exact"), (low, high))
    span = sentence.span(found.start("length"), found.end())
    claimed = f"{quoted(span.quote)}"
    lasted = f"{day(*ends[0])} to {day(*ends[1])}: {between(low, high, unit)}"
    yield check(span, claimed, lasted, verdict, (), WHY[verdict])


def _count(words: str, unit: str) -> float | None:
    """How many of a unit a length of time has; null if it is loose or told in another unit."""
    found = _LENGTH.match(words)
    if found is None or found["unit"].lower() != unit or found["loose"]:
        return None
    return float(found["figure"]) if found["figure"] else float(spelled(found["word"] or "") or 1)


def _pair(one: Time, other: Time) -> tuple[Interval, Interval] | None:
    if days_between(one.latest, other.earliest) < 0:
        return None
    return (one.earliest, one.latest), (other.earliest, other.latest)


def _of_range(time: Time) -> tuple[Interval, Interval] | None:
    """The two ends of "2003 to 2013", each as exact as it is told."""
    words = time.span.quote
    first, last = time.earliest or "", time.latest or ""
    years = re.findall(r"\b\d{4}\b", words)
    if _YEARS.fullmatch(words) and len(years) == 2:
        one, other = ((f"{year}-01-01", f"{year}-12-31") for year in years)
        return one, other
    return ((first, first), (last, last)) if len(_OF_MONTH.findall(words)) == 2 else None


def _judged(length: _Length, ends: tuple[Interval, Interval]) -> Check:
    (first, first_end), (last, last_end) = ends
    low, high = lengths(ends, length.unit)
    span = length.time.span
    claimed = f"{quoted(span.quote)}"
    words = f"{day(first, first_end)} to {day(last, last_end)}: {between(low, high, length.unit)}"
    room = min(_HALF, _FIFTH * length.count)
    inside = length.count - room <= low and high <= length.count + room
    far = room if length.exact else max(1.0, _FIFTH * length.count * length.loose)
    outside = high < length.count - far or low > length.count + far
    verdict = "holds" if inside and not length.loose else "fails" if outside else "undecided"
    return check(span, claimed, words, verdict, (), WHY[verdict])


def lengths(ends: tuple[Interval, Interval], unit: str) -> tuple[float, float]:
    """The shortest and the longest that may lie between, in a unit; years told are counted."""
    (first, first_end), (last, last_end) = ends
    if unit == "year" and _is_year(ends[0]) and _is_year(ends[1]):
        years = float(parts(last or "")[0] - parts(first or "")[0])
        return years, years
    size = _UNITS[unit]
    return days_between(first_end, last) / size, days_between(first, last_end) / size


def _is_year(one: Interval) -> bool:
    return bool(one[0] and one[1] and one[0].endswith("-01-01") and one[1].endswith("-12-31"))
