"""A clause as it can be held against the clauses of other reports."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records.spans import Span

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Clause:
    """What one clause says, by its words.

    ``sentence`` is where its sentence stands. ``words`` are the lemmas that say something of a
    thing, each with its offset; ``direction`` is which way it goes (null where nothing tells).
    ``subject`` is the phrase that it is said of; ``reason`` the words that tell why; ``settings``
    those that only tell when. ``much`` are offsets of nouns of which there is much or many.
    ``denied`` tells that it is said not to be so, ``open`` that it is only feared or possible,
    ``part`` that it lies in another clause.
    """

    span: Span
    sentence: Place
    words: tuple[tuple[int, str], ...]
    direction: str | None
    subject: Place | None = None
    reason: Place | None = None
    settings: tuple[Place, ...] = ()
    much: tuple[int, ...] = ()
    denied: bool = False
    open: bool = False
    heading: bool = False
    part: bool = False
