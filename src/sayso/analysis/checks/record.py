"""What checks ask of a case: events by kind, times and numbers by report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.analysis.view import CaseView
from sayso.analysis.wording.dates import date_words
from sayso.packs.pack import Pack
from sayso.records.case import Account, Check, EntityMention, Event
from sayso.records.documents import Document
from sayso.records.ids import content_id
from sayso.records.marks import Quantity, Time
from sayso.records.spans import Span
from sayso.records.statements import Attribution

Kind = tuple[str, str | None]
# In characters, from a time to the telling that it dates.
_BESIDE = 250
# Accounts of events that are kept at hand.
_AT_HAND = 50_000
# What is told of an assault and is no attack by itself.
_NO_ATTACKS = frozenset({"accident", "damage", "abduct", "capture"})
# What is done several times: kinds that are counted by their verb.
_DONE_AGAIN = frozenset({("CONSULT", "visit"), ("CONSULT", "meet"), ("ASSAULT", None)})
_IRREGULAR: Mapping[str, Kind] = {
    "met": ("CONSULT", "meet"), "flew": ("CONSULT", "visit"), "struck": ("ASSAULT", None),
}  # fmt: skip
_WHITHER = frozenset({"to", "with", "into", "in"})
_ENDS = re.compile(r"[.!?]\s+[A-Z]|\n")


@dataclass(frozen=True, slots=True)
class Marked:
    """A report with what is marked in it, as the case has it; mentions in text order."""

    document: Document | None
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[EntityMention, ...] = ()


class Alone:
    """A report as checks need it that ask nothing of the rest of the case.

    ``types`` are those of the entities that it names.
    """

    def __init__(self, marked: Marked, types: Mapping[str, str], pack: Pack) -> None:
        self.pack, self.types = pack, types
        self._marked = marked

    def marked(self, document: str) -> Marked:
        """The report with its marks."""
        return self._marked

    def document(self, id: str) -> Document | None:
        """The report with its text."""
        return self.marked(id).document

    def times(self, document: str) -> Sequence[Time]:
        """The time expressions of a report."""
        return self.marked(document).times

    def quantities(self, document: str) -> Sequence[Quantity]:
        """The numbers of a report."""
        return self.marked(document).quantities

    def mentions(self, document: str) -> Sequence[EntityMention]:
        """Where a report names whom, in text order."""
        return self.marked(document).mentions

    def attributions(self, document: str) -> Sequence[Attribution]:
        """Who says what in a report."""
        return self.marked(document).attributions


class Record(Alone):
    """A case as checks need it, fetched report by report: checks go through reports in turn.

    Of events only those of the report at hand are held, and those that a count asks for.
    """

    def __init__(self, view: CaseView, pack: Pack) -> None:
        known = list(view.entities())
        super().__init__(Marked(None), {entity.id: entity.type for entity in known}, pack)
        self.view = view
        self.names = {entity.id: entity.name for entity in known}
        self.kinds = _kinds(pack)
        self.verbs = _verbs(pack)
        self._at_hand = lru_cache(maxsize=1)(self._fetch)
        self._told = lru_cache(maxsize=1)(self._fetch_told)
        self._held = _Held()

    def events(self, kind: Kind, who: str) -> list[Event]:
        """All events of a type and mode in which somebody took part, in order of time."""
        type, mode = kind
        found = self.view.events(type=f"{type}/{mode}" if mode else type, who=who)
        return [event for event in found if event.mode == mode]

    def attacks(self, who: str) -> list[Event]:
        """All attacks of somebody, by whatever means, in order of time."""
        found = self.view.events(type="ASSAULT", who=who)
        return [event for event in found if event.mode not in _NO_ATTACKS]

    def kind_done(self, word: str) -> Kind | None:
        """The kind of event that a verb tells of, in whatever form: "visited", "travelled"."""
        plain = word.lower()
        forms = [plain, plain.removesuffix("d"), plain.removesuffix("ed"), plain[:-3]]
        return next((self.verbs[form] for form in forms if form in self.verbs), None)

    def kind_of(self, noun: str) -> Kind | None:
        """The kind of event that a noun counts or names, in the singular or plural."""
        word = noun.lower()
        for form in (word, word.removesuffix("s"), word.removesuffix("es")):
            if form in self.kinds:
                return self.kinds[form]
        return None

    def of_kind(self, document: str, type: str) -> list[Event]:
        """The events of a type that a report tells of."""
        return sorted(
            {e.id: e for _, e in self._told(document) if e.type == type}.values(),
            key=lambda event: event.id,
        )

    def told_at(self, span: Span) -> list[tuple[Account, Event]]:
        """The accounts whose words hold these, the shortest first."""
        found = [
            (account, event)
            for account, event in self._told(span.document)
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
            for account, event in self._told(span.document)
            if span.end <= account.span.start <= span.end + _BESIDE
            and not _ENDS.search(text.text, span.end, account.span.start)
        ]
        return sorted(behind, key=lambda one: (one[0].span.start, one[0].span.end))

    def marked(self, document: str) -> Marked:
        """A report with its marks, fetched when another was at hand."""
        return self._at_hand(document)

    def _fetch(self, id: str) -> Marked:
        view = self.view
        return Marked(
            view.document(id), tuple(view.times(id)), tuple(view.quantities(id)),
            tuple(view.attributions(id)),
            tuple(sorted(view.mentions(document=id), key=lambda m: (m.span.start, m.span.end))),
        )  # fmt: skip

    def _fetch_told(self, id: str) -> list[tuple[Account, Event]]:
        wanted = self.view.happened(document=id)
        self._held.fetch(wanted, self.view)
        found = sorted(
            map(self._held.__getitem__, wanted),
            key=lambda one: (one[0].earliest is None, one[0].earliest or "", one[0].id),
        )
        return [(account, event) for event, told in found for account in told.get(id, ())]

    def told(self, document: str) -> Sequence[tuple[Account, Event]]:
        """The accounts of a report, each with its event."""
        return self._told(document)

    def lies_in(self, place: str, whole: str) -> bool:
        """Whether one place is another, or a town or part of it that the pack knows."""
        if place == whole:
            return True
        name, country = self.names.get(place, ""), self.names.get(whole, "-")
        # "The Amel region" lies where Amel lies.
        inner, _, last = name.rpartition(" ")
        around = inner if last.lower() in self.pack.list("place_nouns") else name
        return country in (self.pack.country_of(name), self.pack.country_of(around))


class _Held:
    """Events asked for last, each with its accounts by report: what thousands of copies tell is
    asked for by each of them, and would be fetched whole each time."""

    def __init__(self) -> None:
        self._events: dict[str, tuple[Event, dict[str, list[Account]]]] = {}
        self._accounts = 0

    def __getitem__(self, id: str) -> tuple[Event, dict[str, list[Account]]]:
        return self._events[id]

    def fetch(self, wanted: Iterable[str], view: CaseView) -> None:
        """Have these at hand, and let go of those that nobody asked for since."""
        again = {id: self._events.pop(id) for id in wanted if id in self._events}
        self._events |= again
        for event in view.events_of(id for id in wanted if id not in again):
            told: dict[str, list[Account]] = defaultdict(list)
            for account in event.accounts:
                told[account.span.document].append(account)
            self._events[event.id] = event, told
            self._accounts += len(event.accounts)
        asked = set(wanted)
        for id in list(self._events):
            if self._accounts <= _AT_HAND or id in asked:
                break
            self._accounts -= len(self._events.pop(id)[0].accounts)


def _kinds(pack: Pack) -> dict[str, Kind]:
    """From the nouns that count events ("visit") to the kind of event."""
    found: dict[str, Kind] = {}
    for key in sorted(pack.frames):
        frame = pack.frames[key]
        for noun in frame.nouns:
            found.setdefault(noun, (frame.type, frame.mode))
    return found


def _verbs(pack: Pack) -> dict[str, Kind]:
    """From the verbs that tell of visits, meetings and attacks to the kind of event."""
    found: dict[str, Kind] = dict(_IRREGULAR)
    for key in sorted(pack.frames):
        frame = pack.frames[key]
        for phrase in frame.verbs if (frame.type, frame.mode) in _DONE_AGAIN else ():
            verb, _, rest = phrase.partition(" ")
            # "Travel to Orl", and not "take part in".
            if not rest or rest in _WHITHER:
                found.setdefault(verb, (frame.type, frame.mode))
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
