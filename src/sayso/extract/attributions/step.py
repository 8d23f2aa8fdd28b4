"""The step that turns sayings and citations into cited attributions."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.attributions.chains import Chain, Chains
from sayso.extract.attributions.citations import clipped, find_citations
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.extract.attributions.hedges import Hedges, stance
from sayso.extract.attributions.names import Names
from sayso.extract.attributions.reports import Report, Reports
from sayso.extract.attributions.sayings import find_sayings
from sayso.packs.pack import Pack
from sayso.records.ids import content_id
from sayso.records.notes import Notes
from sayso.records.parse import Sentence
from sayso.records.spans import Span
from sayso.records.statements import Attribution


def find_attributions(notes: Notes, pack: Pack) -> tuple[Attribution, ...]:
    """Who says what in a document, in text order of what is said.

    Needs the parse; uses mentions, entities and times where the notes have them. A saying told
    in several pieces ("...", he said, "...") gives one attribution a piece, with the same cue.
    """
    scene = Scene(notes, pack)
    names = Names(scene)
    citations = find_citations(names)
    sayings = [clipped(saying, citations) for saying in find_sayings(scene)]
    reports = Reports(names, sayings, citations)
    chains = Chains(reports, sayings)
    maker = _Maker(scene, Hedges(pack))
    found = [
        *(maker.of_saying(saying, chains.of(saying)) for saying in sayings),
        *maker.of_reports(reports, sayings),
    ]
    unique = {attribution.id: attribution for attribution in found}
    return tuple(sorted(unique.values(), key=lambda a: (a.content, a.cue or a.content, a.id)))


class _Maker:
    """Makes the records of one document."""

    def __init__(self, scene: Scene, hedges: Hedges) -> None:
        self.scene = scene
        self.document = scene.document
        self.hedges = hedges

    def of_saying(self, saying: Saying, chain: Chain) -> Attribution:
        """The attribution of a saying."""
        source, cue, content = map(self._span, (saying.source, saying.cue, saying.content))
        assert content is not None
        return Attribution(
            id=content_id("a", self.document.id, source, cue, content),
            source=source,
            source_entity=self._entity(saying, chain),
            cue=cue,
            content=content,
            chain=chain.links,
            published=chain.published,
            hedges=self.hedges.find(self.document.text, saying.cue, saying.content),
            stance=stance(saying),
        )

    def _entity(self, saying: Saying, chain: Chain) -> str | None:
        if saying.source is None or not chain.links:
            return None
        return chain.links[-1].entity

    def of_reports(self, reports: Reports, sayings: list[Saying]) -> Iterator[Attribution]:
        """Attributions without a cue: what a citation supports, and how a report goes on."""
        told = {saying.sentence for saying in sayings}
        run: list[int] = []
        for number in range(len(self.scene.sentences) + 1):
            if run and not self._goes_on(reports, told, run[-1], number):
                yield from self._of_run(reports, run, run[0] in told)
                run = []
            if reports.by_sentence.get(number):
                run.append(number)

    def _goes_on(self, reports: Reports, told: set[int], last: int, number: int) -> bool:
        return (
            number not in told
            and last not in told
            and reports.by_sentence.get(number) == reports.by_sentence[last]
            and self.scene.sentences[number].block == self.scene.sentences[last].block
        )

    def _of_run(self, reports: Reports, run: list[int], told: bool) -> Iterator[Attribution]:
        first, last = self.scene.sentences[run[0]], self.scene.sentences[run[-1]]
        for report in reports.by_sentence[run[0]]:
            content = self._supported(first, last, report)
            if content is not None and not (told and report.citation is None):
                yield self._of_report(report, content)

    def _supported(self, first: Sentence, last: Sentence, report: Report) -> Bounds | None:
        start, end = first.start, last.end
        if report.citation is not None:
            end = min(end, report.citation.bounds[0])
        text = self.document.text
        while start < end and text[start] in _OPENING:
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;"):
            end -= 1
        return (start, end) if end > start else None

    def _of_report(self, report: Report, content: Bounds) -> Attribution:
        source, said = self.document.span(*report.source), self.document.span(*content)
        return Attribution(
            id=content_id("a", self.document.id, source, None, said),
            source=source,
            source_entity=report.outlet.entity,
            cue=None,
            content=said,
            chain=(report.outlet,),
            published=report.published,
            hedges=self.hedges.find(self.document.text, content),
            stance=stance(None),
        )

    def _span(self, bounds: Bounds | None) -> Span | None:
        return self.document.span(*bounds) if bounds else None


_OPENING = " \t\xa0•*-–—.,;"
