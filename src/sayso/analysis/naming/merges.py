"""Which names are of one and why; which may be, those first on which most hangs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sayso.analysis.view import CaseView
from sayso.records.case import Entity, Merge
from sayso.records.spans import Span
from sayso.resolve.decisions import IN


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an entity goes by a name: the rule, how surely, in more words, and where it is found."""

    alias: str
    of: str
    rule: str
    score: float
    reasons: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two entities that may be one; ``value`` says how much a decision is worth.

    It is the number of mentions that hang on it times how unsure it is: what is nearly certain
    either way can wait.
    """

    merge: str
    names: tuple[str, ...]
    left: Entity
    right: Entity
    score: float
    value: float
    reasons: tuple[str, ...]
    spans: tuple[Span, ...]


def why(view: CaseView, entity: Entity) -> list[Reason]:
    """For each name of an entity, what it rests on, surest first; names told so only come last."""
    found = []
    for m in view.merges(entity=entity.id, state="joined"):
        # Two names of one are a pair without order; the name that it goes by needs no reason.
        alias, of = m.names if m.names[0] != entity.name else reversed(m.names)
        found.append(Reason(alias, of, m.rule, m.score, m.reasons, m.spans))
    told = {reason.alias for reason in found}
    silent = [name for name in entity.aliases if name not in told]
    pairs = {name: next((r for r in found if r.of == name), None) for name in silent}
    firsts = _firsts(view, entity.id, {name for name, pair in pairs.items() if pair is None})
    for name, pair in pairs.items():
        if pair is not None:
            found.append(replace(pair, alias=name, of=pair.alias))
            continue
        span = firsts.get(name)
        of = entity.name
        rule = "another form of the name in the same report, or known from a pack"
        found.append(Reason(name, of, rule, 1.0, (), (span,) if span else ()))
    return sorted(found, key=lambda r: (r.alias, -r.score, r.of, r.rule))


def _firsts(view: CaseView, entity: str, names: set[str]) -> dict[str, Span]:
    """Where each of these names first stands; no further is looked than until all are found."""
    firsts: dict[str, Span] = {}
    for mention in view.mentions(entity=entity) if names else ():
        if mention.span.quote in names:
            firsts.setdefault(mention.span.quote, mention.span)
            if len(firsts) == len(names):
                break
    return firsts


def doubts(view: CaseView) -> list[Doubt]:
    """Pairs of entities that may be one, most valuable first."""
    names = {entity.id: entity for entity in view.entities()}
    best: dict[tuple[str, str], Doubt] = {}
    for merge in view.merges(state="doubtful"):
        found = _doubt(merge, names)
        pair = (found.left.id, found.right.id)
        if pair not in best or (found.score, found.merge) > (best[pair].score, best[pair].merge):
            best[pair] = found
    return sorted(best.values(), key=lambda d: (-d.value, d.names, d.merge))


def unjoined(view: CaseView, entity: Entity) -> list[Doubt]:
    """Those who may be the entity and were not joined with it, most valuable first."""
    return [doubt for doubt in doubts(view) if entity in (doubt.left, doubt.right)]


def called(doubt: Doubt, paths: Mapping[str, str]) -> tuple[str, ...]:
    """The names of a pair; those of one name with a report of each, as decisions take them.

    ``paths`` are those of reports by their ids.
    """
    if len(set(doubt.names)) > 1 or len(doubt.spans) < len(doubt.names):
        return doubt.names
    told = zip(doubt.names, doubt.spans, strict=False)
    return tuple(f"{name}{IN}{paths[span.document]}" for name, span in told)


def held(view: CaseView) -> list[Merge]:
    """What names would join and a decision keeps apart."""
    return list(view.merges(state="held"))


def _doubt(merge: Merge, names: dict[str, Entity]) -> Doubt:
    unsure = 1 - abs(2 * merge.score - 1.5)
    value = round(merge.weight * max(unsure, 0.05), 2)
    left, right = sorted((names[merge.left], names[merge.right]), key=lambda e: e.id)
    return Doubt(merge.id, merge.names, left, right, merge.score, value, merge.reasons, merge.spans)
