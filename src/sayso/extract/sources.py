"""On whose word something stands: the attributions around a word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from sayso.packs.pack import Pack
from sayso.records.notes import Notes
from sayso.records.parse import Sentence, Token
from sayso.records.statements import Attribution


class Sources:
    """The attributions of a document by what they cover."""

    def __init__(self, notes: Notes) -> None:
        sentences = notes.parse.sentences
        starts = [sentence.start for sentence in sentences]
        self._by_sentence: dict[int, list[Attribution]] = {}
        for attribution in notes.attributions:
            content = attribution.content
            place = max(bisect_right(starts, content.start) - 1, 0)
            while place < len(starts) and starts[place] < content.end:
                self._by_sentence.setdefault(starts[place], []).append(attribution)
                place += 1

    def covering(self, sentence: Sentence, token: Token) -> tuple[Attribution, ...]:
        """The attributions whose content holds a word, without those it is a cue of."""
        return tuple(
            a
            for a in self._by_sentence.get(sentence.start, ())
            if a.content.start <= token.start
            and token.end <= a.content.end
            and not (a.cue and a.cue.start <= token.start < a.cue.end)
        )


def factuality_of(
    sentence: Sentence, words: Iterable[Token], covering: tuple[Attribution, ...], pack: Pack
) -> str:
    """How firmly something told in these words is told: asserted, reported, hedged or denied.

    A citation alone leaves it asserted, for the author tells it in his own voice.
    """
    if any(a.stance == "denies" for a in covering):
        return "denied"
    if any(a.hedges for a in covering) or _hedged(sentence, words, pack):
        return "hedged"
    return "reported" if any(a.cue is not None for a in covering) else "asserted"


def _hedged(sentence: Sentence, words: Iterable[Token], pack: Pack) -> bool:
    near: list[Token] = []
    for word in words:
        near += sentence.children(word, "advmod", "amod")
        if word.dep == "ccomp":
            near += sentence.children(sentence.head(word), "acomp", "advmod")
    return any(t.text.lower() in pack.likelihoods or t.lemma in pack.likelihoods for t in near)
