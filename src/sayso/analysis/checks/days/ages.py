"""Ages: "aged 67" against the date of a birth and the date of the telling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.analysis.checks.reckoning.amounts import NUMBER, Sentence
from sayso.analysis.checks.record import Alone, check, day
from sayso.analysis.wording.names import quoted
from sayso.records.case import Check
from sayso.records.dates import Interval, parts

_AGED = re.compile(rf"\b(?:aged|at the age of|at age) ({NUMBER})|\b(?:was|is) ({NUMBER}) years old")
_BORN = re.compile(r"\bborn (?:on|in|about|around) $")
# Nobody is older.
_OLDEST = 125


def age_checks(report: Alone, told: Sequence[Sentence]) -> Iterator[Check]:
    """Each age of somebody whose birth is dated in the report, at the one date of its sentence."""
    born = _births(report, told)
    for sentence in told if born else ():
        for found in _AGED.finditer(sentence.mask):
            group = 1 if found[1] else 2
            who = _person(report, sentence, found.start())
            birth = born.get(who) if who else None
            dates = [(t.earliest, t.latest) for t in sentence.dates()]
            then = [one for one in dates if one != birth]
            if birth and len(then) == 1:
                age = int(sentence.at(found.start(group)).value)
                yield _judged(sentence, (found.start(), found.end(group)), age, (birth, then[0]))


def _births(report: Alone, told: Sequence[Sentence]) -> dict[str, Interval]:
    """When people were born, by the report's own words; nobody of whom it tells two dates."""
    found: dict[str, set[Interval]] = {}
    for sentence in told:
        for time in sentence.dates():
            ahead = sentence.text[: time.span.start - sentence.start]
            if _BORN.search(ahead):
                who = _person(report, sentence, len(ahead))
                if who:
                    found.setdefault(who, set()).add((time.earliest, time.latest))
    return {who: next(iter(dates)) for who, dates in found.items() if len(dates) == 1}


def _person(report: Alone, sentence: Sentence, offset: int) -> str | None:
    """The person named or meant last before an offset of a sentence; null if two may be."""
    place = sentence.start + offset
    found = {
        m.entity
        for m in report.mentions(sentence.document.id)
        if sentence.start <= m.span.start and m.span.end <= place
        and report.types.get(m.entity) == "Person" and m.form != "office"
    }  # fmt: skip
    return found.pop() if len(found) == 1 else None


def _judged(
    sentence: Sentence, place: tuple[int, int], age: int, dates: tuple[Interval, Interval]
) -> Check:
    birth, then = dates
    low, high = _years(birth[1], then[0]), _years(birth[0], then[1])
    span = sentence.span(*place)
    words = f"born {day(*birth)}; at {day(*then)}: {low if low == high else f'{low} or {high}'}"
    if not 0 <= high <= _OLDEST:
        reason = "the dates give no age that anybody reaches"
        return check(span, quoted(span.quote), words, "undecided", (), reason)
    if low == high == age:
        return check(span, quoted(span.quote), words, "holds", (), "the two dates bear it out")
    if low <= age <= high:
        reason = "the two dates go together with it, and are not exact enough to decide it"
        return check(span, quoted(span.quote), words, "undecided", (), reason)
    return check(span, quoted(span.quote), words, "fails", (), "the two dates do not bear it out")


def _years(birth: str | None, then: str | None) -> int:
    """Birthdays from one day to another."""
    one, other = parts(birth or ""), parts(then or "")
    return other[0] - one[0] - (other[1:] < one[1:])
