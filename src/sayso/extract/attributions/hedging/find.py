"""The hedges of a document: quote, probability range, and what each of them governs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract.attributions.finders.clauses import Scope
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.hedging import governing
from sayso.extract.attributions.hedging.homographs import Homographs
from sayso.extract.attributions.hedging.lexicon import Found, Lexicon
from sayso.extract.attributions.hedging.negation import negation_before, whole
from sayso.packs.pack import Pack, made_once
from sayso.records.notes import Notes
from sayso.records.parse import Parse, Sentence
from sayso.records.statements import Hedge


@dataclass(frozen=True, slots=True)
class ScopedHedge:
    """A hedge at its place in a document.

    ``bounds`` are the offsets of its words and ``scope`` those of the words it governs;
    ``sentence`` is the number of its sentence, and ``words`` the places there of what is not
    vouched for.
    """

    hedge: Hedge
    bounds: Bounds
    scope: Bounds
    sentence: int
    words: frozenset[int]


def find_hedges(notes: Notes, pack: Pack) -> tuple[ScopedHedge, ...]:
    """Every hedge of a document, in anybody's voice, in text order.

    Needs the parse. Ranges are the pack's, after the table of ICD 203 (Analytic Standards, Office
    of the Director of National Intelligence, 2015); words outside that table have none.
    """
    return _finder(pack).of(notes)


Range = tuple[float | None, float | None]
# In words. What is longer is a list or a fault of the text, and has no clauses to tell apart.
_LONGEST = 600


class _Finder:
    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.lexicon = Lexicon(pack)
        self.homographs = Homographs(pack)
        self._nouns = frozenset(k for k, e in pack.likelihoods.items() if e.form == "noun")
        self._last: tuple[Parse | None, tuple[ScopedHedge, ...]] = (None, ())

    def of(self, notes: Notes) -> tuple[ScopedHedge, ...]:
        """All hedges of a document, kept until the next: five steps ask for the same."""
        kept, found = self._last
        if kept is not notes.parse:
            found = tuple(sorted(self._all(notes), key=lambda one: one.bounds))
            self._last = (notes.parse, found)
        return found

    def _all(self, notes: Notes) -> Iterator[ScopedHedge]:
        text = notes.document.text
        for number, sentence in enumerate(notes.parse.sentences):
            for bounds, range_, scope in self.hedges(sentence):
                hedge = Hedge(text[slice(*bounds)], *range_)
                yield ScopedHedge(hedge, bounds, scope.bounds, number, scope.words)

    def hedges(self, sentence: Sentence) -> Iterator[tuple[Bounds, Range, Scope]]:
        if len(sentence) > _LONGEST:
            return
        every = list(self.lexicon.find(sentence))
        weighed = {
            noun.i
            for found in every
            if found.entry.form == "chance"
            and (noun := governing.weighed(sentence, found, self._nouns))
        }
        for found in every:
            read = None if found.head in weighed else self._read(sentence, found)
            scope = read and self._scope(sentence, found)
            if read and scope:
                yield *read, scope

    def _read(self, sentence: Sentence, found: Found) -> tuple[Bounds, Range] | None:
        """Where a hedge begins and ends, and its range, both with a "not" before it."""
        if self.homographs.are(sentence, found):
            return None
        entry, end = found.entry, sentence[found.last].end
        no = negation_before(sentence, found)
        if no is None:
            start = whole(sentence, sentence[found.first]).start
            return (start, end), (entry.low, entry.high)
        turned = self.pack.likelihoods.get(f"not {found.key}")
        return ((no.start, end), (turned.low, turned.high)) if turned else None

    def _scope(self, sentence: Sentence, found: Found) -> Scope | None:
        form = found.entry.form
        if form == "word":
            return _of_word(sentence, found)
        if form == "chance":
            return governing.chance(sentence, found, self._nouns)
        return _GOVERNING[form](sentence, found)


_finder = made_once(_Finder)


def _of_word(sentence: Sentence, found: Found) -> Scope | None:
    """What a word governs that may be adverb, adjective or noun."""
    head = sentence[found.head]
    if head.pos in ("NOUN", "PROPN") and head.dep not in ("npadvmod", "amod"):
        return governing.noun(sentence, found) or governing.verdict(sentence, found)
    if head.dep in ("amod", "nmod", "compound") and sentence.head(head).i > head.i:
        return governing.attribute(sentence, found)
    if head.pos == "ADJ" or (head.pos == "ADV" and head.dep in ("acomp", "attr", "oprd")):
        return governing.predicate(sentence, found)
    return governing.adverb(sentence, found)


def _only_predicate(sentence: Sentence, found: Found) -> Scope | None:
    """A word that before a noun says something else: "an unlikely friendship"."""
    head = sentence[found.head]
    attributive = head.dep == "amod" and sentence.head(head).i > head.i
    return None if attributive else _of_word(sentence, found)


_GOVERNING = {
    "modal": governing.modal,
    "verb": governing.verb,
    "evidence": governing.verb,
    "passive": governing.passive,
    "noun": governing.noun,
    "verdict": governing.verdict,
    "attribute": governing.attribute,
    "predicate": _only_predicate,
}
