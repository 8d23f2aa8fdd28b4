"""How far one date lies from another: "two weeks ahead of the congress of 24 March", "a decade
later", "more than two years after it opened"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.analysis.checks.days.named import Named, Place, own_dates, when_named
from sayso.analysis.checks.reckoning.amounts import Sentence
from sayso.analysis.checks.reckoning.roots import Roots
from sayso.analysis.checks.record import check, day
from sayso.analysis.wording.names import quoted
from sayso.annotate.numbers import SPELLED, spelled
from sayso.records.case import Check
from sayso.records.dates import Interval, before, days_between, parts
from sayso.records.marks import Time

_UNITS = {
    "day": (1, "day"), "week": (1, "week"), "fortnight": (2, "week"), "month": (1, "month"),
    "year": (1, "year"), "decade": (10, "year"), "century": (100, "year"),
    "centurie": (100, "year"),
}  # fmt: skip
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.2425}
BOUNDS = {
    "more than": "more", "over": "more", "well over": "more", "at least": "least",
    "less than": "less", "under": "less", "not even": "less", "within": "most", "at most": "most",
    "about": "about", "around": "about", "almost": "almost", "nearly": "almost", "some": "about",
    "roughly": "about", "barely": "about", "hardly": "about",
}  # fmt: skip
WHY = {
    "holds": "the two dates bear it out",
    "fails": "the two dates do not bear it out",
    "undecided": "the two dates go together with it, and are not exact enough to decide it",
}
_AHEAD = ("before", "ahead of", "prior to", "in advance of")
_BEHIND = ("after", "following")
_BACK = ("earlier", "previously", "beforehand", "in advance", "before that")
_ON = ("later", "afterwards", "after that", "on")
_SPACE = re.compile(
    rf"\b(?:(?P<bound>{'|'.join(BOUNDS)}) )?(?:(?:just|only|exactly) )?"
    rf"(?:(?P<part>half|a quarter of) )?"
    rf"(?:(?P<figure>\d{{1,4}})|(?P<word>{SPELLED.pattern})|(?P<one>an?|the))"
    rf"(?P<half> and a half)? (?P<unit>{'|'.join(_UNITS)})s?"
    rf" (?:(?P<way>{'|'.join((*_AHEAD, *_BEHIND))}) (?=\w)|(?P<far>{'|'.join((*_BACK, *_ON))})\b)",
    re.I,
)
_PARTS = {"half": 0.5, "a quarter of": 0.25}
# Where the phrase ends that names what is counted from.
_CUT = re.compile(r"[,;:()]|\b(?:and|but|while|when|who|which|where)\b", re.I)
_CLAUSE = re.compile(r"[;:()]|\b(?:that|who|whom|which|when|while|where|but|because)\b", re.I)
_GAP = re.compile(r",?\s(?:on\s|in\s)?")
# A length of time is told in round numbers: within half of its unit, and a fifth of itself.
_HALF = 0.5
_FIFTH = 0.2
_NEAR = 0.02


def space_checks(told: Sequence[Sentence], roots: Roots) -> Iterator[Check]:
    """Each counted space of time of which both ends are told; ``roots`` make "taking office" and
    "took office" one."""
    for index, sentence in enumerate(told):
        for found in _SPACE.finditer(sentence.text) if sentence.has(*_UNITS) else ():
            if _TO_THE_DAY.search(sentence.text, 0, found.start()):
                continue
            cut = _CUT.search(sentence.text, found.end())
            high = cut.start() if cut else len(sentence.text.rstrip('.!?"” '))
            own = _own(sentence, found, high)
            other = own and _from(Place(told, index, found.end(), high, roots), found, own)
            if own and other:
                end = high if found["way"] else found.end()
                yield _judged(sentence, found, end, (own, other))


# "Five years to the day after his arrest": the years are counted, not the day.
_TO_THE_DAY = re.compile(r"\byears?\sto\s(?:the\s)?$", re.I)


def _own(sentence: Sentence, found: re.Match[str], high: int) -> Time | None:
    """The date that is so far from the other: before the count in its clause, else next behind.

    Of "at Velm on 12 May and at Tarn a day later" the date is that which is counted from.
    """
    low = found.start()
    dates = own_dates(sentence, 0, low)
    place = dates[-1].span.end - sentence.start if dates else 0
    cut = _CLAUSE.search(sentence.text, place, low)
    if dates and not cut and (found["way"] or _GAP.fullmatch(sentence.text, place, low)):
        return dates[-1]
    for time in own_dates(sentence, high):
        if _GAP.fullmatch(sentence.text, high, time.span.start - sentence.start):
            return time
    return None


def _from(place: Place, found: re.Match[str], own: Time) -> Named | None:
    """What is counted from: what the phrase behind names, or the one date told before it."""
    if found["way"]:
        return when_named(place)
    previous = place.told[place.index - 1] if place.index else None
    here = [t for t in own_dates(place.sentence, 0, found.start()) if t.span != own.span]
    if here:
        return _only(here)
    if previous is None or previous.block != place.sentence.block:
        return None
    # A date that another one is counted from is not the day of its sentence.
    counted = [m.start() + previous.start for m in _SPACE.finditer(previous.text)]
    dates = [t for t in own_dates(previous) if not any(t.span.start > low for low in counted)]
    # What had been before is told beside the day that goes on.
    return _only(dates) or _only([t for t in dates if not _had_been(previous, t)])


def _had_been(sentence: Sentence, time: Time) -> bool:
    ahead = re.split(r"[;,:()]", sentence.text[: time.span.start - sentence.start])
    return bool(re.search(r"\bhad\b", ahead[-1]))


def _only(dates: Sequence[Time]) -> Named | None:
    one = dates[0] if len(dates) == 1 else None
    return Named((one.earliest, one.latest), one.span.quote) if one else None


def _judged(sentence: Sentence, found: re.Match[str], end: int, ends: tuple[Time, Named]) -> Check:
    own, other = ends
    back = (found["way"] or "").lower() in _AHEAD or (found["far"] or "").lower() in _BACK
    here = own.earliest, own.latest
    first, last = (here, other.when) if back else (other.when, here)
    size, unit = _UNITS[found["unit"].lower()]
    count = size * _number(found) * _PARTS.get((found["part"] or "").lower(), 1.0)
    span = sentence.span(found.start(), end)
    low, high = _apart(first, last, unit)
    words = f"“{own.span.quote}” and {quoted(other.words, 80)}: {between(low, high, unit)}"
    claimed = f"{quoted(span.quote)}, {day(*here)}"
    if last[1] and first[0] and before(last[1], first[0]):
        reason = "the two dates lie the other way round"
        return check(span, claimed, words, "fails", (), reason)
    bound = BOUNDS.get((found["bound"] or "").lower(), "exact")
    verdict = bounded(count, bound, (low, high))
    if verdict == "undecided" and unit == "year" and bound == "exact":
        verdict = _by_years(count, first, last)
    return check(span, claimed, words, verdict, (), WHY[verdict])


def _by_years(count: float, first: Interval, last: Interval) -> str:
    """Where of one end the year alone is told, the years are counted: "opened in 1986 ... broke on
    14 March 1997, eleven years after"."""
    if not (_is_year(first) or _is_year(last)):
        return "undecided"
    years = parts(last[0] or "")[0] - parts(first[0] or "")[0]
    return "holds" if years == count else "undecided"


def _number(found: re.Match[str]) -> float:
    if found["figure"]:
        return float(found["figure"])
    return (float(spelled(found["word"])) if found["word"] else 1.0) + (0.5 if found["half"] else 0)


def _apart(first: Interval, last: Interval, unit: str) -> tuple[float, float]:
    """The shortest and the longest that may lie between two times; whole years are counted."""
    if unit == "year" and _is_year(first) and _is_year(last):
        years = float(parts(last[0] or "")[0] - parts(first[0] or "")[0])
        return years, years
    size = _DAYS[unit]
    return days_between(first[1], last[0]) / size, days_between(first[0], last[1]) / size


def _is_year(one: Interval) -> bool:
    return bool(one[0] and one[1] and one[0].endswith("-01-01") and one[1].endswith("-12-31"))


def bounded(count: float, bound: str, found: tuple[float, float]) -> str:
    """The verdict on a count of units of time, by the least and the most that it can be."""
    low, high = found
    if bound in ("more", "least"):
        return "holds" if low > count else "fails" if high < count else "undecided"
    if bound in ("less", "most"):
        return "holds" if high < count else "fails" if low > count else "undecided"
    if bound == "almost":
        close = count * (1 - _FIFTH) <= low and high <= count * (1 + _NEAR)
        away = high < count * (1 - 2 * _FIFTH) or low > count * (1 + _FIFTH)
        return "holds" if close else "fails" if away else "undecided"
    room = min(_HALF, _FIFTH * count)
    far = max(1.0, _FIFTH * count * (bound == "about"))
    if high < count - far or low > count + far:
        return "fails"
    if bound == "about":
        room = count * _FIFTH / 2
    inside = count - room <= low and high <= count + room
    return "holds" if inside else "undecided"


def between(low: float, high: float, unit: str) -> str:
    """A length of time in words, by the least and the most that it can be."""
    one, other = f"{low:.3g}", f"{high:.3g}"
    return f"{one} {unit}s" if one == other else f"{one} to {other} {unit}s"
