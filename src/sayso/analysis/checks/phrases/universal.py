"""What is said of none, never or each: "none of its appeals was allowed", "was never convicted",
against what is told with a date; "in each of these months more than ten died: 14, 31 and 12"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.analysis.checks.phrases.facts import Clause, Facts, within
from sayso.analysis.checks.reckoning.amounts import Amount, Sentence, said
from sayso.analysis.checks.reckoning.measure import (
    BOUND,
    COUNT,
    PART,
    bound_of,
    kept,
    number,
    part_of,
)
from sayso.analysis.checks.record import check, day
from sayso.analysis.wording.names import listed, quoted
from sayso.records.case import Check
from sayso.records.dates import Interval

_NONE = re.compile(
    r"\b(?:none of (?:the|its|his|her|their|these)|no|not one|not a single)\s"
    r"(?P<noun>[a-z]+)(?P<of>[^.,;:()#]{0,40}?)\s(?:was|were|(?:has|have|had)(?:\sbeen)?)\s"
    r"(?P<verb>[a-z]{4,})(?P<rest>[^.,;:()]{0,50})",
    re.I,
)
_NEVER = re.compile(
    r"\b(?P<who>he|she|they|it|[A-Z]\w+)\s(?:(?:was|were|has|have|had)\s)?never\s(?:been\s)?"
    r"(?P<verb>[a-z]{4,})(?P<rest>[^.,;:()]{0,50})"
)
_NO_VERB = frozenset({"more", "less", "doubt", "longer", "been", "only", "before"})
_BROKEN = "it is told of"
_EACH = re.compile(
    rf"\b(?:on|in|at)\s(?:each|every|all)\s[^.,;:()#]{{0,40}}?\b{BOUND}(?:{PART}|{COUNT})\b"
    r"[^.;:()]{0,60}:",
    re.I,
)
_FULL = 100
_FEWEST = 2
_EACH_WHY = {
    "holds": "each of those that are told is so",
    "fails": "one of those that are told is not",
}


def universal_checks(facts: Facts) -> Iterator[Check]:
    """Each thing that is said of none, or never to have been."""
    for index, sentence in enumerate(facts.told):
        for found in _NONE.finditer(sentence.text):
            words = facts.roots.among(f"{found['noun']} {found['of']}")
            yield from _judged(facts, index, found, words, anywhere=False)
        for found in _NEVER.finditer(sentence.text):
            words = facts.roots.among(found["rest"])
            yield from _judged(facts, index, found, words, anywhere=not words)


def _judged(
    facts: Facts, index: int, found: re.Match[str], words: frozenset[str], *, anywhere: bool
) -> Iterator[Check]:
    """What is told elsewhere with the verb and a word beside it, in the time that is meant."""
    sentence = facts.told[index]
    verb = found["verb"].lower()
    if verb in _NO_VERB or not (verb.endswith("ed") or verb in facts.roots.changed):
        return
    deed = facts.roots.one(verb)
    window = _window(facts, index, found)
    block = sentence.block
    told = [
        c for c in facts.clauses
        if not c.denied and deed in c.words
        and (c.index != index or c.start >= sentence.start + found.end("verb"))
        and (bool(c.words & words) or (anywhere and facts.told[c.index].block == block))
        and (window is None or within(c.when, window))
    ]  # fmt: skip
    span = sentence.span(found.start(), found.end("verb"))
    if told:
        yield check(span, quoted(span.quote), _shown(told[0]), "fails", (), _BROKEN)


def _window(facts: Facts, index: int, found: re.Match[str]) -> Interval | None:
    sentence = facts.told[index]
    low, high = sentence.start + found.start("rest"), sentence.start + found.end()
    times = [t for t in sentence.dates() if low <= t.span.start < high]
    return (times[0].earliest, times[0].latest) if times else None


def _shown(clause: Clause) -> str:
    return f"{quoted(clause.text.strip(' ,;:'), 80)}: {day(*clause.when)}"


def each_checks(told: Iterable[Sentence]) -> Iterator[Check]:
    """Each number that is said of all, against those behind the colon."""
    for sentence in told:
        for found in _EACH.finditer(sentence.text):
            yield from _each(sentence, found)


def _each(sentence: Sentence, found: re.Match[str]) -> Iterator[Check]:
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
    yield check(span, quoted(span.quote), words, verdict, (), _EACH_WHY[verdict])


def _fits(one: Amount, value: float, bound: str) -> bool:
    bounded = kept(one.value, value, bound)
    return one.value == value if bounded is None else bounded
