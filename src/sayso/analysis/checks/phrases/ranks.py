"""Places in a row and records: "the third in two weeks", "their second strike that year", "its
heaviest sentence since 2009"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.analysis.checks.days.named import own_dates
from sayso.analysis.checks.phrases.facts import Clause, Facts, Figure
from sayso.analysis.checks.reckoning.amounts import Sentence, said
from sayso.analysis.checks.reckoning.measure import LENGTH, ORDINAL, UNITS, number, place_of
from sayso.analysis.checks.record import check, day
from sayso.analysis.wording.names import quoted
from sayso.records.case import Check
from sayso.records.dates import Interval, before, days_later
from sayso.records.marks import Time

_WINDOW = (
    rf"(?:\s(?:(?P<this>this|that|last|the same)\s(?P<term>year|month|week|season|decade|day"
    rf"|century)|(?:in|within)\s(?:the\s(?:last|past)\s|as\smany\s)?(?:{LENGTH}|(?P<many>(?:two|three|four|"
    rf"five|six)\s(?:\w+)))|(?P<since>since)\s(?=\S)|(?P<of>of|in)\s(?:the|this|that|its)\s"
    rf"(?:year|season|war|campaign|series|trial|tournament|century|decade|month)\b))"
).replace("(?P<bound>", "(?:")
_NTH = re.compile(
    rf"\b(?:the|his|her|its|their|an?|(?:\w+['’]s?))\s{ORDINAL}(?:\s(?P<noun>[a-z]+(?:\s[a-z]+)?)(?:\sto\s[a-z]+)?)??"
    rf"{_WINDOW}",
    re.I,
)
_WAS = re.compile(
    rf"\b(?:was|is|were|are|became)\s(?:thus\s|already\s)?(?P<whose>his|her|its|their|the)\s"
    rf"{ORDINAL}\b(?:\s(?P<noun>[a-z]+))?(?=[.,;:]|\s(?:in|and|since|of|on|to)\b|$)",
    re.I,
)
_TIME = re.compile(rf"\bfor (?:the|a) {ORDINAL} time\b", re.I)
# "The third: the court had sat ...", "its second; it had won ...": what explains the number.
_PRONOUN = re.compile(r"(?:It|He|She|They|it|he|she|they)\b")
_EXPLAINED = re.compile(r":|;\s(?:it|he|she|they)\shad\b")
_MOST = re.compile(
    r"\b(?:the|its|his|her|their|this|(?:\w+['’]s?))\s"
    r"(?:(?:most|least)\s\w+|(?P<most>\w{3,}est)|worst|best)\b"
    r"(?:\s[\w'’-]+){0,6}?\s"
    r"(?:since\s(?:the\s)?\S+|in\s(?:\w+\s)?(?:living\s)?(?:memory|history)"
    r"|in\s(?:the|its|his|her|their|\w+['’]s)\s(?:[\w'’]+\s){0,2}history|on\srecord|ever\b"
    r"|(?:in|for)\s(?:an?|the\slast|\w+)\s(?:\w+\s)?(?:years|year|decades|decade|months|weeks)"
    r"|of\s(?:the|all|these|those)\s(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
    r"|of\s(?:the|this|that|its|his|her|their)\s(?:\w+\s)?(?:year|decade|century|season|war|month"
    r"|campaign))",
    re.I,
)
_IT_WAS = re.compile(r"(?:It|This|That)\s(?:was|made)\b")
_FIRST = re.compile(r"\bfirst\b", re.I)
_BACK = 3
_END = re.compile(r"[.,;:()]|\s(?:and|but|when|which|who|because|as)\s")
_SUBJECT = re.compile(
    r"\b(?:the|this|that|his|her|its|their)\s(?:[a-z]+\s)?([a-z]{4,})\b[^.;:]*$", re.I
)
_LONGER = "another that is told in the same words goes beyond it"
# Words in common by which two lengths are of things of one kind.
_KNOWN = 2
_MISSING = (
    "a measure of each comparable case is missing: the record has no list that is known to be whole"
)
_TERMS = {"year": 4, "month": 7, "season": 4, "day": 10}


def rank_checks(facts: Facts) -> Iterator[Check]:
    """Each place in a row with its time or its forerunners, and each superlative over a time."""
    for index, sentence in enumerate(facts.told):
        text = sentence.text
        for found in (*_NTH.finditer(text), *_TIME.finditer(text), *_WAS.finditer(text)):
            # "In the third quarter of the year", "the Second Army in the war" count nothing here.
            named = found[0].split()[1][:1].isupper()
            if place_of(found) > 1 and not named and not _dated(sentence, found):
                yield from _told(facts, index, found)
        for found in _MOST.finditer(text):
            if (found["most"] or "").lower() in facts.pack.list("no_superlatives"):
                continue
            cut = _END.search(text, found.end())
            span = sentence.span(found.start(), cut.start() if cut else len(text))
            longer = _outlasted(facts, index, found)
            if longer:
                yield check(span, quoted(span.quote), longer, "fails", (), _LONGER)
            else:
                yield check(span, quoted(span.quote), None, "undecided", (), _MISSING)


def _outlasted(facts: Facts, index: int, found: re.Match[str]) -> str | None:
    """ "The longest stoppage since 1979", where one of 1983 that is told in the same words lasted
    longer: the two lengths; null where no such one is told."""
    most = (found["most"] or "").lower()
    if most not in ("longest", "shortest") or "since" not in found[0]:
        return None
    sentence = facts.told[index]
    near = [i for i in (index, index - 1) if i >= 0 and facts.told[i].block == sentence.block]
    owns = [f for i in near for f in facts.figures if f.length and f.index == i]
    since = [t for t in sentence.times if t.span.end >= sentence.start + found.end() - 1]
    start = since[0].earliest if since else None
    if not owns or start is None:
        return None
    own, spoken = owns[0], facts.roots.among(facts.told[owns[0].index].text)
    for one in facts.figures:
        other = facts.told[one.index]
        dates = own_dates(other)
        if not one.length or one.index in near or len(dates) != 1 or dates[0].earliest is None:
            continue
        known = len(spoken & facts.roots.among(other.text)) >= _KNOWN
        beyond = (
            _in_days(one) > _in_days(own) if most == "longest" else _in_days(one) < _in_days(own)
        )
        if known and beyond and before(start, dates[0].earliest):
            told = f"{said(one.amount.value)} {one.unit}, {day(dates[0].earliest, dates[0].latest)}"
            return f"{said(own.amount.value)} {own.unit} against {told}"
    return None


def _in_days(one: Figure) -> float:
    return one.amount.value * UNITS[(one.unit or "").removesuffix("s")]


def _told(facts: Facts, index: int, found: re.Match[str]) -> Iterator[Check]:
    """ "The third referendum" is a check only where the others are told, "its third" always."""
    made = _nth(facts, index, found)
    if found.re is not _WAS or found["whose"].lower() != "the" or made.verdict != "undecided":
        yield made


def _dated(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the words are part of a date: "the second week of the month"."""
    low = sentence.start + found.start("ordinal" if found["ordinal"] else "nth")
    inside = any(t.type == "DATE" and t.span.start <= low < t.span.end for t in sentence.times)
    return inside and found.re is _NTH and not found["this"]


def _nth(facts: Facts, index: int, found: re.Match[str]) -> Check:
    sentence = facts.told[index]
    place = place_of(found)
    span = sentence.span(found.start(), found.end())
    claimed = quoted(span.quote)
    own = _own(facts, index, found)
    earlier = _forerunners(facts, index, found)
    if earlier is None:
        reason = "the earlier ones are not told one by one"
        return check(span, claimed, None, "undecided", (), reason)
    if own is not None:
        earlier = [c for c in earlier if before(c[1] or "", own[0] or "")]
    window = _window(found, own)
    known = window is None or own is not None
    inside = [c for c in earlier if window is None or not before(c[0] or "", window[0] or "")]
    words = f"{len(inside)} before: {', '.join(day(*c) for c in inside)}" if inside else "none"
    if len(inside) == place - 1 and place > 1 and known:
        return check(span, claimed, words, "holds", (), "as many earlier ones are named")
    if len(inside) > place - 1 and known:
        return check(span, claimed, words, "fails", (), "more earlier ones are named")
    return check(span, claimed, words, "undecided", (), "others may be left out")


def _own(facts: Facts, index: int, found: re.Match[str]) -> Interval | None:
    """When the one was that is counted: in its sentence, else in the one before."""
    sentence = facts.told[index]
    cut = re.compile(r"[;:(]").search(sentence.text, found.end())
    high = cut.start() if cut else None
    dates = own_dates(sentence, 0, high)
    # The date of the window is none of its own.
    dates = [t for t in dates if not _inside(t, sentence.start, found)]
    if dates:
        return (dates[0].earliest, dates[0].latest) if len(dates) == 1 else None
    earlier = [c for c in facts.near(index, back=_BACK) if c.index < index and not c.perfect]
    last = [c.when for c in earlier if c.index == earlier[-1].index]
    return last[0] if len(set(last)) == 1 else None


def _inside(time: Time, start: int, found: re.Match[str]) -> bool:
    return start + found.start() <= time.span.start < start + found.end()


def _forerunners(facts: Facts, index: int, found: re.Match[str]) -> list[Interval] | None:
    """The earlier ones, where what is behind a colon, or the next sentence, lists them by "had"."""
    sentence = facts.told[index]
    cut = re.compile(r"[;:(]").search(sentence.text, found.end())
    if cut is not None:
        low = sentence.start + cut.end()
        told = [c for c in facts.clauses if c.index == index and c.start >= low - 1]
    else:
        told = [
            c for c in facts.clauses
            if c.index == index + 1 and facts.told[c.index].block == sentence.block
        ]  # fmt: skip
    spoken = _words(facts, index, found, cut.start() if cut else len(sentence.text))
    lead = told[0] if told else None
    explained = cut is not None and bool(_EXPLAINED.match(sentence.text, cut.start()))
    if lead is not None and cut is None and _FIRST.search(lead.text) and lead.perfect:
        # "The first had been held in 1988 and the second in 1997".
        return [c.when for c in told]
    goes_on = lead is not None and _same(facts, lead, spoken, sentence.text)
    if lead is None or not lead.perfect or not (explained or goes_on):
        return _told_before(facts, index, found)
    return [c.when for c in _row(told) if not c.denied]


def _same(facts: Facts, lead: Clause, spoken: frozenset[str], text: str) -> bool:
    """Whether a sentence tells of the same doer with the same deed: "She had won it in 2014"."""
    plain = re.findall(r"\b[a-z]{3,}\b", lead.text)
    who = re.findall(r"\w+", lead.text)[:1]
    one = bool(_PRONOUN.match(lead.text.lstrip(" ,;:"))) or any(w in text.split() for w in who)
    return one and bool(facts.roots.each(plain) & spoken)


def _told_before(facts: Facts, index: int, found: re.Match[str]) -> list[Interval] | None:
    """ "Warned it in March and in January 2011. The warning of June was the third": the same deed
    in the sentences before, by the noun that is counted."""
    subject = _SUBJECT.search(facts.told[index].text[: found.start()])
    noun = found.groupdict().get("noun") or (subject[1] if subject else None)
    if noun is None:
        return None
    deed = facts.roots.one(noun.split()[-1])
    if _IT_WAS.match(facts.told[index].text):
        # "It was thus its third purchase": what had been before is told in the sentence before.
        had = [c.when for c in facts.near(index, back=1) if c.index < index and c.perfect]
        if had:
            return had
    told = [c for c in facts.near(index, back=_BACK) if c.index < index and deed in c.words]
    return [c.when for c in told if not c.denied] or None


def _row(told: list[Clause]) -> Iterator[Clause]:
    """The first clause and those that go on with it: what is told anew in the past ends the row."""
    for place, clause in enumerate(told):
        if place and not clause.perfect and clause.words - told[0].words:
            return
        yield clause


def _words(facts: Facts, index: int, found: re.Match[str], high: int) -> frozenset[str]:
    sentence = facts.told[index]
    here = facts.roots.among(sentence.text[:high])
    before_it = facts.told[index - 1] if index else None
    if before_it is not None and before_it.block == sentence.block:
        here |= facts.roots.among(before_it.text)
    return here


def _window(found: re.Match[str], own: Interval | None) -> Interval | None:
    """The time in which the places are counted; null where the words give none."""
    if found.re is not _NTH or own is None or not own[0]:
        return None
    if found["this"] and found["term"].lower() in _TERMS:
        size = _TERMS[found["term"].lower()]
        return own[0][:size] + "-01-01"[: 10 - size], own[1]
    if found["unit"]:
        word = found["figure"] or found["word"]
        count = number(word) if word else 1.0
        return (days_later(own[0], -round(count * UNITS[found["unit"].lower()])), own[1])
    return None
