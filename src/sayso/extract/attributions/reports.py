"""Which report a sentence stands in: the one it names with a date, or the one cited behind it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.extract.attributions.citations import Citation
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.extract.attributions.names import Names
from sayso.records.marks import Time
from sayso.records.parse import Token
from sayso.records.statements import Link

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_POINTING = frozenset({"the", "this", "that", "these", "same"})
# A sentence that opens with one of these leaves the report before it.
_TURNS = frozenset(
    {"another", "besides", "furthermore", "however", "meanwhile", "moreover", "nevertheless",
     "overall", "separately", "therefore", "thus"}
)  # fmt: skip
_MOST_BEFORE_DATE = 3


@dataclass(frozen=True, slots=True)
class Report:
    """An outlet's report that carries a sentence, and where the text names the outlet.

    ``citation`` is set where parentheses behind the sentence name it.
    """

    outlet: Link
    published: str | None
    source: Bounds
    citation: Citation | None = None


class Reports:
    """The reports that carry the sentences of one document."""

    def __init__(
        self, names: Names, sayings: Sequence[Saying], citations: Sequence[Citation]
    ) -> None:
        self.names = names
        self.scene: Scene = names.scene
        self._told: dict[int, list[Saying]] = defaultdict(list)
        for saying in sayings:
            self._told[saying.sentence].append(saying)
        self._bare = {c.bounds[0]: c.published for c in citations if not c.outlets}
        self._by_block: dict[int, list[Citation]] = defaultdict(list)
        for citation in citations:
            sentence = self.scene.notes.parse.sentence_at(citation.bounds[0])
            if citation.outlets and sentence is not None:
                self._by_block[sentence.block].append(citation)
        self.by_sentence: dict[int, tuple[Report, ...]] = {}
        self.dates = {saying: date for saying in sayings if (date := self._date(saying))}
        blocks: dict[int, list[int]] = defaultdict(list)
        for number, sentence in enumerate(self.scene.sentences):
            blocks[sentence.block].append(number)
        for block, numbers in blocks.items():
            self._carry(block, numbers)

    def _carry(self, block: int, numbers: list[int]) -> None:
        """Walk a paragraph: a dated report runs on in a list item until another one begins."""
        goes_on = self.scene.document.blocks[block].kind == "item"
        running: Report | None = None
        for number in numbers:
            sentence = self.scene.sentences[number]
            closing = next((c for c in self._by_block[block] if c.bounds[1] > sentence.start), None)
            if sentence[0].text.lower() in _TURNS:
                running = None
            begun = self._begun(number, closing)
            if begun or self._begins_anew(number):
                running = begun
            elif running is not None:
                running = self._taken_up(number, running)
            ends = closing is not None and closing.bounds[0] < sentence.end
            if running is not None and not ends:
                self.by_sentence[number] = (running,)
            elif closing is not None:
                self.by_sentence[number] = tuple(_cited(closing))
            if ends or not goes_on:
                running = None

    def _begun(self, number: int, closing: Citation | None) -> Report | None:
        """The dated report of an outlet that this sentence opens, unless the citation is its."""
        for saying in self._told[number]:
            date = self.dates.get(saying)
            if date is None or saying.source is None or points_back(self.scene, saying):
                continue
            if closing is not None and closing.published == date:
                continue
            return Report(self.link(saying), date, saying.source)
        return None

    def _taken_up(self, number: int, running: Report) -> Report:
        """The same report, named anew by "according to the report"."""
        for saying in self._told[number]:
            if saying.source and points_back(self.scene, saying) and self._is_report(saying):
                return replace(running, source=saying.source)
        return running

    def _begins_anew(self, number: int) -> bool:
        """Whether the sentence reports something that is not of the report before it."""
        return any(
            saying.cue_entry.act == "report"
            and (not points_back(self.scene, saying) or self.other_time(saying))
            and self._is_report(saying)
            for saying in self._told[number]
        )

    def link(self, saying: Saying) -> Link:
        """The name of a saying's own source."""
        sentence = self.scene.sentences[saying.sentence]
        if saying.source is None or saying.speaker is None:
            return Link("")
        return self.names.link(sentence, sentence[saying.speaker], saying.source)

    def _is_report(self, saying: Saying) -> bool:
        if saying.cue_entry.act != "report":
            return False
        if saying.speaker is None or saying.source is None:
            return True
        sentence = self.scene.sentences[saying.sentence]
        speaker = sentence[saying.speaker]
        return speaker.entity != "PERSON" or self.names.is_outlet(sentence, speaker, saying.source)

    def _date(self, saying: Saying) -> str | None:
        """The day on which a report came out, as its own sentence gives it."""
        for gap in range(_MOST_BEFORE_DATE + 1):
            bare = self._bare.get(saying.cue[1] + gap) if saying.cue else None
            if bare is not None:
                return bare
        if not self._is_report(saying):
            return None
        for time in self._times(saying):
            if time.edtf and _DAY.match(time.edtf) and self._dates_cue(saying, time):
                return time.edtf
        return None

    def other_time(self, saying: Saying) -> bool:
        """Whether a saying comes with a time of its own, a day or not."""
        return any(True for _ in self._times(saying))

    def _times(self, saying: Saying) -> Iterator[Time]:
        """Times in the saying's sentence that are neither in its content nor in its source."""
        sentence = self.scene.sentences[saying.sentence]
        inside = [b for b in (saying.content, saying.source) if b]
        for time in self.scene.times_in((sentence.start, sentence.end)):
            start, end = time.span.start, time.span.end
            if not any(a <= start and end <= b for a, b in inside):
                yield time

    def _dates_cue(self, saying: Saying, time: Time) -> bool:
        """ "On July 3, X reported", "X reported Friday that"."""
        sentence = self.scene.sentences[saying.sentence]
        words = sentence.within(time.span.start, time.span.end)
        if not words:
            return False
        before: Token | None = sentence[words[0].i - 1] if words[0].i else None
        if before is not None and before.text.lower() == "on":
            return True
        return any(w.dep == "npadvmod" and w.head == saying.word for w in words)


def _cited(citation: Citation) -> Iterator[Report]:
    for outlet in citation.outlets:
        yield Report(outlet.link, outlet.published, outlet.source, citation)


def points_back(scene: Scene, saying: Saying) -> bool:
    """Whether the source is a bare noun that points to one named before ("the report")."""
    if saying.speaker is None or saying.source is None:
        return False
    sentence = scene.sentences[saying.sentence]
    speaker = sentence[saying.speaker]
    words = sentence.children(speaker)
    return (
        speaker.pos == "NOUN"
        and any(w.dep == "det" and w.text.lower() in _POINTING for w in words)
        and not any(w.pos == "PROPN" for w in sentence.within(*saying.source))
    )
