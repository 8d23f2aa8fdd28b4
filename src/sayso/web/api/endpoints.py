"""Every address of the interface: what is asked, with which parameters, and what is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.analysis.highlights import KINDS, Highlight
from sayso.analysis.ledger.rows import Row
from sayso.analysis.naming.merges import Doubt
from sayso.analysis.people import Dossier
from sayso.analysis.record.held import Holder
from sayso.analysis.record.itinerary import itinerary
from sayso.analysis.record.ties import Bond
from sayso.analysis.says import says, voices
from sayso.analysis.sources import ROLES
from sayso.analysis.timeline import Entry, entries_of
from sayso.analysis.wording.late import Pages
from sayso.api import answers
from sayso.api.asking import Wanted, ids_asked
from sayso.api.case import Questions
from sayso.publish.tables import making, rows
from sayso.records.accounts import EVENT_TYPES, TIE_TYPES
from sayso.records.case import Claim, Conflict, Entity, Event, Judgement, Tie
from sayso.records.documents import Document, DocumentRow, Failure
from sayso.records.marks import ENTITY_TYPES
from sayso.records.statements import Attribution
from sayso.web.api.endpoint import Endpoint, Given, Parameter, narrowed, needed, one_of
from sayso.web.api.wholes import WHOLES


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records of each kind a case has."""

    documents: int
    entities: int
    events: int
    ties: int
    claims: int
    conflicts: int
    checks: int
    failures: int


@dataclass(frozen=True, slots=True)
class ReportText:
    """A report with the text that all offsets count in."""

    id: str
    path: str
    sha256: str
    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    language: str | None
    text: str


WHO = Parameter("who", "A name or id: with this participant or party.")
SINCE = Parameter("since", "Not before this day, month or year.")
UNTIL = Parameter("until", "Not after this day, month or year.")
EVENT_FILTERS = (
    WHO,
    Parameter("where", "A name or id: at this place, or in this country."),
    Parameter("type", f"A type ({', '.join(EVENT_TYPES)}), or TYPE/mode."),
    SINCE,
    UNTIL,
    Parameter("source", "A name or id: told on the word of this source."),
)
CLAIM_FILTERS = (
    Parameter("of", "Of whom or what it judges: part of a name or topic."),
    Parameter("aspect", "Under which aspect: part of its name."),
    Parameter("front", "On which front: part of its name."),
    Parameter("by", "Who judges: part of a name."),
)


_OF_REPORTS: Mapping[str, Callable[[DocumentRow], Iterable[str | None]]] = {
    "name": lambda row: (row.path, row.title),
    "by": lambda row: (row.author, row.publisher),
}
_OF_SOURCES: Mapping[str, Callable[[rows.SourceRow], Iterable[str | None]]] = {
    "name": lambda row: (row.name,),
    "role": lambda row: (row.role,),
}
_OF_JUDGEMENTS: Mapping[str, Callable[[Judgement], Iterable[str | None]]] = {
    "about": lambda row: row.about,
    "by": lambda row: (row.by,),
    "decision": lambda row: (row.decision,),
}
_OF_FAILURES: Mapping[str, Callable[[Failure], Iterable[str | None]]] = {
    "path": lambda row: (row.path,),
    "step": lambda row: (row.step,),
}


def _report(case: Questions, given: Given) -> ReportText:
    found = one_of(Document)(case, given)
    return ReportText(**{name: getattr(found, name) for name in ReportText.__dataclass_fields__})


def _counts(case: Questions, _: Given) -> Counts:
    found = case.counts()
    words = {"entity": "entities"}
    kinds = {words.get(kind, f"{kind}s"): count for kind, count in found.items()}
    return Counts(**{name: kinds[name] for name in Counts.__dataclass_fields__})


def _events(case: Questions, given: Given) -> Any:
    view = case.view
    ids, register = ids_asked(view, Wanted(**given)), making.Register(view)

    def made(part: slice) -> list[rows.EventRow]:
        return [making.event_row(register, one) for one in view.events_of(ids[part])]

    return Pages(len(ids), made)


def _stops(case: Questions, given: Given) -> Any:
    return _late(itinerary(case.view, case.entity(given["who"])), answers.stop_row)


def _sayings(case: Questions, given: Given) -> Any:
    found = voices(case.view, given["who"])
    return _late(says(case.view, found[0]) if found else (), answers.saying_row)


def _late(found: Sequence[Any], row: Callable[[Any], Any]) -> Sequence[Any]:
    """Rows that are made of what was found when their page is asked for."""
    return Pages(len(found), lambda part: map(row, found[part]))


def _search(case: Questions, given: Given) -> Any:
    return case.search(given["text"], limit=1000)


ENDPOINTS = (
    Endpoint("/case", "How much there is.", Counts, _counts, many=False),
    Endpoint(
        "/highlights",
        "What is most worth a look.",
        Highlight,
        lambda c, g: narrowed(c.highlights(), g, {"kind": lambda row: [row.kind]}),
        (Parameter("kind", "Of this kind.", values=KINDS),),
    ),
    Endpoint(
        "/documents",
        "The reports.",
        DocumentRow,
        lambda c, g: narrowed(c.documents(), g, _OF_REPORTS),
        (
            Parameter("name", "Letters of its path or title."),
            Parameter("by", "Letters of its author or publisher."),
        ),
    ),
    Endpoint("/documents/{id}", "A report with its text.", ReportText, _report, many=False),
    Endpoint(
        "/entities",
        "Who and what the case knows.",
        rows.EntityRow,
        lambda c, g: c.entities(g.get("name"), type=g.get("type")),
        (
            Parameter("name", "Letters of one of its names."),
            Parameter("type", "Of this type.", values=ENTITY_TYPES),
        ),
    ),
    Endpoint("/entities/{id}", "One of them.", Entity, one_of(Entity), many=False),
    Endpoint(
        "/who",
        "All about one: names, ties, events, words.",
        Dossier,
        lambda c, g: c.who(g["name"]),
        needed("name", "A name or id."),
        many=False,
    ),
    Endpoint(
        "/merges",
        "Names that may be of one, most valuable first.",
        Doubt,
        lambda c, g: narrowed(c.merges(), g, {"name": lambda row: row.names}),
        (Parameter("name", "Letters of one of the names."),),
    ),
    Endpoint(
        "/events",
        "What happened, by day.",
        rows.EventRow,
        _events,
        EVENT_FILTERS,
    ),
    Endpoint("/events/{id}", "An event with every telling.", Event, one_of(Event), many=False),
    Endpoint(
        "/timeline",
        "What happened, a sentence each.",
        Entry,
        lambda c, g: entries_of(c.view, ids_asked(c.view, Wanted(**g))),
        (SINCE, UNTIL),
    ),
    Endpoint(
        "/ties",
        "Lasting relations.",
        rows.TieRow,
        lambda c, g: c.ties(g.get("who"), type=g.get("type")),
        (WHO, Parameter("type", "Of this type.", values=TIE_TYPES)),
    ),
    Endpoint("/ties/{id}", "A tie with every telling.", Tie, one_of(Tie), many=False),
    Endpoint(
        "/standing",
        "The ties of one, and whether each held on a day.",
        Bond,
        lambda c, g: c.ties_on(g["on"], g["who"]),
        (*needed("who", "A name or id."), *needed("on", "A day, month or year.")),
    ),
    Endpoint(
        "/held",
        "Who held an office.",
        Holder,
        lambda c, g: c.held(g["office"], on=g.get("on")),
        (*needed("office", "The office, in words."), Parameter("on", "On this day or month.")),
    ),
    Endpoint(
        "/itinerary",
        "Where a person was.",
        rows.StopRow,
        _stops,
        needed("who", "A name or id."),
    ),
    Endpoint(
        "/attributions",
        "Who says what.",
        rows.AttributionRow,
        lambda c, g: c.attributions(g.get("document")),
        (Parameter("document", "In this report: its id, path, or words of its title."),),
    ),
    Endpoint(
        "/attributions/{id}",
        "One attribution with its chain.",
        Attribution,
        one_of(Attribution),
        many=False,
    ),
    Endpoint(
        "/says",
        "What one source said or passed on.",
        rows.SayingRow,
        _sayings,
        needed("who", "A name or id."),
    ),
    Endpoint(
        "/sources",
        "On whose word.",
        rows.SourceRow,
        lambda c, g: narrowed(c.sources(), g, _OF_SOURCES),
        (Parameter("name", "Letters of its name."), Parameter("role", "As what.", values=ROLES)),
    ),
    Endpoint(
        "/claims",
        "What authors and sources judge.",
        rows.ClaimRow,
        lambda c, g: c.claims(
            of=g.get("of"), aspect=g.get("aspect"), front=g.get("front"), by=g.get("by")
        ),
        CLAIM_FILTERS,
    ),
    Endpoint(
        "/compare",
        "The judgements of two reports side by side.",
        Row,
        lambda c, g: c.compare(g["one"], g["other"]),
        (*needed("one", "A report's id, path or title."), *needed("other", "Another's.")),
    ),
    Endpoint("/claims/{id}", "One judgement of theirs.", Claim, one_of(Claim), many=False),
    Endpoint(
        "/conflicts",
        "Where accounts part: a row a side.",
        rows.SideRow,
        lambda c, g: c.conflicts(g.get("about")),
        (Parameter("about", "About this event, tie or claim: its id."),),
    ),
    Endpoint(
        "/conflicts/{id}", "A conflict with all its words.", Conflict, one_of(Conflict), many=False
    ),
    Endpoint(
        "/checks",
        "Countable statements held against the record.",
        rows.CheckRow,
        lambda c, g: c.checks(g.get("verdict")),
        (Parameter("verdict", "With this outcome.", values=("holds", "fails", "undecided")),),
    ),
    Endpoint(
        "/judgements",
        "Every decision of an analyst.",
        Judgement,
        lambda c, g: narrowed(c.judgements(), g, _OF_JUDGEMENTS),
        (
            Parameter("about", "About this: letters of an id."),
            Parameter("by", "Letters of who decided."),
            Parameter("decision", "What was decided, e.g. same or grade."),
        ),
    ),
    Endpoint(
        "/search",
        "Passages with these words, best first.",
        rows.PassageRow,
        _search,
        needed("text", "The words."),
    ),
    Endpoint(
        "/failures",
        "What could not be read.",
        Failure,
        lambda c, g: narrowed(c.failures(), g, _OF_FAILURES),
        (Parameter("path", "Letters of its path."), Parameter("step", "At this step.")),
    ),
    *WHOLES,
)
