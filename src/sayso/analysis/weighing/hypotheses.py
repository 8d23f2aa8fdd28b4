"""Hypotheses proposed from what authors judge: whom they judge most, and which ways it goes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.analysis.ledger.comparing import DIRECTION_WORDS
from sayso.analysis.sources import report_names
from sayso.analysis.view import CaseView
from sayso.analysis.weighing.theses import Hypothesis, Sheet
from sayso.analysis.wording.names import names_of
from sayso.records.case import Claim
from sayso.records.errors import UsageError

# What stands in a title, an opening or a conclusion counts so many times.
_MAIN = 3
_WAYS = ("increase", "decline", "persist", "change")
# Who else is judged nearly as often is of the same question: this part of the first one's votes.
_NEARLY = 0.2
_MEMBERS = 6
_QUOTED = 2


@dataclass(frozen=True, slots=True)
class Ground:
    """Who holds a proposed hypothesis, and the judgements that say so, main ones first."""

    holders: tuple[str, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A sheet for an analyst to edit, the ground of each hypothesis by its name, and who else is
    judged often and may belong to the question."""

    sheet: Sheet
    grounds: Mapping[str, Ground]
    others: tuple[str, ...]


def proposed(view: CaseView) -> Proposed:
    """Hypotheses for an analyst to edit.

    It is about whom the reports judge most, and those that command it, answer to it, or are judged
    nearly as often; one hypothesis for each way that some author says it goes, and one more where
    there is only one. Raises UsageError where the case holds no judgements.
    """
    names = names_of(view)
    claims = [c for c in view.claims() if c.subject in names and c.direction in _WAYS]
    if not claims:
        raise UsageError(
            "the case holds no judgements to make hypotheses of",
            hint="write the file yourself: see 'sayso weigh --help' and the page on weighing",
        )
    members, others = _members(claims, view)
    about = [claim for claim in claims if claim.subject in members]
    ways = sorted(_WAYS, key=lambda way: -_votes(c for c in about if c.direction == way))
    told = [way for way in ways if any(c.direction == way for c in about)]
    kept = told if len(told) > 1 else [*told, *(way for way in ways if way not in told)][:2]
    of = tuple(names.get(id, id) for id in members)
    hypotheses = tuple(
        Hypothesis(f"H{place}", f"{of[0]} {DIRECTION_WORDS[way]}", of=of, goes=(way,))
        for place, way in enumerate(kept, start=1)
    )
    grounds = {
        one.name: _ground([c for c in about if c.direction == one.goes[0]], view, names)
        for one in hypotheses
    }
    return Proposed(
        Sheet(f"Which way does it go with {of[0]}?", hypotheses),
        grounds,
        tuple(names[id] for id in others),
    )


def _votes(claims: Iterable[Claim]) -> int:
    return sum(1 if claim.position == "body" else _MAIN for claim in claims)


def _members(claims: Sequence[Claim], view: CaseView) -> tuple[list[str], list[str]]:
    """The most judged with those bound to it and judged too, and others who are judged as often."""
    by_subject: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_subject[claim.subject or ""].append(claim)
    votes = Counter({id: _votes(told) for id, told in by_subject.items()})
    ranked = sorted(votes, key=lambda id: (-votes[id], id))
    first = ranked[0]
    bound = _bound(first, view)
    often = [id for id in ranked[1:] if votes[id] >= _NEARLY * votes[first]]
    near = [id for id in often if id in bound][: _MEMBERS - 1]
    return [first, *near], [id for id in often if id not in near][:_MEMBERS]


def _bound(first: str, view: CaseView) -> set[str]:
    """Whoever a tie of command, office or membership binds to somebody."""
    kinds = {"commands", "part_of", "operates_under", "member_of", "deputy_of", "holds_office"}
    found: set[str] = set()
    for tie in view.ties():
        ends = {tie.subject, tie.object}
        if tie.type in kinds and tie.polarity == "positive" and first in ends:
            found |= {end for end in ends if end}
    return found - {first}


def _ground(claims: Sequence[Claim], view: CaseView, names: Mapping[str, str]) -> Ground:
    reports = report_names(view.document_rows())
    ranked = sorted(claims, key=lambda c: (c.position == "body", c.span))
    holders = (
        reports[c.span.document] if c.holder == "author" else names.get(c.holder, c.holder)
        for c in ranked
    )
    return Ground(tuple(dict.fromkeys(holders)), tuple(ranked[:_QUOTED]))
