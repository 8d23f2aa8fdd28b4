"""What a document as a whole tells about its dates: which years it is about, how it writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from statistics import median_low

from sayso.annotate.times.calendars.gregorian import Period, civil, day_number
from sayso.annotate.times.conventions import HOUSE, Conventions
from sayso.annotate.times.expressions import Deictic, Expression, Fields, Foreign
from sayso.annotate.times.grammar.fiscal import fiscal_month
from sayso.annotate.times.grammar.tokens import Tokens

# Years this far from the document's middle year are asides (a birth, a law, a comparison).
_WINDOW = 8
_NEAR = 1
# Further back than so many years nobody remembers; so many days before a report are its news.
_MEMORY, _NEWS = 80, 14
# So many former years make a text a history.
_HISTORY = 10
# A text whose years mostly lie before this one tells years of three figures, too.
_EARLY = 1300
# So many words that count from the report show that its own days are told of.
_PRESENT = 3


@dataclass(frozen=True, slots=True)
class Profile:
    """``report`` is the day of the report. ``story`` tells that the text narrates other years than
    the report's, so that dates without a year belong to the year told last. ``middle`` is the
    median of the years named. ``day_first`` is the order of dates in figures, null if not shown.
    ``ancient`` tells that years are counted before the common era, ``early`` that most lie before
    1300, ``history`` that the text is about little else than former years, ``accounts`` that it
    tells of quarters or fiscal years. ``calendars`` are the other calendars by which it counts,
    each with a year it tells. ``conventions`` are the reader's. ``present`` tells that the report's
    own days are told of, too ("on Friday", "last week").
    """

    report: Period | None
    story: bool
    middle: int | None
    spread: int
    day_first: bool | None
    ancient: bool
    history: bool
    early: bool = False
    accounts: bool = False
    calendars: Mapping[str, int] = field(default_factory=dict)
    conventions: Conventions = HOUSE
    present: bool = False

    def belongs(self, year: int) -> bool:
        """Whether the year is one that the document is about."""
        return self.middle is None or abs(year - self.middle) <= self.spread


def profile(
    tokens: Tokens, found: list[Expression], report: Period | None, conventions: Conventions = HOUSE
) -> Profile:
    """Weigh all years and near words ("yesterday") of a document."""
    # Of figures that are years in some texts only, the others have to tell.
    sure = [one for one in found if one.rule != "bare year"]
    fields = [one.what for one in sure if isinstance(one.what, Fields)]
    years = _years(fields)
    ancient = sum(year <= 0 for year in years) >= 2
    early = not ancient and bool(years) and median_low(years) < _EARLY
    bare = _years(one.what for one in found if one.rule == "bare year")
    years += bare if ancient else [1 - year for year in bare] if early else []
    near_words = sum(
        isinstance(expression.what, Deictic) and expression.what.base == "report"
        for expression in found
    )
    near = far = 0
    for year in years:
        if report and year > report.year + _NEAR:
            continue
        if report and year >= report.year - _NEAR:
            near += 1
        else:
            far += 1
    near -= sum(_is_day_of(what, report) for what in fields) if report else 0
    told = far > near + near_words and not _opens_as_news(found, report)
    old = report is not None and near + near_words <= 0 and _is_long_ago(fields, report)
    order = _day_first(tokens)
    month = fiscal_month(tokens) if any(what.fiscal for what in fields) else None
    return Profile(
        report=report,
        story=report is None or old or (far >= 3 and told),
        middle=median_low(years) if years else None,
        spread=_spread(sorted(years)),
        day_first=conventions.day_first if order is None else order,
        ancient=ancient,
        early=early,
        accounts=any(what.unit in ("quarter", "fiscal") for what in fields),
        calendars=_calendars(found),
        conventions=replace(conventions, fiscal_month=month) if month else conventions,
        present=near_words >= _PRESENT,
        history=far >= _HISTORY and told,
    )


def _opens_as_news(found: list[Expression], report: Period | None) -> bool:
    """Whether the first day a report tells is a bare weekday: "was sentenced on Tuesday".

    Such a report is of its own week, however many former years it goes back to.
    """
    if report is None:
        return False
    # "Jailed for nine years" over it is no day.
    days = (o for o in found if isinstance(o.what, Fields | Deictic))
    told = (o for o in days if not (isinstance(o.what, Fields) and _is_day_of(o.what, report)))
    first = next(told, None)
    return first is not None and first.rule == "weekday"


def _is_day_of(what: Fields, report: Period) -> bool:
    """Whether a date is that of the report, written out as below a headline."""
    return (what.year, what.month, what.day) == civil(report.first)


def _is_long_ago(fields: Iterable[Fields], report: Period) -> bool:
    """Whether days are told of a time out of living memory, and none of the report's own.

    A day without a year that was just before the report ("on 9 May", printed on the 12th) is news,
    however old the church that burned.
    """
    dated = [what for what in fields if not _is_day_of(what, report)]
    former = [w for w in dated if w.year is not None and w.year <= report.year and not w.short_year]
    told = any(what.month or what.unit == "season" for what in former)
    all_old = all((what.year or 0) < report.year - _MEMORY for what in former)
    return told and all_old and not any(_is_news(what, report) for what in dated)


def _is_news(what: Fields, report: Period) -> bool:
    if what.year is not None or not what.month or not what.day:
        return False
    return 0 <= report.first - day_number(report.year, what.month, what.day) <= _NEWS


def _years(told: Iterable[object]) -> list[int]:
    fields = [what for what in told if isinstance(what, Fields)]
    return [what.year for what in fields if what.year is not None and not what.short_year]


def _calendars(found: list[Expression]) -> dict[str, int]:
    """The other calendars of which the text tells a date with its year, and the last such year."""
    dates = [one.what for one in found if isinstance(one.what, Foreign)]
    return {date.calendar: date.year for date in dates if date.year and not date.common}


def _spread(years: list[int]) -> int:
    """How far from the middle years still belong: the middle half of a long history."""
    quarter = len(years) // 4
    return max(_WINDOW, years[-1 - quarter] - years[quarter]) if years else _WINDOW


def _day_first(tokens: Tokens) -> bool | None:
    figures = [
        [int(number) for number in re.split(r"[./-]", token.text)[:2]]
        for token in tokens.items
        if token.kind == "SLASHED"
    ]
    if any(first > 12 for first, _ in figures):
        return True
    if any(second > 12 for _, second in figures):
        return False
    return (
        True
        if any("." in token.text for token in tokens.items if token.kind == "SLASHED")
        else None
    )
