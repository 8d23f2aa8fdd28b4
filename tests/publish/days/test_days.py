"""The calendar and the timeline sheet, read by what they are made for."""

import csv
import datetime as dt
import io

import icalendar

from sayso.analysis.timeline import timeline
from sayso.analysis.wording.verbs import kind_words
from sayso.publish.days.timelinejs import COLUMNS
from sayso.publish.forms.forms import FORMS
from sayso.records.accounts import EVENT_TYPES


def text(view, form: str) -> str:
    return b"".join(FORMS[form].pieces(view)).decode()


def test_icalendar_parses_every_dated_event(view) -> None:
    """All-day entries from the first day to the last, none of them without both."""
    calendar = icalendar.Calendar.from_ical(text(view, "ics"))
    found = {str(one["UID"]).removesuffix("@sayso"): one for one in calendar.walk("VEVENT")}
    dated = {e.id: e for e in view.events() if e.earliest and e.latest}
    assert set(found) == set(dated)
    assert not any(one.errors for one in found.values())
    told = {entry.event: entry for entry in timeline(view)}
    for id, event in dated.items():
        assert found[id].start == dt.date.fromisoformat(event.earliest)
        assert found[id].end - dt.timedelta(1) == dt.date.fromisoformat(event.latest)
        shown = "".join(c for c in told[id].text if c.isprintable())
        # One that is not known to the day says so, lest it look as if it lasted.
        some_day = "" if event.earliest == event.latest else f" ({told[id].when})"
        assert str(found[id]["SUMMARY"]) == shown + some_day
        assert "On the word of: " in found[id]["DESCRIPTION"]


def test_what_is_not_certain_is_not_confirmed(view) -> None:
    """A hedged event that has no firmer telling is tentative; a plain one is confirmed."""
    calendar = icalendar.Calendar.from_ical(text(view, "ics"))
    status = {
        str(e["UID"]).removesuffix("@sayso"): str(e["STATUS"]) for e in calendar.walk("VEVENT")
    }
    for entry in timeline(view):
        if entry.event in status and entry.realis == "actual":
            firm = entry.factuality in ("asserted", "reported")
            assert (status[entry.event] == "CONFIRMED") == firm


def test_lines_are_short_and_end_as_the_standard_says(view) -> None:
    """No line is longer than 75 octets, and all end in a carriage return and a line feed."""
    whole = text(view, "ics")
    assert whole.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in whole.split("\r\n"))
    assert "\n" not in whole.replace("\r\n", "")


def test_the_sheet_has_the_columns_of_timelinejs(view) -> None:
    """An event a row, in order of time, with years and days as numbers and text as HTML."""
    rows = list(csv.DictReader(io.StringIO(text(view, "timelinejs"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    dated = [entry for entry in timeline(view) if entry.earliest]
    assert [row["Display Date"] for row in rows] == [entry.when for entry in dated]
    days = [(int(r["Year"]), int(r["Month"]), int(r["Day"])) for r in rows]
    assert days == sorted(days)
    assert days == [tuple(map(int, entry.earliest.split("-"))) for entry in dated]
    reserve = ["told with reserve" in row["Text"] for row in rows]
    assert reserve == [entry.factuality == "hedged" for entry in dated]
    assert sum(reserve) == 1
    assert all("<script" not in row["Text"] and "On the word of:" in row["Text"] for row in rows)


def test_kinds_are_words_in_both(view) -> None:
    """No code of ours is shown to a reader."""
    calendar = icalendar.Calendar.from_ical(text(view, "ics"))
    shown = {str(c) for one in calendar.walk("VEVENT") for c in one["CATEGORIES"].cats}
    rows = csv.DictReader(io.StringIO(text(view, "timelinejs"), newline=""))
    assert shown
    assert shown | {row["Group"] for row in rows} <= {kind_words(t, None) for t in EVENT_TYPES}


def test_two_runs_give_the_same_bytes(view) -> None:
    """The clock is not asked."""
    assert text(view, "ics") == text(view, "ics")
    assert text(view, "timelinejs") == text(view, "timelinejs")
