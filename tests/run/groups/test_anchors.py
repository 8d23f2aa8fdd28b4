"""Times whose event another report dates, and the events that they date in turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from sayso.engines.spacy import SpacyEngine
from sayso.records.case import Event
from sayso.records.marks import Time
from sayso.records.notes import Notes
from sayso.run.linking import link
from tests.extract.happenings import pack, read_on
from tests.factory import document

DATED = (
    "Colonel Martin Reyes was killed by gunmen in the town of Tena on 9 August 2018. The minister"
    " of defence, Ana Duarte, resigned on 14 August 2018."
)


def linked(engine: SpacyEngine, *texts: str) -> tuple[dict[str, Time], list[Event]]:
    """The times of the case by their words, and its events; the reports are of 5 March 2021."""
    documents = [document(str(n), text, published="2021-03-05") for n, text in enumerate(texts)]
    notes = [read_on(Notes(one), engine) for one in documents]

    def read(gifts: Iterable[str], *, texts: bool) -> Iterator[Notes]:
        yield from notes

    records = list(link(read, pack()))
    times = {one.span.quote: one for one in records if isinstance(one, Time)}
    return times, [one for one in records if isinstance(one, Event)]


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        (
            "The movement has split twice since the killing of Martin Reyes.",
            "the killing", ("2018-08-09", "2021-03-05"),
        ),
        (
            "Luis Paredes fled to Quito three weeks before Reyes's death.",
            "three weeks", ("2018-07-19", "2018-07-19"),
        ),
        (
            "Four months after the resignation of Ana Duarte, gunmen attacked the barracks in Tena.",
            "Four months", ("2018-12-14", "2018-12-14"),
        ),
        # A second event named with it is another, and its names are not those of the first.
        (
            "Four weeks after the killing of Martin Reyes and the arrest of Luis Paredes, it rained.",
            "Four weeks", ("2018-09-06", "2018-09-06"),
        ),
        (
            "Little changed before the resignation of Ana Duarte.",
            "the resignation", (None, "2018-08-14"),
        ),
    ],
)  # fmt: skip
def test_another_report_dates_the_event(
    engine: SpacyEngine, text: str, words: str, days: tuple[str | None, str | None]
) -> None:
    """By its noun's family of words and the names that stand with it; the rule says who told."""
    time = linked(engine, DATED, text)[0][words]
    assert (time.earliest, time.latest) == days
    assert "is dated by another report (d-0)" in time.rule


def test_what_hangs_on_such_an_event_is_dated_by_it(engine: SpacyEngine) -> None:
    """The attack is as many months later as the other report's resignation has them."""
    text = "Four months after the resignation of Ana Duarte, gunmen attacked the barracks in Tena."
    days = [(e.type, e.earliest) for e in linked(engine, DATED, text)[1]]
    assert ("ASSAULT", "2018-12-14") in days


@pytest.mark.parametrize(
    "text",
    [
        "The movement has split twice since the killing of Ernesto Vidal.",
        "The movement has split twice since the killing.",
    ],
)
def test_another_persons_event_dates_nothing(engine: SpacyEngine, text: str) -> None:
    """Nor does one that is not named at all, for a case has many killings."""
    time = linked(engine, DATED, text)[0]["the killing"]
    assert (time.earliest, time.latest) == (None, None)
    assert time.rule.endswith("'killing': no date is told for it")


def test_of_two_events_that_fit_none_is_taken(engine: SpacyEngine) -> None:
    """Reports that contradict each other leave the time open."""
    other = "Colonel Martin Reyes was killed by soldiers in Quito on 2 November 2019."
    text = "The movement has split twice since the killing of Martin Reyes."
    time = linked(engine, DATED, other, text)[0]["the killing"]
    assert (time.earliest, time.latest) == (None, None)
    assert time.rule.endswith("'killing': reports tell several dates that it may mean")


def test_every_time_comes_through_once(engine: SpacyEngine) -> None:
    """Whether it waits for an event or not."""
    text = "On 3 May 2019 it was quiet. Prices rose since the killing of Ernesto Vidal."
    times, _ = linked(engine, text)
    assert sorted(times) == ["3 May 2019", "the killing"]
