"""Itineraries, ties on a day, and who held an office: answers from a made-up case."""

import pytest

from sayso.analysis.record.held import held
from sayso.analysis.record.itinerary import itinerary
from sayso.analysis.record.ties import ties_of
from sayso.analysis.record.validity import Term
from sayso.records.accounts import Participant
from sayso.records.case import Measure
from tests.factory import Builder, Case

TEXT = (
    "Lee visited Velm in May. Lee met Orr there. Lee flew to Tarn. Lee plans to visit Oslo. "
    "Lee paid six visits to Velm. Lee was harbour master of Velm. Orr became harbour master. "
    "Kerr was shot. Kerr was harbour master before Lee. Dunn is deputy harbour master."
)
MAY, JUNE = ("2020-05-01", "2020-05-31"), ("2020-06-01", "2020-06-30")


@pytest.fixture
def made() -> Builder:
    """Lee travels; Kerr, Lee and Orr follow each other as harbour master."""
    case = Builder()
    lee, orr = case.add("Person", "Ann Lee", "Lee"), case.add("Person", "Jan Orr", "Orr")
    kerr, dunn = case.add("Person", "Kerr"), case.add("Person", "Dunn")
    velm, tarn, oslo = (case.add("Place", name) for name in ("Velm", "Tarn", "Oslo"))
    master = case.add("Office", "harbour master of Velm", "harbour master")
    deputy = case.add("Office", "deputy harbour master of Velm")
    report = case.report("one", TEXT, published="2020-07-01", publisher="Velm Post")

    def goes(*places: str, **facts: object) -> dict[str, object]:
        return {"participants": (Participant("actor", lee),), "places": places, **facts}

    first = case.told(report, "Lee visited Velm in May",
                      **goes(velm, earliest=MAY[0], latest=MAY[1]))  # fmt: skip
    visit = case.event("CONSULT/visit", first)
    meeting = case.told(report, "Lee met Orr there", **goes())
    met = (Participant("actor", lee), Participant("partner", orr))
    case.event("CONSULT/meet", meeting, part_of=visit, participants=met)
    case.event("CONSULT/visit", case.told(report, "Lee flew to Tarn", **goes(tarn)))
    case.event("CONSULT/visit", case.told(report, "Lee plans to visit Oslo", **goes(oslo)),
               realis="planned")  # fmt: skip
    six = case.told(report, "Lee paid six visits to Velm", **goes(velm))
    case.event("CONSULT/visit", six, quantities=(Measure(6, 6, "visits", "exact"),))
    case.tie_of("holds_office", lee, velm, case.told(report, "Lee was harbour master of Velm"),
                office=master, until="2020-06")  # fmt: skip
    case.tie_of("holds_office", kerr, velm, case.told(report, "Kerr was harbour master"),
                office=master)  # fmt: skip
    case.tie_of("holds_office", dunn, velm, case.told(report, "Dunn is deputy harbour master"),
                office=deputy)  # fmt: skip
    took = case.told(report, "Orr became harbour master", earliest=JUNE[0], latest=JUNE[1],
                     participants=(Participant("actor", orr), Participant("office", master)))  # fmt: skip
    case.event("APPOINT/succeed", took)
    shot = case.told(report, "Kerr was shot", participants=(Participant("target", kerr),),
                     earliest="2019-03-01", latest="2019-03-01")  # fmt: skip
    case.event("ASSAULT/kill", shot)
    return case


def _who(case: Case, name: str):
    return next(e for e in case.entities() if e.name == name)


def test_an_itinerary_has_each_visit_once_with_whom_was_met(made: Builder) -> None:
    """Dated stops come first; a meeting during a visit is part of it, not a stop of its own."""
    case = made.view()
    stops = itinerary(case, _who(case, "Ann Lee"))

    assert [stop.places for stop in stops].count(("Tarn",)) == 1
    assert stops[0].places == ("Velm",)
    assert stops[0].met == ("Jan Orr",)
    assert [part.mode for part in stops[0].parts] == ["meet"]
    assert stops[0].reported == ("Velm Post",)
    assert not any(stop.visit.mode == "meet" for stop in stops)


def test_an_itinerary_marks_what_is_planned_and_what_tells_of_several(made: Builder) -> None:
    """Neither is taken for one more visit that happened."""
    case = made.view()
    stops = itinerary(case, _who(case, "Ann Lee"))

    assert {stop.places for stop in stops if stop.visit.realis == "planned"} == {("Oslo",)}
    assert [stop.several for stop in stops if stop.places == ("Velm",)] == [False, True]


@pytest.mark.parametrize(
    ("day", "answers"),
    [
        ("2018-05-01", {"Kerr": "perhaps", "Ann Lee": "perhaps", "Jan Orr": "no"}),
        ("2020-05-15", {"Kerr": "no", "Ann Lee": "perhaps", "Jan Orr": "no"}),
        ("2020-08-01", {"Kerr": "no", "Ann Lee": "no", "Jan Orr": "yes"}),
    ],
)
def test_who_held_an_office_on_a_day(made: Builder, day: str, answers: dict[str, str]) -> None:
    """From ties, a succession and a death in office; what is not told stays open."""
    found = held(made.view(), "harbour master of Velm", on=(day, day))

    assert {holder.person: holder.holds for holder in found} == answers
    assert [h.holds for h in found] == sorted(
        (h.holds for h in found), key=["yes", "perhaps", "no"].index
    )
    assert all(holder.evidence for holder in found)


def test_an_office_is_called_with_its_body_once(made: Builder) -> None:
    """ "Harbour master of Velm" says already of what."""
    called = {h.office for h in held(made.view(), "harbour master of Velm")}

    assert called
    assert all(office.count("Velm") <= 1 for office in called)


def test_a_deputy_does_not_hold_the_office(made: Builder) -> None:
    """Unless the deputy's office is the one asked for."""
    case = made.view()

    assert "Dunn" not in {h.person for h in held(case, "harbour master of Velm")}
    assert [h.person for h in held(case, "deputy harbour master of Velm")] == ["Dunn"]
    assert held(case, "bishop of Velm") == held(case, " of the ") == []


def test_ties_on_a_day_say_whether_they_held(made: Builder) -> None:
    """What ended before the day comes last, and without a day nothing is said of it."""
    case = made.view()
    lee = _who(case, "Ann Lee")

    assert [t.holds for t in ties_of(case, lee, on=("2020-07-15", "2020-07-15"))] == ["no"]
    assert [t.holds for t in ties_of(case, lee)] == [None]
    assert ties_of(case, lee, type="backs") == []


@pytest.mark.parametrize(
    ("term", "day", "answer"),
    [
        (Term(), "2020-05-05", "perhaps"),
        (Term(since=("2020-01-01", "2020-01-01")), "2020-05-05", "yes"),
        (Term(since=("2020-01-01", "2020-01-01")), "2019-05-05", "no"),
        (Term(since=("2020-01-01", "2020-12-31")), "2020-05-05", "perhaps"),
        (Term(since=MAY, until=JUNE), "2020-06-15", "perhaps"),
        (Term(since=MAY, until=JUNE), "2020-05-31", "yes"),
        (Term(until=JUNE), "2020-07-01", "no"),
        (Term(told=("2020-04-01", "2020-06-01")), "2020-05-05", "yes"),
        (Term(told=("2020-04-01",)), "2020-05-05", "perhaps"),
    ],
)
def test_a_term_tells_what_is_known_of_a_day(term: Term, day: str, answer: str) -> None:
    """Yes and no only where the text leaves no other answer."""
    assert term.on(day, day) == answer


def test_what_somebody_did_in_office_dates_it() -> None:
    """ "The mayor, Ann Lee, opened the bridge on 3 May": on that day she was mayor; before and
    after it nobody says so. A day told of her elsewhere says nothing of the office."""
    case = Builder()
    lee, tarn = case.add("Person", "Ann Lee"), case.add("Place", "Tarn")
    mayor = case.add("Office", "mayor of Tarn")
    report = case.report("one", "The mayor of Tarn, Lee, opened the bridge. Lee swam.")
    case.tie_of("holds_office", lee, tarn, case.told(report, "The mayor of Tarn, Lee"),
                office=mayor)  # fmt: skip
    for words, day in (("Lee, opened the bridge", "2020-05-03"), ("Lee swam", "2021-01-01")):
        told = case.told(report, words, participants=(Participant("actor", lee),),
                         earliest=day, latest=day)  # fmt: skip
        case.event("CONSULT/visit", told)
    view = case.view()

    answers = {}
    for day in ("2020-05-02", "2020-05-03", "2020-05-04"):
        (one,) = held(view, "mayor of Tarn", on=(day, day))
        answers[day] = one.holds

    assert one.when == "in office on 3 May 2020"
    assert len(one.evidence) == 2
    assert answers == {"2020-05-02": "perhaps", "2020-05-03": "yes", "2020-05-04": "perhaps"}
