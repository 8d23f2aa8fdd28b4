"""The state of the discourse: what has been dated so far, as the text goes on."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.annotate.times.calendar import Period
from sayso.annotate.times.sense.profile import Profile
from sayso.annotate.times.sense.writing import edtf


@dataclass(slots=True)
class Story:
    """What later expressions hang on: the last date told and the year the text is in."""

    profile: Profile
    last: Period | None = None
    year: int | None = None
    fine: Period | None = None
    quarter: Period | None = None
    outlook: str | None = None
    told_here: bool = False

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
        return self.last, edtf(self.last) if self.last else None

    def tell(self, period: Period, *, explicit: bool) -> None:
        """Take note of a date that the narrative has come to."""
        if period.unit == "quarter":
            self.quarter = period
        if period.unit in ("decade", "century", "millennium"):
            return
        if explicit and not self.profile.belongs(period.year):
            return
        self.last = period
        self.year = period.year
        if period.unit in ("day", "month", "season"):
            self.fine = period
            self.told_here = self.told_here or explicit
