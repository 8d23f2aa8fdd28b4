"""Ties that come about as something changes hands: "Orr sold the bank to Lee"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.cast import Cast
from sayso.extract.ties.bond import Bond
from sayso.extract.ties.ends import bonds_between, members_in
from sayso.extract.ties.framing.verbs import arguments
from sayso.extract.ties.framing.ways import Way
from sayso.records.parse import Sentence, Token


def handed_bonds(sentence: Sentence, verb: Token, ways: list[Way], cast: Cast) -> Iterator[Bond]:
    """A bond of whom the preposition leads to with what is handed over, sold or left to them."""
    slots = arguments(sentence, verb, cast) if ways else []
    for way in ways:
        receivers = members_in(slots, (way.slot,), sentence, cast)
        objects = members_in(slots, ("object",), sentence, cast)
        told = [*bonds_between(way.frame, (receivers, objects), sentence, verb)]
        yield from told
        if told:
            return
