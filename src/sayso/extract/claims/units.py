"""A sentence in units that can each be a judgement: its clauses, without what leads them in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.extract.grammar import SUBJECTS, VERBAL, is_infinitive
from sayso.records.parse import Sentence, Token

# Clauses that set one thing against another; "if" and "because" belong to what they qualify.
_CONTRASTS = frozenset({"although", "though", "while", "whereas", "but"})
_RELATIVES = frozenset({"which", "who", "whose", "whom"})
_LEADS = frozenset({"ADV", "CCONJ", "SCONJ", "PUNCT", "PART", "INTJ"})
_SETTING = ("prep", "npadvmod", "advmod", "advcl")
# A condition is part of what is said under it.
_KEPT = frozenset({"if", "unless"})
_BREAKS = frozenset({";", ":"})
_SO = frozenset({"so", "such"})
# In words: shorter clauses say little of their own.
_SHORTEST = 4
# "It is not possible to rule out that it seems that ...": deeper than this nobody writes.
_NESTED = 3
# Clauses that tell which one is meant, or when, how and to what end something is so.
_QUALIFYING = frozenset({"relcl", "advcl", "acl"})
_CARRIERS = ("xcomp", "attr", "acomp", "nsubj", "dobj")


@dataclass(frozen=True)
class Unit:
    """A clause: its main word and its words in text order, introducing words left out."""

    sentence: Sentence
    head: Token
    words: tuple[Token, ...]

    @cached_property
    def core(self) -> Token:
        """The verb of what is judged: in "it shows that trade fell", that of the inner clause."""
        current = self.head
        inside = {t.i for t in self.words}
        for _ in range(_NESTED):
            below = _content(self.sentence, current)
            if below is None or below.i not in inside:
                break
            current = below
        return current

    @property
    def start(self) -> int:
        """Offset of its first character in the document's text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.words[-1].end


def units(sentence: Sentence, cues: frozenset[int]) -> Iterator[Unit]:
    """The clauses of a sentence in text order; ``cues`` are the places of words of saying."""
    heads = {t.i for t in sentence if _opens(sentence, t, cues)}
    parts: dict[int, list[Token]] = {i: [] for i in sorted(heads)}
    for token in sentence:
        owner = next((t.i for t in (token, *sentence.ancestors(token)) if t.i in heads), None)
        if owner is not None:
            parts[owner].append(token)
    for head, tokens in parts.items():
        words = _trimmed(_main_run(sentence, tokens, sentence[head]))
        words = _without_setting(sentence, sentence[head], words)
        if len(words) >= _SHORTEST or (len(heads) == 1 and words):
            yield Unit(sentence, sentence[head], words)


def is_below(sentence: Sentence, core: Token, token: Token) -> bool:
    """Whether a word stands in a clause below ``core`` that only qualifies what is above it."""
    for one in (token, *sentence.ancestors(token)):
        if one == core:
            return False
        if one.pos in VERBAL and one.dep in _QUALIFYING and not _is_what(sentence, one):
            return True
    return False


def is_carrier(sentence: Sentence, token: Token) -> bool:
    """Whether a word only leads to what is done: "unable to unite", "efforts to sell"."""
    return any(
        is_infinitive(sentence, t) for t in sentence.children(token, "acl", "xcomp", "relcl")
    )


def _is_what(sentence: Sentence, verb: Token) -> bool:
    return verb.dep == "acl" and is_infinitive(sentence, verb)


def _opens(sentence: Sentence, token: Token, cues: frozenset[int]) -> bool:
    if token.head == token.i:
        return True
    if token.pos not in VERBAL or len(sentence.subtree(token)) < _SHORTEST:
        return False
    has_subject = bool(sentence.children(token, *SUBJECTS, "expl"))
    above = sentence.head(token)
    if token.dep == "conj":
        return has_subject and above.pos in VERBAL
    if token.dep == "ccomp":
        return has_subject and (above.i in cues or _broken_off(sentence, token))
    if token.dep == "advcl":
        marks = {t.text.lower() for t in sentence.children(token, "mark")}
        return has_subject and bool(marks & _CONTRASTS)
    return token.dep == "relcl" and is_added(sentence, token)


def _broken_off(sentence: Sentence, token: Token) -> bool:
    """Whether a semicolon or a colon stands between a clause and the word it hangs on."""
    low, high = sorted((token.i, token.head))
    return any(sentence[i].text in _BREAKS for i in range(low, high))


def is_added(sentence: Sentence, token: Token) -> bool:
    """Whether a relative clause stands behind a comma: it says something of its own."""
    first = sentence.subtree(token)[0]
    before = sentence[first.i - 1].text if first.i else ""
    opening = {t.text.lower() for t in sentence.subtree(token)[:2]}
    return before == "," and bool(opening & _RELATIVES)


def _main_run(sentence: Sentence, tokens: list[Token], head: Token) -> tuple[Token, ...]:
    """The words from the first to the last of a clause; what stands far behind is left out."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and token.i - runs[-1][-1].i <= 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    long = [run for run in runs if len(run) >= _SHORTEST or head in run]
    kept = [t for run in long for t in run if t.pos != "PUNCT"] or tokens
    return tuple(sentence.tokens[kept[0].i : kept[-1].i + 1])


def _trimmed(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without connecting words in front and marks at the end."""
    first, last = 0, len(words)
    while last > first and words[last - 1].pos in ("PUNCT", "SPACE", "CCONJ"):
        last -= 1
    comma = next((n for n, t in enumerate(words[:4]) if t.text == ","), None)
    if comma is not None and all(t.pos in (*_LEADS, "ADP", "NOUN") for t in words[:comma]):
        first = comma + 1
    while first < last and words[first].pos in ("CCONJ", "PUNCT", "SPACE"):
        first += 1
    if first < last and words[first].dep == "mark" and words[first].text.lower() != "if":
        first += 1
    return words[first:last]


def _content(sentence: Sentence, verb: Token) -> Token | None:
    """The verb of a clause that another carries: "means that", "no doubt that", "rule out that"."""
    near = [verb, *sentence.children(verb, *_CARRIERS)]
    near += [below for one in near[1:] for below in sentence.children(one, "xcomp", "acl")]
    for word in near:
        for child in sentence.children(word, "ccomp", "acl"):
            if (
                (child.pos in VERBAL or sentence.children(child, "auxpass", "aux"))
                and sentence.children(child, *SUBJECTS)
                and (child.dep == "ccomp" or sentence.children(child, "mark"))
            ):
                return child
    return _announced(sentence, verb)


def _announced(sentence: Sentence, verb: Token) -> Token | None:
    """What an empty "it" stands for where a comma keeps the grammar from seeing it: "it should be
    kept in mind, that, unlike him, she is not asked"; no consequence ("it was so dry that")."""
    if not any(t.text.lower() == "it" for t in sentence.children(verb, *SUBJECTS)):
        return None
    for child in sentence.children(verb, "advcl"):
        marks = {t.text.lower() for t in sentence.children(child, "mark")}
        before = {t.text.lower() for t in sentence.tokens[verb.i : sentence.subtree(child)[0].i]}
        if "that" in marks and not before & _SO and sentence.children(child, *SUBJECTS):
            return child
    return None


def _without_setting(
    sentence: Sentence, head: Token, words: tuple[Token, ...]
) -> tuple[Token, ...]:
    """Without what only sets the scene before the subject or trails behind a last comma."""
    inside = {t.i for t in words}
    for child in sentence.children(head, *_SETTING):
        below = [t for t in sentence.subtree(child) if t.i in inside]
        if not below or child.lemma.lower() in _KEPT:
            continue
        first, last = below[0].i, below[-1].i
        if words[0].i == first and last < head.i and _text(sentence, last + 1) == ",":
            words = tuple(t for t in words if t.i > last + 1)
        elif child.dep == "prep" and last == words[-1].i and _text(sentence, first - 1) == ",":
            kept = tuple(t for t in words if t.i < first - 1)
            words = kept if len(kept) > _SHORTEST else words
    return words


def _text(sentence: Sentence, place: int) -> str:
    return sentence[place].text if 0 <= place < len(sentence) else ""
