"""On whose word an event stands: the attributions around a trigger."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from sayso.extract.events.triggers import Trigger
from sayso.packs.pack import Pack
from sayso.records.parse import Token
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


def factuality_of(trigger: Trigger, covering: tuple[Attribution, ...], pack: Pack) -> str:
    """How firmly an event is told: asserted, reported, hedged or denied.

    A citation alone leaves it asserted, for the author tells it in his own voice.
    """
    if any(a.stance == "denies" for a in covering):
        return "denied"
    if any(a.hedges for a in covering) or _hedged(trigger, pack):
        return "hedged"
    return "reported" if any(a.cue is not None for a in covering) else "asserted"


def _hedged(trigger: Trigger, pack: Pack) -> bool:
    sentence, word = trigger.sentence, trigger.verb or trigger.token
    near = list(sentence.children(word, "advmod", "amod"))
    if trigger.token != word:
        near += sentence.children(trigger.token, "advmod", "amod")
    if word.dep == "ccomp":
        near += sentence.children(sentence.head(word), "acomp", "advmod")
    return any(t.text.lower() in pack.likelihoods or t.lemma in pack.likelihoods for t in near)
