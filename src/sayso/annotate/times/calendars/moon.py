"""Feasts that hang on the new moon: the Lunar New Year and Diwali.

The moon and the sun are computed as in J. Meeus, "Astronomical Algorithms" (2nd edition, 1998),
chapters 49 and 25, with the larger terms only: some minutes off, which seldom shifts a day.
The Chinese year begins with the second new moon behind that of the winter solstice, by the
clock of Beijing (that of Hanoi for Tet), the third where a month between is counted twice;
Diwali is an evening before the new moon that falls when the sun is between 204 and 234 degrees
(Libra as India counts it).
"""

from __future__ import annotations

from math import cos, floor, radians, sin

# Days since day 1 (see gregorian.py) of the Julian day 0.
_JULIAN = 1_721_424.5
_FIRST_MOON, _MONTH = 2_451_550.09766, 29.530588861
# Amplitude in days, and how often the sun's anomaly, the moon's, and the moon's latitude count.
_TERMS = (
    (-0.40720, 0, 1, 0), (0.17241, 1, 0, 0), (0.01608, 0, 2, 0), (0.01039, 0, 0, 2),
    (0.00739, -1, 1, 0), (-0.00514, 1, 1, 0), (0.00208, 2, 0, 0), (-0.00111, 0, 1, -2),
    (-0.00057, 0, 1, 2), (0.00056, 1, 2, 0), (-0.00042, 0, 3, 0), (0.00042, 1, 0, 2),
    (0.00038, 1, 0, -2), (-0.00024, -1, 2, 0),
)  # fmt: skip
# Earth time runs ahead of the clock by about a minute in our age.
_AHEAD = 64 / 86_400
_BEIJING, _HANOI, _DELHI = 8 / 24, 7 / 24, 5.5 / 24
# Vietnam counted by Beijing's clock before 1976.
_HANOI_SINCE = 1976
# When dusk falls in India in autumn, and when it is night.
_SUNSET, _NIGHTFALL = 17.6 / 24, 20 / 24
# Degrees a day by which the moon, when new, gains on the sun, and how much more when it is near.
_PACE, _UNEVEN = 12.47, 1.68
_WINTER, _LIBRA = 270.0, 204.0
# Where the sun marks the months behind the solstice; one without a mark is counted twice.
_MARKS = ((300.0, 1), (330.0, 2), (0.0, 3))
# So many months lie between two solstices when one is counted twice.
_LEAP = 13


def lunar_new_year(year: int, *, vietnam: bool = False) -> int:
    """The first day of the Chinese year (Tet, where ``vietnam``) in a year of the common era."""
    clock = _HANOI if vietnam and year >= _HANOI_SINCE else _BEIJING
    months = _from_solstice(year - 1, clock)
    following = _from_solstice(year, clock)[0]
    if months.index(following) == _LEAP:
        marks = [_day(_sun_at(longitude, year, month), clock) for longitude, month in _MARKS]
        for start, end in ((months[1], months[2]), (months[2], months[3])):
            if not any(start <= mark < end for mark in marks):
                return months[3]
    return months[2]


def diwali(year: int) -> int:
    """The main day of Diwali: the last on whose early night the moon wanes its last twelfth.

    Where it does so on two evenings, only that which is covered whole counts, and then the first.
    """
    start = _sun_at(_LIBRA, year, 10)
    number = next(n for n in _near(year, 11) if _new_moon(n) >= start)
    new = _new_moon(number) - _JULIAN + _DELHI
    day = floor(new)
    waning = 12 / (_PACE + _UNEVEN * cos(radians(_anomaly(number) - 6)))
    if new < day + _SUNSET:
        return day - 1
    return day if new >= day + _NIGHTFALL or new - waning > day - 1 + _NIGHTFALL else day - 1


def _from_solstice(year: int, clock: float) -> list[int]:
    """The days of new moon from the month of the winter solstice on, fourteen of them."""
    solstice = _day(_sun_at(_WINTER, year, 12), clock)
    days = [_day(moon, clock) for moon in _moons(year, 12, 16)]
    first = max(place for place, day in enumerate(days) if day <= solstice)
    return days[first : first + _LEAP + 1]


def _day(julian: float, clock: float) -> int:
    return floor(julian - _JULIAN + clock)


def _moons(year: int, month: int, ahead: int = 2) -> list[float]:
    """The new moons from two before the middle of a month, as Julian days of Greenwich."""
    return [_new_moon(number) for number in _near(year, month, ahead)]


def _near(year: int, month: int, ahead: int = 2) -> range:
    """The numbers of the new moons about the middle of a month, counted from January 2000."""
    near = round((year + (month - 0.5) / 12 - 2000) * 12.3685)
    return range(near - 2, near + ahead + 1)


def _anomaly(number: int) -> float:
    """How far the moon is from where it is nearest, in degrees."""
    return 201.5643 + 385.81693528 * number + 0.0107582 * (number / 1236.85) ** 2


def _new_moon(number: int) -> float:
    centuries = number / 1236.85
    mean = _FIRST_MOON + _MONTH * number + 0.00015437 * centuries**2
    slow = 1 - 0.002516 * centuries
    sun = 2.5534 + 29.10535670 * number
    moon = _anomaly(number)
    latitude = 160.7108 + 390.67050284 * number
    shift = sum(
        size * slow ** abs(s) * sin(radians(s * sun + m * moon + f * latitude))
        for size, s, m, f in _TERMS
    )
    return mean + shift - _AHEAD


def _sun_at(longitude: float, year: int, month: int) -> float:
    """When the sun comes to this longitude, near the middle of a month."""
    when = 2_451_545 + (year - 2000) * 365.2425 + (month - 0.5) * 30.44
    for _ in range(4):
        away = (longitude - _sun(when) + 180) % 360 - 180
        when += away * 365.2425 / 360
    return when


def _sun(julian: float) -> float:
    """The sun's apparent longitude in degrees."""
    centuries = (julian - 2_451_545) / 36_525
    mean = 280.46646 + 36_000.76983 * centuries + 0.0003032 * centuries**2
    anomaly = radians(357.52911 + 35_999.05029 * centuries)
    centre = (
        (1.914602 - 0.004817 * centuries) * sin(anomaly)
        + 0.019993 * sin(2 * anomaly)
        + 0.000289 * sin(3 * anomaly)
    )
    return (mean + centre - 0.00569) % 360
