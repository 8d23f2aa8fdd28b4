"""Examples of a pack: sentences with the records they must give; they are the pack's tests.

Names stand where records have ids. What an example leaves out is not tested; an empty list says
that nothing of the kind may be found. The words are those of case lines.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from sayso.packs.reading.faults import refuse
from sayso.packs.reading.pages import Page
from sayso.packs.reading.shapes import builder
from sayso.packs.vocabulary import OneOf
from sayso.records.accounts import EVENT_TYPES, REALIS, TIE_TYPES
from sayso.records.codec import plain
from sayso.records.marks import ENTITY_TYPES
from sayso.records.notes import Notes
from sayso.records.statements import STANCES

Plain = Mapping[str, Any]
FILE = "examples.yaml"
KINDS = ("entities", "attributions", "events", "ties")


@dataclass(frozen=True, slots=True)
class ExpectedEntity:
    """Somebody or something that must be found, by one of its names."""

    name: str
    type: Annotated[str, OneOf(ENTITY_TYPES)] | None = None


@dataclass(frozen=True, slots=True)
class ExpectedAttribution:
    """A source and some words of what it says."""

    content: str
    source: str | None = None
    published: str | None = None
    stance: Annotated[str, OneOf(STANCES)] | None = None


@dataclass(frozen=True, slots=True)
class ExpectedEvent:
    """An event: who took part, written as role and name, where and when."""

    type: Annotated[str, OneOf(EVENT_TYPES)]
    mode: str | None = None
    realis: Annotated[str, OneOf(REALIS)] | None = None
    earliest: str | None = None
    latest: str | None = None
    participants: tuple[tuple[str, str], ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedTie:
    """A lasting tie between two names."""

    type: Annotated[str, OneOf(TIE_TYPES)]
    subject: str
    object: str | None = None
    office: str | None = None
    territory: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """Some text, the day it was published (EDTF), and what must be found in it.

    ``line`` is where it stands in examples.yaml.
    """

    text: str
    published: str | None = None
    entities: tuple[ExpectedEntity, ...] | None = None
    attributions: tuple[ExpectedAttribution, ...] | None = None
    events: tuple[ExpectedEvent, ...] | None = None
    ties: tuple[ExpectedTie, ...] | None = None
    line: int = 0


def examples(folder: Path) -> tuple[Example, ...]:
    """The examples of the pack in this folder; none where it has no examples.yaml.

    Raises PackError with every fault of the file.
    """
    path = folder / FILE
    if not path.is_file():
        return ()
    page = Page(path)
    found = from_page(page)
    refuse(page.faults)
    return found


def from_page(page: Page) -> tuple[Example, ...]:
    """The examples on a page; faults are noted on it."""
    if page.root is None:
        return ()
    build = builder(Example)
    return tuple(
        dataclasses.replace(build(page, item), line=item.start_mark.line + 1)
        for item in page.items(page.root)
    )


def expected(example: Example) -> dict[str, Any]:
    """What an example wants, as plain values for ``compare``: only what it tells."""
    wanted = {}
    for kind in KINDS:
        if (records := getattr(example, kind)) is not None:
            wanted[kind] = [_told(plain(record)) for record in records]
    return wanted


def found(notes: Notes) -> dict[str, Any]:
    """What the notes on an example's text hold, as plain values with names in place of ids."""
    names = {entity.id: entity.name for entity in notes.entities}
    return {
        "entities": [{"name": [e.name, *e.aliases], "type": e.type} for e in notes.entities],
        "attributions": [
            {
                "source": a.source.quote if a.source else names.get(a.source_entity or ""),
                "content": a.content.quote,
                "published": a.published,
                "stance": a.stance,
            }
            for a in notes.attributions
        ],
        "events": [_named(plain(event), names) for event in notes.events],
        "ties": [_named(plain(tie), names) for tie in notes.ties],
    }


def compare(expected: Plain, found: Plain) -> list[str]:
    """What is missing or too much in ``found``, one line each; empty where all is as expected.

    Both are plain values by kind (entities, attributions, events, ties). A found record answers
    an expected one if it agrees in every field the expected one tells: words regardless of case,
    ``content`` and ``name`` in part, lists and participants as part of the found ones.
    """
    complaints = []
    for kind, wanted in expected.items():
        there = list(found.get(kind, ()))
        if not wanted and there:
            complaints.append(f"{kind}: none expected, found {len(there)}: {_show(there[0])}")
        for record in wanted:
            differences = [_differences(record, other) for other in there]
            if [] not in differences:
                complaints.append(_complaint(kind, record, differences))
    return complaints


def _complaint(kind: str, record: Plain, differences: Iterable[list[str]]) -> str:
    nearest = min(differences, key=len, default=None)
    told = f"{kind}: not found: {_show(record)}"
    return told if nearest is None else f"{told}; nearest: {'; '.join(nearest)}"


def _differences(wanted: Plain, there: Plain) -> list[str]:
    return [
        f"{field} is {_show(there.get(field))}, not {_show(value)}"
        for field, value in wanted.items()
        if not _AGREES.get(field, _same)(value, there.get(field))
    ]


def _same(wanted: Any, there: Any) -> bool:
    return bool(_fold(wanted) == _fold(there))


def _part_of(wanted: Any, there: Any) -> bool:
    return there is not None and str(_fold(wanted)) in str(_fold(there))


def _one_of(wanted: Any, there: Any) -> bool:
    return _fold(wanted) in (_fold(there) if isinstance(there, list) else [_fold(there)])


def _among(wanted: Any, there: Any) -> bool:
    return all(item in (_fold(there) or []) for item in _fold(wanted))


_AGREES: dict[str, Callable[[Any, Any], bool]] = {
    "content": _part_of,
    "source": _part_of,
    "name": _one_of,
    "participants": _among,
    "places": _among,
}


def _fold(value: Any) -> Any:
    if isinstance(value, str):
        return value.casefold()
    if isinstance(value, list | tuple):
        return [_fold(item) for item in value]
    return value


def _told(record: Plain) -> dict[str, Any]:
    return {field: value for field, value in record.items() if value not in (None, [], ())}


def _named(record: dict[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    named = {**record}
    for field in ("subject", "object", "office", "territory"):
        if field in named:
            named[field] = names.get(named[field], named[field])
    if "participants" in named:
        named["participants"] = [
            [one["role"], names.get(one["entity"], one["entity"])] for one in named["participants"]
        ]
        named["places"] = [names.get(place, place) for place in named["places"]]
    return named


def _show(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{field} {_show(item)}" for field, item in value.items())
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_show, value))}]"
    return "nothing" if value is None else repr(value)
