"""What is said not to have been: "has not sat since 10 May", "did not sit for a month", "the first
time since April", against what is told of that time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.analysis.checks.days.named import own_dates
from sayso.analysis.checks.phrases.counted import verbs_of
from sayso.analysis.checks.phrases.facts import Clause, Facts, within
from sayso.analysis.checks.reckoning.measure import LENGTH, UNITS, length_of
from sayso.analysis.checks.record import check, day
from sayso.analysis.wording.names import quoted
from sayso.records.case import Check
from sayso.records.dates import Interval, before, bounds, days_between, days_later, order
from sayso.records.marks import Time
from sayso.records.spans import Span

_SINCE = re.compile(
    r"\b(?:(?:has|have|had|is|are|was|were)\s(?:not|never)|(?:hasn|haven|hadn)['’]t"
    r"|(?P<no>no|not\sa\ssingle|none\sof\sthe)\s(?P<noun>[a-z]+(?:\s[a-z]+)?)\s(?:has|have|had))\s"
    r"(?:been\s)?(?P<verb>(?!no\b)[a-z]{3,})(?P<what>[^.;:()#]{0,60}?)\ssince\s(?=\S)",
    re.I,
)
_FOR = re.compile(
    rf"\b(?:did|does|do|has|have|had)(?:\s(?:not|never)|n['’]t)\s(?P<verb>[a-z]{{2,}})"
    rf"(?P<what>[^.;:()#]{{0,40}}?)\s(?:again\s)?(?:for|in)\s(?P<bound>(?:at least|more than|over|"
    rf"almost|nearly|about)\s)?{LENGTH}",
    re.I,
)
_FIRST = re.compile(
    r"\bfor the first time (?:since|in)\s(?=\S)"
    r"|\b(?:the|his|her|its|their|\w+['’]s)\sfirst\s(?:\w+\s){0,2}?\w+\s(?:since\s(?=\S)"
    rf"|in\s(?:(?:more than|over|almost|nearly|about|at least)\s)?{LENGTH})",
    re.I,
)
_AGAIN = re.compile(r"\bagain\b|\bresum", re.I)
_CLAUSE = re.compile(r"[;:()]|,\s(?:but|and|while)\s|\s(?:who|which|but)\s")
_OPEN = "that it was not so in between cannot be seen from what is told"
_BROKEN = "it is told of in that time"
# A length of time is told in round numbers: within a tenth of it, and by no more than half of it.
_ROOM = 0.1
_FAR = 1.5


_NOBODY = re.compile(
    r"\b(?:nobody|no one|not one of (?:the|its|his|her|their)\s[a-z]+)\s"
    r"(?:(?:has|had|have|was|were|been)\s)*"
    r"(?P<verb>[a-z]{3,})(?P<what>[^.,;:()]{0,70})",
    re.I,
)
_TO_PLACE = re.compile(r"\s(?:back\s)?(?:to|in|at)\s(?:the\s)?[A-Z]")
_NO = re.compile(
    r"\b(?:has|have|had)\sbeen\sno\s(?P<noun>[a-z]+)(?P<what>[^.;:()#]{0,60}?)\ssince\s(?=\S)", re.I
)


def absent_checks(facts: Facts) -> Iterator[Check]:
    """Each thing that is said not to have been in a time."""
    for index, sentence in enumerate(facts.told):
        for found in (*_SINCE.finditer(sentence.text), *_NO.finditer(sentence.text)):
            yield from _not_since(facts, index, found)
        for found in _NOBODY.finditer(sentence.text):
            yield from _nobody(facts, index, found)
        for found in _FOR.finditer(sentence.text):
            made = _not_for(facts, index, found)
            if made is not None:
                yield made
        for found in _FIRST.finditer(sentence.text):
            yield _first(facts, index, found)


def _behind(facts: Facts, index: int, low: int) -> Time | None:
    """The time that stands right behind a place of a sentence."""
    sentence = facts.told[index]
    place = sentence.start + low
    near = [t for t in sentence.times if t.span.start - 10 <= place <= t.span.end]
    return next((t for t in near if t.span.end > place), None)


def _not_since(facts: Facts, index: int, found: re.Match[str]) -> Iterator[Check]:
    sentence = facts.told[index]
    since = _behind(facts, index, found.end())
    high = since.span.end - sentence.start if since else found.end() + 10
    span = sentence.span(found.start(), min(high, len(sentence.text)))
    deed = found.groupdict().get("verb") or found["noun"]
    words = facts.roots.among(f"{deed} {found['noun'] or ''} {found['what'] or ''}")
    verb = facts.roots.one(deed)
    start = _start(since)
    deeds = {verb}
    if deed.lower() == "been" and _TO_PLACE.match(found["what"] or ""):
        # Who has been to a place has visited it, or travelled there.
        deeds = {facts.roots.one(one) for one in verbs_of(facts.pack).get("visit", ())}
        words |= {verb}
    against = _told(facts, index, deeds, words) if start else []
    end = _then(facts, index) if re.search(r"\bhad", found[0], re.I) else None
    inside = [
        c for c in against
        if start and before(start, c.when[0] or "")
        and (end is None or before(c.when[1] or "", end))
    ]  # fmt: skip
    yield _made(span, inside)


def _nobody(facts: Facts, index: int, found: re.Match[str]) -> Iterator[Check]:
    """ "Nobody died at the station in 1963": against what is told of that time."""
    sentence = facts.told[index]
    low, high = sentence.start + found.start("what"), sentence.start + found.end()
    times = [t for t in sentence.times if low <= t.span.start and t.span.end <= high]
    if len(times) != 1:
        return
    when = times[0].earliest, times[0].latest
    words = facts.roots.among(found["what"][: times[0].span.start - low])
    against = _told(facts, index, {facts.roots.one(found["verb"])}, words)
    span = sentence.span(found.start(), times[0].span.end - sentence.start)
    yield _made(span, [c for c in against if within(c.when, when)])


def _then(facts: Facts, index: int) -> str | None:
    """The day on which "had not" looks back: the last one told of before."""
    days = [c.when[0] for c in facts.clauses if c.index < index and not c.perfect and c.when[0]]
    return max(days, key=order) if days else None


def _start(since: Time | None) -> str | None:
    """The last day of the date behind "since"."""
    if since is None:
        return None
    anchor = bounds(since.anchor)
    if anchor[1] or not since.rule.startswith("since"):
        return anchor[1] or since.latest
    # "Since 2006" leaves that year out.
    return bounds((since.edtf or "").partition("/")[0])[1] or since.earliest


def _told(facts: Facts, index: int, deeds: set[str], words: frozenset[str]) -> list[Clause]:
    """What is told elsewhere with such a verb and one word more, or with "again"."""
    words |= deeds
    return [
        c for c in facts.clauses
        if c.index != index and not c.denied and deeds & c.words
        and (len(c.words & words) > 1 or _AGAIN.search(c.text) or words == deeds)
    ]  # fmt: skip


def _not_for(facts: Facts, index: int, found: re.Match[str]) -> Check | None:
    """ "It then did not sit for a month. It sat again on 28 January": from the last day told."""
    sentence = facts.told[index]
    length = length_of(found)
    if length is None:
        return None
    verb = facts.roots.one(found["verb"])
    span = sentence.span(found.start(), found.end())
    here = own_dates(sentence, 0, found.start())
    earlier = [c.when for c in facts.near(index, back=1) if c.index < index and not c.perfect]
    begun: Interval | None = (here[-1].earliest, here[-1].latest) if here else None
    if begun is None and earlier:
        begun = _opening(facts, index) or max(earlier, key=lambda when: when[1] or "")
    again = [
        c for c in facts.near(index, back=0, on=2)
        if c.index > index and not c.denied and verb in c.words
        and begun and before(begun[1] or "", c.when[0] or "")
    ]  # fmt: skip
    if begun is None or not again:
        return _made(span, ())
    low = days_between(begun[1], again[0].when[0])
    high = days_between(begun[0], again[0].when[1])
    days = length.count * UNITS[length.unit]
    words = f"{day(*begun)}, then {day(*again[0].when)}: {low} days"
    if high < days * (1 - _ROOM):
        return check(span, quoted(span.quote), words, "fails", (), "it is told of sooner")
    near = low >= days * (1 - _ROOM) and high <= days * _FAR
    sure = near and bool(_AGAIN.search(again[0].text))
    reason = "the next time that is told is so far off" if sure else _OPEN
    return check(span, quoted(span.quote), words, "holds" if sure else "undecided", (), reason)


def _opening(facts: Facts, index: int) -> Interval | None:
    """The date of the sentence before, by its main clause: what it tells before a colon."""
    previous = facts.told[index - 1]
    cut = re.search(r"[;:]", previous.text)
    dates = own_dates(previous, 0, cut.start() if cut else None)
    return (dates[-1].earliest, dates[-1].latest) if dates else None


def _first(facts: Facts, index: int, found: re.Match[str]) -> Check:
    """ "Won for the first time since April": what is told of between April and then."""
    sentence = facts.told[index]
    low, high = _clause(sentence.text, found)
    dates = [
        t for t in own_dates(sentence, low, high) if t.span.start >= sentence.start + found.end() or
        t.span.end <= sentence.start + found.start()
    ]  # fmt: skip
    since = _behind(facts, index, found.end() - 1)
    dates = [t for t in dates if since is None or t.span != since.span]
    own = (dates[-1].earliest, dates[-1].latest) if len(dates) == 1 else None
    start = _from(found, since, own)
    end = since.span.end - sentence.start if since and not found["unit"] else found.end()
    span = sentence.span(found.start(), max(found.end(), end))
    spoken = f"{sentence.text[low : found.start()]} {found[0]} {sentence.text[found.end() : high]}"
    deed = facts.roots.among(spoken)
    inside = [
        c for c in facts.clauses
        if own and start and not c.denied and _other(facts, c, index, low, high)
        and len(c.words & deed) > 1 and before(start, c.when[0] or "")
        and before(c.when[1] or "", own[0] or "")
    ]  # fmt: skip
    return _made(span, inside)


def _clause(text: str, found: re.Match[str]) -> tuple[int, int]:
    cuts = [m.end() for m in _CLAUSE.finditer(text, 0, found.start())]
    stop = _CLAUSE.search(text, found.end())
    return cuts[-1] if cuts else 0, stop.start() if stop else len(text)


def _other(facts: Facts, clause: Clause, index: int, low: int, high: int) -> bool:
    start = facts.told[index].start
    return clause.index != index or not start + low <= clause.start + 1 < start + high


def _from(found: re.Match[str], since: Time | None, own: Interval | None) -> str | None:
    if found["unit"]:
        length = length_of(found)
        if length and own and own[0]:
            return days_later(own[0], -round(length.count * UNITS[length.unit]))
        return None
    return _start(since)


def _made(span: Span, inside: Sequence[Clause]) -> Check:
    if not inside:
        return check(span, quoted(span.quote), None, "undecided", (), _OPEN)
    words = f"{quoted(inside[0].text.strip(' ,;:'), 80)}: {day(*inside[0].when)}"
    return check(span, quoted(span.quote), words, "fails", (), _BROKEN)
