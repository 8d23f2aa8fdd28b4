"""The step that finds the claims of a document: who judges what, in which direction."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.extract.attributions.hedging.find import find_hedges
from sayso.extract.cast import Cast, Member
from sayso.extract.claims import judging
from sayso.extract.claims.judged import judged
from sayso.extract.claims.lexicon import Lexicon, lexicon
from sayso.extract.claims.outline import Outline
from sayso.extract.claims.repeats import without_repeats
from sayso.extract.claims.strength import Hedged, is_unlikely, strength
from sayso.extract.claims.surroundings import Surroundings, holder_of
from sayso.extract.claims.turning import Turning, turning
from sayso.extract.claims.units import Unit, units
from sayso.extract.sources import Sources
from sayso.packs.pack import Pack
from sayso.records.case import Claim
from sayso.records.ids import content_id
from sayso.records.notes import Notes
from sayso.records.statements import Attribution


def find_claims(notes: Notes, pack: Pack) -> tuple[Claim, ...]:
    """The judgements of a document in text order, each once, with the places that repeat it."""
    names = {entity.id: entity.name for entity in notes.entities}
    return without_repeats(_Finder(notes, pack).claims(), names)


# In words. What is longer is a list or a fault of the text, and has no clauses to tell apart.
_LONGEST = 400


class _Finder:
    def __init__(self, notes: Notes, pack: Pack) -> None:
        self.notes, self.pack = notes, pack
        self.words: Lexicon = lexicon(pack)
        self.cast = Cast(notes, pack)
        self.sources = Sources(notes, pack)
        self.hedged = Hedged(find_hedges(notes, pack))
        self.outline = Outline(notes, pack, self.words, self.cast)
        self.around = Surroundings(notes)
        # "Tehran decided": who is meant is the state, if the document knows it.
        self.states = {e.name: e.id for e in notes.entities if e.type == "Place"}

    def claims(self) -> Iterator[Claim]:
        for sentence in self.notes.parse.sentences:
            if len(sentence) <= _LONGEST and self.outline.is_read(sentence):
                for unit in units(sentence, self.around.cues(sentence)):
                    claim = self._claim(unit)
                    if claim is not None:
                        yield claim

    def _claim(self, unit: Unit) -> Claim | None:
        covering = self.sources.covering(unit.sentence, unit.head)
        denied = any(a.stance == "denies" for a in covering)
        turned = self._turning(unit, denied=denied)
        found = self.features(unit, turned, covering)
        if judging.score(found) < judging.ENOUGH:
            return None
        return self._made(unit, turned, covering, sure=bool(found["sure"]))

    def _turning(self, unit: Unit, *, denied: bool = False) -> Turning:
        sure = {t.i for t, _ in self.words.certainties.find(unit.words)}
        hits = [hit for hit in self.words.turns.find(unit.words) if hit[0].i not in sure]
        doubted = self._doubts(unit)
        # "The Competition Board" is a name, and nobody competes in it.
        named = {t.i for t in unit.words if t.dep == "compound" and t.pos == "PROPN"}
        kept = [hit for hit in hits if hit[0].start not in doubted and hit[0].i not in named]
        hedges = self.hedged.around(unit)
        unlikely = any(map(is_unlikely, hedges)) != denied
        telling = self.pack.list("inferences")
        hindrances = self.pack.list("hindrances")
        coping = self.pack.list("coping_verbs")
        return turning(unit, kept, hindrances, unlikely=unlikely, telling=telling, coping=coping)

    def _doubts(self, unit: Unit) -> set[int]:
        """Where words of judging stand that belong to "no doubt"."""
        words = unit.words
        return {
            t.start
            for before, t in pairwise(words)
            if (before.text.lower(), t.lemma.lower()) == ("no", "doubt")
        }

    def features(
        self, unit: Unit, turned: Turning, covering: tuple[Attribution, ...]
    ) -> dict[str, float]:
        """The signs of a clause, as judging weighs them."""
        words = unit.words
        signs = judging.Signs(
            sure=any(True for _ in self.words.certainties.find(words)),
            hedged=bool(self.hedged.around(unit)),
            infers=any(t.pos == "VERB" for t, _ in self.words.inferences.find(words)),
            foretold=any(True for _ in self.words.foretellings.find(words)),
            dated=self.around.is_dated(unit),
            counted=self.around.is_counted(unit),
            said=any(a.cue is not None for a in covering),
            aspects=any(True for _ in self.words.aspects.find(words)),
            heading=self.outline.is_heading(unit.sentence),
        )
        return judging.features(unit, turned, signs)

    def _made(
        self, unit: Unit, turned: Turning, covering: tuple[Attribution, ...], *, sure: bool
    ) -> Claim:
        who = judged(unit, turned.hit, self.cast)
        member = self.outline.lasting(unit.sentence, who)
        self.outline.remember(unit.sentence, member)
        subject = self.states.get(member.mention.stands_for or "") if member else None
        span = self.notes.document.span(unit.start, unit.end)
        holder = holder_of(covering, self.pack.cues)
        foretold = any(True for _ in self.words.foretellings.find(unit.words))
        return Claim(
            id=content_id("cl", span.document, span.start, span.end),
            span=span,
            holder=holder,
            subject=subject or _id(member),
            aspect=self.outline.aspect(unit, turned.hit[0] if turned.hit else None, who.words),
            front=self.outline.front(unit, member),
            direction=turned.direction,
            strength=strength(self.hedged.around(unit), sure=sure, words=unit.words),
            attributions=tuple(a.id for a in covering if a.cue is not None),
            topic=who.topic or self._known(unit, member),
            mode="prediction" if foretold else "assessment",
            position=self.outline.position(unit.sentence),
        )

    def _known(self, unit: Unit, member: Member | None) -> str | None:
        """What "it" stands for: a name, else what the sentence before is of."""
        return member.entity.name if member else self.outline.topic_before(unit.sentence)


def _id(member: Member | None) -> str | None:
    return member.entity.id if member else None
