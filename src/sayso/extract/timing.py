"""The times of a document by sentence."""

from __future__ import annotations

from bisect import bisect_left

from sayso.records.marks import Time
from sayso.records.notes import Notes
from sayso.records.parse import Sentence


class Timing:
    """The times of a document, to be asked for sentence by sentence."""

    def __init__(self, notes: Notes) -> None:
        self._times = sorted(notes.times, key=lambda time: time.span.start)
        self._starts = [time.span.start for time in self._times]

    def within(self, sentence: Sentence) -> list[Time]:
        """The times that begin in a sentence, in text order."""
        low = bisect_left(self._starts, sentence.start)
        return self._times[low : bisect_left(self._starts, sentence.end)]
