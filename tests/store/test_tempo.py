"""How many events lie when is counted by the store, and is the same as counting them one by one."""

from collections import Counter
from dataclasses import replace

import pytest

from sayso.records.accounts import Participant
from sayso.records.case import Event
from sayso.records.dates import bounds
from sayso.store.case import Case
from sayso.store.rows.tempo import GRAINS
from tests.store.sample import LATER, VISIT

DAYS = (
    ("2021-05-03", "2021-05-04"), ("2021-05-30", "2021-06-02"), ("2021-05-01", "2021-05-31"),
    ("1987-01-01", "1987-12-31"), (None, "1987-04-01"), ("1999-12-31", "2000-01-01"),
    ("-0044-03-15", "-0044-03-15"), ("-0100-01-01", "-0100-12-31"), ("-0044-01-01", "0014-08-19"),
)  # fmt: skip


@pytest.fixture
def told(case: Case) -> Case:
    """The sample, with more visits and meetings on other days."""
    more = [
        replace(one, id=f"{one.id}-{place}", earliest=first, latest=last)
        for place, (first, last) in enumerate(DAYS)
        for one in (VISIT, replace(LATER, type="AID"))
    ]
    with case.writer() as writer:
        writer.add_links(more)
    return case


def cut(day: str, grain: int) -> str:
    """The stretch in which a day lies; days before our era stay days."""
    return day if day.startswith("-") else day[:grain].ljust(4, "X")


def key(event: Event, grain: int) -> tuple[str, str, str | None]:
    last = cut(event.latest, grain) if event.latest else None
    return event.type, cut(event.earliest or event.latest or "", grain), last


@pytest.mark.parametrize("grain", GRAINS)
@pytest.mark.parametrize(
    "asked",
    [{}, {"who": "e-1"}, {"where": "e-2"}, {"type": "AID"}, {"since": "1987-03-01", "until": "2000-01-01"},
     {"since": "-0050-01-01", "until": "0001-01-01", "entity": "e-1"}],
)  # fmt: skip
def test_counted_by_the_store_as_one_by_one(told: Case, asked, grain: int) -> None:
    """Whatever is asked for, and before the common era too; undated events are no part of it."""
    view = told.view()
    dated = [one for one in view.events(**asked) if one.earliest or one.latest]
    spells = list(view.tempo(grain, **asked))

    assert {(s.type, s.first, s.last): s.events for s in spells} == Counter(
        key(one, grain) for one in dated
    )
    assert sum(s.events for s in spells) == view.count_happened(**asked)[1] > 0
    assert all(bounds(s.first)[0] for s in spells)


@pytest.mark.parametrize("grain", GRAINS)
@pytest.mark.parametrize(
    ("id", "roles", "asked"), [("e-1", ("actor", "target"), "who"), ("e-2", ("place",), "where")]
)
def test_of_one_name_from_the_index(told: Case, grain: int, id: str, roles, asked: str) -> None:
    """The same as counting what names it, types put together; in two roles it counts once."""
    with told.writer() as writer:
        both = (Participant("actor", "e-1"), Participant("target", "e-1"))
        writer.add_links([replace(VISIT, id="ev-both", participants=both)])
    view = told.view()
    dated = [one for one in view.events(**{asked: id}) if one.earliest or one.latest]
    spells = list(view.tempo_named(grain, id, *roles))

    assert {(s.type, s.first, s.last): s.events for s in spells} == Counter(
        ("", *key(one, grain)[1:]) for one in dated
    )
    assert len(dated) == sum(s.events for s in spells) > len(DAYS)
    typed = view.tempo_named(grain, id, *roles, typed=True)
    assert {(s.type, s.first, s.last): s.events for s in typed} == Counter(
        key(one, grain) for one in dated
    )
