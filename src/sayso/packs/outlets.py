"""Outlets and other bodies that reports cite: what they are, where they are, whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from sayso.packs.lexicon import Known
from sayso.packs.vocabulary import OneOf

MEDIA = (
    "agency", "daily", "newspaper", "weekly", "magazine", "journal", "broadcaster", "radio",
    "website", "channel", "platform",
)  # fmt: skip
BODIES = ("institute", "monitor", "state body", "international body")
_ARABIC_ARTICLE = re.compile(r"[Aa]l[- ](?=\w)")


@dataclass(frozen=True, slots=True)
class Outlet:
    """Somebody whose reports are cited (the key is the name it goes by).

    ``kind`` is one of MEDIA, for what is an Outlet, or of BODIES, for an Organization that
    publishes ("channel" is one on a social platform). ``names`` are its other names, acronyms and
    spellings; "al-" and "the" are read in every spelling. ``domains`` are the hosts of its links.
    ``country`` is the state it works from, ``owner`` who owns, runs or pays for it, ``leaning``
    the side it is said to take; what is not surely known is left out. ``known_from`` tells where
    all that is known from, so that a reader can look it up.
    """

    kind: Annotated[str, OneOf(MEDIA + BODIES)]
    known_from: str
    country: str | None = None
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    owner: str | None = None
    leaning: str | None = None

    @property
    def type(self) -> str:
        """The type of entity that it is."""
        return "Outlet" if self.kind in MEDIA else "Organization"


def known_forms(outlets: Mapping[str, Outlet]) -> dict[str, Known]:
    """Every form of the outlets' names, and the name it stands for."""
    return {
        form: Known(name, outlet.type)
        for name, outlet in outlets.items()
        for given in (name, *outlet.names)
        for form in _spellings(given)
    }


def names_by_domain(outlets: Mapping[str, Outlet]) -> dict[str, str]:
    """The name of each outlet by every host it is known at."""
    return {domain.lower(): name for name, outlet in outlets.items() for domain in outlet.domains}


def _spellings(name: str) -> Iterator[str]:
    """A name as reports write it: "al-Manar", "Al Manar"; "the Guardian"."""
    yield name
    if name.startswith("The "):
        yield "the" + name[3:]
    article = _ARABIC_ARTICLE.match(name)
    if article:
        rest = name[article.end() :]
        yield from (before + rest for before in ("al-", "Al-", "al ", "Al "))
