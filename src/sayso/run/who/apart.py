"""Two that a document takes for one, taken apart because an analyst decided so.

The findings of steps stay as they are; each that speaks of the one is given to that of the two
whose words stand in it, or nearest before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.records.accounts import EventAccount, TieAccount
from sayso.records.ids import content_id
from sayso.records.marks import LocalEntity, Mention, Post
from sayso.records.notes import Notes
from sayso.records.spans import Span
from sayso.records.statements import Attribution, Trait
from sayso.resolve.decisions import DIFFERENT, Decision
from sayso.resolve.names.parts import plain

Halves = Mapping[str, tuple[LocalEntity, LocalEntity]]


def take_apart(notes: Notes, decisions: Sequence[Decision]) -> Notes:
    """The notes with no entity that goes by two names which were decided to be different."""
    for decision in decisions:
        if decision.kind == DIFFERENT:
            halves = _halves(notes, decision)
            if halves:
                notes = _Sharing(halves).share(notes)
    return notes


def _halves(notes: Notes, decision: Decision) -> Halves:
    paths = {decision.a.path, decision.b.path} - {""}
    if paths and notes.document.path not in paths:
        return {}
    one, other = plain(decision.a.name), plain(decision.b.name)
    found = {}
    for local in notes.entities:
        names = {plain(mention.name) for mention in local.mentions}
        if one != other and {one, other} <= names:
            found[local.id] = _split(local, one, other)
    return found


def _split(local: LocalEntity, one: str, other: str) -> tuple[LocalEntity, LocalEntity]:
    """The mentions of either name; those of neither go with the one named last before."""
    sides: tuple[list[Mention], list[Mention]] = ([], [])
    side = 0
    for mention in local.mentions:
        name = plain(mention.name)
        side = 0 if name == one else 1 if name == other else side
        sides[side].append(mention)
    return (
        _half(local, local.id, sides[0], one),
        _half(local, content_id("e", local.id, other), sides[1], other),
    )


def _half(local: LocalEntity, id: str, mentions: list[Mention], name: str) -> LocalEntity:
    forms = dict.fromkeys(m.name for m in mentions if m.form != "pronoun")
    best = next(form for form in forms if plain(form) == name)
    aliases = tuple(form for form in forms if form != best)
    joinings = tuple(j for j in local.joinings if j.name in forms and j.of in forms)
    return LocalEntity(id, local.type, best, aliases, tuple(mentions), None, joinings)


@dataclass(frozen=True)
class _Sharing:
    """Gives the findings of a document to the halves of its entities."""

    halves: Halves

    def share(self, notes: Notes) -> Notes:
        entities = [half for e in notes.entities for half in self.halves.get(e.id, (e,))]
        return replace(
            notes,
            entities=tuple(entities),
            attributions=tuple(map(self._attribution, notes.attributions)),
            traits=tuple(map(self._trait, notes.traits)),
            events=tuple(map(self._event, notes.events)),
            ties=tuple(map(self._tie, notes.ties)),
            posts=tuple(map(self._post, notes.posts)),
        )

    def _half_at(self, id: str | None, span: Span | None) -> str | None:
        if id is None or id not in self.halves or span is None:
            return id
        halves = self.halves[id]
        places = [(m.span, half.id) for half in halves for m in half.mentions]
        inside = [(s.start, of) for s, of in places if s.touches(span)]
        before = [(s.start, of) for s, of in places if s.start < span.start]
        return min(inside)[1] if inside else max(before)[1] if before else id

    def _one(self, id: str, span: Span) -> str:
        return self._half_at(id, span) or id

    def _several(self, ids: Iterable[str], span: Span) -> tuple[str, ...]:
        return tuple(self._one(id, span) for id in ids)

    def _attribution(self, found: Attribution) -> Attribution:
        at = found.source or found.cue or found.content
        links = tuple(replace(x, entity=self._half_at(x.entity, at)) for x in found.chain)
        return replace(found, source_entity=self._half_at(found.source_entity, at), chain=links)

    def _trait(self, trait: Trait) -> Trait:
        return replace(trait, entity=self._half_at(trait.entity, trait.span) or trait.entity)

    def _event(self, account: EventAccount) -> EventAccount:
        parts = tuple(
            replace(p, entity=self._one(p.entity, account.span)) for p in account.participants
        )
        return replace(
            account, participants=parts, places=self._several(account.places, account.span)
        )

    def _tie(self, tie: TieAccount) -> TieAccount:
        return replace(
            tie,
            subject=self._one(tie.subject, tie.span),
            object=self._half_at(tie.object, tie.span),
            office=self._half_at(tie.office, tie.span),
            territory=self._half_at(tie.territory, tie.span),
        )

    def _post(self, post: Post) -> Post:
        return replace(
            post,
            entity=self._one(post.entity, post.span),
            body=self._one(post.body, post.span),
            holder=self._half_at(post.holder, post.span),
        )
