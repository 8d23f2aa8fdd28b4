"""Does what is told of two people say that they are one, or that they are two?

What one report tells and the other leaves out counts neither way. What agrees and what
contradicts are summed. The weights are conventions: a year of birth outweighs all else; an office
that hardly anybody holds twice, or another kind of life, parts two of one name unless something
speaks for them; a nation alone parts nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import product
from typing import NamedTuple

from sayso.records.marks import Fact
from sayso.records.spans import Span
from sayso.resolve.names.parts import plain

# Against one: each kind of contradiction.
YEARS, FATHER, LIFE, NATION = -0.6, -0.6, -0.2, -0.1
# One office of two lands or towns: at once, or of times that are not told to be one.
AT_ONCE, IN_TURN = -0.35, -0.25
# One office of two bodies, and two offices of one time.
OF_BODIES, OTHER_OFFICE = -0.1, -0.15
# For one: who and what is told of beside both, and what is told of both.
BESIDE = {"person": 0.15, "body": 0.1, "town": 0.1, "land": 0.05}
AGREED = {"office": 0.25, "born": 0.2, "died": 0.2, "father": 0.2, "life": 0.05, "nation": 0.02}
MOST_FOR = 0.3
# What hardly two people of names alike agree in.
SURE = ("office", "born", "died", "father")
# Years of birth and death are often told a year or two apart; nobody is at work for so long.
NEAR, LIFETIME = 2, 85
Told = tuple[float, Fact, Fact]


class Context(NamedTuple):
    """What is told of one person, and who and what beside (each with its kind, see BESIDE)."""

    facts: frozenset[Fact] = frozenset()
    beside: frozenset[tuple[str, str]] = frozenset()

    def with_(self, other: Context) -> Context:
        """What is told of both."""
        return Context(self.facts | other.facts, self.beside | other.beside)

    def without(self, names: Iterable[str]) -> Context:
        """The same without a person's own names beside."""
        return self._replace(beside=self.beside - {("person", plain(name)) for name in names})


class Weighed(NamedTuple):
    """How much two contexts speak for one person (above 0) or for two, why, and in which words."""

    points: float = 0.0
    against: float = 0.0
    # Whether both are told to hold one office, or to be of one year or one father.
    agreed: bool = False
    reasons: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


def weigh(a: Context, b: Context, manifold: AbstractSet[str] = frozenset()) -> Weighed:
    """Held side by side; ``manifold`` are offices of which one person may hold several."""
    con = list(_contradictions(a.facts, b.facts, manifold))
    pro, reasons = _support(a, b)
    against = sum(points for points, _, _ in con)
    reasons += [f"{_shown(one)} against {_shown(other)}" for _, one, other in con]
    spans = [fact.span for _, one, other in con for fact in (one, other)]
    agreed = any(_agreed(kind, a.facts, b.facts) for kind in SURE)
    points = round(pro + against, 3), round(against, 3)
    return Weighed(*points, agreed, tuple(reasons), tuple(dict.fromkeys(spans)))


def may_be_two(facts: AbstractSet[Fact], manifold: AbstractSet[str] = frozenset()) -> bool:
    """Whether facts told of one name could, told apart, speak against one person.

    Quick, and says rather yes than no: it tells of whom each report is to be looked at.
    """
    lives, fathers = ({f.value for f in facts if f.kind == kind} for kind in ("life", "father"))
    born, died, active = (
        [int(f.value) for f in facts if f.kind == kind] for kind in ("born", "died", "active")
    )
    years = born + died + active
    spread = any(max(told) - min(told) > NEAR for told in (born, died) if told)
    early = bool(died) and max(born + active, default=0) > min(died) + NEAR
    late = bool(born) and min(died + active, default=9999) < max(born) - NEAR
    long = bool(born or died) and max(years) - min(years) > LIFETIME
    offices = {(f.value, f.of) for f in _of("office", facts, manifold) if f.of}
    several = max(len(lives), len(fathers), len(offices)) > 1
    return several or spread or early or late or long


def _support(a: Context, b: Context) -> tuple[float, list[str]]:
    shared = a.beside & b.beside
    points = 0.0
    reasons = []
    for kind, weight in BESIDE.items():
        names = sorted(name for of, name in shared if of == kind)
        if names:
            points += weight * min(len(names), 2)
            reasons.append(f"both beside {names[0]}")
    for kind, weight in AGREED.items():
        agreed = _agreed(kind, a.facts, b.facts)
        if agreed is not None:
            points += weight
            reasons.append(f"both {_shown(agreed)}")
    return min(points, MOST_FOR), reasons


def _agreed(kind: str, a: Iterable[Fact], b: Iterable[Fact]) -> Fact | None:
    both = sorted((one for one in a if one.kind == kind), key=_order)
    return next((one for one in both for o in b if _agree(one, o)), None)


def _agree(one: Fact, other: Fact) -> bool:
    if one.kind != other.kind:
        return False
    if one.kind in ("born", "died"):
        return abs(int(one.value) - int(other.value)) <= NEAR
    return (one.value, one.of) == (other.value, other.of) and (one.kind != "office" or one.of != "")


def _contradictions(
    a: AbstractSet[Fact], b: AbstractSet[Fact], manifold: AbstractSet[str]
) -> Iterator[Told]:
    """The heaviest contradiction of each kind."""
    for kind, weigher in _KINDS.items():
        ours, theirs = (_of(kind, facts, manifold) for facts in (a, b))
        if not any(_agree(x, y) for x, y in product(ours, theirs)):
            found = [(weigher(x, y), x, y) for x, y in product(ours, theirs)]
            worst = min((t for t in found if t[0] < 0), key=lambda t: t[0], default=None)
            if worst is not None:
                yield worst
    alive = min((t for t in _out_of_time(a, b) if t[0] < 0), key=lambda t: t[0], default=None)
    if alive is not None:
        yield alive


def _of(kind: str, facts: AbstractSet[Fact], manifold: AbstractSet[str]) -> list[Fact]:
    found = (fact for fact in facts if fact.kind == kind)
    if kind == "office":
        found = (fact for fact in found if fact.value.rpartition(" ")[2] not in manifold)
    return sorted(found, key=_order)


def _order(fact: Fact) -> tuple[str, ...]:
    return (fact.kind, fact.value, fact.of, fact.since, fact.until)


def _lives(one: Fact, other: Fact) -> float:
    """Two kinds of life, unless one goes with the other: a banker may be an economist."""
    mixed = other.value in one.of.split() or one.value in other.of.split()
    return 0.0 if mixed else LIFE


def _other(points: float) -> Callable[[Fact, Fact], float]:
    return lambda one, other: points


def _offices(one: Fact, other: Fact) -> float:
    """One office of two, or two offices of one time."""
    at_once = _together(one, other)
    if not one.of or not other.of or _within(one.of, other.of):
        return 0.0
    if one.value != other.value:
        return OTHER_OFFICE if at_once else 0.0
    if "place" in (one.seat, other.seat):
        return AT_ONCE if at_once else IN_TURN
    return AT_ONCE if at_once else OF_BODIES


def _within(one: str, other: str) -> bool:
    """Whether one is a part of the other by name: "norrvik", "norrvik shipping"."""
    ours, theirs = set(one.split()), set(other.split())
    return ours <= theirs or theirs <= ours


def _together(one: Fact, other: Fact) -> bool:
    """Whether both are told of one year."""
    if not all((one.since or one.until, other.since or other.until)):
        return False
    ends = [(f.since or f.until, f.until or f.since) for f in (one, other)]
    return ends[0][0] <= ends[1][1] and ends[1][0] <= ends[0][1]


def _out_of_time(a: Iterable[Fact], b: Iterable[Fact]) -> Iterator[Told]:
    """Somebody at work after the other's death or before the other's birth, or a lifetime off."""
    for ours, theirs in ((a, b), (b, a)):
        dated = sorted((f for f in theirs if f.kind in ("born", "active", "died")), key=_order)
        for end in sorted((f for f in ours if f.kind in ("born", "died")), key=_order):
            for fact in dated:
                gap = int(fact.value) - int(end.value)
                late = end.kind == "died" and fact.kind != "died" and gap > NEAR
                early = end.kind == "born" and fact.kind != "born" and gap < -NEAR
                yield (YEARS if late or early or abs(gap) > LIFETIME + NEAR else 0.0, end, fact)


_KINDS = {
    "born": _other(YEARS), "died": _other(YEARS), "father": _other(FATHER),
    "life": _lives, "nation": _other(NATION), "office": _offices,
}  # fmt: skip


def _shown(fact: Fact) -> str:
    """A fact in words: "governor of ohio (1974)", "born 1961"."""
    if fact.kind == "office":
        years = "-".join(dict.fromkeys(year for year in (fact.since, fact.until) if year))
        return f"{fact.value} of {fact.of}" + (f" ({years})" if years else "")
    words = {"father": "child of", "life": "a", "nation": "of", "active": "at work in"}
    return f"{words.get(fact.kind, fact.kind)} {fact.span.quote}"
