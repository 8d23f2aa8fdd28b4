"""Words without their endings, so that "attack", "attacks" and "attacked" are one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.analysis.wording.names import folded

# A word is known by so many letters; shorter ones by all but their ending.
_STEM = 6
_SHORTEST = 3
_ENDINGS = ("ing", "ied", "ies", "ed", "es", "s", "e", "y")
# Different words kept with their stems: reports use the same few thousand over and over.
_KEPT = 1 << 15
_LONG = re.compile(r"[^\W\d_]{5,}")


@lru_cache(_KEPT)
def stem(word: str) -> str:
    """A word without its ending, cut to so many letters that its kin has in common."""
    plain = folded(word)
    if len(plain) > _STEM:
        return plain[:_STEM]
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
            return plain[: -len(ending)]
    return plain


@lru_cache(_KEPT)
def bare(word: str) -> str:
    """A word without its ending, whole: "competent" is not "competition"."""
    plain = folded(word)
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
            return plain[: -len(ending)]
    return plain


def stems(texts: Iterable[str]) -> frozenset[str]:
    """The longer words of some texts, without their endings."""
    return frozenset(
        stem(word) for text in texts for word in _LONG.findall(folded(text).replace("-", " "))
    )
