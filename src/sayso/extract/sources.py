"""On whose word something stands: the attributions and hedges around a word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from sayso.extract.attributions.hedging.find import find_hedges
from sayso.packs.pack import Pack
from sayso.records.notes import Notes
from sayso.records.parse import Sentence, Token
from sayso.records.statements import Attribution

# Acts of cues with which the author, not the source, leaves something open.
_RESERVED = frozenset({"claim", "report"})


class Sources:
    """The attributions of a document, and its hedges in anybody's voice, by what they cover."""

    def __init__(self, notes: Notes, pack: Pack) -> None:
        sentences = notes.parse.sentences
        starts = [sentence.start for sentence in sentences]
        self._by_sentence: dict[int, list[Attribution]] = {}
        for attribution in notes.attributions:
            content = attribution.content
            place = max(bisect_right(starts, content.start) - 1, 0)
            while place < len(starts) and starts[place] < content.end:
                self._by_sentence.setdefault(starts[place], []).append(attribution)
                place += 1
        # The words that name a source and say that it tells something: "according to this report".
        self._speaking = frozenset(
            (a.source.start, a.source.end) for a in notes.attributions if a.cue and a.source
        )
        self._pack, self._parse = pack, notes.parse
        self._doubted: dict[int, set[int]] = {}
        for hedge in find_hedges(notes, pack):
            self._doubted.setdefault(starts[hedge.sentence], set()).update(hedge.words)

    def covering(self, sentence: Sentence, token: Token) -> tuple[Attribution, ...]:
        """The attributions whose content holds a word, without those it is a cue of."""
        return tuple(
            a
            for a in self._by_sentence.get(sentence.start, ())
            if a.content.start <= token.start
            and token.end <= a.content.end
            and not (a.cue and a.cue.start <= token.start < a.cue.end)
        )

    def factuality(
        self, sentence: Sentence, words: Iterable[Token], covering: Iterable[Attribution]
    ) -> str:
        """How firmly something told in these words is told (see FACTUALITY in the records).

        Denied where a source around it denies it; hedged where a hedge governs one of the words,
        or a source doubts or fears; reported where somebody says it, be it with the author's
        reserve ("claimed"), or a report runs on that a sentence before began; else asserted, in
        the author's own voice, which a citation alone leaves it in. After FactBank (Saurí and
        Pustejovsky, 2009): what holds is read for each source, and a word counts only where it
        reaches.
        """
        around = tuple(covering)
        if any(a.stance == "denies" for a in around):
            return "denied"
        doubted = self._doubted.get(sentence.start, set())
        if any(word.i in doubted for word in words) or any(map(self._is_unsure, around)):
            return "hedged"
        return "reported" if any(map(self._is_told, around)) else "asserted"

    def _is_told(self, attribution: Attribution) -> bool:
        """Whether a source is said to tell this, in these words or in those its report began with.

        "The agency reported in May that 60 had come. They were housed in a school."
        """
        source = attribution.source
        begun = source is not None and (source.start, source.end) in self._speaking
        return attribution.cue is not None or begun

    def _is_unsure(self, attribution: Attribution) -> bool:
        """Whether a source doubts or fears; "claimed" is the author's reserve, not the source's."""
        if attribution.stance != "unsure" or attribution.cue is None:
            return False
        sentence = self._parse.sentence_at(attribution.cue.start)
        if sentence is None:
            return False
        cue = attribution.cue
        keys = {t.lemma.lower() for t in sentence.within(cue.start, cue.end)}
        entries = [self._pack.cues.get(k) for key in keys for k in (key, f"{key}/noun")]
        return any(e and e.stance == "unsure" and e.act not in _RESERVED for e in entries)
