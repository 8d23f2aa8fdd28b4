"""Bodies that are part of others: "the 5th Fleet of the Navy", "the Navy's 5th Fleet"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.extract.cast import Cast
from sayso.extract.ties.bond import Bond, words_of
from sayso.records.marks import NAME_FORMS
from sayso.records.parse import Sentence

_LINKS = {"of": False, "'s": True, "’s": True}


def parts(sentence: Sentence, cast: Cast) -> Iterator[Bond]:
    """A bond for each body named as belonging to another."""
    bodies = [
        member
        for member in cast.in_sentence(sentence)
        if member.entity.type == "Organization" and member.named
        and member.mention.form in NAME_FORMS
    ]  # fmt: skip
    for first, second in pairwise(bodies):
        between = sentence.within(first.mention.span.end, second.mention.span.start)
        words = [token.text.lower() for token in between if token.text.lower() != "the"]
        if len(words) != 1 or words[0] not in _LINKS or first.entity.id == second.entity.id:
            continue
        part, whole = (second, first) if _LINKS[words[0]] else (first, second)
        if not cast.nouns.is_body(whole.entity, whole.mention):
            continue  # "the Lions of the Delta"
        told = words_of(sentence, part, whole)
        yield Bond("part_of", part, whole, sentence, told[0], told, passing=True)
