"""The analyst's word on conflicts, agreements and corroborations: accepted, rejected, explained.

A judgement is about the record's id and what the record is about, so that it is found again when
more reports are read: a conflict over the same field that has half of its matter in common with
one that was judged, and is no more, is taken for that one.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.analysis.judging.settling import CORRECT, KINDS, ORIGINS, UNDECIDED, YES
from sayso.analysis.ledger.comparing import SEVERITIES, SEVERITY_WORDS
from sayso.analysis.view import CaseView
from sayso.records.case import Agreement, Conflict, Corroboration, Event, Judgement, Tie
from sayso.records.errors import UsageError
from sayso.records.ids import content_id

AGREED = "agreement"
"""What the field of a judgement on an agreement begins with: the same words may also part."""
Judgeable = Conflict | Agreement | Corroboration | Event | Tie


class Rulings:
    """The judgements on conflicts, agreements and corroborations that hold, by their matter.

    ``known`` are the ids of the conflicts and agreements that there are: a judgement on one of
    them is on no other.
    """

    def __init__(self, judgements: Iterable[Judgement] = (), known: Iterable[str] = ()) -> None:
        self._known = frozenset(known)
        self._live = [j for j in judgements if j.decision in KINDS and j.about and _holds(j)]

    def of(self, record: Judgeable) -> Judgement | None:
        """The last judgement on a record, if any."""
        own = about(record)
        exact = [j for j in self._live if j.about[0] == own[0]]
        lost = (j for j in self._live if j.about[0] not in self._known)
        near = [j for j in lost if _same_matter(j.about, own)]
        found = exact or near
        return found[-1] if found else None


def rulings_of(view: CaseView) -> Rulings:
    """The judgements that hold in a case."""
    known = [*(one.id for one in view.conflicts()), *(one.id for one in view.agreements())]
    return Rulings(view.judgements(), known)


def about(record: Judgeable) -> tuple[str, ...]:
    """What a judgement on a record is about: its id, the field, and what the record is about."""
    if isinstance(record, Conflict):
        return (record.id, record.field, *record.about)
    if isinstance(record, Agreement):
        return (record.id, f"{AGREED} {record.field}", *record.about)
    if isinstance(record, Corroboration):
        id = record.event or record.tie or ""
        return (id, ORIGINS, id)
    return (record.id, ORIGINS, record.id)


def judgeable(record: object, id: str) -> Judgeable:
    """The record, if it is one to judge; raises UsageError for any other."""
    if isinstance(record, Conflict | Agreement | Corroboration | Event | Tie):
        return record
    if record is None:
        raise UsageError(
            f"the case has no '{id}'",
            hint="'sayso show' takes any id; conflicts begin with x-, agreements with ag-",
        )
    raise UsageError(
        f"'{id}' is neither a conflict, an agreement, nor a corroborated event or tie",
        hint=(
            "judge a conflict (x-…) or an agreement (ag-…) by its id, "
            "the counting of origins by its event's (ev-…)"
        ),
    )


def severity(word: str) -> str:
    """A severity by its name or words; raises UsageError for anything else."""
    for name in SEVERITIES:
        if word in (name, SEVERITY_WORDS[name]):
            return name
    raise UsageError(f"'{word}' is no severity", hint=f"severities: {', '.join(SEVERITIES)}")


def judged(
    record: Judgeable, decision: str, value: str | None, *, by: str, at: str, reason: str | None
) -> Judgement:
    """The judgement that says so of a record; a correction without a value takes the last back."""
    matter = about(record)
    value = value if decision == CORRECT else YES
    id = content_id("j", decision, matter, value, by, at)
    return Judgement(id, by, at, matter, decision, value, reason)


def ruling_words(judgement: Judgement) -> str:
    """A judgement in a line: "rejected (Ada): the second report retells the first"."""
    done = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}
    what = done[judgement.decision]
    if judgement.decision == CORRECT:
        played_down = SEVERITY_WORDS.get(judgement.value or "")
        what = f"played down to {played_down}" if played_down else f"{what} to {judgement.value}"
    return f"{what} ({judgement.by})" + (f": {judgement.reason}" if judgement.reason else "")


def _holds(judgement: Judgement) -> bool:
    """Whether a judgement still says something: one without a value takes the last back."""
    return not judgement.revoked_by and judgement.value not in (None, UNDECIDED)


def _same_matter(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    first, second = set(one[2:]), set(other[2:])
    return one[1:2] == other[1:2] and 2 * len(first & second) >= max(len(first | second), 1)
