"""What speakers are quoted with: each saying, by whom, and on which day it was said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.analysis.statements.statement import Statement
from sayso.records.dates import Interval, bounds, days_between
from sayso.records.marks import Time
from sayso.records.notes import Notes
from sayso.records.spans import Span
from sayso.records.statements import Attribution

# When something was said is known to within a year: "in his memoirs in 1961".
_YEAR = 366
# In characters: so much of a source stands before what it says, and behind it.
_BESIDE = 120
_NEVER = re.compile(r"\b(?:never|ever|always|at no (?:time|point)|not once)\b", re.I)
_COMING = re.compile(
    r"\b(?:will|would|shall|won't|wouldn't|going to|plans? to|intends? to)\b", re.I
)
# Not "May", which is a month.
_OPEN = re.compile(r"\b(?:could|might|may|should|if|unless|whether|perhaps|possibly)\b")


@dataclass(frozen=True)
class Saying:
    """A statement on somebody's word, and the words of its sentence.

    ``places`` are those that it names, ``so`` tells whether it is said to be so, ``day`` when it
    was said (null ends where nothing tells), ``never`` that it is of all times, ``coming`` that
    it is of what is to come.
    """

    statement: Statement
    words: Span
    speaker: str
    so: bool
    day: Interval
    quote: Span
    places: frozenset[str]
    never: bool
    coming: bool

    @property
    def sentence(self) -> tuple[str, tuple[int, int]]:
        """Where it stands."""
        return self.statement.span.document, self.statement.sentence


def sayings(
    notes: Notes,
    statements: Iterable[Statement],
    speakers: frozenset[str],
    places: frozenset[str] = frozenset(),
) -> Iterator[Saying]:
    """The main clause of each thing that one of some speakers is quoted with, in text order.

    ``notes`` have the attributions of the case and the times of the report.
    """
    told = sorted(statements, key=lambda s: (s.span.start, -s.span.end))
    for found in notes.attributions:
        speaker = found.chain[-1].entity if found.chain else found.source_entity
        if (
            speaker is None
            or speaker not in speakers
            or found.source is None
            or found.stance == "unsure"
        ):
            continue
        main = _main(told, found.content)
        if main is None or main.heading or _OPEN.search(main.span.quote) or found.hedges:
            continue
        plain, so = _without_reason(main), main.denied == (found.stance == "denies")
        yield Saying(
            main, notes.document.span(*main.sentence), speaker, so,
            _day(found, main, notes), found.content, main.who & places,
            bool(_NEVER.search(plain)), bool(_COMING.search(plain)),
        )  # fmt: skip


def _main(told: Sequence[Statement], content: Span) -> Statement | None:
    """The first whole clause that a content holds, or that is most of it."""
    for one in told:
        if content.start <= one.span.start and one.span.end <= content.end:
            return one
    return None


def _without_reason(one: Statement) -> str:
    return one.span.quote.replace(one.why.quote, "") if one.why else one.span.quote


def _day(found: Attribution, main: Statement, notes: Notes) -> Interval:
    """When something was said: a date beside the speaker, the cited report's, else the report's."""
    cue = found.cue or found.source
    low, high = main.sentence
    near = [
        t for t in notes.times
        if cue and t.type == "DATE" and _known(t) and low <= t.span.start < high
        and not found.content.touches(t.span)
        and abs(t.span.start - cue.start) <= _BESIDE
    ]  # fmt: skip
    if near and cue:
        time = min(near, key=lambda t: abs(t.span.start - cue.start))
        return time.earliest, time.latest
    if found.published:
        return bounds(found.published)
    return bounds(notes.document.published)


def _known(time: Time) -> bool:
    return bool(time.earliest and time.latest and days_between(time.earliest, time.latest) <= _YEAR)
