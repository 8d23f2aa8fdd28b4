"""Confidence as STIX 2.1 scales it (appendix A of the standard), and nothing where nobody judged.

An analyst's credibility grade is read by the table of the Admiralty scale; a hedge, which is a
range of ICD 203, by the table of the DNI scale, into whose bands those ranges fall.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.records.statements import Attribution

# Grade 6, "truth cannot be judged", has no number in the standard.
ADMIRALTY = {"1": 90, "2": 70, "3": 50, "4": 30, "5": 10}
# The last percentage of each band, and the value that stands for the band.
DNI = ((9, 5), (19, 15), (39, 30), (59, 50), (79, 70), (89, 85), (99, 95))


def of_grade(value: str | None) -> int | None:
    """The confidence of a credibility grade, 0 to 100; null for none."""
    return ADMIRALTY.get(value or "")


def of_hedges(found: Iterable[Attribution]) -> int | None:
    """The confidence of the most doubtful hedge, by the middle of its range; null for none."""
    middles = [
        (hedge.low + hedge.high) / 2
        for one in found
        for hedge in one.hedges
        if hedge.low is not None and hedge.high is not None
    ]
    if not middles:
        return None
    percent = round(min(middles) * 100)
    return next((value for last, value in DNI if percent <= last), 95)
