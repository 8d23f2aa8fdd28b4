"""All checks of a case: each countable or comparable statement, turned into a query."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.analysis.checks.counts import count_checks
from sayso.analysis.checks.dates import date_checks
from sayso.analysis.checks.days.ages import age_checks
from sayso.analysis.checks.days.calendar import anniversary_checks, weekday_checks
from sayso.analysis.checks.days.lengths import length_checks
from sayso.analysis.checks.days.order import order_checks
from sayso.analysis.checks.days.rows import row_checks
from sayso.analysis.checks.days.spaces import space_checks
from sayso.analysis.checks.figures import figure_checks
from sayso.analysis.checks.lists import list_checks
from sayso.analysis.checks.ordinals import ordinal_checks
from sayso.analysis.checks.reckoning.amounts import sentences
from sayso.analysis.checks.reckoning.comparisons import comparison_checks
from sayso.analysis.checks.reckoning.growth import growth_checks
from sayso.analysis.checks.reckoning.portions import portion_checks
from sayso.analysis.checks.reckoning.rates import rate_checks
from sayso.analysis.checks.reckoning.series import series_checks
from sayso.analysis.checks.reckoning.sums import sum_checks
from sayso.analysis.checks.record import Record
from sayso.analysis.checks.references import another_checks, reference_checks
from sayso.analysis.checks.repeated import repeat_checks
from sayso.analysis.checks.tenures import tenure_checks
from sayso.analysis.checks.trends import trend_checks
from sayso.records.case import Check


def find_checks(record: Record) -> Iterator[Check]:
    """The checks of every report, in order of reports and text.

    A check holds only where the record shows what is said, fails only where it shows what
    excludes it, and is otherwise undecided, with what is missing.
    """
    for row in record.view.document_rows():
        yield from checks_of(record, row.id)


def checks_of(record: Record, document: str) -> list[Check]:
    """The checks of one report, in order of text."""
    by_sum = _reckoned(record, document)
    by_record = [
        *count_checks(record, document),
        *date_checks(record, document),
        *list_checks(record, document),
        *trend_checks(record, document),
        *ordinal_checks(record, document),
        *figure_checks(record, document),
        *reference_checks(record, document),
        *another_checks(record, document),
        *repeat_checks(record, document),
        *tenure_checks(record, document),
    ]
    found = by_sum + [x for x in by_record if not any(_outweighs(y, x) for y in by_sum)]
    return sorted(found, key=lambda check: (check.span.start, check.span.end, check.id))


def _reckoned(record: Record, document: str) -> list[Check]:
    """What can be reckoned out from what stands beside it: numbers, and times.

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
        *rate_checks(told),
        *series_checks(record, told),
        *length_checks(record, told),
        *space_checks(told),
        *order_checks(told),
        *row_checks(told),
        *age_checks(record, told),
        *weekday_checks(told),
        *anniversary_checks(told),
    ]
    return [one for one in found if not any(_outweighs(other, one) for other in found)]


def _outweighs(one: Check, other: Check) -> bool:
    """Whether a check tells of all words of another, and of more; or decides what that leaves."""
    if not one.span.covers(other.span) or one.id == other.id:
        return False
    if other.verdict != "undecided":
        return one.verdict == other.verdict and one.span != other.span
    return one.verdict != "undecided" or one.span != other.span
