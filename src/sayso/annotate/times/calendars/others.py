"""The Hijri, Solar Hijri and Hebrew calendars: their days as Gregorian day numbers.

The Hijri calendar is that of Umm al-Qura where it has been published (1365 to 1500 AH, which is
1945 to 2077), and the tabular civil one outside; Muslim lands begin a month on the sight of the
moon, so a day either way is usual. The Solar Hijri calendar follows Borkowski's table of its
leap years (K. M. Borkowski, "The Persian calendar for 3000 years", 1996); the Hebrew one the
computation in E. M. Reingold and N. Dershowitz, "Calendrical Calculations". Months are counted
from 1; the Hebrew year begins with Tishri as its month 7, Nisan is month 1.
"""

from __future__ import annotations

from sayso.annotate.times.calendars.gregorian import day_number

HIJRI, SOLAR = "hijri", "solar"
_FIRST_PUBLISHED, _FIRST_DAY = 1365, 710_370
# Three digits a year: which of its twelve months have thirty days, the first month lowest.
_LONG_MONTHS = (
    "d55555555d556d5555ea5d2aaaacd5655572da9555aaa55552da6d55a55574dd53d54556d552d5d55d54d45655"
    "52da5d55aad56aad4b52aa574ae97656cb55aaaa554ad95d2da5d9db2ba4b4aa552b5575b6abd2bc4b89a9552d"
    "5adb6a6d4dc9d92aa69562ae56d36ab55aaa94d49d95d2ba5b55aad55a9a92e26e55dada6d46a554ba9754eaae"
    "5acba9d92b2564bcab55ab556d2ea5e4aa9552daad36c7596d269552da5b4ba9ba3b4b69b52aa64b696d2ec6d9"
    "eb2d54d2aa564ae96dd6ab54b29a9352ba57536ab56aae93"
)
_TABULAR_EPOCH = 227_015
_SOLAR_BREAKS = (
    -61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324,
    2394, 2456, 3178,
)  # fmt: skip
_HEBREW_EPOCH = -1_373_427


def month_of(calendar: str, year: int, month: int) -> tuple[int, int] | None:
    """First and last day of a month; null where the calendar has no such year or month."""
    if not 1 <= month <= 12 or not 1 <= year <= 3000:
        return None
    starts = _hijri_month if calendar == HIJRI else _solar_month
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    return starts(year, month), starts(*following) - 1


def year_of(calendar: str, year: int) -> tuple[int, int] | None:
    """First and last day of a year; null where the calendar has none such."""
    first, last = month_of(calendar, year, 1), month_of(calendar, year, 12)
    return (first[0], last[1]) if first and last else None


def year_at(calendar: str, day: int) -> int:
    """The year of that calendar in which a day lies (1 for all days before it began)."""
    guess = max(1, (day - _TABULAR_EPOCH) * 100 // (35437 if calendar == HIJRI else 36524))
    while (here := year_of(calendar, guess)) and here[1] < day:
        guess += 1
    while guess > 1 and (here := year_of(calendar, guess)) and here[0] > day:
        guess -= 1
    return guess


def _published() -> dict[int, tuple[int, ...]]:
    starts, day = {}, _FIRST_DAY
    for place in range(0, len(_LONG_MONTHS), 3):
        bits, months = int(_LONG_MONTHS[place : place + 3], 16), []
        for month in range(12):
            months.append(day)
            day += 29 + (bits >> month & 1)
        starts[_FIRST_PUBLISHED + place // 3] = tuple(months)
    starts[_FIRST_PUBLISHED + len(starts)] = (day,)
    return starts


_PUBLISHED = _published()


def _hijri_month(year: int, month: int) -> int:
    known = _PUBLISHED.get(year, ())
    if month <= len(known):
        return known[month - 1]
    return _TABULAR_EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2


def _solar_month(year: int, month: int) -> int:
    return _nowruz(year) + 31 * (month - 1) - max(0, month - 7)


def _nowruz(year: int) -> int:
    """The first day of a Solar Hijri year."""
    leaps, before = -14, _SOLAR_BREAKS[0]
    for after in _SOLAR_BREAKS[1:]:
        span = after - before
        if year < after:
            break
        leaps += span // 33 * 8 + span % 33 // 4
        before = after
    beyond = year - before
    leaps += beyond // 33 * 8 + (beyond % 33 + 3) // 4
    if span % 33 == 4 and span - beyond == 4:
        leaps += 1
    gregorian = year + 621
    passed = gregorian // 4 - (gregorian // 100 + 1) * 3 // 4 - 150
    return day_number(gregorian, 3, 20 + leaps - passed)


def hebrew_day(year: int, month: int, day: int) -> int:
    """The day of a Hebrew date, e.g. Passover is 15 Nisan: (5780, 1, 15)."""
    days = _hebrew_new_year(year) + day - 1
    months = range(7, _hebrew_months(year) + 1)
    if month < 7:
        days += sum(_hebrew_length(year, before) for before in months)
        months = range(1, 7)
    return days + sum(_hebrew_length(year, before) for before in months if before < month)


def _hebrew_months(year: int) -> int:
    return 13 if (7 * year + 1) % 19 < 7 else 12


def _hebrew_length(year: int, month: int) -> int:
    days = _hebrew_new_year(year + 1) - _hebrew_new_year(year)
    if month in (2, 4, 6, 10, 13):
        return 29
    if month == 12:
        return 30 if _hebrew_months(year) == 13 else 29
    if month == 8:
        return 30 if days % 10 == 5 else 29
    return 29 if month == 9 and days % 10 == 3 else 30


def _hebrew_new_year(year: int) -> int:
    before, here, after = (_elapsed(y) for y in (year - 1, year, year + 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return _HEBREW_EPOCH + here + delay


def _elapsed(year: int) -> int:
    """Days from the epoch to the new moon of a year, put off where it falls on a barred weekday."""
    months = (235 * year - 234) // 19
    days = months * 29 + (12084 + 13753 * months) // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days
