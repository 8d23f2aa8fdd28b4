"""What a word of likelihood governs; nothing where its use in the sentence is no hedge."""

from __future__ import annotations

from sayso.extract.attributions.finders.clauses import (
    Scope,
    made,
    of_clause,
    of_complement,
    of_phrase,
    of_things,
)
from sayso.extract.attributions.hedging.lexicon import Found
from sayso.extract.grammar import SUBJECTS, VERBAL
from sayso.records.parse import Sentence, Token

_PREDICATES = frozenset({"acomp", "attr", "oprd"})
_OPENING = frozenset({"that", "whether", "if"})
_ABOUT = frozenset({"of", "about"})
_EMPTY = frozenset({"it", "there"})
_BRACKETS = frozenset({",", "(", "—", "–", ";", ":"})


def modal(sentence: Sentence, found: Found) -> Scope | None:
    """ "may", "might", "could": the clause of the verb they help."""
    word = sentence[found.head]
    if word.tag != "MD" or word.dep != "aux":
        return None
    return of_clause(sentence, sentence.head(word))


def verb(sentence: Sentence, found: Found) -> Scope | None:
    """ "seems to", "it appears that", "assessed that": what the verb governs, or is inserted in."""
    word = sentence[found.head]
    if word.pos not in VERBAL:
        return None
    for clause in sentence.children(word, "ccomp"):
        if clause.i > word.i:
            return of_complement(sentence, clause)
    if _raises(sentence, word):
        return of_clause(sentence, word)
    it = any(t.text.lower() == "it" for t in sentence.children(word, "nsubj"))
    if it and word.dep in ("parataxis", "ccomp", "advcl"):
        return of_clause(sentence, sentence.head(word))
    return None


def _raises(sentence: Sentence, word: Token) -> bool:
    """Whether a verb lends its subject to what it governs: "seems to have left", "appears dead"."""
    behind = [t for t in sentence.children(word, "xcomp", *_PREDICATES) if t.i > word.i]
    like = [t for t in sentence.children(word, "prep") if t.text.lower() == "like"]
    return bool(behind or like) and not sentence.children(word, "dobj")


def passive(sentence: Sentence, found: Found) -> Scope | None:
    """ "believed to have left", "it is thought that", "suspected of": what is believed."""
    word = sentence[found.head]
    if word.tag != "VBN" or sentence.children(word, "dobj"):
        return None
    for clause in sentence.children(word, "ccomp"):
        if clause.i > word.i:
            return of_complement(sentence, clause)
    behind = [t for t in sentence.children(word, "xcomp", "oprd", "prep") if t.i > word.i]
    if not behind:
        return None
    if word.dep in ("acl", "amod", "advcl"):
        return of_clause(sentence, word)
    return of_clause(sentence, word) if sentence.children(word, "auxpass", "aux") else None


def noun(sentence: Sentence, found: Found) -> Scope | None:
    """ "the possibility that", "the risk of": the clause or the things behind a noun."""
    word = sentence[found.head]
    if word.pos != "NOUN" or any(t.text.lower() == "no" for t in sentence.children(word, "det")):
        return None
    return _behind_noun(sentence, word) or _of_predicate_noun(sentence, word)


def _behind_noun(sentence: Sentence, word: Token) -> Scope | None:
    above = sentence.head(word)
    clauses = [*sentence.children(word, "acl", "ccomp", "relcl")]
    if word.dep in ("nsubj", "attr") and above.lemma == "be":
        clauses += sentence.children(above, "ccomp")
    for clause in clauses:
        if clause.i > word.i and _opens(sentence, clause):
            return of_complement(sentence, clause)
    # Of "odds exist of a truce", the parse may hang the truce on the verb.
    for one in (*sentence.children(word, "prep"), *sentence.children(above, "prep")):
        if one.i > word.i and one.text.lower() in _ABOUT:
            return _of_preposition(sentence, one)
    return None


def _of_preposition(sentence: Sentence, preposition: Token) -> Scope | None:
    things = sentence.children(preposition, "pobj")
    for clause in sentence.children(preposition, "pcomp"):
        return of_clause(sentence, clause)
    return of_things(sentence, things) if things else None


def _opens(sentence: Sentence, clause: Token) -> bool:
    return any(t.text.lower() in _OPENING for t in sentence.children(clause)) or bool(
        sentence.children(clause, *SUBJECTS)
    )


def _of_predicate_noun(sentence: Sentence, word: Token) -> Scope | None:
    """ "A split is a possibility"."""
    above = sentence.head(word)
    if word.dep != "attr" or above.pos not in VERBAL:
        return None
    return of_clause(sentence, above, subject=True)


def chance(sentence: Sentence, found: Found, nouns: frozenset[str]) -> Scope | None:
    """ "a remote chance", "the odds are even": an adjective of a noun of likelihood."""
    owner = weighed(sentence, found, nouns)
    if owner is None:
        return None
    above = sentence.head(sentence[found.head])
    return _behind_noun(sentence, owner) or of_clause(sentence, above, subject=True)


def weighed(sentence: Sentence, found: Found, nouns: frozenset[str]) -> Token | None:
    """The noun of likelihood that an adjective says the greatness of: odds in "even odds"."""
    word = sentence[found.head]
    above = sentence.head(word)
    owners = (above,) if word.dep == "amod" else sentence.children(above, *SUBJECTS)
    return next((t for t in owners if {t.lemma.lower(), t.text.lower()} & nouns), None)


def verdict(sentence: Sentence, found: Found) -> Scope | None:
    """ "cannot be ruled out", "remains in doubt": the subject, or the clause or object behind."""
    words = [sentence[i] for i in range(found.first, found.last + 1)]
    below = [t for w in words for t in sentence.children(w) if not found.first <= t.i <= found.last]
    for clause in below:
        if clause.dep == "ccomp" and clause.i > found.last:
            return of_complement(sentence, clause)
    head = sentence[found.head]
    top = head if head.pos in VERBAL else sentence.head(head)
    things = [t for t in below if t.dep == "dobj" and t.i > found.last]
    things = things or [
        t for t in sentence.children(top, *SUBJECTS) if t.text.lower() not in _EMPTY
    ]
    return of_things(sentence, things) if things else of_clause(sentence, top, subject=True)


def attribute(sentence: Sentence, found: Found) -> Scope | None:
    """ "the alleged attack": a noun with what belongs to it."""
    word = sentence[found.head]
    above = sentence.head(word)
    if word.dep not in ("amod", "nmod", "compound") or above.i < word.i:
        return None
    scope = of_things(sentence, [above], together=False)
    near = {above.i, *(t.i for t in sentence.children(above, "compound"))}
    return Scope(scope.bounds, frozenset(near)) if scope else None


def predicate(sentence: Sentence, found: Found) -> Scope | None:
    """ "is doubtful", "unlikely to": the clause, or what "it" stands for."""
    word = sentence[found.head]
    while word.dep == "conj" and sentence.head(word).pos in ("ADJ", "NOUN"):
        word = sentence.head(word)
    above = sentence.head(word)
    objects = sentence.children(above, "dobj") if word.dep == "oprd" else ()
    if objects:
        return of_things(sentence, [*objects, word])  # "called it improbable"
    carried = word.dep in _PREDICATES or (above.dep == "ROOT" and word.i != above.i)
    verb = above if carried and not sentence.children(word, *SUBJECTS) else word
    if verb.pos not in (*VERBAL, "ADJ"):
        return made(sentence, *2 * ({t.i for t in sentence.subtree(word)},))
    complement = _complement(sentence, verb, sentence[found.head], word)
    if complement is not None:
        return of_complement(sentence, complement)
    raised = any(sentence.children(t, "xcomp") for t in (verb, word))
    rivals = {t.i for t in sentence.children(word, "conj")}
    return of_clause(sentence, verb, subject=not raised, without=rivals)


def _complement(sentence: Sentence, verb: Token, *adjectives: Token) -> Token | None:
    """ "that the dam broke" in "it is possible that the dam broke"."""
    subjects = sentence.children(verb, *SUBJECTS, "expl")
    if any(t.text.lower() not in _EMPTY for t in subjects):
        return None
    for one in (*adjectives, verb):
        for clause in sentence.children(one, "ccomp", "advcl", "xcomp", "csubj"):
            behind = clause.i > adjectives[0].i and clause.dep != "xcomp"
            if behind and _opens(sentence, clause):
                return clause
    return None


def adverb(sentence: Sentence, found: Found) -> Scope | None:
    """ "probably", "in all likelihood": a clause, or only the phrase the adverb stands before."""
    word = sentence[found.head]
    above = sentence.head(word)
    phrase = _phrase_behind(sentence, found)
    if phrase is not None:
        return phrase
    if above.pos in VERBAL:
        return of_clause(sentence, above, subject=above.pos == "AUX")
    if above.dep in (*SUBJECTS, *_PREDICATES) and word.i < above.i:
        return of_clause(sentence, sentence.head(above), subject=above.dep in _PREDICATES)
    if above.i == word.i:
        return made(sentence, *2 * ({t.i for t in sentence.subtree(word)},))
    return of_phrase(sentence, above, found.first)


def _phrase_behind(sentence: Sentence, found: Found) -> Scope | None:
    """ ", likely on their orders," and ", possibly to meet him": the phrase alone is in doubt."""
    if found.last + 1 >= len(sentence):
        return None
    before = sentence[found.first - 1] if found.first else None
    after = sentence[found.last + 1]
    if before is not None and before.pos == "AUX":
        return None
    parted = before is None or before.text in _BRACKETS or before.pos in ("VERB", "CCONJ", "NOUN")
    if after.dep in ("prep", "agent") and parted:
        return of_phrase(sentence, after, found.first)
    clause = sentence.head(after)
    if after.dep in ("mark", "aux") and clause.dep in ("advcl", "acl") and before is not None:
        return of_clause(sentence, clause)
    return None
