"""Phrases of several words in the grammar: further words of a verb, earlier ones of a noun."""

from __future__ import annotations

from itertools import takewhile

from sayso.records.parse import Sentence, Token

_NEGATING = frozenset({"pro", "anti", "non", "ex"})
_BEFORE_NOUN = ("compound", "amod", "nmod", "npadvmod", "dep")
_BEGINNING = frozenset({"begin", "continue", "start"})
_BELOW_VERB = ("prt", "prep", "npadvmod", "dobj", "acomp", "advmod", "oprd", "attr", "agent",
               "dative", "pobj", "nsubjpass", "xcomp")  # fmt: skip


def words_below(
    sentence: Sentence, verb: Token, others: tuple[str, ...]
) -> tuple[Token, ...] | None:
    """Further words of a verb: each hangs on the verb or on the word found before it."""
    found: tuple[Token, ...] = ()
    for word in others:
        above = (verb, *found[-1:])
        hit = next(
            (
                child
                for one in above
                for child in sentence.children(one, *_BELOW_VERB)
                if word in _forms(child) and not _dates(sentence, child)
                if not _is_begun(sentence, verb, child)
            ),
            None,
        )
        hit = hit or (_counted_over(sentence, verb) if word == "over" else None)
        if hit is None:
            return None
        found = (*found, hit)
    # "Went down off the coast" is no "went off".
    other = [t for t in sentence.children(verb, "prt") if t not in found]
    return None if others and other else found


def _is_begun(sentence: Sentence, verb: Token, word: Token) -> bool:
    """Whether a word is a deed and no thing: "began to talk" is not "began talks"."""
    deed = word.dep == "xcomp" and verb.lemma in _BEGINNING and word.tag == "VB"
    return deed and any(t.tag == "TO" for t in sentence.children(word, "aux"))


def _forms(token: Token) -> tuple[str, ...]:
    """How a word may stand in a frame; of one in capitals the plural may have kept its ending."""
    text = token.text.lower()
    return token.lemma.lower(), text, text.removesuffix("s")


def _dates(sentence: Sentence, word: Token) -> bool:
    """Whether a preposition leads to a day: "marched on Friday" is no march on anything."""
    return any(t.entity in ("DATE", "TIME") for t in sentence.children(word, "pobj"))


def _counted_over(sentence: Sentence, verb: Token) -> Token | None:
    """The "over" of "took over 20 houses", which parsers take for part of the number."""
    behind = sentence[verb.i + 1] if verb.i + 1 < len(sentence) else None
    counts = behind is not None and behind.text.lower() == "over" and behind.head != verb.i
    return behind if counts else None


def words_before(
    sentence: Sentence, noun: Token, others: tuple[str, ...]
) -> tuple[Token, ...] | None:
    """Earlier words of a noun: each hangs on it and stands before it."""
    before = [t for t in sentence.children(noun, *_BEFORE_NOUN) if t.i < noun.i]
    found = []
    for word in others:
        hit = next((t for t in before if word in (t.lemma.lower(), t.text.lower())), None)
        if hit is None:
            return None
        found.append(hit)
    return tuple(found)


def qualified(sentence: Sentence, token: Token) -> bool:
    """Whether "pro-", "anti-" or the like turns the meaning of a word round."""
    before = [sentence[i].text.lower() for i in range(max(0, token.i - 2), token.i)]
    return before[-1:] == ["-"] or bool(set(before) & _NEGATING)


def is_cited(sentence: Sentence, token: Token) -> bool:
    """Whether a word stands in brackets with a number: "the new force (Daily Lantern, 12 May)"."""
    opened = [t.i for t in sentence.tokens[: token.i] if t.text == "("]
    if not opened or any(t.text == ")" for t in sentence.tokens[opened[-1] : token.i]):
        return False
    rest = (t.text for t in sentence.tokens[opened[-1] :])
    inside = takewhile(lambda text: text != ")", rest)
    return any(text.isdigit() for text in inside)


def head_word(sentence: Sentence, start: int, end: int) -> Token | None:
    """The word of a stretch on which the others of it hang."""
    inside = sentence.within(start, end)
    places = {token.i for token in inside}
    for token in inside:
        if (token.head not in places or token.head == token.i) and token.pos not in (
            "PUNCT",
            "DET",
        ):
            return token
    return inside[-1] if inside else None


def strayed_of(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """The "of" right behind a noun that a parser hangs on one before: "police and guards of"."""
    behind = sentence[head.i + 1] if head.i + 1 < len(sentence) else None
    strays = behind is not None and behind.text == "of" and behind.dep == "prep"
    return (behind,) if behind is not None and strays and behind.head < head.i else ()


def loses_life(sentence: Sentence, verb: Token) -> bool:
    """ "Eleven guards lost their lives": told as dying."""
    lost = verb.lemma.lower() == "lose"
    return lost and any(t.lemma.lower() == "life" for t in sentence.children(verb, "dobj"))


def with_particle(sentence: Sentence, verb: Token) -> str:
    """A verb with its particle, as word lists have it: "call off"."""
    after = sentence.children(verb, "prt")
    return " ".join(t.lemma.lower() for t in (verb, *after[:1]))


def only_calls(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb tells what somebody is called: "a dealer named Milan Petric", also where
    parsers see a dealer who names him; "a court named Lee as guardian" gives an office."""
    if verb.lemma not in ("name", "call") or verb.tag not in ("VBN", "VBD"):
        return False
    before = sentence[verb.i - 1] if verb.i else verb
    new = any(t.text.lower() in ("a", "an") for t in sentence.children(before, "det"))
    given = sentence.children(verb, "oprd", "prep", "aux", "auxpass")
    behind = sentence.children(verb, "oprd", "dobj", "attr")
    if verb.dep == "acl" and verb.tag == "VBN":
        return any(t.pos == "PROPN" for t in behind)
    return new and before.dep == "nsubj" and not given and any(t.pos == "PROPN" for t in behind)


def raised_to(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """A verb, and the one that "are due to resume", "are expected to resume" leads to."""
    leads = (verb, *sentence.children(verb, "acomp"))
    return verb, *(t for lead in leads for t in sentence.children(lead, "xcomp"))
