"""Who or what two reports make answer for one thing: a rocket, an air strike; a worn wheel."""

from __future__ import annotations

from sayso.analysis.statements.deeds.fitting import Spread
from sayso.analysis.statements.relations import Relation
from sayso.analysis.statements.senses import Senses
from sayso.analysis.statements.slots.deed import Phrase, Told, shared

_BLAMES = frozenset({"blame"})
_BEHIND = frozenset({"behind"})
_WORK = frozenset({"work", "fault", "doing", "result", "consequence"})
_FOR = "for"


def other_cause(f: Told, g: Told, spread: Spread, senses: Senses) -> Relation | None:
    """Two different causes of one thing; null where they are one, or the thing is another."""
    first, second = cause_of(f, senses), cause_of(g, senses)
    if first is None or second is None or f.denied or g.denied:
        return None
    if first[0].bare or second[0].bare or shared(first[0], second[0]):
        return None
    if first[0].names & second[0].names or not _one_effect(first[1], second[1], spread):
        return None
    return Relation(False, "responsibility", "contradiction", (first[0].quote, second[0].quote))


def cause_of(deed: Told, senses: Senses) -> tuple[Phrase, Phrase] | None:
    """The cause and the effect that a deed tells: "a rocket caused the fire", "the fire was the
    work of a gang", "he blamed the pilot for the crash"."""
    doer, thing = deed.doer, deed.thing
    if deed.word in senses.causing:
        return (doer, thing) if doer and thing else None
    effect = deed.phrase(_FOR)
    if deed.word in _BLAMES and effect is not None:
        # "X was to blame for Y" has no object; of "she blamed X for Y" she is not the cause.
        cause = thing or doer
        return (cause, effect) if cause else None
    if deed.word != "be" or doer is None:
        return None
    behind = deed.phrase("behind")
    if behind is not None:
        return doer, behind
    if thing is not None and thing.lemmas and set(thing.lemmas) & _WORK and len(thing.features) > 1:
        return thing, doer
    return None


def _one_effect(one: Phrase, other: Phrase, spread: Spread) -> bool:
    """Whether two effects are one: of one name or noun, or each what the whole report is about."""
    if shared(one, other) or one.bare or other.bare:
        return True
    return all(p.head is not None and spread.theme(p.head) for p in (one, other))
