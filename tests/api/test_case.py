"""A case in Python: typed answers that are those of the commands, frames, and a quick import."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas
import pytest

import sayso
from sayso.analysis.record.itinerary import itinerary
from sayso.api.case import Case
from sayso.api.listing import Listing
from sayso.publish.tables.rows import EventRow
from sayso.records.errors import CaseError, UsageError
from tests.affair import affair, put
from tests.cli.test_commands import run

USER = """
import sayso
from sayso.publish.tables.rows import EventRow

case = sayso.open("x.sayso")
event: EventRow = case.events(who="Marrow")[0]
names: tuple[str, ...] = event.actor
first: str | None = case.timeline()[0].earliest
texts: list[str] = [row.quote for row in case.accounts(event.id)]
reveal_type(case.people())
reveal_type(case.checks("fails")[0].found)
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put(affair(), tmp_path_factory.mktemp("api") / "port.sayso")


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    with sayso.open(path) as opened:
        yield opened


def test_importing_costs_nothing() -> None:
    """`import sayso` loads neither a model nor a database, and nothing of our rooms."""
    program = (
        "import sys, sayso; print(sorted(m for m in sys.modules"
        " if m.split('.')[0] in ('spacy','sqlalchemy','pandas') or m.startswith('sayso.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_no_room_hides_what_the_package_offers() -> None:
    """A room is an attribute of the package once it is imported: none may have the name of a
    function."""
    rooms = {path.name for path in Path(sayso.__file__).parent.iterdir() if path.is_dir()}
    assert rooms.isdisjoint(sayso.__all__)
    assert sayso.read_reports.__module__ == sayso.open.__module__ == "sayso"


def test_what_goes_wrong_is_caught_by_name(case: Case) -> None:
    """The errors are of the package, and a mistyped name is told with those who are near."""
    assert sayso.UsageError is UsageError
    assert issubclass(sayso.CaseError, sayso.SaysoError)
    with pytest.raises(sayso.UsageError, match="Marow") as told:
        case.entity("Ilka Marow")
    assert told.value.hint.startswith("did you mean Ilka Marrow? ")
    with pytest.raises(sayso.UsageError) as told:
        case.entity("Qwx Yzzv")
    assert "did you mean" not in told.value.hint
    with pytest.raises(AttributeError):
        getattr(sayso, "NoSuchError")  # noqa: B009 - mypy knows that there is none


@pytest.mark.slow
def test_a_users_code_is_typed(tmp_path: Path) -> None:
    """mypy --strict knows what every answer holds."""
    file = tmp_path / "user.py"
    file.write_text(USER, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "m"), str(file)],
        capture_output=True, text=True, cwd=tmp_path, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "Listing[sayso.publish.tables.rows.EntityRow]" in done.stdout
    assert 'is "str | None"' in done.stdout


def test_events_are_those_of_the_command(case: Case, path: Path) -> None:
    """The same filters give the same events in the same order."""
    given = {"who": "Marrow", "since": "2021-03", "until": "2021-04-30"}
    options = ["--who", "Marrow", "--from", "2021-03", "--to", "2021-04-30"]
    shown = run("events", *options, "--case", str(path), "--json").stdout
    found = case.events(**given)
    assert {row.id for row in found} == {entry["event"] for entry in json.loads(shown)}
    assert len(found) > 1
    visit = next(row for row in found if row.mode == "visit")
    assert (visit.actor, visit.places, visit.accounts) == (("Ilka Marrow",), ("Port Velm",), 3)


def test_every_question_is_answered(case: Case) -> None:
    """People, ties, offices, journeys, words, judgements: each is asked once, by name."""
    assert {row.name for row in case.people()} >= {"Ilka Marrow", "Tomas Reyl"}
    assert case.people("marrow")[0].name == case.entity("Marrow").name == "Ilka Marrow"
    assert case.who("Marrow").events
    assert [row.type for row in case.ties("Reyl", type="deputy_of")] == ["deputy_of"]
    assert case.ties_on("2021-04-20", "Marrow")[0].holds == "no"
    assert "Ilka Marrow" in [row.person for row in case.held("transport minister")]
    stops = itinerary(case.view, case.entity("Marrow"))
    assert [row.event for row in case.itinerary("Marrow")] == [s.visit.event for s in stops]
    assert case.says("Ada Pell")[0].quote == "The minister never spoke of a loan"
    assert case.says("Nobody At All") == Listing(object, ())
    assert len(case.attributions("review")) == 2
    assert {row.name for row in case.sources()} >= {"Velm Gazette", "Coast Wire"}
    assert [row.id for row in case.claims(front="velland")] == ["cl-1"]
    assert [row.id for row in case.checks("fails")] == ["k-2"]
    assert {row.field for row in case.conflicts()} >= {"time", "quantity"}
    assert case.conflicts(about=case.events(type="COERCE/raid")[0].id)
    assert [row.by for row in case.judgements()] == ["ada", "ada", "ben", "ben"]
    assert case.document("review").title == "What the port affair tells us"
    assert [row.path for row in case.failures()] == ["reports/old.doc", "reports/scan.pdf"]
    assert case.compare("gazette", "review")
    assert "Marrow" in case.search("resigned")[0].quote


def test_the_network_is_that_of_the_command(case: Case, path: Path) -> None:
    """The same links in the same order, with names, on the same day, of ties alone and around one."""
    for given, options in (
        ({}, []),
        ({"on": "2021-03-20"}, ["--on", "2021-03-20"]),
        ({"who": "Reyl", "only": "ties"}, ["--who", "Reyl", "--only", "ties"]),
        ({"who": "Marrow", "limit": 1}, ["--who", "Marrow", "--limit", "1"]),
    ):  # fmt: skip
        shown = json.loads(run("network", *options, "--case", str(path), "--json").stdout)
        found = case.network(**given)
        assert [(r.record, r.left_id, r.right_id, r.text) for r in found] == [
            (bond["id"], bond["left"], bond["right"], bond["text"]) for bond in shown["bonds"]
        ]
        assert found
    tie = case.network("Reyl", only="ties")[0]
    assert {tie.left, tie.right} <= {row.name for row in case.entities()}
    assert set(tie.origins) <= {row.name for row in case.sources()} | {tie.left, tie.right}
    assert case.network().to_pandas()["since"].notna().any()
    with pytest.raises(UsageError, match="not of 'people'"):
        case.network(only="people")
    with pytest.raises(UsageError, match="a limit is of the links around one"):
        case.network(limit=5)


def test_words_come_with_their_context(case: Case) -> None:
    """A telling's words stand in their passage, and the quote is the document's."""
    raid = case.events(type="COERCE/raid")[0]
    for row in case.accounts(raid.id):
        assert row.quote in case.passage(row)
        assert case.document(row.document).text[row.start : row.end] == row.quote


def test_a_listing_becomes_a_frame(case: Case) -> None:
    """Columns are the fields, unknown is null and whole numbers stay whole."""
    found = case.events()
    frame = found.to_pandas()
    assert list(frame.columns) == list(EventRow.__dataclass_fields__)
    assert frame["accounts"].sum() == sum(row.accounts for row in found)
    assert str(frame["origins"].dtype) == "Int64"
    assert frame["latest"].isna().sum() == sum(row.latest is None for row in found) > 0
    assert frame["actor"].explode().value_counts()["Ilka Marrow"] >= 2
    assert isinstance(case.checks("none").to_pandas(), pandas.DataFrame)


def test_polars_has_the_same_frame(case: Case) -> None:
    """Lists are lists, and nothing is lost."""
    pytest.importorskip("polars", reason="polars is not installed: make exchange installs it")
    found = case.events()
    assert found.to_polars().to_dicts() == found.to_dicts()


def test_a_listing_is_a_sequence(case: Case) -> None:
    """It has a length, slices are listings, and a notebook shows it without markup of reports."""
    found = case.accounts(case.events(type="PROTEST/demonstrate")[0].id)
    page = case.attributions()._repr_html_()
    assert len(found) == 1
    assert found[:1] == found
    assert found[0] in found
    assert "<script" not in page
    assert page.count("<tr>") == len(case.attributions()) + 1
    assert repr(found).startswith("1 row\n")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (lambda c: c.events(who="Nobody"), "called 'Nobody'"),
        (lambda c: c.events(since="soon"), "'soon' is not a date"),
        (lambda c: c.events(type="visit"), "no type of event 'visit'"),
        (lambda c: c.timeline("2022", "2021"), "no day is both"),
        (lambda c: c.find("zz"), "has no 'zz'"),
        (lambda c: c.event("cl-1"), "is no event"),
        (lambda c: c.accounts("cl-1"), "no event and no tie"),
        (lambda c: c.document("nowhere"), "no report"),
        (lambda c: c.export("pigeon", "x"), "no form 'pigeon'"),
    ],
)
def test_what_cannot_be_answered_is_told(case: Case, question, words: str) -> None:
    """With one clear sentence."""
    with pytest.raises(UsageError, match=words):
        question(case)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (lambda c: c.reports(), "did you mean documents?"),
        (lambda c: c.evens(), "did you mean events?"),
        (lambda c: c.zebra(), "it answers accounts, "),
        (lambda c: c.events().df(), "to_pandas()"),
    ],
)
def test_a_guess_at_a_name_is_answered_with_names(case: Case, question, words: str) -> None:
    """Whoever types from memory is told what there is."""
    with pytest.raises(AttributeError, match=re.escape(words)):
        question(case)


def test_the_first_filter_of_events_is_who(case: Case) -> None:
    """It may be given without its name."""
    assert case.events("Marrow") == case.events(who="Marrow")


def test_no_case_no_answer(tmp_path: Path) -> None:
    """A file that is not there is told at once."""
    with pytest.raises(CaseError, match="no case here"):
        sayso.open(tmp_path / "none.sayso")


def test_a_case_writes_itself(case: Case, tmp_path: Path) -> None:
    """As the command does, whole."""
    case.export("csl", tmp_path / "x.json")
    assert len(json.loads((tmp_path / "x.json").read_text("utf-8"))) == len(case.documents())
    assert repr(case).startswith("<case port.sayso: 4 documents,")
