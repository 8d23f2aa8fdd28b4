"""On which front ties and events are: a country or arena, by the places that they name."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from sayso.analysis.view import CaseView
from sayso.analysis.wording.names import folded
from sayso.records.case import Entity, Event, Tie
from sayso.records.spans import Span


class Fronts:
    """Fronts by place: the country that a pack knows a place to be in, or the place itself.

    A tie or event is on the front of a party, place or territory, and of any place that the words
    of an account name: "the Iraqi minister" speaks of Iraq.
    """

    def __init__(
        self, front_of: Mapping[str, str], named: Mapping[str, list[tuple[int, int, str]]]
    ) -> None:
        self._front_of = front_of
        self._named = {document: sorted(places) for document, places in named.items()}

    @classmethod
    def of(cls, view: CaseView, entities: Mapping[str, Entity]) -> tuple[Fronts, Counter[str]]:
        """The fronts of a case, and how often each entity is mentioned: both from one listing."""
        front_of = _front_of(view, entities)
        named: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        counts: Counter[str] = Counter()
        for mention in view.mentions():
            counts[mention.entity] += 1
            if mention.entity in front_of:
                span = mention.span
                named[span.document].append((span.start, span.end, mention.entity))
        return cls(front_of, named), counts

    @classmethod
    def told_in(
        cls, view: CaseView, entities: Mapping[str, Entity], documents: Collection[str]
    ) -> Fronts:
        """The fronts that some reports tell of; ``entities`` are those that records name."""
        named: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        places = {entity.id: entity for entity in view.entities(type="Place")}
        for mention in view.mentions_in(documents, type="Place"):
            span = mention.span
            named[span.document].append((span.start, span.end, mention.entity))
        return cls(_front_of(view, {**entities, **places}), named)

    def has(self, about: Tie | Event, front: str) -> bool:
        """Whether a tie or event is on the front of this name, whatever case and accents."""
        wanted = folded(front)
        return any(folded(found) == wanted for found in self.of_record(about))

    def of_record(self, about: Tie | Event) -> Iterator[str]:
        """The fronts of a tie or event: of those it names first, then of its accounts' words."""
        yield from self.at(_places(about))
        for account in about.accounts:
            yield from self.at(self._inside(account.span))

    def at(self, places: Iterable[str | None]) -> Iterator[str]:
        """The front of each of some entities that is a place."""
        return (self._front_of[id] for id in places if id and id in self._front_of)

    def _inside(self, span: Span) -> Iterator[str]:
        places = self._named.get(span.document, [])
        for start, end, id in places[bisect_left(places, (span.start, 0, "")) :]:
            if start >= span.end:
                break
            if end <= span.end:
                yield id


def _front_of(view: CaseView, entities: Mapping[str, Entity]) -> dict[str, str]:
    """The country that a pack knows each place to be in, or the place itself."""
    country = {t.entity: t.value for t in view.traits() if t.attribute == "country"}
    return {
        id: country.get(id, entity.name)
        for id, entity in entities.items()
        if entity.type == "Place"
    }


def _places(about: Tie | Event) -> tuple[str | None, ...]:
    if isinstance(about, Tie):
        return (about.subject, about.object, about.office, about.territory)
    return (*about.places, *(part.entity for part in about.participants))
