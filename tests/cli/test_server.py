"""Every command takes the address of a database where it takes a file, and answers the same."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from sayso.cli.main import COMMANDS, sayso
from sayso.store.case import open_case
from sayso.store.postgres.server import forget_readers
from tests.servers import Postgres

EXAMPLES = Path(__file__).parents[2] / "examples" / "harbour"
# What each command is asked here; "-" stands for the commands that are tested elsewhere.
ASKED = {
    "read": (), "brief": ("-o", "{out}.html"), "open": "-", "timeline": (), "who": ("solheim",),
    "network": (), "merges": ("--json",), "same": "-", "different": "-", "undo": "-", "log": (),
    "decisions": "-", "events": ("--from", "2019"), "itinerary": "-", "ties": ("solheim",),
    "held": "-", "claims": ("--json",), "compare": "-", "check": ("--json",), "judge": "-",
    "sources": ("--json",), "says": ("Coastal Wire",), "grade": (), "when": "-", "search": "-",
    "show": "-", "failures": (), "export": (), "import": "-", "pack": "-",
}  # fmt: skip


def run(*arguments: str) -> Result:
    done = CliRunner().invoke(sayso, list(arguments))
    assert done.exit_code == 0, (arguments, done.output, done.exception)
    return done


@pytest.fixture(scope="module")
def both(tmp_path_factory, postgres: Postgres) -> tuple[str, str]:
    """The same reports, read into a file and into a database."""
    places = str(tmp_path_factory.mktemp("both") / "harbour.sayso"), postgres.fresh().address
    for place in places:
        run("read", str(EXAMPLES), "--case", place, "--workers", "0")
    yield places
    forget_readers()


def test_the_same_reports_give_the_same_bytes(both: tuple[str, str]) -> None:
    """The whole export, read with the real engine."""
    told = [run("export", "--case", place).stdout for place in both]
    assert told[0] == told[1]
    assert len(told[0]) > 10_000


@pytest.mark.parametrize(
    "command", [n for n, asked in ASKED.items() if asked != "-" and n not in ("read", "export")]
)
def test_every_question_has_the_same_answer(command, both: tuple[str, str], tmp_path) -> None:
    """To the letter, but for the name of the case."""
    told = []
    for place in both:
        asked = [part.format(out=tmp_path / "out") for part in ASKED[command]]
        told.append(run(command, *asked, "--case", place).output.replace(place, "CASE"))
        if command == "brief":
            told[-1] = (tmp_path / "out.html").read_text("utf-8")
    assert told[0] == told[1]


def test_every_command_with_a_case_is_accounted_for() -> None:
    """A new command says here what it is asked, or that it is tested elsewhere."""
    context = click.Context(sayso)
    named = {
        name
        for name in COMMANDS
        for option in sayso.get_command(context, name).params
        if "--case" in option.opts
    }
    assert named <= set(ASKED)


def test_words_are_found_in_both(both: tuple[str, str]) -> None:
    """The same passages, if in another order."""
    found = []
    for place in both:
        hits = json.loads(run("search", "port", "--limit", "500", "--case", place, "--json").stdout)
        found.append(sorted((hit["document"], hit["span"]["start"]) for hit in hits))
        assert all("[" in hit["snippet"] for hit in hits)
    assert found[0] == found[1]
    assert found[0]


def test_decisions_are_made_and_taken_back_on_a_server(both: tuple[str, str]) -> None:
    """As in a file, and in the log of both."""
    logs = []
    for place in both:
        with open_case(place) as case:
            event = next(case.view().events()).id
        run("grade", event, "--credibility", "2", "--by", "Ada", "--case", place)
        run("same", "Coastal Wire", "Selwyn Courier", "--by", "Ada", "--case", place)
        run("undo", "--by", "Ben", "--case", place)
        log = json.loads(run("log", "--case", place, "--json").stdout)
        logs.append([(j["by"], j["decision"], j["value"], j["about"]) for j in log])
    assert logs[0] == logs[1]
    assert len(logs[0]) == 3


def test_an_import_into_a_server(both: tuple[str, str], postgres: Postgres, tmp_path) -> None:
    """Into an empty database, and never over reports."""
    lines = tmp_path / "case.jsonl"
    lines.write_text(run("export", "--case", both[0]).stdout, "utf-8")
    copy = postgres.fresh().address
    run("import", str(lines), "--case", copy)
    assert run("export", "--case", copy).stdout == lines.read_text("utf-8")
    done = CliRunner().invoke(sayso, ["import", str(lines), "--case", copy])
    assert done.exit_code == 1


def test_an_address_of_something_else_is_refused() -> None:
    """With the form that would do, and no password in the answer."""
    done = CliRunner().invoke(sayso, ["timeline", "--case", "mysql://ada:geheim@host/db"])
    assert done.exit_code == 1
    assert "postgresql://" in str(done.exception)
    assert "geheim" not in str(done.exception) + done.output
