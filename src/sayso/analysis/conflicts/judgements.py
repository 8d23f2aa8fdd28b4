"""Conflicts between judgements: voices that part on a subject, or one that parts from itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

from sayso.analysis.conflicts.ground import Ground
from sayso.analysis.ledger.comparing import (
    DIRECTION_WORDS,
    SEVERITIES,
    SEVERITY_WORDS,
    clash,
    leaning,
)
from sayso.analysis.ledger.rows import Voice, voice_of
from sayso.analysis.ledger.wholes import Wholes
from sayso.analysis.wording.names import listed
from sayso.analysis.wording.stems import stems
from sayso.records.case import Claim, Conflict, Side
from sayso.records.ids import content_id

# Words in common beside the subject's name, in one report or two: else two things are spoken of.
_SHARED = 2
# Of so few words, a judgement is of the whole of its aspect.
_SHORT = 2
# A subject judged in more places than this is a case's theme: comparing all pairs tells nothing.
_MOST = 300
Stance = tuple[str, Sequence[Claim]]


def judgement_conflicts(
    claims: Iterable[Claim],
    ground: Ground,
    turns: Collection[str] = (),
    wholes: Wholes = MappingProxyType({}),
) -> Iterator[Conflict]:
    """Judgements of one subject on one front that go different ways.

    Between voices the direction that most passages of each give is compared. Within one report an
    author weighs one thing against another, so two passages part only where they share a word
    that tells of movement (``turns``, stems of them) and one of them denies it, or where one
    grows and the other falls in the same words. What is judged of a leader is also judged of the
    body he leads, and what is judged of a state's force of that state (``wholes``).
    """
    for subject, told in sorted(_filed(claims, wholes).items()):
        told.sort(key=lambda claim: (claim.span.document, claim.span.start))
        name = ground.names.get(subject, subject)
        seen: set[tuple[str, ...]] = set()
        ids = {claim.id for claim in told if claim.subject == subject}
        for front in (None, *sorted({claim.front for claim in told if claim.front})):
            here = [claim for claim in told if front in (None, claim.front)]
            thing = f"{name} in {front}" if front else name
            for found in _across(thing, here, ground, frozenset(turns) | stems([name])):
                # What is judged of parts alone is told of them.
                if found.about not in seen and not ids.isdisjoint(found.about):
                    seen.add(found.about)
                    yield found
        own = [claim for claim in told if claim.subject == subject]
        yield from _within(name, own, ground, frozenset(turns) - stems([name]))


def _filed(claims: Iterable[Claim], wholes: Wholes) -> dict[str, list[Claim]]:
    """Judgements that give a direction, under their subject and under the wholes it is of."""
    cells: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.subject is not None and claim.direction != "none":
            for subject in (claim.subject, *sorted(wholes.get(claim.subject, ()))):
                cells[subject].append(claim)
    named = {claim.subject for told in cells.values() for claim in told}
    return {subject: told for subject, told in cells.items() if subject in named}


def _across(
    thing: str, told: Sequence[Claim], ground: Ground, empty: frozenset[str]
) -> Iterator[Conflict]:
    """What the voices come to: one conflict for a thing on which they part, a side a direction.

    On a side stand the judgements that another side answers: many things are said of one man.
    """
    voices: dict[Voice, list[Claim]] = defaultdict(list)
    for claim in told:
        voices[voice_of(claim)].append(claim)
    sides: dict[str, list[Claim]] = defaultdict(list)
    for voice in sorted(voices):
        stance = leaning(voices[voice])
        sides[stance] += [claim for claim in voices[voice] if claim.direction == stance]
    parting = [
        (severity, one, other, met)
        for one, other in combinations(sorted(sides), 2)
        if (severity := clash(one, other)) in ("contradiction", "tension")
        and (met := _met(sides[one], sides[other], empty))
    ]
    if parting:
        ends = sorted({end for _, one, other, _ in parting for end in (one, other)})
        answered = {claim.id for *_, met in parting for claim in met}
        held = [(end, [claim for claim in sides[end] if claim.id in answered]) for end in ends]
        severity = min((s for s, *_ in parting if s), key=SEVERITIES.index)
        yield _conflict(thing, held, severity, ground)


def _met(left: Sequence[Claim], right: Sequence[Claim], empty: frozenset[str]) -> list[Claim]:
    """The judgements of two sides that are on one matter with one of the other side."""
    met: dict[_Told, None] = {}
    ones, others = (_told(side, empty) for side in (left, right))
    for one in [*ones][:_MOST]:
        for other in [*others][:_MOST]:
            if one.meets(other):
                met[one] = met[other] = None
    return [claim for told in met for claim in (ones.get(told, []) + others.get(told, []))]


def _told(side: Iterable[Claim], empty: frozenset[str]) -> dict[_Told, list[Claim]]:
    """Judgements by what they tell: five hundred reprints of one tell one thing."""
    found: dict[_Told, list[Claim]] = {}
    for claim in side:
        found.setdefault(_Told.of(claim, empty), []).append(claim)
    return found


@dataclass(frozen=True, slots=True)
class _Told:
    """What a judgement tells: on what, and in which words without its subject's name and those that
    judge; ``topic`` are the words for what it judges."""

    aspect: str | None
    front: str | None
    mode: str
    topic: frozenset[str]
    words: frozenset[str]

    @staticmethod
    def of(claim: Claim, empty: frozenset[str]) -> _Told:
        """That of a judgement; ``empty`` are stems that tell of nothing here."""
        topic, words = (stems([text]) - empty for text in (claim.topic or "", claim.span.quote))
        return _Told(claim.aspect, claim.front, claim.mode, topic, words)

    def meets(self, other: _Told) -> bool:
        """Whether two judgements of one subject are on one matter.

        They are of one aspect on one front, or have words in common, more where one has no aspect;
        or one says of an aspect hardly more than where it goes ("its power has declined"). One of
        its plans and one of its hopes are on two things, and what will be is no answer to what is.
        """
        if self.mode != other.mode or (
            self.aspect and other.aspect and self.aspect != other.aspect
        ):
            return False
        if self.front and other.front and self.front != other.front:
            return False
        if self.topic and other.topic and self.topic.isdisjoint(other.topic):
            return False
        one_aspect = self.aspect is not None and self.aspect == other.aspect
        least = min(len(self.words), len(other.words))
        if not (self._is_on(other) and other._is_on(self)) and not (
            self.front and self.front == other.front
        ):
            return False
        if one_aspect and ((self.front and self.front == other.front) or least <= _SHORT):
            return True
        shared = len(self.words & other.words)
        return shared >= (1 if one_aspect else _SHARED) or 0 < least <= 2 * shared

    def _is_on(self, other: _Told) -> bool:
        """Whether the other judgement tells of what this one judges, beside its subject."""
        return not self.topic or not self.topic.isdisjoint(other.words)


def _within(
    thing: str, told: Sequence[Claim], ground: Ground, turns: frozenset[str]
) -> Iterator[Conflict]:
    for one, other in combinations(told[:_MOST], 2):
        severity = clash(_direction(one), _direction(other))
        if voice_of(one) != voice_of(other) or severity not in ("contradiction", "tension"):
            continue
        shared = stems([one.span.quote]) & stems([other.span.quote]) - stems([thing])
        if len(shared) >= _SHARED and shared & turns and _same_aspect(one, other):
            sides = [(_direction(claim), [claim]) for claim in (one, other)]
            yield _conflict(thing, sides, str(severity), ground)


def _direction(claim: Claim) -> str:
    return claim.direction or "none"


def _same_aspect(one: Claim, other: Claim) -> bool:
    return one.aspect is None or other.aspect is None or one.aspect == other.aspect


def _conflict(thing: str, sides: Sequence[Stance], severity: str, ground: Ground) -> Conflict:
    about = tuple(sorted(claim.id for _, claims in sides for claim in claims))
    made = tuple(_side(thing, direction, claims, ground) for direction, claims in sides)
    documents = {span.document for side in made for span in side.spans}
    why = f"They judge one thing differently ({SEVERITY_WORDS[severity]})"
    return Conflict(
        id=content_id("x", about, "assessment"),
        scope="across" if len(documents) > 1 else "within",
        about=about,
        field="assessment",
        sides=made,
        reason=f"{why}: {listed(side.value for side in made)}.",
        severity=severity,
    )


def _side(thing: str, direction: str, claims: Sequence[Claim], ground: Ground) -> Side:
    holders = (
        ground.voices.get(claim.span.document) or "author"
        if claim.holder == "author"
        else ground.names.get(claim.holder, claim.holder)
        for claim in claims
    )
    return Side(
        value=f"{thing} {DIRECTION_WORDS[direction]}",
        spans=tuple(span for claim in claims for span in (claim.span, *claim.also)),
        holders=tuple(dict.fromkeys(holders)),
    )
