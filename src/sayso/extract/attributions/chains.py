"""The chain of sources behind a saying, from the outlet down to the original speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.extract.attributions.citing.reports import Report, Reports
from sayso.extract.attributions.finders import voices
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.extract.attributions.names import same
from sayso.extract.attributions.tracing import beside
from sayso.extract.attributions.tracing.fitting import points
from sayso.extract.attributions.tracing.nesting import containers
from sayso.extract.attributions.tracing.nodes import NOBODY, Chain, Node
from sayso.extract.attributions.tracing.nouns import Nouns
from sayso.extract.attributions.tracing.pointing import Pointing
from sayso.records.parse import Sentence, Token
from sayso.records.statements import Link

__all__ = ["Chain", "Chains"]


class Chains:
    """Chains of all sayings of one document; earlier ones are what later ones point back to."""

    def __init__(self, reports: Reports, sayings: Sequence[Saying]) -> None:
        self.reports = reports
        self.scene: Scene = reports.scene
        self._nouns = Nouns(reports.names)
        self._pointing = Pointing(self._nouns, reports)
        self._containers = containers(sayings)
        self._sources: defaultdict[int, list[Bounds]] = defaultdict(list)
        for saying in sayings:
            if saying.source:
                self._sources[saying.sentence].append(saying.source)
        self._of: dict[Saying, Chain] = {}
        for saying in sorted(sayings, key=lambda s: (s.sentence, s.cue or s.content, s.content)):
            self.of(saying)

    def of(self, saying: Saying) -> Chain:
        """The chain of a saying, with those of the sayings it lies in before it."""
        if saying not in self._of:
            self._of[saying] = NOBODY  # ends the walk where contents hold one another's cues
            outer = self._containers.get(saying)
            above = self.of(outer) if outer and not _only_denies(outer, saying) else NOBODY
            self._of[saying] = chain = self._chain(saying, above)
            self._pointing.add(saying, chain)
        return self._of[saying]

    def _chain(self, saying: Saying, above: Chain) -> Chain:
        own = self._own(saying, above)
        # Nobody is named for a pronoun that is not resolved, whoever tells of it.
        chain = own.under(above) if own.nodes or saying.source is None else NOBODY
        date = self.reports.dates.get(saying) or chain.published
        carried = [
            one
            for one in self.reports.carrying(saying)
            if not (_is_told(one, saying) or one.law or self._speaks_beside(one, saying))
        ]
        if carried and date in (None, carried[0].published):
            chain, date = self._carried(saying, chain, carried[0].outlet), carried[0].published
        return replace(chain.singly(), published=date)

    def _speaks_beside(self, report: Report, saying: Saying) -> bool:
        """Whether who is cited says something else in the sentence: "as Lee holds, or Orr does"."""
        name = report.outlet.name.rpartition(" ")[2]
        text = self.scene.document.text
        others = [
            text[slice(*one)] for one in self._sources[saying.sentence] if one != saying.source
        ]
        return report.cited and len(name) > 1 and any(name in other.split() for other in others)

    def _carried(self, saying: Saying, chain: Chain, outlet: Link) -> Chain:
        """The chain with the outlet that carries the saying before it."""
        nodes = chain.nodes
        if any(same(outlet, node.link) for node in nodes):
            return chain
        if nodes and self._is_the_carrier(saying, nodes[0]):
            nodes = nodes[1:]
        nodes = self._without_earlier(saying, nodes)
        carrier = Node(outlet, kind="outlet")
        return Chain((carrier, *nodes), chain.published, min(chain.own, len(nodes)), chain.speaker)

    def _is_the_carrier(self, saying: Saying, node: Node) -> bool:
        """Whether the source only means what carries it: "the report", "another website".

        A text that has more told of it is another: "a first analysis", "the inspector's report".
        """
        if saying.speaker is None or node.kind not in ("outlet", "text"):
            return False
        sentence = self.scene.sentences[saying.sentence]
        speaker = sentence[saying.speaker]
        if voices.quoting(sentence, sentence[saying.word]) is not None:
            return False  # "TV Velm quoted a guard as saying" names who carries it
        if node.kind == "text":
            return points(sentence, speaker)
        return speaker.pos == "NOUN" and all(t.pos != "PROPN" for t in sentence.children(speaker))

    def _own(self, saying: Saying, above: Chain) -> Chain:
        """The saying's source with the outlet before it and the sources behind it."""
        told = self._speaker(saying, above)
        first = [
            one
            for one in self._nodes(saying, beside.outer(self.reports.names, saying))
            if not self.reports.names.names_platform(one.link.name)  # "in a Facebook post"
        ]
        # Who carries it is an outlet, whatever its name tells; a text has one before it.
        first = [one if one.kind == "text" else replace(one, kind="outlet") for one in first]
        behind = [*self._nodes(saying, self._inner(saying))]
        if not told.nodes and saying.source is not None and not behind:
            return told
        anew = first or above.nodes or self.reports.other_time(saying)
        nodes = self._without_earlier(saying, told.nodes) if anew else told.nodes
        nodes = (*first, *nodes, *behind)
        speaker = -1 - len(behind) if told.nodes else None
        return Chain(nodes, told.published, len(nodes), speaker)

    def _inner(self, saying: Saying) -> Iterator[tuple[Sentence, Token]]:
        return beside.inner(self.reports.names, saying, self._sources[saying.sentence])

    def _without_earlier(self, saying: Saying, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """Sources without the outlet of an earlier sentence: this one names its own."""
        start = self.scene.sentences[saying.sentence].start
        place = 0
        while place < len(nodes) - 1 and nodes[place].kind == "outlet":
            span = nodes[place].link.span
            if span is not None and span.start >= start:
                break
            place += 1
        return nodes[place:]

    def _speaker(self, saying: Saying, above: Chain) -> Chain:
        """Who says it, with all that is known of how it came to be told."""
        if saying.source is None or saying.speaker is None:
            return NOBODY
        link = self.reports.link(saying)
        back = self._pointing.back(saying, above)
        if back is not None:
            dated = None if self.reports.other_time(saying) else back.published
            return replace(back.told_here(link), published=dated)
        sentence = self.scene.sentences[saying.sentence]
        node = self._nouns.node(sentence, sentence[saying.speaker], link)
        return Chain((node,), own=1, speaker=-1) if node else NOBODY

    def _nodes(self, saying: Saying, found: Iterable[tuple[Sentence, Token]]) -> Iterable[Node]:
        """The nodes of sources beside the cue; "told the paper" goes back to the paper."""
        for sentence, noun in found:
            if noun.pos == "PRON":
                nodes = self._pointing.who(saying, sentence, noun).nodes
                yield from _carrying(nodes) if noun.text.lower() == "it" else nodes
                continue
            own = self._house(sentence, noun)
            if own is not None:
                yield own
                continue
            back = (
                self._pointing.definite(saying, sentence, noun) if points(sentence, noun) else None
            )
            node = self._nouns.node(sentence, noun)
            if back is not None and back.nodes:
                # "The minutes" come with the paper that told of them.
                before = back.nodes[:-1] if back.nodes[-1].kind == "text" else ()
                span = node.link.span if node else None
                yield from before
                yield replace(back.nodes[-1], link=replace(back.nodes[-1].link, span=span))
            elif node is not None:
                yield node

    def _house(self, sentence: Sentence, noun: Token) -> Node | None:
        """ "Told this newspaper": the outlet whose report it is, by name where that is known."""
        this = any(t.text.lower() == "this" for t in sentence.children(noun, "det"))
        lists = (self.scene.pack.list(name) for name in ("outlet_descriptions", "outlet_nouns"))
        node = self._nouns.node(sentence, noun) if this else None
        if node is None or not any(noun.lemma.lower() in words for words in lists):
            return None
        name = self.scene.document.publisher or node.link.name
        return replace(node, link=replace(node.link, name=name), kind="outlet")


def _only_denies(outer: Saying, inner: Saying) -> bool:
    """ "She accused them of it, a charge Holm rejected": it is not Holm who tells of the charge."""
    behind = outer.cue is not None and outer.cue[0] >= inner.content[1]
    return behind and outer.cue_entry.stance == "denies"


def _carrying(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Sources up to the one that carries words: "quoted in it" is not in what that rests on."""
    places = (n for n, node in enumerate(nodes) if node.kind in ("outlet", "text", "body"))
    return nodes[: next(places, len(nodes)) + 1]


def _is_told(report: Report, saying: Saying) -> bool:
    """Whether a report is one that the saying itself tells of, and so none that carries it."""
    return not report.cited and saying.content[0] <= report.source[0] < saying.content[1]
