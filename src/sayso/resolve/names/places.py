"""Names of places: one word or several, compared whole."""

from __future__ import annotations

from sayso.resolve.names.align import Parts, part_score
from sayso.resolve.names.lexicon import Lexicon
from sayso.resolve.names.parts import Part
from sayso.resolve.names.sounds import alike_sounds

DIFFERENT = 0.5


def compare_places(left: Parts, right: Parts, lexicon: Lexicon) -> tuple[float, tuple[str, ...]]:
    """The score of two names of places, and why; the least alike of their words decides."""
    if len(left) == len(right):
        scores = [_score(a, b, lexicon) for a, b in zip(left, right, strict=True)]
        pairs = zip(left, right, scores, strict=True)
        told = tuple(
            f"{a.text} ~ {b.text} ({how or 'not alike'}, {s:.2f})" for a, b, (s, how) in pairs
        )
        return min(score for score, _ in scores), told
    one, other = ("".join(p.signs for p in parts) for parts in (left, right))
    abjad = left[0].abjad or right[0].abjad
    score = alike_sounds(one, other, abjad=abjad)
    how = "written together" if score >= DIFFERENT else "one has words that the other lacks"
    return score, (f"{one} ~ {other} ({how}, {score:.2f})",)


def _score(a: Part, b: Part, lexicon: Lexicon) -> tuple[float, str]:
    # "Eastern" sounds much like "southern" and is another part of the world.
    known = a.text in lexicon.weights and b.text in lexicon.weights
    return (0.0, "") if known and a.text != b.text else part_score(a, b)
