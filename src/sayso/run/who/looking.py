"""A second look at people of one name, or of names that are nearly one: what is told of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, product

from sayso.packs.pack import Pack
from sayso.records.marks import Fact, LocalEntity
from sayso.records.notes import Notes
from sayso.resolve.across import Edge, same_name
from sayso.resolve.context.lives import Lives, lives_of
from sayso.resolve.context.telling import UNCLEAR, Telling
from sayso.resolve.context.weighing import Context
from sayso.resolve.names.parts import plain
from sayso.resolve.profiles import NAMESAKES, Profile
from sayso.run.who.contexts import Seen, block_of, facts_told, named_beside
from sayso.run.who.naming import Names

# Behind the path in what sets the profile of one life apart.
LIFE = "~"


def unsure(profiles: Sequence[Profile], edges: Iterable[Edge]) -> set[str]:
    """The full names of people that are not the same and may be of one."""
    pairs = (
        (block_of(profiles[edge.a].name), block_of(profiles[edge.b].name))
        for edge in edges
        if profiles[edge.a].type == profiles[edge.b].type == "Person"
    )
    return {name for pair in pairs if pair[0] != pair[1] for name in pair if name}


@dataclass
class Sum:
    """What all reports tell of those with one profile."""

    facts: set[Fact] = field(default_factory=set)
    beside: set[tuple[str, str]] = field(default_factory=set)

    def add(self, context: Context) -> None:
        """Take in what one more report tells."""
        self.facts |= context.facts
        self.beside |= context.beside

    def context(self, profile: Profile) -> Context:
        """All of it, but for the name itself."""
        return Context(frozenset(self.facts), frozenset(self.beside)).without(profile.names)


@dataclass
class Looked:
    """What reports tell of those who may be several of one name (``doubtful``), each report for
    itself, and of those whose names are nearly one (``near``), all reports together.

    Grows with the reports that name the doubtful ones.
    """

    names: Names
    doubtful: set[str]
    near: set[str]
    manifold: frozenset[str] = frozenset()
    seen: dict[str, dict[tuple[Profile, str], Seen]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    summed: dict[Profile, Sum] = field(default_factory=lambda: defaultdict(Sum))
    _lives: dict[tuple[str, str], int] = field(default_factory=dict)

    def look(self, all_notes: Iterable[Notes], pack: Pack) -> None:
        """Go over the documents, which have their texts."""
        self.manifold = pack.list("manifold_offices")
        wanted = self.doubtful | self.near
        for notes in all_notes:
            here = [
                (block, local)
                for local in notes.entities
                if local.type == "Person"
                and not local.known
                and (block := block_of(local.name)) in wanted
            ]
            if here:
                self._take(notes, here, named_beside(notes, pack))

    def _take(
        self,
        notes: Notes,
        here: list[tuple[str, LocalEntity]],
        beside: frozenset[tuple[str, str]],
    ) -> None:
        told, path = facts_told(notes), notes.document.path
        for block, local in here:
            profile = self.names.profile(local, path)
            if profile is None or NAMESAKES in profile.apart:
                continue
            context = Context(frozenset(told.get(local.id, ())), beside)
            if block in self.doubtful:
                had = self.seen[block].setdefault((profile, path), Seen(context, 0))
                had.add(local, context)
            else:
                self.summed[profile].add(context)

    def split(self) -> bool:
        """Give each life of a name a profile of its own; whether any name has several."""
        found = False
        for block, seen in sorted(self.seen.items()):
            contexts: dict[str, Context] = {}
            for (profile, path), one in sorted(seen.items(), key=lambda item: item[0]):
                own = one.context.without(profile.names)
                contexts[path] = contexts[path].with_(own) if path in contexts else own
            lives = lives_of(contexts, self.manifold)
            if len(lives.lives) > 1:
                found = True
                self._split(block, lives)
            else:
                # What reports tell all together outweighs what two of them would tell alone.
                self._lives.update({(block, path): 0 for path in contexts})
        return found

    def _split(self, block: str, lives: Lives) -> None:
        for n, paths in enumerate(lives.lives):
            self._lives.update({(block, path): n for path in paths})
        silent = 0 if lives.main else UNCLEAR
        self._lives.update({(block, path): silent for path in lives.silent})
        groups: dict[Profile, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
        for profile, path in self.seen[block]:
            groups[profile][self._lives[(block, path)]].append(path)
        for profile, of in groups.items():
            for life, own in sorted(of.items()) if len(of) > 1 else ():
                self._move(block, profile, life, sorted(own), lives)

    def _move(
        self, block: str, profile: Profile, life: int, paths: list[str], lives: Lives
    ) -> None:
        """Give what the documents with these paths tell to a profile of its own."""
        if life == UNCLEAR or (life == 0 and lives.main):
            return
        own = replace(profile, apart=f"{lives.lives[life][0]}{LIFE}")
        names = self.names
        for path in paths:
            seen = self.seen[block].pop((profile, path))
            self.seen[block][(own, path)] = seen
            names.lives[(profile, path)] = own
            names.uses[own] = names.uses.get(own, 0) + seen.uses
            names.uses[profile] -= seen.uses
            for name, span in sorted(seen.first.items()):
                names.first.setdefault((own, name), span)
        for _, joining in [key for key in names.joinings if key[0] == profile]:
            names.joinings.setdefault((own, joining))
        if not names.uses[profile]:
            del names.uses[profile]
            for key in [key for key in names.joinings if key[0] == profile]:
                del names.joinings[key]

    def spread(
        self, edges: Iterable[Edge], had: Sequence[Profile], profiles: Sequence[Profile]
    ) -> Iterator[Edge]:
        """Edges between the profiles that there were, as edges between those that there are."""
        places = {profile: place for place, profile in enumerate(profiles)}
        heirs = {profile: {places[profile]} for profile in had if profile in places}
        for (profile, _), own in self.names.lives.items():
            heirs.setdefault(profile, set()).add(places[own])
        for edge in edges:
            for one, other in product(sorted(heirs[had[edge.a]]), sorted(heirs[had[edge.b]])):
                yield replace(edge, a=min(one, other), b=max(one, other))
        for profile in sorted({profile for profile, _ in self.names.lives}):
            for one, other in combinations(sorted(heirs[profile]), 2):
                yield same_name(one, other, profile.name)

    def telling(self, profiles: Sequence[Profile]) -> Telling:
        """What was found, by the places of these profiles."""
        places = {profile: place for place, profile in enumerate(profiles)}
        lives: dict[int, tuple[str, int]] = {}
        for block, seen in self.seen.items():
            for (profile, path), one in sorted(seen.items(), key=lambda item: item[0]):
                self.summed[profile].add(one.context)
                if (block, path) in self._lives:
                    lives[places[profile]] = (block, self._lives[(block, path)])
        names = {places[p]: tuple(plain(name) for name in p.names) for p in self.summed}
        # One at a time, so that nothing is held twice.
        found: dict[int, Context] = {}
        while self.summed:
            profile, told = self.summed.popitem()
            found[places[profile]] = told.context(profile)
        return Telling(found, lives, self.manifold, names)
