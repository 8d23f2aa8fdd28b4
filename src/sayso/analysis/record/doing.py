"""Days on which somebody is told to have done something as the holder of an office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.analysis.view import CaseView
from sayso.records.case import Account
from sayso.records.spans import Span

# Of more people at once the days are not looked for: the question would cost more than it tells.
MOST = 200


def days_in_office(
    view: CaseView, told: Mapping[str, Iterable[Account]]
) -> dict[str, dict[str, str]]:
    """By person the days of what they did in the words in which an office is theirs, each with
    the event of that day.

    ``told`` has the tellings of offices, by person. "The mayor, Ann Lee, opened the bridge on 3
    May 2020": on that day she was mayor. Only days told to the day count.
    """
    if not told or len(told) > MOST:
        return {}
    offices = {who: [account.span for account in accounts] for who, accounts in told.items()}
    days: dict[str, str] = {}
    for event in view.event_rows(who=frozenset(offices)):
        if event.realis == "actual" and event.earliest and event.earliest == event.latest:
            days[event.id] = event.earliest
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for event in view.events_of(sorted(days)):
        people = {part.entity for part in event.participants} & offices.keys()
        for who in people:
            if any(_in_one(account.span, offices[who]) for account in event.accounts):
                found[who].setdefault(days[event.id], event.id)
    return dict(found)


def _in_one(span: Span, others: Iterable[Span]) -> bool:
    """Whether the words of a telling and those of an office are in part the same."""
    return any(span.touches(other) for other in others)
