"""All that a case knows of one person, body, outlet, place or office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sayso.analysis.naming.deciding import KINDS as NAMING
from sayso.analysis.naming.deciding import shown
from sayso.analysis.naming.likeness import likeness
from sayso.analysis.naming.merges import Reason, doubts, why
from sayso.analysis.people import dossier as dossier_of
from sayso.analysis.people import parties
from sayso.analysis.record.itinerary import itinerary
from sayso.analysis.wording.dates import edtf_words
from sayso.analysis.wording.firm import marked, reserves
from sayso.analysis.wording.names import capital, folded
from sayso.analysis.wording.sentences import tie_sentence, tie_title
from sayso.analysis.wording.traits import trait_lines
from sayso.records.case import Entity, Judgement, Tie
from sayso.records.dates import bounds, order
from sayso.records.errors import UsageError
from sayso.records.spans import Span
from sayso.records.statements import Attribution
from sayso.resolve.decisions import anchor_of
from sayso.web import known, links
from sayso.web.ask import Ask
from sayso.web.page import KIND, Page
from sayso.web.shown import Quote, ReportLine, quote, report_line, saying

_SHOWN, _TIES, _QUOTED = 200, 150, 3
_OFFICES = ("holds_office", "commands", "deputy_of", "succeeds", "spokesperson_of")


@dataclass(frozen=True, slots=True)
class Bond:
    """A tie as a sentence, when it holds, the words of some accounts, and how many more it has."""

    id: str
    text: str
    when: str
    quotes: tuple[Quote, ...]
    more: int
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
    # One more than is shown tells that there are more.
    found, reports = dossier_of(ask.view, entity, _SHOWN + 1), known.reports(ask)
    ties = list(ask.view.ties(entity=entity.id))
    offices = [t for t in ties if t.type in _OFFICES and t.subject == entity.id][:_TIES]
    held = {tie.id for tie in offices}
    others = [tie for tie in ties if tie.id not in held][:_TIES]
    events, _ = ask.view.count_happened(entity=entity.id)
    _look_up(ask, [*offices, *others], [*found.statements[:_SHOWN], *found.said_of[:_SHOWN]])
    values = {
        "entity": entity,
        "found": found,
        "kind": KIND.get(entity.type, entity.type),
        "names": _names(ask, entity),
        "traits": trait_lines(tuple(ask.view.traits(entity=entity.id))),
        "stops": itinerary(ask.view, entity)[:_SHOWN] if entity.type == "Person" else [],
        "ties": len(ties),
        "events": events,
        "listed": _SHOWN,
        "offices": sorted(_bonds(ask, offices), key=lambda b: b.first),
        "bonds": list(_bonds(ask, others)),
        "more_ties": len(ties) - len(offices) - len(others),
        "says": [saying(one, reports) for one in found.statements[:_SHOWN]],
        "said_of": [saying(one, reports) for one in found.said_of[:_SHOWN]],
        "appearances": list(_appearances(ask, entity.id)),
        "more_reports": max(0, len(found.documents) - _SHOWN),
        "doubts": [
            d for d in ask.linked("doubts", lambda: doubts(ask.view)) if entity in (d.left, d.right)
        ],
        "decisions": _decisions(known.judgements(ask), entity),
    }
    return Page("dossier.html", entity.name, values, "/who")


def _look_up(ask: Ask, ties: Sequence[Tie], said: Iterable[Attribution]) -> None:
    """What the page says of ties and sayings, asked for together."""
    quoted = [account.span for tie in ties for account in tie.accounts[:_QUOTED]]
    spans = [*quoted, *(one.content for one in said)]
    known.fetch(known.reports(ask), {span.document for span in spans})
    known.fetch(known.names(ask), (id for tie in ties for id in parties(tie) if id))


def _bonds(ask: Ask, ties: Sequence[Tie]) -> Iterator[Bond]:
    kept = reserves(ask.view, ties)
    return (_bond(ask, tie, kept.get(tie.id, "")) for tie in ties)


def _bond(ask: Ask, tie: Tie, reserve: str) -> Bond:
    reports, names = known.reports(ask), known.names(ask)
    quotes = tuple(quote(account.span, reports) for account in tie.accounts[:_QUOTED])
    since, until = (
        edtf_words(tie.since) if tie.since else "",
        edtf_words(tie.until) if tie.until else "",
    )
    when = f"{since or '?'} – {until or '?'}" if since or until else "dates not given"
    day = bounds(tie.since)[0] or bounds(tie.until)[0]
    text = tie_title(tie, names) if since or until else tie_sentence(tie, names)
    more = len(tie.accounts) - len(quotes)
    return Bond(tie.id, marked(text, reserve), when, quotes, more, order(day) if day else "~")


def _names(ask: Ask, entity: Entity) -> list[Name]:
    reports = known.reports(ask)
    found = [Name(entity.name, "the name it goes by here", ())]
    reasons: dict[str, list[Reason]] = defaultdict(list)
    for one in why(ask.view, entity):
        if one.alias != entity.name:
            reasons[one.alias].append(one)
    for reason, *others in reasons.values():
        of = f" as “{reason.of}”" if reason.of != reason.alias else ""
        told = (
            f"{capital(reason.rule)}{of}.",
            *likeness(reason.reasons, (reason.alias, reason.of)),
        )
        text = " ".join(told)
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
    named_in = dict(islice(ask.view.named_in(entity).items(), _SHOWN))
    known.fetch(rows, named_in)
    firsts: dict[str, Span] = {}
    for mention in ask.view.mentions(entity=entity, document=frozenset(named_in)):
        firsts.setdefault(mention.span.document, mention.span)
    for document, times in named_in.items():
        yield Appearance(report_line(rows[document]), times, links.words(firsts[document]))
