"""What is kept so that pages come quickly is never old, and never in another's way."""

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace

import pytest
from click.testing import CliRunner

from sayso.analysis.sources import sources
from sayso.analysis.view import Overview
from sayso.cli.main import sayso as cli
from sayso.records.case import Entity
from sayso.run.whole.overviews import OVERVIEWS
from sayso.store.case import open_case
from sayso.web.ask import Memory
from tests.web.driver import Bench


def kept(path, overview: Overview) -> list:
    with open_case(path) as case:
        return list(case.view().overview(overview.kind, overview.record))


def anew(path, overview: Overview) -> list:
    with open_case(path) as case:
        return list(overview.make(case.view()))


@pytest.mark.parametrize("overview", OVERVIEWS, ids=lambda one: one.kind)
def test_a_case_keeps_its_overviews_and_they_are_those_it_has(path, overview) -> None:
    """Reading leaves them in the case, and whoever asks gets what would be worked out."""
    asked = replace(overview, make=lambda _: pytest.fail("it is kept"))
    with open_case(path) as case:
        assert asked.of(case.view()) == anew(path, overview)
        assert kept(path, overview)


@pytest.mark.parametrize("overview", OVERVIEWS, ids=lambda one: one.kind)
def test_a_decision_brings_all_overviews_up_to_date(path, bench: Bench, overview) -> None:
    """After names are joined, here or by the command line, each is as if nothing was kept."""
    before, (one, other) = kept(path, overview), people(path)
    assert bench.post("/do/name", decision="same", a=one.id, b=other.id).status == 303
    assert kept(path, overview) == anew(path, overview)
    command = ["undo", "--case", str(path)]
    assert CliRunner().invoke(cli, command).exit_code == 0
    assert kept(path, overview) == anew(path, overview) == before


def test_pages_are_new_after_a_decision_elsewhere(path, bench: Bench) -> None:
    """What another tab or the command line decided is seen on the next page, on every view."""
    views = ("/", "/network", "/who", "/sources", "/timeline")
    before = {view: bench.get(view).words for view in views}
    one, other = people(path)
    command = ["same", one.name, other.name, "--case", str(path)]
    assert CliRunner().invoke(cli, command).exit_code == 0
    fresh = {view: Bench(path).get(view).words for view in views}
    assert {view: bench.get(view).words for view in views} == fresh
    assert fresh["/who"] != before["/who"]
    assert fresh["/network"] != before["/network"]


def people(path) -> list[Entity]:
    """Two who are drawn in the network."""
    with open_case(path) as case:
        return [one for one in case.view().entities(type="Person") if " " in one.name][:2]


def test_a_grade_is_seen_beside_what_is_kept(path, bench: Bench) -> None:
    """Sources are kept without grades, which change while links do not."""
    with open_case(path) as case:
        source = next(s for s in sources(case.view()) if s.entity)
    command = ["grade", source.name, "--reliability", "B", "--case", str(path)]
    assert CliRunner().invoke(cli, command).exit_code == 0
    with open_case(path) as case:
        graded = [s.name for s in sources(case.view()) if s.grade and s.grade.value == "B"]
    assert source.name in graded


def test_another_text_or_title_ends_what_was_kept(path) -> None:
    """Overviews name reports: a report that changes takes them along, and pages answer."""
    with open_case(path) as case, case.writer() as writer:
        report = next(iter(case.view().documents()))
        original = case.view().original(report.id)
        writer.put_document(replace(report, author="Somebody else"), original)
    assert [kept(path, overview) for overview in OVERVIEWS] == [[]] * len(OVERVIEWS)
    assert "Somebody else" in Bench(path).get("/").words


def test_a_case_made_before_answers_too(path) -> None:
    """Where nothing is kept, everything is worked out when it is asked for."""
    before = {view: Bench(path).get(view).words for view in ("/", "/network", "/sources")}
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DELETE FROM overview")
    assert {view: Bench(path).get(view).words for view in before} == before


def test_an_overview_that_somebody_spoilt_is_told_of(path) -> None:
    """It is a row like any other: damage is told of, with advice."""
    for body in ("", "{", "[]", "3", '{"kind": 1}'):
        with closing(sqlite3.connect(path)) as raw, raw:
            told = "UPDATE overview SET body = ? WHERE kind LIKE 'highlights %'"
            assert raw.execute(told, (body,)).rowcount
        answer = Bench(path).get("/")
        assert answer.status == 503
        assert "damaged" in answer.words


def test_who_asks_for_one_answer_does_not_wait_for_another(path) -> None:
    """A long question holds up only those who ask the same, and is worked out once for them."""
    memory, begun, go_on = Memory(path), threading.Event(), threading.Event()
    made: list[str] = []

    def slow() -> str:
        begun.set()
        assert go_on.wait(10)
        made.append("slow")
        return "slow"

    first = threading.Thread(target=memory.keep_linked, args=("state", "slow", slow))
    second = threading.Thread(target=memory.keep_linked, args=("state", "slow", slow))
    first.start()
    assert begun.wait(10)
    second.start()
    assert memory.keep_linked("state", "quick", lambda: "quick") == "quick"
    go_on.set()
    first.join(10)
    second.join(10)
    assert made == ["slow"]
