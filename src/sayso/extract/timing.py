"""The times of a document by sentence."""

from __future__ import annotations

from bisect import bisect_left

from sayso.records.marks import Time
from sayso.records.notes import Notes
from sayso.records.parse import Sentence, Token

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


def _is_numbered(sentence: Sentence, first: Token) -> bool:
    """ "Took Velm on 11 March, its third base this month": the month tells how many there were."""
    noun = sentence[first.i - 1] if first.i else first
    phrase = [t for t in sentence.subtree(noun) if t.i <= noun.i] if noun.pos == "NOUN" else []
    ranked = any(t.entity == "ORDINAL" for t in phrase)
    whose = phrase[:1] and phrase[0].tag in ("PRP$", "DT") and phrase[0].i > 1
    return bool(ranked and whose) and sentence[phrase[0].i - 1].text == ","


def of_superlative(sentence: Sentence, time: Time) -> bool:
    """Whether a time is that since when there was none like it: "the deadliest since January" was
    not then."""
    words = sentence.within(time.span.start, time.span.end)
    if words and _is_numbered(sentence, words[0]):
        return True
    leads = (t for word in words for t in (word, sentence.head(word)))
    since = next((t for t in leads if t.text.lower() == "since"), None)
    noun = sentence.head(since) if since is not None else None
    above = (noun, *sentence.children(noun, "amod")) if noun is not None else ()
    told = (t for word in above for t in (word, *sentence.children(word, "advmod")))
    return any(t.tag in ("JJS", "RBS") or t.text.lower() in _RANKING for t in told)


def is_that_time(sentence: Sentence, verb: Token, time: Time) -> bool:
    """ "Came to power in 1966, when he ousted his uncle": a clause of the time it stands behind."""
    above = sentence.head(verb)
    when = any(t.text.lower() == "when" for t in sentence.children(verb, "advmod", "mark"))
    return when and verb.dep == "relcl" and time.span.start <= above.start < time.span.end
