"""Words of likelihood, and whether a source affirms, denies or doubts."""

from __future__ import annotations

import re

from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying
from sayso.packs.pack import Pack
from sayso.records.statements import Hedge

# Who does not say or know something has not denied it.
_SILENT = frozenset({"say", "report", "ask", "know"})
_OPPOSITE = {"affirms": "denies", "denies": "unsure", "unsure": "unsure"}


class Hedges:
    """The pack's words of likelihood, ready to be looked for."""

    def __init__(self, pack: Pack) -> None:
        self._entries = pack.likelihoods
        longest_first = sorted(pack.likelihoods, key=lambda key: (-len(key), key))
        words = "|".join(map(re.escape, longest_first))
        self._pattern = re.compile(rf"\b(?:{words or '(?!)'})\b", re.IGNORECASE)

    def find(self, text: str, *places: Bounds | None) -> tuple[Hedge, ...]:
        """The words of likelihood in these places, each once, in order."""
        found: dict[str, Hedge] = {}
        for start, end in filter(None, places):
            for match in self._pattern.finditer(text, start, end):
                if match[0][0].isupper() and not _opens_sentence(text, match.start()):
                    continue  # the month of May, Theresa May
                entry = self._entries[match[0].lower()]
                found.setdefault(match[0].lower(), Hedge(match[0], entry.low, entry.high))
        return tuple(found.values())


def _opens_sentence(text: str, offset: int) -> bool:
    before = text[max(0, offset - 8) : offset].rstrip(" \xa0\t\"“‘'(")[-1:]
    return not before or before in ".!?:\n•"


def stance(saying: Saying | None) -> str:
    """The source's stance to what is said; plain citations affirm."""
    if saying is None:
        return "affirms"
    own, act = saying.cue_entry.stance, saying.cue_entry.act
    if not saying.denied:
        return own
    return "unsure" if act in _SILENT else _OPPOSITE[own]
