"""The closed vocabulary of time in English: each word's kind, and its value where it has one."""

from __future__ import annotations

from sayso.annotate.numbers import ORDINALS, SMALL
from sayso.records.dates import MONTHS as NAMES_OF_MONTHS

MONTHS = tuple(map(str.lower, NAMES_OF_MONTHS))
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 0, "summer": 1, "fall": 2, "autumn": 2, "winter": 3}
UNITS = (
    "second", "minute", "hour", "day", "week", "fortnight", "month",
    "quarter", "year", "decade", "century", "millennium",
)  # fmt: skip
_PLURALS = {"century": "centuries", "millennium": "millennia"}
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50,
    "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
DAYPARTS = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "nightfall": "TNI",
    "dawn": "TMO", "daybreak": "TMO", "sunrise": "TMO", "dusk": "TEV", "sunset": "TEV",
    "daytime": "TDT", "nighttime": "TNI",
    "noon": "T12:00", "midday": "T12:00", "midnight": "T24:00",
}  # fmt: skip
SETS = {
    "daily": "P1D", "nightly": "P1D", "hourly": "PT1H", "weekly": "P1W", "biweekly": "P2W",
    "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y", "weekdays": "XXXX-WXX",
    "weekends": "XXXX-WXX-WE",
}  # fmt: skip
VAGUE = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF", "recently": "PAST_REF", "lately": "PAST_REF",
}  # fmt: skip

# Words that patterns name as they stand: each is a kind of its own.
_ITSELVES = """
the a an its their his her our of in on at by to from and or between during since until till
before after ago earlier later prior previous preceding following next last past coming upcoming
subsequent this that same those recent latest current present future former today yesterday tomorrow
tonight overnight early mid middle late beginning start end close outset turn part new final
remainder rest good latter eve fiscal calendar financial period full every each per once twice
times about around nearly almost approximately roughly circa some just only over under within more
less fewer than least most up as many much not few several couple dozen another additional long
straight consecutive whole entire trading working business short into soon hence thereafter
afterwards afterward shortly immediately through throughout for so old age percent ended ending
right very orthodox eastern previously beforehand these then no ahead bc bce ad ce
am pm o'clock hrs gmt utc est edt pst pdt cst cdt
"""
_AHEAD = "will shall expected scheduled due"
_MIDWAY = "midway halfway"
_IN_TURN = "followed preceded"
_APPROXIMATE = {"approx": "approximately", "ca": "circa", "c": "circa"}

LEXICON: dict[str, tuple[str, int | str | None]] = {
    word: (word, None) for word in _ITSELVES.split()
}
LEXICON |= {word: ("MODAL", None) for word in _AHEAD.split()}
LEXICON |= {word: ("followed", None) for word in _IN_TURN.split()}
LEXICON |= {word: ("midway", None) for word in _MIDWAY.split()}
LEXICON |= {word: ("CARD", value) for word, value in SMALL.items()}
LEXICON |= {word: ("ORDWORD", value) for word, value in ORDINALS.items()}
LEXICON |= {"first": ("first", 1), "second": ("second", 2)}
LEXICON |= {word: ("MONTH", i) for i, word in enumerate(MONTHS, 1)}
LEXICON |= {word[:3]: ("MABBR", i) for i, word in enumerate(MONTHS, 1) if word != "may"}
LEXICON |= {"sept": ("MABBR", 9), "may": ("MAYBE", 5), "march": ("MAYBE", 3)}
LEXICON |= {word: ("WEEKDAY", i) for i, word in enumerate(WEEKDAYS)}
LEXICON |= {word + "s": ("WEEKDAYS", i) for i, word in enumerate(WEEKDAYS)}
LEXICON |= {word[:3]: ("WABBR", i) for i, word in enumerate(WEEKDAYS)}
LEXICON |= {"tues": ("WABBR", 1), "thur": ("WABBR", 3), "thurs": ("WABBR", 3)}
LEXICON |= {word: ("SEASON", i) for word, i in SEASONS.items()}
LEXICON |= {word + "s": ("SEASONPL", i) for word, i in SEASONS.items()}
LEXICON |= {word: (word, word) for word in UNITS if word != "second"}
LEXICON |= {_PLURALS.get(word, word + "s"): ("UNITS", word) for word in UNITS}
LEXICON |= {word: ("DECADEW", value) for word, value in DECADES.items()}
LEXICON |= {word: ("DAYPART", value) for word, value in DAYPARTS.items()}
LEXICON |= {word + "s": ("DAYPARTS", DAYPARTS[word]) for word in ("morning", "evening", "night")}
LEXICON |= {word: ("SETW", value) for word, value in SETS.items()}
LEXICON |= {word: ("VAGUE", value) for word, value in VAGUE.items()}
LEXICON |= {word: ("SPELL", None) for word in ("time", "period")}
LEXICON |= {word: (name, None) for word, name in _APPROXIMATE.items()}
LEXICON |= {"weekend": ("weekend", "weekend"), "half": ("half", "half")}
LEXICON |= {"anniversary": ("anniversary", None), "centenary": ("anniversary", 100)}
LEXICON |= {"centennial": ("anniversary", 100), "bicentenary": ("anniversary", 200)}

# Names that are dates only when they are written as names.
CAPITALISED = frozenset({"MAYBE", "WABBR", "MABBR"})
PUNCTUATION = {
    ",": ",", ".": "DOT", "-": "DASH", "–": "DASH", "—": "DASH", "−": "DASH", "/": "SLASH",
    "(": "OPEN", ")": "CLOSE", "%": "PERCENT", ":": "COLON", ";": "SEMI", "?": "STOP", "!": "STOP",
}  # fmt: skip
NUMERIC = ("N12", "N24", "N31", "N59", "N99", "NUM", "DECIMAL", "YEAR")
SHAPES = (
    "ISO", "SLASHED", "CLOCK", "ORD", "DECADE", "YY", "QUARTERQ", "HALFH", "POSS", "YEARW",
    "FY", "AH", "HOLIDAY", "HOLIDAYPL", "OMONTH", "OMONTHQ", "BREAK", "OTHER",
)  # fmt: skip

KINDS = tuple(
    sorted({kind for kind, _ in LEXICON.values()} | set(PUNCTUATION.values()) | {*NUMERIC, *SHAPES})
)
# One private-use letter a kind, so that a pattern over kinds is an ordinary regular expression.
LETTERS = {kind: chr(0xE000 + i) for i, kind in enumerate(KINDS)}
