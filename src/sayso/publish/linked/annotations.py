"""W3C Web Annotations: every finding at its words, by quote and by position, as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.analysis.view import CaseView
from sayso.analysis.wording.chains import certainty_words, chain_words
from sayso.analysis.wording.sentences import event_title, measure_words, tie_title
from sayso.publish.linked.jsonld import MADE_BY, known, listed, urn
from sayso.publish.tables.making import Register
from sayso.records.case import Account, Event, Judgement, Measure, Tie
from sayso.records.documents import Document
from sayso.records.spans import Span
from sayso.records.statements import Attribution

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
Made = dict[str, Any]


def annotation_pieces(view: CaseView) -> Iterator[str]:
    """One annotation page: findings report by report in order of the text, then judgements."""
    head = {
        "@context": CONTEXT,
        "id": urn("annotations"),
        "type": "AnnotationPage",
        "generator": {"id": urn("software"), "type": "Software", "name": MADE_BY},
    }
    return listed(head, "items", _annotations(view))


def _annotations(view: CaseView) -> Iterator[Made]:
    desk = _Desk(Register(view))
    told = _tellings(view)
    for document in view.documents():
        yield from desk.of_report(document, told.get(document.id, []))
    yield from map(_judgement, view.judgements())


def _tellings(view: CaseView) -> dict[str, list[tuple[Event | Tie, int]]]:
    found: dict[str, list[tuple[Event | Tie, int]]] = {}
    for record in _told(view):
        for number, account in enumerate(record.accounts):
            found.setdefault(account.span.document, []).append((record, number))
    return found


def _told(view: CaseView) -> Iterator[Event | Tie]:
    yield from view.events()
    yield from view.ties()


class _Desk:
    """Makes annotations with the names of one case."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._view = register.view
        self._claims: dict[str, list[Any]] = {}
        for claim in self._view.claims():
            self._claims.setdefault(claim.span.document, []).append(claim)
        self._checks: dict[str, list[Any]] = {}
        for check in self._view.checks():
            self._checks.setdefault(check.span.document, []).append(check)

    def of_report(
        self, document: Document, told: Iterable[tuple[Event | Tie, int]]
    ) -> Iterator[Made]:
        """Everything found in a report, in order of the text."""
        found = [*self._marks(document), *self._said(document), *self._stated(document)]
        found += [self._telling(document, record, number) for record, number in told]
        yield from (made for _, made in sorted(found, key=lambda one: (*one[0], one[1]["id"])))

    def _marks(self, document: Document) -> Iterator[tuple[tuple[int, int], Made]]:
        for mention in self._view.mentions(document=document.id):
            body = [_thing(mention.entity, "identifying"), _words(self._name(mention.entity))]
            yield _made(document, mention.span, "identifying", body, "mention", mention.entity)
        for time in self._view.times(document.id):
            means = f"{time.edtf or 'open'} ({time.rule})"
            yield _made(document, time.span, "classifying", [_words(means)], "time")
        for number in self._view.quantities(document.id):
            body = [_words(measure_words(Measure.of(number)))]
            yield _made(document, number.span, "classifying", body, "quantity")

    def _said(self, document: Document) -> Iterator[tuple[tuple[int, int], Made]]:
        for found in self._view.attributions(document=document.id):
            body = [_thing(found.id, "linking"), _words(_on_whose_word(found))]
            yield _made(document, found.content, "describing", body, "attribution", found.id)

    def _stated(self, document: Document) -> Iterator[tuple[tuple[int, int], Made]]:
        for claim in self._claims.get(document.id, []):
            parts = (claim.aspect, claim.front, claim.direction, claim.strength)
            words = f"Judgement: {', '.join(part for part in parts if part)}"
            body = [_thing(claim.id, "linking"), _words(words)]
            yield _made(document, claim.span, "describing", body, "claim", claim.id)
        for check in self._checks.get(document.id, []):
            body = [_thing(check.id, "linking"), _words(f"{check.verdict}: {check.reason}")]
            yield _made(document, check.span, "assessing", body, "check", check.id)

    def _telling(
        self, document: Document, record: Event | Tie, number: int
    ) -> tuple[tuple[int, int], Made]:
        account: Account = record.accounts[number]
        names = self._register.names
        title = (
            event_title(record, names) if isinstance(record, Event) else tie_title(record, names)
        )
        said = [self._view.attribution(id) for id in account.attributions]
        sure = certainty_words(account.factuality, [one for one in said if one])
        body = [_thing(record.id, "linking"), _words(f"{title} ({sure})")]
        return _made(document, account.span, "describing", body, "account", record.id, str(number))

    def _name(self, id: str) -> str:
        return self._register.names.get(id, id)


def _made(
    document: Document, span: Span, motivation: str, body: list[Made], *kind: str
) -> tuple[tuple[int, int], Made]:
    made = {
        "id": urn("at", *kind, document.id, f"{span.start}-{span.end}"),
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": {"source": urn(document.id), "selector": _selectors(document, span)},
    }
    return (span.start, -span.end), made


def _selectors(document: Document, span: Span) -> list[Made]:
    before = document.text[max(0, span.start - _AROUND) : span.start]
    behind = document.text[span.end : span.end + _AROUND]
    return [
        known(type="TextQuoteSelector", exact=span.quote, prefix=before, suffix=behind),
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def _thing(id: str, purpose: str) -> Made:
    return {"type": "SpecificResource", "source": urn(id), "purpose": purpose}


def _words(text: str) -> Made:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": "describing"}


def _on_whose_word(found: Attribution) -> str:
    sure = certainty_words("", [found])
    return f"On the word of: {chain_words(found)}{f' ({sure})' if sure else ''}"


def _judgement(found: Judgement) -> Made:
    """A decision: by whom, when, on what; one that was taken back says by which."""
    about = ", ".join(found.about)
    words = [found.decision, found.value or "taken back", f"of {about}", found.reason]
    body = [{**_words(": ".join(word for word in words if word)), "purpose": "assessing"}]
    if found.revoked_by:
        body.append(_thing(found.revoked_by, "moderating"))
    return {
        "id": urn(found.id),
        "type": "Annotation",
        "motivation": "assessing",
        "creator": {"id": urn("analyst", found.by), "type": "Person", "name": found.by},
        "created": found.at,
        "body": body,
        "target": [urn(part) for part in found.about],
    }
