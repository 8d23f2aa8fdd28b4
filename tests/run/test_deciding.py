"""Two who decide at once: one is written, the other hears who was first."""

import threading
from pathlib import Path

import pytest

from sayso.records.case import Judgement
from sayso.records.errors import CaseError
from sayso.run.deciding import Stale, decide, note
from sayso.store.case import open_case
from sayso.store.where import Where
from tests.run.reports import read, write

PAIR = ("Person/Ana Ruiz", "Person/Lina Saleh")


def word(id: str, by: str, decision: str, value: str | None = "holds", about=PAIR) -> Judgement:
    return Judgement(id, by, f"2024-01-0{id[-1]}T10:30:00Z", about, decision, value, None)


@pytest.fixture
def place(where: Where, tmp_path: Path) -> Where:
    """A case that was read, in either store."""
    read(write(tmp_path / "reports"), where)
    return where


def test_the_second_decision_on_names_is_refused(place: Where) -> None:
    """Unless it closes the first, as who has seen that one does."""
    with open_case(place) as case:
        decide(case, [word("j-1", "Ada", "different")])
        with pytest.raises(
            Stale, match="Ada decided this at 2024-01-01 10:30: different"
        ) as caught:
            decide(case, [word("j-2", "Ben", "same")])
        assert "nothing was lost" in caught.value.hint
        assert [j.id for j in case.view().judgements()] == ["j-1"]
        decide(case, [word("j-3", "Ben", "same")], [("j-1", "j-3")])
        with pytest.raises(Stale, match="Ben decided"):
            decide(case, [word("j-4", "Cid", "same")], [("j-1", "j-4")])
        live = [j.id for j in case.view().judgements(live_only=True)]
        assert live == ["j-3"]
        assert [(e.by, e.about[:3]) for e in case.people().audit()] == [
            ("Ada", "j-1"),
            ("Ben", "j-3"),
        ]


def test_a_decision_is_taken_back_once(place: Where) -> None:
    """The second to take it back hears of the first."""
    with open_case(place) as case:
        made = word("j-1", "Ada", "different")
        decide(case, [made])
        decide(case, [word("j-2", "Ben", "different", None)], [("j-1", "j-2")])
        with pytest.raises(Stale, match="Ben"):
            decide(case, [word("j-3", "Cid", "different", None)], [("j-1", "j-3")])


def test_a_grade_and_a_finding_are_decided_once(place: Where) -> None:
    """A grade and a word on the same thing do not get into each other's way."""
    about = ("ev-1",)
    with open_case(place) as case:
        note(case, word("j-1", "Ada", "grade", "2", about), None)
        note(case, word("j-2", "Ada", "accept", "yes", about), None)
        for late in (
            word("j-3", "Ben", "grade", "3", about),
            word("j-4", "Ben", "reject", "yes", about),
        ):
            with pytest.raises(Stale, match="Ada"):
                note(case, late, None)
        note(case, word("j-5", "Ben", "grade", "3", about), word("j-1", "Ada", "grade", "2", about))


def test_decisions_from_a_file_are_retold_as_they_are(place: Where) -> None:
    """Two that stood beside each other there stand so here."""
    with open_case(place) as case:
        told = [word("j-1", "Ada", "different"), word("j-2", "Ben", "different")]
        decide(case, told[:1], told=True)
        decide(case, told[1:], told=True)
        assert len(list(case.view().judgements(live_only=True))) == 2


def test_findings_are_decided_while_somebody_reads(place: Where) -> None:
    """Only what links names anew waits for a read, and hears who reads."""
    with open_case(place) as case, open_case(place) as other, other.writer() as reading:
        with reading.transaction():
            reading.set_meta("report", "one")
        note(case, word("j-1", "Ada", "grade", "2", ("ev-1",)), None)
        with reading.transaction():
            reading.set_meta("report", "two")
        with pytest.raises(CaseError, match="written by process"):
            decide(case, [word("j-2", "Ada", "different")])
        assert [j.id for j in case.view().judgements()] == ["j-1"]


def test_many_grades_at_once_leave_one_that_holds(place: Where) -> None:
    """Eight people grade one thing in the same moment: one does, seven hear of it."""
    late: list[Stale] = []

    def grade(n: int) -> None:
        with open_case(place) as case:
            try:
                note(case, word(f"j-{n}", f"user {n}", "grade", "2", ("ev-1",)), None)
            except Stale as error:
                late.append(error)

    people = [threading.Thread(target=grade, args=(n,)) for n in range(1, 9)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    with open_case(place) as case:
        assert len(list(case.view().judgements(live_only=True))) == 1
        assert len(list(case.people().audit())) == 1
    assert len(late) == 7
