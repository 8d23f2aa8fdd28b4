"""Names a pack knows: countries, offices, and forms of well-known names."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from sayso.packs.vocabulary import OneOf
from sayso.records.accounts import TIE_TYPES
from sayso.records.marks import ENTITY_TYPES


@dataclass(frozen=True, slots=True)
class Known:
    """A form of a well-known name (the key) and the ``name`` that it stands for.

    ``stands_for`` is whose seat or house it is, where the name is used for that ("the Kremlin" for
    Russia); ``country`` whose body it is, so that "Peruvian Navy" is the Navy known here;
    ``wikidata`` its item there ("Q458").
    """

    name: str
    type: Annotated[str, OneOf(ENTITY_TYPES)]
    stands_for: str | None = None
    country: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Country:
    """A state (the key is its name): what its people, its government and its things are called.

    ``capital_names`` are other spellings of the capital, ``wikidata`` the state's item there.
    """

    demonyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    capital: str | None = None
    capital_names: tuple[str, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Town:
    """A town or province (the key is its name): its ``country``, and where it lies, if known."""

    country: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An office noun (the key) and the tie its holder has to what it is an office of."""

    tie: Annotated[str, OneOf(TIE_TYPES)] = "holds_office"


@dataclass(frozen=True, slots=True)
class Spot:
    """A town of a gazetteer: its name there, its country, and where it lies.

    Of several towns that share a spelling ``name`` is null; so is what they do not share.
    """

    name: str | None
    country: str | None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class Gazetteer:
    """Towns by every spelling of their names, written as ``town_key`` has it."""

    spots: Mapping[str, Spot] = field(default_factory=dict)

    def find(self, name: str) -> Spot | None:
        """The town of a name, with or without "al-"; null where there is none."""
        key = town_key(unmarked(name))
        return self.spots.get(key) or self.spots.get(key.removeprefix("al"))


def unmarked(name: str) -> str:
    """A name without the marks over and under its letters."""
    plain = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return "".join(plain)


def town_key(name: str) -> str:
    """A name as letters only, so that hyphens, blanks and capitals make no difference."""
    return "".join(c for c in name.lower() if c.isalnum())
