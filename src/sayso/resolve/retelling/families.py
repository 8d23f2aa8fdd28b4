"""Words that tell of one kind of happening: "resign" and "resignation", "quake" and "earthquake".

The same word, or one of its family, in reports on one subject mostly tells of one happening: the
lemma heuristic, hard to beat in event coreference (Upadhyay et al. 2016, Ahmed et al. 2023).
Derivations are known by their stem; other families are learned (docs/models/families.md).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

# Endings that make a noun of a verb or the reverse, longest first, and the least they leave.
ENDINGS = (
    "ations", "ation", "ition", "ments", "ment", "ions", "ance", "ence", "ings", "ion", "ing",
    "ery", "ure", "age", "ers", "ors", "al", "er", "or", "ed", "s",
)  # fmt: skip
SHORTEST = 3


def stem_of(lemma: str) -> str:
    """A word in small letters without the ending that makes a noun of a verb or the reverse."""
    word = lemma.lower()
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word[: -len(ending)]
            break
    bare = word.rstrip("eiy") if len(word) > SHORTEST else word
    doubled = len(bare) > SHORTEST and bare[-1] == bare[-2]
    return bare[:-1] if doubled else bare


def family_of(lemma: str, families: Mapping[str, str] | None = None) -> str:
    """The family of a word, one name for all its words; its stem where no family is known."""
    known = shipped_families() if families is None else families
    stem = stem_of(lemma)
    return known.get(stem, stem)


@cache
def shipped_families() -> dict[str, str]:
    """From stems to the name of their family, as learned by `make train`."""
    text = (files("sayso.resolve.retelling") / "families.json").read_text("utf-8")
    return {stem: name for name, stems in json.loads(text).items() for stem in stems}
