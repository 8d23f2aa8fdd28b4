"""People, bodies, places, offices, reports and mentions as entities of FollowTheMoney."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from sayso.publish.tables.making import Register
from sayso.records.case import Entity
from sayso.records.dates import bounds, calendar_date, edtf
from sayso.records.documents import Document
from sayso.records.marks import NAME_FORMS
from sayso.records.spans import Span

# What our types are in FollowTheMoney; the type itself stays as the classification of a body.
SCHEMATA = {
    "Person": "Person", "Organization": "Organization", "Outlet": "Organization",
    "Group": "Organization", "Place": "Address", "Office": "Position",
}  # fmt: skip
PARTIES = frozenset({"Person", "Organization", "Outlet", "Group"})
_LONGEST_TEXT, _LONGEST_NAME = 65_000, 380


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity on its way out: values by property, and the words it stands on."""

    id: str
    schema: str
    values: dict[str, tuple[str, ...]]
    spans: tuple[Span, ...] = field(default=())

    def origin(self) -> str | None:
        """Where it stands: "d-1f2e:120-164 d-77ab:8-31", null where nothing is cited."""
        found = dict.fromkeys(f"{s.document}:{s.start}-{s.end}" for s in self.spans)
        return " ".join(found) or None


def thing(id: str, schema: str, spans: Iterable[Span] = (), **values: Any) -> Thing:
    """An entity of these values, each a text, some texts, or null."""
    given = {name: _several(value) for name, value in values.items()}
    return Thing(id, schema, {n: v for n, v in given.items() if v}, tuple(spans))


def day(earliest: str | None, latest: str | None) -> str | None:
    """The day, month or year that two bounds make; null for a stretch, which is told in words."""
    return calendar_date(edtf(earliest, latest)) if earliest and latest else None


def report(document: Document) -> Thing:
    """A report with its text."""
    return thing(
        document.id,
        "PlainText",
        fileName=document.path,
        title=document.title,
        author=document.author,
        publisher=document.publisher,
        publishedAt=calendar_date(document.published) or day(*bounds(document.published)),
        language=document.language,
        bodyText=document.text[:_LONGEST_TEXT],
    )


def entities(register: Register) -> Iterator[Thing]:
    """Everybody and everything, with where each is first mentioned."""
    first: dict[str, Span] = {}
    for mention in register.view.mentions():
        first.setdefault(mention.entity, mention.span)
    for one in register.view.entities():
        spans = [first[one.id]] if one.id in first else []
        yield replace(_entity(one), spans=tuple(spans))


def mentions(register: Register) -> Iterator[Thing]:
    """That a report names a person or body: once for each report and name of it."""
    types = {one.id: one.type for one in register.view.entities()}
    spans: dict[tuple[str, str], list[Span]] = {}
    for found in register.view.mentions():
        if types.get(found.entity) in PARTIES and found.form in NAME_FORMS:
            spans.setdefault((found.entity, found.span.document), []).append(found.span)
    for (entity, document), here in sorted(spans.items()):
        yield thing(
            f"m-{entity}-{document}",
            "Mention",
            here,
            document=document,
            resolved=entity,
            name=sorted({" ".join(span.quote.split())[:_LONGEST_NAME] for span in here}),
            detectedSchema=SCHEMATA[types[entity]],
        )


def _entity(one: Entity) -> Thing:
    names: dict[str, Any] = {"name": one.name, "alias": one.aliases}
    if one.type == "Place":
        return thing(one.id, "Address", full=one.name, **names)
    if one.type in ("Office", "Person"):
        return thing(one.id, SCHEMATA[one.type], **names)
    return thing(one.id, "Organization", classification=one.type, **names)


def _several(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
