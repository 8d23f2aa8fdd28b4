"""Conflicts between judgements: voices that part on a subject, or one that parts from itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
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

# Within one report, words in common beside the subject's name: else two things are spoken of.
_SHARED = 2
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
        for front in (None, *sorted({claim.front for claim in told if claim.front})):
            here = [claim for claim in told if front in (None, claim.front)]
            for found in _across(f"{name} in {front}" if front else name, here, ground):
                if found.about not in seen:
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


def _across(thing: str, told: Sequence[Claim], ground: Ground) -> Iterator[Conflict]:
    """What the voices come to: one conflict for a thing on which they part, a side a direction."""
    voices: dict[Voice, list[Claim]] = defaultdict(list)
    for claim in told:
        voices[voice_of(claim)].append(claim)
    sides: dict[str, list[Claim]] = defaultdict(list)
    for voice in sorted(voices):
        stance = leaning(voices[voice])
        sides[stance] += [claim for claim in voices[voice] if claim.direction == stance]
    parting = [
        (severity, one, other)
        for one, other in combinations(sorted(sides), 2)
        if (severity := clash(one, other)) in ("contradiction", "tension")
        and _meet(sides[one], sides[other])
    ]
    if parting:
        ends = sorted({end for _, *both in parting for end in both})
        severity = min((s for s, *_ in parting if s), key=SEVERITIES.index)
        yield _conflict(thing, [(end, sides[end]) for end in ends], severity, ground)


def _meet(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    """Whether two sides speak of one aspect at all."""
    first, second = ({claim.aspect for claim in side} for side in (left, right))
    return bool(first & second) or None in first | second


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
