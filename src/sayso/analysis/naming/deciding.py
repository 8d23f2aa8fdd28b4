"""Who an analyst means by a name, and the judgements that come of what is decided."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.analysis.people import who
from sayso.analysis.view import CaseView
from sayso.analysis.wording.called import did_you_mean
from sayso.analysis.wording.names import folded
from sayso.records.case import Entity, Judgement
from sayso.records.errors import UsageError
from sayso.records.ids import content_id
from sayso.resolve.decisions import DIFFERENT, HOLDS, IN, SAME, Anchor, anchor_of

_WHOLE = ("name", "alias", "folded")
KINDS = (SAME, DIFFERENT)


def anchor(view: CaseView, words: str) -> Anchor:
    """Who is meant by an id, a name, or a name in one report ("Ali Hassan @ a.txt").

    The id of one of several of a name means the one of its first report.

    Raises UsageError where nobody is, or several are.
    """
    name, _, path = words.partition(IN)
    if path:
        path = _report(view, path.strip())
    one = view.entity(name)
    found = [one] if one else [c.entity for c in who(view, name) if c.match in _WHOLE]
    if not found:
        last = name.split()[-1] if name.split() else repr(name)
        raise UsageError(
            f"nobody and nothing in the case is called '{name}'",
            hint=f"{did_you_mean(view, name)}look for part of the name: sayso who {last}",
        )
    if one and not path:
        path = _own_report(view, one)
    types = {entity.type for entity in found}
    if len(found) > 1 and not (path and len(types) == 1):
        options = "; ".join(f"{e.id} {e.name} ({e.type})" for e in found[:5])
        raise UsageError(f"'{name}' may be {len(found)}", hint=f"give the id of one: {options}")
    return Anchor(found[0].type, _spelt(found[0], name), path)


def _own_report(view: CaseView, entity: Entity) -> str:
    """The path of the first report of somebody whose name others of the case bear too."""
    bearers = [c.entity for c in who(view, entity.name) if c.match == _WHOLE[0]]
    same = [e for e in bearers if (e.type, e.name) == (entity.type, entity.name)]
    first = next(iter(view.mentions(entity=entity.id)), None) if len(same) > 1 else None
    row = view.document_row(first.span.document) if first is not None else None
    return row.path if row is not None else ""


def _spelt(entity: Entity, words: str) -> str:
    """The entity's own spelling of the name that was given; its main name for an id."""
    forms = (entity.name, *entity.aliases)
    return next((form for form in forms if folded(form) == folded(words)), entity.name)


def _report(view: CaseView, words: str) -> str:
    rows = list(view.document_rows())
    found = [row.path for row in rows if words in (row.path, row.id)]
    found = found or [row.path for row in rows if row.path.endswith(f"/{words}")]
    if len(found) != 1:
        raise UsageError(
            f"{len(found) or 'no'} reports of the case are '{words}'",
            hint="give the path of one, as the case has it",
        )
    return found[0]


def judged(kind: str, a: Anchor, b: Anchor, *, by: str, at: str, reason: str | None) -> Judgement:
    """The judgement that two are the same or different; UsageError where they are one name."""
    about = tuple(sorted((a.text(), b.text())))
    if about[0] == about[1]:
        raise UsageError(
            f"both are '{a.name}'",
            hint="to part two of one name, say in which report each is: 'NAME @ REPORT'",
        )
    return Judgement(content_id("j", kind, about, at, by), by, at, about, kind, HOLDS, reason)


def replaced(view: CaseView, made: Judgement) -> list[tuple[str, str]]:
    """Standing decisions on the same two, which this one closes."""
    return [
        (j.id, made.id)
        for j in standing(view.judgements(live_only=True))
        if j.about == made.about and j.id != made.id
    ]


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The decisions on who is who that hold, oldest first."""
    return [j for j in judgements if j.decision in KINDS and j.value == HOLDS and not j.revoked_by]


def taken_back(view: CaseView, id: str | None, *, by: str, at: str) -> tuple[Judgement, Judgement]:
    """The judgement that takes one back (the last, without an id), and the one taken back."""
    found = standing(view.judgements(live_only=True))
    chosen = [j for j in found if j.id.startswith(id)] if id else found[-1:]
    if len(chosen) != 1:
        what = f"no decision that holds is '{id}'" if id else "no decision holds"
        hint = "'sayso log' lists them"
        raise UsageError(f"{len(chosen)} decisions begin so" if chosen else what, hint=hint)
    old = chosen[0]
    new_id = content_id("j", "undo", old.id, at, by)
    return Judgement(new_id, by, at, old.about, old.decision, None, f"takes back {old.id}"), old


def shown(about: tuple[str, ...]) -> str:
    """Whom a decision is about, in words."""
    found = [anchor_of(text) for text in about]
    return " – ".join(f"{a.name}{IN + a.path if a.path else ''}" for a in found)
