"""How a time was read, in words: the rule, and what it was counted from."""

from __future__ import annotations

from sayso.analysis.wording.dates import date_words, edtf_words
from sayso.analysis.wording.names import quoted
from sayso.records.marks import Time

# Dates that say themselves what they mean need no reason.
_PLAIN = frozenset(("day", "month", "year", "iso", "years", "days"))


def reason(time: Time) -> str:
    """E.g. "late month; counted from the report's date"; what the rule notes comes last."""
    rule, _, note = time.rule.partition(": ")
    return "; ".join(filter(None, (f"rule: {rule}", _counted(time.anchor), note)))


def time_words(time: Time) -> str:
    """The words of a time, what they mean, and why."""
    meaning = date_words(time.earliest, time.latest, time.edtf)
    exact = f" = {time.edtf}" if time.edtf else ""
    return f"{quoted(time.span.quote)}: {meaning}{exact} ({reason(time)})"


def needs_reason(time: Time) -> bool:
    """Whether a reader would ask how these words come to mean these days."""
    return time.anchor is not None or time.rule not in _PLAIN


def _counted(anchor: str | None) -> str:
    if anchor is None:
        return ""
    if anchor == "report date":
        return "counted from the report's date"
    return f"counted from {edtf_words(anchor)}"
