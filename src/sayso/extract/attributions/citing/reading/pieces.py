"""The pieces of a citation: brackets, parts between semicolons and commas, web addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.extract.attributions.finders.quotations import Bounds

# A web address; the first group is its host.
ADDRESS = re.compile(
    r"(?:https?://|\bwww\.)([\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:/[^\s<>\"“”|]*)?", re.IGNORECASE
)
_PAGE = re.compile(
    r"[^/]+://[^/]+/(?:[^/]+/[^/]|[^/]*[\d_-])|www\.[^/]+/(?:[^/]+/[^/]|[^/]*[\d_-])"
)
_BRACKET = re.compile(r"[()\[\]]")
_PAIRS = {")": "(", "]": "["}
# A longer stretch in brackets is prose, or one of its brackets has lost its partner.
_LONGEST = 300
_PARTING = re.compile(r"\s*;\s*")
_TITLE = re.compile(r"[\"“„«‘](?=\S)[^\"“”„«»\n]{2,300}[\"”»’](?!\w)")
_COMMA = re.compile(r"[,:]\s|\s[–—-]\s|[\n(]")
# A stop behind a short word ends no piece: "Dr. Berg", "No. 5"; behind an acronym it does.
_STOP = re.compile(r"(?:(?<=[^\W\d_]{4})|(?<=[A-Z]{2}))(?<!Prof)\.\s|[,:]\s|\s[–—-]\s|[\t\n(]")
_EDGES = " ,:;.\xa0\t\n()[]–—-"


def brackets(text: str, start: int, end: int) -> list[Bounds]:
    """Bracketed stretches of a block, brackets included; outer ones before those in them.

    A bracket without its partner is passed over, so that it hides nothing behind it.
    """
    return sorted(_pairs(text, start, end), key=lambda pair: (pair[0], -pair[1]))


def _pairs(text: str, start: int, end: int) -> Iterator[Bounds]:
    opened: dict[str, list[int]] = {"(": [], "[": []}
    for match in _BRACKET.finditer(text, start, end):
        if match[0] in opened:
            opened[match[0]].append(match.start())
            continue
        places = opened[_PAIRS[match[0]]]
        first = places.pop() if places else start - _LONGEST
        if match.end() - first <= _LONGEST:
            yield first, match.end()


def trimmed(text: str, bounds: Bounds) -> Bounds | None:
    """The bounds without white space and punctuation at their ends; null if nothing is left."""
    start, end = bounds
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    while start < end and text[start] in _EDGES:
        start += 1
    return (start, end) if end > start else None


def is_page(address: str) -> bool:
    """Whether a web address leads to one page, not to the front door of a site."""
    return bool(_PAGE.match(address))


def parts(text: str, bounds: Bounds) -> list[Bounds]:
    """The reports side by side in a citation: what its semicolons part."""
    return _between(text, bounds, (match.span() for match in _PARTING.finditer(text, *bounds)))


def between_commas(text: str, bounds: Bounds) -> list[Bounds]:
    """What stands between the commas of a citation in brackets."""
    return _between(text, bounds, (match.span() for match in _COMMA.finditer(text, *bounds)))


def segments(text: str, bounds: Bounds) -> list[Bounds]:
    """What stands between the commas and stops of a note, titles in quotation marks left out."""
    cuts = [match.span() for match in _TITLE.finditer(text, *bounds)]
    cuts += [match.span() for match in _STOP.finditer(text, *bounds)]
    return _between(text, bounds, sorted(cuts))


def title_in(text: str, bounds: Bounds) -> Bounds | None:
    """The first title in quotation marks."""
    found = _TITLE.search(text, *bounds)
    return found.span() if found else None


def _between(text: str, bounds: Bounds, cuts: Iterator[Bounds] | list[Bounds]) -> list[Bounds]:
    found, start = [], bounds[0]
    for low, high in cuts:
        if low >= start:
            found.append(trimmed(text, (start, low)))
        start = max(start, high)
    found.append(trimmed(text, (start, max(start, bounds[1]))))
    return [piece for piece in found if piece]
