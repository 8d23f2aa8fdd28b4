"""One figure at several times: "190 more than in July", "fewer than those of the year before"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.analysis.checks.reckoning.amounts import GRAMMAR, NUMBER, Amount, Sentence, said
from sayso.analysis.checks.record import Alone, check, day
from sayso.analysis.wording.names import folded, quoted
from sayso.annotate.numbers import SPELLED
from sayso.records.case import Check
from sayso.records.dates import Interval, before, overlap, parts
from sayso.records.marks import Time

_WAYS = "more|fewer|less|higher|lower|larger|smaller|greater|bigger"
_UP = frozenset({"more", "higher", "larger", "greater", "bigger", "up"})
_THAN = re.compile(
    rf"(?:(?P<by>{NUMBER})\s(?:\w+\s)?)?\b(?P<way>{_WAYS})\b(?P<what>[^.;:()#]{{0,50}}?)\bthan\s"
    rf"(?:(?:that|those|it was|it had been|they were)\s)?(?:(?:in|of|on|for)\s)?"
    rf"(?P<ref>@+|(?:in\s)?the\s(?:(?:previous|preceding)\s(?P<last>year)|(?P<past>year)\sbefore))"
)
_FROM = re.compile(rf"({NUMBER})[^#.;:()]{{0,40}}?,\s(up|down)\sfrom\s({NUMBER})")
_LOWEST = frozenset({"lowest", "fewest", "smallest", "least", "weakest"})
_HIGHEST = frozenset({"highest", "largest", "biggest", "greatest", "most", "strongest"})
_MOST = re.compile(
    rf"\bthe\s(\w+)(?:\s\w+)?\s(?:since\s(?P<since>@+)"
    rf"|(?:in|for)\s(?:(?P<one>an?)|(?P<many>\d+|{SPELLED.pattern}))\s(?P<unit>year|decade)s?)"
)
_WORD = re.compile(r"[^\W\d_]{4,}")
# Words are kin that begin with the same so many letters: "openings" and "opened".
_KIN = 4
# "One in every 35 ships" counts no ships.
_RATIO = re.compile(r"\b(?:in|in every|out of)\s$")
_BY = "by day"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number of a report, when it was so, and the sentence that tells it.

    ``running`` where it is told of all the time up to a day ("by 28 May").
    """

    amount: Amount
    unit: str | None
    when: Interval
    sentence: Sentence
    running: bool = False


def series_checks(report: Alone, told: Sequence[Sentence]) -> Iterator[Check]:
    """Each comparison of a figure with itself at another time, and each superlative that another
    figure of the report excludes."""
    figures: list[_Figure] | None = None
    for sentence in told:
        for found in _FROM.finditer(sentence.mask):
            yield from _up_or_down(sentence, found)
        mask = _spelled_out(sentence)
        for rule, judge in ((_THAN, _compared), (_MOST, _excelled)):
            for found in rule.finditer(mask):
                figures = [*_figures(told)] if figures is None else figures
                made = judge(sentence, found, figures)
                if made is not None:
                    yield made


def _spelled_out(sentence: Sentence) -> str:
    """The mask, in which lengths of time and "the year before" keep their words."""
    letters = list(sentence.mask)
    for time in sentence.times:
        low, high = time.span.start - sentence.start, time.span.end - sentence.start
        since = len("since ") if time.span.quote.lower().startswith("since ") else 0
        if time.type != "DATE" or not re.search(r"\d|^[A-Z]", time.span.quote):
            since = high - low
        letters[low : low + since] = sentence.text[low : low + since]
    return "".join(letters)


def _figures(told: Sequence[Sentence]) -> Iterator[_Figure]:
    """Every plain number with its time: the one told next behind it, else the only one."""
    for sentence in told:
        dates = [
            t for t in sentence.times
            if t.type == "DATE" and t.latest and (t.earliest or t.rule == _BY)
            and re.search(r"\d|^[A-Z]", t.span.quote)
        ]  # fmt: skip
        unit: str | None = None
        for one, following in pairwise((*sentence.amounts, None)):
            if one is None:
                continue
            # "40 ships in 2001 and 55 in 2002": what joins a number to a thing told before it.
            unit = one.unit or (unit if not one.percent else None)
            end = following.start if following else sentence.end
            behind = [t for t in dates if one.end <= t.span.start and t.span.end <= end]
            time = behind[0] if behind else dates[0] if len(dates) == 1 else None
            ratio = _RATIO.search(sentence.text[: one.start - sentence.start])
            if time is not None and one.sure and not ratio:
                first = time.earliest or time.latest
                yield _Figure(one, unit, (first, time.latest), sentence, time.rule == _BY)


def _up_or_down(sentence: Sentence, found: re.Match[str]) -> Iterator[Check]:
    now, then = sentence.at(found.start(1)), sentence.at(found.start(3))
    if now.sure and then.sure and now.percent == then.percent and now.value != then.value:
        span = sentence.span(found.start(), found.end())
        right = (now.value > then.value) == (found[2] == "up")
        words = f"{said(now.value)} against {said(then.value)}"
        yield check(span, quoted(span.quote), words, *_outcome(right))


def _compared(sentence: Sentence, found: re.Match[str], figures: Sequence[_Figure]) -> Check | None:
    own = _own_time(sentence, found.start("ref"))
    ref = _ref_time(sentence, found, own)
    if ref is None or own is None:
        return None
    by = sentence.at(found.start("by")) if found["by"] else None
    before_it = [a for a in sentence.amounts if a.end <= sentence.start + found.start()]
    one = before_it[-1] if by and before_it else None
    span = sentence.span(found.start(), found.end())
    claimed = f"{quoted(span.quote)}: {day(*own)} and {day(*ref)}"
    unit = one.unit if one else None
    theirs = _values(sentence, found, figures, ref, unit)
    now = [one.value] if one else sorted(_values(sentence, found, figures, own, unit))
    then = sorted(theirs)
    if len(now) != 1 or len(then) != 1:
        reason = "the figures of the two times are not both told, or several of each are"
        return check(span, claimed, None, "undecided", (), reason)
    words = f"{said(now[0])} against {said(then[0])}"
    sign = 1 if found["way"].lower() in _UP else -1
    if by is None:
        right = (now[0] - then[0]) * sign > 0
        return check(span, claimed, words, *_outcome(right))
    if now[0] == then[0] + sign * by.value:
        return check(span, claimed, words, *_outcome(True))
    if (now[0] - then[0]) * sign <= 0 and not theirs[then[0]]:
        return check(span, claimed, words, *_outcome(False))
    reason = "the two figures come to another difference, if they count the same"
    return check(span, claimed, words, "undecided", (), reason)


def _own_time(sentence: Sentence, offset: int) -> Interval | None:
    """The date that is told last before a comparison."""
    dates = [
        t for t in sentence.dates()
        if t.span.end <= sentence.start + offset and re.search(r"\d|^[A-Z]", t.span.quote)
    ]  # fmt: skip
    return (dates[-1].earliest, dates[-1].latest) if dates else None


def _ref_time(sentence: Sentence, found: re.Match[str], own: Interval | None) -> Interval | None:
    if found["last"] or found["past"]:
        before_it = parts(own[0])[0] - 1 if own and own[0] and _DAY.fullmatch(own[0]) else 0
        return (f"{before_it:04d}-01-01", f"{before_it:04d}-12-31") if before_it > 0 else None
    place = sentence.start + found.start("ref")
    time = next((t for t in sentence.dates() if t.span.start == place), None)
    return (time.earliest, time.latest) if time else None


def _values(
    sentence: Sentence, found: re.Match[str], figures: Sequence[_Figure], when: Interval,
    unit: str | None,
) -> dict[float, bool]:  # fmt: skip
    """What the report tells of the thing that is compared, in a time.

    The thing is what is counted, if the words name it, else what the sentence is of. Each value
    stands with whether it runs up to a day.
    """
    low, high = sentence.start + found.start(), sentence.start + found.end()
    then = [
        f for f in figures if not low <= f.amount.start < high and _inside(f.when, when)
    ]  # fmt: skip
    counted = _kin(unit) or _kin(found["what"])
    told = [f for f in then if _kin(f.unit) & counted]
    if not told:
        # "Visitors numbered 310,000": what is counted stands before its number.
        told = [f for f in then if f.unit is None and _kin(f.sentence.text) & counted]
    if not told and not unit:
        subject = _kin(sentence.text[: found.start()])
        told = [f for f in then if _kin(f.sentence.text) & subject]
    return {f.amount.value: f.running for f in told}


def _kin(text: str | None) -> frozenset[str]:
    plain = map(folded, _WORD.findall(text or ""))
    return frozenset(word[:_KIN] for word in plain if word not in GRAMMAR)


def _inside(one: Interval, other: Interval) -> bool:
    """Whether a time lies in another."""
    return bool(
        one[0] and one[1] and other[0] and other[1]
        and not before(one[0], other[0]) and not before(other[1], one[1])
    )  # fmt: skip


def _excelled(sentence: Sentence, found: re.Match[str], figures: Sequence[_Figure]) -> Check | None:
    """A superlative, where a figure of the same thing in that time goes beyond it."""
    word = found[1].lower()
    here = [f for f in figures if f.sentence is sentence
            and f.amount.end <= sentence.start + found.start()]  # fmt: skip
    if not here or word not in _LOWEST | _HIGHEST:
        return None
    own = here[-1]
    window = _window(sentence, found, own.when)
    subject = _kin(sentence.text[:40])
    beyond = [
        f for f in figures
        if f.sentence is not sentence and f.amount.percent == own.amount.percent
        and f.unit == own.unit and _kin(f.sentence.text[:40]) & subject
        and window and _inside(f.when, window) and not overlap(f.when, own.when)
        and (f.amount.value < own.amount.value if word in _LOWEST
             else f.amount.value > own.amount.value)
    ]  # fmt: skip
    if not beyond:
        return None
    span = sentence.span(found.start(), found.end())
    other = beyond[0]
    words = f"{said(own.amount.value)} against {said(other.amount.value)}, {day(*other.when)}"
    return check(span, quoted(span.quote), words, *_outcome(False))


def _window(sentence: Sentence, found: re.Match[str], own: Interval) -> Interval | None:
    """The time in which nothing went beyond it: after "since", or so many years back."""
    if found["since"]:
        place = sentence.start + found.start("since")
        time: Time | None = next(
            (t for t in sentence.times if t.span.start <= place < t.span.end), None
        )
        # "Since 1974" begins with that year, and "the highest since" leaves it out.
        first = time.earliest[:4] if time and time.earliest else ""
        return (f"{first}-12-31", own[1]) if first.isdecimal() else None
    if not own[0] or not found["one"]:
        return None
    last, month, of_month = parts(own[0])
    begun = last - (10 if found["unit"] == "decade" else 1)
    return (f"{begun:04d}-{month:02d}-{of_month:02d}", own[1]) if begun > 0 else None


def _outcome(right: bool) -> tuple[str, tuple[str, ...], str]:
    if right:
        return "holds", (), "the two figures bear it out"
    return "fails", (), "the two figures do not bear it out"
