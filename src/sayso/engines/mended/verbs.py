"""Main verbs that a parser takes for participles, put back in their place."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.records.parse import FINITE, Token

_NOUNS = ("NOUN", "PROPN")
# Verbs whose past and participle are one word, besides all in "-ed".
_ALIKE = frozenset(
    (
        "bought", "brought", "built", "caught", "cut", "dealt", "felt", "fought", "found", "heard",
        "held", "hit", "kept", "laid", "led", "left", "lost", "made", "met", "paid", "put", "sent",
        "set", "shot", "shut", "sold", "sought", "spent", "stood", "struck", "told", "won",
    )
)  # fmt: skip
# Of shorter ones no more is there than a title or a caption.
_LEAST = 8


def with_verbs(tokens: list[Token]) -> None:
    """Give the sentence, in ``tokens``, the main verb that it must have.

    "Northgate, which holds a tenth of the shares, called on him to resign" and "a ferry carrying
    120 people capsized" have one, though parsers read "called" and "capsized" as if somebody had
    called Northgate and capsized the people.
    """
    _back_to_past(tokens)
    _with_subjects(tokens)
    root = next(t for t in tokens if t.head == t.i)
    _with_speakers(tokens, root)
    if len(tokens) < _LEAST or tokens[-1].text not in (".", "”", '"'):
        return
    if root.pos in _NOUNS:
        _found(tokens, root, "ROOT", root.i)
        return
    for noun in tokens:
        # "A ferry ... capsized, the coast guard said".
        apart = noun.dep == "dep" and noun.head == root.i and noun.i < root.i
        if apart and noun.pos in _NOUNS:
            _found(tokens, noun, "ccomp", root.i)


def _found(tokens: list[Token], noun: Token, dep: str, above: int) -> None:
    """Make the subject of a noun that has no verb, and the verb what it was."""
    inside = [*_below(tokens, noun.i)]
    if any(t.tag in FINITE and t.dep in ("conj", "ccomp", "parataxis") for t in inside):
        return
    verb = next((t for t in inside if _may_be_main(tokens, noun, t)), None)
    if verb is None:
        return
    tokens[verb.i] = verb._replace(tag="VBD", dep=dep, head=verb.i if dep == "ROOT" else above)
    tokens[noun.i] = noun._replace(dep="nsubj", head=verb.i)
    for behind in tokens:
        if behind.head == noun.i and behind.i > verb.i:
            tokens[behind.i] = behind._replace(head=verb.i, dep=_under_verb(behind))


def _under_verb(token: Token) -> str:
    """What a word is to a verb that was taken for a word of a noun."""
    if token.dep not in ("acl", "relcl"):
        return token.dep
    return "xcomp" if token.tag == "VB" else "advcl"


def _may_be_main(tokens: list[Token], noun: Token, verb: Token) -> bool:
    """Whether a participle may be the verb that a noun is the subject of: what is told of the noun
    in passing is closed before it."""
    alike = verb.text.lower().endswith("ed") or verb.text.lower() in _ALIKE
    if verb.tag not in ("VBN", "VBD") or verb.dep != "acl" or verb.pos != "VERB" or not alike:
        return False
    own = [t for t in tokens if t.head == verb.i]
    if any(t.dep in ("agent", "auxpass", "aux", "nsubj") for t in own):
        return False
    between = tokens[noun.i + 1 : verb.i]
    if verb.head == noun.i:
        commas = [t.i for t in between if t.text == ","]
        return len(commas) > 1 and commas[0] == noun.i + 1 and commas[-1] == verb.i - 1
    # "Carrying 120 people capsized": the people are what the clause before it ends with.
    return verb.head == verb.i - 1 and any(
        t.head == noun.i and t.tag == "VBG" and t.dep == "acl" for t in between
    )


def _back_to_past(tokens: list[Token]) -> None:
    """ "Ordered them to be kept in port and suspended the master": what has an object was not to
    be done to somebody, so that it stands beside the first verb."""
    for verb in tokens:
        above = tokens[verb.head]
        if verb.dep != "conj" or verb.tag not in ("VBD", "VBN") or above.tag != "VBN":
            continue
        object_ = any(t.head == verb.i and t.dep == "dobj" and t.i > verb.i for t in tokens)
        helps = {t.dep for t in tokens if t.head == above.i}
        to = any(t.head == above.i and t.tag == "TO" for t in tokens)
        first = tokens[above.head]
        if object_ and to and "auxpass" in helps and first.tag == "VBD":
            tokens[verb.i] = verb._replace(tag="VBD", head=first.i)


def _with_subjects(tokens: list[Token]) -> None:
    """ "Condemned the coup and the States suspended aid": who stands right before a second verb
    does what it tells, and is no second thing that was condemned."""
    for verb in tokens:
        first = tokens[verb.head]
        if verb.dep != "conj" or verb.tag not in FINITE or first.pos != "VERB" or verb.i < 2:
            continue
        own = [t for t in tokens if t.head == verb.i]
        noun = tokens[verb.i - 1]
        second = noun.dep == "conj" and noun.pos in _NOUNS and first.i < tokens[noun.head].i
        thing = tokens[noun.head]
        joint = next((t for t in tokens if t.dep == "cc" and t.head == thing.i), None)
        listed = any(t.dep == "conj" and t.head == noun.i for t in tokens)
        if (
            second
            and joint is not None
            and thing.head == first.i
            and not listed
            and not any(t.dep in ("nsubj", "nsubjpass", "cc", "aux", "auxpass") for t in own)
        ):
            tokens[noun.i] = noun._replace(dep="nsubj", head=verb.i)
            tokens[joint.i] = joint._replace(head=first.i)


def _with_speakers(tokens: list[Token], root: Token) -> None:
    """ "And detained the president, witnesses and diplomats said": the witnesses are free."""
    own = [t for t in tokens if t.head == root.i and t.i != root.i]
    told = any(t.dep == "ccomp" and t.i < root.i for t in own)
    if not told or root.i < 2 or any(t.dep in ("nsubj", "nsubjpass", "expl") for t in own):
        return
    first = tokens[root.i - 1]
    if first.pos not in _NOUNS:
        return
    while (
        first.dep == "conj" and tokens[first.i - 1].text != "," and tokens[first.head].dep == "conj"
    ):
        first = tokens[first.head]
    if first.dep == "conj" and tokens[first.i - 1].text == ",":
        tokens[first.i] = first._replace(dep="nsubj", head=root.i)


def _below(tokens: list[Token], place: int) -> Iterator[Token]:
    """The words below one, in text order, without itself."""
    for token in tokens:
        above = token
        while above.head not in (above.i, place):
            above = tokens[above.head]
        if above.head == place and token.i != place:
            yield token
