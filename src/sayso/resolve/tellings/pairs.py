"""Tellings that share a key, compared: which pairs are one event, and which may be."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from operator import itemgetter
from typing import Literal, NamedTuple

from sayso.records.dates import days_later, number, order
from sayso.resolve.events import (
    ONCE,
    RIVAL,
    SAME,
    Telling,
    could_be_one,
    event_keys,
    happens_once,
    is_dated,
    is_narrow,
    kind_of,
    may_retell,
    rival_dates,
    same_count,
    same_event,
)
from sayso.resolve.tellings.likeness import counted_in, likelihood
from sayso.resolve.tellings.otherwise import meets, told_otherwise

# Days to a stretch of time: longer than a dated telling and the gap of rival dates together.
STRETCH = 64
# What more tellings than this have in common says of none which event it is.
CROWD = 30
# From this likelihood on (in a hundred) tellings of two reports are taken for one event.
LIKELY = 70
What = Literal["same", "vague", "rival", "retold", "alike"]
# Wider than any stretch of time that is told.
_OPEN = 10**9


class Placed(NamedTuple):
    """A telling, and its number among all."""

    place: int
    telling: Telling


class Key(NamedTuple):
    """What brings tellings together: a way of comparing, a name, and a stretch of time."""

    way: Literal["dated", "befalls", "retold", "counted", "alike", "otherwise", "worded", "copied"]
    name: str
    stretch: int = 0


class Pair(NamedTuple):
    """Two tellings by place, the lower first (but ``a`` is who retells, or is vague), and what
    they are.

    ``score`` is how likely those that are alike are one, in a hundred, and within how many days
    a vague telling puts what another tells with its days, ``first`` to ``last``.
    """

    what: What
    a: int
    b: int
    score: int = 0
    first: int = 0
    last: int = 0


def keys(telling: Telling, subject: int | None) -> Iterator[Key]:
    """Under what a telling meets those of other documents that it must be compared with.

    One type and one who took part; those with a day also by stretches of time, so that an actor
    in half of all reports makes many groups of a size and not one that holds half of all. Where
    its document has a ``subject`` in common with others, also what may be told again there.
    """
    for name in event_keys(telling):
        if is_dated(telling):
            first = _stretch(telling.earliest)
            last = _stretch(days_later(telling.latest or "", RIVAL))
            yield from (Key("dated", name, stretch) for stretch in range(first, last + 1))
        if (telling.type, telling.mode) in ONCE:
            yield Key("befalls", name)
    if telling.wording and is_narrow(telling):
        kind = f"{telling.type}|{telling.mode}|{telling.realis}"
        yield Key("worded", f"{kind}|{telling.earliest}|{telling.latest}|{telling.wording}")
    if telling.copied:
        yield Key("copied", f"{telling.type}|{telling.mode}|{telling.realis}|{telling.copied}")
    if subject is not None:
        yield from _keys_on(telling, subject)


def _keys_on(telling: Telling, subject: int) -> Iterator[Key]:
    kind = f"{telling.type}|{telling.mode}"
    if is_dated(telling):
        # One number alone may be a number of anything: "one".
        for low, high, unit in sorted(telling.counts, key=str):
            if (low or high or 0) > 1:
                yield Key("counted", f"{kind}|{low}|{high}|{unit}", subject)
    if len(telling.roles) > 1:
        for role, who in sorted(telling.roles):
            yield Key("retold", f"{kind}|{telling.realis}|{role}|{who}", subject)
    if telling.family:
        yield Key("alike", f"{telling.type}|{telling.realis}", subject)
    yield from (Key("otherwise", name, subject) for name in meets(telling))


def _in_common(telling: Telling) -> Iterator[str]:
    """What tellings of one event in two reports may have in common, at the least one of it."""
    yield f"told {telling.family}"
    yield from telling.bearers | telling.places
    yield from (
        f"number {low or high}" for low, high, _ in telling.counts if (low or high or 0) > 1
    )
    if is_narrow(telling):
        first, last = number(telling.earliest or ""), number(telling.latest or "")
        yield from (f"day {day}" for day in range(first, last + 1))


def compared(key: Key, members: Sequence[Placed]) -> list[Pair]:
    """What is to be said of tellings that share a key; each pair once."""
    if key.way == "retold":
        return list(_retold(key, members))
    if key.way == "counted":
        return list(_counted(members))
    if key.way == "alike":
        return list(_alike(members))
    if key.way == "otherwise":
        return list(_otherwise(members))
    if key.way == "worded":
        return list(_worded(members))
    if key.way == "copied":
        return list(_copied(members))
    near = _near(key.stretch, members) if key.way == "dated" else _same_victim(members)
    return judged(near)


def within(members: Sequence[Placed]) -> list[Pair]:
    """The same of the tellings of one document, of which at least one has no day."""
    near: dict[Hashable, list[Placed]] = defaultdict(list)
    for member in members:
        for name in event_keys(member.telling):
            near[name, kind_of(member.telling.mode)].append(member)
    return judged(
        (one, other)
        for group in near.values()
        for one in group
        if not is_dated(one.telling)
        for other in group
        if other.place != one.place
    )


def judged(near: Iterable[tuple[Placed, Placed]]) -> list[Pair]:
    """Those of these pairs that are one event, or one with rival dates."""
    pairs = {(a.place, b.place): (a, b) for a, b in _by_place(near)}
    found = []
    for _, (one, other) in sorted(pairs.items(), key=lambda pair: pair[0]):
        if same_event(one.telling, other.telling).score >= SAME:
            found.append(_same(one, other))
        elif rival_dates(one.telling, other.telling):
            found.append(Pair("rival", one.place, other.place))
    return found


def _same(one: Placed, other: Placed) -> Pair:
    """Two tellings of what can be one event; vague is one that leaves open whether it is of this
    day or of another within its time."""
    first, second = _width(one.telling), _width(other.telling)
    if first == second or happens_once(one.telling, other.telling):
        return Pair("same", one.place, other.place)
    vague, sharp = (one, other) if first > second else (other, one)
    if not _holds(vague.telling, sharp.telling):
        return Pair("same", one.place, other.place)
    days = number(sharp.telling.earliest or ""), number(sharp.telling.latest or "")
    return Pair("vague", vague.place, sharp.place, max(first, second), *days)


def _width(telling: Telling) -> int:
    """Within how many days it is told to have been."""
    first, last = telling.earliest, telling.latest
    return _OPEN if first is None or last is None else number(last) - number(first)


def _holds(vague: Telling, sharp: Telling) -> bool:
    """Whether the time of one lies inside that of the other, with days before or behind it."""
    if not is_dated(vague):
        return True
    first, last = number(sharp.earliest or ""), number(sharp.latest or "")
    return number(vague.earliest or "") <= first and last <= number(vague.latest or "")


def _near(stretch: int, members: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    # An actor in half of all reports must not make this quadratic: tellings that say the very
    # same are compared with the first of them only, and all others with those a few days on.
    # A pair belongs to the stretch in which the later one begins.
    first: dict[Hashable, Placed] = {}
    for member in members:
        head = first.setdefault(_bare(member.telling), member)
        if head is not member and _stretch(member.telling.earliest) == stretch:
            yield head, member
    heads = sorted(first.values(), key=lambda m: (order(m.telling.earliest or ""), m.place))
    for place, one in enumerate(heads):
        last = order(days_later(one.telling.latest or "", RIVAL))
        for other in heads[place + 1 :]:
            if order(other.telling.earliest or "") > last:
                break
            if _stretch(other.telling.earliest) == stretch:
                yield one, other


def _bare(telling: Telling) -> Telling:
    """What it tells, whoever tells so and in what words."""
    nothing: frozenset[str] = frozenset()
    return replace(
        telling, document="", family="", words=nothing, things=nothing, names=nothing, only=False,
        wording="", copied="",
    )  # fmt: skip


def _same_victim(members: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    victims: dict[str, list[Placed]] = defaultdict(list)
    for member in members:
        for target in member.telling.in_role("target") & member.telling.persons:
            victims[target].append(member)
    for group in victims.values():
        # One of each interval stands for all that give it.
        heads = {(m.telling.earliest, m.telling.latest): m for m in reversed(group)}
        for one in group:
            yield from ((one, head) for head in heads.values() if head is not one)


def _retold(key: Key, members: Sequence[Placed]) -> Iterator[Pair]:
    """For each telling without a day, what another report may tell of it."""
    for one in members:
        role, who = min(one.telling.roles)
        if is_dated(one.telling) or not key.name.endswith(f"|{role}|{who}"):
            continue
        for other in members:
            if other.place != one.place and may_retell(one.telling, other.telling):
                yield Pair("retold", one.place, other.place)


def _counted(members: Sequence[Placed]) -> Iterator[Pair]:
    """Each telling of a number that names nobody, with the one that it can be.

    Where two that name others tell of that number, it stays open which of them it is.
    """
    ordered = sorted(members, key=lambda m: m.place)
    named = [one for one in ordered if one.telling.named]
    heads: list[Placed] = []
    for one in ordered:
        if one.telling.named:
            continue
        fits = [n for n in named if same_count(n.telling, one.telling)]
        who = {n.telling.entities for n in fits}
        near = fits[:1] if len(who) == 1 else []
        near += [h for h in heads if not fits and same_count(h.telling, one.telling)][:1]
        if near:
            low, high = sorted((near[0].place, one.place))
            yield Pair("same", low, high)
        elif not fits:
            heads.append(one)


def _worded(members: Sequence[Placed]) -> Iterator[Pair]:
    """Those that tell of nobody by name, of the same days and in the same words, as copies do:
    each with the first at the same places."""
    heads: dict[Hashable, Placed] = {}
    for one in sorted(members, key=lambda m: m.place):
        head = heads.setdefault(one.telling.places, one)
        if head.telling.document != one.telling.document:
            yield Pair("same", head.place, one.place)


def _copied(members: Sequence[Placed]) -> Iterator[Pair]:
    """What copies of a passage tell: each with the first that dates it as it does."""
    heads: dict[Hashable, Placed] = {}
    for one in sorted(members, key=lambda m: m.place):
        head = heads.setdefault((one.telling.earliest, one.telling.latest), one)
        if head is not one:
            yield Pair("same", head.place, one.place)


def _alike(members: Sequence[Placed]) -> Iterator[Pair]:
    """Those of two reports that are likely one event by all they tell."""
    seen = Counter(name for member in members for name in counted_in(member.telling))
    sharing: dict[str, list[Placed]] = defaultdict(list)
    for member in members:
        for name in _in_common(member.telling):
            sharing[name].append(member)
    near = (p for group in sharing.values() if len(group) <= CROWD for p in combinations(group, 2))
    pairs = {(a.place, b.place): (a, b) for a, b in _by_place(near)}
    for (place, other), (a, b) in sorted(pairs.items(), key=itemgetter(0)):
        if could_be_one(a.telling, b.telling):
            score = round(100 * likelihood(a.telling, b.telling, seen))
            if score >= LIKELY:
                yield Pair("alike", place, other, score)


def _otherwise(members: Sequence[Placed]) -> Iterator[Pair]:
    """Those of two reports that tell one event as two kinds; the least likely of what is alike."""
    if len(members) <= CROWD:
        for a, b in combinations(sorted(members, key=lambda m: m.place), 2):
            if told_otherwise(a.telling, b.telling):
                yield Pair("alike", a.place, b.place, LIKELY)


def _by_place(near: Iterable[tuple[Placed, Placed]]) -> Iterator[tuple[Placed, Placed]]:
    return ((a, b) if a.place < b.place else (b, a) for a, b in near)


def _stretch(day: str | None) -> int:
    return number(day or "") // STRETCH
