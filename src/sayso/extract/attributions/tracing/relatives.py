"""What "who", "which" and "according to whom" go back to, and who relies on it."""

from __future__ import annotations

from sayso.extract.attributions.finders import grammar, voices
from sayso.extract.attributions.finders.scene import before_date
from sayso.extract.attributions.names import Names
from sayso.extract.attributions.tracing.nodes import Node
from sayso.extract.attributions.tracing.nouns import Nouns
from sayso.records.parse import FINITE, Sentence, Token

_NOUNS = frozenset({"NOUN", "PROPN"})
# How many words may lead to the pronoun: "according to whom", "on the word of whom".
_LEADING = 4


def antecedent(names: Names, sentence: Sentence, pronoun: Token) -> Token | None:
    """The noun that a relative clause is about."""
    clause = next((t for t in sentence.ancestors(pronoun) if t.dep == "relcl"), None)
    found = before_date(sentence, sentence.head(clause)) if clause else _before(sentence, pronoun)
    if found is not None and pronoun.tag == "WP" and _is_some_of(sentence, found):
        return found
    if found is None or found.pos not in _NOUNS:
        return None
    whole = _whole(sentence, found)
    # "A letter from the governor, according to whom": whom is a person, which may be the letter.
    text = next((noun for noun in whole if names.is_text_noun(noun)), None)
    word = pronoun.text.lower()
    if word == "which" or (word == "whose" and not _could_be_people(names, whole[0])):
        return text if text is not None else whole[0]
    return _people(names, sentence, whole) if pronoun.tag == "WP" else whole[0]


def _is_some_of(sentence: Sentence, word: Token) -> bool:
    """ "One of the divers, who asked": some of them, told by a number or a pronoun."""
    of = any(t.text.lower() == "of" for t in sentence.children(word, "prep"))
    return of and word.pos in ("NUM", "PRON", "DET")


def _people(names: Names, sentence: Sentence, whole: list[Token]) -> Token:
    """ "Doctors at the Leiden clinic, who say": no place is a who, and no room or clinic.

    The parse gives such a clause to the nearest noun, which may end somebody's description.
    """
    if _could_be_people(names, whole[0]):
        return whole[0]
    before = reversed(sentence.tokens[: whole[0].i])
    near = (noun for noun in (*whole[1:], *before) if noun.pos in _NOUNS)
    return next((noun for noun in near if _is_people(names, noun)), whole[0])


def _is_people(names: Names, noun: Token) -> bool:
    lists = (names.scene.pack.list("person_nouns"), names.scene.pack.list("group_nouns"))
    known = any(noun.lemma.lower() in words for words in lists)
    return known or noun.entity == "PERSON" or noun.lemma.lower() in names.scene.pack.offices


def _could_be_people(names: Names, noun: Token) -> bool:
    """Whether nothing tells that a noun is a place or a thing: names may be anybody's."""
    if noun.pos == "PROPN":
        return noun.entity not in voices.WHERE_AND_WHEN
    return _is_people(names, noun) or noun.tag == "NNS"


def _before(sentence: Sentence, pronoun: Token) -> Token | None:
    """The last word before a comma and the phrase that the pronoun closes."""
    first = max(pronoun.i - _LEADING, 1)
    commas = (t.i for t in sentence.tokens[first : pronoun.i] if t.text == ",")
    comma = next(commas, None)
    return sentence[comma - 1] if comma else None


def _whole(sentence: Sentence, noun: Token) -> list[Token]:
    """A noun and those it belongs to: "Monuments", "the Commission for Monuments", ..."""
    found = [noun]
    for above in sentence.ancestors(noun):
        if above.pos in _NOUNS:
            # In "Commission for Monuments" both are one name.
            one_name = above.pos == found[-1].pos == "PROPN"
            found = [*found[:-1], above] if one_name else [*found, above]
        elif above.pos != "ADP":
            break
    return found


def owned(nouns: Nouns, sentence: Sentence, noun: Token, whose: Token) -> tuple[Node, ...]:
    """Who speaks as "whose author" or "whose report", and behind what text.

    "The letter, whose author complains": the letter, and behind it somebody of its own. "The
    engineers, whose report says": the engineers.
    """
    owner = antecedent(nouns.names, sentence, whose)
    if owner is None:
        return ()
    by, text = nouns.names.is_text_noun(noun), nouns.names.is_text_noun(owner)
    found = (owner, noun) if text and not by else (owner,) if by and not text else ()
    return tuple(node for word in found if (node := nouns.node(sentence, word)))


def relier(names: Names, sentence: Sentence, noun: Token) -> Token | None:
    """Who relies on a text or brings it up: "the Government referred to a letter"."""
    verbs = names.scene.pack.list("relying_verbs")
    for above in sentence.ancestors(noun):
        if above.pos == "VERB":
            return grammar.subject(sentence, above) if above.lemma.lower() in verbs else None
    return None


def quoter(nouns: Nouns, sentence: Sentence, speaker: Token) -> Node | None:
    """Who quotes somebody told by a pronoun: "Delia quotes her as saying" is not of Delia."""
    verb = sentence.head(speaker)
    who = grammar.subject(sentence, verb) if speaker.dep in ("dobj", "dative") else None
    return nouns.node(sentence, who) if who is not None and who.pos in _NOUNS else None


def before_semicolon(nouns: Nouns, sentence: Sentence, place: int) -> Node | None:
    """ "Tradition knows nothing of her; it holds that": what the clause before tells of."""
    if place < 2 or sentence[place - 1].text != ";":
        return None
    clause = next((t for t in sentence.tokens[place - 2 :: -1] if t.tag in FINITE), None)
    noun = grammar.subject(sentence, clause) if clause else None
    node = nouns.node(sentence, noun) if noun and noun.pos == "NOUN" else None
    alone = node is not None and not node.many and node.kind != "person"
    return node if alone else None


def before_colon(nouns: Nouns, sentence: Sentence, place: int) -> Node | None:
    """ "His orderly remembered it otherwise: in memoirs he insisted", "what the captain told the
    paper was different: he put": who tells what the colon leads to."""
    colon = next((t.i for t in reversed(sentence.tokens[:place]) if t.text == ":"), 0)
    opening = sentence.tokens[colon + 1 : place]
    if not colon or any(t.dep in ("nsubj", "nsubjpass") for t in opening):
        return None
    before = sentence.tokens[:colon]
    # "The judge did not believe him: he had answered it": that is him.
    others = any(t.tag == "PRP" and t.text.lower() != "it" for t in before)
    named = [t for t in before if t.dep in ("nsubj", "nsubjpass")]
    node = nouns.node(sentence, named[0]) if len(named) == 1 and not others else None
    return node


def many_before(nouns: Nouns, sentence: Sentence, part: Token) -> Node | None:
    """ "Reported that envoys had come, and quoted one of them": those told of before."""
    for noun in reversed(sentence.tokens[: part.i]):
        if noun.tag == "NNS" and noun.dep in ("nsubj", "nsubjpass"):
            node = nouns.node(sentence, noun)
            if node is not None and node.many and node.kind == "person":
                return node
    return None
