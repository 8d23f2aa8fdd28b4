"""Places in a row that may be wrong, as another day is told beside the same deed in other words."""

from __future__ import annotations

from sayso.analysis.checks.days.named import own_dates
from sayso.analysis.checks.phrases.facts import Facts
from sayso.analysis.checks.record import check, day
from sayso.records.case import Check
from sayso.records.dates import Interval, before, overlap

# Told by the rules that hold a place in a row against the earlier ones that are listed.
LISTED = "as many earlier ones are named"
_MAY_BE = "another day is told beside the same deed, and may be one more"
# In sentences.
_NEAR = 3


def doubted(facts: Facts, one: Check) -> Check:
    """A check as it is, or undecided where it holds by a list and a sentence near it tells of the
    same deed with an earlier day that the list has not: "climbed it for the third time. She had
    climbed it on A and on B", and "was the first to reach the summit, on C, a year after her first
    climb"."""
    if one.verdict != "holds" or one.reason != LISTED:
        return one
    index = next(i for i, s in enumerate(facts.told) if s.start <= one.span.start < s.end)
    here = facts.told[index]
    own = [(t.earliest, t.latest) for t in own_dates(here)]
    beside = [s for s in facts.told[max(0, index - 1) : index + 2] if s is not here]
    listed = own + [(t.earliest, t.latest) for s in beside for t in own_dates(s)]
    deed = facts.roots.among(here.text) & facts.roots.among(" ".join(s.text for s in beside))
    deed = frozenset(word for word in deed if not _is_name(here.text, word))
    for place in range(max(0, index - _NEAR), min(len(facts.told), index + _NEAR + 1)):
        other = facts.told[place]
        if abs(place - index) <= 1 or other.block != here.block:
            continue
        # "In winter" is no day.
        dates = [t for t in own_dates(other) if any(map(str.isdigit, t.span.quote))]
        more = [(t.earliest, t.latest) for t in dates]
        more = [m for m in more if own and _is_new(m, own[0], listed)]
        if more and deed & facts.roots.among(other.text):
            found = f"{one.found}; {day(*more[0])}"
            return check(one.span, one.claimed, found, "undecided", one.evidence, _MAY_BE)
    return one


def _is_new(when: Interval, own: Interval, listed: list[Interval]) -> bool:
    return before(when[1] or "", own[0] or "") and not any(overlap(when, one) for one in listed)


def _is_name(text: str, root: str) -> bool:
    """Whether the words of a root stand in a text with a capital alone, as names do."""
    forms = [w for w in text.split() if w.strip(".,;:").lower().startswith(root)]
    return bool(forms) and all(w[:1].isupper() for w in forms)
