"""Statements held against the record: never a wrong "holds"."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.analysis.checks.find import find_checks
from sayso.analysis.checks.record import Record
from sayso.packs.load import builtin, load
from sayso.packs.pack import Pack
from sayso.records.case import Check
from sayso.records.documents import Document
from sayso.records.marks import Quantity, Time
from tests.factory import Builder, number, takes

PACK: Pack = load([builtin("general"), builtin("conflict")])


def checks(made: Builder) -> list[Check]:
    return list(find_checks(Record(made.view(), PACK)))


def quantity(
    made: Builder, report: Document, words: str, low: float, unit: str, **more: Any
) -> None:
    given = {"high": low, "bound": "exact", **more}
    made.parts.quantities.append(Quantity(made.quote(report, words), low, unit=unit, **given))


def time(made: Builder, report: Document, words: str, days: tuple[str, str], **more: Any) -> None:
    given = {"edtf": None, "anchor": None, "rule": "day", **more}
    span = made.quote(report, words)
    made.parts.times.append(Time(span, earliest=days[0], latest=days[1], **given))


def visits(days: list[tuple[str | None, str | None]], said: str, low: float, bound: str) -> Check:
    """A number of visits of one man to one town, and as many told visits as there are days."""
    made = Builder()
    orr, town = made.add("Person", "Orr"), made.add("Place", "Tamba")
    lines = [f"Orr visited Tamba, part {number}." for number in range(len(days))]
    report = made.report("r", "\n".join([f"Orr paid {said} to Tamba.", *lines]))
    facts: dict[str, Any] = {"participants": takes("actor", orr), "places": (town,)}
    made.event("CONSULT/visit", made.told(report, f"Orr paid {said} to Tamba", **facts))
    for line, (first, last) in zip(lines, days, strict=True):
        told = made.told(report, line, earliest=first, latest=last, **facts)
        made.event("CONSULT/visit", told)
    high = None if bound in ("at_least", "more_than") else low
    quantity(made, report, said, low, "visits", high=high, bound=bound)
    (found,) = [one for one in checks(made) if one.span.quote == said]
    return found


MAY, JUNE, JULY = ("2020-05-01", "2020-05-02"), ("2020-06-01", "2020-06-02"), ("2020-07-01",) * 2


@pytest.mark.parametrize(
    ("days", "low", "bound", "verdict"),
    [
        ([MAY, JUNE], 2, "at_least", "holds"),
        ([MAY, MAY], 2, "at_least", "undecided"),
        ([MAY, (None, None)], 2, "at_least", "undecided"),
        ([MAY, JUNE], 2, "more_than", "undecided"),
        ([MAY, JUNE, JULY], 2, "more_than", "holds"),
        ([MAY, JUNE], 2, "exact", "undecided"),
        ([MAY, JUNE, JULY], 2, "exact", "fails"),
        ([], 2, "at_least", "undecided"),
    ],
)
def test_visits_are_counted_when_their_days_differ(
    days: list[tuple[str, str]], low: float, bound: str, verdict: str
) -> None:
    """Two tellings of one day may be one visit; that there were no more cannot be shown."""
    found = visits(days, "two visits", low, bound)

    assert found.verdict == verdict
    assert found.reason


def test_what_is_missing_is_told() -> None:
    """An undecided count says how many more are needed."""
    assert "1 more dated" in visits([MAY], "two visits", 2, "at_least").reason


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(0, 9)), max_size=8), st.integers(1, 6))
def test_holds_is_never_said_of_what_may_be_fewer(spans: list[tuple[int, int]], low: int) -> None:
    """As many visits as a "holds" needs can be told apart by their days whichever they were."""
    days = [(f"2020-05-{a:02d}", f"2020-05-{min(a + b, 31):02d}") for a, b in spans]
    found = visits(list(days), "some visits", low, "at_least")

    if found.verdict == "holds":
        stabbed, reached = 0, ""
        for first, last in sorted(days, key=lambda span: span[1]):
            if first > reached:
                stabbed, reached = stabbed + 1, last
        assert stabbed >= low


def lists(text: str, words: str, low: float) -> list[Check]:
    made = Builder()
    quantity(made, made.report("r", text), words, low, "ports")
    return checks(made)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The three ports (Amel, Bruk and Tamba) closed.", "holds"),
        ("The three ports (Amel – Bruk – Tamba) closed.", "holds"),
        ("The three ports (Amel, Bruk, Tamba and Selwyn) closed.", "fails"),
        ("The three ports (Amel and Bruk) closed.", "undecided"),
    ],
)
def test_lists_are_counted(text: str, verdict: str) -> None:
    """As many names hold, more fail, fewer may be a choice."""
    (found,) = lists(text, "three ports", 3)

    assert found.verdict == verdict


def test_what_is_no_list_of_names_is_left_alone() -> None:
    """Remarks and dates in brackets are no list."""
    assert lists("The three ports (see page 4, and the map) closed.", "three ports", 3) == []
    assert lists("The three ports closed.", "three ports", 3) == []


def cited(words: str, days: tuple[str, str], published: str, **more: Any) -> list[Check]:
    made = Builder()
    report = made.report("r", f"{words}, the Gazette reported that the pier had fallen.")
    said = made.said(report, "the pier had fallen", "Gazette", published=published)
    found = made.parts.attributions[said]
    source, cue = made.quote(report, "the Gazette"), made.quote(report, "reported")
    import dataclasses

    made.parts.attributions[said] = dataclasses.replace(found, source=source, cue=cue)
    time(made, report, words, days, **more)
    return checks(made)


@pytest.mark.parametrize(
    ("published", "verdict"),
    [("2020-03-30", "holds"), ("2020-03-28", "holds"), ("2020-03-20", "fails"),
     ("2020-05-20", "fails")],
)  # fmt: skip
def test_counted_times_meet_the_cited_date(published: str, verdict: str) -> None:
    """Two weeks are two weeks, give or take a fifth."""
    day = ("2020-03-30", "2020-03-30")
    (found,) = cited("Two weeks prior", day, published, rule="units prior", anchor="2020-04-13")

    assert found.verdict == verdict


def test_a_time_counted_from_a_month_decides_nothing() -> None:
    """Three days after some day of June may be any day of it."""
    days = ("2020-06-04", "2020-07-03")
    (found,) = cited("Three days later", days, "2020-06-06", rule="units later", anchor="2020-06")

    assert found.verdict == "undecided"


@pytest.mark.parametrize(
    ("published", "verdict"),
    [("2020-04-24", "holds"), ("2020-04-01", "fails"), ("2020-12-24", "undecided")],
)
def test_afterwards_is_later_and_soon(published: str, verdict: str) -> None:
    """An earlier date fails; half a year is no "shortly"."""
    days: Any = ("2020-04-13", None)
    (found,) = cited("Shortly afterwards", days, published, rule="afterwards", anchor="2020-04-13")

    assert found.verdict == verdict


def test_the_greatest_since_is_not_for_the_record_to_say() -> None:
    """A superlative is undecided, and what is missing is told."""
    made = Builder()
    report = made.report("r", "It was the most extensive raid since early 2020.")
    time(made, report, "early 2020", ("2020-01-01", "2020-04-30"), rule="part of year")
    (found,) = checks(made)

    assert (found.verdict, found.found) == ("undecided", None)
    assert "missing" in found.reason


@pytest.mark.parametrize(
    ("dead", "day", "verdict"),
    [
        (20.0, "2020-02-17", "fails"),
        (9.0, "2020-02-17", "undecided"),
        (20.0, "2019-12-17", "undecided"),
    ],
)
def test_the_deadliest_since_is_held_against_what_the_report_tells(
    dead: float, day: str, verdict: str
) -> None:
    """More dead in that time, in the same report, and it is not."""
    made = Builder()
    words = "The raid on Tamba killed 14 people", "A bomb in Orl killed 20 people"
    whole = f"{words[0]}, the deadliest attack since January. {words[1]}."
    report = made.report("r", whole)
    time(made, report, "January", ("2020-01-01", "2020-01-31"), rule="since month")
    raid = {"earliest": "2020-05-04", "latest": "2020-05-04", "quantities": (number(14, "people"),)}
    bomb = {"earliest": day, "latest": day, "quantities": (number(dead, "people"),)}
    for said, facts in zip(words, (raid, bomb), strict=True):
        made.event("ASSAULT/kill", made.told(report, said, **facts))
    found = next(one for one in checks(made) if "deadliest" in one.span.quote)

    assert found.verdict == verdict


@pytest.mark.parametrize(("bound", "verdict"), [("at_least", "holds"), ("exact", "fails")])
def test_visits_are_counted_by_their_verb(bound: str, verdict: str) -> None:
    """ "Visited Tamba at least twice", told of three visits with days of their own."""
    made = Builder()
    orr, town = made.add("Person", "Orr"), made.add("Place", "Tamba")
    lines = [f"Orr came to Tamba, part {number}." for number in range(3)]
    report = made.report("r", "\n".join(["Orr visited Tamba two times in 2020.", *lines]))
    facts: dict[str, Any] = {"participants": takes("actor", orr), "places": (town,)}
    for month, line in enumerate(lines, start=1):
        days = {"earliest": f"2020-0{month}-03", "latest": f"2020-0{month}-03"}
        made.event("CONSULT/visit", made.told(report, line, **days, **facts))
    high = None if bound == "at_least" else 2.0
    quantity(made, report, "two times", 2.0, "times", bound=bound, high=high)
    found = next(one for one in checks(made) if one.span.quote == "two times")

    assert found.verdict == verdict
    assert found.found == "3 dated apart, 3 told of in all"


@pytest.mark.parametrize(("outlet", "verdict"), [("Velm Post", "fails"), ("Tarn Mail", "holds")])
def test_another_newspaper_is_held_against_the_outlets_cited(outlet: str, verdict: str) -> None:
    """One outlet behind both is one source told as two; where none is known, nothing is said."""
    text = "The Velm Post said that it rained. Another newspaper said that it snowed."
    made = Builder()
    made.add("Outlet", "Velm Post")
    made.add("Outlet", "Tarn Mail")
    report = made.report("r", text)
    for words, source, name in (
        ("that it rained", "The Velm Post", "Velm Post"),
        ("that it snowed", "Another newspaper", outlet),
    ):
        found = made.parts.attributions.pop(made.said(report, words, name))
        made.parts.attributions[found.id] = replace(found, source=made.quote(report, source))

    [found] = find_checks(Record(made.view(), PACK))

    assert (found.verdict, found.span.quote) == (verdict, "Another newspaper")


@pytest.mark.parametrize("score", ["4-0", "0", "0-0"])
def test_nothing_counted_is_no_row(score: str) -> None:
    """A score before a noun in the plural counts nothing, and asks for no row of such things."""
    made = Builder()
    line = f"Orr lost {score} in shirts of two colours."
    report = made.report("r", line)
    quantity(made, report, "two colours", 2, "colours")

    assert checks(made) == []
