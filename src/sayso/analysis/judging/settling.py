"""Judgements on single findings, beside those on who is who (analysis.naming) and grades.

A finding is anything with an id: a conflict, an event, a tie, an attribution, a mention's words.
A judgement stands beside it and changes no record; a later one on the same thing closes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.records.case import Judgement
from sayso.records.documents import Document
from sayso.records.errors import UngroundedError, UsageError
from sayso.records.ids import content_id

ACCEPT, REJECT, CORRECT = "accept", "reject", "correct"
KINDS = (ACCEPT, REJECT, CORRECT)
YES, UNDECIDED = "yes", "undecided"
ORIGINS = "origins"
"""The field of a judgement on how the origins of an event or a tie are counted."""
_LONGEST = 2000
# An addition is about the report, the place, and the words there.
_ADDITION = 3
_PLACE = re.compile(r"(\d+)-(\d+)")


def settled(
    about: tuple[str, ...], decision: str, value: str, *, by: str, at: str, reason: str | None
) -> Judgement:
    """The judgement that accepts, rejects or corrects a finding; UsageError for another kind."""
    value = " ".join(value.split())
    if decision not in KINDS:
        raise UsageError(f"'{decision}' is no decision on a finding", hint=", ".join(KINDS))
    if not value:
        raise UsageError("a correction needs its words", hint="write what it should say")
    if max(len(value), len(reason or "")) > _LONGEST:
        raise UsageError(f"that is longer than {_LONGEST} characters", hint="say it shorter")
    id = content_id("j", decision, about, value, by, at)
    return Judgement(id, by, at, about, decision, value, reason or None)


def added(
    document: Document, place: tuple[int, int], value: str, *, by: str, at: str, reason: str | None
) -> Judgement:
    """The judgement that words of a report are something no step has found there.

    It is about the report's id, the place and the quote. Raises UngroundedError where the report
    has no such words.
    """
    start, end = place
    if not 0 <= start < end <= len(document.text):
        raise UngroundedError("the report has no such words", where=f"{document.id}:{start}-{end}")
    span = document.span(start, end)
    about = (document.id, f"{start}-{end}", span.quote)
    return settled(about, ACCEPT, value, by=by, at=at, reason=reason)


def reversal(old: Judgement, *, by: str, at: str) -> Judgement:
    """The judgement that takes this one back."""
    return Judgement(
        content_id("j", "undo", old.id, at, by), by, at, old.about, old.decision, None,
        f"takes back {old.id}",
    )  # fmt: skip


def standing(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """The judgements on findings that hold, by the id of the finding.

    Those on the counting of origins are about an event or a tie and not about its being so.
    """
    return {
        j.about[0]: j
        for j in judgements
        if j.decision in KINDS and j.value is not None and not j.revoked_by
        if ORIGINS not in j.about[1:2] and _place(j) is None
    }


def additions(judgements: Iterable[Judgement], document: str) -> list[tuple[int, int, Judgement]]:
    """What analysts added to a report and did not take back: start, end, judgement."""
    return [
        (*place, j)
        for j in judgements
        if j.decision == ACCEPT and j.value and not j.revoked_by and j.about[0] == document
        if (place := _place(j)) is not None
    ]


def _place(judgement: Judgement) -> tuple[int, int] | None:
    """Where in a report the words are that a judgement adds; null for one on a finding."""
    place = _PLACE.fullmatch(judgement.about[1]) if len(judgement.about) == _ADDITION else None
    return (int(place[1]), int(place[2])) if place else None
