"""Times that hang on others: "two weeks prior" against the date that is cited for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.analysis.checks.around import sentence
from sayso.analysis.checks.record import Alone, Record, check, day
from sayso.analysis.wording.names import quoted
from sayso.records.case import Check
from sayso.records.dates import bounds, days_between, overlap
from sayso.records.marks import Time
from sayso.records.spans import Span
from sayso.records.statements import Attribution

# Rules of time that count on from another date, and those that only say "later".
_COUNTING = frozenset({"units prior", "units before", "units after", "units later", "units ago"})
_LATER = frozenset({"afterwards", "later"})
# "Two weeks" is said of twelve to sixteen days; of an interval a fifth is left open.
_ROOM = 0.2
# From the time to the source that it dates, in characters: a comma and a blank, or a little more.
_NEAR = 3
_SHORTLY = 62
_WEEK = 7
# Where another clause begins: what it dates need not be what is counted to.
_CLAUSE = re.compile(r"[.;:()]|\b(?:that|who|which|when|while|where|but|because|and)\b", re.I)
# Months are not alike: January to the end of February is a month and two days.
_MONTH_END = 2


def date_checks(record: Record, document: str) -> Iterator[Check]:
    """Each counted time that dates a cited report, or an event that is dated otherwise too."""
    for time, report in _counted(record, document):
        if report is not None:
            yield _against_citation(time, report)
        elif _rule(time) in _COUNTING:
            yield from _against_date(record, time, record.times(document))


def misdated(report: Alone, document: str) -> Iterator[tuple[Time, Time, str]]:
    """Each counted time that its citation does not bear out, with the date of that citation and
    what the two come to."""
    times = report.times(document)
    for time, dated in _counted(report, document):
        made = _against_citation(time, dated) if dated else None
        if made is not None and made.verdict == "fails" and dated is not None:
            bound = bounds(dated.published)
            cited = [t for t in times if (t.earliest, t.latest) == bound and t.span != time.span]
            behind = [t for t in cited if t.span.start > time.span.end]
            if behind:
                yield time, behind[0], made.reason


def _counted(report: Alone, document: str) -> Iterator[tuple[Time, Attribution | None]]:
    """The times that count from another, with the report that they date, if one follows."""
    cited = sorted(
        (a for a in report.attributions(document) if a.published),
        key=lambda a: (a.content.start, a.content.end),
    )
    for time in report.times(document):
        if _rule(time) in _COUNTING | _LATER:
            yield time, _dated_by(time, cited)


def _rule(time: Time) -> str:
    return time.rule.split(":")[0]


def _dated_by(time: Time, cited: Sequence[Attribution]) -> Attribution | None:
    """The cited report whose words follow a time at once."""
    for found in cited:
        distance = found.source.start - time.span.end if found.source and found.cue else -1
        if 0 <= distance <= _NEAR:
            return found
    return None


def _against_citation(time: Time, report: Attribution) -> Check:
    first, last = bounds(report.published)
    found = f"the report is cited with {day(first, last)}"
    anchor = time.anchor or ""
    if _rule(time) in _LATER:
        return _later(time, first, last, found)
    claimed = f"{quoted(time.span.quote)} (from {anchor}): {day(time.earliest, time.latest)}"
    gap = _gap(time, first, last)
    room = _room(time)
    if gap is None or room is None:
        return check(time.span, claimed, found, "undecided", (), "one of the dates is open")
    if gap <= room and days_between(time.earliest or "", time.latest or "") > 2 * room:
        reason = "the words give no day that is exact enough"
        return check(time.span, claimed, found, "undecided", (), reason)
    if gap <= room:
        reason = f"{gap} days lie between, which the words leave room for"
        return check(time.span, claimed, found, "holds", (), reason)
    reason = f"{gap} days lie between the date that the words give and the one that is cited"
    return check(time.span, claimed, found, "fails", (), reason)


def _later(time: Time, first: str | None, last: str | None, found: str) -> Check:
    claimed = f"{quoted(time.span.quote)}: after {day(time.earliest, time.earliest)}"
    if not first or not last or not time.earliest:
        return check(time.span, claimed, found, "undecided", (), "one of the dates is open")
    if last < time.earliest:
        return check(time.span, claimed, found, "fails", (), "the cited date is earlier")
    if first > time.earliest and days_between(time.earliest, last) <= _SHORTLY:
        count = days_between(time.earliest, first)
        return check(time.span, claimed, found, "holds", (), f"it is {count} days later")
    return check(time.span, claimed, found, "undecided", (), "the dates do not decide it")


def _against_date(record: Record, time: Time, times: Sequence[Time]) -> Iterator[Check]:
    """A counted time against another date of the same telling, else of the same clause."""
    anchor = bounds(time.anchor)
    dates = [
        other
        for other in times
        if other.span != time.span
        and other.type == "DATE"
        and not other.rule.startswith(("units", "after", "before", "since"))
        and other.earliest and other.latest
        and other.span.quote not in (time.anchor or "")
        and (other.earliest, other.latest) != anchor
    ]  # fmt: skip
    for account, event in record.told_beside(time.span):
        inside = [x for x in dates if account.span.start <= x.span.start < account.span.end]
        if len(inside) == 1 and time.latest and _together(time, inside[0]):
            yield _compared(time, inside[0], (event.id,))
            return
    beside = [other for other in dates if _in_clause(record, time.span, other.span)]
    if len(beside) == 1 and time.latest and _together(time, beside[0]):
        yield _compared(time, beside[0], ())


def _in_clause(record: Record, time: Span, other: Span) -> bool:
    """Whether a date stands before a counted time in one sentence, with no clause between."""
    text = record.document(time.document)
    low, _ = sentence(record, time)
    between = text.text[other.end : time.start] if text else "."
    return low <= other.start < time.start and not _CLAUSE.search(between)


def _compared(time: Time, other: Time, evidence: tuple[str, ...]) -> Check:
    claimed = f"{quoted(time.span.quote)}: {day(time.earliest, time.latest)}"
    found = f"{quoted(other.span.quote)}: {day(other.earliest, other.latest)}"
    if _surely(time, other):
        reason = "whatever the days were, the date lies within what the words give"
        return check(time.span, claimed, found, "holds", evidence, reason)
    reason = "the dates go together, and are not exact enough to decide it"
    return check(time.span, claimed, found, "undecided", evidence, reason)


def _together(time: Time, other: Time) -> bool:
    return overlap((time.earliest, time.latest), (other.earliest, other.latest))


def _surely(time: Time, other: Time) -> bool:
    """Whether a date fits on every day that it and the anchor may mean.

    "Less than a month after March" begins with its anchor; what it counts is the time by which
    it ends behind it. "A month after" is sure only where its own days are known well.
    """
    first, last = bounds(time.anchor)
    low, high = other.earliest or "", other.latest or ""
    start, end = time.earliest or "", time.latest or ""
    if first and last and start == first and first == last and low < first <= high:
        # Whichever of these days it was, "after" is the telling's own word.
        low = first
    if first and last and start == first:
        return first <= low and days_between(first, high) <= days_between(last, end) + _MONTH_END
    return start <= low and high <= end and days_between(start, end) <= _WEEK


def _gap(time: Time, first: str | None, last: str | None) -> int | None:
    if not (time.earliest and time.latest and first and last):
        return None
    return max(0, days_between(time.latest, first), days_between(last, time.earliest))


def _room(time: Time) -> float | None:
    """How many days the words leave open: a fifth of the time that they count."""
    start, end = bounds(time.anchor)
    if not (start and end and time.earliest and time.latest):
        return None
    length = max(abs(days_between(time.latest, start)), abs(days_between(end, time.earliest)))
    return max(1.0, _ROOM * length)
