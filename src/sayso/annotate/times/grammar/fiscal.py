"""Rules for fiscal years, and for the quarters and halves of years; which month they begin in."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.annotate.times.expressions import AUTO, Expression, Fields
from sayso.annotate.times.grammar.dates import IN_YEAR, PART, YEARS, one, year_of
from sayso.annotate.times.grammar.notation import Hit, Rule, expand
from sayso.annotate.times.grammar.tokens import Tokens

_ENDS = frozenset(("ended", "ending", "ends", "end"))
_BEGINS = frozenset(("begins", "began", "beginning", "starts", "started", "runs", "from"))
# A year that ends on one of the first days of a month is that of the month before.
_FIRST_DAYS = 7


def fiscal_month(tokens: Tokens) -> int | None:
    """The month in which the text's fiscal years begin, where it tells; null where it does not.

    "The fiscal year ended June 30", "its financial year runs from 1 April", "the fourth quarter
    ended Sept. 30" tell it; of two that differ, the first counts.
    """
    for match in _YEAR_EDGE.finditer(tokens.letters):
        hit = Hit(match, tokens.items)
        month, verb = hit.value("month") or 1, hit.word("verb")
        if verb in _ENDS:
            return _after(month, hit.value("day") or hit.value("day2"), hit.value("nth"))
        if verb in _BEGINS and not hit.has("nth"):
            return month
    return None


def _after(month: int, day: int | None, quarter: int | None) -> int:
    """The month behind the year's last, told by the end of the year or of one of its quarters."""
    if day is not None and day <= _FIRST_DAYS:
        month -= 1
    return (month + 3 * (4 - (quarter or 4))) % 12 + 1


_YEAR_EDGE = re.compile(
    expand(
        "(?: [fiscal financial] year POSS? FIGURE? | (?P<nth> ORDW ) fiscal? quarter ,?"
        " (?: of fiscal? FIGURE )? ) (?: that | OTHER )?"
        " (?P<verb> ended | ending | end | beginning | from | OTHER ) (?: in | on | from )? the?"
        " (?: (?P<day> DAYTH ) of? )? (?P<month> MON ) (?P<day2> DAYTH )?"
    )
)


def _year(hit: Hit) -> tuple[Expression, ...]:
    """ "Fiscal 1988", "FY 2018/19": the year in which it ends."""
    year, short = _fiscal_year(hit)
    what = Fields("fiscal", year=year, short_year=short, fiscal=True)
    return one(hit, "fiscal year", what) if year is not None else ()


def _fiscal_year(hit: Hit) -> tuple[int | None, bool]:
    """The year in which a fiscal year ends, and whether its century is left out."""
    if hit.has("fy"):
        start, *end = (int(figure) for figure in re.findall(r"\d+", hit.word("fy")))
        year = end[0] if end else start
    else:
        told, year = hit.value("start"), hit.value("fiscal") or 0
        if told is None:
            return year, year < 100
        start, end = told, [year]
    if end and start > 99 > year:
        year += start // 100 * 100
    if end and year != start + 1:
        return None, False
    return year, year < 100


def _fraction(hit: Hit) -> tuple[Expression, ...]:
    unit = "half" if {"half", "HALFH"} & set(hit.kinds("unit")) else "quarter"
    of_them = 2 if unit == "half" else 4
    index = hit.value("index") if hit.has("index") else hit.value("unit")
    if index is None:
        index = of_them
    if not 1 <= index <= of_them:
        return ()
    what = Fields(unit, index=index - 1, **year_of(hit))
    if hit.has("fiscal") or hit.has("fy"):
        year, short = _fiscal_year(hit)
        what = replace(what, year=year, short_year=short, fiscal=True)
    if what.year is None and {"fiscal", "financial"} & set(hit.kinds("fiscally")):
        what = replace(what, fiscal=True)
    if hit.has("this_year"):
        what = replace(what, turn=0, base=AUTO)
    rule = f"bare {unit}" if unit == "half" and what.year is None and what.turn is None else unit
    return one(hit, rule, what)


def _month_quarter(hit: Hit) -> tuple[Expression, ...]:
    """ "The December quarter": the one that ends with it."""
    index, rest = divmod(hit.value("month") or 1, 3)
    return () if rest else one(hit, "quarter", Fields("quarter", index=index - 1, **year_of(hit)))


_INDEX = "(?P<index> ORDW | ORD | first | last | final | latter )"
_SHARE = "(?P<unit> quarter | half )"
_FISCAL = (
    "(?: (?P<fy> FY ) | [fiscal financial] year? (?: (?P<start> YEAR ) [DASH SLASH] )?"
    " (?P<fiscal> YEAR | N12 | N24 | N31 | N59 | N99 ) )"
)

FISCAL = (
    Rule("fiscal year", f"the? {_FISCAL}", _year),
    Rule(
        "quarter of a fiscal year",
        f"(?: {PART} | the? ) {_INDEX} DASH? [fiscal financial]? {_SHARE}"
        f" ,? (?: of | in )? (?: the | its )? {_FISCAL}",
        _fraction,
    ),
    Rule("Q3 FY21", f"(?P<unit> QUARTERQ | HALFH ) ,? (?: of | in )? {_FISCAL}", _fraction),
    Rule("FY21 Q3", f"{_FISCAL} ,? (?P<unit> QUARTERQ | HALFH )", _fraction),
    Rule(
        "quarter or half",
        f"(?: {PART} | the (?! ORDW DASH ) )? (?P<fiscally> [fiscal financial full]? DASH? {_INDEX}"
        f" DASH? fiscal? {_SHARE} )"
        f" (?: ,? (?: of | in )? the? year? {YEARS} | (?P<this_year> of the year ) )?",
        _fraction,
    ),
    Rule(
        "quarter of a named year",
        f"the? {YEARS} POSS? fiscal? {_INDEX} DASH? {_SHARE}",
        _fraction,
    ),
    Rule("quarter by its month", f"the (?P<month> MON ) quarter {IN_YEAR}", _month_quarter),
    Rule("Q3", f"(?P<unit> QUARTERQ | HALFH ) {IN_YEAR}", _fraction),
)  # fmt: skip
