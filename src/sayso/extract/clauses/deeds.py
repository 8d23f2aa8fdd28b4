"""The deeds that a clause tells: its verbs, each with who does it, to what, where and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.extract.claims.units import Unit
from sayso.extract.grammar import VERBAL, verb_slots
from sayso.extract.phrases import loses_life
from sayso.records.parse import Sentence, Token
from sayso.records.statements import Deed, Part

# They carry a tense or a mood of the verb they hang on.
_CARRIED = frozenset({"aux", "auxpass", "amod", "compound"})
_OPEN = frozenset({"may", "might", "could", "if", "unless", "whether", "perhaps", "possibly"})
_NOT = frozenset({"not", "n't", "n’t", "never", "neither"})
_HARDLY = frozenset({"hardly", "scarcely", "barely"})
_NONE = frozenset({"no", "none", "nobody", "nothing", "neither", "nowhere"})
# "No longer" and "not only" deny nothing of the past, or nothing at all.
_BUT = frozenset({"only", "just", "doubt", "longer", "later", "matter"})
# What says something of its own beside the word it hangs on.
_OWN = frozenset({"relcl", "acl", "appos", "advcl", "conj", "cc", "punct", "parataxis"})
_WITHOUT = "without"
_DATING = frozenset({"in", "on", "during"})


def deeds(unit: Unit, refusals: frozenset[str]) -> Iterator[Deed]:
    """The verbs of a clause in text order; ``refusals`` are those by which what follows is not
    done ("refuse to resign")."""
    sentence = unit.sentence
    inside = {t.i for t in unit.words}
    for token in unit.words:
        if token.pos in VERBAL and token.dep not in _CARRIED:
            parts = list(_parts(sentence, token, inside))
            if parts:
                yield Deed(
                    token.start, _verb(sentence, token), tuple(parts),
                    denied=is_denied(sentence, token, refusals), open=_is_open(sentence, token),
                )  # fmt: skip


def _verb(sentence: Sentence, token: Token) -> str:
    """A verb with what belongs to it; "eleven guards lost their lives" tells that they died."""
    if loses_life(sentence, token):
        return "die"
    return "-".join(t.lemma.lower() for t in (token, *sentence.children(token, "prt")))


def _parts(sentence: Sentence, verb: Token, inside: set[int]) -> Iterator[Part]:
    """What has a part in a deed; a subject may stand outside the clause, where verbs share it."""
    for slot, token in verb_slots(sentence, verb):
        if token.i not in inside and slot != "subject" and slot != "object":
            continue
        yield _part(sentence, slot, token, verb)
    above = sentence.head(verb)
    if _shares_help(sentence, verb, above):
        for slot, token in verb_slots(sentence, above):
            if slot in _DATING and token.entity == "DATE" and above.i < token.i < verb.i:
                yield _part(sentence, slot, token, above)


def _part(sentence: Sentence, slot: str, head: Token, verb: Token) -> Part:
    words = _phrase(sentence, head, verb)
    return Part(slot, words[0].start, words[-1].end, head.start)


def _shares_help(sentence: Sentence, verb: Token, above: Token) -> bool:
    """ "Had been inspected in October and certified": what two participles have one "been" for was
    done at one time, unless the second has a time of its own."""
    if verb.dep != "conj" or verb.tag != "VBN" or above.tag != "VBN":
        return False
    own = sentence.children(verb, "aux", "auxpass", "nsubj", "nsubjpass", "dobj", "npadvmod")
    dated = any(
        t.entity == "DATE"
        for lead in sentence.children(verb, "prep")
        for t in sentence.children(lead, "pobj")
    )
    return not own and not dated and bool(sentence.children(above, "auxpass"))


def _phrase(sentence: Sentence, head: Token, verb: Token) -> Sequence[Token]:
    """A word with what hangs on it, without what says something of its own."""
    kept, todo = {head.i: head}, [head]
    while todo:
        for token in sentence.children(todo.pop()):
            own = token.dep in _OWN and token.tag != "HYPH" and not _is_name_of(sentence, token)
            if not own and token.i not in kept and token != verb:
                kept[token.i] = token
                todo.append(token)
    first = last = head.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept or (last + 2 in kept and sentence[last + 1].text == ","):
        last += 1
    return sentence.tokens[first : last + 1]


def _is_name_of(sentence: Sentence, token: Token) -> bool:
    """Whether a word is the name behind what somebody is: "the judge Ester Hahn", "its owner, the
    Kell Group"."""
    return token.dep == "appos" and token.pos == "PROPN" and sentence.head(token).pos == "NOUN"


def is_denied(sentence: Sentence, verb: Token, refusals: frozenset[str]) -> bool:
    """Whether a verb is said not to be done: "did not", "no one did", "refused to", "without"."""
    if any(_denies(sentence, t) for t in sentence.children(verb, "neg", "preconj", "advmod")):
        return True
    below = sentence.children(verb, "nsubj", "nsubjpass", "dobj", "attr", "expl")
    if any(_is_none(sentence, t) for t in below):
        return True
    above = sentence.head(verb)
    if verb.dep == "xcomp":
        return above.lemma.lower() in refusals or is_denied(sentence, above, refusals)
    return verb.dep == "pcomp" and above.text.lower() == _WITHOUT


def _denies(sentence: Sentence, token: Token) -> bool:
    after = sentence[token.i + 1].text.lower() if token.i + 1 < len(sentence) else ""
    return token.text.lower() in _NOT and after not in _BUT


def _is_none(sentence: Sentence, noun: Token) -> bool:
    words = (noun, *sentence.children(noun, "det", "neg"))
    found = next((t for t in words if t.text.lower() in _NONE), None)
    if found is None:
        # "Hardly any customer".
        below = (t for t in sentence.subtree(noun) if t.i <= noun.i)
        return any(t.text.lower() in _HARDLY for t in below)
    after = sentence[found.i + 1].text.lower() if found.i + 1 < len(sentence) else ""
    return after not in _BUT


def _is_open(sentence: Sentence, verb: Token) -> bool:
    below = sentence.children(verb, "aux", "mark", "advmod")
    return any(t.text.lower() in _OPEN and t.pos != "PROPN" for t in below)
