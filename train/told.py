"""Names of which a text or a pack tells what they are of: to learn what stands around them.

Such a name teaches by every sentence that it stands in, most of which tell nothing (distant
supervision, Mintz et al., 2009); it is exchanged for another in training, so that the sentence has
to tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache

from sayso.annotate.mentions.draft import STRONG, Draft
from sayso.annotate.mentions.kinds import Sums, fold, weigh
from sayso.annotate.mentions.lookup import lookup
from sayso.annotate.mentions.step import names_of
from sayso.engines.protocols import TYPES
from sayso.engines.spacy import SpacyEngine
from sayso.packs.load import load
from sayso.packs.pack import Pack
from sayso.packs.shelf import builtin_packs
from sayso.read.choose import read_document

# How much of what speaks for a name may speak for another type.
AGAINST = 0.5
Told = tuple[list[str], list[tuple[int, int, int]]]


def told(texts: Iterable[str], workers: int = 2) -> list[Told]:
    """The words of each sentence with such names, and of each name from, to, type; in order."""
    with ProcessPoolExecutor(workers) as pool:
        return [one for found in pool.map(_told, texts, chunksize=4) for one in found]


def _told(text: str) -> list[Told]:
    look = lookup(_pack())
    parse = _engine().parse(read_document("text.txt", text.encode()))
    per_sentence = names_of(parse.sentences, look)
    drafts = [draft for _, some in per_sentence for draft in some if draft.type is None]
    sums = weigh(drafts, look)
    found = []
    for sentence, some in per_sentence:
        names = list(_apart((d.first, d.last + 1, _type(d, sums)) for d in some))
        if names:
            found.append(([token.text for token in sentence], names))
    return found


def _type(draft: Draft, sums: Sums) -> str | None:
    """What is surely told of a name; null where nothing is, or two things are."""
    if draft.type is not None:
        return draft.type
    best, *others = sorted(sums[fold(draft.name)].items(), key=lambda one: -one[1]) or [("", 0.0)]
    second = others[0][1] if others else 0.0
    return best[0] if best[1] >= STRONG > second / AGAINST else None


def _apart(
    names: Iterable[tuple[int, int, str | None]],
) -> Iterator[tuple[int, int, int]]:
    """Names of the types that are learned, the first of those that lie over each other."""
    end = 0
    for first, last, kind in sorted(names, key=lambda one: one[:2]):
        if kind in TYPES and first >= end:
            end = last
            yield first, last, TYPES.index(kind)


@cache
def _pack() -> Pack:
    return load(pack.folder for pack in builtin_packs())


@cache
def _engine() -> SpacyEngine:
    return SpacyEngine()
