"""Clauses that a parser hangs on a word too far off, or takes for something told by the way."""

from __future__ import annotations

from sayso.records.parse import Token

_NOUNS = ("NOUN", "PROPN")
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
    _with_closing(tokens, root)


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
