"""Names that a parser takes for verbs, because they end as verbs do."""

from __future__ import annotations

import re

from sayso.records.parse import FINITE, Token

# Where verbs do not stand.
_NOUN_PLACES = frozenset(("appos", "attr", "compound", "dobj", "nsubj", "nsubjpass", "pobj"))
# Behind these a word has a capital because something begins.
_OPENINGS = frozenset(('"', "“", "‘", "``", "''", "”", ":", "(", "[", "-", "–", "—", "/", "."))
_ISSUE = re.compile(r"(?:no|nr)\.?\d", re.IGNORECASE)
# What is a verb's, and what it is where the verb is a noun.
_OF_NOUNS = {"nsubj": "compound", "dobj": "nummod"}
# In a headline so large a part of the words has one.
_HEADLINE = 0.6


def with_neighbours(tokens: list[Token]) -> None:
    """ "The council, which elected Lee's brother André, reported": without a comma between them a
    name is of the noun that it stands behind."""
    for name in tokens:
        first = min(
            (t.i for t in tokens if t.head == name.i and t.dep == "compound"), default=name.i
        )
        if name.dep != "appos" or name.pos != "PROPN" or not 0 < first <= name.i:
            continue
        noun = tokens[first - 1]
        plain = noun.pos == "NOUN" and noun.dep in ("dobj", "pobj", "nsubj", "nsubjpass")
        if plain and noun.i != name.head and name.head < noun.i:
            tokens[name.i] = name._replace(head=noun.i)


def with_names(tokens: list[Token]) -> None:
    """ "Visited Tansing on 9 March": what has a capital inside a sentence, and stands where a noun
    does, is a name; and what stands before "No. 4" is a noun: "Situation Report No. 4"."""
    for token in tokens:
        behind = "".join(t.text for t in tokens[token.i + 1 : token.i + 4])
        if token.tag.startswith("VB") and _ISSUE.match(behind):
            tokens[token.i] = token._replace(tag="NN", pos="NOUN", lemma=token.text.lower())
            for below in tokens:
                if below.head == token.i and below.dep in _OF_NOUNS:
                    tokens[below.i] = below._replace(dep=_OF_NOUNS[below.dep])
    _first_name(tokens)
    words = [t for t in tokens if t.text.isalpha()]
    if sum(t.text[0].isupper() for t in words) > _HEADLINE * len(words):
        return
    for token, before in zip(tokens[1:], tokens, strict=False):
        capital = token.text[:1].isupper() and token.text[1:].islower()
        if not capital or before.text in _OPENINGS or not token.tag.startswith("VB"):
            continue
        if token.dep in _NOUN_PLACES:
            tokens[token.i] = token._replace(tag="NNP", pos="PROPN", lemma=token.text)


def _first_name(tokens: list[Token]) -> None:
    """ "Tembely was wounded": no word that ends so, and right before a verb without a subject."""
    first, *rest = tokens
    unknown = first.tag == "RB" and not first.common and first.text[:1].isupper()
    verb = tokens[first.head]
    if not unknown or not rest or rest[0].tag not in FINITE or verb.i == first.i:
        return
    below = {t.dep for t in rest if t.head == verb.i}
    if verb.pos in ("VERB", "AUX") and not below & {"nsubj", "nsubjpass", "csubj", "expl"}:
        dep = "nsubjpass" if "auxpass" in below else "nsubj"
        tokens[0] = first._replace(tag="NNP", pos="PROPN", lemma=first.text, dep=dep)
