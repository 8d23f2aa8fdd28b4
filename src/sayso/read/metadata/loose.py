"""The line below a title in a form of its own, of which the day is what is sure.

"From a regional history, chapter six. Velm, 1 October 1994", "By our correspondent, Orl, 4 August
2022": whoever reads such a line knows when the text appeared, and no rule knows every form. Its
day must stand apart, at the end, and a word must say that the line is about the text.
"""

from __future__ import annotations

import re

from sayso.read.metadata.dates import find_date
from sayso.read.metadata.line import Nouns, is_name, names_outlet
from sayso.read.reading import Metadata

_MARKED = re.compile(
    r"(?:by (?:our|a|an|the|special|staff)\b|from (?:our|a|an|the)\b|(?:issued|published|prepared|"
    r"released|compiled|produced|put out|circulated|printed|updated)\b)",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"(?:issued|published|prepared|released|compiled|produced|put out|circulated|printed) by "
    r"(?:the )?(?P<name>[^,.;]+)",
    re.IGNORECASE,
)
# What may stand right before a day that is apart: "Orl, 3 May 2020", "Published Monday, 3 May".
_APART = re.compile(
    r"(?:[,.;:|·(–—-]|\b(?:issued|published|posted|released|updated|dated)(?: on)?)\s*\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"[\s.)]*(?:(?:from|by) (?:our|a|the)\b[^,.;]*\.?)?\s*\Z", re.IGNORECASE)
_SEGMENTS = re.compile(r"(?<=\w)[.;](?:\s+|\Z)|,\s+")
_OF = re.compile(r"(?P<kind>.+?) (?:of|by) (?:the )?(?P<name>[A-Z].*)")
_NUMBERED = re.compile(r"(?P<kind>.*\S)\s+(?:no\.?\s*)?\d{1,5}", re.IGNORECASE)
_LONGEST = 20
# What a text may be as well, which nobody cites it as.
_KINDS = frozenset(
    {
        "chapter",
        "digest",
        "dossier",
        "essay",
        "feature",
        "file",
        "history",
        "obituary",
        "portrait",
        "profile",
    }
)


def loosely_told(line: str, nouns: Nouns) -> Metadata:
    """What a line below a title tells that has no usual form: its day, and who puts it out where
    that is said; nothing where it may as well tell of what happened that day."""
    line = line.strip("*_ ")
    date = find_date(line)
    apart = date is not None and date.edtf.count("-") > 1 and _APART.search(line, 0, date.start)
    if date is None or not apart or len(line.split()) > _LONGEST:
        return Metadata()
    before, behind = line[: date.start].rstrip(" ,;:|·(–—-"), line[date.end :]
    if not _BEHIND.fullmatch(behind):
        return Metadata()
    parts = [part.strip() for part in _SEGMENTS.split(before) if part.strip()]
    kinds = [part for part in parts if _is_kind(part, nouns)]
    # A preposition before the day would make it one of the story: "the fire of 3 May 2020".
    if not (kinds or behind.strip(" .)") or any(map(_MARKED.match, (*parts, before)))):
        return Metadata()
    return Metadata(publisher=_publisher(parts, kinds, nouns), published=date.edtf)


def _is_kind(part: str, nouns: Nouns) -> bool:
    """ "Company history", "Case study 7", "Field bulletin of the Velm Network"."""
    led = _OF.fullmatch(part)
    numbered = _NUMBERED.fullmatch(led["kind"] if led else part)
    kind = numbered["kind"] if numbered else led["kind"] if led else part
    plain = all(word.islower() for word in kind.split()[1:])
    return plain and kind.lower().split()[-1] in nouns.papers | _KINDS


def _publisher(parts: list[str], kinds: list[str], nouns: Nouns) -> str | None:
    """Who issued it, whose bulletin it is, or the one other name of more than two words."""
    for part in parts:
        told = _ISSUED.match(part) or _OF.fullmatch(part if part in kinds else "")
        if told is not None and is_name(told["name"].strip()):
            return told["name"].strip()
    others = [part for part in parts if part not in kinds and is_name(part)]
    bodies = [p for p in others if len(p.split()) > 2 or names_outlet(p, nouns)]
    return bodies[0] if kinds and len(bodies) == 1 else None
