"""Which office a title is: "Iraqi Defence Minister" and "minister of defense of Iraq" are one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sayso.packs.pack import Pack, made_once

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# "Velm's chairman"; in "commander of the Guard's Force" what owns is part of the body.
_OWNER = re.compile(r"^(?:(?!\bof\b).)*['’]s?\s+")
_SMALL = frozenset({"of", "the", "for", "to", "in", "and", "s", "acting", "interim", "new"})
# With these it is another office than the one without.
RANKS = frozenset({"deputy", "vice", "assistant", "under", "former", "ex", "junior", "honorary"})
# Between the office itself and whose it is: "governor of the bank".
_OF = " of "


class Titles(NamedTuple):
    """The words of packs for offices that one person holds at a time."""

    sole: tuple[frozenset[str], ...]
    leading: tuple[str, ...]
    by_portfolio: frozenset[str]
    portfolios: frozenset[str]
    same: Mapping[str, tuple[str, ...]]

    def key(self, title: str, body: Iterable[str]) -> str:
        """The words of a title, in a fixed order, without those of the body that it is an office
        of; empty where several may hold it at a time, or where no pack knows it."""
        bare = _OWNER.sub("", title.lower())
        of = {word for name in body for word in _WORD.findall(name.lower())}
        words = [w for w in _WORD.findall(bare) if w not in _SMALL and (w not in of)]
        own = frozenset(one for word in words for one in self.same.get(word, (word,)))
        if own & RANKS or not self._sole(own, bare):
            return ""
        return " ".join(sorted(own))

    def _sole(self, own: frozenset[str], title: str) -> bool:
        if own & self.by_portfolio:
            return bool(own & self.portfolios) or own in self.sole
        return own in self.sole or any(title.startswith(lead + _OF) for lead in self.leading)


@made_once
def titles_of(pack: Pack) -> Titles:
    """The titles of the packs in use; the same pack gives the same object."""
    same = {}
    for line in pack.list("same_offices"):
        word, _, *others = line.split()
        same[word] = tuple(others)
    told = pack.list("sole_offices")
    sole = {
        frozenset(one for word in _WORD.findall(t) for one in same.get(word, (word,))) - _SMALL
        for t in told
    }
    return Titles(
        tuple(sorted(sole, key=sorted)),
        tuple(sorted(pack.list("leading_offices"))),
        pack.list("portfolio_offices"),
        pack.list("portfolios") | {one for words in same.values() for one in words},
        same,
    )
