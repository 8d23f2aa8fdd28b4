"""Parts of a number and changes of one: "three of these four months", "doubled from 20 to 40"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.analysis.checks.around import sentence
from sayso.analysis.checks.record import Record, check
from sayso.analysis.wording.names import quoted
from sayso.records.case import Check
from sayso.records.marks import Quantity
from sayso.records.spans import Span

_WORDS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_NUMBER = rf"(\d{{1,4}}|{'|'.join(_WORDS)})"
_OF = re.compile(
    rf"\b{_NUMBER}\s+(?:out\s+)?of\s+(?:the|these|those|its|his|her|their)\s+"
    rf"{_NUMBER}\s+(\w+)",
    re.I,
)
_FACTORS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_STEMS = "doubl|tripl|trebl|quadrupl|halv"
_GREW = re.compile(rf"\b({_STEMS})(?:es|ed|ing)\b|\bto ({_STEMS})e\b", re.I)
# "Doubled" is said of anything between 1.8 and 2.2 times.
_ROOM = 0.1


def share_checks(record: Record, document: str) -> Iterator[Check]:
    """Each part of a number against the whole, each multiple against the two figures beside it."""
    text = record.document(document)
    if text is None:
        return
    for found in _OF.finditer(text.text):
        part, whole = _value(found[1]), _value(found[2])
        span = text.span(found.start(), found.end())
        said = f"{found[1]} of {found[2]} {found[3]}"
        if part > whole:
            yield check(span, said, None, "fails", (), "the part is greater than the whole")
        else:
            reason = f"which {found[3]} are meant is not told one by one"
            yield check(span, said, None, "undecided", (), reason)
    for found in _GREW.finditer(text.text):
        span = text.span(found.start(), found.end())
        start, end = sentence(record, span)
        beside = [q for q in record.quantities(document) if start <= q.span.start < end]
        yield _grown(
            span,
            beside,
            quoted(text.text[start:end], 120),
            _FACTORS[(found[1] or found[2]).lower()],
        )


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS.index(word.lower()) + 1


def _grown(span: Span, beside: Sequence[Quantity], said: str, factor: float) -> Check:
    figures = [q for q in beside if q.low and q.low == q.high]
    pairs = [(a, b) for a, b in pairwise(figures) if _alike(a, b)]
    if not pairs:
        reason = "the figures before and after are not told"
        return check(span, said, None, "undecided", (), reason)
    first, second = pairs[0]
    ratio = (second.low or 0.0) / (first.low or 1.0)
    found = f"from {first.span.quote} to {second.span.quote}: {ratio:.2g} times"
    if abs(ratio - factor) <= _ROOM * factor:
        return check(span, said, found, "holds", (), "the two figures bear it out")
    return check(span, said, found, "fails", (), "the two figures do not bear it out")


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.unit is None or other.unit is None or one.unit == other.unit
