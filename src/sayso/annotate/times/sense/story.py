"""The state of the discourse: what has been dated so far, as the text goes on."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.annotate.times.calendars.gregorian import Period, civil, containing, day_number
from sayso.annotate.times.calendars.writing import edtf
from sayso.annotate.times.sense.profile import Profile

# So many days has a quarter, give or take a week.
QUARTER, WEEK = 91, 8


@dataclass(slots=True)
class Story:
    """What later expressions hang on: the last date told and the year the text is in.

    ``due`` is a date still to come, on which only what is to come hangs.
    ``section`` is the first and last year that the heading of the section names; ``in_heading``
    tells that no date of the present heading has been read yet. ``saying`` tells that the date
    stands beside a word of saying. ``stretch`` are the days of accounts told last ("the nine
    months ended 30 June").
    """

    profile: Profile
    last: Period | None = None
    year: int | None = None
    fine: Period | None = None
    quarter: Period | None = None
    outlook: str | None = None
    told_here: bool = False
    day_here: bool = False
    below_heading: bool = False
    section: tuple[int, int] | None = None
    in_heading: bool = False
    days: tuple[int, int] | None = None
    due: Period | None = None
    saying: bool = False
    stretch: tuple[int, int] | None = None
    passing: Period | None = None
    in_passing: bool = False

    @property
    def report(self) -> Period | None:
        """The day of the report, if it is known."""
        return self.profile.report

    def base(self, name: str) -> tuple[Period | None, str | None]:
        """What a relative expression hangs on, and the anchor's name."""
        if name == "auto":
            name = "story" if self.profile.story and self.last else "report"
        if name == "report":
            return self.report, "report date" if self.report else None
        told = self.due if self.due and (self.outlook == "ahead" or not self.last) else self.last
        return told, edtf(told) if told else None

    def turn(self, *, heading: bool) -> None:
        """Begin a paragraph; one of a dated section goes back to the years of its heading."""
        self.told_here, self.passing = False, None
        # What a heading tells is the day of the paragraph below it.
        self.day_here, self.below_heading = self.day_here and self.below_heading, heading
        self.in_heading = heading
        if self.section is None or self.year is None:
            return
        nearest = min(max(self.year, self.section[0]), self.section[1])
        if nearest == self.year:
            return
        if heading:
            # The narrative has left the section, and a heading without a date does not go back.
            self.section = None
            return
        self.year, self.fine = nearest, None
        self.last = containing("year", day_number(nearest, 1, 1))
        self.days = (self.last.first, self.last.last)

    def head(self, period: Period) -> None:
        """Take note of a date with its year in a heading."""
        years = (civil(period.first)[0], civil(period.last)[0])
        first = self.section[0] if self.section and not self.in_heading else years[0]
        self.section = (min(first, years[0]), years[1])
        self.in_heading = False
        self.year = years[0]

    def pass_by(self, period: Period | None) -> None:
        """Take note of a year that the narrative does not go on to; null keeps the one before."""
        self.passing, self.in_passing = period or self.passing, True

    def account(self, first: int, last: int) -> None:
        """Take note of the days of accounts: "the quarter ended 31 August".

        A number that the quarter has been given ("fiscal first quarter") stays its name.
        """
        self.stretch = first, last
        if self.quarter is None and abs(last - first - QUARTER) < WEEK:
            self.quarter = containing("quarter", (first + last) // 2)

    def tell(
        self, period: Period, days: tuple[int, int], *, explicit: bool, kept: bool
    ) -> None:  # fmt: skip
        """Take note of a date that the narrative has come to; ``days`` are the part of it told.

        ``explicit``: its year is told; ``kept``: that year is the passage's from here on.
        """
        if period.unit in ("quarter", "half"):
            self.stretch = None
        if period.unit == "quarter":
            self.quarter = period
        if period.unit in ("decade", "century", "millennium"):
            return
        far = explicit and not self.profile.belongs(period.year)
        if far and self.last is not None and period.unit != "day":
            self.pass_by(period)
            return
        self.last, self.days, self.due = period, days, None
        self.passing, self.in_passing = None, False
        self.year = period.year
        if period.unit in ("day", "month", "season"):
            self.fine = period
            self.told_here = self.told_here or kept
            self.day_here = self.day_here or period.unit == "day"
