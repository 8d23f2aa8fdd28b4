"""Numbers with their list beside them: "the three ports (Amel, Bruk and Tamba)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.analysis.checks.record import Record, check
from sayso.analysis.wording.names import listed, quoted
from sayso.records.case import Check
from sayso.records.marks import Quantity

_BESIDE = re.compile(r"[\s,]{0,2}\(([^()\n]{3,200})\)|:\s([^.:;()\n]{3,200})[.;\n]")
_PARTS = re.compile(r"\s*(?:,\s*and\s|,|;|\s[–—-]\s|\sand\s|\s&\s)\s*")
# A number and a list of more than so many is no longer told in one breath.
_MOST = 12
# In words: the name of a thing in a list is short.
_SHORT = 5


def list_checks(record: Record, document: str) -> Iterator[Check]:
    """Each exact number of things behind which a list of names stands."""
    text = record.document(document)
    if text is None:
        return
    for quantity in record.quantities(document):
        found = _BESIDE.match(text.text, quantity.span.end)
        if found is None or not _is_count(quantity):
            continue
        parts = [part.strip() for part in _PARTS.split(found[1] or found[2]) if part.strip()]
        if len(parts) > 1 and all(map(_is_name, parts)):
            yield _judged(quantity, parts)


def _is_count(quantity: Quantity) -> bool:
    number = quantity.low
    return (
        quantity.bound == "exact"
        and number is not None
        and number == quantity.high
        and number == int(number)
        and 2 <= number <= _MOST
    )


def _is_name(part: str) -> bool:
    words = part.split()
    return 0 < len(words) <= _SHORT and words[0][:1].isupper() and not any(map(str.isdigit, part))


def _judged(quantity: Quantity, parts: list[str]) -> Check:
    number = int(quantity.low or 0)
    found = f"{len(parts)}: {listed(parts)}"
    if len(parts) == number:
        verdict, reason = "holds", "as many are named"
    elif len(parts) > number:
        verdict, reason = "fails", f"{len(parts)} are named"
    else:
        verdict, reason = "undecided", f"only {len(parts)} are named, and others may be left out"
    return check(quantity.span, quoted(quantity.span.quote), found, verdict, (), reason)
