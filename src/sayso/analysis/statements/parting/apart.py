"""Whether two statements are of two things, however alike: other places, another one, whose."""

from __future__ import annotations

from sayso.analysis.statements.slots.deed import Told, same_doer, shared
from sayso.analysis.statements.statement import Statement
from sayso.records.marks import Quantity


def of_two(one: Statement, other: Statement, *, places: bool = True) -> bool:
    """Whether what two statements tell is told of two things.

    Each names a body, or (with ``places``) a place, that the other does not: the harbour of Sabra,
    the harbour of Qal. Or only one is of another, a second, a new one; or only one is of what
    belongs to whom the other is of: Ruk, and Ruk's driver.
    """
    if one.slots.anew != other.slots.anew or one.slots.owned != other.slots.owned:
        return True
    kinds = ("Organization", "Place") if places else ("Organization",)
    return any(_own(one, other, kind) and _own(other, one, kind) for kind in kinds)


def of_two_people(one: Statement, other: Statement) -> bool:
    """Whether each statement tells of somebody of whom the other does not: one man shot is 43 years
    old, and another 40. Who only says it does not count, unless he says it of himself."""
    said = {one.voice, other.voice, one.holder, other.holder}
    first, second = ((s.slots.people - said) | s.slots.meant for s in (one, other))
    return bool(first - other.who and second - one.who)


def of_two_subjects(one: Told, other: Told) -> bool:
    """Whether two things are told to be the same: the reforms and the truce are not complete."""
    if not (one.phrase("complement") and other.phrase("complement")):
        return False
    pair = (one.doer, other.doer)
    return all(p is not None and not p.bare for p in pair) and not shared(*pair)


def elsewhere(one: Statement, other: Statement) -> bool:
    """Whether two statements are of two roads, a north and a south one, or each of a place in which
    something was done that the other does not name."""
    sorts = {(kind, noun): word for kind, word, noun in one.sorts}
    if any(sorts.get((kind, noun), word) != word for kind, word, noun in other.sorts):
        return True
    first, second = ({p for way, p in s.slots.places if way == "at"} for s in (one, other))
    return bool(first and second) and not (first & other.who or second & one.who)


def may_be_part(one: Statement, other: Statement, first: Quantity, second: Quantity) -> bool:
    """Whether the smaller number is told of a place, and the greater of no place: a part of it."""
    less, more = (one, other) if (first.high or 0) < (second.low or 0) else (other, one)
    return bool(_named(less, "Place") - more.who) and not _named(more, "Place")


def _own(one: Statement, other: Statement, kind: str) -> frozenset[str]:
    """Whom one names and the other does not, but for who says it."""
    return _named(one, kind) - other.who - {one.voice, one.holder}


def _named(one: Statement, kind: str) -> frozenset[str]:
    return frozenset(entity for of, entity in one.slots.named if of == kind)


def two_deeds(one: Statement, other: Statement) -> bool:
    """Whether one doer does two things: "opened an inquiry of the merger", "suspended the merger";
    or is judged, and does what is no part of it: "is likely to approve the merger".

    What is told of two doers, or without any object, may be one deed; so may two verbs of harm or
    success ("did great harm", "badly hurt").
    """
    if any(_of_two_things(deed, done) for deed in one.deeds for done in other.deeds):
        return True
    verbs = {deed.verb for deed in one.deeds}
    if one.way or other.way or not verbs.isdisjoint(deed.verb for deed in other.deeds):
        return False
    if one.judges != other.judges and one.subject & other.subject:
        return True
    return any(
        same_doer(deed, done) and deed.phrase("object") and done.phrase("object")
        for deed in one.deeds
        for done in other.deeds
    )


def _of_two_things(one: Told, other: Told) -> bool:
    """ "The lorry carried flour to the camp", "it carried rifles to the camp": one verb and one
    doer, and what it is done to shares no name and no word."""
    first, second = one.phrase("object"), other.phrase("object")
    if one.verb != other.verb or first is None or second is None or not same_doer(one, other):
        return False
    told = [p.features | ({p.head} if p.head else set()) for p in (first, second)]
    return all(told) and told[0].isdisjoint(told[1])
