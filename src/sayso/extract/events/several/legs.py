"""Journeys told in one breath: "flew to Ankara on 2 May, to Baku on 4 May and to Tbilisi"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.extract.cast import Cast
from sayso.extract.events.triggers import Trigger
from sayso.extract.events.when import Clock, When
from sayso.extract.grammar import VERBAL
from sayso.records.parse import Token

# What may stand before a place that a journey went to.
_JOINING = frozenset({"to", "into", "in", "at", "and", ",", ";", "then"})


class Leg(NamedTuple):
    """One stop of a journey: where and when, and from where to where its words go."""

    places: tuple[str, ...]
    when: When
    start: int
    end: int


def legs(trigger: Trigger, cast: Cast, clock: Clock) -> tuple[Leg, ...]:
    """The stops of a journey in text order, where at least two have a day of their own.

    Parsers lose their way in such lists, so the words are read in their order: each day belongs
    to the places named since the day before it.
    """
    marks = sorted(_marks(trigger, cast, clock), key=lambda mark: mark[0])
    found: list[Leg] = []
    waiting: list[tuple[int, str]] = []
    for start, end, mark in marks:
        if isinstance(mark, str):
            waiting.append((start, mark))
        elif waiting:
            first = trigger.token.start if not found else waiting[0][0]
            found.append(Leg(tuple(place for _, place in waiting), mark, first, end))
            waiting = []
    return tuple(found) if len(found) > 1 else ()


def _marks(trigger: Trigger, cast: Cast, clock: Clock) -> Iterator[tuple[int, int, str | When]]:
    """The places and the days behind the verb, as far as its list goes."""
    sentence, start = trigger.sentence, trigger.token.end
    end = _end(trigger)
    for member in cast.in_sentence(sentence):
        span = member.mention.span
        place = member.entity.type == "Place" and member.mention.form != "adjective"
        if place and start <= span.start < end and _joined(trigger, span.start):
            yield span.start, span.end, member.entity.id
    for time in clock.timing.within(sentence):
        if start <= time.span.start < end and time.type == "DATE" and time.earliest:
            day = When(time.earliest, time.latest, time.edtf)
            yield time.span.start, time.span.end, day


def _end(trigger: Trigger) -> int:
    """Where the next verb that is told of begins; the end of the sentence where there is none."""
    behind = trigger.sentence.tokens[trigger.token.i + 1 :]
    return next((t.start for t in behind if _tells(t)), trigger.sentence.end)


def _tells(token: Token) -> bool:
    return token.pos in VERBAL and token.dep not in ("aux", "auxpass", "amod", "compound")


def _joined(trigger: Trigger, start: int) -> bool:
    before = [t for t in trigger.sentence.tokens if t.start < start][-1]
    return before.i == trigger.token.i or before.text.lower() in _JOINING
