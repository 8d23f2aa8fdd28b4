"""All rules on short forms of a report, the surest first."""

from __future__ import annotations

from sayso.packs.pack import Pack
from sayso.records.notes import Notes
from sayso.resolve.short.beside import by_beside
from sayso.resolve.short.bodies import by_initials, by_nation, by_part, by_tail
from sayso.resolve.short.joins import Joins, Named
from sayso.resolve.short.nouns import BACK, by_noun
from sayso.resolve.short.offices import by_office
from sayso.resolve.short.told import BESIDE, told


def attach_short_forms(notes: Notes, named: Named, pack: Pack) -> Joins:
    """Which keys join which other key of the document, because the text or the letters say so."""
    joined: Joins = dict(told(notes, named, pack))
    rules = (by_beside(named, notes.document.text), by_initials(named), by_tail(named, pack),
             by_nation(notes, named, pack), by_part(named, pack, notes.document.text),
             by_office(named, pack, notes.document.text), by_noun(notes, named, pack))  # fmt: skip
    # "The buyer, Velm Ltd, said": what is named right beside goes back to nobody.
    beside = {join.to for join in joined.values() if join.rule == BESIDE}
    for rule in rules:
        for key, join in rule:
            back = key in beside and join.rule == BACK
            if (
                key not in joined
                and not back
                and (join.to not in joined or joined[join.to].to != key)
            ):
                joined[key] = join
    return joined
