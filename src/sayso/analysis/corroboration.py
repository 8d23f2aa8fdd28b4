"""How many independent origins stand behind an event or tie: copies of one word count once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

from sayso.analysis.origins.circles import Citing, circles, citing
from sayso.analysis.origins.copies import Copies
from sayso.analysis.origins.likeness import alike, content
from sayso.analysis.wording.names import folded, voice_word
from sayso.records.case import Account, Corroboration, Event, Tie
from sayso.records.statements import Attribution
from sayso.resolve.clusters import Clusters

Key = tuple[str, ...]
Speakers = Mapping[str, tuple[str, ...]]
# Shorter quotes can coincide without one being a copy of the other.
_COPY_WORDS = 8
_REASONS = {
    "outlet": "the same outlet's report of the same date",
    "voice": "the same voice at the end of the chain",
    "quote": "the same words",
    "report": "the same report, on its own word",
    "copy": "nearly the same passage",
    "alike": "the same content in other words",
    "circle": "reports that cite each other",
}
_NOBODY: Mapping[str, str] = MappingProxyType({})
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Comparing each two accounts of an event is for those that fit on a page.
_COMPARED = 200


@dataclass(frozen=True, slots=True)
class Origin:
    """Accounts that go back to one word: their places in the list, and why they belong together."""

    accounts: tuple[int, ...]
    reason: str


def corroborate(
    about: Event | Tie,
    attributions: Mapping[str, Attribution],
    speakers: Speakers,
    copies: Copies | None = None,
    names: Mapping[str, str] = _NOBODY,
) -> Corroboration:
    """The accounts of an event or tie, grouped by origin.

    ``attributions`` are by id; ``speakers`` give the names of each document's author and
    publisher by id, so that a report and those who cite its publisher count as one.
    ``copies`` are the near copies of passages in the case, ``names`` those of entities.
    Accounts that deny it count, but stand in no group: they are no support.
    """
    found = origins(about.accounts, attributions, speakers, copies, names)
    groups = tuple(origin.accounts for origin in found)
    return Corroboration(
        event=about.id if isinstance(about, Event) else None,
        tie=about.id if isinstance(about, Tie) else None,
        accounts=len(about.accounts),
        origins=len(groups),
        groups=groups,
        reasons=tuple(origin.reason for origin in found),
    )


def origins(
    accounts: Sequence[Account],
    attributions: Mapping[str, Attribution],
    speakers: Speakers,
    copies: Copies | None = None,
    names: Mapping[str, str] = _NOBODY,
) -> tuple[Origin, ...]:
    """The independent origins of some accounts, in order of first account.

    Two accounts share an origin when an outlet's report of one date, the voice at the end of
    their chains, the report's own author, or their words (eight or more) are the same; when they
    stand in near copies of one passage, or say the same in mostly the same words; and when their
    reports cite each other. Doubt joins: the count is the least that the accounts support, never
    more. Denials are left out, unless all accounts deny.
    """
    told = [place for place, account in enumerate(accounts) if account.factuality != "denied"]
    chosen = told or list(range(len(accounts)))
    joined = Clusters(len(accounts))
    reasons: dict[int, list[str]] = defaultdict(list)
    first_with: dict[Key, int] = {}
    for place in chosen:
        for key in (
            *_keys(accounts[place], attributions, speakers, names),
            *_copy(accounts[place], copies),
        ):
            other = first_with.setdefault(key, place)
            if other != place:
                joined.join(other, place)
                reasons[place].append(_REASONS[key[0]])
    cites = citing([accounts[place] for place in chosen], attributions, speakers, names)
    for one, other, reason in (
        *_alike(accounts, chosen),
        *_in_circles(accounts, chosen, cites, speakers),
    ):
        if joined.find(one) != joined.find(other) or reason != _REASONS["alike"]:
            joined.join(one, other)
            reasons[other].append(reason)
    return _groups(chosen, joined, reasons)


def _copy(account: Account, copies: Copies | None) -> Iterator[Key]:
    group = copies.group_of(account.span) if copies is not None else None
    if group is not None:
        yield ("copy", str(group))


def _alike(accounts: Sequence[Account], chosen: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Accounts of different reports that say the same in mostly the same words."""
    words = [(place, content(accounts[place].span.quote)) for place in chosen[:_COMPARED]]
    for (one, first), (other, second) in combinations(words, 2):
        apart = accounts[one].span.document != accounts[other].span.document
        if apart and alike(first, second):
            yield one, other, _REASONS["alike"]


def _in_circles(
    accounts: Sequence[Account],
    chosen: Sequence[int],
    cites: Citing,
    speakers: Speakers,
) -> Iterator[tuple[int, int, str]]:
    """Accounts whose reports cite each other, on nobody's word but each other's."""
    for circle in circles(cites):
        members = [
            place
            for place in chosen
            if {voice_word(name) for name in speakers.get(accounts[place].span.document, ())}
            & set(circle)
        ]
        why = f"{_REASONS['circle']} ({', '.join(circle)})"
        yield from ((members[0], other, why) for other in members[1:])


def _groups(
    places: Sequence[int], joined: Clusters, reasons: Mapping[int, Sequence[str]]
) -> tuple[Origin, ...]:
    members: dict[int, list[int]] = defaultdict(list)
    for place in places:
        members[joined.find(place)].append(place)
    return tuple(
        Origin(tuple(group), "; ".join(dict.fromkeys(r for i in group for r in reasons.get(i, ()))))
        for group in members.values()
    )


def _keys(
    account: Account,
    attributions: Mapping[str, Attribution],
    speakers: Speakers,
    names: Mapping[str, str],
) -> Iterator[Key]:
    known = [attributions[id] for id in account.attributions if id in attributions]
    for found in known:
        yield from _attribution_keys(found, names)
    if not any(found.chain or found.source for found in known):
        document = account.span.document
        yield ("report", document)
        for name in speakers.get(document, ()):
            yield ("voice", voice_word(name))
    words = folded(account.span.quote)
    if len(words.split()) >= _COPY_WORDS:
        yield ("quote", words)


def _attribution_keys(found: Attribution, names: Mapping[str, str]) -> Iterator[Key]:
    if found.chain:
        first, last = found.chain[0], found.chain[-1]
        if found.published:
            called = names.get(first.entity or "", first.name)
            yield ("outlet", voice_word(called), found.published)
        yield from _voices(last.entity, last.name, names)
    elif found.source:
        yield from _voices(found.source_entity, found.source.quote, names)


def _voices(entity: str | None, told: str, names: Mapping[str, str]) -> Iterator[Key]:
    """Somebody by the name told, by the one that the case has, and by themselves."""
    yield ("voice", voice_word(told))
    if entity:
        yield ("voice", "", entity)
    if entity and entity in names:
        yield ("voice", voice_word(names[entity]))


def counted(found: Corroboration | None) -> tuple[Origin, ...]:
    """The origins as a case counted them, near copies of passages included; none where it did
    not."""
    if found is None:
        return ()
    reasons = found.reasons or ("",) * len(found.groups)
    return tuple(map(Origin, found.groups, reasons))


def letter_of(place: int) -> str:
    """What an origin is called beside its accounts, by its place among the others: A, B, then
    numbers."""
    return _LETTERS[place] if place < len(_LETTERS) else str(place + 1)
