"""Which report each part of a sentence stands in: one named with a date, or one that is cited."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.extract.attributions.citing.citation import Citation
from sayso.extract.attributions.citing.covering import Cover, Covering
from sayso.extract.attributions.citing.telling import Telling, points_back
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.extract.attributions.names import Names, same
from sayso.records.marks import Time
from sayso.records.parse import Token
from sayso.records.statements import Link

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# A sentence that opens with one of these leaves the report before it.
_TURNS = frozenset(
    {"another", "besides", "furthermore", "however", "meanwhile", "moreover", "nevertheless",
     "overall", "separately", "therefore", "thus"}
)  # fmt: skip
_OWN = frozenset({"i", "me", "my", "our", "us", "we"})
# How far behind a name or a cue the parenthesis with its date may begin.
_GAPS = range(4)


@dataclass(frozen=True, slots=True)
class Report:
    """An outlet's report that carries words of a sentence, and where the text names the outlet.

    ``cited``: a citation names it, not the sentence itself or one before. ``told_by`` are the
    words by which a sentence before spoke of a cited report ("according to this report"). ``law``:
    a judgment is cited for what holds, and carries nobody's words.
    """

    outlet: Link
    published: str | None
    source: Bounds
    cited: bool = False
    told_by: Bounds | None = None
    law: bool = False


@dataclass(frozen=True, slots=True)
class Carried:
    """A stretch of the sentence of this number, and the reports that it stands in."""

    sentence: int
    bounds: Bounds
    reports: tuple[Report, ...]


class Reports:
    """The reports that carry the sentences of one document.

    ``carried`` are the stretches in text order, ``by_sentence`` the reports of the first one of
    each sentence, and ``dates`` the days on which sayings came out, as their sentences give them.
    """

    def __init__(
        self, names: Names, sayings: Sequence[Saying], citations: Sequence[Citation]
    ) -> None:
        self.names = names
        self.scene: Scene = names.scene
        self._telling = Telling(names, sayings)
        self._bare = {c.bounds[0]: c.published for c in citations if _is_dating(c)}
        self._authors = {
            one.source: one.link for c in citations if c.reach == "sentence" for one in c.outlets
        }
        self.dates = {saying: date for saying in sayings if (date := self._date(saying))}
        self._covers = Covering(self._telling).of(citations)
        self.carried: list[Carried] = []
        blocks: dict[int, list[int]] = defaultdict(list)
        for number, sentence in enumerate(self.scene.sentences):
            blocks[sentence.block].append(number)
        for block, numbers in blocks.items():
            self.carried.extend(self._carry(block, numbers))
        self.by_sentence = {carried.sentence: carried.reports for carried in reversed(self.carried)}
        self._stretches: dict[int, list[Carried]] = defaultdict(list)
        for carried in self.carried:
            self._stretches[carried.sentence].append(carried)

    def carrying(self, saying: Saying) -> tuple[Report, ...]:
        """The reports that what is said in a saying stands in, none where nothing carries it."""
        start, end = saying.content
        stretches = self._stretches.get(saying.sentence, [])
        place = bisect_right(stretches, start, key=lambda one: one.bounds[1])
        here = place < len(stretches) and stretches[place].bounds[0] < end
        reports = stretches[place].reports if here else ()
        # What the author thinks himself no cited report has said.
        return tuple(one for one in reports if not (one.cited and self._is_own(saying)))

    def _is_own(self, saying: Saying) -> bool:
        """ "In our view", "we judge": the author, outside all quotation marks."""
        if saying.source is None or saying.speaker is None:
            return False
        word = self.scene.sentences[saying.sentence][saying.speaker].text.lower()
        return word in _OWN and self.scene.quotation_at(saying.source[0]) is None

    def _carry(self, block: int, numbers: list[int]) -> Iterator[Carried]:
        """Walk a paragraph: a dated report runs on in a list item until another one begins."""
        goes_on = self.scene.document.blocks[block].kind == "item"
        running: Report | None = None
        named: Report | None = None
        for number in numbers:
            sentence = self.scene.sentences[number]
            covers = self._covers.get(number, [])
            if sentence[0].text.lower() in _TURNS:
                running = None
            begun = self._begun(number, covers)
            if begun or self._begins_anew(number):
                running = begun
            elif running is not None:
                running = self._taken_up(number, running)
            ends = any(cover.closes for cover in covers)
            if running is not None and not ends:
                yield Carried(number, self._clause(number, running), (running,))
            else:
                for carried in self._cited(number, covers):
                    yield _named(carried, named)
                    named = self._naming(carried) or named
            if ends or not goes_on:
                running = None

    def _clause(self, number: int, report: Report) -> Bounds:
        """The words of a sentence that a report opens: "...; the Times wrote on Monday ..."."""
        sentence = self.scene.sentences[number]
        before = [t.end for t in sentence if t.text == ";" and t.end <= report.source[0]]
        return (before[-1] if before else sentence.start), sentence.end

    def _cited(self, number: int, covers: Sequence[Cover]) -> Iterator[Carried]:
        """What is cited, without authors who speak in the sentence: "Smith (2015) argues"."""
        speaking = {saying.source[0] for saying in self._telling.of(number) if saying.source}
        for cover in covers:
            reports = tuple(
                Report(one.link, one.published, one.source, cited=True, law=one.law)
                for one in cover.outlets
                if one.source[0] not in speaking
            )
            if reports:
                yield Carried(number, cover.bounds, reports)

    def _naming(self, carried: Carried) -> Report | None:
        """The cited report of a sentence with the words by which the sentence speaks of it."""
        report = carried.reports[0]
        for saying in self._telling.of(carried.sentence) if len(carried.reports) == 1 else ():
            if saying.source and self._is_report(saying) and self._speaks_of(saying, report):
                return replace(report, told_by=saying.source)
        return None

    def _speaks_of(self, saying: Saying, report: Report) -> bool:
        outlet = same(self.link(saying), report.outlet)
        return outlet or points_back(self.scene, saying)

    def _begun(self, number: int, covers: Sequence[Cover]) -> Report | None:
        """The dated report of an outlet that this sentence opens, unless the citation is its."""
        closing = {one.published for cover in covers for one in cover.outlets}
        for saying in self._telling.of(number):
            date = self.dates.get(saying)
            if date is None or saying.source is None or points_back(self.scene, saying):
                continue
            if date in closing:
                continue
            return Report(self.link(saying), date, saying.source)
        return None

    def _taken_up(self, number: int, running: Report) -> Report:
        """The same report, named anew by "according to the report"."""
        for saying in self._telling.of(number):
            if saying.source and points_back(self.scene, saying) and self._is_report(saying):
                return replace(running, source=saying.source)
        return running

    def _begins_anew(self, number: int) -> bool:
        """Whether the sentence reports something that is not of the report before it."""
        return any(
            saying.cue_entry.act == "report"
            and (not points_back(self.scene, saying) or self.other_time(saying))
            and self._is_report(saying)
            for saying in self._telling.of(number)
        )

    def link(self, saying: Saying) -> Link:
        """The name of a saying's own source."""
        sentence = self.scene.sentences[saying.sentence]
        if saying.source is None or saying.speaker is None:
            return Link("")
        author = self._authors.get(saying.source)
        if author is not None:
            return author
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
        places = [
            end + gap for _, end in filter(None, (saying.cue, saying.source)) for gap in _GAPS
        ]
        places += range(*saying.source) if saying.source else ()
        # "He told the channel (May 3) that ...": the day of whoever was told.
        places += range(saying.cue[1], saying.content[0]) if saying.cue else ()
        for place in places:
            if place in self._bare:
                return self._bare[place]
        if not self._is_report(saying) and not self._telling.is_outlets(saying):
            return None
        if saying.cue_entry.kind == "adverb":
            # "On 30 September, Norway reportedly halted its help": the day of what is told.
            return None
        for time in self._times(saying):
            if time.edtf and _DAY.match(time.edtf) and self._dates_cue(saying, time):
                # "Reported on Saturday (10 August 2019)": which Saturday it was.
                behind = (self._bare.get(time.span.end + gap) for gap in _GAPS)
                return next(filter(None, behind), time.edtf)
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


def _named(carried: Carried, named: Report | None) -> Carried:
    """What a cited report carries, with the words by which it was spoken of before."""
    if named is None or carried.reports != (replace(named, told_by=None),):
        return carried
    return replace(carried, reports=(named,))


def _is_dating(citation: Citation) -> bool:
    """ "X reported (May 3)", "Smith et al. (2015) found": the date of who stands before."""
    return not citation.outlets or citation.reach == "sentence"
