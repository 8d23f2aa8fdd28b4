"""What is said of none or never: "none of its appeals was allowed", "no rocket was launched in
2010", "was never convicted", against what is told with a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.analysis.checks.phrases.facts import Clause, Facts, within
from sayso.analysis.checks.record import check, day
from sayso.analysis.wording.names import quoted
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
_OPEN = "that it was never so cannot be seen from what is told"


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
