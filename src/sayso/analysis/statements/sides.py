"""A matter as a record: both sides in their own words, who holds them, and why it was raised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.analysis.conflicts.ground import Ground
from sayso.analysis.ledger.comparing import SEVERITIES, SEVERITY_WORDS
from sayso.analysis.statements.matters import Link, Matter
from sayso.analysis.statements.statement import Statement
from sayso.analysis.wording.names import clipped, listed
from sayso.records.case import Agreement, Conflict, Side
from sayso.records.documents import Document
from sayso.records.ids import content_id
from sayso.records.spans import Span

# In characters: a sentence that is longer is quoted by its clause.
_QUOTED = 320
_NAMED = 4
_VALUE = 80
_WHY = {
    "assessment": "They judge one thing differently",
    "purpose": "They give different reasons",
    "quantity": "The numbers exclude one another",
    "time": "The dates differ",
    "occurrence": "One says what the other denies",
    "place": "They put it in different places",
    "participants": "They name different people",
    "responsibility": "They name different causes",
    "manner": "They tell it in different ways",
}


class Maker:
    """Makes records of matters between some reports."""

    def __init__(self, documents: Mapping[str, Document], ground: Ground) -> None:
        self._documents, self._ground = documents, ground

    def record(self, matter: Matter) -> Conflict | Agreement:
        """The agreement or conflict of a matter."""
        first = matter.links[0]
        about = tuple(sorted({id for one in (*matter.left, *matter.right) for id in _about(one)}))
        thing = listed(self._shared(first))
        if first.relation.agree:
            value = f"{thing}: {first.relation.values[0]}" if first.relation.values[0] else thing
            sides = tuple(self._side(value, side) for side in (matter.left, matter.right))
            id = content_id("ag", about, *(side.spans for side in sides))
            reason = f"Both say the same of {value}." if value else "Both say the same."
            return Agreement(id, about, first.relation.field, sides, reason)
        return self._conflict(matter, about, thing)

    def _conflict(self, matter: Matter, about: tuple[str, ...], thing: str) -> Conflict:
        said = matter.links[0].relation
        sides = tuple(
            self._side(_value(thing, said.field, self._ground.names.get(value, value)), side)
            for value, side in zip(said.values, (matter.left, matter.right), strict=True)
        )
        severity = min(
            (link.relation.severity or "tension" for link in matter.links), key=SEVERITIES.index
        )
        documents = {span.document for side in sides for span in side.spans}
        values = listed(side.value for side in sides)
        return Conflict(
            id=content_id("x", about, said.field, *((side.value, side.spans) for side in sides)),
            scope="across" if len(documents) > 1 else "within",
            about=about,
            field=said.field,
            sides=sides,
            reason=f"{_WHY[said.field]} ({SEVERITY_WORDS[severity]}): {values}.",
            severity=severity,
        )

    def _side(self, value: str, statements: Sequence[Statement]) -> Side:
        spans = dict.fromkeys(self._quoted(one) for one in statements)
        holders = dict.fromkeys(self._holder(one) for one in statements)
        return Side(value=value, spans=tuple(spans), holders=tuple(holders))

    def _quoted(self, one: Statement) -> Span:
        """The sentence, which gives the words their sense; of a long one the clause."""
        start, end = one.sentence
        if end - start > _QUOTED:
            return one.span
        return self._documents[one.span.document].span(start, end)

    def _holder(self, one: Statement) -> str:
        if one.holder is not None:
            return self._ground.names.get(one.holder, one.holder)
        if one.voice in self._documents:
            return self._ground.voices.get(one.voice) or "author"
        return self._ground.names.get(one.voice, one.voice)

    def _shared(self, link: Link) -> Iterable[str]:
        """What two statements have in common, names first."""
        both = link.left.features & link.right.features
        names = sorted(self._ground.names[one] for one in both if one in self._ground.names)
        words = [word for group, word in link.left.shown if group in both]
        return list(dict.fromkeys([*names, *words]))[:_NAMED]


def _value(thing: str, field: str, value: str) -> str:
    if field == "assessment":
        return f"{thing}: {value}" if thing else value
    return clipped(value, _VALUE)


def _about(one: Statement) -> tuple[str, ...]:
    """The judgements in a statement; a statement without any goes by its place."""
    return one.claims or (clause_id(one.span),)


def clause_id(span: Span) -> str:
    """The id by which a clause is known where it holds no judgement."""
    return content_id("st", span.document, span.start, span.end)
