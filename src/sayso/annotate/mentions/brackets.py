"""Names whose parts hang together by small words, as the acronym behind them shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from sayso.annotate.mentions.draft import Chain
from sayso.annotate.mentions.lookup import Lookup
from sayso.records.parse import Sentence

LINKS = frozenset({"of", "for", "the", "and", "in", "on", "to", "against", "&"})
# Words between two parts of one name: "of", "for the", "and the".
GAP = 2
# How many small words may end a name of another language, and how long its links are.
LONGEST_TAIL, LONGEST_LINK = 8, 3


def join_linked(chains: Iterable[Chain], look: Lookup) -> Iterator[Chain]:
    """The same runs, those before an acronym in brackets joined to the name it shortens.

    "Mission of Support in Ardania (MSA)" comes as three runs and goes as one.
    """
    waiting: list[Chain] = []
    for chain in map(_through_small, chains):
        if waiting and not _linked(waiting[-1], chain):
            yield from waiting
            waiting = []
        waiting.append(chain)
        acronym = acronym_behind(chain)
        if acronym is not None:
            yield from _joined(waiting, acronym, look)
            waiting = []
    yield from waiting


def _through_small(chain: Chain) -> Chain:
    """ "Agence nationale du riz (ANR)": small words of another language, as the letters show."""
    tokens = chain.sentence.tokens
    for end in range(chain.last + 2, min(chain.last + 2 + LONGEST_TAIL, len(tokens) - 2)):
        if tokens[end].text == "(":
            run = Chain(chain.sentence, chain.first, end - 1)
            letters = "".join(w[0] for w in run.words if len(w) > LONGEST_LINK).upper()
            small = all(t.text.isalpha() and t.text.islower() for t in tokens[chain.last + 1 : end])
            fits = small and len(letters) > 2 and acronym_behind(run) == letters
            return run if fits else chain
    return chain


def _linked(one: Chain, other: Chain) -> bool:
    between = one.sentence.tokens[one.last + 1 : other.first]
    return 0 < len(between) <= GAP and all(token.text in LINKS for token in between)


def acronym_behind(chain: Chain) -> str | None:
    """The acronym that stands in brackets right behind a run; null where none does."""
    behind = chain.sentence.tokens[chain.last + 1 : chain.last + 4]
    if len(behind) < 3 or behind[0].text != "(" or behind[2].text != ")":
        return None
    word = behind[1].text
    return word if word.isupper() and word.isalpha() and len(word) > 1 else None


def spelt_out(chain: Chain) -> bool:
    """Whether the letters of the acronym behind a run are the initials of its words."""
    return acronym_behind(chain) == _initials(chain.sentence, chain.first, chain.last)


def _joined(chains: list[Chain], acronym: str, look: Lookup) -> Iterator[Chain]:
    last = chains[-1]
    start = len(chains) - 1
    if _initials(last.sentence, last.first, last.last) != acronym:
        for place in range(len(chains) - 2, -1, -1):
            if _shortens(acronym, chains[place], last) or _founded_for(chains[place], look):
                start = place
                break
    yield from chains[:start]
    yield Chain(last.sentence, chains[start].first, last.last)


def _shortens(acronym: str, first: Chain, last: Chain) -> bool:
    """Whether the starts of all the capitalised words stand in the acronym, in order."""
    starts = _initials(first.sentence, first.first, last.last)
    letters = iter(acronym)
    return starts[0] == acronym[0] and all(start in letters for start in starts)


def _founded_for(chain: Chain, look: Lookup) -> bool:
    # An acronym of another language fits no initials; "Movement for the ..." goes on all the same.
    words = [word.lower() for word in chain.words]
    bodies = look.nouns["organization_nouns"]
    people = look.nouns["group_nouns"] | look.nouns["person_nouns"]
    return any(
        behind == "for" and (word in bodies or (word.endswith("s") and word[:-1] in people))
        for word, behind in pairwise(words)
    )


def _initials(sentence: Sentence, first: int, last: int) -> str:
    words = (token.text for token in sentence.tokens[first : last + 1])
    return "".join(word[0] for word in words if word[:1].isupper())
