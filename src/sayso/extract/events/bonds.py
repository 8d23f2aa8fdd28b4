"""How the time on one word bears on what another tells: shared, a bound, or nothing."""

from __future__ import annotations

from sayso.records.parse import Sentence, Token

# What these lead to was before what the verb above them tells.
_COMING_FIRST = frozenset({"after", "following", "since", "because"})
# Verbs joined so share the time of the one above.
_SHARING = frozenset({"conj", "xcomp", "pcomp", "prep"})
_THINGS = frozenset({"NOUN", "PROPN", "ADP", "NUM"})
# Verbs of what is to be on a day, without its having been yet.
_ARRANGING = frozenset({"announce", "arrange", "expect", "fix", "plan", "schedule", "set", "slate"})


def is_arranged(sentence: Sentence, noun: Token, anchor: Token) -> bool:
    """ "A visit to Orl that had been set for 10 October": the day on which it was to be."""
    if anchor.lemma.lower() not in _ARRANGING:
        return False
    # "A round of talks is scheduled for November".
    if any(
        t.i == noun.i for s in sentence.children(anchor, "nsubjpass") for t in sentence.subtree(s)
    ):
        return True
    return anchor.dep in ("relcl", "acl") and any(t.i == anchor.i for t in sentence.subtree(noun))


def bond_of(sentence: Sentence, verb: Token, anchor: Token) -> str:
    """How a time on one verb bears on another below it."""
    shared = True
    for _ in range(len(sentence)):
        if verb.i == anchor.i:
            return "own" if shared else "bound"
        # "Was dismissed in May; he is suing them": what is going on now began at no such time.
        if verb.dep == "conj" and _is_now(sentence, verb):
            return ""
        if verb.dep == "conj" and _is_apart(sentence, verb):
            return ""
        shared = shared and (verb.dep in _SHARING or _is_outcome(sentence, verb))
        if verb.head == verb.i:
            return ""
        verb = sentence.head(verb)
    return ""


def _is_apart(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause behind a semicolon has a subject, and a time, of its own."""
    own = sentence.children(verb, "nsubj", "nsubjpass")
    between = sentence.tokens[verb.head : own[0].i] if own else ()
    return any(t.text == ";" for t in between)


def _is_outcome(sentence: Sentence, verb: Token) -> bool:
    """ "Hit the port on 9 October, flattening 90 houses": what comes of a deed comes with it."""
    behind = verb.dep == "advcl" and verb.tag == "VBG" and verb.i > verb.head
    return behind and not sentence.children(verb, "aux", "mark", "nsubj", "advmod")


def _is_now(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause with a subject of its own tells of what is done at present."""
    helps = sentence.children(verb, "aux", "auxpass")
    first = helps[0] if helps else verb
    own = sentence.children(verb, "nsubj", "nsubjpass")
    return bool(own) and first.tag in ("VBZ", "VBP") and first.lemma != "have"


def comes_first(sentence: Sentence, verb: Token, anchor: Token) -> bool:
    """Whether a verb tells what was before another: "resigned in May after they accused him"."""
    below = _between(sentence, verb, anchor)
    marks = (t.text.lower() for one in below for t in (one, *sentence.children(one, "mark")))
    return any(word in _COMING_FIRST for word in marks)


def tells_which(sentence: Sentence, verb: Token, anchor: Token) -> bool:
    """ "In May they struck a cell that had laid mines": a clause that tells which one is meant.

    Behind a comma a clause only adds what may have been at any time.
    """
    below = _between(sentence, verb, anchor)
    for place, clause in enumerate(below):
        first = sentence.subtree(clause)[0].i
        apart = first > 0 and sentence[first - 1].text == ","
        things = all(t.pos in _THINGS for t in below[place + 1 :])
        if clause.dep in ("relcl", "acl") and not apart and things:
            return True
    return False


def is_where(sentence: Sentence, verb: Token, anchor: Token) -> bool:
    """ "Flew to Tehran in May, where he met", "the ambush of 3 May, in which six died": what was
    done there was done then."""
    clauses = (one for one in _between(sentence, verb, anchor) if one.dep == "relcl")
    leads = [t for one in clauses for t in sentence.children(one, "advmod", "prep")]
    return any(t.text.lower() == "where" or _in_which(sentence, t) for t in leads)


def is_then(sentence: Sentence, verb: Token, anchor: Token, end: int) -> bool:
    """ "Was last seen on 15 December, when he attended it": right behind the day it is that day.

    ``end`` is where the words for the day end.
    """
    for clause in _between(sentence, verb, anchor):
        whens = (t for t in sentence.children(clause, "advmod", "mark") if t.text.lower() == "when")
        for when in whens:
            before = sentence[when.i - 1] if when.i else when
            before = sentence[before.i - 1] if before.text == "," and before.i else before
            if before.end == end:
                return True
    return False


def _in_which(sentence: Sentence, lead: Token) -> bool:
    below = sentence.children(lead, "pobj")
    return lead.text.lower() in ("in", "during") and any(t.text.lower() == "which" for t in below)


def _between(sentence: Sentence, verb: Token, anchor: Token) -> tuple[Token, ...]:
    """A verb and what stands above it, up to a word that is left out."""
    path = (verb, *sentence.ancestors(verb))
    return path[: path.index(anchor)] if anchor in path else ()
