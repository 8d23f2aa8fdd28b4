"""Whether two statements tell of one deed: one verb, done to one thing or by one."""

from __future__ import annotations

from sayso.analysis.statements.parting.apart import of_two_subjects
from sayso.analysis.statements.slots.deed import Told, same_doer, same_thing, several
from sayso.analysis.statements.statement import Statement


def is_one_deed(one: Statement, other: Statement) -> bool:
    """Whether both tell of one verb done to one thing, or by one where neither names a thing: who
    won a majority here and a primary there has won twice."""
    return any(
        f.verb == g.verb
        and not (f.open or g.open or several(f.thing) or several(g.thing))
        and (same_thing(f, g) or (same_doer(f, g) and not (f.thing or g.thing)))
        for f in one.deeds
        for g in other.deeds
    )


def is_denied_of(one: Statement, other: Statement) -> bool:
    """Whether one denies the verb of the other, of the same doer or thing:
    "may not have paid taxes" and "lost so much that he paid none" share words and no deed."""
    return any(
        f.denied != g.denied
        and not (f.open or g.open)
        and f.verb == g.verb
        and not of_somebody(*((f, g) if f.denied else (g, f)))
        and (
            same_doer(f, g) and not (f.thing and g.thing)
            if not same_thing(f, g)
            else not of_two_subjects(f, g)
        )
        for f in one.deeds
        for g in other.deeds
    )


def of_somebody(denial: Told, deed: Told) -> bool:
    """ "The mill was not burned by the Guard", "the mill was burned": somebody else may have done
    it."""
    return denial.phrase("by") is not None and deed.doer is None
