"""What two statements on one matter are to each other: the same, or apart, and in what."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from sayso.analysis.statements.parting.apart import (
    elsewhere,
    may_be_part,
    of_two,
    of_two_people,
    two_deeds,
)
from sayso.analysis.statements.parting.counted import (
    counted,
    is_of_them,
    miscounted,
    on_somebody,
    told_by_both,
)
from sayso.analysis.statements.parting.judged import at_one_time, judged_enough, on_one_thing
from sayso.analysis.statements.parting.numbers import disjoint, measures, unit_of
from sayso.analysis.statements.parting.one import is_denied_of, is_one_deed
from sayso.analysis.statements.parting.reasons import explained
from sayso.analysis.statements.parting.rivals import (
    apart_in_length,
    counts_apart,
    other_date,
    other_doer,
    other_length,
    other_number,
    other_place,
    other_sort,
    other_year,
)
from sayso.analysis.statements.statement import Statement
from sayso.records.dates import days_between

# Likeness from which two statements are of one matter; set on eval/gold/conflicts/dev.txt.
_JUDGED = 0.4
_PART = 0.3
_CLOSE = 0.6
_TOLD = 0.55
_MOSTLY = 0.45
_MANY = 4
_LOOSE = 0.2
_MIXED = 0.75
# Names alone make two tellings one only where more than so many are the same.
_NAMES = 3
_REASON = 0.3
_NUMBER = 0.3
# Numbers of what is told without a name: in a pile on one matter there are many "candidates".
_NAMELESS = 0.65
_DATE = 0.6
_DENIED = 0.5
_SAID = 2
# "Has not approved the sale" has a way, "the sale was approved" none: so near to each other both
# are on one thing.
_ALIKE = 0.7
# Of statements so like one another one word is enough.
_WHOLLY = 0.8
# Of the features of the smaller reason, so many in common make it the same reason.
_SAME_REASON = 0.34
# Of a subject of more names and words than this it is not clear whose a description is.
_PLAIN = 3
_YEAR = 366
# In days.
_CLOSE_BY = 10
_NOBODY = re.compile(r"(?:no one|nobody)\b", re.I)
_SEVERITIES = {(2, -2): "contradiction", (1, -2): "tension"}
_Asked = tuple[str, Callable[[Statement, Statement], tuple[str, str] | None]]
_ONCE: tuple[_Asked, ...] = (("place", other_place), ("time", other_length), ("time", other_date))
_LONE: tuple[_Asked, ...] = (("participants", other_doer),)
_SORTS: tuple[_Asked, ...] = (("manner", other_sort),)


@dataclass(frozen=True, slots=True)
class Relation:
    """How two statements stand: they agree, or part in a field, and how far."""

    agree: bool
    field: str
    severity: str | None
    values: tuple[str, str]


def relation(one: Statement, other: Statement, likeness: float) -> Relation | None:
    """What two statements of a likeness are to each other; null where nothing can be told."""
    return (
        _number(one, other, likeness)
        or _length(one, other, likeness)
        or _date(one, other, likeness)
        or _effect(one, other, likeness)
        or _way(one, other, likeness)
        or _opposed(one, other, likeness)
        or _reason(one, other, likeness)
        or _denied(one, other, likeness)
        or unlike(one, other)
        or _same(one, other, likeness)
    )


def unlike(one: Statement, other: Statement) -> Relation | None:
    """What two statements are to each other by what they tell of one deed, however unlike they are
    else: that nobody did it, where it was done, by whom, and how long it took."""
    return nobody_did(one, other) or _slot(one, other)


def nearly(one: Statement, other: Statement) -> Relation | None:
    """What two statements are to each other in two short reports of one matter, where they have
    too little in common to tell elsewhere: "twelve people were injured", "47 were injured"."""
    values = other_number(one, other)
    if values:
        return Relation(False, "quantity", "contradiction", values)
    values = other_year(one, other)
    return Relation(False, "time", "contradiction", values) if values else None


def _slot(one: Statement, other: Statement) -> Relation | None:
    # Of a hundred thousand pairs few tell of one deed at all.
    asked: tuple[_Asked, ...] = ()
    if not one.once.isdisjoint(other.once):
        asked += _ONCE
    if not one.lone.isdisjoint(other.lone):
        asked += _LONE
    if one.sorts and other.sorts:
        asked += _SORTS
    for field, parted in asked:
        values = parted(one, other)
        if values and (field == "manner" or is_one_deed(one, other)):
            return Relation(False, field, "contradiction", values)
    return None


def nobody_did(one: Statement, other: Statement) -> Relation | None:
    """ "No one has been arrested", "police arrested Jan Mazur": all that is denied of everybody is
    told of somebody, though they have nothing else in common."""
    for denial, deed in ((one, other), (other, one)):
        nobody = denial.denied and _NOBODY.match(denial.span.quote)
        # One word that is not done once to one thing ("nobody asked") may be said of anything.
        known = len(denial.features) > 1 or bool(denial.once)
        if nobody and known and denial.said and denial.features <= deed.features:
            verbs = [{one_of.verb for one_of in s.deeds} for s in (denial, deed)]
            told = not (deed.denied or deed.judges or deed.open) and bool(deed.who)
            told = told and not (all(verbs) and verbs[0].isdisjoint(verbs[1]))
            if told and meets(one, other):
                values = ("nobody did", "somebody did")
                values = values if denial is one else (values[1], values[0])
                return Relation(False, "occurrence", "tension", values)
    return None


def _effect(one: Statement, other: Statement, likeness: float) -> Relation | None:
    """ "The raids have weakened the rebels" and "the raids hit harder" say the same: what harms
    somebody goes well where the harm is done."""
    if len(one.features & other.features) < _MANY or likeness < _PART or one.denied or other.denied:
        return None
    for harms, works in ((one, other), (other, one)):
        deed = harms.happening & works.thing & works.said - harms.thing
        if harms.way < 0 and works.way > 1 and deed:
            return Relation(True, "assessment", None, ("has its effect", "has its effect"))
    return None


_DIRECTIONS = {2: "goes well or up", 1: "goes on", -2: "goes badly or down"}


def _way(one: Statement, other: Statement, likeness: float) -> Relation | None:
    if not (one.way and other.way) or (one.way > 0) == (other.way > 0):
        return None
    if not (one.said & other.said or likeness >= _CLOSE) or not _on_one(one, other, likeness):
        return None
    if not (one.thing & other.thing or _holds(one, other, likeness)):
        return None
    if not on_one_thing(one, other) or not judged_enough(one, other, likeness):
        return None
    severity = _SEVERITIES[max(one.way, other.way), -2]
    return Relation(False, "assessment", severity, (_DIRECTIONS[one.way], _DIRECTIONS[other.way]))


def _holds(one: Statement, other: Statement, likeness: float) -> bool:
    """Whether one tells of most of what the other judges: "passengers stay away", "it has won back
    passengers"."""
    pairs = ((one.thing, other.features), (other.thing, one.features))
    return likeness >= _CLOSE and any(2 * len(thing & told) > len(thing) for thing, told in pairs)


def _on_one(one: Statement, other: Statement, likeness: float) -> bool:
    """Whether two judgements have enough in common to be of one matter.

    Where neither names what both judge, or only one of them (a commander here, his force there),
    the rest must tell.
    """
    shared = one.features & other.features
    if len(shared) >= _MANY:
        return likeness >= _PART
    return likeness >= (_JUDGED if one.thing & other.thing & shared else _TOLD)


def _opposed(one: Statement, other: Statement, likeness: float) -> Relation | None:
    first, second = dict(one.sides), dict(other.sides)
    apart = [pair for pair in first if pair in second and first[pair] != second[pair]]
    if not apart or one.denied != other.denied or not one.subject & other.subject:
        return None
    if likeness <= _DENIED:
        # "Won in two states", "continues his streak": of one man, and of two things.
        return None
    if max(len(one.subject), len(other.subject)) > _PLAIN:
        return None
    rests = [s.features - s.subject for s in (one, other)]
    if min(map(len, rests)) > 1 and not rests[0] & rests[1]:
        # "Opposed the sale" and "supported the strike" are on two things.
        return None
    return Relation(False, "assessment", "contradiction", ("one thing", "its opposite"))


def _reason(one: Statement, other: Statement, likeness: float) -> Relation | None:
    if one.why is None or other.why is None or likeness < _REASON or not one.said & other.said:
        return None
    if not meets(one, other):
        return None
    first, second = one.why_features, other.why_features
    least = min(len(first), len(second))
    if not least or len(first & second) > _SAME_REASON * least:
        return None
    # Reasons of two deeds are no two reasons: it must be one verb, whoever did it to what.
    if explained(one, one.why).isdisjoint(explained(other, other.why)):
        return None
    return Relation(False, "purpose", "tension", (one.why.quote, other.why.quote))


def _number(one: Statement, other: Statement, likeness: float) -> Relation | None:
    if likeness < _NUMBER or of_two(one, other) or of_two_people(one, other):
        return None
    if likeness < _NAMELESS and not on_somebody(one, other):
        return None
    if counts_apart(one, other):
        return None
    for first in counted(one):
        for second in counted(other):
            if told_by_both(one, other, unit_of(first)):
                continue
            same = unit_of(first) and unit_of(first) == unit_of(second)
            same = same or is_of_them(one, other, likeness)
            # "46 percent" of two polls, and of those who are out of work
            if measures(first) and (likeness < _CLOSE or not one.said & other.said):
                continue
            if same and disjoint(first, second) and not may_be_part(one, other, first, second):
                values = (first.span.quote, second.span.quote)
                return Relation(False, "quantity", "contradiction", values)
    return None


def _length(one: Statement, other: Statement, likeness: float) -> Relation | None:
    """ "Had occupied the library for nine days", "it had been occupied for three weeks"."""
    if likeness < _TOLD or not one.said & other.said or _days(one) or _days(other):
        return None
    if of_two(one, other):
        return None
    values = apart_in_length(one, other)
    return Relation(False, "time", "contradiction", values) if values else None


def _date(one: Statement, other: Statement, likeness: float) -> Relation | None:
    """One day against another for what is told in the same words."""
    if likeness < _DATE or _days(one) != 1 or _days(other) != 1:
        return None
    # Who visits twice is told of in much the same words: here all words must be the same.
    first, second = one.dated[0], other.dated[0]
    if _undated(one) != _undated(other) and not _is_told_shorter(one, other):
        return None
    if first.earliest != first.latest or second.earliest != second.latest:
        return None
    if first.earliest == second.earliest or first.earliest is None or second.earliest is None:
        return None
    if abs(days_between(first.earliest, second.earliest)) > _YEAR:
        return None
    return Relation(False, "time", "contradiction", (first.span.quote, second.span.quote))


def _days(one: Statement) -> int:
    """How many times it tells: an hour of a day is no second one."""
    return len({(t.earliest, t.latest) for t in one.dated})


def _is_told_shorter(one: Statement, other: Statement) -> bool:
    """Whether one telling has fewer words than the other, on the same doer and deed, and days
    that lie close: of what is done twice the days lie further apart."""
    first, second = _undated(one), _undated(other)
    apart = days_between(one.dated[0].earliest, other.dated[0].earliest)
    inside = first <= second or second <= first
    said = one.said & other.said
    return bool(
        inside and said and one.subject & other.subject and abs(apart) <= _CLOSE_BY
        and not (one.denied or other.denied) and not (one.numbers or other.numbers)
    )  # fmt: skip


def _undated(one: Statement) -> frozenset[str]:
    return frozenset(f for f in one.features if not f.startswith("@"))


def _denied(one: Statement, other: Statement, likeness: float) -> Relation | None:
    # Where a denial turns the way, ways tell; "is to blame" and "is not to blame" have one way.
    if one.denied == other.denied or not _goes_one_way(one, other, likeness):
        return None
    if likeness < _DENIED and not _is_held(*((one, other) if one.denied else (other, one))):
        return None
    if len(one.said & other.said) < (1 if likeness >= _WHOLLY or _is_all(one, other) else _SAID):
        return None
    if not meets(one, other) or of_two_people(one, other):
        return None
    if one.open or other.open or not is_denied_of(one, other):
        return None
    values = ("it is not so", "it is so") if one.denied else ("it is so", "it is not so")
    return Relation(False, "occurrence", "contradiction", values)


def _is_all(one: Statement, other: Statement) -> bool:
    """Whether all words of a denial are the other's: "had not asked the police to come"."""
    denial, deed = (one, other) if one.denied else (other, one)
    known = bool(deed.dated) or not denial.dated
    return known and len(denial.words) > 1 and denial.words <= deed.words


def _goes_one_way(one: Statement, other: Statement, likeness: float) -> bool:
    """Whether a denial is of what the other says: "has not approved the sale" has a way, "the sale
    was approved" has none, and all words of the denial are the other's."""
    if one.way == other.way:
        return True
    denial, deed = (one, other) if one.denied else (other, one)
    return not (one.way and other.way) and likeness >= _ALIKE and denial.words <= deed.words


def meets(one: Statement, other: Statement) -> bool:
    """Whether two statements can be of one time, as far as they tell one."""
    return not (one.dated and other.dated) or at_one_time(one, other)


def _is_held(denial: Statement, other: Statement) -> bool:
    """Whether all that is denied is told elsewhere with more beside it: "did not order an
    evacuation", "ordered the evacuation of the lower town at eleven"."""
    return len(denial.features) > _SAID and bool(denial.who) and denial.features <= other.features


def _same(one: Statement, other: Statement, likeness: float) -> Relation | None:
    shared = one.features & other.features
    if miscounted(one, other) or (not (one.way or other.way) and elsewhere(one, other)):
        return None
    judged = one.way and other.way and one.thing & other.thing & one.said
    if (shared <= one.subject or shared <= other.subject) and not judged:
        # Both are on it; what they say of it may be anything.
        return None
    if one.way and other.way:
        matter = one.thing & other.thing or len(one.subject & other.subject & shared) > 1
        matter = matter and one.said & other.said
        near = likeness >= (_JUDGED if len(shared) < _MANY else _LOOSE)
        enough = (one.way > 0) == (other.way > 0) and near and bool(matter)
    elif one.way or other.way:
        plain = one.denied == other.denied and max(one.way, other.way) >= 0
        enough = plain and likeness >= _MIXED and len(shared) > 2
    else:
        most = 2 * len(shared) >= max(len(one.features), len(other.features))
        many = len(shared) > 2 and likeness >= _TOLD
        said = one.said & other.said or len(one.who & other.who) > _NAMES
        like = many or (most and likeness >= _MOSTLY)
        enough = one.denied == other.denied and like and bool(said)
    if not enough:
        return None
    field = "assessment" if one.judges and other.judges else "occurrence"
    if field == "occurrence" and two_deeds(one, other):
        return None
    told = _DIRECTIONS.get(one.way if one.way == other.way else 0, "")
    return Relation(True, field, None, (told, told))
