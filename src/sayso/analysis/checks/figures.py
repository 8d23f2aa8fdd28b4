"""Bounded and running figures: "over 16 headquarters", "54,000 so far", against other figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.analysis.checks.around import sentence
from sayso.analysis.checks.counts import kind_of_times
from sayso.analysis.checks.record import Record, check
from sayso.analysis.wording.names import listed, quoted
from sayso.records.case import Check, Event, Measure
from sayso.records.marks import Quantity

_BOUNDS = frozenset({"at_least", "more_than", "at_most", "less_than", "range"})
_SO_FAR = re.compile(r"\b(?:so far|thus far|to date|until now|up to now)\b", re.I)
# "Hundreds of fighters" bounds nothing that anybody could hold a figure against.
_ROUGH = re.compile(r"(?:dozens|scores|hundreds|thousands|tens|millions)\b", re.I)
_MORE = re.compile(r"\b(?:additional|another|further|more)\b", re.I)


def figure_checks(record: Record, document: str) -> Iterator[Check]:
    """Each bounded or running figure against other figures of the same unit for the same event,
    and each "100 additional" against an earlier telling of the same."""
    text = record.document(document)
    if text is None:
        return
    for quantity in record.quantities(document):
        unit = (quantity.unit or "").split()
        # "Less than half" has a number only where the whole is told: see reckoning.
        if not unit or unit[-1] == "share" or record.kind_of(unit[-1]):
            continue
        if kind_of_times(record, quantity) is not None:
            continue
        _, end = sentence(record, quantity.span)
        running = _SO_FAR.search(text.text, quantity.span.start, end)
        if _ROUGH.match(quantity.span.quote):
            continue
        if _MORE.search(quantity.span.quote):
            yield from _additional(record, quantity)
        elif quantity.bound in _BOUNDS or running:
            yield _against_others(record, quantity)


def _against_others(record: Record, quantity: Quantity) -> Check:
    claimed = quoted(quantity.span.quote)
    others = [
        measure
        for _, event in record.told_at(quantity.span)[:1]
        for account in event.accounts
        if not account.span.covers(quantity.span)
        for measure in account.quantities
        if _unit(measure.unit) == _unit(quantity.unit)
    ]
    if not others:
        reason = "no other telling gives a figure for it"
        return check(quantity.span, claimed, None, "undecided", (), reason)
    found = listed(f"{m.low:g}" for m in others if m.low is not None)
    evidence = [event.id for _, event in record.told_at(quantity.span)[:1]]
    if any(_apart(quantity, measure) for measure in others):
        reason = "another telling gives a figure that it excludes"
        return check(quantity.span, claimed, found, "fails", evidence, reason)
    reason = "the other tellings give figures that it leaves room for"
    return check(quantity.span, claimed, found, "holds", evidence, reason)


def _additional(record: Record, quantity: Quantity) -> Iterator[Check]:
    """What is additional comes on top of something: of an earlier telling of the same kind."""
    for account, event in record.told_at(quantity.span)[:1]:
        who = {p.entity for p in account.participants}
        before = [
            other
            for one in sorted(who)
            for other in record.events((event.type, event.mode), one)
            if other.id != event.id and _earlier(other, event) and _counts(other, quantity)
        ]
        claimed = f"{quoted(quantity.span.quote)}: more than were there before"
        if before:
            found = f"{len(before)} earlier of the kind with a number"
            yield check(quantity.span, claimed, found, "holds", [e.id for e in before],
                        "an earlier telling has some of the same")  # fmt: skip
        else:
            yield check(quantity.span, claimed, None, "undecided", (),
                        "no earlier telling with a number is dated before it")  # fmt: skip


def _earlier(one: Event, other: Event) -> bool:
    return bool(one.latest and other.latest and one.latest < other.latest)


def _counts(event: Event, quantity: Quantity) -> bool:
    return any(_unit(m.unit) == _unit(quantity.unit) for a in event.accounts for m in a.quantities)


def _unit(unit: str | None) -> str:
    return (unit or "").split()[-1].lower().rstrip("s") if unit else ""


def _apart(quantity: Quantity, measure: Measure) -> bool:
    low = float("-inf") if quantity.low is None else quantity.low
    high = float("inf") if quantity.high is None else quantity.high
    other_low = float("-inf") if measure.low is None else measure.low
    other_high = float("inf") if measure.high is None else measure.high
    return high < other_low or other_high < low
