"""All sayings of a document, from every finder, each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.engines.protocols import Tagger
from sayso.extract.attributions.finders import (
    adverbs,
    announced,
    floating,
    nouns,
    phrases,
    verbs,
)
from sayso.extract.attributions.finders.complements.asides import remarked_on
from sayso.extract.attributions.finders.complements.deeds import is_deed
from sayso.extract.attributions.finders.quotations import Bounds, within
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
    parted = parted_sayings(scene, ruled)
    return sorted(parted, key=lambda saying: (saying.content, saying.cue or saying.content))


def parted_sayings(scene: Scene, sayings: Iterable[Saying]) -> Iterator[Saying]:
    """Sayings whose content ends where another source closes the sentence.

    "Officials confirmed 12 cases, the ministry reported": each lies in what the other tells, and
    the ministry's word is none of theirs.
    """
    by_sentence: dict[int, list[Saying]] = defaultdict(list)
    for saying in sayings:
        by_sentence[saying.sentence].append(saying)
    for together in by_sentence.values():
        for saying in together:
            behind = [o.source[0] for o in together if o.source and _closes(saying, o)]
            end = scene.before(min(behind)) if behind else saying.content[1]
            yield replace(saying, content=(saying.content[0], end))


def _closes(saying: Saying, other: Saying) -> bool:
    """Whether another's words stand before its source, and hold this saying's cue."""
    if other.source is None or other.cue is None or saying.cue is None:
        return False
    held = other.content[0] <= saying.cue[0] and other.content[1] <= other.source[0]
    reaches = saying.content[0] < other.source[0] < other.cue[1] <= saying.content[1]
    return held and reaches and saying.cue[1] <= other.content[1]


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
        [
            *(saying for saying in verbs.find(scene) if not is_deed(scene, saying)),
            *phrases.find(scene),
            *nouns.find(scene),
            *adverbs.find(scene),
            *announced.find(scene),
        ],
        scene,
    )
    found.extend(floating.find(scene, found))
    return found


def _once(sayings: Iterable[Saying], scene: Scene) -> list[Saying]:
    """Without what repeats a saying already told of the same words by the same source."""
    sayings = [*sayings]
    pieces: defaultdict[Bounds | None, list[Bounds]] = defaultdict(list)
    for saying in sayings:
        pieces[saying.cue].append(saying.content)
    kept: list[Saying] = []
    contents: dict[Bounds, Saying] = {}
    by_source: defaultdict[Bounds | None, list[Bounds]] = defaultdict(list)
    for saying in sayings:
        said = by_source[saying.source]
        same = contents.get(saying.content)
        # "It is expected to fall, the bank reported": the bank tells of all that is expected, and
        # in '"We know," she said, "that it fell"' she tells both halves.
        around = same and same.cue and any(within(same.cue, one) for one in pieces[saying.cue])
        # "She said it fell, a claim the bank denied": two have their word on one thing.
        around = around or (same and same.source != saying.source and _is_remark(saying, scene))
        if (same is not None and not around) or _is_told_within(saying, said):
            continue
        kept.append(saying)
        contents[saying.content] = saying
        said.append(saying.content)
    return kept


def _is_remark(saying: Saying, scene: Scene) -> bool:
    sentence = scene.sentences[saying.sentence]
    return remarked_on(sentence, sentence[saying.word]) is not None


def _is_told_within(saying: Saying, said: Iterable[Bounds]) -> bool:
    """ "Refused to say that ..." is one saying: the second cue is in what the first tells."""
    if saying.source is None or saying.cue is None:
        return False
    return any(within(saying.cue, bounds) for bounds in said)
