"""The words by which a sentence hedges, attributes, or keeps to a scale, ready to be looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.packs.pack import Pack

# Grammar, not a field's words: past forms that are not made with -ed.
_PAST = {
    "say": "said", "tell": "told", "write": "wrote|written", "find": "found", "show": "shown",
    "think": "thought", "know": "knew|known", "hold": "held", "speak": "spoke|spoken",
    "understand": "understood", "read": "read", "foresee": "foresaw|foreseen",
}  # fmt: skip
_TELLING = frozenset({"say", "report", "claim"})
_STRAIGHT = re.compile(r"\"[^\"]*\"")


@dataclass(frozen=True)
class Words:
    """What a pack's words look like in a text; ``scales`` are by name, likelihood ones and
    confidence ones apart."""

    hedges: re.Pattern[str]
    attributing: re.Pattern[str]
    likelihoods: Mapping[str, re.Pattern[str]]
    confidences: Mapping[str, re.Pattern[str]]


def words_of(pack: Pack) -> Words:
    """The words of a pack, as one pattern for each use."""
    doubting = [key for key, cue in pack.cues.items() if cue.stance == "unsure"]
    telling = [
        key
        for key, cue in pack.cues.items()
        if cue.kind in ("phrase", "adverb")
        or (cue.kind == "verb" and cue.act in _TELLING and "clause" in cue.takes)
    ]
    return Words(
        hedges=_any(_forms(key) for key in (*pack.likelihoods, *doubting)),
        attributing=_any(_forms(key) for key in telling),
        likelihoods=_scales(pack, "likelihood"),
        confidences=_scales(pack, "confidence"),
    )


def unquoted(text: str) -> str:
    """A text without what it quotes, quotations within quotations too: the words of others."""
    left, depth = [], 0
    for letter in _STRAIGHT.sub(" ", text):
        depth += letter in "“«"
        if not depth:
            left.append(letter)
        depth = max(0, depth - (letter in "”»"))
    return "".join(left)


def _scales(pack: Pack, kind: str) -> dict[str, re.Pattern[str]]:
    return {
        name: _any(re.escape(word) for word in scale.words)
        for name, scale in pack.scales.items()
        if scale.kind == kind
    }


def _forms(key: str) -> str:
    """A word or phrase in the forms that its first word may have."""
    first, _, rest = key.partition("/")[0].partition(" ")
    stem = re.escape(first[:-1] if first.endswith("e") else first)
    forms = rf"{re.escape(first)}s?|{stem}(?:e?d|ing|es)"
    if first.endswith("y"):
        forms += rf"|{re.escape(first[:-1])}ie[sd]"
    if first in _PAST:
        forms += f"|{_PAST[first]}"
    return f"(?:{forms})" + (rf"\s+{re.escape(rest)}" if rest else "")


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    # The longest first, so that "very unlikely" is not taken for "unlikely".
    joined = "|".join(sorted(patterns, key=lambda one: (-len(one), one)))
    return re.compile(rf"\b(?:{joined})\b" if joined else r"(?!)", re.IGNORECASE)
