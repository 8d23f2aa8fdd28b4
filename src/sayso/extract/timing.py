"""The times of a document by sentence."""

from __future__ import annotations

from bisect import bisect_left

from sayso.records.marks import Time
from sayso.records.notes import Notes
from sayso.records.parse import Sentence

_RANKING = frozenset({"first", "only", "most", "least"})


class Timing:
    """The times of a document, to be asked for sentence by sentence."""

    def __init__(self, notes: Notes) -> None:
        self._times = sorted(notes.times, key=lambda time: time.span.start)
        self._starts = [time.span.start for time in self._times]

    def within(self, sentence: Sentence) -> list[Time]:
        """The times that begin in a sentence, in text order."""
        low = bisect_left(self._starts, sentence.start)
        return self._times[low : bisect_left(self._starts, sentence.end)]


def of_superlative(sentence: Sentence, time: Time) -> bool:
    """Whether a time is that since when there was none like it: "the deadliest since January" was
    not then."""
    words = sentence.within(time.span.start, time.span.end)
    leads = (t for word in words for t in (word, sentence.head(word)))
    since = next((t for t in leads if t.text.lower() == "since"), None)
    noun = sentence.head(since) if since is not None else None
    above = (noun, *sentence.children(noun, "amod")) if noun is not None else ()
    told = (t for word in above for t in (word, *sentence.children(word, "advmod")))
    return any(t.tag in ("JJS", "RBS") or t.text.lower() in _RANKING for t in told)
