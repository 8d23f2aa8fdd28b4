"""On whose word something stands: the attributions around a word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from sayso.packs.pack import Pack
from sayso.records.parse import Sentence, Token
from sayso.records.statements import Attribution


class Sources:
    """The attributions of a document by what they cover."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        self._sorted = sorted(attributions, key=lambda a: (a.content.start, -a.content.end))
        self._starts = [a.content.start for a in self._sorted]

    def covering(self, token: Token) -> tuple[Attribution, ...]:
        """The attributions whose content holds a word, without those it is a cue of."""
        before = self._sorted[: bisect_right(self._starts, token.start)]
        return tuple(
            a
            for a in before
            if a.content.end >= token.end and not (a.cue and a.cue.start <= token.start < a.cue.end)
        )

    def cued(self, token: Token) -> Attribution | None:
        """The attribution whose cue a word is part of."""
        return next(
            (a for a in self._sorted if a.cue and a.cue.start <= token.start < a.cue.end), None
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
