"""Names of small words, as what stands behind them says: "Human Rights in Chad, a group"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.annotate.mentions.draft import Chain
from sayso.annotate.mentions.lookup import Lookup
from sayso.records.parse import Sentence

LINKS = frozenset({"of", "for", "the", "in", "to", "against", "without", "with", "and", "from"})
ARTICLES = frozenset({"a", "an"})
# Words that open a sentence and no name.
CLOSED = frozenset({"ADP", "DET", "PRON", "SCONJ", "CCONJ", "ADV", "AUX", "PART"})
# How many small words may stand between two parts of a name, and words before the noun that tells.
GAP, SHORT = 2, 4
# "the quarterly Harbour and Field": from the second word to what it is called.
TWO_BEFORE = 3


def join_described(chains: Iterable[Chain], look: Lookup) -> Iterator[Chain]:
    """The same runs, those that a body's noun describes joined with what "of", "in" or "the" ties
    to them: "Save the Forests, a group from Velm"."""
    waiting: Chain | None = None
    for chain in chains:
        first = _opening(chain, look)
        if waiting is not None and waiting.last < first:
            yield waiting
        waiting = Chain(chain.sentence, first, chain.last)
    if waiting is not None:
        yield waiting


def _opening(chain: Chain, look: Lookup) -> int:
    """Where the name of a run begins: further to the left where small words lead to its head."""
    sentence, first = chain.sentence, chain.first
    if first < 2 or sentence[first - 1].text not in LINKS:
        return first
    if not (_is_told(chain, look) or _two_of_a_paper(chain, look)):
        return first
    place = first - 1
    while place > 0 and sentence[place].text in LINKS and first - place <= GAP:
        place -= 1
    if not _heads(sentence, place):
        return first
    while place > 0 and _heads(sentence, place - 1):
        place -= 1
    return place


def _two_of_a_paper(chain: Chain, look: Lookup) -> bool:
    """ "The quarterly Harbour and Field": one paper told of, and two words that are its name."""
    sentence, first = chain.sentence, chain.first
    if first < TWO_BEFORE or sentence[first - 1].text != "and" or not _alone(chain, look):
        return False
    noun = sentence[first - TWO_BEFORE]
    return noun.tag in ("NN", "JJ") and noun.text in look.nouns["outlet_descriptions"]


def _alone(chain: Chain, look: Lookup) -> bool:
    """Whether what stands before "and" is one word that no pack knows."""
    sentence, place = chain.sentence, chain.first - 2
    known = (sentence[place].text,) in look.phrases or sentence[place].text in look.towns
    return not known and not sentence[place - 1].text[:1].isupper()


def _heads(sentence: Sentence, place: int) -> bool:
    token = sentence[place]
    named = token.entity in ("PERSON", "GPE", "NORP", "DATE")
    return token.text.istitle() and token.text.isalpha() and token.pos not in CLOSED and not named


def _is_told(chain: Chain, look: Lookup) -> bool:
    """Whether ", a group" or the like stands behind a run."""
    behind = chain.sentence.tokens[chain.last + 1 : chain.last + 3 + SHORT]
    if len(behind) < 3 or behind[0].text != "," or behind[1].text not in ARTICLES:
        return False
    for token in behind[2:]:
        bodies = look.nouns["organization_nouns"] | look.nouns["general_bodies"]
        if chain.sentence[chain.first - 1].text == "and" and _alone(chain, look):
            bodies |= look.nouns["outlet_descriptions"]
        if token.pos == "NOUN" and token.text in bodies:
            return True
        if token.pos not in ("ADJ", "NOUN", "PROPN"):
            return False
    return False
