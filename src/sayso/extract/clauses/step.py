"""The step that cuts a document into clauses and tells of each what it is said of, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.extract.claims.lexicon import Lexicon, lexicon
from sayso.extract.claims.turning import negated, turning
from sayso.extract.claims.units import Unit, units
from sayso.extract.clauses.deeds import deeds
from sayso.extract.clauses.parts import added, parts, settings, subject
from sayso.extract.clauses.reasons import reason
from sayso.packs.pack import Pack
from sayso.records.notes import Notes
from sayso.records.parse import Sentence, Token
from sayso.records.statements import Clause, Place

_READ = frozenset({"heading", "paragraph", "item", "quotation"})
_SAYING = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_OPEN = frozenset({"may", "might", "could", "threaten", "risk", "possible", "possibly", "perhaps"})
_NONE = frozenset({"nothing", "nobody", "none"})
_MODIFIERS = frozenset({"amod", "conj", "compound", "nmod"})
# In words. What is longer is a list or a fault of the text.
_LONGEST = 400


def find_clauses(notes: Notes, pack: Pack) -> tuple[Clause, ...]:
    """The clauses of a document in text order, those inside others behind them."""
    return tuple(sorted(_Finder(notes, pack).clauses(), key=lambda c: (c.span.start, -c.span.end)))


class _Finder:
    def __init__(self, notes: Notes, pack: Pack) -> None:
        self.notes = notes
        self.words: Lexicon = lexicon(pack)
        self.hindrances = pack.list("hindrances")
        self.magnitudes = pack.list("magnitudes")
        self.refusals = pack.list("refusing_verbs")
        self.trying = pack.list("attempts")
        self.cues = frozenset(a.cue.start for a in notes.attributions if a.cue is not None)

    def clauses(self) -> Iterator[Clause]:
        for sentence in self.notes.parse.sentences:
            if self._kind(sentence) in _READ and len(sentence) <= _LONGEST:
                here = frozenset(t.i for t in sentence if t.start in self.cues)
                wholes = list(units(sentence, here))
                for unit in wholes:
                    told = tuple(deeds(unit, self.refusals))
                    yield replace(self._clause(unit), deeds=told)
                for unit in parts(sentence, wholes):
                    yield replace(self._clause(unit), part=True)

    def _kind(self, sentence: Sentence) -> str:
        blocks = self.notes.document.blocks
        return blocks[sentence.block].kind if blocks else "paragraph"

    def _clause(self, unit: Unit) -> Clause:
        sentence = unit.sentence
        # "The competition office" judges nothing.
        hits = [h for h in self.words.turns.find(unit.words) if h[0].dep != "compound"]
        turned = turning(unit, hits, self.hindrances, unlikely=False)
        first = turned.hit[0] if turned.hit else unit.head
        said_of = subject(unit)
        return Clause(
            span=self.notes.document.span(unit.start, unit.end),
            sentence=(sentence.start, sentence.end),
            words=tuple(_words(unit, said_of)),
            direction=turned.direction if turned.hit else None,
            subject=said_of,
            reason=reason(unit),
            settings=tuple(settings(unit)),
            much=tuple(self._much(unit)),
            denied=negated(sentence, unit, unit.core)
            or negated(sentence, unit, first)
            or _has_none(unit),
            # "May" may be a month.
            open=any(t.lemma.lower() in _OPEN and t.pos != "PROPN" for t in unit.words)
            or _is_tried(sentence, first, self.trying),
            heading=self._kind(sentence) == "heading",
        )

    def _much(self, unit: Unit) -> Iterator[int]:
        """Where nouns stand of which there is said to be much or many."""
        sentence = unit.sentence
        for token in unit.words:
            if token.lemma.lower() in self.magnitudes and token.dep in _MODIFIERS:
                noun = sentence.head(token)
                if noun.dep == "conj" and noun.pos == "ADJ":
                    noun = sentence.head(noun)
                if noun.pos == "NOUN":
                    yield noun.start


def _is_tried(sentence: Sentence, word: Token, trying: frozenset[str]) -> bool:
    """Whether what a clause tells is only tried, or wanted: "seeks to limit the catch"."""
    while word.dep == "xcomp":
        above = sentence.head(word)
        if above.lemma.lower() in trying:
            return True
        word = above
    return False


def _has_none(unit: Unit) -> bool:
    """Whether a clause says that there is none of what it is about: "has no experience", "paid
    nothing to the families"."""
    objects = unit.sentence.children(unit.core, "dobj", "attr")
    return any(
        o.text.lower() in _NONE
        or any(t.text.lower() == "no" for t in unit.sentence.children(o, "det"))
        for o in objects
    )


def _words(unit: Unit, said_of: Place | None) -> Iterator[tuple[int, str]]:
    """The words of a clause that say something, those of a subject before it among them.

    A verb goes with its particle: "give-up".
    """
    inside = {t.i for t in unit.words} - {t.i for t in added(unit)}
    for token in unit.sentence:
        own = token.i in inside or (said_of and said_of[0] <= token.start < said_of[1])
        if own and token.pos in _SAYING and token.dep not in ("aux", "auxpass"):
            after = unit.sentence.children(token, "prt")
            yield token.start, "-".join(t.lemma.lower() for t in (token, *after))
