"""The chain of sources behind a saying, from the outlet down to the original speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.extract.attributions.beside import beside
from sayso.extract.attributions.finders.scene import Saying, Scene, partitive
from sayso.extract.attributions.names import same
from sayso.extract.attributions.reports import Reports, points_back
from sayso.records.parse import Sentence, Token
from sayso.records.statements import Link

_PRONOUNS = frozenset({"he", "she", "they", "it", "who"})
_LOOK_BACK = 12


@dataclass(frozen=True, slots=True)
class Chain:
    """Links of a chain, each with the main noun it was told by, and the report's date."""

    links: tuple[Link, ...]
    nouns: tuple[str, ...]
    published: str | None


_NOBODY = Chain((), (), None)


class Chains:
    """Chains of all sayings of one document; earlier ones are what later ones point back to."""

    def __init__(self, reports: Reports, sayings: Sequence[Saying]) -> None:
        self.reports = reports
        self.scene: Scene = reports.scene
        self._containers = _containers(self.scene, sayings)
        self._past: list[tuple[Saying, Chain]] = []
        self._of: dict[Saying, Chain] = {}
        for saying in sorted(sayings, key=lambda s: (s.sentence, s.cue or s.content, s.content)):
            self.of(saying)

    def of(self, saying: Saying) -> Chain:
        """The chain of a saying, with those of the sayings it lies in before it."""
        if saying not in self._of:
            self._of[saying] = _NOBODY  # ends the walk where two contents hold each other's cue
            outer = self._containers.get(saying)
            above = self.of(outer) if outer else None
            self._of[saying] = chain = self._chain(saying, above)
            self._past.append((saying, chain))
        return self._of[saying]

    def _chain(self, saying: Saying, above: Chain | None) -> Chain:
        own = self._own(saying)
        if above is not None:
            own = _joined(above, own)
        date = self.reports.dates.get(saying) or own.published
        carried = self.reports.by_sentence.get(saying.sentence, ())
        if carried and date in (None, carried[0].published):
            own = self._carried(saying, own)
            date = carried[0].published
        return Chain(own.links, own.nouns, date)

    def _carried(self, saying: Saying, own: Chain) -> Chain:
        """The chain with the outlet that carries the sentence before it."""
        outlet = self.reports.by_sentence[saying.sentence][0].outlet
        if any(same(outlet, link) for link in own.links[:1]):
            return own
        if own.nouns and own.nouns[0] in self.scene.pack.list("outlet_descriptions"):
            own = Chain(own.links[1:], own.nouns[1:], own.published)
        return Chain((outlet, *own.links), ("", *own.nouns), own.published)

    def _own(self, saying: Saying) -> Chain:
        """The saying's source with the outlet before it and the sources behind it."""
        back = self._before(saying) if saying.source else _NOBODY
        if back is None:
            speaker = self.scene.sentences[saying.sentence][saying.speaker or 0]
            own = self.reports.link(saying)
            who = partitive(self.scene.sentences[saying.sentence], speaker)
            unknown = who.pos == "PRON" and own.entity is None
            back = _NOBODY if unknown else Chain((own,), (speaker.lemma.lower(),), None)
        outer, inner = (
            list(beside(self.reports.names, saying, kind)) for kind in ("outer", "inner")
        )
        return Chain(
            (*(link for link, _ in outer), *back.links, *(link for link, _ in inner)),
            (*(noun for _, noun in outer), *back.nouns, *(noun for _, noun in inner)),
            back.published,
        )

    def _before(self, saying: Saying) -> Chain | None:
        """What "the report", "the website", "the source" or "he" goes back to, if anything."""
        if saying.speaker is None:
            return None
        sentence = self.scene.sentences[saying.sentence]
        speaker = sentence[saying.speaker]
        if speaker.pos == "PRON" and speaker.text.lower() in _PRONOUNS:
            return self._person(saying, sentence, speaker)
        if not points_back(self.scene, saying):
            return None
        noun, pack = speaker.lemma.lower(), self.scene.pack
        for earlier, chain in self._near(saying):
            if noun in chain.nouns:
                end = len(chain.nouns) - chain.nouns[::-1].index(noun)
                return Chain(chain.links[:end], chain.nouns[:end], self._date(saying, chain))
            if noun in pack.list("report_nouns") and earlier.cue_entry.act == "report":
                return Chain(chain.links, chain.nouns, self._date(saying, chain))
            if noun in pack.list("outlet_descriptions") and self._is_outlet(earlier):
                return Chain(chain.links[:1], chain.nouns[:1], self._date(saying, chain))
        return None

    def _date(self, saying: Saying, chain: Chain) -> str | None:
        return None if self.reports.other_time(saying) else chain.published

    def _person(self, saying: Saying, sentence: Sentence, speaker: Token) -> Chain | None:
        own = self.reports.link(saying)
        if own.entity is not None:
            return None
        for earlier, chain in self._near(saying):
            named = chain.links and chain.links[-1].name.lower() not in _PRONOUNS
            if named and earlier.speaker is not None and self._is_person(earlier, speaker):
                return Chain(chain.links[-1:], chain.nouns[-1:], None)
        return None

    def _is_person(self, earlier: Saying, pronoun: Token) -> bool:
        """Whether an earlier speaker can be who a pronoun means."""
        sentence = self.scene.sentences[earlier.sentence]
        speaker = sentence[earlier.speaker or 0]
        if partitive(sentence, speaker).lemma.lower() in self.scene.pack.list("report_nouns"):
            return False
        many = speaker.tag in ("NNS", "NNPS")
        if pronoun.text.lower() in ("he", "she"):
            return not many and speaker.entity not in ("ORG", "GPE", "NORP")
        return True

    def _is_outlet(self, earlier: Saying) -> bool:
        sentence = self.scene.sentences[earlier.sentence]
        if earlier.speaker is None or earlier.source is None:
            return False
        return self.reports.names.is_outlet(sentence, sentence[earlier.speaker], earlier.source)

    def _near(self, saying: Saying) -> Iterator[tuple[Saying, Chain]]:
        """Sayings before this one in its paragraph or the one before, the nearest first."""
        block = self.scene.sentences[saying.sentence].block
        for earlier, chain in self._past[: -_LOOK_BACK - 1 : -1]:
            there = self.scene.sentences[earlier.sentence].block
            if earlier.sentence < saying.sentence and block - there <= 1:
                yield earlier, chain


def _joined(above: Chain, own: Chain) -> Chain:
    if above.links and own.links and same(above.links[-1], own.links[0]):
        own = Chain(own.links[1:], own.nouns[1:], own.published)
    return Chain(above.links + own.links, above.nouns + own.nouns, own.published or above.published)


def _containers(scene: Scene, sayings: Sequence[Saying]) -> dict[Saying, Saying]:
    """For each saying the smallest one whose content holds its cue."""
    by_block: dict[int, list[Saying]] = defaultdict(list)
    for saying in sayings:
        by_block[scene.sentences[saying.sentence].block].append(saying)
    found: dict[Saying, Saying] = {}
    for group in by_block.values():
        for saying in group:
            holding = [other for other in group if _holds(other, saying)]
            if holding:
                found[saying] = min(holding, key=lambda other: other.content[1] - other.content[0])
    return found


def _holds(outer: Saying, inner: Saying) -> bool:
    cue = inner.cue
    return (
        cue is not None
        and outer.cue != cue
        and outer.content[0] <= cue[0]
        and cue[1] <= outer.content[1]
    )
