"""A judgement against events: what is said to have ended or to be safe, and what happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.analysis.statements.matters import Link
from sayso.analysis.statements.parting.judged import at_one_time
from sayso.analysis.statements.relations import Relation
from sayso.analysis.statements.senses import Senses
from sayso.analysis.statements.statement import Statement
from sayso.records.dates import days_between

# What is done to somebody by force, and makes a place or a year unsafe.
_FORCE = frozenset({"ASSAULT"})
# Events that outweigh "there is less of it"; one outweighs "there is none of it any more".
_SOME = 2
# An event is dated where its days are known to within so many.
_MONTHS = 62
_SAID = ("there is less of it, or none", "it happened")
SAFE = ("it is safe", "it was attacked")

Told = Mapping[str, Sequence[tuple[int, int, str]]]


def against_events(
    judges: Sequence[Statement], tells: Sequence[Statement], told: Told, senses: Senses
) -> Iterator[Link]:
    """Judgements of one report with the statements of another that tell of dated events.

    ``told`` gives for each document where events are told and of what type.
    """
    events = [one for one in tells if not one.way > 0 and _is_event(one, told)]
    for judge in judges:
        if not (judge.judges or judge.over) or judge.part:
            continue
        hits = list(_refuting(judge, events, told, senses))
        ended = judge.over or bool(hits and hits[0][1] == SAFE)
        if len(hits) >= (1 if ended else _SOME):
            for event, values in hits:
                yield Link(0.5, Relation(False, "assessment", "tension", values), judge, event)


def _refuting(
    judge: Statement, events: Sequence[Statement], told: Told, senses: Senses
) -> Iterator[tuple[Statement, tuple[str, str]]]:
    for event in events:
        if not _same_years(judge, event):
            continue
        here = judge.who & event.who
        if judge.way == -2 and judge.happening & judge.thing & event.words & senses.unrest:
            if (here or not judge.who) and not event.way:
                yield event, _SAID
        elif judge.safe and here and event_types(event, told) & _FORCE:
            yield event, SAFE


def _is_event(one: Statement, told: Told) -> bool:
    when = [t for t in one.dated if days_between(t.earliest or "", t.latest or "") <= _MONTHS]
    return bool(when) and not one.denied and not one.judges


def event_types(one: Statement, told: Told) -> set[str]:
    """The types of the events that are told where a statement stands."""
    return {
        type
        for start, end, type in told.get(one.span.document, ())
        if start < one.span.end and one.span.start < end
    }


def _same_years(one: Statement, other: Statement) -> bool:
    """Whether an event falls into the time that a judgement names, if it names one."""
    return not one.dated or at_one_time(one, other)
