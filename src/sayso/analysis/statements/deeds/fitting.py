"""Whether what has a part in two deeds can be one, is one, or must be two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.analysis.statements.slots.deed import Phrase, Told, shared
from sayso.analysis.statements.statement import Statement

# Told in so many statements of a report, or fewer, a name or a word tells of which thing it is.
_FEW = 3
# Of so many statements, one in so many makes a name or word what the whole report is about.
_THEME = 6


Pair = tuple[Statement, Told]


class Words:
    """How often names and words are told in one report."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.told = _counts(statements)
        self.headed = _headed(statements)
        self.least = max(_FEW, sum(not one.part for one in statements) // _THEME)


class Spread:
    """How often names and words are told in each of two reports."""

    def __init__(self, left: Words, right: Words) -> None:
        self._both = left, right
        self.headed = left.headed & right.headed

    def rare(self, feature: str) -> bool:
        """Whether few statements of either report have it, so that it tells which thing is
        meant."""
        return all(words.told[feature] <= _FEW for words in self._both)

    def theme(self, feature: str) -> bool:
        """Whether one of the reports is about it."""
        return any(words.told[feature] > words.least for words in self._both)


def _headed(statements: Sequence[Statement]) -> frozenset[str]:
    """Whom a report names at its head: in its headings and its first statement."""
    first = next((n for n, one in enumerate(statements) if not one.heading), 0)
    return frozenset(n for one in statements[: first + 1] for n in one.who)


def _counts(statements: Iterable[Statement]) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in statements:
        if not one.part:
            inside = {f for deed in one.deeds for f in (*deed.features, deed.verb)}
            found.update(inside | one.features)
    return found


def fits(one: Phrase | None, other: Phrase | None, spread: Spread) -> bool:
    """Whether two phrases can be of one thing: one is not told, or they share what they are
    called, or one is called by a name and the other by a noun of what the report is about."""
    if one is None or other is None or one.bare or other.bare or shared(one, other):
        return True
    if one.proper and other.proper:
        return False
    if one.proper or other.proper:
        noun = other if one.proper else one
        return noun.head is None or spread.theme(noun.head)
    return all(p.head is not None and spread.theme(p.head) for p in (one, other))


def goes_together(one: Told, other: Told, spread: Spread) -> bool:
    """Whether who does two deeds, and to what, can be the same."""
    if not fits(one.thing, other.thing, spread):
        return False
    if fits(one.doer, other.doer, spread):
        return True
    # "General Doud halted the offensive", "the army continued it": a thing that few tell of.
    known = one.doer is None or other.doer is None or not (one.doer.proper and other.doer.proper)
    return known and any(map(spread.rare, shared(one.thing, other.thing)))


def in_common(one: Told, other: Told) -> frozenset[str]:
    """The names and words that have a part in both deeds."""
    return one.features & other.features


def named(one: Statement, phrase: Phrase) -> str:
    """Who does something by a phrase: the one person that it names, or its words."""
    people = phrase.proper & frozenset(one.slots.doers)
    return next(iter(people)) if len(people) == 1 else phrase.quote
