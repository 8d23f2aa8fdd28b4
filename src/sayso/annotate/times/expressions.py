"""Time expressions as the words give them: typed, and not yet placed on the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

# What a relative expression hangs on: the report's day, the last date told, an event, or
# whichever of the first two the document goes by.
REPORT, STORY, EVENT, AUTO = "report", "story", "event", "auto"


@dataclass(frozen=True, slots=True)
class Fields:
    """Fields of the calendar; ``unit`` is the finest one named, what is not said is null.

    ``index`` is the number of a quarter, half or season, from 0; ``nth`` the first, second ... of
    the weekdays of a month (-1: the last, also of days). ``turn`` names the year by relation: 0
    this year, -1 the year before, 1 the next, counted from the ``base``. A ``short_year`` leaves
    out its century.
    ``figures`` are day and month in an order that only the whole document shows. ``fiscal`` tells
    that the year is one of accounts, named by the year in which it ends.
    """

    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    index: int | None = None
    weekday: int | None = None
    nth: int | None = None
    holiday: str | None = None
    turn: int | None = None
    base: str = REPORT
    short_year: bool = False
    figures: tuple[int, int] | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Foreign:
    """A date of the "hijri" or "solar" calendar. ``common`` tells that the year, though beside a
    month of that calendar, is one of the common era ("Ramadan 2019"). A ``doubtful`` one is a date
    only in a text that counts by that calendar; of days -1 is the last."""

    calendar: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    common: bool = False
    doubtful: bool = False
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Deictic:
    """A unit so many steps from a base: "last month" is -1 from the report, "the next day" 1 from
    the last date told. ``named`` is what the unit is called ("last March", "next Tuesday")."""

    unit: str
    shift: int
    base: str = REPORT
    named: Fields | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance from a base: "two weeks ago". ``amount`` is null where vague ("years ago").

    ``noun`` is the event that the distance is counted from, if the words name one. ``counted``
    tells that a day is meant, not a distance: "on the third day" is two days from the first.
    """

    amount: float | None
    unit: str
    sign: int
    base: str = STORY
    noun: str | None = None
    inclusive: bool = False
    counted: bool = False
    beside: bool = False
    behind: bool = True
    more: tuple[float, str] | None = None


@dataclass(frozen=True, slots=True)
class Pointer:
    """An event without a distance: "since the killing of X". It is no TIMEX3, yet dates what is
    told; ``edge`` is since, after, before or until."""

    edge: str
    noun: str | None = None
    base: str = EVENT


@dataclass(frozen=True, slots=True)
class Length:
    """A duration. ``window`` says where it lies: "past" (up to the base), "next", or null.

    ``most`` is the upper figure of "two to three weeks", ``more`` what comes on top of the amount
    ("two years and three months").
    """

    amount: float | None
    unit: str
    window: str | None = None
    base: str = REPORT
    most: float | None = None
    more: tuple[float, str] | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """Something that recurs; ``value`` is TimeML's."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """The past, the present or the future; ``after`` means an open stretch after the last date
    told, ``then`` that date itself ("at that time")."""

    value: str
    after: bool = False
    then: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day on a day that other words give, or that is not told; ``any_day`` means no day
    in particular ("at night")."""

    any_day: bool = False


What: TypeAlias = Fields | Foreign | Deictic | Offset | Pointer | Length | Repeat | Vague | Clock


@dataclass(frozen=True, slots=True)
class Expression:
    """One time expression: tokens ``first`` to ``last`` (exclusive), what they say, by which rule.

    ``part`` is early, mid, late, start, middle or end of it; ``mod`` how exactly it is meant
    (about, more, less, least, most; within: all days up to the distance);
    ``hour`` TimeML's time of day ("T10:58", "TNI"); ``edge`` the preposition that makes a bound
    of it (since, until, before, after, by); ``group`` ties the members of one range or list
    together by the token the first of them begins with, ``link`` being "range" or "list";
    "overnight" marks a night that ends on the next day.
    """

    first: int
    last: int
    rule: str
    what: What
    part: str | None = None
    mod: str | None = None
    hour: str | None = None
    edge: str | None = None
    group: int | None = None
    link: str | None = None
