"""A pack's names arranged for looking up word by word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.packs.lexicon import Gazetteer, Known
from sayso.packs.pack import Pack, made_once


@dataclass(frozen=True)
class Lookup:
    """What the mention finder asks of a pack, in lower case where case does not matter.

    ``phrases`` are known names and states as tuples of words; ``demonyms`` and ``capitals``
    lead to the state. Titles and offices are tuples of words too.
    """

    phrases: dict[tuple[str, ...], Known]
    demonyms: dict[str, str]
    capitals: dict[str, str]
    titles: frozenset[tuple[str, ...]]
    titled: frozenset[str]
    offices: frozenset[tuple[str, ...]]
    particles: frozenset[str]
    not_names: frozenset[str]
    nouns: dict[str, frozenset[str]]
    longest: int
    given_names: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    gazetteer: Gazetteer = field(default_factory=Gazetteer)
    outlet_ends: tuple[str, ...] = ()

    def type_of(self, name: str) -> str:
        """The type of a well-known name, a state where nothing else is known."""
        known = self.phrases.get(words_of(name))
        return known.type if known is not None else "Place"

    def is_given(self, word: str) -> bool:
        """Whether a word is a given name that a pack lists."""
        lists = ("male_names", "female_names", "either_names")
        named = (self.given_names, *(self.nouns[name] for name in lists))
        return any(word.lower() in names for names in named)

    def body_of(self, words: tuple[str, ...]) -> bool:
        """Whether a kind of body with "of" or "for" behind it stands in a name."""
        bodies = self.nouns["organization_nouns"]
        return any(b in ("of", "for") and a.lower() in bodies for a, b in pairwise(words))

    def land(self, words: tuple[str, ...]) -> int | None:
        """Where "Republic of" or "Gulf of" stands in a name that no body's name holds."""
        for place, word in enumerate(words[:-2]):
            lower = word.lower()
            if lower in self.nouns["organization_nouns"]:
                return None
            opens = lower in self.nouns["lands"] or lower in self.nouns["waters"]
            if opens and words[place + 1] == "of":
                return place
        return None

    def state(self, words: tuple[str, ...]) -> Known | None:
        """The state that goes by a long name: "Federal Republic of Germany"."""
        place = self.land(words)
        if place is None or words[place].lower() not in self.nouns["lands"]:
            return None
        known = self.phrases.get(words[place + 2 :])
        return known if known is not None and known.type == "Place" else None


NOUN_LISTS = (
    "organization_nouns",
    "outlet_nouns",
    "outlet_descriptions",
    "media_nouns",
    "group_nouns",
    "partisans",
    "person_nouns",
    "place_nouns",
    "place_descriptions",
    "numbered_units",
    "peoples",
    "compass",
    "route_nouns",
    "loose_modifiers",
    "body_nouns",
    "belonging_nouns",
    "joining_verbs",
    "body_openings",
    "legal_forms",
    "motion_verbs",
    "place_verbs",
    "city_nouns",
    "dealing_words",
    "human_verbs",
    "portfolios",
    "firm_nouns",
    "alias_phrases",
    "sent_offices",
    "office_verbs",
    "male_names",
    "female_names",
    "kin",
    "thing_nouns",
    "land_belongings",
    "lands",
    "waters",
    "organization_endings",
    "suffered_verbs",
    "match_verbs",
    "airing_verbs",
    "foreign_articles",
    "thing_openings",
    "place_offices",
    "outlet_openings",
    "general_bodies",
    "noble_titles",
    "firm_offices",
    "firm_belongings",
    "stake_nouns",
    "firm_verbs",
    "publishing_verbs",
    "plural_articles",
    "east_asian_surnames",
    "either_nouns",
    "crew_nouns",
    "inhabitant_nouns",
    "club_offices",
    "either_names",
    "house_nouns",
    "site_nouns",
    "craft_nouns",
    "craft_parts",
    "craft_verbs",
    "work_nouns",
    "performance_nouns",
    "performing_verbs",
    "outlet_endings",
    "honours",
    "party_nouns",
    "mind_nouns",
    "epithets",
    "run_forms",
    "state_bodies",
    "frontier_nouns",
)


def unmarked(name: str) -> str:
    """A name without the marks on its letters: "Bogota"."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def words_of(name: str) -> tuple[str, ...]:
    """A name as the words a tokenizer makes of it: hyphens and apostrophes stand alone."""
    return tuple(name.replace("’", "'").replace("-", " - ").split())


@made_once
def lookup(pack: Pack) -> Lookup:
    """The look-up of a pack; the same pack gives the same object."""
    phrases = {words_of(form): known for form, known in pack.known.items()}
    demonyms: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for name, country in pack.countries.items():
        for form in (name, *country.aliases):
            phrases.setdefault(words_of(form), Known(name, "Place"))
        for demonym in country.demonyms:
            # "The Iranians" stand for their state as "Iranian" does.
            demonyms.update({demonym: name, f"{demonym}s": name})
        if country.capital:
            capitals[country.capital] = name
            phrases.setdefault(words_of(country.capital), Known(country.capital, "Place"))
        bare = unmarked(country.capital or "")
        for spelling in (*country.capital_names, *([bare] if bare != country.capital else [])):
            capitals[spelling] = name
            phrases.setdefault(words_of(spelling), Known(country.capital or spelling, "Place"))
    for form, known in pack.known.items():
        if known.stands_for and known.type == "Place":
            capitals[form] = known.stands_for
        state = pack.countries.get(known.country or "")
        for demonym in state.demonyms if state is not None else ():
            phrases.setdefault(words_of(f"{demonym} {form}"), known)
    for region in pack.list("regions"):
        phrases.setdefault(words_of(region), Known(region, "Place"))
    nouns = {name: pack.list(name) for name in NOUN_LISTS}
    endings = nouns["organization_endings"]
    return Lookup(
        phrases=phrases,
        demonyms=demonyms,
        capitals=capitals,
        titles=_word_tuples(pack.list("titles")),
        titled=frozenset(title for title in pack.list("titles") if " " not in title),
        offices=_word_tuples(pack.offices),
        particles=pack.list("name_particles"),
        not_names=pack.list("not_names"),
        nouns=nouns | {"organization_endings": endings | nouns["organization_nouns"]},
        towns=frozenset(pack.towns),
        gazetteer=pack.gazetteer,
        outlet_ends=tuple(sorted(nouns["outlet_endings"])),
        given_names=frozenset(
            word for line in pack.list("given_names") for word in line.split() if len(word) > 2
        ),
        longest=max((len(phrase) for phrase in phrases), default=1),
    )


def _word_tuples(phrases: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(words_of(phrase) for phrase in phrases)
