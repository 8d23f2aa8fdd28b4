"""Who held an office, from when until when: from ties, changes of office, and deaths in office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sayso.analysis.naming.places import by_day
from sayso.analysis.record.doing import days_in_office
from sayso.analysis.record.sources import Reporters, Rows, rows_of
from sayso.analysis.record.ties import days_told
from sayso.analysis.record.validity import ANSWERS, OPEN, Term
from sayso.analysis.view import CaseView
from sayso.analysis.wording.called import having
from sayso.analysis.wording.dates import date_words
from sayso.analysis.wording.late import Late, LateRows
from sayso.analysis.wording.names import entities_late, folded
from sayso.records.accounts import DEADLY, LEAVING, POSTS, TAKING, Participant
from sayso.records.case import Account, Entity, EventRow, Tie
from sayso.records.dates import Interval, bounds, edtf, intersection, order, overlap
from sayso.records.documents import DocumentRow

# As what somebody must take part in a change of office to hold or lose one by it.
_BEFALL = (
    (frozenset({"APPOINT/appoint", "APPOINT/elect"}), "target"),
    (frozenset({"APPOINT/succeed", "APPOINT/resign", "APPOINT/dismiss"}), None),
)
# Words that tell nothing of which office is meant.
_SMALL = frozenset({"of", "the", "for", "to", "in", "and", "s", "a", "an"})
# So many letters tell that two words are of one family: commands, commander.
_STEM = 4
# Before an office these make another of it, or tell that it is held no longer or not in full.
_OTHER = frozenset({"deputy", "vice", "assistant", "former", "acting"})

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in an office.

    ``office`` is how the reports call it. ``since`` and ``until`` are EDTF, null where nothing is
    told; ``holds`` is one of yes, perhaps, no for the day that was asked about, null where none
    was. ``evidence`` are the ids of ties and events, ``reported`` says on whose word they stand.
    """

    person: str
    entity: str
    office: str
    since: str | None
    until: str | None
    when: str
    holds: str | None
    evidence: tuple[str, ...]
    reported: tuple[str, ...]


@dataclass
class _Tenure:
    """What is gathered of one person in the office."""

    offices: list[str] = field(default_factory=list)
    begun: list[Interval] = field(default_factory=list)
    ended: list[Interval] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    # Days of what they did in the office, where nothing else dates it.
    seen: set[str] = field(default_factory=set)
    # Of events the tellings are read for those alone who are shown: null till then.
    evidence: dict[str, tuple[Account, ...] | None] = field(default_factory=dict)

    @property
    def term(self) -> Term:
        return Term(_common(self.begun), _common(self.ended), tuple(sorted(self.told)))


def held(view: CaseView, office: str, *, on: Interval = OPEN) -> Sequence[Holder]:
    """The holders of an office named in words, by when they held it; with a day (first and last
    ISO day of ``on``) those who held it then come first.

    An office fits where all words asked for are among its own, or among the names of the body
    it belongs to: "commander of the Coast Guard" is answered by who commands the Coast Guard.
    """
    asked = _words(office) - _SMALL
    rows = rows_of(view)
    entities = entities_late(view)
    tenures = _tenures(view, _Office(frozenset(asked), entities), rows) if asked else {}
    _succeed(view, tenures)
    entities.fetch(tenures)
    found = sorted(
        (_Found(entities[id].name, id, one, one.term, on) for id, one in tenures.items()),
        key=_order,
    )
    return LateRows(found, lambda some: _holders(view, rows, some))


@dataclass(frozen=True)
class _Office:
    """The office that is asked for, held against those that are told of."""

    asked: frozenset[str]
    entities: Late[Entity]

    def called(self, office: str | None, body: str | None, told: str = "") -> str | None:
        """How an office is called, if it is the one asked for.

        Where the office has no name of its own, it is looked for in the words it is ``told`` in:
        who "leads" a party is its leader.
        """
        own, of = self._forms(office), self._forms(body)
        if not own and not of:
            return None
        named = {word for form in (*own, *of) for word in _words(form)}
        verbs = set() if own else _words(told)
        stems = {word[:_STEM] for word in verbs}
        fits = all(word in named or word[:_STEM] in stems for word in self.asked)
        rank = _words(own[0]) if own else verbs
        if not (fits and named & self.asked) or (rank & _OTHER) - self.asked:
            return None
        # "Prime minister of Iraq" says already of what.
        rest = [form for form in of[:1] if not own or form.casefold() not in own[0].casefold()]
        return ", ".join(dict.fromkeys([*own[:1], *rest]))

    def _forms(self, id: str | None) -> tuple[str, ...]:
        entity = self.entities.get(id or "")
        return (entity.name, *entity.aliases) if entity else ()


def _tenures(view: CaseView, office: _Office, rows: Late[DocumentRow]) -> dict[str, _Tenure]:
    found: dict[str, _Tenure] = defaultdict(_Tenure)
    posts = list(_fitting(office, _posts(view, having(view, office.asked))))
    rows.fetch(a.span.document for tie, _ in posts if not tie.until for a in tie.accounts)
    for tie, called in posts:
        _add_tie(found[tie.subject], tie, called, rows)
    for event in _changes(view, office, found):
        _add_change(found, event, office)
    deaths = [event for kind in DEADLY for event in _events(view, found, kind, "target")]
    for event in by_day(deaths):
        for part in event.participants:
            if part.role == "target" and part.entity in found:
                _note(found[part.entity].ended, event)
                found[part.entity].evidence[event.id] = None
    _see_at_work(view, found)
    return dict(found)


def _see_at_work(view: CaseView, found: dict[str, _Tenure]) -> None:
    """For holders of whom no date is told: the days of what they did as holders."""
    open_ones = {
        who: [account for accounts in one.evidence.values() for account in accounts or ()]
        for who, one in found.items()
        if not one.begun and not one.ended
    }
    for who, days in days_in_office(view, open_ones).items():
        found[who].told |= days.keys()
        found[who].seen |= days.keys()
        found[who].evidence |= dict.fromkeys(days.values())


def _fitting(office: _Office, posts: Sequence[Tie]) -> Iterator[tuple[Tie, str]]:
    """Those of the office that is asked for, with how each calls it."""
    office.entities.fetch(id for t in posts for id in (t.subject, t.object, t.office) if id)
    for tie in posts:
        called = office.called(tie.office, tie.object, " ".join(a.span.quote for a in tie.accounts))
        if called and tie.polarity == "positive" and _is_person(office, tie.subject):
            yield tie, called


def _posts(view: CaseView, near: Iterable[str]) -> list[Tie]:
    """Ties of somebody to one of these offices or bodies, by id."""
    found = {t.id: t for ids in _some(near) for t in view.ties(entity=ids, type=POSTS)}
    return sorted(found.values(), key=lambda tie: tie.id)


def _changes(view: CaseView, office: _Office, holders: Iterable[str]) -> list[EventRow]:
    """Changes of office that may be of this one, by day.

    One that names it has each word asked for in the names of the office or the body, so those
    that have the rarest of them are enough; those of holders need not name it, be they holders by
    a tie or by another change.
    """
    near = min((having(view, {word}) for word in office.asked), key=len)
    named = _events(view, near, "APPOINT")
    office.entities.fetch(_parties(named))
    fits = [event for event in named if office.called(*_post(event)) is not None]
    people = {id for id in _parties(fits) if _is_person(office, id)}
    several = people.union(holders)
    # Who appoints hundreds holds nothing by it: only whom it befalls need be looked for.
    told = [e for kinds, role in _BEFALL for e in _events(view, several, kinds, role)]
    office.entities.fetch(_parties(told))
    return by_day({event.id: event for event in (*named, *told)}.values())


def _parties(events: Iterable[EventRow]) -> set[str]:
    return {part.entity for event in events for part in event.participants}


def _events(
    view: CaseView, named: Iterable[str], type: str | frozenset[str], role: str | None = None
) -> list[EventRow]:
    """What took place, of one of these types, and names one of these, in this role or in any."""
    told = {
        event.id: event
        for ids in _some(named)
        for event in view.event_rows(who=ids, role=role, type=type)
    }
    return [event for event in told.values() if event.realis == "actual"]


def _some(ids: Iterable[str]) -> Iterator[frozenset[str]]:
    """The ids, as many at a time as a case is asked for at once."""
    every = sorted(ids)
    for first in range(0, len(every), _AT_ONCE):
        yield frozenset(every[first : first + _AT_ONCE])


def _is_person(office: _Office, id: str) -> bool:
    entity = office.entities.get(id)
    return entity is not None and entity.type == "Person"


def _add_tie(tenure: _Tenure, tie: Tie, called: str, rows: Rows) -> None:
    tenure.offices.append(called)
    for date, side in ((tie.since, tenure.begun), (tie.until, tenure.ended)):
        if date:
            side.append(bounds(date))
    tenure.told |= set(days_told(tie, rows))
    tenure.evidence[tie.id] = tie.accounts


def _add_change(found: dict[str, _Tenure], event: EventRow, office: _Office) -> None:
    """Who takes or leaves the office in a change of office."""
    called = office.called(*_post(event))
    joins, leaves = event.mode in TAKING, event.mode in LEAVING
    for part in event.participants:
        if not _is_person(office, part.entity):
            continue
        # Ties may have told already that somebody holds it: then a change needs not name it.
        if called is None and (part.entity not in found or _in(event, "office")):
            continue
        tenure = found[part.entity]
        if joins and _takes(event, part):
            _note(tenure.begun, event)
        elif leaves or (event.mode == "succeed" and part.role == "target"):
            if not (leaves and part.role == "actor" and event.mode == "dismiss"):
                _note(tenure.ended, event)
        else:
            continue
        tenure.offices += [called] if called else []
        tenure.evidence[event.id] = None


def _takes(event: EventRow, part: Participant) -> bool:
    return part.role == ("actor" if event.mode == "succeed" else "target")


def _post(event: EventRow) -> tuple[str | None, str | None]:
    """The office that an event names, and the body that it is of."""
    return _in(event, "office"), _in(event, "organization")


def _in(event: EventRow, role: str) -> str | None:
    return next((part.entity for part in event.participants if part.role == role), None)


def _note(days: list[Interval], event: EventRow) -> None:
    if (event.earliest, event.latest) != OPEN:
        days.append((event.earliest, event.latest))


def _succeed(view: CaseView, tenures: dict[str, _Tenure]) -> None:
    """Where one holder follows another, the end of the one is the beginning of the other."""
    told = {t.id: t for ids in _some(tenures) for t in view.ties(entity=ids, type="succeeds")}
    for _, tie in sorted(told.items()):
        if tie.polarity == "positive" and tie.object:
            after, before = tenures.get(tie.subject), tenures.get(tie.object)
            if after is None or before is None:
                continue
            if after.begun:
                before.ended += after.begun
            elif before.ended:
                # Who follows comes later than the end, by nobody knows how much.
                after.begun = [(first, None) for first, _ in before.ended]
            for tenure in (after, before):
                tenure.evidence[tie.id] = tie.accounts


@dataclass(frozen=True, slots=True)
class _Found:
    """A person in the office, and the day that was asked about."""

    name: str
    person: str
    tenure: _Tenure
    term: Term
    on: Interval

    @property
    def holds(self) -> str | None:
        return self.term.on(self.on[0], self.on[1]) if self.on[0] and self.on[1] else None


def _read(view: CaseView, some: Sequence[_Found]) -> None:
    """Read the tellings of events that are still to be read."""
    tenures = [found.tenure for found in some]
    missing = {id for t in tenures for id, accounts in t.evidence.items() if accounts is None}
    told = {event.id: event.accounts for event in view.events_of(sorted(missing))}
    for tenure in tenures:
        tenure.evidence |= {id: told[id] for id in tenure.evidence.keys() & told.keys()}


def _holders(view: CaseView, rows: Rows, some: Sequence[_Found]) -> Iterator[Holder]:
    _read(view, some)
    accounts = [[a for t in one.tenure.evidence.values() for a in t or ()] for one in some]
    said = Reporters(view, rows, [account for of in accounts for account in of])
    for found, own in zip(some, accounts, strict=True):
        term, offices = found.term, found.tenure.offices
        yield Holder(
            person=found.name,
            entity=found.person,
            office=max(dict.fromkeys(offices), key=offices.count, default=""),
            since=edtf(*term.since),
            until=edtf(*term.until),
            when=_words_of(term, found.tenure.seen),
            holds=found.holds,
            evidence=tuple(found.tenure.evidence),
            reported=said.of(own),
        )


def _words_of(term: Term, seen: Iterable[str]) -> str:
    since = f"since {date_words(*term.since)}" if term.since != OPEN else ""
    until = f"until {date_words(*term.until)}" if term.until != OPEN else ""
    days = sorted(seen)
    ends = dict.fromkeys([*days[:1], *days[-1:]])
    at_work = "in office on " + " and ".join(date_words(day, day) for day in ends) if ends else ""
    return ", ".join(filter(None, (since, until))) or at_work or "dates not given"


def _common(days: Iterable[Interval]) -> Interval:
    """What all intervals have in common; of those that have nothing, the first told."""
    common: Interval = OPEN
    for interval in days:
        if overlap(common, interval):
            common = intersection(common, interval)
    return common


def _words(text: str) -> set[str]:
    return set(folded(text).split())


def _order(found: _Found) -> tuple[int, str, str]:
    rank = ANSWERS.index(found.holds) if found.holds else 0
    ends = (bounds(edtf(*found.term.since)), bounds(edtf(*found.term.until)))
    day = next((day for days in ends for day in days if day), None)
    return (rank, order(day) if day else "~", found.name)
