"""What a turning point changed: ties gone, new and changed, who took over whose, who answers for
what; each with the words that tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.analysis.network.asking import Material, Question, ask
from sayso.analysis.network.bonds import Bond, Network
from sayso.analysis.network.measured.measures import Shape, Standing, shape_of, standings_of
from sayso.analysis.network.measured.resampling import DRAWS
from sayso.analysis.network.measured.sureness import Sure, sides_compared
from sayso.analysis.record.validity import OPEN
from sayso.analysis.view import CaseView
from sayso.records.dates import Interval, before

SHIFTS = ("gone", "new", "changed")
_POSTS = frozenset({"commands", "holds_office"})
# What makes a commander of somebody, and what else is then told of him.
_COMMAND = ("commands", "deputy_of", "responsible_for", "controls")
_CHARGES = (*_COMMAND, "holds_office")


@dataclass(frozen=True, slots=True)
class Shift:
    """A tie that is told of one side of the turning point alone, or a pair that is tied otherwise
    after it; ``kind`` is one of SHIFTS."""

    kind: str
    before: tuple[Bond, ...]
    after: tuple[Bond, ...]


@dataclass(frozen=True, slots=True)
class Takeover:
    """A tie that one had before and another has after.

    ``succession`` is the id of the tie that tells who succeeds whom, null where no report says
    so. It is ``sure`` where the later tie is told to begin with the turning point or after, and
    not only, without such a date, of who succeeds.
    """

    leaver: str
    taker: str
    before: Bond
    after: Bond
    succession: str | None
    sure: bool


@dataclass(frozen=True, slots=True)
class Charge:
    """What a commander commands or answers for, and which offices he holds beside it."""

    person: str
    name: str
    bonds: tuple[Bond, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the turning point: its shape, and on whom most hangs."""

    shape: Shape
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Turning:
    """All that is told of a turning point; ``whole`` has the bonds of both sides.

    ``left`` are ties that ended and that nobody is told to have taken over; ``undated`` counts
    the ties without any date, which stand on both sides.
    """

    pivot: Interval
    whole: Network
    before: Side
    after: Side
    shifts: tuple[Shift, ...]
    takeovers: tuple[Takeover, ...]
    left: tuple[Bond, ...]
    charges: tuple[Charge, ...]
    compared: tuple[Sure, ...]
    undated: int


def turning_of(material: Material, question: Question, *, draws: int = DRAWS) -> Turning:
    """The two sides of the question's pivot, and what is between them; ``draws`` of origins."""
    whole = ask(material, question)
    earlier, later = whole.side("before"), whole.side("after")
    ties = [bond for bond in whole.bonds if bond.kind == "tie"]
    takeovers = tuple(_takeovers(ties, _successions(material), question.pivot))
    taken = {one.before.id for one in takeovers}
    return Turning(
        pivot=question.pivot,
        whole=whole,
        before=_side(earlier),
        after=_side(later),
        shifts=tuple(_shifts(ties)),
        takeovers=takeovers,
        left=tuple(b for b in ties if b.state == "ends" and b.joins and b.id not in taken),
        charges=_charges(whole),
        compared=sides_compared(earlier, later, draws=draws),
        undated=sum(bond.state == "undated" for bond in ties),
    )


def pivot_of(view: CaseView, id: str) -> Interval | None:
    """The days of an event by its id, or the start of it; null where there is none with a day."""
    event = view.event(id)
    days = (event.earliest, event.latest) if event else OPEN
    first, last = days[0] or days[1], days[1] or days[0]
    return (first, last) if first else None


def _side(seen: Network) -> Side:
    return Side(shape_of(seen), standings_of(seen))


def _shifts(ties: Iterable[Bond]) -> Iterator[Shift]:
    """Pairs with what ended and what began between them, in a fixed order."""
    pairs: dict[tuple[str, str], tuple[list[Bond], list[Bond]]] = defaultdict(lambda: ([], []))
    for bond in ties:
        if bond.state in ("begins", "ends"):
            pairs[bond.key][bond.state == "begins"].append(bond)
    found = []
    for gone, new in pairs.values():
        kind = "changed" if gone and new else "gone" if gone else "new"
        found.append(Shift(kind, tuple(gone), tuple(new)))
    yield from sorted(found, key=lambda s: (SHIFTS.index(s.kind), (s.before or s.after)[0].text))


def _successions(material: Material) -> dict[tuple[str, str], str]:
    """The ids of ties that tell of a succession, by who came and who was before."""
    return {
        (tie.subject, tie.object): tie.id
        for tie in material.ties
        if tie.type == "succeeds" and tie.object and tie.polarity == "positive"
    }


def _takeovers(
    ties: Sequence[Bond], successions: Mapping[tuple[str, str], str], pivot: Interval
) -> Iterator[Takeover]:
    later = _later(ties, pivot)
    heirs = {was: came for came, was in sorted(successions)}
    for bond in (bond for bond in ties if bond.state == "ends" and bond.joins):
        for who, other, first in _ends(bond):
            for taker, after in later[_place(bond), other, first]:
                told = successions.get((taker, who))
                if taker != who and (told or after.state == "begins"):
                    yield Takeover(who, taker, bond, after, told, after.state == "begins")
        # The deputy of who came has the place of the deputy of who was before.
        heir = heirs.get(bond.right, "") if bond.type == "deputy_of" else ""
        for taker, after in later[bond.type, heir, True]:
            if taker not in (bond.left, heir):
                told = successions[heir, bond.right]
                yield Takeover(bond.left, taker, bond, after, told, after.state == "begins")


def _later(
    ties: Iterable[Bond], pivot: Interval
) -> dict[tuple[str, str, bool], list[tuple[str, Bond]]]:
    """Ties of the time after, by place and other end, each with who is at this end."""
    later: dict[tuple[str, str, bool], list[tuple[str, Bond]]] = defaultdict(list)
    for bond in ties:
        if bond.joins and _may_begin(bond, pivot):
            for who, other, first in _ends(bond):
                later[_place(bond), other, first].append((who, bond))
    return later


def _may_begin(bond: Bond, pivot: Interval) -> bool:
    """Whether a tie holds after the turning point and is not told to have begun before it."""
    begun = bond.since[1]
    return bond.state != "ends" and (
        begun is None or pivot[0] is None or not before(begun, pivot[0])
    )


def _ends(bond: Bond) -> Iterator[tuple[str, str, bool]]:
    """Each end with the other one, and whether the tie leads from it."""
    yield bond.left, bond.right, True
    yield bond.right, bond.left, bond.mutual


def _place(bond: Bond) -> str:
    # Who commands a body and who is named as its head hold the same place.
    return "post" if bond.type in _POSTS else bond.type


def _charges(whole: Network) -> tuple[Charge, ...]:
    persons = {actor.id: actor.name for actor in whole.actors if actor.type == "Person"}
    held: dict[str, list[Bond]] = defaultdict(list)
    for bond in whole.bonds:
        if bond.kind == "tie" and bond.type in _CHARGES and bond.joins and bond.left in persons:
            held[bond.left].append(bond)
    found = [
        Charge(id, persons[id], tuple(sorted(b, key=lambda x: (_CHARGES.index(x.type), x.text))))
        for id, b in held.items()
        if any(bond.type in _COMMAND for bond in b)
    ]
    return tuple(sorted(found, key=lambda c: (-len(c.bonds), c.name, c.person)))


def turning_points(material: Material, count: int = 3) -> list[tuple[str, int]]:
    """The days on which most ties begin or end, with how many; only days on which two or more
    do."""
    days: dict[str, set[str]] = defaultdict(set)
    for tie in material.ties:
        term = material.held[tie.id].term
        for day in {term.since[0], term.until[1]} - {None}:
            if day is not None and _of_a_day(day, term.since, term.until):
                days[day].add(tie.id)
    ranked = sorted(days, key=lambda day: (-len(days[day]), day))
    return [(day, len(days[day])) for day in ranked if len(days[day]) > 1][:count]


def _of_a_day(day: str, since: Interval, until: Interval) -> bool:
    """Whether a day bounds a term as a day, and not as the first or last of a month or year."""
    return any(
        day in side and (side[0] == side[1] or None in side) and side != OPEN
        for side in (since, until)
    )
