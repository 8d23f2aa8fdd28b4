"""Words that tell of one kind of happening: "resign" and "resignation", "quake" and "earthquake".

The same word, or one of its family, in reports on one subject mostly tells of one happening: the
lemma heuristic, hard to beat in event coreference (Upadhyay et al. 2016, Ahmed et al. 2023).
Derivations are known by their stem; other families are written down or learned
(docs/models/families.md).
"""

from __future__ import annotations

import json
import re
from calendar import day_name, month_name
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

# Endings that make a noun of a verb or the reverse, longest first, and the least they leave.
ENDINGS = (
    "ations", "ation", "ition", "ments", "ment", "ions", "ance", "ence", "ings", "ion", "ing",
    "ery", "ure", "age", "ers", "ors", "al", "er", "or", "ed", "s",
)  # fmt: skip
SHORTEST = 3
# What counts as a word of a passage: a name, a noun, hardly a small word.
CALENDAR = frozenset((*day_name, *month_name))
WORD = re.compile(r"[^\W\d_]{3,}")
# Behind a verb these say whom or where: "struck at", "met with".
BEHIND = frozenset(("against", "at", "for", "from", "in", "into", "on", "to", "with"))


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


def family_told(trigger: str) -> str:
    """The family of what tells of an event, be it several words: "strike at" is "strike", "walk
    out" a "walkout"."""
    words = trigger.split()
    while len(words) > 1 and words[-1] in BEHIND:
        words.pop()
    joined = "".join(words)
    return family_of(joined if stem_of(joined) in shipped_families() else " ".join(words))


@cache
def shipped_families() -> dict[str, str]:
    """From stems to the name of their family: those written down, else as learned.

    What is written down of a word goes before what is learned of it.
    """
    written = {stem_of(w): stem_of(words[0]) for words in _read("kinds.json") for w in words}
    found = dict(written)
    for stems in _read("families.json").values():
        fresh = [stem for stem in stems if stem not in written]
        found.update((stem, fresh[0]) for stem in fresh)
    return found


def families_in(words: str) -> frozenset[str]:
    """The families of the words of a passage, but for those that reports at large often use."""
    common = common_words()
    found = (match.group().lower() for match in WORD.finditer(words))
    return frozenset(family_of(word) for word in found if word not in common)


def names_in(words: str) -> frozenset[str]:
    """The words of a passage that have a capital in its midst, without days and months."""
    found = [match.group() for match in WORD.finditer(words) if match.start()]
    return frozenset(word for word in found if word[0].isupper() and word not in CALENDAR)


@cache
def common_words() -> frozenset[str]:
    """The words that at least one in ten reports at large uses: they tell no subject."""
    return frozenset(_read("common.json"))


def _read(name: str) -> Any:
    return json.loads((files("sayso.resolve.retelling") / name).read_text("utf-8"))
