"""The step that finds who says what, and on whose word."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.engines.protocols import Tagger
from sayso.extract.attributions.chains import Chains
from sayso.extract.attributions.citing.citation import clipped
from sayso.extract.attributions.citing.finding import find_citations
from sayso.extract.attributions.citing.reports import Reports
from sayso.extract.attributions.finders.publications import find as find_publications
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.extract.attributions.making import Maker
from sayso.extract.attributions.names import Names
from sayso.extract.attributions.sayings import find_sayings
from sayso.packs.pack import Pack
from sayso.records.notes import Notes
from sayso.records.statements import Attribution, Link


def find_attributions(
    notes: Notes, pack: Pack, tagger: Tagger | None = None, *, attitudes: bool = False
) -> tuple[Attribution, ...]:
    """Who says what in a document, in text order of what is said.

    Needs the parse; uses mentions, entities and times where the notes have them. A saying told
    in several pieces ("...", he said, "...") gives one attribution a piece, with the same cue.
    Without a ``tagger`` rules alone read; with ``attitudes`` it tells also what somebody wants,
    feels or stands for without saying so, which a case leaves out.
    """
    scene = Scene(notes, pack)
    names = Names(scene)
    citations = find_citations(names)
    publications = [*find_publications(scene)]
    put_out = {saying.cue for saying in publications}
    sayings = [
        clipped(saying, citations)
        for saying in find_sayings(scene, tagger, attitudes=attitudes)
        if attitudes or saying.cue not in put_out
    ]
    told = [*sayings, *publications]
    reports = Reports(names, told, citations)
    chains = Chains(reports, told)
    maker = Maker(scene)
    found = [
        *(maker.of_saying(saying, chains.of(saying)) for saying in sayings),
        *maker.of_reports(reports, _speakers(told, chains)),
    ]
    found.extend(maker.of_repeats(found))
    unique = {attribution.id: attribution for attribution in found}
    return tuple(sorted(unique.values(), key=lambda a: (a.content, a.cue or a.content, a.id)))


def _speakers(told: Iterable[Saying], chains: Chains) -> dict[int, list[Link]]:
    """Who speaks in each sentence that tells something."""
    found: dict[int, list[Link]] = {saying.sentence: [] for saying in told}
    for saying in told:
        chain = chains.of(saying)
        # A source that quotes itself stands in its chain once, so that the place may be gone.
        if chain.speaker is not None and -chain.speaker <= len(chain.nodes):
            found[saying.sentence].append(chain.nodes[chain.speaker].link)
    return found
