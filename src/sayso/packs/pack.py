"""The frozen Pack that steps work with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.packs.cues import Cue, Likelihood
from sayso.packs.frames import Frame, TieFrame
from sayso.packs.lexicon import Country, Known, Office


@dataclass(frozen=True)
class Pack:
    """All packs in use, merged: word lists are joined, keyed entries of later packs win.

    ``hash`` changes with any word in it, ``hashes`` tells it by section. ``words`` are the plain
    lists of words.yaml by name.
    """

    names: tuple[str, ...] = ()
    hash: str = ""
    hashes: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    known: Mapping[str, Known] = field(default_factory=dict)
    countries: Mapping[str, Country] = field(default_factory=dict)
    offices: Mapping[str, Office] = field(default_factory=dict)
    cues: Mapping[str, Cue] = field(default_factory=dict)
    likelihoods: Mapping[str, Likelihood] = field(default_factory=dict)
    frames: Mapping[str, Frame] = field(default_factory=dict)
    ties: Mapping[str, TieFrame] = field(default_factory=dict)

    def list(self, name: str) -> frozenset[str]:
        """A word list; empty where no pack in use has it."""
        return self.words.get(name, frozenset())
