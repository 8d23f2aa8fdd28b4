"""Rules for dates named by their relation to another: yesterday, last March, two weeks later."""

from __future__ import annotations

from itertools import takewhile

from sayso.annotate.times.expressions import (
    AUTO,
    EVENT,
    REPORT,
    STORY,
    Deictic,
    Expression,
    Fields,
    Offset,
    Pointer,
    Vague,
)
from sayso.annotate.times.grammar.dates import PART, PRONOUNS, one
from sayso.annotate.times.grammar.lengths import QUANTITY, amount_of, mod_of, unit_of
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
# Nouns that English makes of what happens, and the short ones that need no ending.
_EVENT_ENDINGS = ("tion", "sion", "ing", "ment", "uprising", "offensive")
_EVENT_NOUNS = frozenset(
    ("death", "war", "coup", "attack", "strike", "raid", "visit", "fall", "arrival", "departure",
     "withdrawal", "murder", "defeat", "victory", "arrest", "siege", "battle", "vote", "ceasefire",
     "summit", "truce", "massacre", "revolution", "blast", "crash")
)  # fmt: skip
_DATES = frozenset(("MONTH", "MABBR", "YEAR", "WEEKDAY", "ISO"))
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
    season = hit.value("season")
    named = Fields("season", index=season) if hit.has("season") else None
    named = named or Fields("month", month=hit.value("month"), day=hit.value("day"))
    return one(hit, "named", Deictic("year", shift, base, named))


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


def _event_noun(hit: Hit) -> str | None:
    """The noun of "after the failed coup he fled": one that names what happens, else the last."""
    place, end = hit.match.span("noun") if hit.has("noun") else (0, 0)
    words = [token.text for token in hit.tokens[place:end]]
    phrase = list(takewhile(lambda word: word.islower() and word not in PRONOUNS, words))
    telling = [w for w in phrase if w.endswith(_EVENT_ENDINGS) or w in _EVENT_NOUNS]
    chosen = telling or phrase[-1:]
    return chosen[0] if chosen else None


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


def _from_event(hit: Hit) -> tuple[Expression, ...]:
    words = hit.words("direction")
    sign = -1 if words in ("before", "prior to") else 1
    base = EVENT
    what = Offset(amount_of(hit), unit_of(hit), sign, base, _event_noun(hit), words == "since")
    return one(hit, f"units {words}", what, mod=mod_of(hit))


def _year_ago(hit: Hit) -> tuple[Expression, ...]:
    unit = hit.word("unit")
    what = Deictic("month" if unit == "month" else "quarter", -4, STORY)
    return one(hit, "a year before", what)


def _eve(hit: Hit) -> tuple[Expression, ...]:
    what = Offset(1, "day", -1, EVENT, hit.word("noun") or None, counted=True)
    return one(hit, "the eve of", what)


def _pointer(hit: Hit) -> tuple[Expression, ...]:
    """ "Since the killing", "since her return in May": an event by its noun's form, or its date."""
    noun = hit.word("noun")
    if not noun.endswith(_EVENT_ENDINGS) and noun not in _EVENT_NOUNS and not _dated_behind(hit):
        return ()
    edge = {"following": "after"}.get(hit.word("edge"), hit.word("edge"))
    return one(hit, f"{edge} an event", Pointer(edge, noun))


def _dated_behind(hit: Hit) -> bool:
    """Whether a date follows: "in October", "on 4 May 2018"."""
    link, *date = [token.kind for token in hit.tokens[hit.last : hit.last + 3]] or [""]
    figures = {"N12", "N24", "N31"}
    return (
        link in ("in", "on")
        and bool(date)
        and (date[0] in _DATES or (date[0] in figures and date[-1] in ("MONTH", "MABBR")))
    )


def _doing(hit: Hit) -> tuple[Expression, ...]:
    """ "After assuming his position"."""
    verb = hit.word("doing")
    if not verb.endswith("ing") or len(verb) < 6:
        return ()
    return one(hit, f"{hit.word('edge')} doing", Pointer(hit.word("edge"), verb))


def _these(hit: Hit) -> tuple[Expression, ...]:
    return one(hit, "these days", Vague("PRESENT_REF")) if hit.word("unit") == "days" else ()


def _that_time(hit: Hit) -> tuple[Expression, ...]:
    """ "This time" is TimeML's present; "that time" the date told last."""
    value = "PRESENT_REF" if hit.word("which") == "this" else ""
    return one(hit, "that time", Vague(value, then=True))


def _nth_day(hit: Hit) -> tuple[Expression, ...]:
    """ "On the third day": counted from a beginning that only the story tells."""
    nth, unit = hit.value("nth"), hit.token("unit")
    noun = hit.word("noun") or None
    what = Offset(nth - 1 if nth else None, "day", 1, EVENT, noun, counted=True)
    hour = str(unit.value) if unit and unit.kind == "DAYPART" else None
    return one(hit, "nth day", what, hour=hour)


def _after(hit: Hit) -> tuple[Expression, ...]:
    return one(hit, "afterwards", Vague("FUTURE_REF", after=True))


_WHICH = (
    "(?P<which> the? very? [same following previous preceding next subsequent prior latest current]"
    " | this [coming past]? | that same? | those | last | next | coming | upcoming | past )"
)
_ALL_UNITS = "[day week month quarter year decade century weekend fortnight]"
_DAYPART = "(?P<daypart> DAYPART )"
_ROUGH = "(?P<rough> MOD )"

RELATIONS = (
    Rule("near day", f"{PART}? (?P<day> yesterday | today | tomorrow ) {_DAYPART}?", _near_day),
    Rule("tonight", "(?P<day> tonight | overnight )", _near_day),
    Rule(
        "weekday",
        f"{PART}? the? {_WHICH}? (?P<weekday> WEEKDAY ) (?: POSS? {_DAYPART} )?",
        _weekday,
    ),
    Rule("weekdays ago", "(?P<count> N12 | CARD ) (?P<weekday> WEEKDAYS ) ago", _weekdays_ago),
    Rule("weekday week", "(?P<weekday> WEEKDAY ) week (?! OTHER | DASH )", _weekdays_ago),
    Rule("some weekday", "(?<= on ) (?: a | some ) (?P<weekday> WEEKDAY )", _some_weekday),
    Rule("some weekday", "a (?P<weekday> WEEKDAY ) (?= DOT | , | in | BREAK )", _some_weekday),
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
    Rule("the weekend", "(?: over | during | at )? (?P<span> the (?P<unit> weekend ) )", _unit),
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
    Rule(
        "an event",
        "(?P<edge> since | after | before | until | following ) (?P<span>"
        " (?: DETERMINER | OTHER (?: OTHER )? POSS ) OTHER? (?P<noun> OTHER ) )",
        _pointer,
    ),
    Rule(
        "an event",
        "(?P<edge> since | after | before ) (?P<span> (?P<doing> OTHER ) ) (?! OTHER OTHER DOT )",
        _doing,
    ),
    Rule(
        "the eve of",
        "(?P<span> the eve ) of DETERMINER? (?P<noun> OTHER )?",
        _eve,
    ),
    Rule("the time", "(?<= at ) the SPELL (?! of | OTHER )", _that_time),
    Rule(
        "nth day",
        "(?<= [on by of from until since during after before] ) the (?P<nth> ORDW | ORD | final"
        " | last ) (?P<unit> day | DAYPART )"
        " (?= DOT | , | OTHER | of DETERMINER (?P<noun> OTHER ) )",
        _nth_day,
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
        "units after an event",
        f"(?P<span> (?: the (?! UNITS ) | {_ROUGH} )? {QUANTITY} ) (?P<direction> before | after |"
        " into | since | following | prior to | on from )"
        " (?: DETERMINER | OTHER OTHER? POSS )? (?P<noun> OTHER OTHER? OTHER? )?",
        _from_event,
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
