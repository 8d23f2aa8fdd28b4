"""The project's own passages: prose with its sources, cues and contents marked in the text.

A passage begins with ``### name | kind``. Its text follows, with ``[s1:...]`` for a source,
``[c1:...]`` for a cue and ``[t1:...]`` for what is said; the number ties parts together. Lines
run on; a blank line begins a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_HEAD = re.compile(r"^### (.+?) \| (.+)$", re.MULTILINE)
_MARK = re.compile(r"\[([sct])(\d+):([^\[\]]*)\]")
_ROLES = {"s": "source", "c": "cue", "t": "content"}


def read_passages(path: Path) -> Iterator[dict[str, Any]]:
    """The passages of a file in the kit's form; raises ValueError for marks that do not fit."""
    heads = list(_HEAD.finditer(whole := path.read_text("utf-8")))
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        body = whole[head.end() : following.start() if following else None]
        yield {"id": head[1], "style": head[2], **_unmarked(head[1], _flowing(body))}


def _flowing(body: str) -> str:
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", body))
    return "\n\n".join(part for part in paragraphs if part)


def _unmarked(name: str, body: str) -> dict[str, Any]:
    text, place = "", 0
    found: dict[int, dict[str, list[list[int]]]] = {}
    for mark in _MARK.finditer(body):
        text += body[place : mark.start()]
        parts = found.setdefault(int(mark[2]), {role: [] for role in _ROLES.values()})
        parts[_ROLES[mark[1]]].append([len(text), len(text) + len(mark[3])])
        text += mark[3]
        place = mark.end()
    text += body[place:]
    if any(not one["cue"] or not one["content"] for one in found.values()):
        raise ValueError(f"{name}: an attribution lacks its cue or its content")
    if "[" in text or "]" in text:
        raise ValueError(f"{name}: brackets that are no mark")
    return {"text": text, "attributions": [found[number] for number in sorted(found)]}
