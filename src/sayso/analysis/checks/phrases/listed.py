"""Numbers of things that are listed: "four coaches since 2012: ...", "nine people in three
clashes: four on 9 October, ...", "paid six fines. It was fined in 2016"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.analysis.checks.phrases.facts import Facts
from sayso.analysis.checks.reckoning.amounts import Amount, Sentence, said
from sayso.analysis.checks.reckoning.measure import ORDINALS
from sayso.analysis.checks.record import check
from sayso.analysis.wording.names import listed, quoted
from sayso.annotate.numbers import SMALL
from sayso.records.case import Check
from sayso.records.dates import MONTHS
from sayso.records.spans import Span

_COLON = re.compile(r":\s(?P<list>[^:()\n]{3,400}?)[.!?]?\s*$|\s\((?P<inside>[^:()\n]{3,300})\)")
_JOINED = re.compile(r"\s*(?:,\s*and\s|;\s*and\s|,|;|\sand\s|\s&\s)\s*")
_MONTHS = "|".join(MONTHS)
_DATE = re.compile(
    rf"(?:(?:on|in|at)\s)?(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?|\d{{4}}|(?:\d{{1,2}}\s)?(?:{_MONTHS})"
    r"(?:\s\d{1,2})?(?:,?\s\d{4})?)"
)
_LEAST = re.compile(r"\bat least\s$", re.I)
_STOP = re.compile(r"[.;,]")
_SHORT = 6
_MOST = 15
_IN = re.compile(r"(#+)\s[^#.;:()]{2,60}?\s(?:in|over|on|at|by|from)\s(#+)\s[^#.;:()]{0,40}?:\s")
_THINGS = re.compile(r"[a-z]{3,}s\b")
_PART = re.compile(r"\b(\w+) (?:out )?of (?:the|these|those|its|his|her|their) (\w+) (\w+)", re.I)
_ITEMS = re.compile(
    rf"\b(?:{'|'.join(ORDINALS)}|{_MONTHS}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|\d{4})\b"
)
_IN_ALL = re.compile(r",\s(?P<sum>#+)\s(?:[a-z]+\s)?(?:in all|in total|altogether|all told)\b")
_RATIO = re.compile(
    r"#+\s(?:in|out of)\s(?:every\s)?#+|\bof\s(?:the|its|his|her|their|these|those)\s#+"
)
_SIDES = re.compile(r";|\bbut\b|\bwhile\b|\bwhereas\b|\bonly\b", re.I)


def listed_checks(facts: Facts) -> Iterator[Check]:
    """Each number of things against the list of them behind it."""
    for index, sentence in enumerate(facts.told):
        yield from _named(sentence)
        yield from _shared_out(sentence)
        for found in _IN_ALL.finditer(sentence.mask):
            yield from _in_all(sentence, found)
        yield from _part_of_times(facts, index)
        yield from _deeds(facts, index)


def _named(sentence: Sentence) -> Iterator[Check]:
    """ "Has had four coaches since 2012: Lars Hedin, Ole Brandt, Jon Fure and Nils Aker"."""
    behind = _COLON.search(sentence.text)
    if behind is None:
        return
    items = [one.strip() for one in _JOINED.split(behind["list"] or behind["inside"])]
    items = [one for one in items if one]
    listed_so = all(map(_is_name, items)) or all(map(_DATE.fullmatch, items))
    before_it = [a for a in sentence.amounts if a.end <= sentence.start + behind.start()]
    if len(items) < 2 or not listed_so or not before_it:
        return
    one = before_it[-1]
    words = sentence.text[one.end - sentence.start : behind.start()]
    least = _LEAST.search(sentence.text[: one.start - sentence.start])
    counts = (one.sure or least) and not one.percent and one.value == int(one.value)
    if counts and 2 <= one.value <= _MOST and _THINGS.search(words) and not _STOP.search(words):
        low = least.start() if least else one.start - sentence.start
        span = sentence.span(low, behind.start())
        if not least:
            yield _as_many(span, one.value, items)
        elif len(items) >= one.value:
            named = f"{len(items)}: {listed(items)}"
            yield check(span, quoted(span.quote), named, "holds", (), "as many are named")


def _is_name(part: str) -> bool:
    # "Ibis in April 2009": when and where it was is no part of its name.
    words = re.split(r"\s(?:in|on|of|from|at|since|by)\s", part, maxsplit=1)[0].split()
    if words and words[0] in ("the", "a", "an"):
        words = words[1:]
    return 0 < len(words) <= _SHORT and words[0][:1].isupper() and words[0].isalpha()


def _as_many(span: Span, number: float, items: Sequence[str]) -> Check:
    words = f"{len(items)}: {listed(items)}"
    if len(items) == number:
        return check(span, quoted(span.quote), words, "holds", (), "as many are named")
    if len(items) > number:
        return check(span, quoted(span.quote), words, "fails", (), f"{len(items)} are named")
    reason = f"only {len(items)} are named, and others may be left out"
    return check(span, quoted(span.quote), words, "undecided", (), reason)


def _shared_out(sentence: Sentence) -> Iterator[Check]:
    """ "Nine people in three clashes: four on 9 October, three on 15 October and two on the 22nd":
    the parts come to the whole, and there are as many of them as is said."""
    found = _IN.search(sentence.mask)
    if found is None:
        return
    whole, times = sentence.at(found.start(1)), sentence.at(found.start(2))
    rest = [a for a in sentence.amounts if a.start >= sentence.start + found.end()]
    parts = _row(sentence, found.end(), rest)
    if len(parts) < 2 or not all(a.sure for a in (whole, times, *parts)):
        return
    total = sum(a.value for a in parts)
    span = sentence.span(found.start(), parts[-1].end - sentence.start)
    words = f"{' + '.join(said(a.value) for a in parts)} = {said(total)}, in {len(parts)}"
    if total == whole.value and len(parts) == times.value:
        reason = "the parts come to the whole, and are as many"
        yield check(span, quoted(span.quote, 120), words, "holds", (), reason)
    elif total > whole.value or len(parts) > times.value:
        reason = "the parts come to more than the whole, or are more"
        yield check(span, quoted(span.quote, 120), words, "fails", (), reason)
    else:
        reason = "the parts come to less than the whole, and some may be left out"
        yield check(span, quoted(span.quote, 120), words, "undecided", (), reason)


def _in_all(sentence: Sentence, found: re.Match[str]) -> Iterator[Check]:
    """ "Eight left in 2010, eleven in 2011 and none in 2012, 19 in all": all numbers before it."""
    whole = sentence.at(found.start("sum"))
    parts = [a for a in sentence.amounts if a.end <= whole.start]
    units = {a.unit for a in parts if a.unit}
    if len(parts) < 2 or len(units) > 1 or any(a.percent for a in parts):
        return
    if _RATIO.search(sentence.mask, 0, found.start()):
        # "Two in three of its 48 singers": no parts of the sum.
        return
    total = sum(a.value for a in parts)
    span = sentence.span(found.start("sum"), found.end())
    words = f"{' + '.join(said(a.value) for a in parts)} = {said(total)}"
    sure = whole.sure and all(a.sure for a in parts)
    if sure and total == whole.value:
        yield check(span, quoted(span.quote), words, "holds", (), "the parts come to the whole")
    elif sure and total > whole.value:
        reason = "the parts come to more than the whole"
        yield check(span, quoted(span.quote), words, "fails", (), reason)
    else:
        reason = "the parts do not come to the whole, and some may be left out"
        yield check(span, quoted(span.quote), words, "undecided", (), reason)


def _row(sentence: Sentence, low: int, amounts: Sequence[Amount]) -> list[Amount]:
    """The first number of each part of a list; none where a part has no number."""
    ends = [m.start() for m in _JOINED.finditer(sentence.mask, low)]
    edges = [low, *ends, len(sentence.text)]
    found = []
    for start, end in pairwise(edges):
        inside = [a for a in amounts if start <= a.start - sentence.start < end]
        if inside:
            found.append(inside[0])
    return found


def _part_of_times(facts: Facts, index: int) -> Iterator[Check]:
    """ "Lost money in three of the four quarters. ... in the first, second and third; in the fourth
    it made a profit": as many in one half of what follows, and the rest in the other."""
    sentence = facts.told[index]
    following = facts.told[index + 1] if index + 1 < len(facts.told) else None
    if following is None or following.block != sentence.block:
        return
    for found in _PART.finditer(sentence.text):
        part, whole = (SMALL.get(found[n].lower(), 0) for n in (1, 2))
        sides = _SIDES.split(following.text, maxsplit=1)
        if not 1 < part < whole or len(sides) != 2:
            continue
        first, other = (len(set(_ITEMS.findall(side))) for side in sides)
        if (first, other) == (part, whole - part):
            span = sentence.span(found.start(), found.end())
            words = f"{first} and {other}"
            yield check(span, quoted(span.quote), words, "holds", (), "as many are named")


def _deeds(facts: Facts, index: int) -> Iterator[Check]:
    """ "Paid six fines. It was fined in 2016 and again in 2018": days on which it is told of."""
    sentence = facts.told[index]
    for one in sentence.amounts:
        counts = one.sure and 2 <= one.value <= _MOST and one.unit and not one.percent
        if not counts or one.value != int(one.value):
            continue
        told = [
            c for c in facts.near(index, back=0, on=2)
            if c.index > index and not c.denied and facts.roots.one(one.unit or "") in c.words
        ]  # fmt: skip
        days = {c.when for c in told}
        if len(days) < 2:
            continue
        end = re.compile(r"[\s,.;:)]|$").search(sentence.document.text, one.end + 1)
        tail = sentence.document.text.find(one.unit or "", one.end, one.end + 40)
        high = tail + len(one.unit or "") if tail >= 0 else (end.start() if end else one.end)
        span = sentence.document.span(one.start, high)
        words = f"{len(days)} dated apart"
        if len(days) > one.value:
            reason = "whether the days told are all of these cannot be seen from the words"
        else:
            reason = "fewer are told one by one, and others may be left out"
        if len(days) == one.value:
            yield check(
                span, quoted(span.quote), words, "holds", (), "as many are told, each dated"
            )
        else:
            yield check(span, quoted(span.quote), words, "undecided", (), reason)
