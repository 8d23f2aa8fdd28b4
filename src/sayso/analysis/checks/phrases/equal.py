"""Figures that are said to be the same, or the least or most of a time: "the same number as in
2001", "twice as many appeared in 2002 as in 2001", "fewer than in any year since 2010"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.analysis.checks.phrases.facts import Facts, Figure, within
from sayso.analysis.checks.reckoning.amounts import Sentence, said
from sayso.analysis.checks.reckoning.measure import (
    LIKENED,
    MULTIPLES,
    NOT_BOTH,
    TIMES,
    factor_of,
    likened,
)
from sayso.analysis.checks.record import check
from sayso.analysis.wording.names import quoted
from sayso.records.case import Check
from sayso.records.dates import Interval, before
from sayso.records.marks import Time

_SAME = re.compile(
    r"\b(?:the same (?:number|amount|sum|total|figure)(?: of [a-z]+)?"
    r"|(?:(?:exactly|just) )?as (?:many|much)(?: [a-z]+)?)\sas\s(?:in|of|during|on|at)\s",
    re.I,
)
_TIMES_BEFORE = re.compile(
    r"(?:\b(?:twice|double|half|times|quarter|third|nearly|almost)\s)$", re.I
)
_TURNED = re.compile(
    rf"\b{TIMES}\sas\s(?:many|much)\s(?P<noun>[a-z]+)\s(?P<deed>[^.,;:()#]{{3,60}}?)\sas\s"
    r"(?:in|during|on|at)\s",
    re.I,
)
_ANY = re.compile(
    r"\b(?P<way>fewer|less|more|higher|lower)\sthan\s(?:in|at|during)\sany\s(?:other\s)?"
    r"(?:year|month|week|season|quarter|time)\ssince\s",
    re.I,
)
_MORE = frozenset({"more", "higher"})
# In characters: the date of what is compared stands right behind.
_BEHIND = 8
_SAME_WHY = {"holds": "the two figures are the same", "fails": "the two figures are not the same"}
_OPEN = "that there was no other in between cannot be seen from what is told"


def equal_checks(facts: Facts) -> Iterator[Check]:
    """Each figure that is likened to another one, or to all since a time."""
    for index, sentence in enumerate(facts.told):
        for found in _SAME.finditer(sentence.text):
            if not _TIMES_BEFORE.search(sentence.text, 0, found.start()):
                yield from _same(facts, index, found)
        for found in _TURNED.finditer(sentence.text) if sentence.has(*MULTIPLES) else ():
            yield from _turned(facts, index, found)
        for found in _ANY.finditer(sentence.text):
            yield from _any(facts, index, found)


def _same(facts: Facts, index: int, found: re.Match[str]) -> Iterator[Check]:
    """ "22 novels in 2003, the same number as in 2001"."""
    sentence = facts.told[index]
    ref = _behind(sentence, found.end())
    if ref is None:
        return
    own = _own(facts, index, found.start())
    then = _then(facts, index, found.end(), ref, own)
    pairs = [(a, b) for a in own for b in then if _alike(facts, a, b)]
    span = sentence.span(found.start(), ref.span.end - sentence.start)
    if len(pairs) != 1:
        yield check(span, quoted(span.quote), None, "undecided", (), NOT_BOTH)
        return
    one, other = pairs[0]
    verdict = "holds" if one.amount.value == other.amount.value else "fails"
    words = f"{said(one.amount.value)} and {said(other.amount.value)}"
    yield check(span, quoted(span.quote), words, verdict, (), _SAME_WHY[verdict])


def _turned(facts: Facts, index: int, found: re.Match[str]) -> Iterator[Check]:
    """ "Twice as many novels appeared in 2002 as in 2001"."""
    sentence = facts.told[index]
    ref = _behind(sentence, found.end())
    low, high = sentence.start + found.start("deed"), sentence.start + found.end("deed")
    now = [t for t in sentence.dates() if low <= t.span.start and t.span.end <= high]
    if ref is None or len(now) != 1:
        return
    unit = facts.roots.one(found["noun"])
    first, second = (
        {f.amount.value for f in _at(facts, (t.earliest, t.latest), index)
         if f.unit and facts.roots.one(f.unit.split()[-1]) == unit}
        for t in (now[0], ref)
    )  # fmt: skip
    span = sentence.span(found.start(), ref.span.end - sentence.start)
    if len(first) != 1 or len(second) != 1 or not min(second):
        yield check(span, quoted(span.quote), None, "undecided", (), NOT_BOTH)
        return
    one, other = first.pop(), second.pop()
    verdict = likened(one / other, factor_of(found), "plain")
    words = f"{said(one)} against {said(other)}: {said(round(one / other, 2))} times"
    yield check(span, quoted(span.quote), words, verdict, (), LIKENED[verdict])


def _any(facts: Facts, index: int, found: re.Match[str]) -> Iterator[Check]:
    """ "31 in 2019, fewer than in any year since 2010. In 2016 it had heard 29"."""
    sentence = facts.told[index]
    ref = _behind(sentence, found.end())
    own = [
        f for f in facts.figures
        if f.index == index and f.amount.end <= sentence.start + found.start() and f.amount.sure
    ]  # fmt: skip
    if ref is None or not own:
        return
    one = own[-1]
    more = found["way"].lower() in _MORE
    against = [
        f for f in facts.figures
        if f is not one and _between(ref, f.when, one.when)
        and (_alike(facts, one, f) or _told_so(one, f))
        and (f.amount.value >= one.amount.value if more else f.amount.value <= one.amount.value)
    ]  # fmt: skip
    span = sentence.span(found.start(), ref.span.end - sentence.start)
    if against:
        words = f"{said(one.amount.value)}, and {said(against[0].amount.value)} in between"
        yield check(span, quoted(span.quote), words, "fails", (), "one in between is told")
    else:
        yield check(span, quoted(span.quote), None, "undecided", (), _OPEN)


def _behind(sentence: Sentence, low: int) -> Time | None:
    """The date right behind a place of a sentence."""
    place = sentence.start + low
    # The mark of a time may begin with "since".
    near = [
        t for t in sentence.times
        if t.type != "DURATION"
        and abs(t.span.start - place) <= _BEHIND
        and t.span.end > place
    ]  # fmt: skip
    return near[0] if near else None


def _own(facts: Facts, index: int, low: int) -> Sequence[Figure]:
    """The figure that is likened: told before in the sentence, or of its other date elsewhere."""
    sentence = facts.told[index]
    here = [
        f for f in facts.figures
        if f.index == index and f.amount.end <= sentence.start + low and f.unit and not f.length
    ]  # fmt: skip
    if here:
        return here[-1:]
    dates = [t for t in sentence.dates() if t.span.end <= sentence.start + low]
    if not dates:
        return ()
    words = facts.roots.among(sentence.text)
    return [
        f for f in _at(facts, (dates[0].earliest, dates[0].latest), index)
        if f.unit and facts.roots.one(f.unit.split()[-1]) in words
    ]  # fmt: skip


def _then(facts: Facts, index: int, low: int, ref: Time, own: Sequence[Figure]) -> Sequence[Figure]:
    """What it is likened to: a figure behind in the sentence, or one of that time elsewhere."""
    sentence = facts.told[index]
    behind = [
        f for f in facts.figures
        if f.index == index and f.amount.start >= sentence.start + low and not f.length
        and (f.amount.start, f.amount.end) != (ref.span.start, ref.span.end)
    ]  # fmt: skip
    if behind:
        return behind[:1]
    return [f for f in _at(facts, (ref.earliest, ref.latest), index) if f not in own]


def _at(facts: Facts, when: Interval, index: int) -> list[Figure]:
    """The figures of one time told in other sentences."""
    return [f for f in facts.figures if f.index != index and f.amount.sure and f.when == when]


def _alike(facts: Facts, one: Figure, other: Figure) -> bool:
    """Whether two figures count the same; one behind "when they won" may leave out of what."""
    if one.amount.percent != other.amount.percent or one.length or other.length:
        return False
    units = [facts.roots.one(f.unit.split()[-1]) for f in (one, other) if f.unit]
    return len(set(units)) == 1 if len(units) > 1 else one.index == other.index


def _told_so(one: Figure, other: Figure) -> bool:
    """Whether a number without a noun is told with the words of another: "had heard 29"."""
    return other.unit is None and not other.amount.percent and bool(one.words & other.words)


def _between(since: Time, when: Interval | None, until: Interval | None) -> bool:
    if when is None or when[0] is None or when[1] is None:
        return False
    start = since.earliest if since.rule != "since" else since.latest
    if start is None or before(when[0], start):
        return False
    return until is None or until[0] is None or (
        before(when[1], until[0]) and not within(when, until)
    )  # fmt: skip
