"""All sayings of a document, from every finder, each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sayso.engines.protocols import Tagger
from sayso.extract.attributions.finders import adverbs, floating, nouns, phrases, verbs
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.extract.attributions.tagging.reading import added, joined, tagged, told


def find_sayings(
    scene: Scene, tagger: Tagger | None = None, *, attitudes: bool = False
) -> list[Saying]:
    """Every saying, in text order: what the rules find, and what a tagger makes of it.

    With ``attitudes`` also what somebody only wants or feels, as far as the tagger knows.
    """
    ruled = ruled_sayings(scene)
    if tagger is not None and scene.sentences:
        found = [*_with_somebody(ruled, tagged(scene, ruled, tagger, everywhere=attitudes))]
        ruled = (
            joined(scene, ruled, found)
            if attitudes
            else added(scene, ruled, told(scene, ruled, found))
        )
    return sorted(ruled, key=lambda saying: (saying.content, saying.cue or saying.content))


def _with_somebody(ruled: Iterable[Saying], tagged: Iterable[Saying]) -> Iterator[Saying]:
    """The tagger's sayings without those of "allegedly": whose clause it is in does not say it."""
    heard = {
        one.cue[0]: one.sentence for one in ruled if one.cue and one.cue_entry.kind == "adverb"
    }
    by_sentence: dict[int, list[int]] = {}
    for start, number in heard.items():
        by_sentence.setdefault(number, []).append(start)
    for saying in tagged:
        starts = by_sentence.get(saying.sentence, ())
        if saying.cue is None or not any(saying.cue[0] <= at < saying.cue[1] for at in starts):
            yield saying


def ruled_sayings(scene: Scene) -> list[Saying]:
    """The sayings that the rules find; a later finder gives way to an earlier one."""
    found = _once(
        [*verbs.find(scene), *phrases.find(scene), *nouns.find(scene), *adverbs.find(scene)]
    )
    found.extend(floating.find(scene, found))
    return found


def _once(sayings: Iterable[Saying]) -> list[Saying]:
    """Without what repeats a saying already told of the same words by the same source."""
    kept: list[Saying] = []
    contents: set[Bounds] = set()
    by_source: defaultdict[Bounds | None, list[Bounds]] = defaultdict(list)
    for saying in sayings:
        said = by_source[saying.source]
        if saying.content in contents or _is_told_within(saying, said):
            continue
        kept.append(saying)
        contents.add(saying.content)
        said.append(saying.content)
    return kept


def _is_told_within(saying: Saying, said: Iterable[Bounds]) -> bool:
    """ "Refused to say that ..." is one saying: the second cue is in what the first tells."""
    if saying.source is None or saying.cue is None:
        return False
    start, end = saying.cue
    return any(first <= start and end <= last for first, last in said)
