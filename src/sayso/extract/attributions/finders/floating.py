"""Quotations that no other finder tied to a speaker: beside a cue, or afloat behind a quotation."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.extract.attributions.finders import grammar, voices
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.records.parse import Sentence, Token

_FEWEST_WORDS_AFLOAT = 3
# A word or two in quotation marks must stand right beside the cue, in characters.
_NEXT_TO, _ANYWHERE = 3, 1 << 30
# How many sayings before a quotation may reach into it or be continued by it.
_LOOK_BACK = 12
# A paragraph that closes with a quotation may end in "said the spokesman for the ministry."
_LAST_WORDS = 120


# A full stop (not an ellipsis) before the closing mark.
_FULL_STOP = re.compile(r"(?<!\.)\.[\W_]{1,2}\Z")


def find(scene: Scene, known: Iterable[Saying]) -> Iterator[Saying]:
    """Every saying whose content is a quotation that ``known`` sayings leave over."""
    sayings = sorted(known, key=_place)
    for quotation in scene.quotations:
        here = bisect_right(sayings, quotation[1], key=lambda told: told.content[0])
        around = sayings[max(0, here - _LOOK_BACK) : here]
        if any(_tells(told, quotation) for told in around):
            continue
        saying = _beside(scene, quotation) or _afloat(scene, quotation, around)
        if saying:
            insort(sayings, saying, key=_place)
            yield saying


def _place(saying: Saying) -> Bounds:
    return saying.content


def _tells(told: Saying, quotation: Bounds) -> bool:
    """Whether a saying from outside the marks has most of the quotation as its content."""
    start, end = quotation
    if told.cue is None or start <= told.cue[0] < end:
        return False
    return min(end, told.content[1]) - max(start, told.content[0]) > (end - start) // 2


def _beside(scene: Scene, quotation: Bounds) -> Saying | None:
    """The cue outside the marks that is nearest in the sentences the quotation stands in."""
    best: tuple[int, Saying] | None = None
    few = scene.document.text[slice(*quotation)].count(" ") < _FEWEST_WORDS_AFLOAT - 1
    reach = _NEXT_TO if few else _ANYWHERE
    closed = _FULL_STOP.search(scene.document.text, quotation[0], quotation[1]) is not None
    for number in _numbers(scene, quotation):
        for verb in scene.sentences[number]:
            gap = _gap(verb, quotation)
            if verb.pos != "VERB" or not 0 <= gap <= reach or (best and gap >= best[0]):
                continue
            if closed and verb.start >= quotation[1]:
                continue  # what follows a full stop is another sentence, of anybody
            saying = _spoken(scene, number, verb, quotation)
            if saying:
                best = (gap, saying)
    return best[1] if best else None


def _gap(token: Token, quotation: Bounds) -> int:
    """Distance in characters; negative inside."""
    if token.end <= quotation[0]:
        return quotation[0] - token.end
    return token.start - quotation[1]


def _numbers(scene: Scene, bounds: Bounds) -> range:
    first = max(0, bisect_right(scene.sentence_starts, bounds[0]) - 1)
    last = max(first, bisect_right(scene.sentence_starts, bounds[1] - 1) - 1)
    # A text of nothing but headings may have no sentence at all.
    return range(first, min(last + 1, len(scene.sentences)))


def _spoken(scene: Scene, number: int, verb: Token, quotation: Bounds) -> Saying | None:
    sentence = scene.sentences[number]
    cue = scene.cue(verb.lemma.lower(), "verb")
    if cue is None or "clause" not in cue.takes or scene.phrase_at(sentence, verb, "inner"):
        return None  # "quoting 'a source'" only names on whose word it is told
    speaker = grammar.subject(sentence, verb)
    if speaker is None or not scene.can_speak(sentence, speaker, cue):
        return None
    told = voices.said_by(sentence, number, verb, speaker, cue, quotation)
    within = told.source and told.source[0] < quotation[1] and quotation[0] < told.source[1]
    return None if within else told


def _afloat(scene: Scene, quotation: Bounds, around: list[Saying]) -> Saying | None:
    """A quotation that is whole sentences continues the speaker quoted just before."""
    sentences = [scene.sentences[i] for i in _numbers(scene, quotation)]
    words = [t for s in sentences for t in s if t.pos != "PUNCT"]
    outside = [t for t in words if t.start < quotation[0] or t.end > quotation[1]]
    if outside or len(words) < _FEWEST_WORDS_AFLOAT:
        return None
    before = [told for told in around if told.cue and _reach(told) <= quotation[0]]
    last = max(before, key=_reach, default=None)
    if last is None or not _near(scene, last, sentences[0]):
        return None
    return replace(last, content=quotation)


def _reach(told: Saying) -> int:
    return max(told.content[1], (told.cue or told.content)[1])


def _near(scene: Scene, told: Saying, sentence: Sentence) -> bool:
    """Whether what was told ends in this paragraph, or closes the one before it."""
    blocks = scene.document.blocks
    if blocks[sentence.block].start <= told.content[1]:
        return True
    previous = blocks[sentence.block - 1] if sentence.block else blocks[sentence.block]
    return previous.start <= told.content[1] and previous.end - _reach(told) <= _LAST_WORDS
