"""Offices under other words inside one report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sayso.packs.pack import Pack
from sayso.records.marks import Mention
from sayso.resolve.names.parts import plain
from sayso.resolve.short.joins import Join, Named

# Words of an office that do not tell which it is, and ranks that make another of it.
_LOOSE = frozenset({"of", "the", "for", "to", "former", "new", "late", "acting", "interim", "s"})
# Between an office and its holder stands no more than a comma.
_NEAR = 3
_RANKS = frozenset({"deputy", "vice", "assistant"})

# Behind it in the key of a bare office stands its holder.
HELD_BY = "@"


def by_office(named: Named, pack: Pack, text: str) -> Iterator[tuple[str, Join]]:
    """ "Iraqi prime minister" joins "Prime Minister of Iraq", "the prime minister" joins both.

    The first where the words are the same but for order and form, the second where only one
    office of the document goes by the words and more, and none of these is a rank below it; of
    "President Orr", one that Orr has elsewhere.
    """
    nations = {word: plain(land) for land, c in pack.countries.items()
               for word in (plain(form) for form in (land, *c.demonyms))}  # fmt: skip
    groups = {key: group for key, group in named.items() if key.startswith("Office:")}
    words = {key: _office_words(group[0].name, nations) for key, group in groups.items()}
    first: dict[frozenset[str], str] = {}
    for key, own in words.items():
        same = first.setdefault(own, key) if HELD_BY not in key else key
        if same != key:
            yield key, Join(same, "the same office in other words", 0.95)
    for own, key in first.items():
        fuller = _fuller(own, first)
        if len(own) > 1 and len(fuller) == 1:
            yield key, Join(first[fuller[0]], "the only office so called in the report", 0.85)
    held = holders((m for group in named.values() for m in group), text)
    for key in (key for key in words if HELD_BY in key):
        whose = key.partition(HELD_BY)[2]
        fuller = [own for own in _fuller(words[key], first)
                  if any(held.get(m.span.start) == whose for m in groups[first[own]])]  # fmt: skip
        if len(fuller) == 1:
            yield key, Join(first[fuller[0]], "the office that is told of the same person", 0.9)


def _fuller(own: frozenset[str], offices: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Offices of which more is told than these words, ranks below it left out."""
    return [other for other in offices if own < other and not (other - own) & _RANKS]


def _office_words(name: str, nations: dict[str, str]) -> frozenset[str]:
    words = (plain(word.removesuffix("'s")) for word in name.replace("’", "'").split())
    return frozenset(nations.get(word, word) for word in words if word not in _LOOSE)


def holders(mentions: Iterable[Mention], text: str) -> dict[int, str]:
    """By where a mention of an office begins, the last name of the person right behind it."""
    told = list(mentions)
    people = {m.span.start: m for m in told if m.type == "Person" and m.form != "pronoun"}
    found = {}
    for mention in told:
        behind = text[mention.span.end : mention.span.end + _NEAR]
        start = mention.span.end + len(behind) - len(behind.lstrip(" ,"))
        if mention.type == "Office" and start in people:
            found[mention.span.start] = "".join(plain(people[start].name).split()[-1:])
    return found


def held_key(mention: Mention, key: str | None, held: Mapping[int, str]) -> str | None:
    """The key of a bare office with its holder: of "President Orr" and "President Lee" each has
    an office of their own; any other key as it is."""
    whose = held.get(mention.span.start)
    return f"{key}{HELD_BY}{whose}" if whose and " " not in mention.name else key
