"""What the documents of a case call whom."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sayso.packs.pack import Pack
from sayso.records.marks import EARLY, NAMESAKE, Joining, LocalEntity, Post
from sayso.records.notes import Notes
from sayso.records.spans import Span
from sayso.resolve.context.homes import home_of, in_every_state, land_of
from sayso.resolve.context.told import words_of
from sayso.resolve.names.parts import plain
from sayso.resolve.profiles import NAMESAKES, Profile, profile_of
from sayso.run.who.contexts import Facts


class Held(NamedTuple):
    """That somebody is told to hold an office of somebody, in the report with this path."""

    office: str
    body: Profile
    holder: Profile
    path: str
    post: Post


APPOSITION = re.compile(r", (?:an?|the) ((?:[\w-]+ ?){1,4})")
# How many letters before a name its word before is looked for.
_NEAR = 20
PLACED = frozenset({"Place", "Organization"})
# What stands before the name of a place or of a body, and not of a person.
PLACING = frozenset({"in", "at", "near", "into", "through", "across", "around", "the"})


@dataclass
class Names:
    """What the documents call whom: profiles with the number of their mentions, and for each
    name of a profile, and each joining of two, where it is first found.

    ``firm`` are those whose context says that they are a place or a body, or somebody. Grows with
    the number of names, not of reports.
    """

    pack: Pack
    apart: frozenset[tuple[str, str]] = frozenset()
    uses: dict[Profile, int] = field(default_factory=dict)
    first: dict[tuple[Profile, str], Span] = field(default_factory=dict)
    joinings: dict[tuple[Profile, Joining], None] = field(default_factory=dict)
    firm: set[Profile] = field(default_factory=set)
    # Those of ``firm`` whose kind some report tells: "the relief group Velm Kitchen".
    described: set[Profile] = field(default_factory=set)
    facts: Facts = field(default_factory=Facts)
    # For a profile that is told of in several lives, by path, the profile of each.
    lives: dict[tuple[Profile, str], Profile] = field(default_factory=dict)
    held: list[Held] = field(default_factory=list)
    # Surnames alone, and who is told of beside them as somebody else of that surname.
    strangers: set[tuple[Profile, Profile]] = field(default_factory=set)
    # Of reports that name a body that every state has: of which state they are.
    homes: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._bare = frozenset(self.pack.offices)
        self._nations = frozenset(words_of(self.pack).nations)
        self._titles = self.pack.list("titles")
        bodies = ("organization_nouns", "firm_nouns", "general_bodies")
        self._kinds = frozenset().union(*map(self.pack.list, bodies))

    def take(self, notes: Notes) -> None:
        """Learn the names of one document."""
        if any(in_every_state(local, self.pack) for local in notes.entities):
            self.homes[notes.document.id] = sys.intern(home_of(notes, self.pack))
        for local in notes.entities:
            profile = self.profile(local, notes.document.path)
            if profile is not None:
                self.uses[profile] = self.uses.get(profile, 0) + len(local.mentions)
                if self._is_sure(profile, local, notes):
                    self.firm.add(profile)
                if profile.type in PLACED and profile not in self.described:
                    told = _is_described(local, notes, self._kinds)
                    self.described.update([profile] if told else [])
                for mention in local.mentions:
                    self.first.setdefault((profile, mention.name), mention.span)
                for joining in local.joinings:
                    if joining.rule in (EARLY, NAMESAKE):
                        continue
                    self.joinings.setdefault((profile, joining))
        self.facts.take(notes)
        self._take_posts(notes)
        self._take_strangers(notes)

    def _take_strangers(self, notes: Notes) -> None:
        """Take note of a surname alone that is not the only one who is called so in full."""
        people = [local for local in notes.entities if local.type == "Person"]
        bearers: dict[str, list[LocalEntity]] = defaultdict(list)
        for local in people:
            if " " in local.name:
                bearers[local.name.rpartition(" ")[2]].append(local)
        for alone in people:
            early = any(joining.rule == EARLY for joining in alone.joinings)
            if not early and not alone.aliases and len(bearers.get(alone.name, ())) == 1:
                one, other = (
                    self.profile(local, notes.document.path)
                    for local in (alone, *bearers[alone.name])
                )
                if one is not None and other is not None:
                    self.strangers.add((one, other))

    def strangers_of(self, profiles: Sequence[Profile]) -> frozenset[tuple[int, int]]:
        """The same by the places of profiles."""
        places = {profile: place for place, profile in enumerate(profiles)}
        return frozenset(
            (places[one], places[other])
            for one, other in self.strangers
            if one in places and other in places
        )

    def _take_posts(self, notes: Notes) -> None:
        entities = {entity.id: entity for entity in notes.entities} if notes.posts else {}
        path = notes.document.path
        for post in notes.posts:
            if post.holder is not None:
                body = self.profile(entities[post.body], path)
                holder = self.profile(entities[post.holder], path)
                if body is not None and holder is not None:
                    self.held.append(Held(post.office, body, holder, path, post))

    def _is_sure(self, profile: Profile, local: LocalEntity, notes: Notes) -> bool:
        if profile in self.firm or profile.type not in PLACED | {"Person"}:
            return False
        if profile.type == "Person":
            return _is_somebody(local, notes, self._titles)
        if local.name in self.pack.towns or _is_dateline(local, notes):
            return True
        return _is_firm(local, notes) or _is_described(local, notes, self._kinds)

    def holders(self, profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
        """Pairs of people among these profiles (by place) who are told to hold one office."""
        named = [profile.name if profile.type == "Person" else "" for profile in profiles]
        return self.facts.of_one_office(named)

    def profile(self, local: LocalEntity, path: str) -> Profile | None:
        """The profile of a local entity; of this document alone where a decision is."""
        found = self._profile(local, path)
        return self.lives.get((found, path), found) if self.lives and found else found

    def _profile(self, local: LocalEntity, path: str) -> Profile | None:
        names = {(plain(name), path) for name in (local.name, *local.aliases)} if self.apart else ()
        alone = path if self.apart.intersection(names) else ""
        if any(joining.rule == NAMESAKE for joining in local.joinings):
            alone = f"{path}{NAMESAKES}{local.id}"
        found = profile_of(local, self._bare, alone, self._nations)
        land = self.homes.get(local.mentions[0].span.document, "") if local.mentions else ""
        if found is None or not land or not in_every_state(local, self.pack):
            return found
        return replace(found, land=land_of(local, land, self.pack))


def _is_somebody(local: LocalEntity, notes: Notes, titles: frozenset[str]) -> bool:
    """Whether more than a name of one word tells of a person: a title, "he", a full name."""
    if local.aliases or not local.name.isalpha():
        return True
    titled = any(word.lower().rstrip(".") in titles for word in _before(local, notes))
    return titled or any(m.form == "pronoun" for m in local.mentions)


def _is_dateline(local: LocalEntity, notes: Notes) -> bool:
    text = notes.document.text
    starts = (m.span for m in local.mentions if m.span.quote.isupper())
    return any(not text[: span.start].rpartition("\n")[2].strip() for span in starts)


def _is_described(local: LocalEntity, notes: Notes, kinds: frozenset[str]) -> bool:
    """Whether "Velm, a group from Kolm," or "the shipper Velm" says that a name is a body's."""
    text = notes.document.text
    behind = (APPOSITION.match(text, m.span.end) for m in local.mentions)
    told = any(found and not kinds.isdisjoint(found.group(1).split()) for found in behind)
    return told or any(word in kinds for word in _before(local, notes))


def _before(local: LocalEntity, notes: Notes) -> Iterator[str]:
    """The word before each mention, where one stands near."""
    for mention in local.mentions:
        start = mention.span.start
        yield from notes.document.text[max(0, start - _NEAR) : start].split()[-1:]


def _is_firm(local: LocalEntity, notes: Notes) -> bool:
    """Whether a place or body is surely one: known, of several words, "in Velm", "the Velm"."""
    if local.known or local.aliases or not local.name.replace("-", "").isalpha():
        return True
    text = notes.document.text
    before = (text[: m.span.start].rpartition("\n")[2].rstrip() for m in local.mentions)
    return any(words.rpartition(" ")[2].lower() in PLACING for words in before)
