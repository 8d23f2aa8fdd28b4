"""An author against himself: what he mostly says of a thing, and where he says the contrary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from sayso.analysis.conflicts.ground import Ground
from sayso.analysis.ledger.comparing import DIRECTION_WORDS, clash, leaning
from sayso.analysis.ledger.wholes import Wholes
from sayso.records.case import Claim, Conflict, Side
from sayso.records.ids import content_id

# Judgements of one thing from which there is a thesis on it.
_FEWEST = 8
# Of them, so many go the main way; fewer, and the author simply weighs.
_MOSTLY = 0.5
# And so many the other way: a single passage may be a slip.
_CONTRARY = 0.15
# Things on which one report is held against itself; main ones come first.
_THINGS = 2
# Passages that stand first on a side, where only some are printed.
_FIRST = 6


def thesis_conflicts(
    claims: Iterable[Claim], ground: Ground, wholes: Wholes = MappingProxyType({})
) -> Iterator[Conflict]:
    """For the things that a report judges most: its main direction against the contrary, once.

    Only what the author says plainly, of the thing itself, counts as contrary. The main direction
    also takes in what is said of its leaders (those of ``wholes`` who lead and are not led).
    """
    told: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    led = {whole for one in wholes for whole in wholes[one]}
    for claim in claims:
        if claim.holder == "author" and claim.subject and claim.direction not in (None, "none"):
            bodies = () if claim.subject in led else wholes.get(claim.subject, ())
            for subject in (claim.subject, *sorted(bodies)):
                told[claim.span.document][subject].append(claim)
    for document in sorted(told):
        made = 0
        ranked = sorted(told[document].items(), key=lambda item: (-len(item[1]), item[0]))
        for subject, found in ranked:
            along, contrary = _divided(subject, found)
            if contrary and made < _THINGS:
                made += 1
                yield _conflict(subject, along, contrary, ground)


def _divided(subject: str, found: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """The judgements that go the main way, and those against it, if there are enough of both."""
    main = leaning(found)
    along = [claim for claim in found if claim.direction == main]
    if len(found) < _FEWEST or len(along) < _MOSTLY * len(found):
        return along, []
    contrary = [
        claim
        for claim in found
        if claim.subject == subject
        and clash(main, claim.direction or "") in ("contradiction", "tension")
        and claim.strength in ("plain", "certain")
        and claim.mode == "assessment"
    ]
    own = sum(claim.subject == subject for claim in found)
    return along, contrary if len(contrary) >= _CONTRARY * own else []


def _conflict(
    subject: str, along: Sequence[Claim], contrary: Sequence[Claim], ground: Ground
) -> Conflict:
    name = ground.names.get(subject, subject)
    holder = ground.voices.get(along[0].span.document) or "author"
    sides = tuple(
        Side(
            f"{name} {DIRECTION_WORDS[claims[0].direction or 'none']}",
            tuple(claim.span for claim in _first(claims)),
            (holder,),
        )
        for claims in (along, contrary)
    )
    about = tuple(sorted(claim.id for claim in (*along, *contrary)))
    return Conflict(
        id=content_id("x", about, "assessment", "thesis"),
        scope="within",
        about=about,
        field="assessment",
        sides=sides,
        reason=(
            f"One author mostly says that {sides[0].value} ({len(along)} passages), and in "
            f"{len(contrary)} the contrary (tension)."
        ),
        severity="tension",
    )


def _first(claims: Sequence[Claim]) -> list[Claim]:
    """The main arguments and conclusions in text order, then the rest."""
    ranked = sorted(claims, key=lambda c: (c.position == "body", c.span.start))
    return [*sorted(ranked[:_FIRST], key=lambda c: c.span.start), *ranked[_FIRST:]]
