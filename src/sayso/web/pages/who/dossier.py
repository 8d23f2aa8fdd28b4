"""All that a case knows of one person, body, outlet, place or office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from sayso.analysis.naming.deciding import KINDS as NAMING
from sayso.analysis.naming.deciding import shown
from sayso.analysis.naming.merges import Reason, doubts, why
from sayso.analysis.people import dossier as dossier_of
from sayso.analysis.record.itinerary import itinerary
from sayso.analysis.wording.dates import edtf_words
from sayso.analysis.wording.names import folded
from sayso.analysis.wording.sentences import tie_sentence, tie_title
from sayso.analysis.wording.traits import trait_lines
from sayso.records.case import Entity, Judgement, Tie
from sayso.records.dates import bounds, order
from sayso.records.errors import UsageError
from sayso.resolve.decisions import anchor_of
from sayso.web import known, links
from sayso.web.ask import Ask
from sayso.web.page import Page
from sayso.web.pages.who.people import KINDS
from sayso.web.shown import Quote, ReportLine, quote, report_line, saying

_SHOWN = 200
_OFFICES = ("holds_office", "commands", "deputy_of", "succeeds", "spokesperson_of")


@dataclass(frozen=True, slots=True)
class Bond:
    """A tie as a sentence, when it holds, and the words of all its accounts."""

    id: str
    text: str
    when: str
    quotes: tuple[Quote, ...]
    first: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name it goes by, and why that is taken for its own."""

    text: str
    why: str
    quotes: tuple[Quote, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Appearance:
    """A report that names the entity, how often, and the way to where it does so first."""

    report: ReportLine
    mentions: int
    href: str


def dossier(ask: Ask) -> Page:
    """The dossier of the entity with the id of the address."""
    entity = ask.view.entity(ask.id())
    if entity is None:
        raise UsageError(
            f"the case knows nobody and nothing as '{ask.id()}'",
            hint="ids may change when names are joined or read again: look in Who",
        )
    found, reports = dossier_of(ask.view, entity), known.reports(ask)
    bonds = [_bond(ask, tie) for tie in found.ties]
    offices = {tie.id for tie in found.ties if tie.type in _OFFICES and tie.subject == entity.id}
    values = {
        "entity": entity,
        "found": found,
        "kind": KINDS.get(entity.type, entity.type),
        "names": _names(ask, entity),
        "traits": trait_lines(tuple(ask.view.traits(entity=entity.id))),
        "stops": itinerary(ask.view, entity)[:_SHOWN] if entity.type == "Person" else [],
        "offices": sorted((b for b in bonds if b.id in offices), key=lambda b: b.first),
        "bonds": [b for b in bonds if b.id not in offices],
        "says": [saying(one, reports) for one in found.statements[:_SHOWN]],
        "said_of": [saying(one, reports) for one in found.said_of[:_SHOWN]],
        "appearances": list(_appearances(ask, entity.id)),
        "doubts": [
            d for d in ask.linked("doubts", lambda: doubts(ask.view)) if entity in (d.left, d.right)
        ],
        "decisions": _decisions(known.judgements(ask), entity),
    }
    return Page("dossier.html", entity.name, values, "/who")


def _bond(ask: Ask, tie: Tie) -> Bond:
    reports, names = known.reports(ask), known.names(ask)
    quotes = tuple(quote(account.span, reports) for account in tie.accounts)
    since, until = (
        edtf_words(tie.since) if tie.since else "",
        edtf_words(tie.until) if tie.until else "",
    )
    when = f"{since or '?'} – {until or '?'}" if since or until else "dates not given"
    day = bounds(tie.since)[0] or bounds(tie.until)[0]
    text = tie_title(tie, names) if since or until else tie_sentence(tie, names)
    return Bond(tie.id, text, when, quotes, order(day) if day else "~")


def _names(ask: Ask, entity: Entity) -> list[Name]:
    reports = known.reports(ask)
    found = [Name(entity.name, "the name it goes by here", ())]
    reasons: dict[str, list[Reason]] = defaultdict(list)
    for one in why(ask.view, entity):
        if one.alias != entity.name:
            reasons[one.alias].append(one)
    for reason, *others in reasons.values():
        told = "; ".join((reason.rule, *reason.reasons))
        text = f"{told} ({reason.of})" if reason.of != reason.alias else told
        quotes = tuple(quote(span, reports, 120) for span in reason.spans[:2])
        found.append(Name(reason.alias, text, quotes, len(others)))
    return found


def _decisions(judgements: Iterable[Judgement], entity: Entity) -> list[tuple[Judgement, str]]:
    """Decisions that hold and name it, with whom they are about."""
    own = {folded(name) for name in (entity.name, *entity.aliases)}
    return [
        (j, shown(j.about))
        for j in judgements
        if j.decision in NAMING and j.value is not None and not j.revoked_by
        if any(folded(anchor_of(text).name) in own for text in j.about)
    ]


def _appearances(ask: Ask, entity: str) -> Iterator[Appearance]:
    rows = known.rows(ask)
    spans = sorted(mention.span for mention in ask.view.mentions(entity=entity))
    for document, group in groupby(spans, key=lambda span: span.document):
        first, *rest = group
        yield Appearance(report_line(rows[document]), 1 + len(rest), links.words(first))
