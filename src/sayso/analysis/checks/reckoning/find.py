"""Everything in a report that can be reckoned out from what stands beside it."""

from __future__ import annotations

from sayso.analysis.checks.reckoning.ages import age_checks
from sayso.analysis.checks.reckoning.amounts import sentences
from sayso.analysis.checks.reckoning.calendar import anniversary_checks, weekday_checks
from sayso.analysis.checks.reckoning.comparisons import comparison_checks
from sayso.analysis.checks.reckoning.growth import growth_checks
from sayso.analysis.checks.reckoning.lengths import length_checks
from sayso.analysis.checks.reckoning.portions import portion_checks
from sayso.analysis.checks.reckoning.sums import sum_checks
from sayso.analysis.checks.record import Record
from sayso.records.case import Check


def reckoned(record: Record, document: str) -> list[Check]:
    """Sums, shares, changes, comparisons, lengths of time, ages, weekdays and round years.

    Where one of them decides words that another leaves open, only the first is kept.
    """
    text = record.document(document)
    if text is None:
        return []
    told = sentences(record, text)
    found = [
        *sum_checks(told),
        *portion_checks(told),
        *growth_checks(record, told),
        *comparison_checks(record, told),
        *length_checks(record, told),
        *age_checks(record, told),
        *weekday_checks(told),
        *anniversary_checks(told),
    ]
    return [one for one in found if not any(outweighs(other, one) for other in found)]


def outweighs(one: Check, other: Check) -> bool:
    """Whether a check tells of all words of another that is open, and of more or decides them."""
    if other.verdict != "undecided" or not one.span.covers(other.span) or one.id == other.id:
        return False
    return one.verdict != "undecided" or one.span != other.span
