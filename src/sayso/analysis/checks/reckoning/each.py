"""What is said of each, with the numbers of all behind a colon: "in each of these months more than
ten died: 14 in May, 31 in June and 12 in July"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.analysis.checks.phrases.measure import BOUND, COUNT, PART, bound_of, number, part_of
from sayso.analysis.checks.reckoning.amounts import Amount, Sentence, said
from sayso.analysis.checks.record import check
from sayso.analysis.wording.names import listed, quoted
from sayso.records.case import Check

_EACH = re.compile(
    rf"\b(?:on|in|at)\s(?:each|every|all)\s[^.,;:()#]{{0,40}}?\b{BOUND}(?:{PART}|{COUNT})\b"
    r"[^.;:()]{0,60}:",
    re.I,
)
_FULL = 100
_FEWEST = 2
_WHY = {"holds": "each of those that are told is so", "fails": "one of those that are told is not"}


def each_checks(told: Iterable[Sentence]) -> Iterator[Check]:
    """Each number that is said of all, against those behind the colon."""
    for sentence in told:
        for found in _EACH.finditer(sentence.text):
            yield from _judged(sentence, found)


def _judged(sentence: Sentence, found: re.Match[str]) -> Iterator[Check]:
    word = found["figure"] or found["word"]
    share = word is None
    value = number(word) if word else part_of(found) * _FULL
    told = [
        a for a in sentence.amounts
        if a.start >= sentence.start + found.end() and a.sure and a.percent == share
    ]  # fmt: skip
    bound = bound_of(found)
    if len(told) < _FEWEST or bound in ("almost", "about"):
        return
    verdict = "holds" if all(_fits(a, value, bound) for a in told) else "fails"
    span = sentence.span(found.start(), found.end() - 1)
    words = listed(said(a.value) for a in told)
    yield check(span, quoted(span.quote), words, verdict, (), _WHY[verdict])


def _fits(one: Amount, value: float, bound: str) -> bool:
    if bound in ("more", "least"):
        return one.value > value or (bound == "least" and one.value == value)
    if bound in ("less", "most"):
        return one.value < value or (bound == "most" and one.value == value)
    return one.value == value
