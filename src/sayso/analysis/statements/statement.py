"""Statements: clauses with whom they name, in which words, and which way they go."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.analysis.statements.senses import Senses
from sayso.records.case import Claim, EntityMention
from sayso.records.clauses import Clause, Place
from sayso.records.documents import Document
from sayso.records.marks import NAME_FORMS, Quantity
from sayso.records.notes import Notes
from sayso.records.spans import Span

_WAYS = {"increase": 2, "persist": 1, "decline": -2}
_ADJECTIVES = NAME_FORMS | {"adjective"}


@dataclass(frozen=True, slots=True)
class Statement:
    """What one clause says.

    ``who`` are the entities it names, ``words`` what it says of them (words of one meaning taken
    together), both without what only tells when or why; ``way`` is 2 up, 1 on, -2 down, 0 nowhere;
    ``subject`` are names and words of what it is said of. ``why`` is its reason with the names and
    words of it; ``numbers`` those that it gives.
    """

    span: Span
    sentence: int
    voice: str
    who: frozenset[str]
    words: frozenset[str]
    subject: frozenset[str]
    way: int
    denied: bool
    open: bool
    heading: bool
    judges: bool
    sides: tuple[tuple[int, int], ...] = ()
    why: Span | None = None
    why_features: frozenset[str] = frozenset()
    numbers: tuple[Quantity, ...] = ()
    much: frozenset[str] = frozenset()
    claims: tuple[str, ...] = ()

    @property
    def features(self) -> frozenset[str]:
        """Names and words together."""
        return self.who | self.words


def statements(
    notes: Notes, mentions: Iterable[EntityMention], senses: Senses
) -> tuple[Statement, ...]:
    """The statements of a report, whose notes have clauses, claims and quantities, in text order.

    ``mentions`` are those of the report in the case.
    """
    names = _Names(mentions)
    claims = sorted(notes.claims, key=lambda c: c.span.start)
    return tuple(_statement(notes, c, names, claims, senses) for c in notes.clauses)


def _statement(
    notes: Notes, clause: Clause, names: _Names, claims: Sequence[Claim], senses: Senses
) -> Statement:
    aside = [*clause.settings, *([clause.reason] if clause.reason else [])]
    own = [(at, word) for at, word in clause.words if not names.named(at)]
    main = [(at, word) for at, word in own if not _in_any(at, aside)]
    judged = [c for c in claims if _overlaps(c.span, clause.span)]
    why = _span(notes.document, clause.reason)
    return Statement(
        span=clause.span,
        sentence=clause.sentence,
        voice=_voice(clause, judged),
        who=names.within((clause.span.start, clause.span.end), aside),
        words=_groups(senses, main),
        subject=_features(clause.subject, names, own, senses),
        way=_way(clause, senses, main),
        denied=clause.denied,
        open=clause.open,
        heading=clause.heading,
        judges=bool(judged),
        sides=tuple(sorted(senses.sides(word for _, word in main).items())),
        why=why,
        why_features=_features(clause.reason, names, own, senses),
        numbers=tuple(q for q in notes.quantities if _holds(clause.span, q.span)),
        much=frozenset(g for at, w in own if at in clause.much and (g := senses.group(w))),
        claims=tuple(c.id for c in judged),
    )


class _Names:
    """Where a report names whom."""

    def __init__(self, mentions: Iterable[EntityMention]) -> None:
        self._all = sorted(mentions, key=lambda m: (m.span.start, m.span.end, m.entity))
        self._starts = [m.span.start for m in self._all]
        self._named = [(m.span.start, m.span.end) for m in self._all if m.form in _ADJECTIVES]
        self._named_starts = [start for start, _ in self._named]

    def named(self, at: int) -> bool:
        """Whether a place lies in somebody's name."""
        first = bisect_left(self._named_starts, at + 1)
        return any(start <= at < end for start, end in self._named[max(0, first - 4) : first])

    def within(self, place: Place, aside: Sequence[Place] = ()) -> frozenset[str]:
        """Whom a stretch names, not counting what lies aside."""
        low, high = (bisect_left(self._starts, end) for end in place)
        return frozenset(
            m.entity
            for m in self._all[low:high]
            if m.form != "office" and not _in_any(m.span.start, aside)
        )


def _features(
    place: Place | None, names: _Names, own: Iterable[tuple[int, str]], senses: Senses
) -> frozenset[str]:
    """The names and words of a part of a clause."""
    if place is None:
        return frozenset()
    return names.within(place) | _groups(senses, (p for p in own if _in_any(p[0], [place])))


def _way(clause: Clause, senses: Senses, main: Iterable[tuple[int, str]]) -> int:
    found = _WAYS.get(clause.direction or "", 0)
    if found:
        return found
    praised = 2 * senses.way(word for _, word in main)
    return -praised if clause.denied else praised


def _voice(clause: Clause, judged: Sequence[Claim]) -> str:
    holders = {c.holder for c in judged}
    held = holders.pop() if len(holders) == 1 else "author"
    return clause.span.document if held == "author" else held


def _groups(senses: Senses, words: Iterable[tuple[int, str]]) -> frozenset[str]:
    return frozenset(group for _, word in words if (group := senses.group(word)))


def _overlaps(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared > min(one.end - one.start, other.end - other.start)


def _holds(one: Span, other: Span) -> bool:
    return one.start <= other.start and other.end <= one.end


def _in_any(at: int, places: Iterable[Place]) -> bool:
    return any(low <= at < high for low, high in places)


def _span(document: Document, place: Place | None) -> Span | None:
    return document.span(*place) if place else None
