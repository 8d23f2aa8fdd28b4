"""Numbers of events: "at least six visits to Iraq" against the visits that the record has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.analysis.checks.around import doers, places, sentence
from sayso.analysis.checks.record import Kind, Record, check
from sayso.analysis.wording.names import listed, plural
from sayso.records.accounts import FIRM, Participant
from sayso.records.case import Account, Check, Event
from sayso.records.dates import Interval, before, overlap
from sayso.records.marks import Quantity
from sayso.records.spans import Span

# What "a number of" or "several" comes to at the least.
_SEVERAL = 2.0
# Nobody lists so many, one by one.
_UNCOUNTED = 100
_OF_ONE = "whether each of them is an attack of its own cannot be seen from what is told"
_ATTACK = ("ASSAULT", None)
_WORD = re.compile(r"[^\W\d_]+")


def count_checks(record: Record, document: str) -> Iterator[Check]:
    """Each number of visits, meetings and the like, against distinct events of the same kind."""
    for quantity in (*record.quantities(document), *_vague(record, document)):
        again = kind_of_times(record, quantity)
        kind = again or _kind(record, quantity)
        told = record.told_at(quantity.span) if kind and not again else []
        if kind is None:
            continue
        account, whole = told[0] if told else (_said(record, quantity.span, again), None)
        if account is None:
            continue
        within = _window(record, quantity.span)
        fitting = [
            event
            for event in _of_the_same(record, kind, account)
            if (whole is None or event.id != whole.id)
            and event.realis == "actual"
            and _fits(record, event, account)
            and overlap((event.earliest, event.latest), within or (None, None))
        ]
        found = _judged(record, quantity, account, fitting, within)
        if kind == _ATTACK and found.verdict == "fails":
            # One attack may be told of by several means: that there were more is not sure.
            found = replace(found, verdict="undecided", reason=_OF_ONE)
        yield found


def _of_the_same(record: Record, kind: Kind, account: Account) -> list[Event]:
    """The events of a kind in which the first actor of an account took part; none without one."""
    actors = (part.entity for part in account.participants if part.role == "actor")
    who = next(actors, None)
    if who is None:
        return []
    return record.attacks(who) if kind == _ATTACK else record.events(kind, who)


def _vague(record: Record, document: str) -> Iterator[Quantity]:
    """Numbers in words that give none: "a number of visits"."""
    text = record.document(document)
    phrases = sorted(record.pack.list("vague_numbers"), key=len, reverse=True)
    if text is None or not phrases:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\s+(\w+)(?:\s+(\w+))?", re.I)
    for found in pattern.finditer(text.text):
        for group in (1, 2):
            # "Various battle fronts" are no battles: several of a thing stand in the plural.
            if found[group] and found[group].endswith("s") and record.kind_of(found[group]):
                span = text.span(found.start(), found.end(group))
                yield Quantity(span, _SEVERAL, None, found[group], "at_least")
                break


def kind_of_times(record: Record, quantity: Quantity) -> Kind | None:
    """What was done so many times, by the verb before the number in its sentence: "visited Orl at
    least four times"."""
    text = record.document(quantity.span.document)
    if text is None or (quantity.unit or "").lower() != "times":
        return None
    start, _ = sentence(record, quantity.span)
    before = _WORD.findall(text.text[start : quantity.span.start])
    told = (kind for word in reversed(before) if (kind := record.kind_done(word)) is not None)
    return next(told, None)


def _said(record: Record, span: Span, again: Kind | None) -> Account | None:
    """Who and where by the sentence, where no event is told with the number."""
    who = doers(record, span)
    # "Kern visited Velm four times": whoever opens the sentence, and a place before the number.
    who = who[-1:] if again else who[:1]
    where = places(record, span, before=again is not None)
    if not who:
        return None
    actors = tuple(Participant("actor", one) for one in who)
    return Account(span, (), "asserted", participants=actors, places=tuple(where))


def _window(record: Record, span: Span) -> Interval | None:
    """The one time that the sentence of a number tells; open on both sides where it tells none,
    null where it tells several, or one without a date."""
    start, end = sentence(record, span)
    told = [
        (t.earliest, t.latest)
        for t in record.times(span.document)
        if start <= t.span.start < end and t.type != "DURATION"
    ]
    if not told:
        return None, None
    return told[0] if len(told) == 1 and any(told[0]) else None


def _kind(record: Record, quantity: Quantity) -> Kind | None:
    """What is counted; "a three pronged attack", "the 1902 pact" and "thousands" count nothing."""
    words = _WORD.findall(quantity.unit or "")[-1:]
    lone = quantity.low == quantity.high == 1
    if not words or not words[0].endswith("s") or lone or (quantity.low or 0) >= _UNCOUNTED:
        return None
    return record.kind_of(words[0]) if words else None


def _fits(record: Record, event: Event, account: Account) -> bool:
    """Whether an event has the same people, at one of the same places or inside of them."""
    who = {part.entity for part in account.participants if part.role == "actor"}
    if not who or not who <= {part.entity for part in event.participants}:
        return False
    if not account.places:
        return True
    return any(record.lies_in(one, whole) for one in event.places for whole in account.places)


def _judged(
    record: Record,
    quantity: Quantity,
    account: Account,
    events: Sequence[Event],
    within: Interval | None,
) -> Check:
    sure = distinct([one for one in events if _inside(one, within)])
    low = quantity.low or 0.0
    least = low + 1 if quantity.bound == "more_than" else low
    most = quantity.high if quantity.bound in ("exact", "at_most", "range") else None
    where = listed(record.names.get(place, place) for place in account.places)
    found = f"{len(sure)} dated apart, {len(events)} told of in all"
    verdict, reason = "undecided", ""
    if most is not None and len(sure) > most and within is not None:
        verdict, reason = "fails", f"{len(sure)} events with dates of their own are told of"
    elif len(sure) >= least and quantity.bound in ("at_least", "more_than"):
        verdict, reason = "holds", f"{len(sure)} events with dates of their own are told of"
    else:
        missing = max(0, int(least) - len(sure))
        reason = f"for it to hold, {plural(missing, 'more dated event')} must be told of"
        if not missing:
            reason = "whether there were no more cannot be seen from what is told"
    claimed = f"{quantity.span.quote}{f' ({where})' if where else ''}"
    return check(_span(quantity), claimed, found, verdict, [e.id for e in events], reason)


def _inside(event: Event, within: Interval | None) -> bool:
    """Whether an event surely lies in a time; of a time that is not known all that is told."""
    first, last = within or (None, None)
    early = first and (event.earliest is None or before(event.earliest, first))
    return not (early or (last and (event.latest is None or before(last, event.latest))))


def distinct(events: Sequence[Event]) -> list[Event]:
    """As many events as surely are not one: their dates do not overlap.

    Of intervals sorted by their end the first that begins behind the last one chosen is taken,
    which gives the most that can be chosen.
    """
    dated = [
        e
        for e in events
        if e.earliest and e.latest and any(a.factuality in FIRM for a in e.accounts)
    ]
    chosen: list[Event] = []
    for event in sorted(dated, key=lambda e: (e.latest or "", e.id)):
        if not chosen or (chosen[-1].latest or "") < (event.earliest or ""):
            chosen.append(event)
    return chosen


def _span(quantity: Quantity) -> Span:
    return quantity.span
