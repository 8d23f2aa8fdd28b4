"""Who is said to have done it: "claimed responsibility for the attack", "blamed the raid on X".

Such words do not tell of the deed themselves; they give a deed that is told of elsewhere, or
named beside them, a doer. On whose word that stands, the attributions around them say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.extract.events.triggers import Trigger
from sayso.extract.grammar import (
    VERBAL,
    first_joined,
    is_infinitive,
    is_passive,
    objects_of,
    subject_of,
)
from sayso.extract.phrases import words_below
from sayso.packs.pack import Pack
from sayso.records.parse import Sentence, Token

_NOBODY = frozenset({"no", "none", "nobody", "neither"})
Phrases = dict[str, list[tuple[str, ...]]]


class Blame:
    """The phrases of a pack that lay a deed at somebody's door, by their verb."""

    def __init__(self, pack: Pack) -> None:
        # The doer is the object of the first, the subject of the second, behind the third.
        self._blaming = _by_verb(pack.list("blaming_phrases"))
        self._owning = _by_verb(pack.list("owning_up_phrases"))
        self._laying = _by_verb(pack.list("laying_phrases"))

    def doers(self, trigger: Trigger) -> list[Token]:
        """The heads of the phrases that name who is said to have done what a trigger tells of."""
        found = self._named(trigger)
        return [t for t in found if not _is_nobody(trigger.sentence, t)]

    def _named(self, trigger: Trigger) -> list[Token]:
        sentence = trigger.sentence
        deed = _tried(sentence, first_joined(sentence, trigger.token))
        above = sentence.head(deed)
        if deed.dep in ("pobj", "pcomp"):
            return list(self._before(sentence, above))
        if deed.dep in ("dobj", "nsubjpass", "nsubj") and above.pos in VERBAL:
            return list(self._behind(sentence, above)) or list(self._owned(sentence, deed, above))
        return [
            doer
            for clause in sentence.children(deed, "acl", "relcl")
            for doer in self._behind(sentence, clause)
        ]

    def _before(self, sentence: Sentence, preposition: Token) -> Iterator[Token]:
        """Those blamed, and those who own up, in front of the preposition that leads to a deed."""
        for verb in sentence.ancestors(preposition):
            if verb.pos not in VERBAL:
                continue
            words = _ends_in(sentence, verb, self._blaming, preposition)
            words = words or _small_clause(sentence, verb, self._blaming, preposition)
            if words:
                # "Held the Front responsible for": parsers make a clause of whom and what.
                small = (t for word in words for t in sentence.children(word, "nsubj"))
                blamed = objects_of(sentence, verb) or list(small)
                if not blamed and is_passive(sentence, verb):
                    blamed = [t for t in [subject_of(sentence, verb)] if t is not None]
                yield from blamed
            elif _ends_in(sentence, verb, self._owning, preposition):
                yield from (t for t in [subject_of(sentence, verb)] if t is not None)
            return

    def _owned(self, sentence: Sentence, deed: Token, verb: Token) -> Iterator[Token]:
        """Who "claimed the attack"."""
        if deed.dep == "dobj" and () in self._owning.get(verb.lemma.lower(), ()):
            yield from (t for t in [subject_of(sentence, verb)] if t is not None)

    def _behind(self, sentence: Sentence, verb: Token) -> Iterator[Token]:
        for others in self._laying.get(verb.lemma.lower(), ()):
            words = words_below(sentence, verb, others)
            if words:
                yield from sentence.children(words[-1], "pobj")
                return


def _is_nobody(sentence: Sentence, who: Token) -> bool:
    """ "No group claimed responsibility for the attack"."""
    words = (who, *sentence.children(who, "det", "neg"))
    return any(word.text.lower() in _NOBODY for word in words)


def _by_verb(phrases: Iterable[str]) -> Phrases:
    table: Phrases = {}
    for verb, *others in sorted(phrase.split() for phrase in phrases):
        table.setdefault(verb, []).append(tuple(others))
    return table


def _ends_in(sentence: Sentence, verb: Token, phrases: Phrases, word: Token) -> tuple[Token, ...]:
    """The further words by which a verb makes one of the phrases, this word the last of them."""
    for others in phrases.get(verb.lemma.lower(), ()):
        words = words_below(sentence, verb, others)
        if words and words[-1].i == word.i:
            return words
    return ()


def _small_clause(
    sentence: Sentence, verb: Token, phrases: Phrases, preposition: Token
) -> tuple[Token, ...]:
    """The same where parsers make a clause of whom and what: "held the Front responsible for"."""
    word = sentence.head(preposition)
    told = (word.text.lower(), preposition.text.lower())
    fits = word.dep == "ccomp" and sentence.head(word) == verb
    return (word, preposition) if fits and told in phrases.get(verb.lemma.lower(), ()) else ()


def _tried(sentence: Sentence, deed: Token) -> Token:
    """The noun in front of what was tried: "the attempt to plant a bomb"."""
    above = sentence.head(deed)
    return above if deed.dep == "acl" and is_infinitive(sentence, deed) else deed
