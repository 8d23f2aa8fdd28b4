"""What role a paragraph plays by the look of its words: item, caption, footnote; repeats."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable

from sayso.records.documents import Block

_BULLET = re.compile(
    r"(?:[•◦▪▫‣●○∙·■□➢➤►✓*+–—-]|\(?\d{1,2}[.)]|\(?[a-z]\)|\(?[ivx]{1,5}[.)])[ \t\u00a0]+(?=\S)"
)
_FOOTNOTE = re.compile(r"\[\^?\d{1,3}\]:?\s+\S")
# "… (Outlet, January 8, 2020)." at the end of a line, and nothing but that in the parenthesis.
_CITED = re.compile(r"\([^()\d]{2,80},[^()]{0,40}\b(?:1[5-9]|20)\d\d\)[.\s]*\Z")
_PREDICATE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does"
    r"|said|says|told|met|took|came|went|gave|made|held|left|became|began|\w{2,}ed"
    r"(?= (?:that|the|a|an|to|his|her|its|their|him|it|them|about|between|over|at least|\d)\b))\b"
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+[A-Z“\"]")
_CAPTION_WORDS = 45
_REPEAT_WORDS = 4


def bullet(line: str) -> int:
    """How many characters of a line are a list marker with its space; 0 if it has none."""
    match = _BULLET.match(line)
    return match.end() if match else 0


def is_footnote(words: str) -> bool:
    """Whether a paragraph begins like a footnote: "[1] …"."""
    return bool(_FOOTNOTE.match(words))


def is_caption(words: str) -> bool:
    """Whether a paragraph looks like the words under a picture, with the outlet it is from.

    That is a phrase without a verb of its own and a closing parenthesis with outlet and date:
    "The minister at the quay (Harbour News, May 3, 2020)."
    """
    cited = _CITED.search(words)
    if not cited or words.count(" ") > _CAPTION_WORDS:
        return False
    phrase = words[: cited.start()]
    return bool(phrase.strip()) and not (_PREDICATE.search(phrase) or _SENTENCE_END.search(phrase))


def refine(text: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with captions and footnotes told apart from paragraphs, and repeats marked.

    A line that stands word for word a second time and cites an outlet is a caption both times,
    even where it has a verb: only captions are printed twice. So is one that repeats a caption.
    """
    blocks = tuple(blocks)
    keys = [_key(text[block.start : block.end]) for block in blocks]
    count: dict[str, int] = {}
    for key in keys:
        count[key] = count.get(key, 0) + 1
    captions = {k for b, k in zip(blocks, keys, strict=True) if b.kind == "caption"}
    seen: set[str] = set()
    found = []
    for block, key in zip(blocks, keys, strict=True):
        words = text[block.start : block.end]
        kind = "caption" if key in captions else _kind(block.kind, words, count[key] > 1)
        level = block.level if kind == block.kind else 0
        repeats = key in seen and key.count(" ") + 1 >= _REPEAT_WORDS
        found.append(dataclasses.replace(block, kind=kind, level=level, repeats=repeats))
        seen.add(key)
    return tuple(found)


def _kind(kind: str, words: str, twice: bool) -> str:
    if kind not in ("paragraph", "heading"):
        return kind
    if is_footnote(words):
        return "footnote"
    if is_caption(words) or (twice and _CITED.search(words)):
        return "caption"
    return kind


def _key(words: str) -> str:
    return " ".join(words.split()).rstrip(".")
