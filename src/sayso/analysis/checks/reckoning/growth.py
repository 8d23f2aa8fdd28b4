"""Changes of a number: "rose by 30 per cent, from 40 to 52", "doubled", "fallen by 400 to 500"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.analysis.checks.reckoning.amounts import NUMBER, Amount, Sentence, said
from sayso.analysis.checks.reckoning.measure import BOUND, PART, bound_of, likened, part_of
from sayso.analysis.checks.record import Alone, check
from sayso.analysis.wording.names import quoted
from sayso.records.case import Check

_FACTORS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_STEMS = "|".join(_FACTORS)
_TIMES_IT = re.compile(rf"\b({_STEMS})(es|ed|ing)\b(?! down)|\bto ({_STEMS})e\b", re.I)
_FROM_TO = re.compile(rf"\bfrom ({NUMBER})[^#;:.]{{0,60}}?\bto ({NUMBER})")
_BY = re.compile(rf"\b(\w+) (?:by|of) ({NUMBER})(?: ?(%|per ?cent))?(?![^#]{{0,12}}\bto #)")
# "From 40 to 60, an increase of 50 per cent": elsewhere a rise may be of something else.
_ADDED = re.compile(r"#[^,;:]*, (?:which was )?an? $")
_BY_TO = re.compile(rf"\b(\w+) by ({NUMBER})(?: \w+)? to ({NUMBER})")
# "Doubled" is said of anything between 1.8 and 2.2 times; "by 30 per cent" of 29.5 to 30.5.
_ROOM = 0.1
_ROUNDED = 0.5
_PART_BY = re.compile(
    rf"\bby\s{BOUND}{PART}(?=[,.;:)]|\s(?:from|in|to|between|over|within)\b)", re.I
)
_FAR = 2.0


def growth_checks(report: Alone, told: Sequence[Sentence]) -> Iterator[Check]:
    """Each change of a number against the figures before and after it."""
    way = _Way(report)
    for before, sentence in pairwise([None, *told]):
        if sentence is not None:
            yield from _factors(sentence)
            yield from _changes(sentence, way)
            yield from _by_part(sentence, way)
            yield from _differences(sentence, before, way)


class _Way:
    """Which way a word says that a number went: 1 up, -1 down, 0 unknown."""

    def __init__(self, report: Alone) -> None:
        self._up = report.pack.list("rising_words")
        self._down = report.pack.list("falling_words")

    def __call__(self, word: str) -> int:
        return (word.lower() in self._up) - (word.lower() in self._down)


def _factors(sentence: Sentence) -> Iterator[Check]:
    for found in _TIMES_IT.finditer(sentence.mask):
        figures = _from_to(sentence)
        span = sentence.span(found.start(), found.end())
        said_so = quoted(sentence.text, 120)
        factor = _FACTORS[(found[1] or found[3]).lower()]
        if figures is None and found[2] != "ed":
            continue
        if figures is None:
            reason = "the figures before and after are not told"
            yield check(span, said_so, None, "undecided", (), reason)
        else:
            ratio = figures[1].value / (figures[0].value or 1.0)
            words = f"{_figures(figures)}: {ratio:.2g} times"
            right = abs(ratio - factor) <= _ROOM * factor
            yield check(span, said_so, words, *_outcome("holds" if right else "fails"))


def _changes(sentence: Sentence, way: _Way) -> Iterator[Check]:
    figures = _from_to(sentence)
    for found in _BY.finditer(sentence.mask) if figures else ():
        sign, by = way(found[1]), sentence.at(found.start(2))
        apart = found[0][len(found[1]) :].startswith(" of")
        if apart and not _ADDED.search(sentence.mask, 0, found.start()):
            continue
        if figures is None or by in figures or not sign or not figures[0].value:
            continue
        change = sign * (figures[1].value - figures[0].value)
        if found[3]:
            change *= 100 / figures[0].value
        off = abs(change - by.value)
        room = _ROUNDED if found[3] else 0
        verdict = "holds" if off <= room and by.sure else "undecided"
        far = _FAR if found[3] and by.sure else max(_FAR, _ROOM * by.value)
        if off > (far if found[3] else _ROOM * by.value):
            verdict = "fails"
        span = sentence.span(found.start(), found.end())
        words = f"{_figures(figures)}: {said(round(change, 1))}{' per cent' if found[3] else ''}"
        yield check(span, quoted(span.quote), words, *_outcome(verdict))


def _by_part(sentence: Sentence, way: _Way) -> Iterator[Check]:
    """ "Grew from 24 to 36 kilometres, by half", "fell by a third, from 90 to 60"."""
    figures = _from_to(sentence)
    if figures is None or not figures[0].value:
        return
    for found in _PART_BY.finditer(sentence.text):
        if found["percent"]:
            continue
        real = abs(figures[1].value - figures[0].value) / figures[0].value
        verdict = likened(real, part_of(found), bound_of(found))
        signs = {way(word) for word in re.findall(r"[a-z]+", sentence.text)} - {0}
        if signs == {-1 if figures[1].value > figures[0].value else 1}:
            verdict = "fails"
        span = sentence.span(found.start(), found.end())
        words = f"{_figures(figures)}: {real:.0%}"
        yield check(span, quoted(span.quote), words, *_outcome(verdict))


def _differences(sentence: Sentence, before: Sentence | None, way: _Way) -> Iterator[Check]:
    """ "Had fallen by 400 to 500", where the sentence before tells from what."""
    if before is None or before.block != sentence.block:
        return
    for found in _BY_TO.finditer(sentence.mask):
        by, after = sentence.at(found.start(2)), sentence.at(found.start(3))
        sign = way(found[1])
        fits = [
            one
            for one in before.amounts
            if sign and one.sure and not one.percent
            and one.value + sign * by.value == after.value
            and (one.unit is None or after.unit is None or one.unit == after.unit)
        ]  # fmt: skip
        if len(fits) == 1:
            span = sentence.span(found.start(), found.end())
            words = f"before: {said(fits[0].value)}"
            yield check(span, quoted(span.quote), words, *_outcome("holds"))


def _from_to(sentence: Sentence) -> tuple[Amount, Amount] | None:
    found = _FROM_TO.search(sentence.mask)
    if found is None:
        return None
    one, other = sentence.at(found.start(1)), sentence.at(found.start(2))
    alike = one.unit is None or other.unit is None or one.unit == other.unit
    return (one, other) if alike and one.percent == other.percent else None


def _figures(figures: tuple[Amount, Amount]) -> str:
    return f"from {said(figures[0].value)} to {said(figures[1].value)}"


def _outcome(verdict: str) -> tuple[str, tuple[str, ...], str]:
    reasons = {
        "holds": "the two figures bear it out",
        "fails": "the two figures do not bear it out",
        "undecided": "the two figures come near, and do not decide it",
    }
    return verdict, (), reasons[verdict]
