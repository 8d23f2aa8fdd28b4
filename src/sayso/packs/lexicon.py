"""Names a pack knows: countries, offices, and forms of well-known names."""

from __future__ import annotations

from dataclasses import dataclass
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
