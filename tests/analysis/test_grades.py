"""Grades are an analyst's alone: two scales, never mixed, closed and never deleted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.analysis import grading
from sayso.analysis.grades import CREDIBILITY, RELIABILITY, Grades, grade_words, grades_of
from sayso.analysis.sources import sources
from sayso.records.errors import UsageError
from tests.factory import Builder, Case
from tests.harbour import harbour


@pytest.fixture
def harbour_case() -> Case:
    return harbour()


def graded(value: str | None, *about: str) -> Grades:
    """The grades of a case with one such judgement."""
    case = Builder()
    case.judge("grade", value, *about)
    return grades_of(case.view())


def test_a_source_is_found_by_its_id_or_by_its_name() -> None:
    """The name helps where reading more reports has changed the id."""
    grades = graded("B", "e-1", "Velm Gazette")
    for found in (grades.of_source("x", "e-1"), grades.of_source("VELM gazette", "e-9")):
        assert found is not None
        assert found.value == "B"
    assert grades.of_source("Coast Wire", "e-2") is None


def test_reliability_is_no_credibility() -> None:
    """A letter says nothing of a piece, a digit nothing of a source."""
    assert graded("B", "a-1").of_piece("a-1") is None
    assert graded("2", "e-1", "Gazette").of_source("Gazette", "e-1") is None


def test_what_is_closed_or_taken_back_does_not_hold() -> None:
    """Neither does a judgement of another kind."""
    case = Builder()
    case.judge("grade", "B", "e-1", "Gazette")
    (judgement,) = case.view().judgements()
    for other in (
        replace(judgement, revoked_by="j-2"),
        replace(judgement, value=None),
        replace(judgement, decision="accept"),
    ):
        assert Grades([other]).of_source("Gazette", "e-1") is None
    assert grade_words(judgement) == "B, usually reliable (ada)"


def test_sayso_gives_no_grade(harbour_case: Case) -> None:
    """Without a judgement no source has one."""
    assert all(source.grade is None for source in sources(harbour_case))


@pytest.mark.parametrize(("given", "meant"), [("b", "B"), (" F ", "F")])
def test_a_letter_may_be_small(given: str, meant: str) -> None:
    """What is meant is clear."""
    assert grading.reliability(given) == meant


@pytest.mark.parametrize("wrong", ["G", "", "2", "AB"])
def test_a_wrong_letter_is_answered_with_the_scale(wrong: str) -> None:
    """All letters with their meaning."""
    with pytest.raises(UsageError) as caught:
        grading.reliability(wrong)
    assert all(meaning in caught.value.hint for meaning in RELIABILITY.values())


@pytest.mark.parametrize("wrong", ["0", "7", "B", "1.5"])
def test_a_wrong_digit_is_answered_with_the_scale(wrong: str) -> None:
    """All digits with their meaning."""
    with pytest.raises(UsageError) as caught:
        grading.credibility(wrong)
    assert all(meaning in caught.value.hint for meaning in CREDIBILITY.values())


def test_a_source_goes_by_any_of_its_names(harbour_case: Case) -> None:
    """Its name, another of its names, a careless spelling, its id; a report by its publisher."""
    names = {e.name: e.id for e in harbour_case.entities()}
    reyl = (names["Tomas Reyl"], "Tomas Reyl")
    for name in ("Tomas Reyl", "Reyl", "tomas reyl", names["Tomas Reyl"]):
        assert grading.source_about(harbour_case, name) == reyl
    assert grading.source_about(harbour_case, "Velm Gazette") == ("Velm Gazette",)


def test_a_part_of_a_name_grades_nobody(harbour_case: Case) -> None:
    """What is written down is not guessed; the nearest names are told."""
    with pytest.raises(UsageError, match="no source of the case") as caught:
        grading.source_about(harbour_case, "Coast Wyre")
    assert "Coast Wire" in caught.value.hint


def test_a_name_of_several_grades_none_of_them() -> None:
    """The ids are told, to choose from."""
    case = Builder()
    report = case.report("one", "It rained. It snowed.", publisher="Paper")
    ids = []
    for kind, words in (("Person", "It rained"), ("Outlet", "It snowed")):
        ids.append(case.add(kind, "Ann Lee"))
        case.said(report, words, "Ann Lee")
    with pytest.raises(UsageError, match="may be 2 sources") as caught:
        grading.source_about(case.view(), "Ann Lee")
    assert all(id in caught.value.hint for id in ids)


def test_a_piece_is_an_event_or_a_statement(harbour_case: Case) -> None:
    """A source is none, and the message says what it takes."""
    event = next(iter(harbour_case.events()))
    assert grading.piece_about(event, event.id) == (event.id,)
    entity = next(iter(harbour_case.entities()))
    for record in (entity, None):
        with pytest.raises(UsageError) as caught:
            grading.piece_about(record, "x")
        assert "--reliability" in caught.value.hint
