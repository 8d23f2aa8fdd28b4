"""The records: sayings and citations as attributions that cite the document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.extract.attributions.chains import Chain
from sayso.extract.attributions.citing.reports import Carried, Report, Reports
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.extract.attributions.hedging.within import Hedges
from sayso.extract.attributions.names import same
from sayso.extract.attributions.stance import stance
from sayso.records.ids import content_id
from sayso.records.spans import Span
from sayso.records.statements import Attribution, Link

_BEFORE = " \t\xa0•*-–—.,;"
_BEHIND = " \t\xa0\n.,;"
# Numbers of notes at the end: "[6]", "[6, 7]", "[6".
_NOTES = re.compile(r"\s*(?:\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]?)+\Z")
_LETTER = re.compile(r"[^\W\d_]")


class Maker:
    """Makes the attributions of one document."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.document = scene.document
        self.hedges = Hedges(scene)

    def of_saying(self, saying: Saying, chain: Chain) -> Attribution:
        """The attribution of a saying with its chain."""
        last = chain.links[-1] if chain.links and saying.source else None
        source, cue = self._span(saying.source), self._span(saying.cue)
        content = self.document.span(*self._unmarked(saying.content))
        return Attribution(
            id=self._id(source, cue, content),
            source=source,
            source_entity=last.entity if last else None,
            cue=cue,
            content=content,
            chain=chain.links,
            published=chain.published,
            hedges=self.hedges.of(saying.content, saying.cue),
            stance=stance(self.scene, saying),
        )

    def _unmarked(self, content: Bounds) -> Bounds:
        """Content without the number of a note behind it: "had been attacked twice [6]"."""
        marks = _NOTES.search(self.document.text, *content)
        return (content[0], marks.start()) if marks and marks.start() > content[0] else content

    def of_reports(
        self, reports: Reports, speakers: Mapping[int, Sequence[Link]]
    ) -> Iterator[Attribution]:
        """Attributions without a cue: what citations support, and how reports go on.

        ``speakers`` has the numbers of the sentences that hold a saying, with who says it there.
        Sentences in a row without one make one attribution for each outlet. Where the outlet
        itself says it, the saying is enough.
        """
        told = speakers.keys()
        for run in self._runs(reports.carried, told):
            content = self._supported(run)
            if content is None:
                continue
            for report in run[0].reports:
                here = speakers.get(run[0].sentence)
                itself = any(same(report.outlet, link) for link in here or ())
                if here is None or (report.cited and not itself):
                    yield self._of_report(report, content)

    def _runs(self, carried: Iterable[Carried], told: Collection[int]) -> Iterator[list[Carried]]:
        run: list[Carried] = []
        for one in carried:
            if run and not self._goes_on(run[-1], one, told):
                yield run
                run = []
            run.append(one)
        if run:
            yield run

    def _goes_on(self, last: Carried, one: Carried, told: Collection[int]) -> bool:
        sentences = self.scene.sentences
        return (
            one.sentence == last.sentence + 1
            and one.sentence not in told
            and last.sentence not in told
            and one.reports == last.reports
            and sentences[one.sentence].block == sentences[last.sentence].block
        )

    def _supported(self, run: Sequence[Carried]) -> Bounds | None:
        """The words of a run without marks at their ends; null where there is no word."""
        start, end = run[0].bounds[0], run[-1].bounds[1]
        text = self.document.text
        while start < end and text[start] in _BEFORE:
            start += 1
        while end > start and text[end - 1] in _BEHIND:
            end -= 1
        return (start, end) if _LETTER.search(text, start, end) else None

    def _of_report(self, report: Report, content: Bounds) -> Attribution:
        outlet, said = self.document.span(*report.source), self.document.span(*content)
        source = self._span(report.told_by) or outlet
        return Attribution(
            id=self._id(source, None, said),
            source=source,
            source_entity=report.outlet.entity,
            cue=None,
            content=said,
            chain=(replace(report.outlet, span=outlet),),
            published=report.published,
            hedges=self.hedges.of(content),
            stance=stance(self.scene, None),
        )

    def of_repeats(self, found: Iterable[Attribution]) -> Iterator[Attribution]:
        """The attributions of passages that are not parsed because they repeat an earlier one."""
        repeats = [block for block in self.document.blocks if block.repeats]
        if not repeats:
            return
        found = sorted(found, key=lambda one: one.content)
        text = self.document.text
        firsts = {text[b.start : b.end]: b for b in reversed(self.document.blocks) if not b.repeats}
        parsed = {sentence.block for sentence in self.scene.sentences}
        for number, block in enumerate(self.document.blocks):
            first = firsts.get(text[block.start : block.end])
            if block.repeats and first is not None and number not in parsed:
                here = bisect_left(found, first.start, key=lambda one: one.content.start)
                behind = bisect_left(found, first.end, key=lambda one: one.content.start)
                for one in found[here:behind]:
                    if _within(one, first.start, first.end):
                        yield self._moved(one, block.start - first.start)

    def _moved(self, one: Attribution, by: int) -> Attribution:
        source, cue, content = (
            self._span((span.start + by, span.end + by) if span else None)
            for span in (one.source, one.cue, one.content)
        )
        assert content is not None
        id = self._id(source, cue, content)
        return replace(one, id=id, source=source, cue=cue, content=content)

    def _id(self, source: Span | None, cue: Span | None, content: Span) -> str:
        return content_id("a", self.document.id, source, cue, content)

    def _span(self, bounds: Bounds | None) -> Span | None:
        return self.document.span(*bounds) if bounds else None


def _within(one: Attribution, start: int, end: int) -> bool:
    spans = [span for span in (one.source, one.cue, one.content) if span is not None]
    return all(start <= span.start and span.end <= end for span in spans)
