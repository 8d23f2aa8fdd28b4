"""What lies around a clause: times, numbers, words of saying, and on whose word it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.extract.claims.units import Unit
from sayso.packs.cues import Cue
from sayso.records.dates import days_between
from sayso.records.marks import Time
from sayso.records.notes import Notes
from sayso.records.parse import Sentence
from sayso.records.spans import Span
from sayso.records.statements import Attribution

# A date at least this exact (in days) tells of an act rather than of a state of things.
_EXACT = 31


class Surroundings:
    """Dates, numbers and words of saying of a document, by place."""

    def __init__(self, notes: Notes) -> None:
        self._dates = _Places(time.span for time in notes.times if _is_exact(time))
        self._numbers = _Places(quantity.span for quantity in notes.quantities)
        self._cues = _Places(a.cue for a in notes.attributions if a.cue is not None)

    def is_dated(self, unit: Unit) -> bool:
        """Whether a clause gives a day or a month."""
        return self._dates.any_in(unit.start, unit.end)

    def is_counted(self, unit: Unit) -> bool:
        """Whether a clause gives a number of something."""
        return self._numbers.any_in(unit.start, unit.end)

    def cues(self, sentence: Sentence) -> frozenset[int]:
        """The places in a sentence of the words by which somebody is said to say something."""
        spans = self._cues.within(sentence.start, sentence.end)
        return frozenset(t.i for s in spans for t in sentence.within(s.start, s.end))


class _Places:
    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: (span.start, span.end))
        self._starts = [span.start for span in self._spans]

    def within(self, start: int, end: int) -> Sequence[Span]:
        return self._spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def any_in(self, start: int, end: int) -> bool:
        return bool(self.within(start, end))


def _is_exact(time: Time) -> bool:
    if time.type not in ("DATE", "TIME") or time.earliest is None or time.latest is None:
        return False
    return days_between(time.earliest, time.latest) <= _EXACT


def shows(attribution: Attribution, cues: Mapping[str, Cue]) -> bool:
    """Whether a thing only shows what is said: the judgement is the author's who reads it so."""
    words = attribution.cue.quote.lower().split() if attribution.cue else []
    acts = {cues[word].act for word in _lemmas(words) if word in cues}
    return acts == {"show"} and attribution.source_entity is None


def _lemmas(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        yield word
        yield from (word[: -len(end)] for end in ("s", "es", "d", "ed") if word.endswith(end))


def holder_of(covering: Sequence[Attribution], cues: Mapping[str, Cue]) -> str:
    """Who holds a judgement: the innermost source that says so, else the author."""
    said = [
        a for a in covering if a.cue is not None and a.source is not None and not shows(a, cues)
    ]
    if not said:
        return "author"
    nearest = min(said, key=lambda a: a.content.end - a.content.start)
    if nearest.source_entity:
        return nearest.source_entity
    words = nearest.chain[-1].name if nearest.chain else nearest.source and nearest.source.quote
    return " ".join((words or "author").split())
