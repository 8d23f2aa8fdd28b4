"""People whom the text of one report tells from others of their name: father and son, namesakes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from sayso.packs.pack import Pack, made_once
from sayso.records.marks import Mention
from sayso.resolve.keys import OTHER, mention_key
from sayso.resolve.names.parts import plain
from sayso.resolve.short.couples import couples

# So far before a name its kin may stand, with whose kin it is.
REACH = 48
OF_WHOM = re.compile(r"\b(?:(his|her|their)|(?:'s|’s)) (?:[a-z]+[ -]){0,2}?([a-z]+),? $", re.I)
WHAT_HE_IS = re.compile(r", (?:the|an?)(?: [a-z-]+){1,3}$")
# How generations are told in the pack: the first word of each line.
ELDER, YOUNGER = "elder", "younger"
Keys = Sequence[tuple[Mention, str | None]]


@made_once
def _generations(pack: Pack) -> Mapping[str, str]:
    """Which words say that somebody is the elder or the younger of two."""
    lines = (line.split() for line in sorted(pack.list("generations")))
    return {word: line[0] for line in lines for word in line}


def tell_apart(keyed: Keys, text: str, pack: Pack) -> list[tuple[Mention, str | None]]:
    """The mentions with keys that tell people of one name apart where the text does.

    "Another Ann Lee", "not to be confused with Ann Lee"; and "George Haan Jr. ... His father,
    George Haan": from there on the plain name and "Haan Sr." are the father.
    """
    phrases = pack.list("namesake_phrases")
    found = [(m, namesake_key(m, text, phrases) or key) for m, key in keyed]
    for other in _kin(found, text, _generations(pack)):
        found = [(m, other.key(m, key)) for m, key in found]
    return couples(found, text, pack)


def namesake_key(mention: Mention, text: str, phrases: Iterable[str]) -> str | None:
    """The key of a person whom the text sets apart from another of the name; else null."""
    if not _is_named(mention):
        return None
    start = mention.span.start
    before = text[max(0, start - REACH) : start].lower().rstrip(" ,")
    # "His namesake, the lawyer Ann Lee"
    before = WHAT_HE_IS.sub("", before)
    led = (before[: -len(phrase)] for phrase in phrases if before.endswith(phrase))
    if any(not rest or rest[-1] in " (," for rest in led):
        return f"{mention_key(mention)}{OTHER}{start}"
    return None


def _is_named(mention: Mention) -> bool:
    return mention.type == "Person" and mention.form == "name" and not mention.known


class _Kin:
    """The parent or child of one name, who is told of from a place on."""

    def __init__(self, first: Mention, other: Mention, side: str, sides: Mapping[str, str]) -> None:
        self._sides = sides
        self._base, self._first = _base(first, sides)
        self._side = side
        self._at = other.span.start
        self._key = f"{mention_key(other)}{OTHER}{self._at}"

    def key(self, mention: Mention, key: str | None) -> str | None:
        """The key of a mention, that of the kin where it means that one."""
        if key is None or OTHER in key or not _is_named(mention):
            return key
        base, side = _base(mention, self._sides)
        if mention.span.start == self._at or (side == self._side and _fits(base, self._base)):
            return self._key
        # Of two who are told apart by "Jr." the plain name is the other's.
        later = mention.span.start > self._at and not side and base == self._base
        return self._key if later and self._first else key


def _fits(base: Sequence[str], whole: Sequence[str]) -> bool:
    return base in (whole, whole[-1:])


def _base(mention: Mention, sides: Mapping[str, str]) -> tuple[list[str], str]:
    """The words of a name without what tells the generation, and which it tells."""
    words = plain(mention.name).split()
    side = sides.get(words[-1], "") if len(words) > 1 else ""
    return (words[:-1] if side else words), side


def _kin(keyed: Keys, text: str, sides: Mapping[str, str]) -> Iterable[_Kin]:
    named = [m for m, key in keyed if key is not None and _is_named(m) and OTHER not in key]
    named.sort(key=lambda m: m.span.start)
    for place, mention in enumerate(named):
        start = mention.span.start
        told = OF_WHOM.search(text, max(0, start - REACH), start)
        side = sides.get(told[2].lower(), "") if told is not None else ""
        before = [m for m in named[:place] if told is not None and m.span.end <= told.start() + 2]
        own, _ = _base(mention, sides)
        if not side or not before or len(own) < 2 or not _fits(_base(before[-1], sides)[0], own):
            continue
        first = next((m for m in before if _base(m, sides)[0] == own), None)
        if first is not None:
            yield _Kin(first, mention, side, sides)
