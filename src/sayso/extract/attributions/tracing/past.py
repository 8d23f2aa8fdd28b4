"""The sources told so far in a document, and how far back a later one may look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sayso.extract.attributions.citing.reports import Reports
from sayso.extract.attributions.finders.scene import Saying
from sayso.extract.attributions.tracing.nodes import NOBODY, Chain, Node
from sayso.extract.attributions.tracing.nouns import Nouns

# How many sentences and paragraphs back a pronoun and a definite noun reach.
NEAR, FAR = (4, 1), (8, 2)


class Past:
    """Chains of the sayings told so far, and outlets that the sentences cite or name."""

    def __init__(self, nouns: Nouns, reports: Reports) -> None:
        self.names = nouns.names
        self.scene = nouns.scene
        self.reports = reports
        self._told: dict[int, list[tuple[Saying, Chain]]] = defaultdict(list)

    def add(self, saying: Saying, chain: Chain) -> None:
        """Keep a saying's chain for those that follow."""
        if chain.nodes:
            self._told[saying.sentence].append((saying, chain))

    def window(self, saying: Saying, reach: tuple[int, int]) -> Iterator[int]:
        """Sentences a source may go back to, the nearest first; a quotation is passed over."""
        sentences, blocks = reach
        start = self.scene.number_at(saying.content[0])
        first = min(start, saying.sentence)
        lowest = self.scene.sentences[first].block - blocks
        if first < saying.sentence:
            yield saying.sentence
        for number in range(first, max(-1, first - sentences - 1), -1):
            if self.scene.sentences[number].block < lowest:
                return
            yield number

    def in_another_item(self, saying: Saying, number: int) -> bool:
        """The items of a list have one subject, seldom who spoke last in the item before."""
        sentences, blocks = self.scene.sentences, self.scene.document.blocks
        here, there = sentences[saying.sentence].block, sentences[number].block
        return here != there and blocks[here].kind == blocks[there].kind == "item"

    def before(self, saying: Saying, number: int) -> Iterator[tuple[Saying, Chain]]:
        """Sayings of a sentence that stand before this one, the nearest first."""
        for told, chain in reversed(self._told.get(number, ())):
            if number < saying.sentence or (
                saying.source and told.cue and told.cue[1] <= saying.source[0]
                and not reaches(told, saying)
            ):  # fmt: skip
                yield told, chain

    def cited(self, saying: Saying, number: int) -> Chain | None:
        """The one outlet that an earlier sentence cites; nobody where there are two."""
        if number >= saying.sentence:
            return None
        found = self.reports.by_sentence.get(number, ())
        if not found:
            return None
        if len({report.outlet.name for report in found}) > 1:
            return NOBODY
        return Chain((Node(found[0].outlet, kind="outlet"),), found[0].published, 1, -1)

    def mentioned(self, saying: Saying, number: int) -> Chain | None:
        """The one outlet that an earlier sentence names at all."""
        sentence = self.scene.sentences[number]
        if number >= saying.sentence:
            return None
        links = self.names.outlets_in((sentence.start, sentence.end))
        if not links:
            return None
        return (
            Chain((Node(links[0], kind="outlet"),), own=1, speaker=-1)
            if len(links) == 1
            else NOBODY
        )


def publishes(told: Saying, chain: Chain) -> bool:
    """Whether the one who speaks is no person and reports: an outlet, a text, a body."""
    if chain.speaker is None or told.cue_entry.act not in ("report", "say", "claim", "show"):
        return False
    kind = chain.nodes[chain.speaker].kind
    named = chain.nodes[chain.speaker].word[:1].isupper()
    return kind in ("outlet", "text") or (
        told.cue_entry.act == "report" and kind in ("body", "") and named
    )


def reaches(told: Saying, saying: Saying) -> bool:
    """Whether a saying is told inside what another tells."""
    return saying.cue is not None and told.content[0] <= saying.cue[0] < told.content[1]
