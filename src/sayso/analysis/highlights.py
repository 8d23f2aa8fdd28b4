"""The most interesting things of a case, each in one sentence with the words it stands on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice, zip_longest

from sayso.analysis.citations import (
    Citation,
    cited,
    conflict_citations,
    conflict_line,
    field_words,
)
from sayso.analysis.judging.queues import ranked
from sayso.analysis.sources import report_names, sources
from sayso.analysis.timeline import origins_of
from sayso.analysis.view import CaseView, Overview
from sayso.analysis.wording.chains import chain_words
from sayso.analysis.wording.dates import date_words
from sayso.analysis.wording.names import (
    capital,
    clipped,
    is_many,
    isolated,
    name,
    names_of,
    plural,
    quoted,
)
from sayso.analysis.wording.sentences import event_title, tie_sentence
from sayso.records.case import Account, Conflict, Event
from sayso.records.spans import Span
from sayso.records.statements import Attribution

KINDS = ("conflict", "corroborated", "retold", "alone", "chain", "active")
# Links that name nobody: the report leaves open who is meant.
_PRONOUNS = frozenset({"he", "she", "it", "they"})
# How many of each kind may be among the ten before any kind gets more.
_SHARES = {"conflict": 4, "corroborated": 2, "retold": 1, "alone": 1, "chain": 1, "active": 1}
# A saying of fewer words ("everything") tells nothing by itself.
_FEWEST_WORDS = 4
_POOL = 10
# Characters of a report's words that stand for what a conflict is on.
_TOPIC = 80
# Events that are held while the best are sought.
_HELD = 1000
_EVIDENCE = 3
# How many are shown.
MOST = 10


@dataclass(frozen=True, slots=True)
class Highlight:
    """One thing worth an editor's time; ``about`` is the id to show, ``kind`` one of KINDS."""

    kind: str
    about: str
    text: str
    citations: tuple[Citation, ...]


def highlights(view: CaseView, limit: int = MOST) -> list[Highlight]:
    """Conflicts first, then events told from several origins, retold or told by one source alone,
    the longest chains and the busiest people; the same case always gives the same list."""
    return HIGHLIGHTS.of(view) if limit == MOST else _chosen(view, limit)


def _chosen(view: CaseView, limit: int = MOST) -> list[Highlight]:
    pools = _pools(view)
    chosen = [found for kind in KINDS for found in pools[kind][: _SHARES[kind]]]
    rest = zip_longest(*(pools[kind][_SHARES[kind] :] for kind in KINDS))
    spare = [found for turn in rest for found in turn if found]
    missing = max(0, limit - len(chosen))
    found = sorted(_distinct(chosen + spare[:missing]), key=lambda h: KINDS.index(h.kind))
    return found[:limit]


# To choose them takes a pass over all events.
HIGHLIGHTS = Overview("highlights 4", Highlight, _chosen)


def _pools(view: CaseView) -> dict[str, list[Highlight]]:
    names, origins = names_of(view), origins_of(view)
    top = _Top(names, origins)
    for event in view.events():
        top.take(event)
    return {
        "conflict": list(islice(_conflicts(view, names), _POOL)),
        "corroborated": top.corroborated(),
        "retold": top.retold(),
        "alone": _alone(view),
        "chain": _chains(view.attributions()),
        "active": top.active(),
    }


class _Top:
    """The events with most origins and accounts, and who takes part in most, kept while reading."""

    def __init__(self, names: Mapping[str, str], origins: Mapping[str, int]) -> None:
        self.names = names
        self.origins = origins
        self.apart: list[Event] = []
        self.same: list[Event] = []
        self.busy: Counter[str] = Counter()
        self.seen: dict[str, list[Account]] = {}

    def take(self, event: Event) -> None:
        for entity in sorted({part.entity for part in event.participants if part.role == "actor"}):
            self.busy[entity] += 1
            first = self.seen.setdefault(entity, [])
            if len(first) < _EVIDENCE:
                first.extend(event.accounts[:1])
        origins = self.origins.get(event.id, 0)
        if len(event.accounts) > 1 and origins:
            pool = self.apart if origins > 1 else self.same
            pool.append(event)
            # A large case has too many to hold them all.
            if len(pool) > _HELD:
                pool[:] = self._best(pool)

    def _best(self, events: Iterable[Event]) -> list[Event]:
        ranked = sorted(events, key=lambda e: (-self.origins[e.id], -len(e.accounts), e.id))
        return ranked[:_POOL]

    def corroborated(self) -> list[Highlight]:
        return [self._told(event, "corroborated") for event in self._best(self.apart)]

    def retold(self) -> list[Highlight]:
        return [self._told(event, "retold") for event in self._best(self.same)]

    def active(self) -> list[Highlight]:
        ranked = sorted(self.busy, key=lambda id: (-self.busy[id], id))[:_POOL]
        return [self._active(entity) for entity in ranked if self.busy[entity] > 1]

    def _told(self, event: Event, kind: str) -> Highlight:
        told = sum(account.factuality != "denied" for account in event.accounts)
        denied = len(event.accounts) - told
        weight = f"told in {plural(told, 'account')} "
        if kind == "retold":
            weight += "that go back to one origin"
        else:
            weight += f"from {plural(self.origins[event.id], 'independent origin')}"
        if denied and told:
            weight += f", denied in {denied}"
        when = date_words(event.earliest, event.latest, event.edtf)
        text = f"{event_title(event, self.names)} ({when}): {weight}."
        return Highlight(kind, event.id, text, cited(event.accounts))

    def _active(self, entity: str) -> Highlight:
        count = plural(self.busy[entity], "event")
        text = f"{name(self.names, entity)} acts in {count} that the reports tell of."
        return Highlight("active", entity, text, cited(self.seen[entity]))


def _conflicts(view: CaseView, names: Mapping[str, str]) -> Iterator[Highlight]:
    reports = report_names(view.document_rows())
    for conflict in _in_turn(view.conflicts()):
        topic = _topic(view, names, conflict.about[0]) if conflict.about else ""
        topic = topic or _told_first(conflict)
        rest = chain.from_iterable(conflict_citations(view, conflict))
        text = (
            f"{f'{topic}: accounts' if topic else 'Accounts'} differ on "
            f"{field_words(conflict.field)} – {conflict_line(conflict, reports)}."
        )
        yield Highlight("conflict", conflict.id, text, tuple(rest))


def _told_first(conflict: Conflict) -> str:
    """The words of its first side, where a conflict is on no event, tie or body."""
    span = next((span for side in conflict.sides for span in side.spans), None)
    return quoted(span.quote, _TOPIC) if span is not None else ""


def _topic(view: CaseView, names: Mapping[str, str], about: str) -> str:
    """What a conflict is on: an event, a tie, or whoever is judged."""
    event = view.event(about)
    tie = view.tie(about) if event is None else None
    if event is not None:
        return event_title(event, names)
    return tie_sentence(tie, names) if tie is not None else names.get(about, "")


def _in_turn(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """What matters most first, but one conflict of every event before the second of any."""
    ordered = ranked(conflicts)
    turns: Counter[tuple[str, ...]] = Counter()
    turn = {}
    for conflict in ordered:
        turns[conflict.about] += 1
        turn[conflict.id] = turns[conflict.about]
    return sorted(ordered, key=lambda c: turn[c.id])


def _alone(view: CaseView) -> list[Highlight]:
    """Who is cited as the only source of several events: not the reports, which tell of most."""
    quoted_ones = (source for source in sources(view) if source.role != "report")
    ranked = sorted(quoted_ones, key=lambda s: (-len(s.alone), s.name))
    found = []
    for source in ranked[:_POOL]:
        events = [event for id in source.alone[:_EVIDENCE] if (event := view.event(id))]
        if len(source.alone) > 1 and events:
            text = (
                f"{isolated(capital(clipped(source.name, 80)))} alone "
                f"{'stand' if is_many(source.name) else 'stands'} behind "
                f"{plural(len(source.alone), 'event')}: nobody else in the case tells of them."
            )
            about = source.entity or events[0].id
            accounts = (account for event in events for account in event.accounts[:1])
            found.append(Highlight("alone", about, text, cited(accounts)))
    return found


def _chains(attributions: Iterable[Attribution]) -> list[Highlight]:
    """The longest chains, one of every report of an outlet, of those that say something.

    A chain that ends in a mere "he" tells less than a shorter one: it is no highlight.
    """
    long = (
        found
        for found in attributions
        if len(found.chain) > 2
        and len(found.content.quote.split()) >= _FEWEST_WORDS
        and not any(link.name.lower() in _PRONOUNS for link in found.chain)
    )
    longest: dict[tuple[str, str | None], Attribution] = {}
    for found in long:
        report = (found.chain[0].name, found.published)
        if report not in longest or _longer(found) < _longer(longest[report]):
            longest[report] = found
    return [
        Highlight(
            "chain",
            found.id,
            f"{_words(found)} went through {len(found.chain)} hands: {chain_words(found)}.",
            (Citation(found.content, (found.id,)),),
        )
        for found in sorted(longest.values(), key=_longer)[:_POOL]
    ]


def _longer(found: Attribution) -> tuple[int, Span]:
    """Sorts the longest chain first, then by place."""
    return -len(found.chain), found.content


def _words(found: Attribution) -> str:
    return quoted(found.content.quote.removeprefix("that "), 120)


def _distinct(found: Iterable[Highlight]) -> list[Highlight]:
    return list({(one.about, one.text): one for one in found}.values())
