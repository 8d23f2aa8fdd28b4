"""Statements: clauses with whom they name, in which words, and which way they go."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.analysis.ledger.wholes import Wholes
from sayso.analysis.statements.senses import Senses
from sayso.records.case import Claim, EntityMention
from sayso.records.clauses import Clause, Place
from sayso.records.documents import Document
from sayso.records.marks import NAME_FORMS, Quantity, Time
from sayso.records.notes import Notes
from sayso.records.spans import Span
from sayso.records.statements import Attribution

_WAYS = {"increase": 2, "persist": 1, "decline": -2}
# Up to here numbers are too common to tell that two of them count one thing.
_SMALL = 12
_FORM = re.compile(r"\w+")
_DATED = ("DATE", "TIME")
_ADJECTIVES = NAME_FORMS | {"adjective"}


@dataclass(frozen=True, slots=True)
class Statement:
    """What one clause says.

    ``who`` are the entities it names, ``words`` what it says of them (words of one meaning taken
    together), both without what only tells when or why; ``way`` is 2 up, 1 on, -2 down, 0 nowhere;
    ``subject`` are names and words of what it is said of. ``thing`` those of what is judged. ``why`` is its reason with the
    names and words of it; ``numbers`` and ``dated`` what it counts and when it says that it was;
    ``much`` of what it says that there is much. ``happening`` are the words of its subject;
    ``over`` tells that it says that a thing is over, ``safe`` that nobody is attacked there.
    ``shown`` leads from its words' meaning to their form; ``everything`` are its names and words
    with those that tell when and why, ``said`` its words but for those that only tell of whom.
    """

    span: Span
    sentence: Place
    voice: str
    who: frozenset[str]
    words: frozenset[str]
    subject: frozenset[str]
    way: int
    denied: bool
    open: bool
    heading: bool
    part: bool
    judges: bool
    sides: tuple[tuple[int, int], ...] = ()
    why: Span | None = None
    why_features: frozenset[str] = frozenset()
    numbers: tuple[Quantity, ...] = ()
    much: frozenset[str] = frozenset()
    claims: tuple[str, ...] = ()
    thing: frozenset[str] = frozenset()
    dated: tuple[Time, ...] = ()
    happening: frozenset[str] = frozenset()
    over: bool = False
    safe: bool = False
    shown: tuple[tuple[str, str], ...] = ()
    everything: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()

    @property
    def features(self) -> frozenset[str]:
        """Names and words together."""
        return self.who | self.words


def statements(
    notes: Notes,
    mentions: Iterable[EntityMention],
    claims: Iterable[Claim],
    senses: Senses,
    wholes: Wholes,
) -> tuple[Statement, ...]:
    """The statements of a report, in text order.

    ``notes`` have its clauses, times and quantities; ``mentions`` and ``claims`` are those of
    the report in the case.
    """
    names = _Names(mentions, wholes)
    claims = sorted(claims, key=lambda c: c.span.start)
    return tuple(_statement(notes, c, names, claims, senses) for c in notes.clauses)


def _statement(
    notes: Notes, clause: Clause, names: _Names, claims: Sequence[Claim], senses: Senses
) -> Statement:
    aside = [*clause.settings, *([clause.reason] if clause.reason else [])]
    text = notes.document.text
    times = [t for t in notes.times if _holds(clause.span, t.span)]
    when = [(t.span.start, t.span.end) for t in times]
    own = [
        (at, word)
        for at, word in clause.words
        # Lower case in a name is a common noun: "Tarn leaders" are leaders, too.
        if not _in_any(at, when) and not (names.named(at) and text[at].isupper())
    ]
    main = [(at, word) for at, word in own if not _in_any(at, aside)]
    judged = [c for c in claims if _overlaps(c.span, clause.span)]
    why = _span(notes.document, clause.reason)
    way = _way(clause, senses, main)
    numbers = tuple(q for q in notes.quantities if _holds(clause.span, q.span))
    return Statement(
        span=clause.span,
        sentence=clause.sentence,
        voice=_voice(clause, notes.attributions),
        who=names.within((clause.span.start, clause.span.end), aside),
        words=_groups(senses, main) | _days(times, aside) | _counts(numbers, aside),
        subject=_features(clause.subject, names, own, senses),
        way=way,
        denied=clause.denied,
        open=clause.open,
        heading=clause.heading,
        part=clause.part,
        judges=bool(judged),
        sides=tuple(sorted(senses.sides(word for _, word in main).items())),
        why=why,
        why_features=_features(clause.reason, names, own, senses),
        numbers=numbers,
        much=frozenset(g for at, w in own if at in clause.much and (g := senses.group(w))),
        claims=tuple(c.id for c in judged),
        thing=names.with_wholes(_thing(clause, judged, names, own, senses)),
        dated=tuple(_dates(notes.times, (clause.sentence[0], clause.span.end))),
        happening=_groups(senses, _several(text, _inside(own, clause.subject))),
        over=way == -2 and any(word in senses.final for _, word in main),
        safe=way > 0 and any(word in senses.safe for _, word in main),
        said=_groups(senses, main) - senses.people,
        everything=names.within((clause.span.start, clause.span.end)) | _groups(senses, own),
        shown=tuple((g, w) for _, w in own if (g := senses.group(w))),
    )


class _Names:
    """Where a report names whom."""

    def __init__(self, mentions: Iterable[EntityMention], wholes: Wholes) -> None:
        self.wholes = wholes
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


    def with_wholes(self, features: frozenset[str]) -> frozenset[str]:
        """Names and words with the bodies and states of which the named are leaders or parts."""
        return features.union(*(self.wholes.get(one, ()) for one in features))


def _counts(numbers: Iterable[Quantity], aside: Sequence[Place]) -> frozenset[str]:
    """Larger numbers as features: two that count the same count one thing."""
    return frozenset(
        f"#{q.low:g}"
        for q in numbers
        if q.low is not None and q.low == q.high and q.low > _SMALL
        if not _in_any(q.span.start, aside)
    )


def _dates(times: Iterable[Time], place: Place) -> Iterator[Time]:
    """The dates of a sentence up to the end of a clause: those before it date it, too."""
    for time in times:
        inside = place[0] <= time.span.start and time.span.end <= place[1]
        if inside and time.earliest and time.latest and time.type in _DATED:
            yield time


def _several(text: str, words: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Those in the plural: what happens more than once."""
    for at, word in words:
        form = _FORM.match(text, at)
        if form and form[0].lower() != word and form[0].endswith("s"):
            yield at, word


def _inside(
    words: Iterable[tuple[int, str]], place: Place | None
) -> Iterator[tuple[int, str]]:
    return (word for word in words if place is not None and _in_any(word[0], [place]))


def _days(times: Iterable[Time], aside: Sequence[Place]) -> frozenset[str]:
    """Dates as features: what happened on one day is likely to be one thing."""
    return frozenset(
        f"@{t.edtf}"
        for t in times
        if t.edtf and t.type in _DATED and not _in_any(t.span.start, aside)
    )


def _features(
    place: Place | None, names: _Names, own: Iterable[tuple[int, str]], senses: Senses
) -> frozenset[str]:
    """The names and words of a part of a clause."""
    if place is None:
        return frozenset()
    return names.within(place) | _groups(senses, (p for p in own if _in_any(p[0], [place])))


def _thing(
    clause: Clause, judged: Sequence[Claim], names: _Names, own: Sequence[tuple[int, str]],
    senses: Senses,
) -> frozenset[str]:
    """Names and words of what a clause judges; of what it is said of, where it does not."""
    told = [c for c in judged if c.subject or c.topic]
    if not told:
        return _features(clause.subject, names, own, senses)
    named = {c.subject for c in told if c.subject}
    words = [(0, word) for c in told for word in (c.topic or "").replace("’", " ").replace("'", " ").split()]
    inside = {word.lower() for at, word in own}
    return frozenset(named) | _groups(senses, (p for p in words if p[1].lower() in inside or p[1].lower().rstrip("s") in inside))


def _way(clause: Clause, senses: Senses, main: Iterable[tuple[int, str]]) -> int:
    found = _WAYS.get(clause.direction or "", 0)
    praised = 2 * senses.way(word for _, word in main)
    if found == 1 and praised:
        # What goes on may be good or bad: "remains low", "is still excellent".
        return praised
    if found:
        return found
    return -praised if clause.denied else praised


def _voice(clause: Clause, attributions: Iterable[Attribution]) -> str:
    """On whose word a clause stands: the innermost source that says it, else the report's own."""
    said = [
        a for a in attributions
        if a.source is not None and _holds(a.content, clause.span) and a.stance != "denies"
    ]  # fmt: skip
    if not said:
        return clause.span.document
    nearest = min(said, key=lambda a: (a.content.end - a.content.start, a.id))
    last = nearest.chain[-1] if nearest.chain else None
    name = (last.entity or last.name) if last else nearest.source_entity
    return name or (nearest.source.quote if nearest.source else clause.span.document)


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
