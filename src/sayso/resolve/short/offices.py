"""Offices under other words inside one report."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.packs.pack import Pack
from sayso.resolve.names.parts import plain
from sayso.resolve.short.joins import Join, Named

# Words of an office that do not tell which it is, and ranks that make another of it.
_LOOSE = frozenset({"of", "the", "for", "to", "former", "new", "late", "acting", "interim", "s"})
_RANKS = frozenset({"deputy", "vice", "assistant"})


def by_office(named: Named, pack: Pack) -> Iterator[tuple[str, Join]]:
    """ "Iraqi prime minister" joins "Prime Minister of Iraq", "the prime minister" joins both.

    The first where the words are the same but for order and form, the second where only one
    office of the document goes by the words and more, and none of these is a rank below it.
    """
    nations = {word: plain(land) for land, c in pack.countries.items()
               for word in (plain(form) for form in (land, *c.demonyms))}  # fmt: skip
    words = {key: _office_words(group[0].name, nations) for key, group in named.items()
             if key.startswith("Office:")}  # fmt: skip
    first: dict[frozenset[str], str] = {}
    for key, own in words.items():
        same = first.setdefault(own, key)
        if same != key:
            yield key, Join(same, "the same office in other words", 0.95)
    for own, key in first.items():
        fuller = [other for other in first if own < other and not (other - own) & _RANKS]
        if len(own) > 1 and len(fuller) == 1:
            yield key, Join(first[fuller[0]], "the only office so called in the report", 0.85)


def _office_words(name: str, nations: dict[str, str]) -> frozenset[str]:
    words = (plain(word).removesuffix(" s") for word in name.replace("’", "'").split())
    return frozenset(nations.get(word, word) for word in words if word not in _LOOSE)
