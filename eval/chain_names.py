"""When two names stand for one link of a chain: the definition that the scorer of chains uses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_ARTICLES = {"the", "a", "an", "his", "her", "its", "their", "our", "this", "that", "these", "same"}
# The words that only say what kind of outlet bears the name.
_KINDS = {
    "agency", "channel", "daily", "magazine", "monthly", "news", "newspaper", "portal", "site",
    "website", "weekly",
}  # fmt: skip
# The words at which a description's head has passed ("officer | in the Sixth Division").
_AFTER_HEAD = {
    "advising", "at", "close", "familiar", "for", "from", "in", "interviewed", "named", "near",
    "of", "on", "posted", "quoted", "to", "which", "who", "with",
}  # fmt: skip
_HOST = re.compile(r"^(?:https?://)?(?:www\.)?([\w-]+)(?:\.[\w-]+)+(?:/\S*)?$")


def same_chain(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> bool:
    """Whether two chains have the same links in the same order."""
    return len(gold) == len(found) and all(map(same_link, gold, found))


def same_link(gold: dict[str, Any], found: dict[str, Any]) -> bool:
    """Whether a found link is the gold's, by any name that either of them goes by."""
    other: Iterable[str] = found.get("aliases", ())
    return any(
        same_name(name, found["name"]) or any(words(name) == words(alias) for alias in other)
        for name in (gold["name"], *gold.get("also", ()))
    )


def same_name(gold: str, found: str) -> bool:
    """Whether a found name stands for the gold's.

    Case, articles, possessives, apostrophes and the kind of outlet do not count. Equal words, an
    acronym and what it shortens, and a web address whose host is the name are the same. Else
    all words of one must be among the other's, with the head of either in both: "Holm" is "Ida
    Holm", "politicians" are "two politicians", "Ida" is nobody and "ministry" no "minister".
    """
    first, second = words(gold), words(found)
    if not first or not second:
        return False
    if first == second or "".join(first) == "".join(second) or _shortens(gold, found):
        return True
    shared = set(first) & set(second)
    if shared not in (set(first), set(second)):
        return False
    return _head(first) in shared and _head(second) in shared


def words(name: str) -> list[str]:
    """The words of a name that count, in lower case and in order."""
    host = _HOST.match(name.strip())
    bare = re.sub(r"['’]s?\b", "", (host.group(1) if host else name).casefold())
    every = [word for word in re.findall(r"\w+", bare) if word not in _ARTICLES]
    return [word for word in every if word not in _KINDS] or every


def _head(counted: list[str]) -> str:
    """The last word before what only describes."""
    end = next((i for i, word in enumerate(counted) if i and word in _AFTER_HEAD), len(counted))
    return counted[end - 1]


def _shortens(one: str, other: str) -> bool:
    return any(
        short.isupper() and len(short) > 1 and short == "".join(re.findall(r"\b[A-Z]", full))
        for short, full in ((one, other), (other, one))
    )
