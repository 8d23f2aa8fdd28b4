"""In what a deed may part from another: what it tells that the other may tell otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.analysis.statements.deeds.fitting import Pair
from sayso.analysis.statements.senses import Senses
from sayso.analysis.statements.slots.deed import WAYS, Phrase, Told
from sayso.analysis.statements.statement import Statement
from sayso.records.marks import Quantity

# Bits, since a deed is held against many: what is asked of two is told by one look.
DENIED, NUMBER, LENGTH, PLACE, DATE, DOER, WHOM, WITHOUT, OPPOSITE, WHY, BY = (
    1 << place for place in range(11)
)
# One denies what the other tells, or is without what the other has.
_OF_ONE = DENIED | WITHOUT
# A place that nobody knows: "to Sarn"; "in May" is none.
_CAPITAL = re.compile(r"[A-Z][a-z]+$")


def may_part(one: Pair, senses: Senses) -> int | None:
    """In what a deed may part from another, as bits; null where it is told as nothing that was
    done: in a heading, or left open."""
    told, deed = one
    if deed.open or told.heading:
        return None
    # Who spoke in May and in June, here and there, spoke twice.
    once = deed.word not in senses.saying
    found = {
        DENIED: deed.denied,
        NUMBER: any(numbers_of(one)),
        LENGTH: bool(told.slots.lengths),
        PLACE: once and any(places_of(one, way, senses) for way in ("at", "to", "from")),
        DATE: once and len(told.dated) == 1,
        DOER: bool(told.lone),
        WHOM: deed.word in senses.sole,
        WITHOUT: deed.phrase("without") is not None,
        OPPOSITE: bool(senses.deed_sides(said_of(deed))),
        WHY: told.why is not None,
        BY: deed.doer is not None and bool(told.once),
    }
    return sum(bit for bit, has in found.items() if has)


def asked(one: int | None, other: int | None) -> int:
    """What there is to ask of two deeds, by what each may part in."""
    if one is None or other is None:
        return 0
    return (one & other) | ((one | other) & _OF_ONE)


def numbers_of(pair: Pair) -> Iterator[tuple[str, Quantity]]:
    """The numbers of a deed, each with the slot that it stands in."""
    one, deed = pair
    for number in one.numbers:
        for part in deed.phrases:
            if part.place[0] <= number.span.start < part.place[1]:
                yield part.slot, number
                break


def places_of(pair: Pair, way: str, senses: Senses) -> list[tuple[frozenset[str], str]]:
    """The places of a deed: their names, or their nouns, with the words."""
    one, deed = pair
    named = [p for w, p in one.slots.places if w == way]
    if named:
        return [(frozenset({p}), p) for p in dict.fromkeys(named)]
    return [
        (p.words or frozenset({p.quote}), p.quote) for p in deed.phrases
        if WAYS.get(p.slot) == way and (p.head in senses.spots or (way != "at" and _is_new(one, p)))
    ]  # fmt: skip


def said_of(deed: Told) -> list[str]:
    """The words of a deed that may have an opposite: its verb, and what it says of somebody."""
    found = [deed.word]
    for one in deed.phrases:
        if one.slot not in ("subject", "by") and one.main is not None:
            found.append(one.main)
    return found


def _is_new(one: Statement, phrase: Phrase) -> bool:
    """Whether a phrase is a place that nobody knows, and no date and nobody: "to Sarn"."""
    low, high = phrase.place
    when = any(t.span.start < high and low < t.span.end for t in one.dated)
    return not when and not phrase.names and bool(_CAPITAL.search(phrase.quote))
