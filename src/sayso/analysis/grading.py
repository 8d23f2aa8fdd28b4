"""What an analyst may grade, and the judgement that comes of it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.analysis.grades import CREDIBILITY, DECISION, RELIABILITY, Grades
from sayso.analysis.people import who
from sayso.analysis.says import near_voices
from sayso.analysis.sources import sources
from sayso.analysis.view import CaseView
from sayso.analysis.wording.names import folded
from sayso.records.case import Event, Judgement
from sayso.records.errors import UsageError
from sayso.records.ids import content_id
from sayso.records.statements import Attribution

About = tuple[str, ...]
# A name must be one of a source's own, whatever its case and accents; a part of it is a guess.
_WHOLE = ("name", "alias", "folded")


def reliability(letter: str) -> str:
    """The letter of a reliability, A to F; raises UsageError for anything else."""
    return _on(RELIABILITY, letter.strip().upper(), "reliability", "A to F")


def credibility(digit: str) -> str:
    """The digit of a credibility, 1 to 6; raises UsageError for anything else."""
    return _on(CREDIBILITY, digit.strip(), "credibility", "1 to 6")


def source_about(view: CaseView, name: str) -> About:
    """What a grade of a source is about: its id, if it has one, and its name.

    The name comes along because ids may change when more reports are read. Raises UsageError
    where nobody has the name, or several have.
    """
    found = _named(view, name)
    if len(found) > 1:
        options = "; ".join(" ".join(reversed(about)) for about in found)
        raise UsageError(
            f"'{name}' may be {len(found)} sources", hint=f"give the id of one: {options}"
        )
    if not found:
        near = ", ".join(near_voices(view, name))
        advice = f"did you mean: {near}?" if near else "'sayso sources' lists them all"
        raise UsageError(f"no source of the case is called '{name}'", hint=advice)
    return found[0]


def piece_about(record: object, id: str) -> About:
    """What a grade of a piece is about; raises UsageError where the record is none."""
    if isinstance(record, Event | Attribution):
        return (record.id,)
    if record is None:
        raise UsageError(
            f"the case has no piece '{id}'",
            hint="a piece is an event (ev-…) or a statement (a-…): 'sayso events' and 'sayso says' "
            "show their ids; a source takes --reliability instead",
        )
    raise UsageError(
        f"'{id}' is no piece of information",
        hint="--credibility is for an event (ev-…) or a statement (a-…); a source takes "
        "--reliability instead",
    )


def is_piece(record: object) -> bool:
    """Whether a record is a piece of information, which takes a credibility."""
    return isinstance(record, Event | Attribution)


def standing(grades: Grades, about: About, *, piece: bool) -> Judgement | None:
    """The grade that holds for what a grade is about, if any."""
    if piece:
        return grades.of_piece(about[0])
    return grades.of_source(about[-1], about[0])


def judged(about: About, value: str | None, *, by: str, at: str, reason: str | None) -> Judgement:
    """The judgement that gives a grade, or, without a value, takes back the one that holds."""
    id = content_id("j", DECISION, about, value, by, at)
    return Judgement(id, by, at, about, DECISION, value, reason)


def _on(scale: dict[str, str], value: str, name: str, ends: str) -> str:
    if value in scale:
        return value
    known = ", ".join(f"{key} {meaning}" for key, meaning in scale.items())
    raise UsageError(f"'{value}' is no {name}: it goes from {ends}", hint=known)


def _named(view: CaseView, name: str) -> list[About]:
    """Sources with this id or name; others of the case only where no source has it."""
    listed = sources(view)
    speaking = {source.entity for source in listed}
    one = view.entity(name)
    known = [c.entity for c in who(view, name) if c.match in _WHOLE] if one is None else [one]
    known = [e for e in known if e.id in speaking] or known
    strangers = (s for s in listed if not s.entity and folded(s.name) == folded(name))
    return _distinct([*((e.id, e.name) for e in known), *((s.name,) for s in strangers)])


def _distinct(found: Iterable[About]) -> list[About]:
    return list({folded(about[0]): about for about in found}.values())
