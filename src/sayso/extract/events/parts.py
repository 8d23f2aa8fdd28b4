"""Events inside events: the stops, the meetings and the statements of a visit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from sayso.extract.events.scene import within
from sayso.packs.pack import Pack
from sayso.records.accounts import EventAccount
from sayso.records.dates import overlap
from sayso.records.notes import Notes

# How many sentences after a visit still tell of it.
REACH = 3
_PARTS = frozenset({"CONSULT", "STATE", "REQUEST", "AGREE", "THREATEN", "ACCUSE", "SUPPORT"})
Visit = tuple[EventAccount, int, int]
LiesIn = Callable[[str, str], bool]


def with_wholes(
    accounts: Iterable[EventAccount], notes: Notes, pack: Pack
) -> Iterator[EventAccount]:
    """The accounts in order, those that happened during a visit told as parts of it."""
    starts = [sentence.start for sentence in notes.parse.sentences]
    lies_in = _geography(notes, pack)
    visits: list[Visit] = []
    for account in accounts:
        place = bisect_right(starts, account.span.start) - 1
        block = notes.parse.sentences[place].block
        if account.mode == "visit" and account.realis == "actual":
            account = _stop(account, visits, (place, block), lies_in)
            visits.append((account, place, block))
        elif account.type in _PARTS and account.realis == "actual":
            account = _part(account, visits, place, block)
        yield account


def _geography(notes: Notes, pack: Pack) -> LiesIn:
    """Whether a pack knows a place (an entity's id) to lie in a country."""
    names = {entity.id: entity.name for entity in notes.entities if entity.type == "Place"}
    kinds = pack.list("place_descriptions") | pack.list("place_nouns")

    def lies_in(place: str, country: str) -> bool:
        name, land = names.get(place, ""), names.get(country, "")
        first, _, kind = name.rpartition(" ")
        bare = first if kind.lower() in kinds else name
        return land in pack.countries and land in (pack.country_of(name), pack.country_of(bare))

    return lies_in


def _stop(
    account: EventAccount, visits: Iterable[Visit], at: tuple[int, int], lies_in: LiesIn
) -> EventAccount:
    """A visit to towns of a country that the visit told before was to, as a stop of that.

    Its days are then those of the whole, where it is not told on which day it was.
    """
    for visit, place, block in reversed(list(visits)):
        if block != at[1] or at[0] - place > REACH:
            break
        fits = overlap((visit.earliest, visit.latest), (account.earliest, account.latest))
        lands = [country for country in visit.places
                 if any(lies_in(town, country) for town in account.places)]  # fmt: skip
        whole = visit.part_of is None and visit.id != account.id
        if fits and lands and whole and _actors(account) == _actors(visit):
            if account.earliest is None and visit.earliest is not None:
                account = replace(account, earliest=visit.earliest, latest=visit.latest,
                                  edtf=visit.edtf)  # fmt: skip
            return within(account, visit)
    return account


def _part(account: EventAccount, visits: Iterable[Visit], place: int, block: int) -> EventAccount:
    actors = _actors(account)
    for visit, at, where in reversed(list(visits)):
        if where != block or place - at > REACH:
            break
        fits = overlap((visit.earliest, visit.latest), (account.earliest, account.latest))
        if fits and actors & _actors(visit):
            return within(account, visit)
    return account


def _actors(account: EventAccount) -> set[str]:
    return {p.entity for p in account.participants if p.role in ("actor", "partner")}
