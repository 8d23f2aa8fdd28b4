"""Feasts: the day of each in a year, by the rule of its calendar."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sayso.annotate.times.calendars.gregorian import (
    day_number,
    easter,
    nth_weekday,
    orthodox_easter,
)
from sayso.annotate.times.calendars.moon import diwali, lunar_new_year
from sayso.annotate.times.calendars.others import HIJRI, SOLAR, hebrew_day, month_of, year_at

_FIXED = {
    "christmas": (12, 25), "christmas eve": (12, 24), "halloween": (10, 31),
    "new year": (1, 1), "new year eve": (12, 31), "epiphany": (1, 6), "all saints": (11, 1),
    "may day": (5, 1), "boxing day": (12, 26), "bastille day": (7, 14), "valentine": (2, 14),
    "st patrick": (3, 17), "armistice day": (11, 11), "juneteenth": (6, 19),
    "women's day": (3, 8), "orthodox christmas": (1, 7), "orthodox christmas eve": (1, 6),
    "all souls": (11, 2), "candlemas": (2, 2), "annunciation": (3, 25), "assumption": (8, 15),
    "midsummer day": (6, 24), "michaelmas": (9, 29), "martinmas": (11, 11),
    "st stephen": (12, 26), "st andrew": (11, 30), "st george": (4, 23), "st david": (3, 1),
    "guy fawkes": (11, 5), "anzac day": (4, 25), "australia day": (1, 26), "canada day": (7, 1),
    "fourth of july": (7, 4), "cinco de mayo": (5, 5), "earth day": (4, 22),
    "human rights day": (12, 10), "kwanzaa": (12, 26), "remembrance day": (11, 11),
}  # fmt: skip
# Month, weekday (0 for Monday) and which of them (-1: the last).
_NTH = {
    "thanksgiving": (11, 3, 4),
    "memorial day": (5, 0, -1),
    "martin luther king": (1, 0, 3),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "presidents' day": (2, 0, 3),
    "remembrance sunday": (11, 6, 2),
}
# Days after Easter Sunday.
_AROUND_EASTER = {
    "easter": 0, "good friday": -2, "maundy thursday": -3, "palm sunday": -7, "ash wednesday": -46,
    "ascension": 39, "pentecost": 49, "easter monday": 1, "easter saturday": -1,
    "shrove tuesday": -47, "holy saturday": -1, "whit monday": 50, "trinity": 56,
}  # fmt: skip
_OTHER = {
    "eid al-fitr": (HIJRI, 10, 1), "eid al-adha": (HIJRI, 12, 10), "ashura": (HIJRI, 1, 10),
    "arbaeen": (HIJRI, 2, 20), "mawlid": (HIJRI, 3, 12), "nowruz": (SOLAR, 1, 1),
    "yalda": (SOLAR, 9, 30), "sizdah bedar": (SOLAR, 1, 13), "islamic new year": (HIJRI, 1, 1),
}  # fmt: skip
_HEBREW = {
    "passover": (1, 15),
    "shavuot": (3, 6),
    "rosh hashanah": (7, 1),
    "yom kippur": (7, 10),
    "sukkot": (7, 15),
    "hanukkah": (9, 25),
    "purim": (14, 14),
    "simchat torah": (7, 23),
    "lag baomer": (2, 18),
    "tisha b'av": (5, 9),
}
# The new moon's, and the year's first day by the calendar of the lands where it is called so.
_LUNAR: dict[str, Callable[[int], int]] = {
    "diwali": diwali, "lunar new year": lunar_new_year,
    "tet": partial(lunar_new_year, vietnam=True),
}  # fmt: skip
_ANNO_MUNDI = 3760
# Before, calendars of the east followed other rules than those computed here.
_LUNAR_SINCE = 1645


def feast(name: str, year: int) -> int | None:
    """The day of a feast in a year of the common era; the first, where two fall into it."""
    if name in _FIXED:
        return day_number(year, *_FIXED[name])
    plain = name.removeprefix("orthodox ").removesuffix(" eve")
    back = 1 if name.endswith(" eve") else 0
    if plain in _NTH:
        found = nth_weekday(year, *_NTH[plain])
    elif plain in _AROUND_EASTER:
        sunday = orthodox_easter(year) if name.startswith("orthodox") else easter(year)
        found = sunday + _AROUND_EASTER[plain]
    elif plain in _LUNAR:
        found = _LUNAR[plain](year) if year >= _LUNAR_SINCE else None
    elif plain in _HEBREW:
        found = _hebrew(plain, year)
    else:
        found = _moving(plain, year)
    return found - back if found is not None else None


def calendar_of(name: str) -> tuple[str, int, int] | None:
    """The calendar, month and day of a feast of the Hijri or Solar Hijri year; null for others."""
    return _OTHER.get(name)


def _hebrew(name: str, year: int) -> int:
    month, day = _HEBREW[name]
    if name == "purim":
        return hebrew_day(year + _ANNO_MUNDI, 1, 15) - 30
    return hebrew_day(year + _ANNO_MUNDI + (1 if month >= 7 else 0), month, day)


def _moving(name: str, year: int) -> int | None:
    """A feast of the Hijri or Solar Hijri calendar."""
    calendar, month, day = _OTHER.get(name, (HIJRI, 9, 0))
    start = day_number(year, 1, 1)
    first = year_at(calendar, start)
    for there in (first, first + 1, first + 2):
        bounds = month_of(calendar, there, month)
        if bounds is None:
            return None
        found = bounds[0] + day - 1 if name != "quds day" else _last_friday(bounds[1])
        if start <= found < day_number(year + 1, 1, 1):
            return found
    return None


def _last_friday(day: int) -> int:
    return day - (day - 5) % 7
