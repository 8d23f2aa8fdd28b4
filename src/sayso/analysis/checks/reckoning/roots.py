"""Words by their roots, so that "was appointed", "his appointment" and "to appoint" are one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.analysis.checks.reckoning.amounts import GRAMMAR
from sayso.analysis.wording.names import folded
from sayso.analysis.wording.stems import bare
from sayso.packs.pack import Pack, made_once

_WORD = re.compile(r"[^\W\d_]{3,}")
_NOUNS = ("ements", "ement", "ments", "ment", "ations", "ation", "ions", "ion", "als", "al",
          "ures", "ure", "ances", "ance", "ings", "ing")  # fmt: skip
# In letters: what is left of a word without its ending must still tell it from others. "Station"
# is no deed of a state.
_LEFT = 4
_LEFT_OF_ION = 5
# Words that name nothing, beside those that no rule counts.
_EMPTY = GRAMMAR | frozenset({
    "they", "them", "but", "when", "than", "then", "after", "before", "since", "while", "where",
    "first", "last", "second", "next", "day", "week", "month", "year", "time", "there", "here",
    "again", "also", "only", "between", "until", "during", "against", "over",
})  # fmt: skip


def root(word: str) -> str:
    """A word without its ending and without what makes a deed a noun."""
    plain = folded(word)
    for ending in _NOUNS:
        left = _LEFT_OF_ION if "ion" in ending else _LEFT
        if plain.endswith(ending) and len(plain) - len(ending) >= left:
            return bare(plain.removesuffix(ending))
    found = bare(plain)
    # "Planned" and "plan", "running" and "run".
    return found[:-1] if len(found) > _LEFT and found[-1] == found[-2] else found


@dataclass(frozen=True, slots=True)
class Roots:
    """The roots of words; a verb that changes its vowel is one with its past and its noun."""

    changed: dict[str, str]

    def one(self, word: str) -> str:
        """The root of a word."""
        plain = folded(word)
        for form in (plain, plain.removesuffix("s"), plain.removesuffix("ing")):
            if form in self.changed:
                return root(self.changed[form])
        return root(plain)

    def among(self, text: str) -> frozenset[str]:
        """The roots of the words of a text that tell what it is of."""
        return self.each(_WORD.findall(text))

    def each(self, words: Iterable[str]) -> frozenset[str]:
        """The roots of words, without those that name nothing."""
        return frozenset(self.one(word) for word in words if folded(word) not in _EMPTY)


@made_once
def roots_of(pack: Pack) -> Roots:
    """Those of the rows of a pack, "strike struck stricken"; one pack gives one object."""
    rows = [row.split() for row in sorted(pack.list("irregular_verbs"))]
    return Roots({form: row[0] for row in rows for form in row})
