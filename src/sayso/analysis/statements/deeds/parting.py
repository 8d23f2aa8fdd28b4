"""Where two reports of one matter tell of one deed, and part in a slot of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from sayso.analysis.statements.deeds import may
from sayso.analysis.statements.deeds.fitting import (
    Pair,
    Spread,
    fits,
    goes_together,
    in_common,
    named,
)
from sayso.analysis.statements.deeds.report import Met
from sayso.analysis.statements.parting.apart import may_be_part, of_two_people
from sayso.analysis.statements.parting.numbers import disjoint, unit_of
from sayso.analysis.statements.parting.one import of_somebody
from sayso.analysis.statements.parting.rivals import apart_in_length
from sayso.analysis.statements.relations import Relation, meets
from sayso.analysis.statements.senses import Senses
from sayso.analysis.statements.slots.deed import (
    Phrase,
    Told,
    done_to_two,
    same_doer,
    same_thing,
    several,
    shared,
)
from sayso.analysis.statements.statement import Statement
from sayso.records.dates import days_between
from sayso.records.marks import Quantity, Time

_YEAR = 366
_NO = re.compile(r"(?:no|not a|not one)\b", re.I)
_MANNER = re.compile(r"\b\w{3,}ly\s$")
_PERCENT = re.compile(r"\s?(?:per\s?cent\b|%)")
_OWNED = re.compile(r"\b(?:his|her|its|their)\b", re.I)
_Ask = Callable[[Pair, Pair], Relation | None]


class Parting:
    """Holds deeds of two reports of one matter against each other."""

    def __init__(self, spread: Spread, senses: Senses) -> None:
        self._spread, self._senses = spread, senses
        self._asked: tuple[tuple[int, _Ask], ...] = (
            (may.DENIED, self._denied), (may.NUMBER, self._number), (may.LENGTH, self._length),
            (may.PLACE, self._place), (may.DATE, self._date), (may.DOER, self._doer),
            (may.WHOM, self._whom), (may.WITHOUT, self._without), (may.DENIED, self._none),
            (may.OPPOSITE, self._opposite), (may.WHY, self._why), (may.BY, self._by),
        )  # fmt: skip

    def of(self, one: Met, other: Met) -> Relation | None:
        """In what two deeds part; null where they do not, or are two deeds."""
        asked = may.asked(one.may, other.may)
        if not asked or one.pair[0].slots.anew != other.pair[0].slots.anew:
            return None
        for kind, ask in self._asked:
            found = ask(one.pair, other.pair) if asked & kind else None
            if found is not None:
                return found
        return None

    def _of_two(self, one: Statement, other: Statement) -> bool:
        """Whether each names a place or a body that the other does not, beside those that both
        reports are about."""
        left, right = ({id for _, id in s.slots.named} - self._spread.headed for s in (one, other))
        said = {one.voice, other.voice, one.holder, other.holder}
        return bool(left - other.who - said and right - one.who - said)

    def _is_part(self, one: Statement, other: Statement, first: Quantity, second: Quantity) -> bool:
        """Whether the smaller number is told of a place, and the greater of none: a part of it."""
        less = one if (first.high or 0) < (second.low or 0) else other
        named = {id for kind, id in less.slots.named if kind == "Place"} - self._spread.headed
        return bool(named) and may_be_part(one, other, first, second)

    def _same(self, one: Told, other: Told) -> bool:
        """Whether two deeds are of one verb, and can be one deed by who does it to what."""
        if one.verb != other.verb or not goes_together(one, other, self._spread):
            return False
        common = in_common(one, other)
        if one.word in self._senses.light or other.word in self._senses.light:
            return any(self._spread.rare(f) for f in common)
        return bool(common)

    def _denied(self, one: Pair, other: Pair) -> Relation | None:
        (a, f), (b, g) = one, other
        if f.denied == g.denied or not self._same(f, g) or not meets(a, b):
            return None
        if of_two_people(a, b):
            return None
        denial, deed = (f, g) if f.denied else (g, f)
        if of_somebody(denial, deed):
            return None
        if _is_of_degree(*(one if f.denied else other)):
            return None
        if denial.word in self._senses.light and not shared(denial.thing, deed.thing):
            return None
        if deed.thing is None and not same_doer(f, g):
            return None
        if all(d.phrase("complement") for d in (f, g)) and not (f.doer and g.doer):
            return None
        return _so(f.denied)

    def _number(self, one: Pair, other: Pair) -> Relation | None:
        (a, f), (b, g) = one, other
        if f.denied or g.denied or self._of_two(a, b) or not meets(a, b):
            return None
        if of_two_people(a, b):
            return None
        if f.verb != g.verb and (a.way != b.way or not self._alike(one, other)):
            return None
        for slot, first in may.numbers_of(one):
            for second_slot, second in may.numbers_of(other):
                unit = self._unit(a, first)
                same = unit and unit == self._unit(b, second)
                if unit == "percent" and not self._alike(one, other):
                    # Shares are told of everything.
                    continue
                if not same or (slot != second_slot and f.word == g.word):
                    continue
                rest = (f.doer, g.doer) if slot != "subject" else (f.thing, g.thing)
                if slot != "subject" and self._is_anybody(f, g):
                    continue
                apart = fits(*rest, self._spread) and disjoint(first, second)
                if apart and not self._is_part(a, b, first, second):
                    values = (first.span.quote, second.span.quote)
                    return Relation(False, "quantity", "contradiction", values)
        return None

    def _alike(self, one: Pair, other: Pair) -> bool:
        """Whether two deeds of two verbs have who does them in common, or something rare that is
        not what they count."""
        (a, f), (b, g) = one, other
        units = {unit_of(n) for n in (*a.numbers, *b.numbers)}
        common = {x for x in in_common(f, g) if not any(u and u.startswith(x[:4]) for u in units)}
        doers = shared(f.doer, g.doer) & (common | {*f.features} - in_common(f, g))
        if not doers and _of_two_doers(f, g):
            # "Starr gave $5 million", "donors poured in $25 million"
            return False
        return bool(doers) or any(map(self._spread.rare, common))

    def _is_anybody(self, one: Told, other: Told) -> bool:
        """Whether nothing tells that "he" in one report is whom the other names: "he raised 5
        million", "Cruz raised 12"."""
        doers = [d for d in (one.doer, other.doer) if d is not None]
        unknown = len(doers) > 1 and any(d.bare for d in doers) and any(d.proper for d in doers)
        return unknown and not any(map(self._spread.rare, in_common(one, other)))

    def _unit(self, told: Statement, one: Quantity) -> str:
        unit = unit_of(one)
        if _PERCENT.match(told.span.quote, one.span.end - told.span.start):
            return "percent"
        return "people" if unit in self._senses.persons else unit

    def _length(self, one: Pair, other: Pair) -> Relation | None:
        (a, f), (b, g) = one, other
        if not self._same(f, g) or f.denied != g.denied or self._of_two(a, b):
            return None
        if not (same_doer(f, g) or same_thing(f, g) or self._spread.rare(f.verb)):
            return None
        values = apart_in_length(a, b)
        return Relation(False, "time", "contradiction", values) if values else None

    def _place(self, one: Pair, other: Pair) -> Relation | None:
        (a, f), (b, g) = one, other
        if f.denied or g.denied or not meets(a, b) or of_two_people(a, b):
            return None
        if f.verb == g.verb and done_to_two(f, g):
            return None
        whole = same_doer(f, g) and same_thing(f, g)
        moved = any(map(self._spread.rare, shared(f.thing, g.thing)))
        if not (whole or moved or self._same(f, g)) or not goes_together(f, g, self._spread):
            return None
        known = any(map(self._spread.rare, in_common(f, g)))
        if not (whole or known or a.once & b.once or (a.dated and b.dated)) or _of_two_sizes(a, b):
            # What is done often: fined 4 million in Sweden, and 1 million in Poland.
            return None
        if not moved and f.word in self._senses.light and not same_doer(f, g):
            return None
        ways = ("at", "to", "from") if whole or f.verb == g.verb else ("to", "from")
        for way in ways:
            here, there = (may.places_of(p, way, self._senses) for p in (one, other))
            if len(here) == len(there) == 1:
                first, second = here[0], there[0]
                if not first[0] & second[0] and not first[0] & b.who and not second[0] & a.who:
                    return Relation(False, "place", "contradiction", (first[1], second[1]))
        return None

    def _date(self, one: Pair, other: Pair) -> Relation | None:
        (a, f), (b, g) = one, other
        if f.denied or g.denied or len(a.dated) != 1 or len(b.dated) != 1:
            return None
        if not self._same(f, g) or self._of_two(a, b) or meets(a, b):
            return None
        first, second = a.dated[0], b.dated[0]
        if _is_of_a_part(f, first) or _is_of_a_part(g, second):
            return None
        apart = abs(days_between(first.earliest or "", second.earliest or ""))
        both = same_doer(f, g) and (same_thing(f, g) or not (f.thing or g.thing))
        alone = f.word == g.word and self._spread.rare(f.verb)
        known = same_thing(f, g) or same_doer(f, g) or alone
        deed = bool(a.once & b.once) and known
        # "The firm had certified the dam", "it had certified the dam".
        one_deed = alone and self._spread.rare(f.word) and same_thing(f, g)
        by_it = one_deed and any(d is None or d.bare for d in (f.doer, g.doer))
        if apart > _YEAR * 10 or not (both or deed or by_it):
            return None
        severity = "contradiction" if deed else "tension"
        return Relation(False, "time", severity, (first.span.quote, second.span.quote))

    def _doer(self, one: Pair, other: Pair) -> Relation | None:
        (a, f), (b, g) = one, other
        if f.denied or g.denied or not a.lone & b.lone or f.verb != g.verb or not meets(a, b):
            return None
        first, second = f.doer, g.doer
        if first is None or second is None or not same_thing(f, g):
            return None
        if several(f.thing) or several(g.thing):
            return None
        return _people(a, b, first, second)

    def _by(self, one: Pair, other: Pair) -> Relation | None:
        """ "The bridge was burnt by the rebels", "it was burnt by the king's men": a thing to which
        a deed is done once, by some and by others."""
        (a, f), (b, g) = one, other
        if f.denied or g.denied or f.verb != g.verb or not a.once & b.once or not meets(a, b):
            return None
        first, second = f.doer, g.doer
        if first is None or second is None or first.bare or second.bare or shared(first, second):
            return None
        by = any(d.slot == "by" for d in (first, second))
        if not by or first.features & second.features or several(f.thing) or several(g.thing):
            return None
        if not any(map(self._spread.rare, shared(f.thing, g.thing))) or self._of_two(a, b):
            return None
        return Relation(False, "responsibility", "tension", (first.quote, second.quote))

    def _whom(self, one: Pair, other: Pair) -> Relation | None:
        """ "The coroner blamed the police", "the coroner blamed the strikers"."""
        (a, f), (b, g) = one, other
        if f.verb != g.verb or f.denied or g.denied or f.word not in self._senses.sole:
            return None
        first, second = f.thing, g.thing
        if first is None or second is None or first.bare or second.bare or shared(first, second):
            return None
        if not same_doer(f, g) or not meets(a, b):
            return None
        values = (first.quote, second.quote)
        return Relation(False, "participants", "contradiction", values)

    def _without(self, one: Pair, other: Pair) -> Relation | None:
        """ "The talks ended without an agreement", "they ended with an agreement"."""
        (a, f), (b, g) = one, other
        for lacks, has in ((f, g), (g, f)):
            what = lacks.phrase("without")
            if what is None or what.head is None or has.denied or has.phrase("without"):
                continue
            told = what.head in (has.word, has.verb) or any(
                p.head == what.head and p.slot != "subject" for p in has.phrases
            )
            known = lacks.verb == has.verb or in_common(lacks, has) - {what.head}
            if told and known and meets(a, b) and not of_two_people(a, b):
                return _so(lacks is f)
        return None

    def _none(self, one: Pair, other: Pair) -> Relation | None:
        """ "There had been no warnings", "the railway ignored the warnings"."""
        (a, f), (b, g) = one, other
        for lacks, has in ((f, g), (g, f)):
            what = lacks.thing
            if not lacks.denied or what is None or what.head is None or has.denied:
                continue
            if not self._spread.rare(what.head) or has.word in self._senses.unreal:
                continue
            for one_of in has.phrases:
                same = one_of.head == what.head or what.head in one_of.words
                # "The reforms are not complete" tells of nothing that there was none of.
                enough = (lacks.word == "be" and lacks.doer is None) or (
                    _NO.match(what.quote) and len(what.words & one_of.words) > 1
                )
                apart = _of_two_sorts(what, one_of)
                if same and enough and not apart and one_of.slot != "without" and meets(a, b):
                    return _so(lacks is f)
        return None

    def _why(self, one: Pair, other: Pair) -> Relation | None:
        """Two reasons for one deed."""
        (a, f), (b, g) = one, other
        if a.why is None or b.why is None or not f.at < a.why.start or not g.at < b.why.start:
            return None
        if f.verb != g.verb or f.denied != g.denied or not meets(a, b):
            return None
        if not goes_together(f, g, self._spread) or a.why_features & b.why_features:
            return None
        # Who comes in August and again in December comes for two reasons.
        known = same_thing(f, g) or any(map(self._spread.rare, in_common(f, g)))
        if not (known or a.once & b.once or (a.dated and b.dated)):
            return None
        return Relation(False, "purpose", "tension", (a.why.quote, b.why.quote))

    def _opposite(self, one: Pair, other: Pair) -> Relation | None:
        """ "She survived the attack", "she was killed in the attack"."""
        (a, f), (b, g) = one, other
        if f.denied != g.denied or not meets(a, b) or not _of_one(f, g, self._spread):
            return None
        first, second = (self._senses.deed_sides(may.said_of(d)) for d in (f, g))
        if not any(side != second.get(pair, side) for pair, side in first.items()):
            return None
        return Relation(False, "occurrence", "contradiction", (_shown(*one), _shown(*other)))


def _of_two_sorts(one: Phrase, other: Phrase) -> bool:
    """Whether both phrases tell more of what they name, and nothing of it is the same: no basis for
    a trial, the basis of the state."""
    first, second = (p.features - {p.head} for p in (one, other))
    return bool(first and second) and first.isdisjoint(second)


def _of_two_doers(one: Told, other: Told) -> bool:
    """Whether two deeds are told to be done by two, at least one of them called by a name."""
    first, second = one.doer, other.doer
    if first is None or second is None or first.bare or second.bare:
        return False
    return bool(first.proper or second.proper) and not shared(first, second)


def _so(first: bool) -> Relation:
    """One says what the other denies; ``first`` where the first denies it."""
    values = ("it is not so", "it is so")
    return Relation(False, "occurrence", "contradiction", values if first else values[::-1])


def _people(a: Statement, b: Statement, first: Phrase, second: Phrase) -> Relation | None:
    if not first.proper or not second.proper or first.names & second.names:
        return None
    values = named(a, first), named(b, second)
    return Relation(False, "participants", "contradiction", values)


def _of_one(f: Told, g: Told, spread: Spread) -> bool:
    """Whether two deeds of two verbs are of one thing: one doer, one to whom it is done, or who
    does the one and suffers the other."""
    if same_doer(f, g) and _called_alike(f.doer, g.doer):
        return fits(f.thing, g.thing, spread) or not (f.thing and g.thing)
    if same_thing(f, g) and _called_alike(f.thing, g.thing):
        return fits(f.doer, g.doer, spread)
    for acts, suffers in ((f, g), (g, f)):
        common = shared(acts.doer, suffers.thing)
        if suffers.thing and _OWNED.search(suffers.thing.quote):
            # "The end of his career" is not him.
            common &= suffers.thing.called
        if common and (suffers.doer is None or (acts.doer and common & acts.doer.proper)):
            return True
    return False


def _called_alike(one: Phrase | None, other: Phrase | None) -> bool:
    """Whether the main words of two phrases are the same, or stand for the same: "the resignation
    of Holm" is not Holm."""
    if one is None or other is None:
        return False
    names = [p.called | (p.proper if p.head is None else frozenset()) for p in (one, other)]
    return bool(names[0] & names[1]) or (one.head is not None and one.head == other.head)


def _is_of_degree(one: Statement, deed: Told) -> bool:
    """Whether a denial is only of how much: "nobody was seriously hurt"."""
    return bool(_MANNER.search(one.span.quote, 0, deed.at - one.span.start))


def _shown(one: Statement, deed: Told) -> str:
    """A deed in the words that tell it, from its verb on."""
    ends = [p.place[1] for p in deed.phrases if p.place[0] > deed.at]
    start = deed.at - one.span.start
    return one.span.quote[start : max(ends, default=one.span.end) - one.span.start]


def _is_of_a_part(deed: Told, day: Time) -> bool:
    """ "Confirmed the November visit": the month of what is confirmed, and not of the word."""
    return any(
        one.place[0] <= day.span.start and day.span.end <= one.place[1]
        for one in (deed.doer, deed.thing)
        if one is not None
    )


def _of_two_sizes(one: Statement, other: Statement) -> bool:
    """Whether two statements count the same, and not as many."""
    return any(
        unit_of(a) and unit_of(a) == unit_of(b) and disjoint(a, b)
        for a in one.numbers for b in other.numbers
    )  # fmt: skip
