"""What a pack may settle about times: the keys of times.yaml, and what each may say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.records.dates import MONTHS


@dataclass(frozen=True, slots=True)
class Convention:
    """One settled question; ``value`` is what times.yaml says, in its words."""

    value: str


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = tuple(map(str.lower, MONTHS))


def numbers(text: str) -> tuple[int, ...]:
    """ "10, 20" as numbers; raises ValueError for anything else."""
    return tuple(int(part) for part in text.split(","))


def days_of_week(text: str) -> tuple[int, ...]:
    """ "friday, saturday" as numbers from 0 for Monday; raises ValueError for anything else."""
    return tuple(WEEKDAYS.index(part.strip().lower()) for part in text.split(","))


def _month(text: str) -> int:
    return _MONTHS.index(text.strip().lower()) + 1


def _one_of(*words: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        return words[words.index(text.strip().lower())] and text.strip().lower()

    return read


def _two_within(limit: int) -> Callable[[str], tuple[int, ...]]:
    def read(text: str) -> tuple[int, ...]:
        first, second = numbers(text)
        if not 0 < first < second < limit:
            raise ValueError(text)
        return first, second

    return read


def _weekend(text: str) -> tuple[int, ...]:
    first, second = days_of_week(text)
    if second != (first + 1) % 7:
        raise ValueError(text)
    return first, second


def _count(text: str) -> int:
    (number,) = numbers(text)
    if not 0 < number < 7:
        raise ValueError(text)
    return number


# Key: what it settles, how its value is read, and an example of one.
CONVENTIONS: dict[str, tuple[str, Callable[[str], object], str]] = {
    "figures": (
        "which comes first in 3/4/2020 where the report does not show it", _one_of("day", "month"),
        "day",
    ),
    "fiscal year": ("the month in which fiscal years begin", _month, "october"),
    "weekend": ("the two days of the weekend", _weekend, "friday, saturday"),
    "seasons": ("whose seasons are meant", _one_of("northern", "southern"), "southern"),
    "month parts": ("the last day of early and of mid in a month", _two_within(28), "10, 20"),
    "decade parts": ("the last year of early and of mid in a decade", _two_within(9), "3, 6"),
    "year edges": ("how many months the beginning or end of a year has", _count, "2"),
    "recent": ("how many units recent weeks or months reach back", _count, "6"),
}  # fmt: skip


def read_convention(name: str, value: str) -> object:
    """The value of a convention; raises ValueError where it is none."""
    return CONVENTIONS[name][1](value)
