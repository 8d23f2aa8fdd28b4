"""A statement: a clause with whom it names, in which words, and which way it goes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sayso.analysis.statements.slots.deed import Told
from sayso.analysis.statements.slots.filled import NO_SLOTS, Slots
from sayso.records.marks import Quantity, Time
from sayso.records.spans import Span
from sayso.records.statements import Place


@dataclass(frozen=True)
class Statement:
    """What one clause says.

    ``who`` are the entities it names, ``words`` what it says of them (words of one meaning taken
    together), both without what only tells when or why; ``said`` are its words but for those that
    only tell of whom, ``everything`` all its names and words. ``way`` is 2 up, 1 on, -2 down, 0
    nowhere. ``subject`` are names and words of what it is said of, ``thing`` those of what is
    judged, ``happening`` words in the plural in its subject, ``much`` of what there is much.
    ``why`` is its reason. ``numbers`` and ``dated`` are what it counts and when it says that it
    was; ``sides`` the pairs of opposites that it stands on a side of. ``over`` tells that a thing
    is said to be over, ``safe`` that nobody is attacked there. ``shown`` leads from what its
    words mean to their form. ``once`` are its deeds that are done once to one thing, ``lone`` those
    that one person alone does; ``slots`` tell where they were done, by whom, and how long they
    took. ``holder`` is who denies it, or tells of it in a noun ("spoke of 40 boxes"), where that is
    not its ``voice``; ``sorts`` are which of several of one kind it names. ``deeds`` are what it
    tells to have been done. Of its judgements, ``topic`` are the words that name what is judged
    without a name, ``aspects`` and ``fronts`` what they are on; ``ahead`` tells that all of them
    look ahead; ``judging`` are its words by which anybody judges.
    """

    span: Span
    sentence: Place
    voice: str
    who: frozenset[str]
    words: frozenset[str]
    subject: frozenset[str]
    way: int
    denied: bool
    open: bool
    heading: bool
    part: bool
    sides: tuple[tuple[int, int], ...] = ()
    why: Span | None = None
    why_features: frozenset[str] = frozenset()
    numbers: tuple[Quantity, ...] = ()
    much: frozenset[str] = frozenset()
    claims: tuple[str, ...] = ()
    thing: frozenset[str] = frozenset()
    dated: tuple[Time, ...] = ()
    happening: frozenset[str] = frozenset()
    over: bool = False
    safe: bool = False
    shown: tuple[tuple[str, str], ...] = ()
    everything: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    lone: frozenset[str] = frozenset()
    slots: Slots = NO_SLOTS
    holder: str | None = None
    sorts: tuple[tuple[int, str, str], ...] = ()
    deeds: tuple[Told, ...] = ()
    topic: frozenset[str] = frozenset()
    aspects: frozenset[str] = frozenset()
    fronts: frozenset[str] = frozenset()
    ahead: bool = False
    judging: frozenset[str] = frozenset()

    @property
    def judges(self) -> bool:
        """Whether it holds a judgement."""
        return bool(self.claims)

    @cached_property
    def features(self) -> frozenset[str]:
        """Names and words together."""
        return self.who | self.words
