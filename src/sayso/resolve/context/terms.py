"""Who of those told to have held an office held it on a day, or nobody where that is not clear."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.records.dates import Interval, bounds, edtf, number
from sayso.records.spans import Span

# For so many days after the last word of a holder, and before the first, nobody else is looked for.
AFTER, BEFORE = 730, 183
# Left by then, though nobody says when; left; came; at work in the office.
GONE, LEFT, CAME, SEEN = range(4)
SURE, LIKELY = 0.9, 0.75
_WORDS = {LEFT: "told to leave the office", CAME: "told to come to the office",
          SEEN: "told to hold the office"}  # fmt: skip


class Told(NamedTuple):
    """That a person holds an office, as one text tells it; dates in EDTF, null where unknown.

    ``seen`` is the day that the words speak of.
    """

    person: str
    since: str | None
    until: str | None
    seen: str | None
    span: Span


class Holder(NamedTuple):
    """Who held an office, how surely, and what says so, with its words."""

    person: str
    score: float
    reasons: tuple[str, ...]
    spans: tuple[Span, ...]


class _Point(NamedTuple):
    """Something told of a holder on a day; days are numbers, ``date`` is as the text has it."""

    last: int
    first: int
    kind: int
    person: str
    date: str
    span: Span


def holder_on(told: Iterable[Told], day: Interval) -> Holder | None:
    """The one person who held an office on a day, or all through some days; null where nobody is
    told to, where two may have, or where a day is open. The order of what is told is no matter."""
    first, last = day
    if first is None or last is None:
        return None
    told = list(told)
    points = sorted({point for one in told for point in _points(one)})
    found = _found(points, number(first), number(last))
    if found is None:
        return None
    # Somebody else held it too, on days that nobody tells.
    undated = {one.person for one in told} - {point.person for point in points}
    return None if found.score < SURE and undated - {found.person} else found


def _found(points: Sequence[_Point], first: int, last: int) -> Holder | None:
    if _shared([p for p in points if p.last >= first - AFTER and p.first <= last + AFTER]):
        return None
    during = [p for p in points if p.last >= first and p.first <= last and p.kind != GONE]
    if during:
        people = {point.person for point in during}
        return _holder(during[0].person, SURE, during) if len(people) == 1 else None
    ago = [p for p in points if p.last < first]
    ahead = next((p for p in points if p.first > last and p.kind != GONE), None)
    gone = {p.person for p in ago if p.kind == GONE}
    gone |= {p.person for p in ago if p.kind == LEFT and p.last == ago[-1].last}
    ago = [p for p in ago if p.kind != GONE]
    came = {p.person for p in points if p.first > last and p.kind == CAME}
    if not ago:
        return _before(ahead, last) if not gone and not (ahead and ahead.person in came) else None
    past = ago[-1]
    rivals = {p.person for p in ago if p.last == past.last and p.kind == past.kind}
    if past.kind == LEFT or past.person in gone or len(rivals) > 1:
        return None
    return _between(past, ahead, first)


def _between(past: _Point, ahead: _Point | None, first: int) -> Holder | None:
    """Whoever was in the office before, if it is clear that they still were."""
    if ahead is None:
        return _holder(past.person, LIKELY, [past]) if first - past.last <= AFTER else None
    same = ahead.person == past.person
    if same and ahead.kind in (SEEN, LEFT):
        return _holder(past.person, SURE, [past, ahead])
    # Until the next one came; when somebody who is only seen later came, nobody tells.
    return _holder(past.person, SURE, [past, ahead]) if ahead.kind == CAME and not same else None


def _before(ahead: _Point | None, last: int) -> Holder | None:
    """Whoever is told of soon after; not who only came then."""
    if ahead is None or ahead.first - last > BEFORE:
        return None
    return _holder(ahead.person, LIKELY, [ahead])


def _shared(points: Sequence[_Point]) -> bool:
    """Whether one holder comes again after another: then several hold it, or reports differ."""
    order = [point.person for point in points if point.kind in (CAME, SEEN)]
    runs = [one for n, one in enumerate(order) if not n or order[n - 1] != one]
    return len(runs) > len(set(runs))


def _points(told: Told) -> Iterable[_Point]:
    since, until, seen = bounds(told.since), bounds(told.until), bounds(told.seen)
    if _ends_first(since, until):
        return
    if told.until and until[1] is not None:
        open_ = until[0] is None
        yield _point(told, (until[1] if open_ else until[0], until[1]), GONE if open_ else LEFT)
    if None not in since:
        yield _point(told, since, CAME)
    late = told.until or (since[1] and seen[0] and number(since[1]) > number(seen[0]))
    if None not in seen and not late and (since == (None, None) or seen != since):
        yield _point(told, seen, SEEN)


def _ends_first(since: Interval, until: Interval) -> bool:
    """Whether a text gives an office an end before its beginning."""
    return until[1] is not None and since[0] is not None and number(until[1]) < number(since[0])


def _point(told: Told, days: Interval, kind: int) -> _Point:
    first, last = str(days[0]), str(days[1])
    return _Point(number(last), number(first), kind, told.person, edtf(*days) or "", told.span)


def _holder(person: str, score: float, points: Iterable[_Point]) -> Holder:
    shown = list({(p.kind, p.date, p.person): p for p in reversed(list(points))}.values())[::-1][:2]
    reasons = []
    for point in shown:
        another = "" if point.person == person else "the next one "
        reasons.append(f"{another}{_WORDS[point.kind]} ({point.date})")
    return Holder(person, score, tuple(reasons), tuple(point.span for point in shown))
