"""An event with every account of it side by side, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.analysis.citations import conflict_citations, field_words, holders
from sayso.analysis.corroboration import Origin, counted
from sayso.analysis.grades import CREDIBILITY, grades_of
from sayso.analysis.judging.settling import standing
from sayso.analysis.timeline import named_in
from sayso.analysis.wording.dates import date_words
from sayso.analysis.wording.firm import marked, reserve_of
from sayso.analysis.wording.names import capital, clipped
from sayso.analysis.wording.sentences import event_title, filler_words, measure_words
from sayso.analysis.wording.verbs import kind_words
from sayso.records.case import Account, Agreement, Conflict, Event
from sayso.records.errors import UsageError
from sayso.records.statements import Attribution
from sayso.web import known, links
from sayso.web.ask import Ask
from sayso.web.page import Page
from sayso.web.shown import Quote, Telling, quote, telling

FIELDS = ("What", "When", "Who", "Where", "Numbers", "Purpose", "Told as")
_QUOTED = 6
# More accounts than these stand on further pages: nobody compares hundreds side by side.
_ACCOUNTS = 60
# Dates that say in EDTF nothing that they do not say in words.
_PLAIN = re.compile(r"-?\d{4}(-\d{2}){0,2}", re.ASCII)
# Which field of a conflict belongs to which row of the comparison.
_ROWS = {
    "time": "When", "participants": "Who", "responsibility": "Who", "place": "Where",
    "quantity": "Numbers", "purpose": "Purpose", "occurrence": "Told as", "manner": "What",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One field over all accounts; ``state`` is conflict, agree, alone or silent."""

    name: str
    cells: tuple[str, ...]
    state: str


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a conflict: what is said, who holds it, in which words, and how many more."""

    value: str
    held_by: str
    quotes: tuple[Quote, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """What the accounts differ on, and why they cannot all be right."""

    id: str
    title: str
    reason: str
    positions: tuple[Position, ...]


def event(ask: Ask) -> Page:
    """The event with the id of the address."""
    view, id = ask.view, ask.id()
    found = view.event(id)
    if found is None:
        raise UsageError(
            f"the case has no event '{id}'",
            hint="ids may change when reports are read again: look for it in the timeline",
        )
    sayings, reports = _sayings(ask, found), known.rows(ask)
    told_in = {account.span.document for account in found.accounts}
    known.fetch(reports, told_in)
    known.fetch(known.names(ask), _named(found))
    groups = counted(view.corroboration(id))
    disputes = list(view.conflicts(about=id))
    shown = _shown(ask, len(found.accounts))
    values = {
        "id": id,
        "kind": kind_words(found.type, found.mode),
        "when": date_words(found.earliest, found.latest, found.edtf),
        "edtf": found.edtf if found.edtf and not _PLAIN.fullmatch(found.edtf) else "",
        "total": len(found.accounts),
        "first": shown.start,
        "turns": _turns(id, shown, len(found.accounts)),
        "tellings": list(_tellings(ask, found, sayings, groups, shown)),
        "rows": list(_rows(ask, found, disputes, shown)),
        "origins": [(_letter(i), len(g.accounts), g.reason) for i, g in enumerate(groups)],
        "disputes": [dispute(ask, one) for one in disputes],
        "judged": standing(known.judgements(ask)).get(id),
        "grade": grades_of(view).of_piece(id),
        "scale": CREDIBILITY,
    }
    title = marked(event_title(found, known.names(ask)), reserve_of(sayings.get, found.accounts))
    return Page("event.html", title, values, "/timeline")


def dispute(ask: Ask, conflict: Conflict | Agreement) -> Dispute:
    """A conflict, or an agreement, with the words of each side."""
    cited, reports = conflict_citations(ask.view, conflict), known.reports(ask)
    positions = tuple(
        Position(
            side.value,
            clipped(holders(side, reports), 200),
            tuple(quote(c.span, reports) for c in words[:_QUOTED]),
            len(words[_QUOTED:]),
        )
        for side, words in zip(conflict.sides, cited, strict=True)
    )
    title = capital(field_words(conflict.field))
    return Dispute(conflict.id, title, conflict.reason, positions)


def _shown(ask: Ask, total: int) -> range:
    """Which accounts stand on the page that is asked for."""
    page = int(ask.given("page")[:9]) if ask.given("page").isdecimal() else 1
    first = (min(max(page, 1), -(-total // _ACCOUNTS)) - 1) * _ACCOUNTS
    return range(first, min(first + _ACCOUNTS, total))


def _turns(id: str, shown: range, total: int) -> list[tuple[str, str]]:
    """Label and address of the pages beside this one."""
    page = shown.start // _ACCOUNTS + 1
    beside = (("Earlier accounts", page - 1), ("More accounts", page + 1))
    return [
        (label, links.filtered(links.event(id), page=str(turn)))
        for label, turn in beside
        if 1 <= turn <= -(-total // _ACCOUNTS)
    ]


def _named(event: Event) -> Iterator[str]:
    """The ids of all whom the event and its accounts name."""
    yield from named_in([event])
    for account in event.accounts:
        yield from (part.entity for part in account.participants)
        yield from account.places


def _rows(ask: Ask, event: Event, disputes: Sequence[Conflict], shown: range) -> Iterator[Row]:
    torn = {_ROWS.get(conflict.field, "") for conflict in disputes}
    columns = [_fields(account, known.names(ask)) for account in event.accounts]
    for place, name in enumerate(FIELDS):
        cells = tuple(column[place] for column in columns)
        told = [cell for cell in cells if cell]
        state = "silent" if not told else "alone" if len(told) == 1 else "differ"
        if len(told) > 1 and len(set(told)) == 1:
            state = "agree"
        yield Row(name, cells[shown.start : shown.stop], "conflict" if name in torn else state)


def _fields(account: Account, names: Mapping[str, str]) -> tuple[str, ...]:
    dated = account.earliest or account.latest
    return (
        clipped(account.span.quote, 120),
        date_words(account.earliest, account.latest) if dated else "",
        ", ".join(
            [
                *(f"{names.get(p.entity, p.entity)} ({p.role})" for p in account.participants),
                *filler_words(account),
            ]
        ),
        ", ".join(names.get(place, place) for place in account.places),
        "; ".join(map(measure_words, account.quantities)),
        account.purpose or "",
        account.factuality,
    )


def _sayings(ask: Ask, event: Event) -> dict[str, Attribution]:
    ids = {id for account in event.accounts for id in account.attributions}
    found = ask.view.attributions_of(sorted(ids))
    return {id: found[id] for id in sorted(found)}


def _tellings(
    ask: Ask,
    event: Event,
    sayings: Mapping[str, Attribution],
    groups: Sequence[Origin],
    shown: range,
) -> Iterator[Telling]:
    letters = {place: _letter(i) for i, group in enumerate(groups) for place in group.accounts}
    for place in shown:
        account = event.accounts[place]
        document = ask.view.document(account.span.document)
        if document is not None:
            found = [sayings[id] for id in account.attributions if id in sayings]
            yield telling(document, account, found, letters.get(place, ""))


def _letter(place: int) -> str:
    return chr(ord("A") + place) if place < 26 else str(place + 1)
