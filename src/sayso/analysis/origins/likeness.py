"""Whether two tellings of one event are one text in other words: edited, or translated and back.

Tellings of one event share its names, its day and its numbers, whoever tells them. So names in
capitals and numbers do not count, and what is left must agree in most of its longer words. Of a
story of thirty words two people choose the same half of the rest by chance once in a long while.
"""

from __future__ import annotations

import re

from sayso.analysis.wording.names import folded

_WORD = re.compile(r"[^\W\d_]{4,}")
# Endings fall away behind so many letters: "firefighters", "firefighter".
_STEM = 5
# Fewer words than this in common may come from the event itself.
_FEWEST = 5
_ALIKE = 0.45


def content(text: str) -> frozenset[str]:
    """The longer words of a text in small letters, without their endings; names left out."""
    return frozenset(folded(word)[:_STEM] for word in _WORD.findall(text) if not word[0].isupper())


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two tellings say the same in mostly the same words, whatever their order."""
    shared = len(one & other)
    least = min(len(one), len(other))
    return shared >= _FEWEST and shared >= _ALIKE * least
