"""All checks of a case: each countable or comparable statement, turned into a query."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
from sayso.analysis.checks.phrases.absent import absent_checks
from sayso.analysis.checks.phrases.counted import counted_checks
from sayso.analysis.checks.phrases.equal import equal_checks
from sayso.analysis.checks.phrases.facts import Facts
from sayso.analysis.checks.phrases.lasting import UNTOLD, lasting_checks
from sayso.analysis.checks.phrases.listed import listed_checks
from sayso.analysis.checks.phrases.multiples import multiple_checks
from sayso.analysis.checks.phrases.otherwise import doubted
from sayso.analysis.checks.phrases.ranks import rank_checks
from sayso.analysis.checks.phrases.shares import PART_OF, share_checks
from sayso.analysis.checks.phrases.universal import each_checks, universal_checks
from sayso.analysis.checks.reckoning.amounts import Sentence, sentences
from sayso.analysis.checks.reckoning.comparisons import comparison_checks
from sayso.analysis.checks.reckoning.growth import growth_checks
from sayso.analysis.checks.reckoning.portions import portion_checks
from sayso.analysis.checks.reckoning.rates import rate_checks
from sayso.analysis.checks.reckoning.roots import roots_of
from sayso.analysis.checks.reckoning.series import series_checks
from sayso.analysis.checks.reckoning.sums import sum_checks
from sayso.analysis.checks.record import Alone, Record
from sayso.analysis.checks.references import another_checks, reference_checks
from sayso.analysis.checks.repeated import repeat_checks
from sayso.analysis.checks.tenures import tenure_checks
from sayso.analysis.checks.trends import trend_checks
from sayso.records.case import Check
from sayso.records.dates import bounds


def find_checks(record: Record) -> Iterator[Check]:
    """The checks of every report, in order of reports and text.

    A check holds only where the record shows what is said, fails only where it shows what
    excludes it, and is otherwise undecided, with what is missing.
    """
    for row in record.view.document_rows():
        yield from checks_of(record, row.id)


def checks_of(record: Record, document: str) -> list[Check]:
    """The checks of one report, in order of text."""
    return settled(record, document, by_record(record, document))


def settled(report: Alone, document: str, recorded: Sequence[Check]) -> list[Check]:
    """The checks of one report, those by the record of the case and those by what it tells
    itself, in order of text."""
    text = report.document(document)
    told = sentences(report, text) if text else []
    by_sum = _reckoned(report, told)
    found = by_sum + [x for x in recorded if not any(_outweighs(y, x) for y in by_sum)]
    if text is not None:
        facts = Facts(told, roots_of(report.pack), report.pack, bounds(text.published))
        found = [doubted(facts, one) for one in _with(found, _read(facts), told)]
    return sorted(found, key=lambda check: (check.span.start, check.span.end, check.id))


def by_record(record: Record, document: str) -> list[Check]:
    """What is asked of the events and ties of the case."""
    return [
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


def _reckoned(report: Alone, told: Sequence[Sentence]) -> list[Check]:
    """What can be reckoned out from what stands beside it: numbers, and times.

    Where one of them decides words that another leaves open, only the first is kept.
    """
    found = [
        *sum_checks(told),
        *each_checks(told),
        *portion_checks(told),
        *growth_checks(report, told),
        *comparison_checks(report, told),
        *rate_checks(told),
        *series_checks(report, told),
        *length_checks(report, told),
        *space_checks(told, roots_of(report.pack)),
        *order_checks(told),
        *row_checks(told),
        *age_checks(report, told),
        *weekday_checks(told),
        *anniversary_checks(told),
    ]
    return [one for one in found if not any(_outweighs(other, one) for other in found)]


def _read(facts: Facts) -> list[Check]:
    """What the grammar of statements reads, and holds against the facts of the whole report."""
    return [
        *multiple_checks(facts),
        *share_checks(facts),
        *lasting_checks(facts),
        *rank_checks(facts),
        *absent_checks(facts),
        *listed_checks(facts),
        *counted_checks(facts),
        *equal_checks(facts),
        *universal_checks(facts),
    ]


def _with(found: Sequence[Check], read: Sequence[Check], told: Sequence[Sentence]) -> list[Check]:
    """Both, one check for the same words: of two the one that decides, else the one found first.

    "60 of them" and "it took 21 years" are left open only in a sentence that has no other check.
    """
    kept = list(found)
    for one in sorted(read, key=lambda check: check.verdict == "undecided"):
        beside = [x for x in kept if x.span.touches(one.span)]
        if one.verdict != "undecided" and all(x.verdict == "undecided" for x in beside):
            kept = [x for x in kept if x not in beside] + [one]
        elif not beside and not (one.reason in (PART_OF, UNTOLD) and _in_one(one, kept, told)):
            kept.append(one)
    return kept


def _in_one(one: Check, others: Sequence[Check], told: Sequence[Sentence]) -> bool:
    """Whether another check lies in the sentence of one."""
    start = one.span.start
    here = next((s for s in told if s.start <= start < s.end), None)
    return here is not None and any(here.start <= x.span.start < here.end for x in others)


def _outweighs(one: Check, other: Check) -> bool:
    """Whether a check tells of all words of another, and of more; or decides what that leaves."""
    if not one.span.covers(other.span) or one.id == other.id:
        return False
    if other.verdict != "undecided":
        return one.verdict == other.verdict and one.span != other.span
    return one.verdict != "undecided" or one.span != other.span
