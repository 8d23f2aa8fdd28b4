"""All sayings of a document, from every finder, each once."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.extract.attributions.finders import floating, nouns, phrases, verbs
from sayso.extract.attributions.finders.scene import Saying, Scene


def find_sayings(scene: Scene) -> list[Saying]:
    """Every saying, in text order; a later finder gives way to an earlier one."""
    found = _once([*verbs.find(scene), *phrases.find(scene), *nouns.find(scene)])
    found.extend(floating.find(scene, found))
    return sorted(found, key=lambda saying: (saying.content, saying.cue or saying.content))


def _once(sayings: Iterable[Saying]) -> list[Saying]:
    """Without what repeats a saying already told of the same words by the same source."""
    kept: list[Saying] = []
    for saying in sayings:
        if not any(_repeats(saying, other) for other in kept):
            kept.append(saying)
    return kept


def _repeats(saying: Saying, other: Saying) -> bool:
    """ "refused to say that ..." is one saying, and so are two cues for the same words."""
    if saying.content == other.content:
        return True
    if saying.source != other.source or saying.source is None or saying.cue is None:
        return False
    return other.content[0] <= saying.cue[0] and saying.cue[1] <= other.content[1]
