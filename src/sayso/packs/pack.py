"""The frozen Pack that steps work with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, wraps
from typing import TypeVar

from sayso.packs.conventions import Convention
from sayso.packs.cues import Aspect, Cue, Likelihood, Pressure, Scale, Turn
from sayso.packs.frames import Bearing, Frame, TieFrame
from sayso.packs.lexicon import Country, Gazetteer, Known, Office, Town
from sayso.packs.outlets import Outlet, names_by_domain


@dataclass(frozen=True)
class Pack:
    """All packs in use, merged: word lists are joined, keyed entries of later packs win.

    ``hash`` changes with any word in it, ``hashes`` tells it by section. ``words`` are the plain
    lists of words.yaml by name; ``known`` has the forms of the outlets' names among others.
    """

    names: tuple[str, ...] = ()
    hash: str = ""
    hashes: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    known: Mapping[str, Known] = field(default_factory=dict)
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    countries: Mapping[str, Country] = field(default_factory=dict)
    towns: Mapping[str, Town] = field(default_factory=dict)
    offices: Mapping[str, Office] = field(default_factory=dict)
    cues: Mapping[str, Cue] = field(default_factory=dict)
    likelihoods: Mapping[str, Likelihood] = field(default_factory=dict)
    turns: Mapping[str, Turn] = field(default_factory=dict)
    aspects: Mapping[str, Aspect] = field(default_factory=dict)
    pressures: Mapping[str, Pressure] = field(default_factory=dict)
    frames: Mapping[str, Frame] = field(default_factory=dict)
    ties: Mapping[str, TieFrame] = field(default_factory=dict)
    times: Mapping[str, Convention] = field(default_factory=dict)
    bearings: Mapping[str, Bearing] = field(default_factory=dict)
    scales: Mapping[str, Scale] = field(default_factory=dict)
    gazetteer: Gazetteer = field(default_factory=Gazetteer)

    def list(self, name: str) -> frozenset[str]:
        """A word list; empty where no pack in use has it."""
        return self.words.get(name, frozenset())

    def country_of(self, place: str) -> str | None:
        """The country that a town, a capital or a part of a country lies in; else null."""
        town = self.towns.get(place)
        if town is not None:
            return town.country
        part, _, whole = place.partition(" ")
        if whole in self.countries and part.lower() in self.list("compass"):
            return whole
        capital = self._by_capital.get(place)
        spot = self.gazetteer.find(place) if capital is None else None
        return capital if spot is None else spot.country

    def coordinates_of(self, place: str) -> tuple[float, float] | None:
        """Latitude and longitude of a town, in degrees; else null."""
        town = self.towns.get(place)
        if town is not None and town.latitude is not None and town.longitude is not None:
            return town.latitude, town.longitude
        spot = self.gazetteer.find(place)
        if spot is None or spot.latitude is None or spot.longitude is None:
            return None
        return spot.latitude, spot.longitude

    def wikidata_of(self, name: str) -> str | None:
        """The item at Wikidata of a state or of somebody well known, by the name in full."""
        country = self.countries.get(name)
        return (country.wikidata if country is not None else None) or self._items.get(name)

    def outlet_at(self, domain: str) -> str | None:
        """The name of the outlet whose page is on a host, one below it included; else null."""
        labels = domain.lower().strip(".").split(".")
        above = (".".join(labels[place:]) for place in range(len(labels) - 1))
        return next((name for host in above if (name := self._by_domain.get(host))), None)

    @cached_property
    def _by_capital(self) -> dict[str, str]:
        return {
            spelt: name
            for name, c in self.countries.items()
            for spelt in (*c.capital_names, *([c.capital] if c.capital else []))
        }

    @cached_property
    def _items(self) -> dict[str, str]:
        return {known.name: known.wikidata for known in self.known.values() if known.wikidata}

    @cached_property
    def _by_domain(self) -> dict[str, str]:
        return names_by_domain(self.outlets)


Made = TypeVar("Made")


def made_once(make: Callable[[Pack], Made]) -> Callable[[Pack], Made]:
    """What a room makes of a pack, kept, so that the same words give the same object.

    Packs are told apart by their hash; one without a hash is made anew each time.
    """

    @lru_cache(maxsize=8)
    def kept(held: _Held) -> Made:
        return make(held.pack)

    @wraps(make)
    def made(pack: Pack) -> Made:
        return kept(_Held(pack)) if pack.hash else make(pack)

    return made


class _Held:
    """A pack that compares by its hash."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.pack.hash == self.pack.hash

    def __hash__(self) -> int:
        return hash(self.pack.hash)
