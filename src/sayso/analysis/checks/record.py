"""What checks ask of a case, laid out once: events by kind, times and numbers by report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.analysis.view import CaseView
from sayso.analysis.wording.dates import date_words
from sayso.packs.pack import Pack
from sayso.records.case import Account, Check, Event
from sayso.records.documents import Document
from sayso.records.ids import content_id
from sayso.records.marks import Quantity, Time
from sayso.records.spans import Span
from sayso.records.statements import Attribution

Kind = tuple[str, str | None]
# In characters, from a time to the telling that it dates.
_BESIDE = 250
_ENDS = re.compile(r"[.!?]\s+[A-Z]|\n")


class Record:
    """A case as checks need it; texts are fetched report by report."""

    def __init__(self, view: CaseView, pack: Pack) -> None:
        self.view, self.pack = view, pack
        self.names = {entity.id: entity.name for entity in view.entities()}
        self._by_kind: dict[Kind, list[Event]] = defaultdict(list)
        self._told: dict[str, list[tuple[Account, Event]]] = defaultdict(list)
        for event in view.events():
            self._by_kind[event.type, event.mode].append(event)
            for account in event.accounts:
                self._told[account.span.document].append((account, event))
        self.kinds = _kinds(pack)

    def events(self, kind: Kind) -> Sequence[Event]:
        """All events of a type and mode."""
        return self._by_kind.get(kind, ())

    def told_at(self, span: Span) -> list[tuple[Account, Event]]:
        """The accounts whose words hold these, the shortest first."""
        found = [
            (account, event)
            for account, event in self._told.get(span.document, ())
            if account.span.start <= span.start and span.end <= account.span.end
        ]
        return sorted(found, key=lambda one: one[0].span.end - one[0].span.start)

    def told_beside(self, span: Span) -> list[tuple[Account, Event]]:
        """The accounts that hold these words, else those next behind them in the same sentence."""
        around = self.told_at(span)
        text = self.document(span.document)
        if around or text is None:
            return around
        behind = [
            (account, event)
            for account, event in self._told.get(span.document, ())
            if span.end <= account.span.start <= span.end + _BESIDE
            and not _ENDS.search(text.text, span.end, account.span.start)
        ]
        return sorted(behind, key=lambda one: (one[0].span.start, one[0].span.end))

    def document(self, id: str) -> Document | None:
        """A report with its text."""
        return self.view.document(id)

    def times(self, document: str) -> Iterable[Time]:
        """The time expressions of a report."""
        return self.view.times(document)

    def quantities(self, document: str) -> Iterable[Quantity]:
        """The numbers of a report."""
        return self.view.quantities(document)

    def attributions(self, document: str) -> Iterable[Attribution]:
        """Who says what in a report."""
        return self.view.attributions(document)

    def lies_in(self, place: str, whole: str) -> bool:
        """Whether one place is another, or a town or part of it that the pack knows."""
        if place == whole:
            return True
        name = self.names.get(place, "")
        return self.pack.country_of(name) == self.names.get(whole, "-")


def _kinds(pack: Pack) -> dict[str, Kind]:
    """From the nouns that count events ("visit") to the kind of event."""
    found: dict[str, Kind] = {}
    for key in sorted(pack.frames):
        frame = pack.frames[key]
        for noun in frame.nouns:
            found.setdefault(noun, (frame.type, frame.mode))
    return found


def check(
    span: Span, claimed: str, found: str | None, verdict: str, evidence: Iterable[str], reason: str
) -> Check:
    """A check with its id, which depends on what is checked."""
    id = content_id("ck", span.document, span.start, span.end, claimed)
    return Check(id, span, claimed, found, verdict, tuple(evidence), reason)


def day(earliest: str | None, latest: str | None) -> str:
    """An interval in words."""
    return date_words(earliest, latest)
