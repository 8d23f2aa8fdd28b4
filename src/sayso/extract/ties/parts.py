"""Bodies that are part of others: "the 5th Fleet of the Navy", "the Navy's 5th Fleet"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.extract.cast import Cast, Member
from sayso.extract.ties.bond import Bond, words_of
from sayso.packs.pack import Pack
from sayso.records.marks import NAME_FORMS, LocalEntity
from sayso.records.notes import Notes
from sayso.records.parse import Sentence

_LINKS = {"of": False, "'s": True, "’s": True}
_SURNAME = 3


def governments(notes: Notes, cast: Cast, pack: Pack) -> Iterator[Bond]:
    """A bond for each government called by the name of who heads it: "the Lee government"."""
    words = pack.list("led_bodies")
    people: dict[str, list[LocalEntity]] = {}
    for entity in notes.entities:
        if entity.type == "Person":
            own = entity.name.lower().split()
            for first in range(max(0, len(own) - _SURNAME), len(own)):
                people.setdefault(" ".join(own[first:]), []).append(entity)
    for sentence in notes.parse.sentences if people else ():
        for body in cast.in_sentence(sentence):
            *name, kind = body.mention.name.lower().split()
            named = people.get(" ".join(name), []) if kind in words else []
            told = words_of(sentence, body)
            if len(named) == 1 and told and body.entity.type == "Organization":
                head = Member(named[0], named[0].mentions[0])
                yield Bond("commands", head, body, sentence, told[-1], told, passing=True)


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
