"""Where a place lies: north of a town here, west of it there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.records.case import Conflict, EntityMention, Side
from sayso.records.documents import Document
from sayso.records.ids import content_id
from sayso.records.spans import Span

_OF = re.compile(
    r"\b(north|south|east|west|(?:north|south)[- ]?(?:east|west))(?:ern)?"
    r"(?: (?:side|part|outskirts|edge))? of (?:the )?(?:city|town|village|port)?(?: of )?",
    re.I,
)
_NEAR = re.compile(r"(?:city|town)?,? near ", re.I)
_END = re.compile(r"[.;:()\n]|, (?:and|but|which|west|east|north|south)")
_AXES = {"north": "ns", "south": "ns", "east": "ew", "west": "ew"}
# In characters: from a place to the words that tell where it lies.
_BESIDE = 3
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class _Lies:
    place: str
    of: str
    parts: frozenset[str]
    span: Span


def compass_conflicts(
    document: Document, mentions: Iterable[EntityMention], names: Mapping[str, str], holder: str
) -> Iterator[Conflict]:
    """Places of a report that are said to lie on different sides of one other place.

    South and south-west go together; south and west do not, and north and south exclude each
    other. What is near a stretch of land lies on that side, too.
    """
    found: dict[tuple[str, str], list[_Lies]] = defaultdict(list)
    for one in _all(document, sorted(mentions, key=lambda m: m.span.start)):
        found[one.place, one.of].append(one)
    for (place, of), told in sorted(found.items()):
        first = told[0]
        apart = next((one for one in told[1:] if not one.parts & first.parts), None)
        if apart is not None and place != of:
            yield _conflict((first, apart), (names.get(place, place), names.get(of, of)), holder)


def _all(document: Document, mentions: list[EntityMention]) -> Iterator[_Lies]:
    text = document.text
    starts = {m.span.start: m for m in mentions}
    ends = {m.span.end: m for m in mentions if m.form != "office"}
    for match in _OF.finditer(text):
        of = starts.get(match.end())
        if of is None:
            continue
        parts = frozenset(re.findall("north|south|east|west", match[1].lower()))
        before = next((ends[match.start() - n] for n in range(1, _BESIDE + 1)
                       if match.start() - n in ends), None)  # fmt: skip
        if before is not None:
            span = document.span(before.span.start, of.span.end)
            yield _Lies(before.entity, of.entity, parts, span)
        yield from _near(document, match, of, parts, mentions)


def _near(
    document: Document, match: re.Match[str], of: EntityMention, parts: frozenset[str],
    mentions: list[EntityMention],
) -> Iterator[_Lies]:  # fmt: skip
    near = _NEAR.match(document.text, of.span.end) or _NEAR.match(document.text, of.span.end + 1)
    if near is None:
        return
    end = _END.search(document.text, near.end(), near.end() + _LONGEST)
    last = end.start() if end else near.end()
    for one in mentions:
        if near.end() <= one.span.start and one.span.end <= last and one.form == "name":
            span = document.span(match.start(), one.span.end)
            yield _Lies(one.entity, of.entity, parts, span)


def _conflict(told: tuple[_Lies, _Lies], names: tuple[str, str], holder: str) -> Conflict:
    place, of = names
    sides = tuple(
        Side(f"{place}: {'-'.join(sorted(one.parts))} of {of}", (one.span,), (holder,))
        for one in told
    )
    axes = [{_AXES[part] for part in one.parts} for one in told]
    severity = "contradiction" if axes[0] == axes[1] else "tension"
    about = (told[0].place, told[0].of)
    values = " and ".join(side.value for side in sides)
    return Conflict(
        id=content_id("x", about, "place", *((s.value, s.spans) for s in sides)),
        scope="within", about=about, field="place", sides=sides, severity=severity,
        reason=f"One place is put on different sides of another: {values}.",
    )  # fmt: skip
