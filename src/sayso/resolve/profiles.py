"""What is known of an entity's names, free of the documents that use them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.records.marks import LocalEntity
from sayso.resolve.names.parts import plain

# Kinds that reports mix up: a militia is a group to one and an organisation to another.
BODIES = frozenset({"Organization", "Outlet", "Group"})


# In ``apart`` of somebody whom a text sets apart from all others of the name.
NAMESAKES = "#"


@dataclass(frozen=True, slots=True, order=True)
class Profile:
    """A type with all its names in one document; documents with equal profiles share one.

    ``apart`` is the path of the one document it is of, where something sets that one apart.
    """

    type: str
    name: str
    aliases: tuple[str, ...] = ()
    known: str = ""
    # Not in what an id is made of, so that ids stay where nothing is set apart.
    apart: str = field(default="", repr=False)
    # Of a body that every state has: of which state the report is.
    land: str = field(default="", repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the main one first."""
        return (self.name, *self.aliases)

    @property
    def kind(self) -> str:
        """Person, Place, Office, or Body for all that act together."""
        return "Body" if self.type in BODIES else self.type

    def is_called(self, name: str) -> bool:
        """Whether it may be met under a name a little like this: a place that a pack knows under
        what it is known by, and not under what its people are called."""
        known = self.type == "Place" and self.known
        return not known or plain(name) in (plain(self.known), plain(self.name))


def profile_of(
    entity: LocalEntity,
    bare_offices: frozenset[str],
    apart: str = "",
    nations: frozenset[str] = frozenset(),
) -> Profile | None:
    """The profile under which an entity may join others across documents.

    Null for descriptions ("two fighters") and bare offices ("the prime minister"), which name
    nobody outside their document; one of a nation (``nations`` are plain words for them) is not
    bare: "the Iraqi prime minister".
    """
    if all(mention.form in ("description", "pronoun") for mention in entity.mentions):
        return None
    if entity.type == "Office" and _bare(entity.name, bare_offices):
        first = next(iter(plain(entity.name).removeprefix("the ").split()), "")
        if first not in nations:
            return None
    aliases = tuple(sorted(entity.aliases))
    return Profile(entity.type, entity.name, aliases, entity.known or "", apart)


def _bare(name: str, offices: frozenset[str]) -> bool:
    words = plain(name).split()
    while words:
        if " ".join(words) in offices:
            return True
        words = words[1:]
    return False


def lands_of(profiles: Iterable[Profile]) -> Mapping[str, frozenset[str]]:
    """By its plain name the states in whose reports a body that every state has is told of."""
    found: dict[str, set[str]] = defaultdict(set)
    for profile in profiles:
        if profile.land:
            found[plain(profile.name)].add(profile.land)
    return defaultdict(frozenset, {name: frozenset(lands) for name, lands in found.items()})
