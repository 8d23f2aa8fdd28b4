"""Rates against their total: "an average of 300 a month", "one death in every five cases"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.analysis.checks.reckoning.amounts import NUMBER, Amount, Sentence, said
from sayso.analysis.checks.record import check
from sayso.analysis.wording.names import quoted
from sayso.analysis.wording.stems import bare
from sayso.annotate.numbers import SPELLED, spelled
from sayso.records.case import Check
from sayso.records.dates import days

_DAYS = {"day": 1.0, "week": 7.0, "month": 365.2425 / 12, "year": 365.2425}
_PER = re.compile(r"(?:\s([a-z]+))?\s(?:an?|per|each|every)\s(day|week|month|year)\b")
_OVER = re.compile(
    rf"\b(?:in|over|within|during|for)\s(?:(?:the|its|his|her|their|that)\s)?"
    rf"(?:(?:first|last|next|same|following|past)\s)?"
    rf"(?:(?P<count>\d{{1,3}}|{SPELLED.pattern}|an?)\s)?(?P<unit>day|week|month|year)s?\b"
)
_IN = re.compile(
    rf"({NUMBER}) (?:(\w+) )?in (?:every )?({NUMBER})"
    rf"(?: of (?:the |its |his |her |their |these |those |all )?({NUMBER}))?(?: (\w+))?"
)
_APPOSED = re.compile(r"[^#.;:()]{0,40},\s(?:or |that is )?(?:about |almost |nearly |roughly )?$")
# Rates are rounded: what is off by a fortieth bears them out, by a seventh does not.
_NEAR = 0.025
_FAR = 0.15
_FIGURES = 4


def rate_checks(told: Sequence[Sentence]) -> Iterator[Check]:
    """Each rate beside which the total and the time, or the part and the whole, are told."""
    for sentence in told:
        for one in sentence.amounts:
            found = _PER.match(sentence.text, one.end - sentence.start)
            if found is not None:
                yield from _by_time(sentence, one, found)
        for found in _IN.finditer(sentence.mask):
            yield from _by_part(sentence, found)


def _by_time(sentence: Sentence, rate: Amount, found: re.Match[str]) -> Iterator[Check]:
    noun = found[1] or rate.unit
    totals = [
        one for one in sentence.amounts
        if one is not rate and one.sure and not one.percent and one.value > rate.value
        and not _is_year(sentence, one)
        and (noun is None or one.unit is None or bare(one.unit) == bare(noun))
        and not _PER.match(sentence.text, one.end - sentence.start)
    ]  # fmt: skip
    lengths = [*_lengths(sentence, rate)]
    if len(totals) != 1 or len(lengths) != 1:
        return
    units = lengths[0] / _DAYS[found[2]]
    # A year has twelve months, whatever their days come to.
    units = float(round(units)) if abs(units - round(units)) < _NEAR else units
    span = sentence.span(rate.start - sentence.start, found.end())
    real = totals[0].value / units
    words = (
        f"{said(totals[0].value)} in {said(round(units, 1))} {found[2]}s: {said(round(real, 1))}"
    )
    yield check(span, quoted(span.quote), words, *_outcome(real, rate.value, sure=rate.sure))


def _is_year(sentence: Sentence, one: Amount) -> bool:
    """Whether a bare number may be a year: "one in each year except 2003"."""
    words = sentence.document.text[one.start : one.end]
    return one.unit is None and words.isdecimal() and len(words) == _FIGURES


def _lengths(sentence: Sentence, rate: Amount) -> Iterator[float]:
    """How many days a total may be of: a length of time, or a month or year, told in a sentence."""
    covered = []
    for found in _OVER.finditer(sentence.text):
        count = found["count"] or "a"
        number = 1.0 if count[0] in "aA" else float(count) if count.isdecimal() else spelled(count)
        unit = found["unit"]
        covered.append((found.start(), found.end()))
        yield float(number) * _DAYS[unit]
    for time in sentence.dates():
        start = time.span.start - sentence.start
        length = days(time.earliest or "", time.latest or "")
        if length > 1 and not any(low <= start < high for low, high in covered):
            yield float(length)


def _by_part(sentence: Sentence, found: re.Match[str]) -> Iterator[Check]:
    """ "One death in every five cases", "one in ten of its 3,000 soldiers"."""
    one, many = sentence.at(found.start(1)), sentence.at(found.start(3))
    if not 0 < one.value < many.value:
        return
    of_it = sentence.at(found.start(4)) if found[4] else None
    whole = of_it or _counting(sentence, found[5], many)
    part = _set_before(sentence, found.start()) if of_it else _counting(sentence, found[2], one)
    if part is None or whole is None or not whole.value:
        return
    span = sentence.span(found.start(), found.end())
    words = f"{said(part.value)} of {said(whole.value)}: one in {whole.value / part.value:.3g}"
    made = _outcome(part.value / whole.value, one.value / many.value, sure=part.sure and whole.sure)
    yield check(span, quoted(span.quote), words, *made)


def _set_before(sentence: Sentence, offset: int) -> Amount | None:
    before = [one for one in sentence.amounts if one.end <= sentence.start + offset]
    near = before[-1] if before else None
    apposed = near and _APPOSED.fullmatch(sentence.mask, near.end - sentence.start, offset)
    return near if apposed else None


def _counting(sentence: Sentence, noun: str | None, but: Amount) -> Amount | None:
    """The one number of a sentence that counts such things."""
    found = [
        one for one in sentence.amounts
        if noun and one is not but and one.unit and bare(one.unit) == bare(noun) and one.value > 0
        and not one.percent
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _outcome(real: float, claimed: float, *, sure: bool) -> tuple[str, tuple[str, ...], str]:
    off = abs(real - claimed) / claimed
    if off <= _NEAR and sure:
        return "holds", (), "the figures beside it bear it out"
    if off > _FAR:
        return "fails", (), "the figures beside it do not bear it out"
    return "undecided", (), "the figures beside it come near, and do not decide it"
