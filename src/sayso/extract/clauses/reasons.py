"""Why something is so, as a clause tells it: because, due to, in order to, so that."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extract.claims.units import Unit, is_added, is_below
from sayso.extract.grammar import VERBAL, is_passive
from sayso.records.parse import Sentence, Token
from sayso.records.statements import Place

WHY = frozenset({"because", "due", "owing", "thanks"})
_LEADS = frozenset({"prep", "amod", "acomp", "advmod", "mark", "pcomp"})
_MEANT = frozenset({"mean", "intend", "design"})
# "Reductions, stemming from changes": what stands behind is the reason.
_FROM = frozenset({"stem", "result"})
_HUNG = frozenset({"advcl", "acl", "ROOT", "conj", "relcl"})
# "No more than to settle them": an infinitive behind these is compared.
_MEASURED = frozenset({"than", "as"})
# Nouns of what was done, as far as their ending shows it: "his nomination to block the other".
_DEEDS = ("tion", "sion", "ment", "wal", "ance")


def reason(unit: Unit) -> Place | None:
    """Where a clause, or what hangs on it, gives its reason or aim; null where it gives none."""
    sentence = unit.sentence
    inside = sentence.subtree(unit.head)
    for token in inside:
        if token == unit.head:
            tree = _meant(sentence, token)
        else:
            tree = _introduced(sentence, token, inside)
        while tree and tree[-1].pos == "PUNCT":
            tree = tree[:-1]
        # Behind a clause that is but named here it tells why something else is so.
        if tree and tree[0].i > inside[0].i and not _is_aside(sentence, unit.head, token):
            return tree[0].start, tree[-1].end
    return None


def _is_aside(sentence: Sentence, head: Token, token: Token) -> bool:
    """Whether a word that leads to a reason stands in a clause that only qualifies another."""
    if token == head:
        return False
    above = sentence.head(token)
    told = sentence.head(above) if token.dep == "mark" else above
    for one in (told, *sentence.ancestors(told)):
        if one == head or (one.dep == "relcl" and is_added(sentence, one)):
            return False
        if is_below(sentence, sentence.head(one), one):
            return True
    return False


def _meant(sentence: Sentence, verb: Token) -> Sequence[Token]:
    """ "Was meant to win them": the infinitive."""
    if verb.lemma.lower() in _MEANT and is_passive(sentence, verb):
        for below in sentence.children(verb, "xcomp", "prep"):
            return sentence.subtree(below)
    return ()


def _introduced(sentence: Sentence, token: Token, inside: Sequence[Token]) -> Sequence[Token]:
    """The words that a word leads to if it leads to a reason."""
    word = token.text.lower()
    if word in WHY and token.dep in _LEADS:
        return sentence.subtree(sentence.head(token) if token.dep == "mark" else token)
    if _is_pair(sentence, token, word):
        return inside[max(0, inside.index(token) - (word == "order")) :]
    if token.pos in VERBAL and _aims(sentence, token):
        return sentence.subtree(token)
    if token.lemma.lower() in _FROM and token.dep in _HUNG:
        return [t for t in sentence.subtree(token) if t.i >= token.i]
    return ()


def _is_pair(sentence: Sentence, token: Token, word: str) -> bool:
    """Whether "so that", "so as" or "in order" stands here."""
    if word == "so":
        after = sentence[token.i + 1].text.lower() if token.i + 1 < len(sentence) else ""
        return after in ("that", "as")
    return word == "order" and token.i > 0 and sentence[token.i - 1].text.lower() == "in"


def _is_of_an_adjective(sentence: Sentence, verb: Token) -> bool:
    """Whether an infinitive only fills what something is said to be: "it is wrong for a bank to
    refuse", "it is disqualifying for him to refuse", "she was quick to deny it"."""
    if verb.lemma.lower() == "be":
        return bool(sentence.children(verb, "acomp"))
    it = any(t.text.lower() == "it" for t in sentence.children(verb, "nsubj", "expl"))
    return it and any(t.text.lower() == "for" for t in sentence.children(verb, "prep"))


def _aims(sentence: Sentence, token: Token) -> bool:
    """Whether an infinitive tells what for: it hangs on a whole clause, or on what was done."""
    if not any(t.tag == "TO" for t in sentence.children(token, "aux")):
        return False
    above = sentence.head(token)
    before = sentence[token.i - 2].text.lower() if token.i > 1 else ""
    if before in _MEASURED or _is_of_an_adjective(sentence, above):
        return False
    done = token.dep == "acl" and above.dep in ("dobj", "pobj", "nsubjpass")
    return token.dep == "advcl" or (done and above.lemma.lower().endswith(_DEEDS))
