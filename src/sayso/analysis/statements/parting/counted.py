"""What two statements count: whether it is one thing, by whom they name and what is done."""

from __future__ import annotations

import re

from sayso.analysis.statements.parting.numbers import disjoint, unit_of
from sayso.analysis.statements.slots.deed import Told
from sayso.analysis.statements.statement import Statement
from sayso.records.marks import Quantity

# Likeness of two statements that differ in little but a number.
_CLOSE = 0.6
# What is counted here is the whole, or a difference.
_OF_THE = re.compile(r"\bof\s(?:the|these|those|its|his|her|their)\s$", re.I)
_MORE = re.compile(
    r"(?:[a-z]+\s)?(?:[\d.,]+|\w+)(?:\s(?:hundred|thousand|million|billion))?\s(?:more|fewer|less)\b",
    re.I,
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those)\b")


def counted(one: Statement) -> list[Quantity]:
    """The numbers of a statement that count what it tells of: "one of the two" and "a majority of
    the 90" name a whole, "three million fewer" and "10 more" a difference."""
    quote, start = one.span.quote, one.span.start
    return [
        n for n in one.numbers
        if not _OF_THE.search(quote[: n.span.start - start])
        and not _MORE.match(quote[n.span.start - start :])
    ]  # fmt: skip


def on_somebody(one: Statement, other: Statement) -> bool:
    """Whether two statements name the same, or a day, are said of the same, or count who does one
    deed."""
    shared = one.features & other.features
    if one.who & other.who or one.subject & other.subject or any(f[0] == "@" for f in shared):
        return True
    return any(
        f.verb == g.verb and f.features & g.features and _counts(one, f) and _counts(other, g)
        for f in one.deeds
        for g in other.deeds
    )


def _counts(one: Statement, deed: Told) -> bool:
    """Whether a number is of who does a deed, or to whom it is done."""
    parts = [p.place for p in (deed.doer, deed.thing) if p is not None]
    return any(low <= n.span.start < high for low, high in parts for n in one.numbers)


def told_by_both(one: Statement, other: Statement, unit: str) -> bool:
    """Whether both tell one number of a thing: what one tells beside it is a part of it."""
    first, second = (
        {(n.low, n.high) for n in s.numbers if unit and unit_of(n) == unit} for s in (one, other)
    )
    return bool(first & second)


def is_of_them(one: Statement, other: Statement, likeness: float) -> bool:
    """ "Four of them were taken to hospital", "nine miners were taken to hospital": a number at
    the head of each, of which one says only that it is of those told before."""
    if likeness < _CLOSE or len(one.numbers) != 1 or len(other.numbers) != 1:
        return False
    heads = [s.numbers[0].span.start == s.span.start for s in (one, other)]
    bare = [
        not unit_of(s.numbers[0])
        and _OF_THEM.match(s.span.quote, s.numbers[0].span.end - s.span.start)
        for s in (one, other)
    ]
    return all(heads) and any(bare)


def miscounted(one: Statement, other: Statement) -> bool:
    """Whether both count in one unit, and no number of one fits any of the other."""
    units = {unit_of(q) for q in one.numbers} & {unit_of(q) for q in other.numbers} - {""}
    pairs = [
        (a, b)
        for a in one.numbers
        for b in other.numbers
        if unit_of(a) == unit_of(b) and unit_of(a) in units
    ]
    return bool(pairs) and all(disjoint(a, b) for a, b in pairs)
