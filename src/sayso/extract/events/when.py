"""When an event was: the time that belongs to its clause, cut by the dates of reports about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.extract.events.bonds import (
    bond_of,
    comes_first,
    is_arranged,
    is_then,
    is_where,
    tells_which,
)
from sayso.extract.events.chronology import Chronology
from sayso.extract.events.triggers import Trigger
from sayso.extract.grammar import VERBAL
from sayso.extract.phrases import head_word
from sayso.extract.timing import Timing, is_that_time, of_superlative
from sayso.records.dates import bounds, edtf
from sayso.records.marks import Time
from sayso.records.notes import Notes
from sayso.records.parse import Sentence, Token
from sayso.records.statements import Attribution

# Behind a number of days these lead to what the days are counted from.
_COUNTING = frozenset({"before", "after"})
_NO_REPORTERS = frozenset({"Person", "Group"})


@dataclass(frozen=True, slots=True)
class When:
    """The first and last day an event can have had, ISO, null where open; ``edtf`` as told.

    ``hangs_on`` is the place of the time that would date it, did the document date what that
    is counted from.
    """

    earliest: str | None = None
    latest: str | None = None
    edtf: str | None = None
    hangs_on: int | None = None

    @property
    def known(self) -> bool:
        """Whether anything is known at all."""
        return self.earliest is not None or self.latest is not None


UNKNOWN = When()
# Clauses inside another, which may have a date of their own.
_INNER = ("conj", "relcl", "acl", "advcl")
# "This report": the one told of just before.
_TAKING_UP = frozenset({"this", "that", "these"})


@dataclass(frozen=True, slots=True)
class _Dated:
    """A word of reporting that is dated: where its sentence ends, the last day, by whom it is."""

    end: int
    day: str
    sources: frozenset[str]


class Clock:
    """The times of a document, what they hang on, and the dates of the reports it follows."""

    def __init__(self, notes: Notes) -> None:
        self.text = notes.document.text
        self._published = bounds(notes.document.published)[1]
        self.timing = Timing(notes)
        self.chronology = Chronology(notes)
        self._hanging_on = {hanging.start for hanging in notes.hangings}
        people = {entity.id for entity in notes.entities if entity.type in _NO_REPORTERS}
        self._people = frozenset(people)
        self._cues = {
            token.start: (sentence, self._carriers(attribution))
            for attribution in notes.attributions
            if (cue := attribution.cue) is not None
            and (sentence := notes.parse.sentence_at(cue.start)) is not None
            for token in sentence.within(cue.start, cue.end)
        }
        self._later = dict(_dated_later(notes))
        self._reports: dict[int, list[_Dated]] = {}
        for start, (sentence, sources) in sorted(self._cues.items(), key=lambda one: one[0]):
            for day in self._days_of(sentence, start):
                dated = _Dated(sentence.end, day, sources)
                self._reports.setdefault(sentence.block, []).append(dated)

    def tells(self, token: Token, sentence: Sentence) -> bool:
        """Whether a word is part of a time: "march" in "16 March"."""
        return any(
            t.span.start <= token.start < t.span.end and t.type != "POINTER"
            for t in self.timing.within(sentence)
        )

    def dates(self, trigger: Trigger) -> bool:
        """Whether a trigger's event is dated at all, be it known to which day or not."""
        return any(
            time.type in ("DATE", "TIME") and self._bond(time, trigger) == "own"
            for time in self.timing.within(trigger.sentence)
        )

    def _days_of(self, sentence: Sentence, start: int) -> Iterator[str]:
        """The last days of the times that date a word of reporting."""
        for time in self.timing.within(sentence):
            bracket = self._bracket(time, sentence)
            anchor = bracket or anchor_of(sentence, time)
            if anchor.start == start and time.latest:
                yield time.latest

    def _carriers(self, attribution: Attribution) -> frozenset[str]:
        """The outlets, bodies and texts a saying came through: an entity where known, or a name.

        People are none: what somebody said in May does not date what she says next.
        """
        names = (link.entity or link.name for link in attribution.chain)
        return frozenset(names) - self._people

    def _followed(self, sentence: Sentence, told_in: tuple[Attribution, ...]) -> list[str]:
        """The date of the report before in the paragraph that this sentence goes on telling of.

        It goes on where the same source is named for it; what nobody is named for, or somebody
        else, may have been at any time.
        """
        sources = {name for attribution in told_in for name in self._carriers(attribution)}
        reports = self._reports.get(sentence.block, ())
        before = [one for one in reports if one.end <= sentence.start and one.sources & sources]
        return [one.day for one in before[-1:]]

    def when(
        self, trigger: Trigger, *, told_in: tuple[Attribution, ...], actual: bool = True
    ) -> When:
        """The time of a trigger's event.

        Its own time is what hangs on it, or on a verb it shares a time with. The dates of the
        reports it is told in only bound it, if it has happened.
        """
        own, nearest = UNKNOWN, (True, len(trigger.sentence), len(trigger.sentence))
        limits = []
        for time in self.timing.within(trigger.sentence):
            # Words that point to an event bound what follows it too loosely to date it.
            if time.type == "POINTER" or (time.earliest is None and time.latest is None):
                continue
            then = trigger.verb and is_that_time(trigger.sentence, trigger.verb, time)
            if of_superlative(trigger.sentence, time) and not then:
                continue
            bond = self._bond(time, trigger)
            steps = (
                _is_above(time, trigger),
                _steps(trigger.sentence, time),
                _words_between(time, trigger),
            )
            if bond == "own" and steps < nearest:
                own, nearest = _named(trigger, time) if then else _day(time), steps
            elif bond == "bound" and time.latest:
                limits.append(time.latest)
        own = own if own.known else self._hanging(trigger)
        if actual and own == UNKNOWN and (entry := self.chronology.day_of(trigger)) is not None:
            own = _day(entry)
        if not actual:
            return own
        limits += [day for a in told_in if (day := bounds(a.published)[1] or self._later.get(a.id))]
        if own.known and self._published:
            limits.append(self._published)
        if not own.known and not limits:
            limits = self._followed(trigger.sentence, told_in)
        return _cut(own, limits)

    def _hanging(self, trigger: Trigger) -> When:
        """Where the event's own time is counted from one that the document does not date."""
        for time in self.timing.within(trigger.sentence):
            hangs = time.span.start in self._hanging_on and time.type != "POINTER"
            if hangs and self._bond(time, trigger) == "own":
                return When(hangs_on=time.span.start)
        return UNKNOWN

    def _bond(self, time: Time, trigger: Trigger) -> str:
        """Whether a time is the event's own, bounds it, or says nothing of it ("")."""
        sentence = trigger.sentence
        if trigger.frame.speech and self._is_deadline(time, trigger):
            return ""
        bracket = self._bracket(time, sentence)
        if bracket is not None:
            return self._beside(bracket, time, trigger)
        anchor = anchor_of(sentence, time, trigger.token)
        mine = {trigger.token.i, *(word.i for word in trigger.words)}
        if trigger.carrier is not None:
            mine.add(trigger.carrier.i)
        if anchor.i in mine:
            return "own"
        verb = trigger.verb
        if verb is None:
            leads = anchor == sentence.head(trigger.token) and _leads_on(time, trigger, anchor)
            if leads or is_arranged(sentence, trigger.token, anchor):
                return "own"
            # A report's date bounds what it tells of; other dates say nothing of what nouns name.
            above = {t.i for t in sentence.ancestors(trigger.token)}
            return "bound" if anchor.start in self._cues and anchor.i in above else ""
        if is_that_time(sentence, verb, time):
            return "own"
        bond = bond_of(sentence, verb, anchor)
        cue = anchor.start in self._cues
        there = is_where(sentence, verb, anchor) or is_then(sentence, verb, anchor, time.span.end)
        if bond == "bound" and not cue and there:
            return "own"
        known = cue or comes_first(sentence, verb, anchor) or tells_which(sentence, verb, anchor)
        return bond if bond != "bound" or known else ""

    def _is_deadline(self, time: Time, trigger: Trigger) -> bool:
        """ "Promised a new pipeline by December": till when it is to be done, not when promised."""
        behind = self.text[trigger.token.end : time.span.end].lower()
        start = max(time.span.start - trigger.token.end, 0)
        return bool(behind) and (
            behind[start:].startswith("by ") or behind[:start].rstrip().endswith(" by")
        )

    def _bracket(self, time: Time, sentence: Sentence) -> Token | None:
        """The word before the bracket a time stands in, if it stands in one."""
        opening = [t for t in sentence if t.end <= time.span.start and t.text in ("(", "[")]
        closing = [t for t in sentence if t.end <= time.span.start and t.text in (")", "]")]
        if not opening or (closing and closing[-1].i > opening[-1].i) or opening[-1].i == 0:
            return None
        return sentence[opening[-1].i - 1]

    def _beside(self, before: Token, time: Time, trigger: Trigger) -> str:
        """A date alone in brackets behind a phrase dates it; a cited source's date does not."""
        alone = self.text[: time.span.start].endswith(("(", "["))
        if not alone or before.pos in VERBAL:
            return ""
        phrase = {t.i for t in trigger.sentence.subtree(trigger.token)}
        return "own" if before.i in phrase else ""


def _day(time: Time) -> When:
    return When(time.earliest, time.latest, time.edtf)


def _named(trigger: Trigger, time: Time) -> When:
    """ "The worst since 2013, when a collision killed 116", "from 2009 until 2015, when he was
    dismissed": of the year alone that "when" stands behind."""
    year = trigger.sentence.head(trigger.verb or trigger.token).text
    ends = (time.edtf or "").split("/")
    named = next((end for end in ends if year in end), ends[0])
    return When(*bounds(named), named) if named not in ("", "..") else _day(time)


def _dated_later(notes: Notes) -> Iterator[tuple[str, str]]:
    """The days of reports of nameless outlets that the next sentence takes up and cites.

    "Another website told of the march. According to this report they came by boat (Norsk Post,
    3 May 2020)": the march is told in the Post too.
    """
    told = sorted(notes.attributions, key=lambda one: one.content.start)
    for one, other in pairwise(told):
        here = notes.parse.sentence_at(one.content.start)
        there = notes.parse.sentence_at(other.content.start)
        day, source = bounds(other.published)[1], other.source
        if here is None or there is None or day is None or source is None or one.published:
            continue
        nameless = len(one.chain) == 1 and one.chain[0].entity is None
        next_to = here.block == there.block and here.start < there.start
        taken_up = source.quote.lower().split()[0] in _TAKING_UP and source.start > here.end
        if nameless and next_to and taken_up:
            yield one.id, day


def anchor_of(sentence: Sentence, time: Time, word: Token | None = None) -> Token:
    """What a time says something about: this word or the nearest verb, if either is above it."""
    head = head_word(sentence, time.span.start, time.span.end)
    if head is None:
        return sentence.root
    counted = _counted_from(sentence, head)
    if counted is not None:
        return counted
    for above in sentence.ancestors(head):
        if above == word or (above.pos in VERBAL and above.tag != "VBG"):
            return above
        if above.tag == "VBG" and above.dep not in ("prep", "pobj"):
            return above
    return sentence.root


def _counted_from(sentence: Sentence, head: Token) -> Token | None:
    """What a time counted from a clause dates: "four days before she left, he came" his coming.

    Parsers hang the "four days" on the verb of the clause it is counted from.
    """
    clause = sentence.head(head)
    if head.dep != "npadvmod" or clause.dep != "advcl" or clause.pos not in VERBAL:
        return None
    marks = (t for t in sentence.children(clause, "mark") if t.text.lower() in _COUNTING)
    return sentence.head(clause) if any(t.i == head.i + 1 for t in marks) else None


def _steps(sentence: Sentence, time: Time) -> int:
    """How many words lie between a time and the nearest verb above it."""
    head = head_word(sentence, time.span.start, time.span.end)
    if head is None:
        return len(sentence)
    above = sentence.ancestors(head)
    return next((n for n, word in enumerate(above) if word.pos in VERBAL), len(above))


def _is_above(time: Time, trigger: Trigger) -> bool:
    """Whether a time stands outside of the clause that tells of the event: a clause's own date
    goes before one that it shares, "came in May and left in June", or one around it: "it began last
    autumn, when the bank, which bought the mine in 2016, closed it"."""
    sentence, verb = trigger.sentence, trigger.verb
    if verb is None or verb.dep not in _INNER:
        return False
    return not any(t.start <= time.span.start < t.end for t in sentence.subtree(verb))


def _leads_on(time: Time, trigger: Trigger, verb: Token) -> bool:
    """Whether a time stands between a noun and the verb it is the subject of: "his resignation, in
    May, surprised them"."""
    noun = trigger.token
    between = noun.start < time.span.start and time.span.end <= verb.start
    return between and noun.dep in ("nsubj", "nsubjpass")


def _words_between(time: Time, trigger: Trigger) -> int:
    """How many words stand between a time and a trigger: of two dates the nearer is meant."""
    low, high = sorted((time.span.start, trigger.token.start))
    return sum(low < token.start < high for token in trigger.sentence)


def _cut(own: When, limits: list[str]) -> When:
    """An event cannot be later than the first report of it."""
    first = min(limits, default=None)
    if first is None or (own.earliest is not None and own.earliest > first):
        return own
    if own.latest is not None and own.latest <= first:
        return own
    return When(own.earliest, first, edtf(own.earliest, first), own.hangs_on)
