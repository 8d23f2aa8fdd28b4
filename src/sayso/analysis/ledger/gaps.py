"""Where the sourcing of a case is thin: single nameless origins, claims without evidence, one side.

Nothing here says that a thing is untrue; it says what a reader cannot follow up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.analysis.citations import Citation, cited
from sayso.analysis.view import CaseView
from sayso.analysis.wording.names import listed, names_of, plural, quoted
from sayso.analysis.wording.sentences import event_title
from sayso.records.case import Claim, Event
from sayso.records.statements import Attribution

KINDS = ("anonymous", "unsupported", "one-sided")
_NAMED = frozenset({"Person", "Organization", "Outlet", "Office"})
# In characters: what speaks for a judgement stands near it.
_NEAR = 600
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing whose sourcing is thin: its kind (see KINDS), in words, with what it stands on."""

    kind: str
    about: str
    text: str
    citations: tuple[Citation, ...]


def gaps(view: CaseView) -> Iterator[Gap]:
    """Events on one nameless origin, main judgements without evidence, outlets of one side."""
    attributions = {a.id: a for a in view.attributions()}
    names = names_of(view)
    types = {entity.id: entity.type for entity in view.entities()}
    yield from _anonymous(view, attributions, names, types)
    yield from _unsupported(view, attributions)
    yield from _one_sided(view, attributions, names, types)


def _anonymous(
    view: CaseView,
    attributions: Mapping[str, Attribution],
    names: Mapping[str, str],
    types: Mapping[str, str],
) -> Iterator[Gap]:
    single = {c.event for c in view.corroborations() if c.event and c.origins == 1}
    for event in view.events():
        if event.id not in single or event.realis != "actual":
            continue
        sources = [_last(attributions[id]) for a in event.accounts for id in a.attributions
                   if id in attributions]  # fmt: skip
        on_word = all(account.attributions for account in event.accounts)
        if on_word and sources and not any(types.get(s or "") in _NAMED for s in sources):
            yield Gap("anonymous", event.id, _anonymous_words(event, names), cited(event.accounts))


def _anonymous_words(event: Event, names: Mapping[str, str]) -> str:
    told = plural(len(event.accounts), "account")
    return f"{event_title(event, names)}: {told}, one origin, and nobody with a name vouches for it"


def _last(found: Attribution) -> str | None:
    return found.chain[-1].entity if found.chain else found.source_entity


def _unsupported(view: CaseView, attributions: Mapping[str, Attribution]) -> Iterator[Gap]:
    """Main judgements near which the report cites nobody and tells of no event."""
    places: dict[str, list[int]] = defaultdict(list)
    for found in attributions.values():
        places[found.content.document].append(found.content.start)
    for event in view.events():
        for account in event.accounts:
            places[account.span.document].append(account.span.start)
    for claim in sorted(view.claims(), key=lambda c: (c.span.document, c.span.start)):
        if claim.holder == "author" and claim.position != "body" and not _backed(claim, places):
            text = f"No event and no source stands near {quoted(claim.span.quote, 120)}"
            yield Gap("unsupported", claim.id, text, (Citation(claim.span),))


def _backed(claim: Claim, places: Mapping[str, list[int]]) -> bool:
    return any(
        abs(place - span.start) <= _NEAR
        for span in (claim.span, *claim.also)
        for place in places.get(span.document, ())
    )


def _one_sided(
    view: CaseView,
    attributions: Mapping[str, Attribution],
    names: Mapping[str, str],
    types: Mapping[str, str],
) -> Iterator[Gap]:
    """Outlets that one report leans on and no other report of the case cites."""
    users: dict[str, dict[str, list[Attribution]]] = defaultdict(lambda: defaultdict(list))
    for found in sorted(attributions.values(), key=lambda a: (a.content.document, a.content.start)):
        for link in found.chain[:1]:
            if link.entity and types.get(link.entity) == "Outlet":
                users[link.entity][found.content.document].append(found)
    reports = {row.id: row.author or row.publisher or row.path for row in view.document_rows()}
    if len(reports) < 2:
        return
    for outlet in sorted(users, key=lambda id: (names.get(id, id), id)):
        used = users[outlet]
        told = [a for found in used.values() for a in found]
        if len(used) == 1 and len(told) >= _FEWEST:
            who = listed(reports[id] for id in used)
            text = f"{names.get(outlet, outlet)}: cited {len(told)} times, by {who} alone"
            citations = tuple(Citation(a.content, (a.id,)) for a in told[:_FEWEST])
            yield Gap("one-sided", outlet, text, citations)
