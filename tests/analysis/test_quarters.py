"""The ledger over time: what is told of each quarter, by front and aspect, and what pressed."""

import pytest

from sayso.analysis.ledger.quarters import Kinds, Line, quarter, quarters
from sayso.packs.cues import Aspect, Pressure
from tests.factory import Builder, takes
from tests.harbour import harbour

TEXT = (
    "Rebels bombed Port Velm on 2 May 2020. Talks were held in Old Town in June 2020. "
    "The league keeps its grip on the north despite the epidemic. Something happened once."
)


@pytest.fixture
def case():
    """A bombing in one place, talks in the next quarter's place, a judgement with a pressure in its words."""
    made = Builder()
    report = made.report(
        "a", TEXT, title="On the league", author="A. Author", published="2020-08-04", language="en"
    )
    other = made.report(
        "b", "Rebels bombed Port Velm.", author="B. Author", published="2021", language="en"
    )
    velm, town = made.add("Place", "Port Velm"), made.add("Place", "Old Town")
    rebels, league = made.add("Group", "Rebels"), made.add("Organization", "the league")
    made.event(
        "ASSAULT/bombing",
        made.told(
            report, "Rebels bombed Port Velm on 2 May 2020", earliest="2020-05-02",
            latest="2020-05-02", participants=takes("actor", rebels), places=(velm,),
        ),
        made.told(other, "Rebels bombed Port Velm", participants=takes("actor", rebels)),
    )  # fmt: skip
    made.event(
        "CONSULT/meet",
        made.told(
            report, "Talks were held in Old Town in June 2020", earliest="2020-06-01",
            latest="2020-06-30", places=(town,),
        ),
    )  # fmt: skip
    made.event("CONSULT/meet", made.told(report, "Something happened once"))
    words = "The league keeps its grip on the north despite the epidemic"
    made.claim(report, words, league, "persist", aspect="command", front="the north")
    return made.view()


def line(lines: tuple[Line, ...], **asked: str | None) -> Line:
    [found] = [one for one in lines if all(getattr(one, k) == v for k, v in asked.items())]
    return found


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2020-01-01", "2020-03-31"), "2020-Q1"),
        (("2020-12-31", "2020-12-31"), "2020-Q4"),
        (("2020-03-31", "2020-04-01"), ""),
        ((None, "2020-01-01"), ""),
        ((None, None), ""),
        (("-0044-03-15", "-0044-03-15"), ""),
    ],
)
def test_a_quarter_is_told_only_where_all_days_are_in_it(days, expected: str) -> None:
    """What may lie in another quarter is in none."""
    assert quarter(days) == expected


def test_events_and_judgements_stand_by_front_aspect_and_quarter(case) -> None:
    """The bombing in its quarter, the judgement in that of its report, with their words."""
    found = quarters(case)
    bombing = line(found.lines, front="Port Velm")
    judged = line(found.lines, front="the north", aspect="command")
    cells = dict(zip(found.quarters, judged.cells, strict=True))

    assert found.quarters == ("2020-Q2", "2020-Q3", "")
    assert bombing.aspect == "military"
    assert len(bombing.cells[0].events) == 1
    assert len(bombing.cells[0].quotes) == 2
    assert cells["2020-Q3"].directions == (("persist", 1),)
    assert "epidemic" in cells["2020-Q3"].quotes[0].quote
    assert line(found.lines, front=None, aspect="political").cells[-1].events


def test_pressures_stand_on_the_same_axis(case) -> None:
    """By the kind of an event, and by the words of a judgement."""
    found = quarters(case)

    assert line(found.pressures, aspect="strikes").cells[0].events
    assert line(found.pressures, aspect="pandemic").cells[1].claims


def test_each_author_has_a_line_of_his_own(case) -> None:
    """Pooled, the bombing is one event; by author, each tells it once."""
    apart = quarters(case, by_author=True)
    told = [one for one in apart.lines if one.front == "Port Velm"]

    assert {one.author for one in told} == {"A. Author", "B. Author"}
    assert all(one.count == 1 for one in told)
    assert {one.front for one in quarters(case, front="PORT VELM").lines} == {"Port Velm"}


def test_kinds_are_those_of_the_pack() -> None:
    """A mode says more than its type; words are whole words, whatever their case."""
    kinds = Kinds(
        {"aid": Aspect(events=("AID",)), "arms": Aspect(events=("AID/military",))},
        {"dearth": Pressure(events=("AID",), words=("famine", "covid-19"))},
    )

    class Told:
        type, mode = "AID", "military"

    assert kinds.aspect(Told()) == "arms"
    assert kinds.pressing(("AID",), "nothing") == ("dearth",)
    assert kinds.pressing((), "After COVID-19 came") == ("dearth",)
    assert kinds.pressing((), "the famines") == ()


def test_a_case_without_anything_has_an_empty_ledger() -> None:
    """No quarter but the untold one, and no line."""
    found = quarters(Builder().view())

    assert (found.quarters, found.lines, found.pressures) == (("",), (), ())


def test_a_whole_case_is_counted_once() -> None:
    """Each actual event stands once in the pooled ledger."""
    view = harbour()
    found = quarters(view)
    events = [id for one in found.lines for cell in one.cells for id in cell.events]

    assert len(events) == len(set(events))
    assert set(events) == {e.id for e in view.events() if e.realis == "actual"}
