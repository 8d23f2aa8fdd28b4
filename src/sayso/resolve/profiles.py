"""What is known of an entity's names, free of the documents that use them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.records.marks import LocalEntity
from sayso.resolve.names.parts import parts, plain
from sayso.resolve.names.sounds import skeleton

# Kinds that reports mix up: a militia is a group to one and an organisation to another.
BODIES = frozenset({"Organization", "Outlet", "Group"})


@dataclass(frozen=True, slots=True, order=True)
class Profile:
    """A type with all its names in one document; documents with equal profiles share one."""

    type: str
    name: str
    aliases: tuple[str, ...] = ()
    known: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the main one first."""
        return (self.name, *self.aliases)

    @property
    def kind(self) -> str:
        """Person, Place, Office, or Body for all that act together."""
        return "Body" if self.type in BODIES else self.type


def profile_of(entity: LocalEntity, bare_offices: frozenset[str]) -> Profile | None:
    """The profile under which an entity may join others across documents.

    Null for descriptions ("two fighters") and bare offices ("the prime minister"), which name
    nobody outside their document.
    """
    if all(mention.form in ("description", "pronoun") for mention in entity.mentions):
        return None
    if entity.type == "Office" and _bare(entity.name, bare_offices):
        return None
    return Profile(entity.type, entity.name, tuple(sorted(entity.aliases)), entity.known or "")


def _bare(name: str, offices: frozenset[str]) -> bool:
    words = plain(name).split()
    while words:
        if " ".join(words) in offices:
            return True
        words = words[1:]
    return False


def profile_keys(profile: Profile) -> tuple[str, ...]:
    """Only profiles that share a key are compared."""
    keys = {f"{profile.kind}!{plain(profile.known)}"} if profile.known else set()
    for name in profile.names:
        keys.update(_person_keys(name) if profile.kind == "Person" else _keys(profile.kind, name))
        if " " in plain(name):
            keys.add(f"={plain(name)}")
    return tuple(sorted(keys))


def _person_keys(name: str) -> Iterable[str]:
    """The sound of the surname: "Kassem Sulaimani" meets "Qasem Soleimani"."""
    given = parts(name)
    if given:
        yield f"Person~{skeleton(given[-1])}"


def _keys(kind: str, name: str) -> Iterable[str]:
    bare = plain(name).removeprefix("the ")
    if bare:
        yield f"{kind}={bare}"
        yield f"{kind}~{' '.join(skeleton(word) for word in parts(name))}"
