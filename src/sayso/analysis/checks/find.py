"""All checks of a case: each countable or comparable statement, turned into a query."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.analysis.checks.counts import count_checks
from sayso.analysis.checks.dates import date_checks
from sayso.analysis.checks.figures import figure_checks
from sayso.analysis.checks.lists import list_checks
from sayso.analysis.checks.ordinals import ordinal_checks
from sayso.analysis.checks.reckoning.find import outweighs, reckoned
from sayso.analysis.checks.record import Record
from sayso.analysis.checks.references import reference_checks
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
        by_sum = reckoned(record, row.id)
        by_record = [
            *count_checks(record, row.id),
            *date_checks(record, row.id),
            *list_checks(record, row.id),
            *trend_checks(record, row.id),
            *ordinal_checks(record, row.id),
            *figure_checks(record, row.id),
            *reference_checks(record, row.id),
            *repeat_checks(record, row.id),
            *tenure_checks(record, row.id),
        ]
        found = by_sum + [x for x in by_record if not any(outweighs(y, x) for y in by_sum)]
        yield from sorted(found, key=lambda check: (check.span.start, check.span.end, check.id))
