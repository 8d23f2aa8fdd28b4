"""One event or tie out of its accounts: the reconciled view, nothing thrown away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from sayso.records.accounts import EventAccount, Participant, TieAccount
from sayso.records.case import Account, Event, Measure, Tie
from sayso.records.dates import Interval, edtf, intersection, overlap

# What one is to another in these, the other is to the one.
_MUTUAL = frozenset({"allied_with", "rival_of"})
Value = TypeVar("Value")
Telling = TypeVar("Telling", EventAccount, TieAccount)


def merge_event(accounts: Sequence[EventAccount], part_of: str | None) -> Event:
    """The event of these accounts. ``part_of`` is the id of the event it is a part of, if any.

    Its own values are those most accounts give; its days are those all accounts allow, or, where
    they disagree, those that most give. Beside accounts that it happened, one that it did not is a
    denial, whoever tells so.
    """
    told = sorted(accounts, key=lambda a: (a.span, a.id))
    rival = any(a.realis == "actual" for a in told)
    earliest, latest = _days([(a.earliest, a.latest) for a in told])
    type = _most(a.type for a in told) or told[0].type
    return Event(
        id=min(account.id for account in told),
        type=type,
        mode=_most(a.mode for a in told if a.type == type),
        realis=_most(a.realis for a in told) or "actual",
        earliest=earliest,
        latest=latest,
        edtf=edtf(earliest, latest),
        participants=_union(told, lambda a: a.participants),
        places=_union(told, lambda a: a.places),
        quantities=_union(told, lambda a: tuple(Measure.of(q) for q in a.quantities)),
        purpose=next((a.purpose for a in told if a.purpose), None),
        part_of=part_of,
        accounts=tuple(_account(a, denied=rival and a.realis == "negated") for a in told),
    )


def merge_tie(accounts: Sequence[TieAccount]) -> Tie:
    """The tie of these accounts, which agree in type, subject, object and polarity."""
    told = sorted(accounts, key=lambda a: (a.span, a.id))
    first = told[0]
    return Tie(
        id=min(account.id for account in told),
        type=first.type,
        subject=first.subject,
        object=first.object,
        office=_most(a.office for a in told),
        territory=_most(a.territory for a in told),
        since=_most(a.since for a in told),
        until=_most(a.until for a in told),
        polarity=first.polarity,
        accounts=tuple(_tie_account(a) for a in told),
    )


def tie_key(account: TieAccount) -> tuple[str, str, str | None, str | None, str | None, str]:
    """Tie accounts with one key are one tie; of allies and rivals either may be told first."""
    ends = (account.subject, account.object)
    if account.object is not None and account.type in _MUTUAL:
        ends = (min(account.subject, account.object), max(account.subject, account.object))
    return (account.type, *ends, account.office, account.territory, account.polarity)


def _account(account: EventAccount, *, denied: bool) -> Account:
    return Account(
        span=account.span,
        attributions=account.attributions,
        factuality="denied" if denied else account.factuality,
        earliest=account.earliest,
        latest=account.latest,
        participants=account.participants,
        places=account.places,
        quantities=tuple(Measure.of(quantity) for quantity in account.quantities),
        purpose=account.purpose,
        fillers=account.fillers,
    )


def _tie_account(account: TieAccount) -> Account:
    given = [account.subject, account.object]
    return Account(
        span=account.span,
        attributions=account.attributions,
        factuality=account.factuality,
        participants=tuple(
            Participant(role, entity)
            for role, entity in zip(("actor", "target"), given, strict=True)
            if entity is not None
        ),
    )


def _days(intervals: Iterable[Interval]) -> Interval:
    """What all dates have in common; where they disagree, the date most accounts give.

    Dates with both ends count before open ones, which often only say when a report came out.
    """
    known = [interval for interval in intervals if interval != (None, None)]
    closed = [interval for interval in known if None not in interval]
    common = _common(closed)
    for interval in known:
        if interval not in closed and overlap(common, interval):
            common = intersection(common, interval)
    return common


def _common(intervals: list[Interval]) -> Interval:
    common: Interval = (None, None)
    for interval in intervals:
        if not overlap(common, interval):
            return _most(intervals) or (None, None)
        common = intersection(common, interval)
    return common


def _most(values: Iterable[Value | None]) -> Value | None:
    """The value most accounts give; the first told of equals."""
    given = Counter(value for value in values if value is not None)
    return given.most_common(1)[0][0] if given else None


def _union(
    told: Sequence[EventAccount], values: Callable[[EventAccount], tuple[Value, ...]]
) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(value for account in told for value in values(account)))
