"""Sayings told without a verb: "according to X, ...", "in the words of X", "X: ..."."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.attributions.finders import grammar
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.packs.cues import Cue
from sayso.records.parse import Sentence, Token

_COLON = Cue(kind="phrase")
_MOST_WORDS_OF_A_SPEAKER = 6


def find(scene: Scene) -> Iterator[Saying]:
    """Every saying whose cue is a phrase of the pack or a colon behind a name."""
    phrases = _phrases(scene)
    for number, sentence in enumerate(scene.sentences):
        for token in sentence:
            for words, cue in phrases.get(token.text.lower(), ()):
                saying = _phrase(scene, number, token, words, cue)
                if saying:
                    yield saying
                    break
        opens = number == 0 or scene.sentences[number - 1].block != sentence.block
        saying = _speaker_line(scene, number) if opens else None
        if saying:
            yield saying


def _phrases(scene: Scene) -> dict[str, list[tuple[tuple[str, ...], Cue]]]:
    found: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for key, cue in scene.pack.cues.items():
        if cue.kind == "phrase":
            words = tuple(key.split())
            found.setdefault(words[0], []).append((words, cue))
    return found


def _phrase(
    scene: Scene, number: int, token: Token, words: tuple[str, ...], cue: Cue
) -> Saying | None:
    sentence = scene.sentences[number]
    last = token.i + len(words) - 1
    here = grammar.between(sentence, token.i, last)
    if tuple(t.text.lower() for t in here) != words:
        return None
    speaker = next((t for t in sentence.children(sentence[last], "pobj")), None)
    if speaker is None:
        return None
    source = grammar.noun_phrase(sentence, speaker)
    content = _rest(sentence, token.i, sentence.subtree(speaker)[-1].i)
    if source is None or content is None:
        return None
    bounds = grammar.span_of(sentence, token.i, last)
    if content[0] >= bounds[1] or content[1] <= bounds[0]:
        content = scene.widen(content, (bounds[0], source[1]))
    return Saying(source, bounds, content, number, token.i, cue, speaker.i)


def _rest(sentence: Sentence, first: int, last: int) -> Bounds | None:
    """What stands beside the phrase in its clause; on both sides of it where it is inserted."""
    low, high = _clause_around(sentence, first, last)
    left = sentence.tokens[low:first]
    right = sentence.tokens[last + 1 : high + 1]
    before, after = grammar.stretch(left), grammar.stretch(right)
    if before and after and len(right) > 2 and len(left) > 2:
        return before[0], after[1]
    if after and len(right) > len(left):
        return after
    return before or after


def _clause_around(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    low, high = 0, len(sentence) - 1
    for above in sentence.ancestors(sentence[first]):
        own = above.dep in ("conj", "ccomp", "advcl", "parataxis") and sentence.children(
            above, "nsubj", "nsubjpass", "expl"
        )
        if above.pos in ("VERB", "AUX") and own:
            words = sentence.subtree(above)
            low, high = min(words[0].i, first), max(words[-1].i, last)
            break
    if low < first and sentence[low].dep in ("cc", "mark"):
        low += 1
    return low, high


def _speaker_line(scene: Scene, number: int) -> Saying | None:
    """ "MINISTER: We will not pay", as transcripts and headlines have it."""
    sentence = scene.sentences[number]
    colon = next((t for t in sentence.tokens[:_MOST_WORDS_OF_A_SPEAKER] if t.text == ":"), None)
    if colon is None or not colon.i:
        return None
    name = sentence.tokens[: colon.i]
    if any(t.pos not in ("PROPN", "ADP", "DET") for t in name) or name[-1].entity in _NO_SPEAKERS:
        return None
    block = scene.document.blocks[sentence.block]
    ends = [s.end for s in scene.sentences[number:] if s.block == sentence.block]
    rest = scene.document.text[colon.end : ends[-1]]
    start = colon.end + len(rest) - len(rest.lstrip())
    end = min(block.end, ends[-1]) - (1 if rest.endswith(".") else 0)
    source = grammar.stretch(name)
    if source is None or end - start < 2 or not any(t.entity for t in name):
        return None
    return Saying(source, (colon.start, colon.end), (start, end), number, colon.i, _COLON, name[-1].i)


_NO_SPEAKERS = frozenset({"DATE", "TIME", "CARDINAL", "EVENT", "WORK_OF_ART"})
