"""When an event was: the time that belongs to its clause, cut by the dates of reports about it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.extract.cast import head_word
from sayso.extract.events.triggers import Trigger
from sayso.extract.grammar import VERBAL
from sayso.records.dates import bounds, edtf
from sayso.records.documents import Document
from sayso.records.marks import Time
from sayso.records.parse import Sentence, Token
from sayso.records.statements import Attribution

# Verbs joined so share the time of the one above.
_SHARING = frozenset({"conj", "xcomp", "pcomp", "prep"})


@dataclass(frozen=True, slots=True)
class When:
    """The first and last day an event can have had, ISO, null where open; ``edtf`` as told."""

    earliest: str | None = None
    latest: str | None = None
    edtf: str | None = None

    @property
    def known(self) -> bool:
        """Whether anything is known at all."""
        return self.earliest is not None or self.latest is not None


UNKNOWN = When()


class Clock:
    """The times of a document and what they hang on."""

    def __init__(self, document: Document, times: Iterable[Time]) -> None:
        self.text = document.text
        self._times = sorted(
            (t for t in times if t.earliest or t.latest), key=lambda t: t.span.start
        )
        self._starts = [t.span.start for t in self._times]
        self._reports: dict[int, str] = {}

    def times_in(self, sentence: Sentence) -> list[Time]:
        """The dated expressions of a sentence."""
        low = bisect_left(self._starts, sentence.start)
        return self._times[low : bisect_left(self._starts, sentence.end)]

    def when(
        self, trigger: Trigger, *, told_in: tuple[Attribution, ...], actual: bool = True
    ) -> When:
        """The time of a trigger's event.

        Its own time is what hangs on it, or on a verb it shares a time with. The dates of the
        reports it is told in only bound it, if it has happened.
        """
        own, limits = UNKNOWN, []
        for time in self.times_in(trigger.sentence):
            bond = self._bond(time, trigger)
            if bond == "own" and not own.known:
                own = When(time.earliest, time.latest, time.edtf)
            elif bond == "bound" and time.latest:
                limits.append(time.latest)
        if not actual:
            return own
        limits += [day for a in told_in if (day := bounds(a.published)[1])]
        return _cut(own, limits)

    def _bond(self, time: Time, trigger: Trigger) -> str:
        """Whether a time is the event's own, bounds it, or says nothing of it ("")."""
        sentence = trigger.sentence
        bracket = self._bracket(time, sentence)
        if bracket is not None:
            return self._beside(bracket, time, trigger)
        anchor = anchor_of(sentence, time, trigger)
        mine = {trigger.token.i, *(word.i for word in trigger.words)}
        if trigger.carrier is not None:
            mine.add(trigger.carrier.i)
        if anchor.i in mine:
            return "own"
        verb = trigger.verb
        if verb is None:
            return "bound" if anchor.i in {t.i for t in sentence.ancestors(trigger.token)} else ""
        return _up(sentence, verb, anchor)

    def _bracket(self, time: Time, sentence: Sentence) -> Token | None:
        """The word before the bracket a time stands in, if it stands in one."""
        opening = [t for t in sentence if t.end <= time.span.start and t.text in ("(", "[")]
        closing = [t for t in sentence if t.end <= time.span.start and t.text in (")", "]")]
        if not opening or (closing and closing[-1].i > opening[-1].i) or opening[-1].i == 0:
            return None
        return sentence[opening[-1].i - 1]

    def _beside(self, before: Token, time: Time, trigger: Trigger) -> str:
        """A date alone in brackets behind a phrase dates it; a cited source's date does not."""
        alone = self.text[: time.span.start].rstrip().endswith(("(", "["))
        if not alone or before.pos in VERBAL:
            return "bound"
        phrase = {t.i for t in trigger.sentence.subtree(trigger.token)}
        return "own" if before.i in phrase else "bound"


def anchor_of(sentence: Sentence, time: Time, trigger: Trigger) -> Token:
    """The word a time says something about: the nearest trigger or verb above it."""
    head = head_word(sentence, time.span.start, time.span.end)
    if head is None:
        return sentence.root
    for above in sentence.ancestors(head):
        if above.i == trigger.token.i or (above.pos in VERBAL and above.tag != "VBG"):
            return above
        if above.tag == "VBG" and above.dep not in ("prep", "pobj"):
            return above
    return sentence.root


def _up(sentence: Sentence, verb: Token, anchor: Token) -> str:
    """How a time on one verb bears on another below it."""
    shared = True
    for _ in range(len(sentence)):
        if verb.i == anchor.i:
            return "own" if shared else "bound"
        shared = shared and verb.dep in _SHARING
        if verb.head == verb.i:
            return ""
        verb = sentence.head(verb)
    return ""


def _cut(own: When, limits: list[str]) -> When:
    """An event cannot be later than the first report of it."""
    first = min(limits, default=None)
    if first is None or (own.earliest is not None and own.earliest > first):
        return own
    if own.latest is not None and own.latest <= first:
        return own
    return When(own.earliest, first, edtf(own.earliest, first))
