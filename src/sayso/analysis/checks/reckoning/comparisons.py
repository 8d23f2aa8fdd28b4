"""A number set against another: "one more than the four", "three times as many as the four"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.analysis.checks.reckoning.amounts import NUMBER, Sentence, said
from sayso.analysis.checks.record import Alone, check
from sayso.analysis.wording.names import quoted
from sayso.records.case import Check

_THE = r"(?:the |its |his |her |their |those )?"
_MORE = re.compile(
    rf"(?P<one>{NUMBER})[^#.;:()]{{0,40}}?,\s(?P<by>{NUMBER}) (?:\w+ )?(?P<way>\w+)"
    rf" than {_THE}(?P<other>{NUMBER})"
)
_TIMES = re.compile(
    rf"(?P<one>{NUMBER})[^#.;:()]{{0,40}}?,\s(?:(?P<twice>twice|double)|(?P<by>{NUMBER}) times)"
    rf" (?:as \w+ as )?{_THE}(?P<other>{NUMBER})",
    re.I,
)
_AGAINST = re.compile(
    r"\b(?P<way>more|fewer|less|higher|lower|larger|smaller|longer|shorter)\b[^#@.;:()]{2,80}?"
    rf"\sthan\s[^#.;:()]{{2,60}}?,\s(?P<one>{NUMBER})[^#.,;:()]{{0,25}}?"
    rf"\s(?:against|to|versus|compared (?:with|to))\s(?P<other>{NUMBER})"
    r"(?!\s*(?:,|and)?\s*(?:more|fewer|less)\b)",
    re.I,
)
_UNTOLD = re.compile(rf"(?:\btwice|{NUMBER} times) as \w+ as\b[^.,;:()]{{0,40}}", re.I)
_POINTS = re.compile(rf"({NUMBER}) (?:percentage )?points? (more|less|fewer|higher|lower)\b")
# "Three times as many" is said of anything within a tenth of it; only the very number holds.
_ROOM = 0.1
_LESS = frozenset({"fewer", "less", "lower", "smaller", "shorter"})


def comparison_checks(report: Alone, told: Sequence[Sentence]) -> Iterator[Check]:
    """Each difference and multiple against the two numbers that it stands between."""
    up, down = report.pack.list("rising_words"), report.pack.list("falling_words")
    for before, sentence in pairwise([None, *told]):
        if sentence is None:
            continue
        for found in _POINTS.finditer(sentence.mask):
            yield from _points(sentence, before, found)
        for found in _MORE.finditer(sentence.mask):
            way = found["way"].lower()
            sign = (way in up) - (way in down)
            if sign:
                yield _difference(sentence, found, sign)
        for found in _AGAINST.finditer(sentence.mask):
            yield _against(sentence, found)
        decided = [*_TIMES.finditer(sentence.mask)]
        for found in decided:
            yield _multiple(sentence, found)
        for found in _UNTOLD.finditer(sentence.mask):
            if not any(one.start() <= found.start() < one.end() for one in decided):
                span = sentence.span(found.start(), found.end())
                reason = "how many the one and the other were is not told beside it"
                yield check(span, quoted(span.quote.strip()), None, "undecided", (), reason)


def _points(sentence: Sentence, before: Sentence | None, found: re.Match[str]) -> Iterator[Check]:
    """ "Her rival took 31 per cent, seven points less": against the share that is told before."""
    if re.match(r"\W+than\b", sentence.text[found.end() :]):
        return
    by = sentence.at(found.start(1))
    earlier = before.amounts if before and before.block == sentence.block else ()
    here = [a for a in sentence.amounts if a.percent and a.end <= by.start]
    there = [a for a in earlier if a.percent]
    others = here[-2:-1] or (there if len(there) == 1 else [])
    if not here or not others:
        return
    one, other = here[-1], others[0]
    sign = 1 if found[2].lower() in ("more", "higher") else -1
    right = one.value == other.value + sign * by.value
    words = f"{said(one.value)} against {said(other.value)}"
    # With what it is compared is not told: that another share gives another difference is no slip.
    yield _made(sentence, found, words, right, right and one.sure and other.sure and by.sure)


def _difference(sentence: Sentence, found: re.Match[str], sign: int) -> Check:
    one, by, other = (sentence.at(found.start(name)) for name in ("one", "by", "other"))
    right = one.value == other.value + sign * by.value
    words = f"{said(one.value)} against {said(other.value)}"
    return _made(sentence, found, words, right, all(x.sure for x in (one, by, other)))


def _against(sentence: Sentence, found: re.Match[str]) -> Check:
    """ "More passengers travelled by tram than by bus, 31 million against 29 million"."""
    one, other = sentence.at(found.start("one")), sentence.at(found.start("other"))
    less = found["way"].lower() in _LESS
    right = one.value < other.value if less else one.value > other.value
    told = f"{said(one.value)} against {said(other.value)}"
    return _made(sentence, found, told, right, one.sure and other.sure)


def _multiple(sentence: Sentence, found: re.Match[str]) -> Check:
    one, other = sentence.at(found.start("one")), sentence.at(found.start("other"))
    factor = 2.0 if found["twice"] else sentence.at(found.start("by")).value
    right = one.value == factor * other.value
    near = abs(one.value - factor * other.value) <= _ROOM * one.value
    words = f"{said(one.value)} against {said(other.value)}"
    sure = one.sure and other.sure and (right or not near)
    return _made(sentence, found, words, right, sure)


def _made(sentence: Sentence, found: re.Match[str], words: str, right: bool, sure: bool) -> Check:
    span = sentence.span(found.start(), found.end())
    if not sure:
        reason = "the two numbers are not exact enough to decide it"
        return check(span, quoted(span.quote), words, "undecided", (), reason)
    reason = f"the two numbers {'bear it out' if right else 'do not bear it out'}"
    return check(span, quoted(span.quote), words, "holds" if right else "fails", (), reason)
