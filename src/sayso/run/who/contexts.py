"""What the reports of a case tell of people beside their names, and with whom they are named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from sayso.packs.pack import Pack
from sayso.records.accounts import TieAccount
from sayso.records.marks import NAME_FORMS, Fact, LocalEntity
from sayso.records.notes import Notes
from sayso.records.spans import Span
from sayso.resolve.context.told import YEAR
from sayso.resolve.context.weighing import Context, may_be_two
from sayso.resolve.names.parts import plain

HELD = frozenset({"holds_office", "commands"})
COMMANDER = "commander"
# What stands before an office that is told to be over; how far around an office its year is.
OVER, AROUND = re.compile(r"\b(?:former|ex|late|then|once|retired)\W*$", re.IGNORECASE), 120
# So much at the head of a report tells the year that it is of.
HEAD = 120
# An office with more holders tells nothing of whose name is whose.
HOLDERS = 12
_LOOSE = frozenset({"of", "the", "for", "to", "new", "acting", "interim", "s", "in", "at"})


def facts_told(notes: Notes) -> dict[str, tuple[Fact, ...]]:
    """By local id what a document tells of each person: at the name, and which office they hold.

    The document has its text.
    """
    found = {e.id: list(e.facts) for e in notes.entities if e.type == "Person" and not e.known}
    entities = {entity.id: entity for entity in notes.entities}
    for tie in notes.ties:
        if tie.type in HELD and tie.subject in found and tie.polarity == "positive":
            found[tie.subject] += _office(notes, tie, entities)
    return {id: tuple(dict.fromkeys(facts)) for id, facts in found.items()}


def _office(notes: Notes, tie: TieAccount, entities: Mapping[str, LocalEntity]) -> Iterator[Fact]:
    body, office = entities.get(tie.object or ""), entities.get(tie.office or "")
    if body is None or (body.type == "Person" and tie.type == "commands"):
        return
    own = set(plain(body.name).split()) | _LOOSE
    words = [w for w in plain(office.name).split() if w not in own] if office else [COMMANDER]
    found = (YEAR.search(day or "") for day in (tie.since, tie.until))
    since, until = (year[0] if year else "" for year in found)
    if since or until:
        yield Fact("active", since or until, tie.span)
    if not since and not until:
        since = until = _year(notes, tie.span)
    if words:
        seat = "place" if body.type == "Place" else ""
        of = plain(body.known or body.name)
        yield Fact("office", " ".join(words), tie.span, of, seat, since, until)


def _year(notes: Notes, span: Span) -> str:
    """The year in which an office is told to be held, empty where it is told to be over."""
    text = notes.document.text
    if OVER.search(text[max(0, span.start - 12) : span.start]):
        return ""
    line = text.rfind("\n", 0, span.start) + 1
    near = YEAR.search(text, max(line, span.start - AROUND), span.end + AROUND)
    head = YEAR.search(text, 0, HEAD)
    own = YEAR.match(notes.document.published or "")
    return next((year[0] for year in (near, own, head) if year), "")


def named_beside(notes: Notes, pack: Pack) -> frozenset[tuple[str, str]]:
    """Who and what a document names in full, each with its kind: person, body, town or land."""
    found = set()
    for entity in notes.entities:
        if any(mention.form in NAME_FORMS for mention in entity.mentions):
            name = entity.known or entity.name
            kind = _kind(entity, name, pack)
            if kind and (" " in name or kind in ("town", "land")):
                found.add((kind, plain(name)))
    return frozenset(found)


def _kind(entity: LocalEntity, name: str, pack: Pack) -> str:
    if entity.type == "Place":
        return "land" if name in pack.countries else "town"
    return {"Person": "person", "Organization": "body"}.get(entity.type, "")


@dataclass
class Seen:
    """One person as one document tells of them: with what beside, how often, and where first."""

    context: Context
    uses: int
    first: dict[str, Span] = field(default_factory=dict)

    def add(self, local: LocalEntity, context: Context) -> None:
        """One more of the name in the same document."""
        self.context = self.context.with_(context)
        self.uses += len(local.mentions)
        for mention in local.mentions:
            self.first.setdefault(mention.name, mention.span)


def block_of(name: str) -> str:
    """Under what those of one full name are gathered; empty where a name is too short."""
    bare = plain(name)
    return bare if " " in bare else ""


@dataclass
class Facts:
    """What the case tells of everybody of one full name. Grows with names, not with reports."""

    of: dict[str, set[Fact]] = field(default_factory=lambda: defaultdict(set))

    def take(self, notes: Notes) -> None:
        """Learn from one document, which has its text."""
        names = {entity.id: entity.name for entity in notes.entities}
        for id, facts in facts_told(notes).items():
            block = block_of(names[id]) if facts else ""
            if block:
                self.of[block].update(facts)

    def of_one_office(self, names: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Pairs of these names (by place) that are told to hold one office of one body."""
        holders: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, name in enumerate(names):
            facts = self.of.get(block_of(name), ())
            for office in {(f.value, f.of) for f in facts if f.kind == "office"}:
                holders[office].append(place)
        for _, places in sorted(holders.items()):
            yield from combinations(places, 2) if len(places) <= HOLDERS else ()

    def doubtful(self, pack: Pack) -> set[str]:
        """The names of whom what is told may speak against one person."""
        manifold = pack.list("manifold_offices")
        return {block for block, facts in self.of.items() if may_be_two(facts, manifold)}
