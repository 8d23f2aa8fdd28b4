"""Rules for dates that name fields of the calendar: days, months and years."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sayso.annotate.times.calendars.gregorian import month_length
from sayso.annotate.times.expressions import REPORT, STORY, Expression, Fields, What
from sayso.annotate.times.grammar.notation import Hit, Rule

PART = (
    "(?P<part> the? very? [early late earlier later] DASH? in? the? | the? mid DASH? the?"
    " | (?: the very? [beginning start end close outset middle turn rest remainder] (?: of | in )"
    " | very? [beginning start end close outset middle turn rest remainder] of ) the?"
    " | midway (?: through | in | into ) the?"
    " | the? good? [early first latter last middle final late] (?: part | UNITS ) (?: of | in )"
    " the? )"
)
YEARS = (
    "(?: (?P<year> YEAR | YEARW ) ADERA? | (?P<bc> YEAR | FIGURE ) BCERA | (?P<yy> YY )"
    " | (?P<turn> YEARLY ) )"
)
IN_YEAR = f"(?: ,? (?: of | in )? {YEARS} )?"
# Words before which a name that has other meanings ("May", "spring", "1200") is a date.
BEFORE = (
    "in by of since until till from during before after between through for throughout early late"
    " this that around about and or to OPEN DASH ,"
)
_PARTS = {
    "early": "early", "earlier": "earlier", "later": "later",
    "beginning": "start", "start": "start", "outset": "start", "turn": "turn",
    "first": "early", "mid": "mid", "middle": "mid", "midway": "mid",
    "halfway": "mid", "late": "late", "latter": "late",
    "last": "late", "final": "late", "end": "end", "close": "end",
    "rest": "rest", "remainder": "rest",
}  # fmt: skip
PRONOUNS = frozenset(("he", "she", "they", "it", "we", "there"))
# "1985-90" and "2011-13" are years; more than so many years apart they are figures.
_SHORT_SPAN = 60
_LONGEST = 31
# What is counted without a plural s, and what ends in s and is not counted.
_COUNTED = frozenset(("people", "men", "women", "children", "police", "civilian"))
_NOT_COUNTED = frozenset(("was", "is", "has", "as", "its", "his", "this", "saw", "elections"))
TURNS = {
    "this": (0, REPORT), "last": (-1, REPORT), "next": (1, REPORT), "that": (0, STORY),
    "same": (0, STORY), "following": (1, STORY), "previous": (-1, STORY), "preceding": (-1, STORY),
}  # fmt: skip


def part_of(hit: Hit) -> str | None:
    """What part of the period the words pick out, if they do."""
    return next((_PARTS[word] for word in hit.words("part").split() if word in _PARTS), None)


def year_of(hit: Hit) -> Mapping[str, Any]:
    """The fields that name a year: its number, or how it relates to another."""
    if hit.has("year"):
        return {"year": hit.value("year")}
    if hit.has("bc"):
        return {"year": 1 - (hit.value("bc") or 1)}
    if hit.has("yy"):
        return {"year": hit.value("yy"), "short_year": True}
    if hit.has("turn"):
        turn, base = next(TURNS[word] for word in hit.words("turn").split() if word in TURNS)
        # "In February of the next year" goes on from the year told before.
        if hit.words("turn").split()[-2:] == ["the", "next"] or _the_next(hit):
            base = STORY
        return {"turn": turn, "base": base}
    return {}


def _the_next(hit: Hit) -> bool:
    place = hit.match.start("turn")
    words = [token.text.lower() for token in hit.tokens[max(0, place - 1) : place + 2]]
    return ["the", "next"] in (words[:2], words[1:])


def one(hit: Hit, rule: str, what: What, **more: Any) -> tuple[Expression, ...]:
    """The expression that the whole hit makes."""
    return (Expression(hit.first, hit.last, rule, what, part=part_of(hit), **more),)


def plausible(day: int, month: int | None, year: int | None = None) -> bool:
    """Whether a month can have such a day, in this year if it is told."""
    longest = 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    if month == 2 and year is not None:
        longest = month_length(year, 2)
    return 1 <= day <= longest and (month is None or 1 <= month <= 12)


def _day(hit: Hit) -> tuple[Expression, ...] | None:
    month, day = hit.value("month"), hit.value("day") or 0
    if not plausible(day, month, year_of(hit).get("year") if hit.has("year") else None):
        # "30 February" is no date, nor is the month alone; in "June 45" it is.
        return None if 1 <= day <= _LONGEST else ()
    fields = Fields("day", month=month, day=day, weekday=hit.value("weekday"), **year_of(hit))
    return one(hit, "day", fields)


def _days(hit: Hit) -> tuple[Expression, ...]:
    """Several days of one month: each number is an expression, month and year are shared."""
    month, years = hit.value("month"), year_of(hit)
    places = [i for i in range(*hit.match.span("days")) if hit.tokens[i].value is not None]
    days = [int(hit.tokens[place].value or 0) for place in places]
    if not all(plausible(day, month) for day in days):
        return ()
    starts = [hit.first, *(at - (hit.tokens[at - 1].kind == "the") for at in places[1:])]
    ends = [*(place + 1 for place in places[:-1]), hit.last]
    link = _link(hit)
    if link == "range" and (len(days) != 2 or days[0] >= days[1]):
        return ()
    return tuple(
        Expression(
            start, end, "days", Fields("day", month=month, day=day, **years),
            group=hit.first, link=link,
        )
        for start, end, day in zip(starts, ends, days, strict=True)
    )  # fmt: skip


def _from_part_to_part(hit: Hit) -> tuple[Expression, ...]:
    """ "The evening of 3 and the morning of 5 October": two days of one month."""
    month, years = hit.value("month"), year_of(hit)
    days = hit.value("day") or 0, hit.value("day2") or 0
    if not all(plausible(day, month) for day in days) or days[0] >= days[1]:
        return ()
    ends = (hit.first, hit.match.end("day")), (hit.match.start("hour2"), hit.last)
    hours = [str(token.value) for name in ("hour", "hour2") if (token := hit.token(name))]
    return tuple(
        Expression(
            *places, "days", Fields("day", month=month, day=day, **years),
            hour=hour, group=hit.first, link="range",
        )
        for places, day, hour in zip(ends, days, hours, strict=True)
    )  # fmt: skip


def _link(hit: Hit) -> str:
    before = hit.tokens[hit.first - 1].kind if hit.first else ""
    dashes = {"DASH", "SLASH", "to", "through", "until", "till"} & set(hit.kinds("days"))
    return "range" if dashes or before == "between" else "list"


def _month(hit: Hit) -> tuple[Expression, ...]:
    return one(hit, "month", Fields("month", month=hit.value("month"), **year_of(hit)))


def _share_of_month(hit: Hit) -> tuple[Expression, ...]:
    """Halves and weeks of a month, counted from its first day."""
    nth = hit.value("nth") or -1
    share = "half" if "half" in hit.kinds("share") else "week"
    if nth > (2 if share == "half" else 4):
        return ()
    fields = Fields("month", month=hit.value("month"), **year_of(hit))
    return (Expression(hit.first, hit.last, "part of a month", fields, part=f"{share} {nth}"),)


def _days_of_month(hit: Hit) -> tuple[Expression, ...]:
    """ "The last two weeks of February 1951", "the first ten days of May"."""
    units = hit.token("units")
    size = {"day": 1, "week": 7}.get(str(units.value) if units else "")
    days = (size or 0) * (hit.value("count") or 0)
    if not 0 < days < _LONGEST:
        return ()
    fields = Fields("month", month=hit.value("month"), **year_of(hit))
    days = days if hit.word("end") == "first" else -days
    return (Expression(hit.first, hit.last, "part of a month", fields, part=f"days {days}"),)


def _year(hit: Hit) -> tuple[Expression, ...]:
    return one(hit, "year", Fields("year", **year_of(hit)))


def _adjective_year(hit: Hit) -> tuple[Expression, ...]:
    """ "The 1956 treaty", "its 1978 resolution"."""
    return one(hit, "year of a thing", Fields("year", **year_of(hit))) if names_year(hit) else ()


def _spelled_year(hit: Hit) -> tuple[Expression, ...]:
    return _year(hit) if 1000 <= (hit.value("year") or 0) < 2200 else ()


def _lone_year(hit: Hit) -> tuple[Expression, ...]:
    return _year(hit) if names_year(hit) else ()


def names_year(hit: Hit) -> bool:
    """Whether the figure is no count of what follows ("the 2000 men")."""
    following = hit.tokens[hit.last].text if hit.last < len(hit.tokens) else ""
    counted = following in _COUNTED or (following.endswith("s") and following not in _NOT_COUNTED)
    return hit.has("owner") or not (counted and following.islower())


def _years(hit: Hit) -> tuple[Expression, ...]:
    """Two years with a dash or "to" between them; the second may leave its century out."""
    start, end = hit.value("start") or 0, hit.value("stop") or 0
    if hit.has("era"):
        years = (1 - start, 1 - end)
    else:
        if len(hit.words("stop")) == 2:
            end += start // 100 * 100
        years = (start, end)
    if years[0] >= years[1] or (not hit.has("era") and start < 1000):
        return ()
    if "SLASH" in hit.kinds("link") and years[1] != years[0] + 1:
        return ()
    if "YEAR" not in hit.kinds("stop") and years[1] - years[0] > _SHORT_SPAN:
        return ()
    stop = hit.match.start("stop")
    first = Expression(hit.first, hit.match.start("start") + 1, "years", Fields("year", years[0]))
    last = Expression(stop, hit.last, "years", Fields("year", years[1]))
    return tuple(replace(one, group=hit.first, link="range") for one in (first, last))


def _bare_year(hit: Hit) -> tuple[Expression, ...]:
    """A figure of three digits that may be a year; the text as a whole tells whether it is."""
    number, before = hit.word("number"), hit.tokens[hit.first - 1]
    if len(number) != 3 or not number.isdigit() or not names_year(hit):
        return ()
    if before.kind == "DOT" and hit.tokens[hit.first - 2].kind != "circa":
        return ()
    return one(hit, "bare year", Fields("year", 1 - int(number)))


def _iso(hit: Hit) -> tuple[Expression, ...]:
    digits = str(hit.value("iso"))
    year, month, day = int(digits[:-4]), int(digits[-4:-2]), int(digits[-2:])
    if not plausible(day, month, year):
        return ()
    return one(hit, "iso", Fields("day", year=year, month=month, day=day))


def _slashed(hit: Hit) -> tuple[Expression, ...]:
    """A date in figures; which figure is the day is settled from all dates of the document."""
    first, second, year = (int(n) for n in re.split(r"[./-]", hit.words("slashed")))
    full = year if year > 99 else None
    if not (plausible(first, second, full) or plausible(second, first, full)):
        return ()
    fields = Fields("day", year=year, figures=(first, second), short_year=year < 100)
    return one(hit, "figures", fields)


def _edge_day(hit: Hit) -> tuple[Expression, ...]:
    """ "The last day of May 2019"; -1 is the last."""
    first = hit.word("end") == "first"
    month = hit.value("month") or (1 if first else 12)
    if not hit.has("month") and hit.has("yy"):
        return ()
    fields = Fields("day", month=month, day=1 if first else -1, **year_of(hit))
    return one(hit, "day", fields)


def _nth(hit: Hit) -> tuple[Expression, ...]:
    nth = hit.value("nth") or -1
    fields = Fields(
        "day", nth=nth, weekday=hit.value("weekday"), month=hit.value("month"), **year_of(hit)
    )
    return one(hit, "nth weekday", fields)


def day_of_month(hit: Hit) -> tuple[Expression, ...]:
    """ "The 13th": a day whose month was told before."""
    day = hit.value("day") or 0
    return one(hit, "day alone", Fields("day", day=day)) if plausible(day, None) else ()


def _day_alone(hit: Hit) -> tuple[Expression, ...]:
    """ "On the 20th they left", not "on the 20th floor"."""
    following = hit.tokens[hit.last].text
    return day_of_month(hit) if following in PRONOUNS or following[0].isupper() else ()


_WEEKDAY = "(?: (?P<weekday> ANYDAY ) ,? the? )?"
_COMING = "(?: this? coming )?"
_MONTH = "(?P<month> MON )"
_DAY_MONTH = f"the? (?P<day> DAYTH ) (?: day of | of )? the? DASH? {_MONTH}"
_MONTH_DAY = f"{_MONTH} the? (?P<day> DAYTH )"
_NO_COUNT = "(?! PERCENT | percent | DASH (?: UNIT | OTHER ) | UNITS )"
_LIST = "DAYTH (?: JOIN the? DAYTH ){0,8}"

DATES = (
    Rule("iso", "(?P<iso> ISO )", _iso),
    Rule("figures", "(?P<slashed> SLASHED )", _slashed),
    Rule("day month", f"{_COMING} {_WEEKDAY} {_DAY_MONTH} {IN_YEAR}", _day),
    Rule("month day", f"{_COMING} {_WEEKDAY} {_MONTH_DAY} {_NO_COUNT} {IN_YEAR}", _day),
    Rule("year month day", f"(?P<year> YEAR ) ,? {_MONTH_DAY} {_NO_COUNT}", _day),
    Rule(
        "days of a month",
        f"(?P<days> the? {_LIST} JOIN the? DAYTH ) of? {_MONTH} {IN_YEAR}",
        _days,
    ),
    Rule(
        "month with days",
        f"{_MONTH} the? (?P<days> {_LIST} (?: TO | [SLASH and or] | , and ) the? DAYTH )"
        f" {_NO_COUNT} (?! MON | [OTHER CARD] ) {IN_YEAR}",
        _days,
    ),
    Rule(
        "parts of two days",
        "the? (?P<hour> DAYPART ) of the? (?P<day> DAYTH ) [and to until] the? (?P<hour2> DAYPART )"
        f" of the? (?P<day2> DAYTH ) (?: of )? {_MONTH} {IN_YEAR}",
        _from_part_to_part,
    ),
    Rule("month with a span", f"{_MONTH} the? (?P<days> DAYTH DASHES DAYTH ) {_NO_COUNT}", _days),
    Rule("month of a year", f"{PART}? {_MONTH} POSS? ,? (?: of | in )? {YEARS}", _month),
    Rule("month", f"{PART}? (?P<month> MONTH | MABBR DOT )", _month),
    Rule(
        "part of a month",
        "the? (?P<nth> ORDW | last | final | latter ) (?P<share> half | week ) (?: of | in )"
        f" {_MONTH} {IN_YEAR}",
        _share_of_month,
    ),
    Rule(
        "days of a month's end",
        "the? (?P<end> first | last | final ) (?P<count> N12 | N24 | N31 | CARD )"
        f" (?P<units> UNITS ) (?: of | in ) {_MONTH} {IN_YEAR}",
        _days_of_month,
    ),
    Rule("part of a doubtful month", f"{PART} (?P<month> MAYBE )", _month),
    Rule("doubtful month", f"(?<= [{BEFORE}] ) (?P<month> MAYBE ) (?! to )", _month),
    Rule(
        "range from a doubtful month",
        "(?P<month> MAYBE ) (?= (?: TO | and | or | , ) MON )",
        _month,
    ),
    Rule(
        "year",
        f"(?: (?<= [{BEFORE} the COLON SEMI DOT on into than as circa SLASH BREAK] ) | \\A )"
        " (?P<year> YEAR | YEARW ) ADERA? (?! UNITS | PERCENT | percent )",
        _lone_year,
    ),
    Rule("year in words", "(?: the )? year (?P<year> CARD )", _spelled_year),
    Rule(
        "year before a noun",
        "(?: (?<= [its their his her our POSS] ) (?P<owner> (?= YEAR ) ) | (?<= [a an the in"
        " of since] ) )"
        " (?P<year> YEAR | YEARW ) (?= OTHER )",
        _adjective_year,
    ),
    Rule(
        "year in",
        "(?<= [in since by until during] ) (?P<year> YEAR | YEARW ) (?! UNITS )",
        _year,
    ),
    Rule("part of a year", f"{PART} year? (?P<year> YEAR ) (?! PERCENT | UNITS )", _year),
    Rule("year by name", f"the? (?: year | [calendar financial] year? ) {YEARS}", _year),
    Rule("year AD", "(?: circa DOT? )? ADERA (?P<year> FIGURE )", _year),
    Rule("rough year", "[about around circa] DOT? (?P<year> YEAR ) (?! UNITS | OTHER )", _year),
    Rule(
        "span of years",
        "(?P<year> YEAR ) (?= CLOSE | DASH [YEAR N99 N59 N31 N24 N12] | POSS )",
        _year,
    ),
    Rule(
        "years",
        "(?: the UNITS )? (?P<start> YEAR ) (?P<link> DASHES | to | SLASH ) (?P<stop> YEAR | [N12"
        " N24 N31 N59 N99] ) (?! [UNITS PERCENT percent DASH SLASH] )",
        _years,
    ),
    Rule(
        "years BC",
        "(?P<start> FIGURE ) (?: DASHES | to | and ) (?P<stop> FIGURE ) (?P<era> BCERA )",
        _years,
    ),
    Rule(
        "bare year",
        "(?<= [in by until since from to before after around about circa between and or DOT] )"
        " (?P<number> NUM ) (?! UNITX | PERCENT | percent | DECIMAL | SLASH | times | MON )",
        _bare_year,
    ),
    Rule("year BC", f"{PART}? (?: [circa about around] DOT? )? (?P<bc> FIGURE ) BCERA", _year),
    Rule("short year", f"{PART}? (?P<yy> YY ) (?! UNITS | OTHER )", _year),
    Rule(
        "nth weekday",
        f"the? (?P<nth> ORDW | ORD | first | last | final ) (?P<weekday> WEEKDAY ) (?: of | in )"
        f" {_MONTH} {IN_YEAR}",
        _nth,
    ),
    Rule(
        "first day of",
        f"the very? (?P<end> first | last | final ) day of {_MONTH} {IN_YEAR}",
        _edge_day,
    ),
    Rule("first day of", f"the very? (?P<end> first | last | final ) day of {YEARS}", _edge_day),
    Rule("day alone", "(?<= on ) the (?P<day> ORD ) (?! OTHER )", day_of_month),
    Rule("day alone", "(?<= DAYPART of ) the (?P<day> ORD ) (?! OTHER )", day_of_month),
    Rule("day alone", "(?<= on ) the (?P<day> ORD ) (?= OTHER )", _day_alone),
)  # fmt: skip
