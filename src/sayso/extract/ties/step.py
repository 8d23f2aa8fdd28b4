"""The step that finds the lasting ties a document tells of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.extract.cast import Cast
from sayso.extract.sources import Sources
from sayso.extract.ties.bond import Bond
from sayso.extract.ties.changes import changes
from sayso.extract.ties.framing.lexicon import TieLexicon
from sayso.extract.ties.offices import offices
from sayso.extract.ties.parts import governments, parts
from sayso.extract.ties.seats import seats
from sayso.extract.ties.staff import staff
from sayso.extract.ties.validity import validity_of
from sayso.extract.timing import Timing
from sayso.packs.pack import Pack, made_once
from sayso.records.accounts import TieAccount
from sayso.records.ids import content_id
from sayso.records.notes import Notes

_lexicon = made_once(TieLexicon)


def find_ties(notes: Notes, pack: Pack) -> tuple[TieAccount, ...]:
    """The ties of a document, one account for each place that tells of one, in text order."""
    sources, timing = Sources(notes, pack), Timing(notes)
    found = {}
    for bond in _bonds(notes, pack):
        since, until = validity_of(bond, timing, notes.document.published)
        account = _account(bond, notes, sources)
        found[account.id] = replace(account, since=since, until=until)
    found |= {account.id: account for account in changes(notes, pack, tuple(found.values()))}
    return tuple(sorted(found.values(), key=lambda tie: (tie.span.start, tie.span.end, tie.id)))


def _bonds(notes: Notes, pack: Pack) -> Iterator[Bond]:
    cast, lexicon = Cast(notes, pack), _lexicon(pack)
    yield from governments(notes, cast, pack)
    for sentence in notes.parse.sentences:
        yield from offices(sentence, cast, pack)
        yield from parts(sentence, cast)
        yield from seats(sentence, cast)
        yield from staff(sentence, cast, pack)
        yield from lexicon.bonds(sentence, cast)


def _account(bond: Bond, notes: Notes, sources: Sources) -> TieAccount:
    first = min(word.start for word in bond.words)
    last = max(word.end for word in bond.words)
    span = notes.document.span(first, last)
    told_in = sources.covering(bond.sentence, bond.word)
    believed = [a for a in told_in if a.stance != "denies"] if bond.passing else told_in
    factuality = sources.factuality(bond.sentence, (bond.word,), believed)
    territory = bond.object if bond.type == "responsible_for" and _is_place(bond) else None
    ends = (bond.subject.entity.id, bond.object.entity.id if bond.object else None)
    return TieAccount(
        id=content_id("t", notes.document.id, span.start, span.end, bond.type, *ends),
        type=bond.type,
        subject=ends[0],
        object=ends[1],
        span=span,
        factuality=factuality,
        attributions=tuple(attribution.id for attribution in told_in),
        office=bond.office.entity.id if bond.office else None,
        territory=territory.entity.id if territory else None,
        polarity="negative" if bond.negated else "positive",
    )


def _is_place(bond: Bond) -> bool:
    return bond.object is not None and bond.object.entity.type == "Place"
