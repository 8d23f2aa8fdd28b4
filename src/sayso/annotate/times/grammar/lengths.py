"""Rules for durations, sets, times of day and the vague past, present and future."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.annotate.times.calendars.writing import SEASON_CODES
from sayso.annotate.times.expressions import (
    REPORT,
    STORY,
    Clock,
    Expression,
    Length,
    Repeat,
    Vague,
)
from sayso.annotate.times.grammar.dates import one
from sayso.annotate.times.grammar.notation import Hit, Rule
from sayso.annotate.times.grammar.tokens import Token
from sayso.annotate.times.grammar.words import DAYPARTS, NUMERIC, UNITS

_AMOUNT = (
    "(?P<amount> COUNT (?: and a half )? | a? [few several many couple dozen] of? the? (?: past"
    " | last | next )? | a | an | half an? | some )"
)
_ADJECTIVE = (
    "(?: [more additional straight consecutive full whole entire long trading working business"
    " short] )?"
)
_HALF = "(?P<half> and a half )?"
QUANTITY = f"(?: {_AMOUNT} DASH? {_ADJECTIVE} (?P<units> UNITX ) | (?P<bare> UNITS ) ) {_HALF}"
# "Two years and three months", "a year and a week".
_SECOND = re.sub(r"\(\?P<(\w+)>", r"(?P<second_\1>", QUANTITY)
BOTH = f"{QUANTITY} ,? and {_SECOND}"
_LETTER = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "millennium": "L",
}  # fmt: skip
_MODS = {
    "more than": "more", "over": "more", "less than": "less", "fewer than": "less",
    "under": "less", "at least": "least", "at most": "most", "not more than": "most",
}  # fmt: skip
_OFTEN = frozenset(
    ("CARD", "N12", "N24", "N31", "NUM", "DECIMAL", "percent", "PERCENT", "once", "twice", "times")
)
_SUBJECTS = frozenset(("he", "she", "it", "they", "we", "you", "his", "her", "their", "there"))
# "Eight at night" is in the evening, "two at night" is not.
_TWELVE, _LATE = 12, 6
# "0600": the figures of an hour and its minutes.
_FOUR = 4
_WORDS = {"a": 1, "an": 1, "couple": 2, "dozen": 12}


def second_of(hit: Hit) -> tuple[float, str] | None:
    """The second quantity of two ("a year and a week"), which has to be of a smaller unit."""
    amount, unit = amount_of(hit, "second_"), unit_of(hit, "second_")
    smaller = UNITS.index(unit) < UNITS.index(unit_of(hit))
    return (amount, unit) if amount is not None and smaller else None


def unit_of(hit: Hit, which: str = "") -> str:
    """The unit of a quantity of time, in the singular."""
    token = hit.token(which + "units") or hit.token(which + "bare")
    return str(token.value) if token else "day"


def mod_of(hit: Hit) -> str | None:
    """How exactly the words before a quantity mean it: about, more, less, least or most."""
    words = hit.words("rough").replace(" .", "")
    if not words:
        return None
    return _MODS.get(words, "less" if words.startswith(("up to", "as ")) else "about")


def amount_of(hit: Hit, which: str = "") -> float | None:
    """How many units; null where the words leave it open."""
    if not hit.has(which + "amount"):
        whole = hit.has(which + "units") and "UNITS" not in hit.kinds(which + "units")
        return 1.0 if whole else None
    words = hit.words(which + "amount").split()
    half = 0.5 if hit.has(which + "half") or (words[-1] == "half" and len(words) > 1) else 0.0
    token = hit.token(which + "amount")
    if token and isinstance(token.value, int | float):
        return float(token.value) + half + _slashed(words)
    if words[0] == "half":
        return 0.5
    known = [_WORDS[word] for word in words if word in _WORDS]
    return None if {"few", "several", "many"} & set(words) or not known else known[-1] + half


def _slashed(words: list[str]) -> float:
    if "/" not in words:
        return 0.0
    place = words.index("/")
    return int(words[place - 1]) / max(int(words[place + 1]), 1)


def _length(hit: Hit) -> tuple[Expression, ...]:
    if "YEAR" in hit.kinds("amount") or not _whole(hit):
        return ()
    most = hit.value("most")
    what = Length(amount_of(hit), unit_of(hit), most=most)
    return one(hit, "duration", what, mod=mod_of(hit))


def _lengths(hit: Hit) -> tuple[Expression, ...]:
    """ "Two years and three months"; "a day and a week" are two."""
    amount, more = amount_of(hit), second_of(hit)
    if more is None or amount is None or "YEAR" in hit.kinds("amount"):
        return ()
    return one(hit, "duration", Length(amount, unit_of(hit), more=more), mod=mod_of(hit))


def _whole(hit: Hit) -> bool:
    """ "Two quarters", but not "a quarter of", "three-quarters", "winter quarters"."""
    if unit_of(hit) != "quarter":
        return True
    amount = amount_of(hit) if hit.has("amount") else None
    dashed = "DASH" in {token.kind for token in hit.tokens[hit.first : hit.last]}
    return amount is not None and amount != 1 and not dashed and amount != 3


_WINDOWS = {
    "past": ("past", REPORT), "last": ("past", REPORT), "recent": ("past", REPORT),
    "next": ("next", REPORT), "coming": ("next", REPORT), "upcoming": ("next", REPORT),
    "following": ("next", STORY), "subsequent": ("next", STORY), "previous": ("past", STORY),
    "preceding": ("past", STORY), "first": (None, STORY), "final": (None, STORY),
    "latest": ("past", REPORT), "the": ("next", REPORT),
}  # fmt: skip


def _window(hit: Hit) -> tuple[Expression, ...]:
    window, base = _WINDOWS[hit.word("window")]
    what = Length(amount_of(hit), unit_of(hit), window, base)
    return one(hit, f"{hit.word('window')} units", what, mod=mod_of(hit))


def _repeat(hit: Hit) -> tuple[Expression, ...]:
    if hit.has("set"):
        return one(hit, "set", Repeat(str(hit.tokens[hit.match.start("set")].value)))
    if hit.has("weekday"):
        daypart = hit.token("daypart")
        hour = str(daypart.value) if daypart else ""
        return one(hit, "set", Repeat(f"XXXX-WXX-{(hit.value('weekday') or 0) + 1}{hour}"))
    if hit.has("month"):
        return one(hit, "set", Repeat(f"XXXX-{hit.value('month'):02d}"))
    if hit.has("season"):
        return one(hit, "set", Repeat(f"XXXX-{SEASON_CODES[hit.value('season') or 0]}"))
    if hit.has("daypart"):
        return one(hit, "set", Repeat(f"XXXX-XX-XX{hit.tokens[hit.match.start('daypart')].value}"))
    amount = hit.value("count") or (2 if hit.has("other") else 1)
    return one(hit, "set", Repeat(duration(amount, unit_of(hit))))


def _so_often(hit: Hit) -> tuple[Expression, ...]:
    """ "Twice a day", "40 cases a week", but not "it lasted a week"."""
    before = hit.tokens[max(0, hit.first - 3) : hit.first]
    if not before or not (before[-1].kind in _OFTEN or _counts(before)):
        return ()
    return one(hit, "set", Repeat(duration(1, unit_of(hit))))


def _counts(before: Sequence[Token]) -> bool:
    """Whether a number and what it counts stand there: "90,000 copies", "40 new cases"."""
    counted = before[-1].kind == "OTHER" and before[-1].text.endswith("s")
    return counted and any(token.kind in ("CARD", *NUMERIC) for token in before[:-1])


def duration(amount: float | None, unit: str) -> str:
    """TimeML's value of a duration; an open amount is X."""
    letter = _LETTER[unit]
    amount = amount * 2 if unit == "fortnight" and amount else amount
    time, letter = ("T", letter[1]) if len(letter) == 2 else ("", letter)
    if amount is None:
        return f"P{time}X{letter}"
    if amount != int(amount) and letter in ("Y", "H"):
        rest = round((amount - int(amount)) * (12 if letter == "Y" else 60))
        whole = f"{int(amount)}{letter}" if int(amount) else ""
        return f"P{time}{whole}{rest}M"
    if unit in ("decade", "century"):
        return f"P{_plain(amount * (10 if unit == 'decade' else 100))}Y"
    return f"P{time}{_plain(amount)}{letter}"


def both(value: str, more: tuple[float, str] | None) -> str:
    """TimeML's value of two lengths in one: "P2Y" and three months are "P2Y3M"."""
    if more is None:
        return value
    amount, unit = (more[0] * 7, "day") if more[1] == "week" else more
    rest = duration(amount, unit).removeprefix("P")
    return value + (rest.removeprefix("T") if "T" in value else rest)


def _plain(amount: float) -> str:
    """A number without an exponent, however large: "P1000000Y"."""
    return str(int(amount)) if amount == int(amount) else f"{amount:.6f}".rstrip("0").rstrip(".")


def _vague(hit: Hit) -> tuple[Expression, ...]:
    token = hit.token("vague")
    known = {"current": "PRESENT_REF", "present": "PRESENT_REF", "past": "PAST_REF"}
    value = token.value if token and token.value else known.get(hit.word("vague"), "FUTURE_REF")
    return one(hit, "vague", Vague(str(value)))


def _former(hit: Hit) -> tuple[Expression, ...]:
    return one(hit, "former", Vague("PAST_REF"))


def _clock(hit: Hit) -> tuple[Expression, ...]:
    if hit.has("daypart"):
        return one(hit, "clock", Clock(), hour=DAYPARTS[hit.word("daypart")])
    told = hit.words("clock").replace(".", ":")
    # "1600 local time"
    whole = len(told) == _FOUR and told.isdecimal()
    digits = [told[:2], told[2:]] if whole else told.split(":")
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else None
    if hit.word("meridian").startswith("p") and hour < 12:
        hour += 12
    elif hit.word("meridian").startswith("a") and hour == 12:
        hour = 0
    if hour > 24 or (minute or 0) > 59:
        return ()
    return one(hit, "clock", Clock(), hour=f"T{hour:02d}:{minute or 0:02d}")


def _opening(hit: Hit) -> tuple[Expression, ...]:
    """ "In the evening Lee left", "In the evening he left"; but "in the evening paper"."""
    daypart, after = hit.token("daypart"), hit.tokens[hit.last]
    opens = hit.tokens[hit.first - 1].text == "In" and daypart is not None
    told = after.text[:1].isupper() or after.text in _SUBJECTS
    if not (opens and daypart is not None and daypart.text.islower() and told):
        return ()
    return one(hit, "clock", Clock(), hour=DAYPARTS[hit.word("daypart")])


def _military(hit: Hit) -> tuple[Expression, ...]:
    """ "At 0600 GMT", "1430 hrs"."""
    digits = hit.word("clock")
    if len(digits) != 4 or not digits.isdecimal() or int(digits[:2]) > 24 or int(digits[2:]) > 59:
        return ()
    return one(hit, "clock", Clock(), hour=f"T{digits[:2]}:{digits[2:]}")


def _hour_of_part(hit: Hit) -> tuple[Expression, ...]:
    """ "Three o'clock in the morning", "4.53 in the afternoon", "nine at night"."""
    hours, _, minutes = hit.words("clock").replace(".", ":").partition(":")
    hour = int(hours) if hours.isdecimal() else hit.value("clock") or 0
    part = DAYPARTS[hit.word("part")]
    if not 1 <= hour <= _TWELVE or part not in ("TMO", "TAF", "TEV", "TNI"):
        return ()
    late = part in ("TAF", "TEV") or (part == "TNI" and hour >= _LATE)
    hour = hour % _TWELVE + (_TWELVE if late else 0)
    return one(hit, "clock", Clock(), hour=f"T{hour:02d}:{minutes[:2] or '00'}")


def _at_night(hit: Hit) -> tuple[Expression, ...]:
    """ "At dawn" is that of the day told; "at night" is any night."""
    word = hit.word("daypart")
    if word in ("morning", "afternoon", "evening"):
        return ()
    what = Clock(any_day=word == "night")
    return one(hit, "at night" if what.any_day else "clock", what, hour=DAYPARTS[word])


def _daytime(hit: Hit) -> tuple[Expression, ...]:
    word = hit.word("daypart")
    if word not in ("daytime", "nighttime") and hit.last == hit.first + 1:
        return ()
    return one(hit, "at night", Clock(any_day=True), hour=DAYPARTS[word])


_ROUGH = "(?P<rough> MOD )"
_NOT_AGE = "(?! DASH? old | of age )"
LENGTHS = (
    Rule("so often", "(?: a | an ) (?P<units> UNIT ) (?! ago | DASH )", _so_often),
    Rule("days a week", "COUNT UNITS (?: a | each | every | per ) (?P<units> UNIT )", _repeat),
    Rule(
        "duration",
        f"(?: the (?! COUNT DASH | UNITS ) | {_ROUGH} | another )? {QUANTITY} {_NOT_AGE}"
        " (?: or (?= so ) so )?",
        _length,
    ),
    Rule(
        "term",
        "the [fiscal full]? (?P<units> UNIT )"
        " (?= ended | ending | to (?: the? DAYTH of? )? MON | to the (?: end of )? YEAR )",
        _length,
    ),
    Rule("two lengths", f"{_ROUGH}? {BOTH} {_NOT_AGE}", _lengths),
    Rule(
        "duration between figures",
        f"{_ROUGH}? {_AMOUNT} (?: to | or | DASH ) (?P<most> COUNT ) DASH? {_ADJECTIVE}"
        " (?P<units> UNITX )"
        f" {_NOT_AGE}",
        _length,
    ),
    Rule(
        "window",
        "the? (?P<window> [past last next coming upcoming following subsequent previous preceding"
        f" first final recent latest] ) {_AMOUNT}? {_ADJECTIVE} (?P<units> UNITS )",
        _window,
    ),
    Rule(
        "window of one",
        "the (?P<window> [past last next coming] ) (?P<units> [hour day week month year"
        " decade century] )",
        _window,
    ),
    Rule("window ahead", "(?P<window> the ) (?P<units> UNITX ) ahead", _window),
    Rule("long", "(?P<units> UNITX ) DASH? long", _length),
    Rule(
        "every",
        "(?: every | each ) (?: (?P<count> COUNT ) | (?P<other> OTHER ) )? (?P<units>"
        " UNITX )",
        _repeat,
    ),
    Rule("per", "per (?P<units> UNIT )", _repeat),
    Rule(
        "weekday of every month",
        "the? (?: ORDW | ORD | last ) WEEKDAY (?: of | in ) (?: each | every | the ) (?P<units>"
        " month )",
        _repeat,
    ),
    Rule(
        "every weekday",
        "(?: every | each ) (?: ORDW | OTHER )? (?P<weekday> WEEKDAY ) (?P<daypart> DAYPART )?",
        _repeat,
    ),
    Rule(
        "weekdays",
        "(?P<weekday> WEEKDAYS | WEEKDAY (?= DAYPARTS ) ) (?P<daypart> DAYPARTS )?",
        _repeat,
    ),
    Rule("every month", "(?: every | each ) (?P<month> MONTH | MAYBE )", _repeat),
    Rule("every season", "(?: every | each ) (?P<season> SEASON )", _repeat),
    Rule(
        "each of the last",
        "each of the (?: past | last | next | previous | following | first ) COUNT?"
        " (?P<units> UNITS )",
        _repeat,
    ),
    Rule("every night", "(?: every | each ) (?P<daypart> DAYPART )", _repeat),
    Rule("set", "(?P<set> SETW )", _repeat),
    Rule(
        "vague",
        "(?: (?: more | right ) (?= VAGUE ) | very )? (?P<vague> VAGUE ) (?! that )",
        _vague,
    ),
    Rule("vague noun", "(?P<vague> current ) (?= OTHER )", _vague),
    Rule("former", "(?P<former> former ) (?= OTHER )", _former),
    Rule(
        "the past",
        "the (?P<vague> past | future | present )"
        " (?! OTHER | UNITX | COUNT | DASH | few | several )",
        _vague,
    ),
    Rule("clock", "(?P<clock> CLOCK ) (?P<meridian> [am pm] )? (?: hrs | UNITS )? ZONE?", _clock),
    Rule("hour", "(?P<clock> N12 ) (?P<meridian> am | pm | o'clock ) ZONE?", _clock),
    Rule(
        "hour in four figures",
        "(?<! OPEN ) (?P<clock> NUM | YEAR ) (?: hrs | UNITS )? ZONE",
        _military,
    ),
    Rule("hour in four figures", "(?P<clock> NUM | YEAR ) hrs", _military),
    Rule(
        "hour of a day part",
        "(?P<clock> CLOCK | N12 | CARD ) o'clock? (?: in | at ) the? (?P<part> DAYPART )",
        _hour_of_part,
    ),
    Rule("at dawn", "(?<= [at by before until around since] ) (?P<daypart> DAYPART )", _at_night),
    Rule("daytime", "(?P<daypart> DAYPART ) (?: DASH SPELL )?", _daytime),
    Rule("clock", "(?<= in ) the (?P<daypart> DAYPART ) (?! OTHER | of )", _clock),
    Rule("clock", "(?<= in ) the (?P<daypart> DAYPART ) (?= OTHER )", _opening),
    Rule("noon", "(?P<daypart> DAYPART ) (?= WEEKDAY )", _clock),
)  # fmt: skip
