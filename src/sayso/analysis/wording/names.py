"""Names of entities, lists of names, quotes cut to length."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from anyascii import anyascii

from sayso.analysis.view import CaseView
from sayso.analysis.wording.late import Late
from sayso.records.case import Entity

_BEHIND_HEAD = re.compile(r" (?:of|in|from|for|to|with|on|at|near|who|that) |[,(]")
# Plurals that do not show it.
_MANY = frozenset({"men", "women", "people", "police", "children", "gunmen", "policemen"})
# What becomes of letters that a typist may leave out.
_BARE = {n: " " if chr(n) in " -_" else None for n in range(128) if not chr(n).isalnum()}
# The words of a case come again and again; a million names go through without staying.
FOLDED_AT_HAND = 16_384
_ISOLATE, _END = "\u2068", "\u2069"


def names_of(view: CaseView) -> Late[str]:
    """The name of every entity of a case, by id; each is looked up when it is first wanted."""

    def one(id: str) -> str | None:
        found = view.entity(id)
        return found.name if found else None

    def those(ids: Iterable[str]) -> dict[str, str]:
        return {entity.id: entity.name for entity in view.entities_of(ids)}

    return Late(one, lambda: {entity.id: entity.name for entity in view.entities()}, those)


def entities_late(view: CaseView) -> Late[Entity]:
    """The entities of a case by id; each is read when it is first wanted."""
    return Late(
        view.entity,
        lambda: {entity.id: entity for entity in view.entities()},
        lambda ids: {entity.id: entity for entity in view.entities_of(ids)},
    )


def name(names: Mapping[str, str], id: str) -> str:
    """An entity's name, safe beside words of another direction; its id where it has none."""
    return isolated(names.get(id, id))


def listed(words: Iterable[str]) -> str:
    """Words as a list in a sentence: "A, B and C"; each once, in order."""
    *head, last = dict.fromkeys(words) or ("",)
    return f"{', '.join(head)} and {last}" if head else last


def isolated(text: str) -> str:
    """The text, walled off where it runs from right to left, so that its neighbours stay put."""
    # Nearly every name: a large timeline asks a hundred thousand times.
    if text.isascii():
        return text
    if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text):
        return f"{_ISOLATE}{text}{_END}"
    return text


def quoted(text: str, limit: int = 160) -> str:
    """Words of a report in quotation marks, on one line, cut at a word after ``limit``."""
    return isolated(f"“{clipped(text, limit)}”")


def clipped(text: str, limit: int = 160) -> str:
    """A text on one line, cut at a word after ``limit`` characters with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[:limit].rsplit(" ", 1)[0] if " " in line[:limit] else line[:limit]
    return head.rstrip(" ,;:–-") + " …"


def capital(text: str) -> str:
    """A text as a sentence begins."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=FOLDED_AT_HAND)
def folded(text: str) -> str:
    """A name as a careless typist would enter it: no case, accents, marks or script."""
    # All names of a case may be folded for one question: most need no other letters.
    plain = text if text.isascii() else anyascii(text)
    return " ".join(plain.casefold().translate(_BARE).split())


def voice_word(name: str) -> str:
    """A name as voices are compared by: "The Orle Post" is who others cite as "Orle Post"."""
    return folded(name).removeprefix("the ")


def plural(count: int, word: str, many: str | None = None) -> str:
    """A count with its noun: "no accounts", "1 account", "2 accounts"."""
    noun = word if count == 1 else many or word + "s"
    return f"{count:,} {noun}" if count else f"no {noun}"


def is_many(name: str) -> bool:
    """Whether a name is a common noun in the plural ("Shia militias in Iraq"), by its form."""
    head = _BEHIND_HEAD.split(name, maxsplit=1)[0].split()
    last = head[-1] if head else ""
    if last.lower() in _MANY:
        return True
    return last.islower() and last.endswith("s") and not last.endswith(("ss", "us", "is"))
