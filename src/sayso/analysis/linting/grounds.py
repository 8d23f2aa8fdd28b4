"""What a note of a report cites: words of the case, and the records that stand on them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.analysis.linting.draft import Draft, Statement, plain_words
from sayso.analysis.timeline import origins_of
from sayso.analysis.view import CaseView
from sayso.records.case import Account, Claim, Event, Tie
from sayso.records.documents import Document
from sayso.records.spans import Span

_PLACE = re.compile(r"\[([\w-]{1,80}):(\d{1,9})-(\d{1,9})\]")
_CHARACTERS = re.compile(r"characters\s+([\d,]+)\s*[–-]\s*([\d,]+)")
_ID = re.compile(r"\b(?:ev|cl|t|a)-[0-9a-f]{8,}\b")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_QUOTED = re.compile(r"[“\"]([^”\"]{12,}?)(?: …)?[”\"]")
# A quotation of fewer words can stand anywhere.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A record on cited words: an account with its event or tie, or a claim."""

    account: Account | None
    about: Event | Tie | None
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class Ground:
    """The words that a statement cites and what stands on them; ``lost`` are notes that cite no
    words of the case."""

    spans: tuple[Span, ...]
    told: tuple[Told, ...]
    lost: tuple[str, ...]


class Grounds:
    """Finds what notes cite; built once for a case and a report."""

    def __init__(self, view: CaseView, draft: Draft) -> None:
        self.view = view
        self.origins = origins_of(view)
        self._notes = draft.notes
        self._documents: dict[str, Document] = {d.id: d for d in view.documents()}
        self._flat = {id: _Flat(d.text) for id, d in self._documents.items()}
        self._placed: dict[str, list[tuple[int, int, Told]]] = defaultdict(list)
        self._longest = 0
        for span, told in _records(view):
            self._placed[span.document].append((span.start, span.end, told))
            self._longest = max(self._longest, span.end - span.start)
        for found in self._placed.values():
            found.sort(key=lambda one: one[:2])
        self._by_note: dict[str, tuple[Span, ...]] = {}

    def of(self, statement: Statement) -> Ground:
        """What a statement stands on."""
        spans: dict[Span, None] = dict.fromkeys(
            span for place in statement.places for span in self._marked(place)
        )
        lost = []
        for label in statement.notes:
            found = self._note(label)
            spans.update(dict.fromkeys(found))
            if not found:
                lost.append(label)
        lost += [place for place in statement.places if not self._marked(place)]
        told = (one for span in spans for one in self._on(span))
        return Ground(tuple(spans), tuple(dict.fromkeys(told)), tuple(lost))

    def around(self, span: Span) -> str:
        """The sentence or sentences that a span stands in."""
        text = self._documents[span.document].text
        start = max(text.rfind(end, 0, span.start) for end in (". ", "\n", "! ", "? ")) + 1
        stops = [text.find(end, span.end) for end in (". ", "\n", "! ", "? ", ".\n")]
        return text[start : min((stop for stop in stops if stop >= 0), default=len(text)) + 1]

    def _note(self, label: str) -> tuple[Span, ...]:
        if label not in self._by_note:
            text = self._notes.get(label, "")
            self._by_note[label] = tuple(dict.fromkeys(self._cited(text)))
        return self._by_note[label]

    def _cited(self, text: str) -> Iterator[Span]:
        """The words that a note names: by marker, by id, by place, or by quoting them."""
        yield from self._marked(text)
        for found in _ID.finditer(text):
            yield from self._of_record(found[0])
        spans = list(self._by_place(text))
        yield from spans
        if not spans:
            for quote in (*_BOLD.findall(text), *_QUOTED.findall(text)):
                yield from self._quoting(plain_words(quote))

    def _marked(self, text: str) -> Iterator[Span]:
        for found in _PLACE.finditer(text):
            document = self._documents.get(found[1])
            start, end = int(found[2]), int(found[3])
            if document and start < end <= len(document.text):
                yield document.span(start, end)

    def _of_record(self, id: str) -> Iterator[Span]:
        record = self.view.event(id) or self.view.tie(id)
        if record is not None:
            yield from (account.span for account in record.accounts)
        elif claim := self.view.claim(id):
            yield from (claim.span, *claim.also)
        elif found := self.view.attribution(id):
            yield found.content

    def _by_place(self, text: str) -> Iterator[Span]:
        """As a briefing of sayso cites: the words in bold, and where they stand."""
        bold = [" ".join(plain_words(quote).split()) for quote in _BOLD.findall(text)]
        for found in _CHARACTERS.finditer(text):
            start, end = (int(part.replace(",", "")) for part in found.groups())
            for document in self._documents.values():
                there = " ".join(document.text[start:end].split())
                if there and there in bold:
                    yield document.span(start, end)

    def _quoting(self, words: str) -> Iterator[Span]:
        if len(words.split()) < _FEWEST:
            return
        for id, flat in self._flat.items():
            if place := flat.find(words):
                yield self._documents[id].span(*place)

    def _on(self, span: Span) -> Iterator[Told]:
        """Records whose words lie within the cited ones, and accounts that these are half of."""
        placed = self._placed.get(span.document, [])
        low = bisect_left(placed, span.start - self._longest, key=lambda one: one[0])
        for start, end, told in placed[low:]:
            if start >= span.end:
                return
            inside = span.start <= start and end <= span.end
            holds = told.account is not None and start <= span.start and span.end <= end
            holds = holds and 2 * (span.end - span.start) >= end - start
            if inside or holds:
                yield told


class _Flat:
    """A text with its white space made single, and the way back to its places."""

    def __init__(self, text: str) -> None:
        letters: list[str] = []
        self._places: list[int] = []
        for place, letter in enumerate(text):
            blank = letter.isspace()
            if blank and letters and letters[-1] == " ":
                continue
            letters.append(" " if blank else letter)
            self._places.append(place)
        self._text = "".join(letters)

    def find(self, words: str) -> tuple[int, int] | None:
        """Start and end of the first place with these words."""
        at = self._text.find(words)
        if at < 0:
            return None
        return self._places[at], self._places[at + len(words) - 1] + 1


def _records(view: CaseView) -> Iterator[tuple[Span, Told]]:
    records: Iterable[Event | Tie] = (*view.events(), *view.ties())
    for record in records:
        for account in record.accounts:
            yield account.span, Told(account, record, None)
    for claim in view.claims():
        for span in (claim.span, *claim.also):
            yield span, Told(None, None, claim)
