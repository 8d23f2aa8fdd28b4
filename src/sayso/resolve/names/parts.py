"""A name taken apart: letters made plain, particles and articles joined or dropped."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "ad", "ar", "az", "an", "at", "ath", "the"})
LINKS = frozenset({"bin", "ibn", "ben", "bint", "von", "van", "de", "der", "of", "and", "for", "&"})
# Words that begin a compound given name ("Abd al-Rahman") or end one ("Nur al-Din").
OPENS, CLOSES = (
    frozenset({"abd", "abdul", "abdel", "abdol", "abdal"}),
    frozenset({"din", "deen", "allah", "ullah"}),
)
WORD = re.compile(r"[^\W_]+")
# Signs that stand for a glottal stop or a soft sign and carry no sound of their own.
SILENT = str.maketrans("", "", "'’‘`ʿʾʼ´“”\"")


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """A name in plain lower-case Latin letters, single blanks, silent marks gone."""
    return " ".join(WORD.findall(anyascii(name.translate(SILENT)).translate(SILENT).lower()))


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[str, ...]:
    """The parts of a name that tell it from others, compounds joined, in order.

    "Abd al-Rahman al-Sayyid" gives ("abdrahman", "sayyid").
    """
    found: list[str] = []
    pending = ""
    words = [word for word in plain(_western_order(name)).split() if word not in LINKS]
    for place, word in enumerate(words):
        if word in ARTICLES and place + 1 < len(words):
            continue
        if word in OPENS and place + 1 < len(words):
            pending = "abd"
        elif word in CLOSES and found and not pending:
            found[-1] += "din" if word in ("din", "deen") else "allah"
        else:
            found.append(pending + word)
            pending = ""
    return tuple(found)


def initials(name: str) -> str:
    """The first letters of a name's words, as an acronym takes them ("of" and "the" left out)."""
    return "".join(word[0] for word in plain(name).split() if word not in LINKS | {"the"})


def _western_order(name: str) -> str:
    # "Rahman, Ali" is a listing form.
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and "," not in first else name
