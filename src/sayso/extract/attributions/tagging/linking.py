"""Which source and which content belong to a cue: by grammar where it tells, else by nearness."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sayso.extract.attributions.finders import voices
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Scene
from sayso.extract.attributions.tagging.spans import Marked
from sayso.records.parse import Sentence, Token

# Costs are characters of text between two spans, and what a border in between counts as.
_FAR = 200
_SENTENCE_END = 200
_CONTENT_SENTENCE_END = 100
_OTHER_CUE = 15
_OTHER_SIDE = 25
_HANGING = 30
_MARK = re.compile("\\s*[\"“‘'«„]")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "agent")
_SHARING = frozenset({"conj", "xcomp", "advcl", "acl", "ccomp", "prep", "pcomp", "dep"})
_MOST_STEPS = 4


@dataclass(slots=True)
class Linked:
    """One attribution in spans: a cue with its source and the pieces of its content."""

    cue: Marked | None
    source: Marked | None = None
    content: list[Marked] = field(default_factory=list)


def link(scene: Scene, spans: Iterable[Marked]) -> list[Linked]:
    """Attributions out of spans, paragraph by paragraph; a cue without content gives none."""
    found: list[Linked] = []
    before: list[Linked] = []
    for group in _paragraphs(scene, spans):
        here = _Paragraph(scene, group).linked(before)
        found.extend(here)
        before = here or before
    for one in found:
        one.content.sort(key=lambda piece: piece.bounds)
    return [one for one in found if one.content]


def _paragraphs(scene: Scene, spans: Iterable[Marked]) -> Iterator[list[Marked]]:
    block, group = -1, list[Marked]()
    for span in sorted(spans, key=lambda one: one.bounds):
        here = scene.sentences[span.words[0][0]].block
        if group and here != block:
            yield group
            group = []
        block = here
        group.append(span)
    if group:
        yield group


class _Paragraph:
    def __init__(self, scene: Scene, spans: Sequence[Marked]) -> None:
        self.scene = scene
        self.sources, self.cues, self.contents = (
            [span for span in spans if span.role == role] for role in ("source", "cue", "content")
        )

    def linked(self, before: list[Linked]) -> list[Linked]:
        """The attributions of this paragraph; those of the one before may go on into it."""
        if not self.cues:
            return self._without_cue(before)
        found = [Linked(cue, self._source(cue)) for cue in self.cues]
        for piece in self.contents:
            min(found, key=lambda one: self._content_cost(one, piece)).content.append(piece)
        return found

    def _without_cue(self, before: list[Linked]) -> list[Linked]:
        if not self.contents:
            return []
        block = self.scene.sentences[self.contents[0].words[0][0]].block
        start = self.scene.document.blocks[block].start
        opens = _MARK.match(self.scene.document.text, start) is not None
        if before and opens and self.contents[0].bounds[0] - start < 3:
            last = _going_on(before)
            last.content.extend(self.contents)
            return []
        source = self.sources[0] if self.sources else None
        return [Linked(None, source, list(self.contents))]

    def _source(self, cue: Marked) -> Marked | None:
        if self._is_of_nobody(cue):
            return None
        said = self._by_grammar(cue)
        if said is not None:
            return said
        costs = [(self._source_cost(cue, one), one.bounds, one) for one in self.sources]
        best = min(costs, key=lambda row: row[:2], default=None)
        return best[2] if best and best[0] < _FAR else None

    def _by_grammar(self, cue: Marked) -> Marked | None:
        number = cue.words[0][0]
        sentence = self.scene.sentences[number]
        for token in speakers(sentence, main_word(cue, number)):
            for one in self.sources:
                if one.bounds[0] <= token.start < one.bounds[1]:
                    return one
        return None

    def _is_of_nobody(self, cue: Marked) -> bool:
        """ "Asked whether he had paid, she laughed": who is asked does not ask."""
        number = cue.words[0][0]
        verb = main_word(cue, number)
        entry = self.scene.cue(verb.lemma.lower(), "verb")
        asks = entry is not None and entry.act == "ask"
        return asks and voices.is_reduced(self.scene.sentences[number], verb)

    def _source_cost(self, cue: Marked, source: Marked) -> int:
        crossing = any(_between(source, other, cue) for other in self.cues)
        return (
            _gap(cue.bounds, source.bounds)
            + _SENTENCE_END * self._ends(cue, source)
            + _OTHER_CUE * crossing
        )

    def _content_cost(self, one: Linked, piece: Marked) -> int:
        assert one.cue is not None
        cue, said = one.cue, one.content
        if self._hangs(piece) is one.cue:
            return _gap(cue.bounds, piece.bounds) - _HANGING
        turned = bool(said) and piece.bounds[0] > cue.bounds[1]
        turned = turned and said[-1].bounds[1] > cue.bounds[0]
        return (
            _gap(cue.bounds, piece.bounds)
            + _CONTENT_SENTENCE_END * self._ends(cue, piece)
            + _OTHER_SIDE * turned
        )

    def _hangs(self, piece: Marked) -> Marked | None:
        """The first cue above a piece in the tree of its first or last sentence."""
        for number in sorted({piece.words[0][0], piece.words[-1][0]}):
            sentence = self.scene.sentences[number]
            cues = [cue for cue in self.cues if cue.words[0][0] == number]
            for token in sentence.ancestors(main_word(piece, number)) if cues else ():
                for cue in cues:
                    if cue.bounds[0] <= token.start < cue.bounds[1]:
                        return cue
        return None

    def _ends(self, one: Marked, other: Marked) -> bool:
        return one.words[0][0] != other.words[0][0] and one.words[-1][0] != other.words[-1][0]


def _going_on(before: list[Linked]) -> Linked:
    """The attribution of the paragraph before that a quotation at the start of this one goes on.

    It is the one whose content ends last; a colon at the end promises content of its cue.
    """
    return max(before, key=_end)


def _end(one: Linked) -> int:
    spans = [*one.content, *([one.cue] if one.cue else [])]
    return max(span.bounds[1] for span in one.content) if one.content else spans[0].bounds[1]


def main_word(span: Marked, number: int) -> Token:
    """The word on which the others of a span hang, in the sentence of this number."""
    words = [token for there, token in span.words if there == number]
    inside = {token.i for token in words}
    return next((t for t in words if t.head == t.i or t.head not in inside), words[0])


def speakers(sentence: Sentence, cue: Token) -> Iterator[Token]:
    """Who the grammar says speaks: subject, agent or owner of the cue, else of the verb above."""
    word = cue
    for _ in range(_MOST_STEPS):
        for child in sentence.children(word):
            if child.dep in _SUBJECTS:
                yield from sentence.children(child, "pobj") if child.dep == "agent" else (child,)
            elif child.dep == "poss" and word.pos == "NOUN":
                yield child
        passive = bool(sentence.children(word, "nsubjpass", "auxpass"))
        if passive or word.dep not in _SHARING or word.head == word.i:
            return
        word = sentence.head(word)


def _gap(one: Bounds, other: Bounds) -> int:
    return max(0, max(one[0], other[0]) - min(one[1], other[1]))


def _between(one: Marked, middle: Marked, other: Marked) -> bool:
    if middle is other:
        return False
    low = min(one.bounds[1], other.bounds[1])
    return low <= middle.bounds[0] < max(one.bounds[0], other.bounds[0])
