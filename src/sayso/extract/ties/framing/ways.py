"""One way to say a tie, as a pack writes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.extract.grammar import SUBJECTS
from sayso.packs.frames import TieFrame
from sayso.records.parse import FINITE, Sentence, Token

_UNSURE = frozenset({"may", "might", "could", "would", "should", "will", "can", "must", "shall"})
_PREPOSITIONS = frozenset(
    {"of", "to", "for", "with", "in", "on", "under", "against", "over", "alongside", "between",
     "at", "from", "near"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say a tie: further words, and the slot of the other end."""

    frame: TieFrame
    others: tuple[str, ...]
    slot: str


def file_ways(
    table: dict[str, list[Way]], frame: TieFrame, phrases: Iterable[str], *, last: bool = False
) -> None:
    """Enter phrases under their first word, or the ``last`` before the preposition."""
    for words in map(str.split, phrases):
        slot = words[-1] if words[-1] in _PREPOSITIONS else "object"
        told = words[:-1] if slot != "object" and len(words) > 1 else words
        key, others = (told[-1], told[:-1]) if last else (told[0], told[1:])
        table.setdefault(key, []).append(Way(frame, tuple(others), slot))


def is_unsure(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb tells of what may or will be: "might back", "will resign and be replaced"."""
    helps = sentence.children(verb, "aux", "auxpass")
    if any(token.text.lower() in _UNSURE for token in helps):
        return True
    finite = verb.tag in FINITE or any(token.tag in FINITE for token in helps)
    shares = verb.dep == "conj" and not finite and not sentence.children(verb, *SUBJECTS)
    return (
        shares and any(t.text == "be" for t in helps) and is_unsure(sentence, sentence.head(verb))
    )
