"""Clauses that a parser hangs on a word too far off, or takes for something told by the way."""

from __future__ import annotations

from sayso.records.parse import Token

_NOUNS = ("NOUN", "PROPN")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_RELATIVE = ("WDT", "WP")
# What may close a sentence that tells on somebody's word.
_CLOSING = frozenset(
    {"add", "announce", "claim", "confirm", "declare", "note", "report", "say", "warn", "write"}
)


def with_clauses(tokens: list[Token]) -> None:
    """ "She said in a cable that was seen by the paper" tells of the cable; "it will cut jobs, its
    chairman, Lee, announced on Friday" is on the chairman's word."""
    root = next(t for t in tokens if t.head == t.i)
    for clause in tokens:
        if clause.dep == "relcl" and clause.head < root.i:
            _brought_near(tokens, clause, root)
    for verb in tokens:
        if verb.dep in ("conj", "advcl") and verb.pos == "VERB":
            _with_object(tokens, verb)
    _with_closing(tokens, root)
    _with_subject(tokens, root)


def _with_object(tokens: list[Token], later: Token) -> None:
    """ "It broke up when troops invaded Jutland and Trolle fled": Jutland did not flee with him.

    The parse joins the object of one clause to the subject of the next.
    """
    own = (t for t in tokens if t.head == later.i and t.dep == "nsubj" and t.i < later.i)
    first = next(own, None)
    if first is None:
        return
    earlier, joined = tokens[first.i - 1], [t for t in tokens if t.head == first.i]
    second = tokens[later.i - 1]
    torn = earlier.pos == "VERB" and earlier.head == later.i and earlier.dep == "advcl"
    below = {t.dep for t in tokens if t.head == earlier.i}
    listed = second.dep == "conj" and second.head == first.i
    if not (torn and listed) or "nsubj" not in below or "dobj" in below:
        return
    tokens[first.i] = first._replace(dep="dobj", head=earlier.i)
    tokens[second.i] = second._replace(dep="nsubj", head=later.i)
    tokens[earlier.i] = earlier._replace(head=later.head)
    tokens[later.i] = later._replace(dep="conj", head=earlier.i)
    for word in joined:
        if word.dep == "cc":
            tokens[word.i] = word._replace(head=earlier.i)


def _with_subject(tokens: list[Token], root: Token) -> None:
    """ "According to two men who spoke to the Post, Lee, its owner, had left": it is Lee who left,
    where the parse finds nobody and takes the name for one more paper."""
    opening = tokens[0]
    below = [t for t in tokens if t.head == root.i and t.i < root.i]
    if opening.text.lower() != "according" or any(t.dep in _SUBJECTS for t in below):
        return
    verbal = next((t.i for t in below if t.dep in ("aux", "auxpass", "neg")), root.i)
    for name in tokens[1:verbal]:
        words = [t for t in tokens[:verbal] if _is_below(tokens, t, name)]
        first, last = words[0].i, words[-1].i
        named = name.pos == "PROPN" and name.dep in ("conj", "appos")
        apart = tokens[first - 1].text == "," and last + 1 in (verbal, verbal - 1)
        if named and apart and _is_below(tokens, name, opening):
            passive = any(t.dep == "auxpass" for t in below)
            dep = "nsubjpass" if passive else "nsubj"
            tokens[name.i] = name._replace(dep=dep, head=root.i)
            tokens[first - 1] = tokens[first - 1]._replace(head=root.i)
            return


def _brought_near(tokens: list[Token], clause: Token, root: Token) -> None:
    """Hang a clause behind the main verb on the noun that it stands behind, not on one before."""
    relative = next((t for t in tokens if t.head == clause.i and t.tag in _RELATIVE), None)
    if relative is None or relative.i <= root.i + 1 or tokens[relative.i - 1].text == ",":
        return
    near = (t for t in reversed(tokens[root.i + 1 : relative.i]) if t.pos == "NOUN")
    noun = next(near, None)
    if noun is not None and not _is_below(tokens, noun, clause):
        tokens[clause.i] = clause._replace(head=noun.i)


def _with_closing(tokens: list[Token], root: Token) -> None:
    verb = next((t for t in tokens if t.dep == "advcl" and t.head == root.i and t.i > root.i), None)
    if verb is None or verb.lemma not in _CLOSING or verb.tag not in ("VBN", "VBD"):
        return
    name = tokens[verb.i - 2]
    told = tokens[verb.i - 1].text == "," and name.dep == "appos" and name.pos == "PROPN"
    who = tokens[name.head]
    below = [t for t in tokens if t.head == verb.i]
    if not told or who.dep != "appos" or who.pos not in _NOUNS or who.i < root.i:
        return
    if any(t.dep in ("nsubj", "nsubjpass", "agent", "mark", "dobj") for t in below):
        return
    tokens[verb.i] = verb._replace(tag="VBD", dep="ROOT", head=verb.i)
    tokens[root.i] = root._replace(dep="ccomp", head=verb.i)
    tokens[who.i] = who._replace(dep="nsubj", head=verb.i)


def _is_below(tokens: list[Token], word: Token, above: Token) -> bool:
    steps = 0
    while word.head != word.i and steps < len(tokens):
        if word.i == above.i:
            return True
        word, steps = tokens[word.head], steps + 1
    return word.i == above.i
