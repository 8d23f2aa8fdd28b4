"""What a passive verb of saying tells: "it was said that", "he is said to have", "as told by"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.attributions.finders import grammar, voices
from sayso.extract.attributions.finders.complements import asides, clauses
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.packs.cues import Cue
from sayso.records.parse import Sentence, Token

# What the pack says of verbs whose object is who is told.
HEARD_BY = "outlet"
_OWING = frozenset({"must", "should", "ought"})
_QUOTING = frozenset({"cite", "quote"})
_LIVED = frozenset({"having", "being"})


def forms(
    sentence: Sentence, verb: Token, cue: Cue, group: Bounds
) -> Iterator[tuple[Bounds, Bounds]]:
    """The cue and each piece of what is said; ``group`` is the verb with its auxiliaries."""
    if _is_owed(sentence, verb):
        return
    said = [*_as_told(sentence, verb)]
    if not said and "clause" in cue.takes:
        said = [*_clauses(sentence, verb, cue, group)]
    if not said:
        said = [*_of_the_subject(sentence, verb, cue)]
    yield from ((group, part) for part in said)


def _is_owed(sentence: Sentence, verb: Token) -> bool:
    """ "It must be said", "it should be noted": the author's own word, and nobody else's."""
    owed = any(t.text.lower() in _OWING for t in sentence.children(verb, "aux"))
    return owed and _is_it(sentence, verb)


def _is_it(sentence: Sentence, verb: Token) -> bool:
    told = sentence.children(verb, "nsubjpass")
    return bool(told) and told[0].text.lower() == "it"


def _as_told(sentence: Sentence, verb: Token) -> Iterator[Bounds]:
    """ "The gates were shut, as told by the guard"."""
    by = voices.agent(sentence, verb) or voices.where_told(sentence, verb)
    if by is not None and voices.is_as_told(sentence, verb):
        yield from clauses.around(sentence, verb)


def _clauses(sentence: Sentence, verb: Token, cue: Cue, group: Bounds) -> Iterator[Bounds]:
    """The clause before, around or behind the cue."""
    by_somebody = voices.agent(sentence, verb) is not None
    led = grammar.stretch(asides.that_clause_before(sentence, verb, by_somebody=by_somebody))
    if led:
        yield led
        return
    heard = HEARD_BY in cue.takes  # "the talks had failed, the paper has been told"
    parts = [*clauses.interrupted(sentence, verb)] if heard else []
    if parts:
        yield from parts
        return
    told = sentence.children(verb, "nsubjpass")
    for clause in clauses.clause(sentence, verb):
        # "They left: their ploughs were never found" tells of ploughs, not of leaving.
        if clause[0] > group[0] or not told or heard or _is_it(sentence, verb):
            yield clause
            return
    if verb.dep == "parataxis" and _is_it(sentence, verb):
        yield from clauses.around(sentence, verb)


def _of_the_subject(sentence: Sentence, verb: Token, cue: Cue) -> Iterator[Bounds]:
    """ "He is said to have left", "the claim was denied by him": what is told of a subject."""
    told = sentence.children(verb, "nsubjpass")
    if not told and verb.dep == "conj" and "raised" in cue.takes:
        # "He was hurt and is said to have fled": whose deed it is stands before the other verb.
        deeds = sentence.children(verb, "xcomp") if sentence.children(verb, "auxpass") else ()
        shared = grammar.stretch(sentence.subtree(deeds[-1])) if deeds else None
        yield from [shared] if shared else []
        return
    if not told or (verb.lemma.lower() in _QUOTING and voices.quotes(sentence, verb)):
        return  # "she is quoted by AP as having warned them": what she says has its own cue
    # "Was held by the board to lack": whose view it is tells that it is one.
    viewed = "clause" in cue.takes and voices.agent(sentence, verb) is not None
    raised = sentence.children(verb, "xcomp", "oprd")
    raised = raised or (sentence.children(verb, "advcl") if viewed else ())
    raised = raised or _as_having(sentence, verb)
    content = None
    if raised and ("raised" in cue.takes or viewed):
        first, last = sentence.subtree(told[0]), sentence.subtree(raised[-1])
        content = grammar.stretch(sentence.tokens[first[0].i : last[-1].i + 1])
    elif _is_told_of(sentence, verb, cue) and "object" in cue.takes and told[0].tag != "PRP":
        content = grammar.noun_phrase(sentence, told[0])
    if content:
        yield content


def _is_told_of(sentence: Sentence, verb: Token, cue: Cue) -> bool:
    """Whether somebody tells it: what is denied is denied by people, named or not."""
    denied = cue.stance == "denies" and voices.agent(sentence, verb) is not None
    return denied or voices.by_somebody(sentence, verb)


def _as_having(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """ "She is recorded as having asked for more": the deeds told of her."""
    if verb.lemma.lower() in _QUOTING:  # "is quoted as having told them": her own words
        return ()
    return tuple(
        deed
        for word in sentence.children(verb, "prep")
        if word.text.lower() == "as"
        for deed in sentence.children(word, "pcomp")
        if any(t.text.lower() in _LIVED for t in sentence.children(deed, "aux", "auxpass"))
    )
