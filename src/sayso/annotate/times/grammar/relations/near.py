"""Rules for dates named by their relation to another: yesterday, last March, two weeks later."""

from __future__ import annotations

from dataclasses import replace

from sayso.annotate.times.expressions import (
    AUTO,
    REPORT,
    STORY,
    Deictic,
    Expression,
    Fields,
    Offset,
    Vague,
)
from sayso.annotate.times.grammar.dates import PART, one, plausible
from sayso.annotate.times.grammar.lengths import (
    BOTH,
    QUANTITY,
    amount_of,
    mod_of,
    second_of,
    unit_of,
)
from sayso.annotate.times.grammar.notation import Hit, Rule

_STEPS = {
    "this": (0, REPORT), "current": (0, REPORT), "latest": (-1, REPORT), "last": (-1, REPORT),
    "past": (-1, REPORT), "next": (1, REPORT), "coming": (1, REPORT), "upcoming": (1, REPORT),
    "that": (0, STORY), "same": (0, STORY), "those": (0, STORY), "previous": (-1, STORY),
    "preceding": (-1, STORY), "prior": (-1, STORY), "following": (1, STORY),
    "subsequent": (1, STORY), "before": (-1, STORY), "earlier": (-1, STORY), "after": (1, STORY),
    "later": (1, STORY), "ago": (-1, REPORT),
}  # fmt: skip
_BACK = ("ago", "earlier", "before", "prior", "back", "previously", "beforehand")
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "overnight": 0}


def _step(hit: Hit, name: str = "which") -> tuple[int, str]:
    """How far and from where the words point."""
    words = hit.words(name).split()
    steps = [_STEPS[word] for word in words if word in _STEPS]
    if not steps:
        return 0, AUTO
    shift, base = max(steps, key=lambda step: abs(step[0]))
    if "next" in words and _the_before(hit, name):
        return shift, STORY
    return shift, base


def _the_before(hit: Hit, name: str) -> bool:
    """ "The next", and "early the next", whose article the part has taken."""
    place = hit.match.start(name)
    return "the" in (hit.tokens[place].text.lower(), hit.tokens[max(0, place - 1)].text.lower())


def _hour(hit: Hit) -> str | None:
    token = hit.token("daypart")
    return str(token.value) if token and token.value else None


def _near_day(hit: Hit) -> tuple[Expression, ...]:
    shift = _DAYS[hit.word("day")]
    hour = "TNI" if hit.word("day") in ("tonight", "overnight") else _hour(hit)
    return one(hit, hit.word("day"), Deictic("day", shift), hour=hour)


def _weekday(hit: Hit) -> tuple[Expression, ...]:
    shift, base = _step(hit) if hit.has("which") else (0, REPORT)
    named = Fields("day", weekday=hit.value("weekday"))
    unit = "week" if hit.has("which") else "day"
    return one(hit, "weekday", Deictic(unit, shift, base, named), hour=_hour(hit))


def _some_weekday(hit: Hit) -> tuple[Expression, ...]:
    """ "It fell on a Sunday": no day in particular."""
    return one(hit, "some weekday", Fields("day", weekday=hit.value("weekday")))


def _named(hit: Hit) -> tuple[Expression, ...]:
    shift, base = _step(hit)
    return one(hit, "named", Deictic("year", shift, base, _season_or_month(hit)))


def _season_or_month(hit: Hit) -> Fields:
    if hit.has("season"):
        return Fields("season", index=hit.value("season"))
    day = hit.value("day") if hit.has("day") else None
    return Fields("month", month=hit.value("month"), day=day)


def _unit(hit: Hit) -> tuple[Expression, ...]:
    shift, base = _step(hit)
    unit = hit.word("unit")
    if unit in ("minute", "hour"):
        return ()
    return one(hit, f"{hit.words('which') or 'the'} unit", Deictic(unit, shift, base))


def _daypart(hit: Hit) -> tuple[Expression, ...]:
    shift, base = _step(hit)
    return one(hit, "part of a day", Deictic("day", shift, base), hour=_hour(hit))


def _offset(hit: Hit) -> tuple[Expression, ...]:
    words = hit.words("direction")
    sign = -1 if words in _BACK else 1
    base = REPORT if words in ("ago", "hence", "from now", "back") else STORY
    what = Offset(amount_of(hit), unit_of(hit), sign, base)
    return one(hit, f"units {words}", what, mod=mod_of(hit))


def _in_time(hit: Hit) -> tuple[Expression, ...]:
    """ "In five years' time"."""
    if hit.tokens[hit.last - 2].text not in ("'", "’"):
        return ()
    return one(hit, "units hence", Offset(amount_of(hit), unit_of(hit), 1, REPORT))


def _exactly_ago(hit: Hit) -> tuple[Expression, ...]:
    """ "A week ago today": to the day."""
    what = Offset(amount_of(hit), unit_of(hit), -1, REPORT, counted=True)
    return one(hit, "units ago", what, mod=mod_of(hit))


def _weekdays_ago(hit: Hit) -> tuple[Expression, ...]:
    """ "Two Sundays ago"; "Monday week" is the Monday after next."""
    count = hit.value("count") if hit.has("count") else None
    named = Fields("day", weekday=hit.value("weekday"))
    what = Deictic("week", 2 if count is None else -count, REPORT, named)
    return one(hit, "weekday", what)


def _years_ago(hit: Hit) -> tuple[Expression, ...]:
    """ "Three Christmases ago", "two summers ago"."""
    count = hit.value("count") or 0
    if hit.has("season"):
        named = Fields("season", index=hit.value("season"))
    else:
        holiday = hit.tokens[hit.match.start("holiday")].value
        named = Fields("day", holiday=str(holiday))
    return one(hit, "years ago", Deictic("year", -int(count), REPORT, named)) if count else ()


def _and_more(hit: Hit) -> tuple[Expression, ...]:
    """ "A year and three months later"."""
    more = second_of(hit)
    return tuple(
        replace(made, what=replace(made.what, more=more))
        for made in (_offset(hit) if more else ())
        if isinstance(made.what, Offset)
    )


def _ago_a_day(hit: Hit) -> tuple[Expression, ...]:
    """ "Three months ago yesterday": to the day."""
    back = -float(_DAYS[hit.word("day")])
    what = Offset(amount_of(hit), unit_of(hit), -1, REPORT, counted=True, more=(back, "day"))
    return one(hit, "units ago", what, mod=mod_of(hit))


def _before_last(hit: Hit) -> tuple[Expression, ...]:
    """ "The week before last", "the Friday before last", "the summer before last"."""
    shift = -2 if hit.has("back") else 2
    if hit.has("season") or hit.has("month"):
        return one(hit, "named", Deictic("year", shift, REPORT, _season_or_month(hit)))
    named = Fields("day", weekday=hit.value("weekday")) if hit.has("weekday") else None
    unit = "week" if named else hit.word("unit")
    rule = "weekday" if named else "unit before last"
    return one(hit, rule, Deictic(unit, shift, REPORT, named))


def _same_of_year(hit: Hit) -> tuple[Expression, ...]:
    """ "The same month of the previous year": twelve months from what is told."""
    years = _STEPS[hit.word("which")][0]
    unit = hit.word("unit")
    steps = {"month": 12, "quarter": 4, "week": 52}[unit]
    return one(hit, "same unit", Deictic(unit, steps * years, STORY))


def _day_of_unit(hit: Hit) -> tuple[Expression, ...]:
    """ "The 28th of last month"."""
    shift, base = _step(hit)
    day = hit.value("day") or 0
    what = Deictic("month", shift, base, Fields("day", day=day))
    return one(hit, "day of a month", what) if plausible(day, None) else ()


def _year_ago(hit: Hit) -> tuple[Expression, ...]:
    unit = hit.word("unit")
    what = Deictic("month" if unit == "month" else "quarter", -4, STORY)
    return one(hit, "a year before", what)


def _these(hit: Hit) -> tuple[Expression, ...]:
    return one(hit, "these days", Vague("PRESENT_REF")) if hit.word("unit") == "days" else ()


def _that_time(hit: Hit) -> tuple[Expression, ...]:
    """ "This time" is TimeML's present; "that time" the date told last."""
    value = "PRESENT_REF" if hit.word("which") == "this" else ""
    return one(hit, "that time", Vague(value, then=True))


def _after(hit: Hit) -> tuple[Expression, ...]:
    return one(hit, "afterwards", Vague("FUTURE_REF", after=True))


_WHICH = (
    "(?P<which> the? very? [same following previous preceding next subsequent prior latest current]"
    " | this [coming past]? | that same? | those | last | next | coming | upcoming | past )"
)
_ALL_UNITS = "[day week month quarter year decade century weekend fortnight]"
_DAYPART = "(?P<daypart> DAYPART )"
_ROUGH = "(?P<rough> MOD )"

NEAR = (
    Rule("near day", f"{PART}? (?P<day> yesterday | today | tomorrow ) {_DAYPART}?", _near_day),
    Rule("tonight", "(?P<day> tonight | overnight )", _near_day),
    Rule(
        "weekday",
        f"{PART}? the? {_WHICH}? (?P<weekday> WEEKDAY ) (?: POSS? {_DAYPART} )?",
        _weekday,
    ),
    Rule("weekdays ago", "(?P<count> N12 | CARD ) (?P<weekday> WEEKDAYS ) ago", _weekdays_ago),
    Rule(
        "years ago",
        "(?P<count> N12 | CARD ) (?: (?P<season> SEASONPL ) | (?P<holiday> HOLIDAYPL ) ) ago",
        _years_ago,
    ),
    Rule("weekday week", "(?P<weekday> WEEKDAY ) week (?! OTHER | DASH )", _weekdays_ago),
    Rule("some weekday", "(?<= on ) (?: a | some ) (?P<weekday> WEEKDAY )", _some_weekday),
    Rule("some weekday", "a (?P<weekday> WEEKDAY ) (?= DOT | , | in | BREAK )", _some_weekday),
    Rule(
        "before last",
        f"the? (?: (?P<unit> {_ALL_UNITS} ) | (?P<weekday> WEEKDAY ) | (?P<season> SEASON )"
        " | (?P<month> MON ) )"
        " (?: (?P<back> before last ) | after next ) (?! WEEKDAY | MON | UNITX | weekend )",
        _before_last,
    ),
    Rule("day of a month", f"the (?P<day> DAYTH ) (?: day )? of {_WHICH} month", _day_of_unit),
    Rule(
        "ago a day",
        f"{_ROUGH}? {QUANTITY} ago (?P<day> yesterday | tomorrow )",
        _ago_a_day,
    ),
    Rule(
        "two units ago",
        f"{_ROUGH}? {BOTH} (?P<direction> ago | earlier | later | prior | afterwards | before"
        " | after )",
        _and_more,
    ),
    Rule("exactly ago", f"{_ROUGH}? {QUANTITY} ago today", _exactly_ago),
    Rule("named month", f"{PART}? {_WHICH} (?P<month> MON ) (?P<day> DAYTH )?", _named),
    Rule("named season", f"{PART}? {_WHICH} (?P<season> SEASON )", _named),
    Rule(
        "related unit",
        f"{PART}? {_WHICH} [fiscal calendar]? (?P<unit> {_ALL_UNITS} ) (?! DASH )",
        _unit,
    ),
    Rule(
        "part of a unit",
        f"{PART} (?P<unit> [week month quarter year decade century weekend] )",
        _unit,
    ),
    Rule(
        "unit's end",
        "(?P<unit> [week month quarter year decade century] ) (?: POSS | DASH )?"
        " (?P<part> end )",
        _unit,
    ),
    Rule(
        "the weekend",
        "(?: over | during | at )? (?P<span> the (?P<unit> weekend ) ) (?! of )",
        _unit,
    ),
    Rule(
        "the day before",
        f"the (?P<unit> {_ALL_UNITS} ) (?P<which> before | after | earlier | prior | following )",
        _unit,
    ),
    Rule("these days", "these (?P<unit> UNITS )", _these),
    Rule(
        "that time",
        "(?<= [at by during around since until from in for] ) (?P<which> this | that )"
        " very? SPELL",
        _that_time,
    ),
    Rule("that time", "(?<= [since until till by before] ) then", _that_time),
    Rule("the time", "(?<= at ) the SPELL (?! of | OTHER )", _that_time),
    Rule(
        "same unit of another",
        "the same (?P<unit> month | quarter | week ) (?: of | in ) the?"
        " (?P<which> previous | preceding | last | next | following | same ) year",
        _same_of_year,
    ),
    Rule(
        "the unit",
        "(?<= UNITS of ) the (?P<unit> [year month decade century] ) (?! POSS )",
        _unit,
    ),
    Rule("the quarter", "(?P<which> the ) (?P<unit> quarter )", _unit),
    Rule(
        "part of a day",
        f"{PART}? (?P<which> this | that same? | the? next | the? following | last | the?"
        f" same | the? previous ) {_DAYPART}",
        _daypart,
    ),
    Rule(
        "units ago",
        f"{_ROUGH}? {QUANTITY} (?: or so )? (?P<direction> ago | earlier | later | prior |"
        " hence | afterwards | afterward | from VAGUE | thereafter | previously | beforehand |"
        " from then | on (?= , ) )",
        _offset,
    ),
    Rule("in so much time", f"(?<= in ) {QUANTITY} OTHER SPELL", _in_time),
    Rule(
        "units before",
        f"{_ROUGH}? {QUANTITY} (?P<direction> before | after ) (?= DOT | , | BREAK | SEMI"
        " )",
        _offset,
    ),
    Rule(
        "year earlier",
        "a? (?P<span> the? year DASH [ago earlier] ORDW? (?P<unit> quarter | SPELL | month )? )",
        _year_ago,
    ),
    Rule(
        "afterwards",
        "(?: shortly | soon | immediately | not long ) (?: afterwards | afterward |"
        " thereafter | after (?= , | DOT ) )",
        _after,
    ),
)  # fmt: skip
