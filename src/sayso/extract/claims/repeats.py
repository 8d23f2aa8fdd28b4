"""The same judgement in title, summary and body is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sayso.records.case import Claim

# Words in capitals name the subject and the front, which all that is said of them shares.
_WORD = re.compile(r"\b[^\W\d_A-Z]{4,}\b")
# Of the words of the shorter one, so many stand in the longer one too.
_SHARED = 0.6
_FEWEST = 3
# A report that judges one thing more often than this repeats itself near by, if at all.
_COMPARED = 200


def without_repeats(claims: Iterable[Claim], names: Mapping[str, str]) -> tuple[Claim, ...]:
    """Claims in text order; one that repeats another is a place of that, the fullest kept.

    They must be of one subject and direction, and share most of their longer words. ``names`` are
    those of entities by id: what has no name of its own ("the league") is another entity each time.
    """
    kept: list[Claim] = []
    words: list[set[str]] = []
    by_kind: dict[tuple[str | None, str, str | None], list[int]] = {}
    for claim in claims:
        subject = names.get(claim.subject or "", claim.topic or "")
        group = by_kind.setdefault((claim.holder, subject, claim.direction), [])
        own = _words(claim)
        same = next((n for n in group[-_COMPARED:] if _repeats(words[n], own)), None)
        if same is None:
            group.append(len(kept))
            kept.append(claim)
            words.append(own)
        else:
            kept[same] = _joined(kept[same], claim)
            words[same] = max(words[same], own, key=len)
    return tuple(sorted(kept, key=lambda claim: (claim.span.start, claim.span.end)))


def _repeats(one: set[str], other: set[str]) -> bool:
    least = min(len(one), len(other))
    return least >= _FEWEST and len(one & other) >= _SHARED * least


def _joined(one: Claim, other: Claim) -> Claim:
    """The fuller of two with the place of the other; an argument stays one."""
    full, brief = (one, other) if len(_words(one)) >= len(_words(other)) else (other, one)
    also = (*one.also, *other.also, brief.span)
    position = next(
        (p for p in ("argument", "conclusion") if p in (one.position, other.position)),
        full.position,
    )
    return replace(full, also=tuple(sorted(also, key=lambda span: span.start)), position=position)


def _words(claim: Claim) -> set[str]:
    return set(_WORD.findall(claim.span.quote))
