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
# What some commands are asked; the others are asked without more, if they can be.
ASKED = {
    "brief": ("-o", "{out}.html"), "who": ("solheim",), "ties": ("solheim",), "says": ("Coastal Wire",),
    "events": ("--from", "2019"), "merges": ("--json",), "claims": ("--json",), "check": ("--json",),
    "sources": ("--json",), "held": ("port director",), "itinerary": ("solheim",),
}  # fmt: skip
# They answer nothing by themselves, or write; other tests have them.
ELSEWHERE = {"read", "open", "serve", "import", "undo", "audit"}


def asking() -> list[str]:
    """Every command that takes a case and can be asked here, new ones too."""
    found = []
    for name in COMMANDS:
        options = sayso.get_command(click.Context(sayso), name).params
        takes = any("--case" in option.opts for option in options)
        asked = name in ASKED or not any(option.required for option in options)
        if takes and asked and name not in ELSEWHERE:
            found.append(name)
    return found


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


@pytest.mark.parametrize("command", asking())
def test_every_question_has_the_same_answer(command, both: tuple[str, str], tmp_path) -> None:
    """To the letter, but for the name of the case."""
    told = []
    for place in both:
        asked = [part.format(out=tmp_path / "out") for part in ASKED.get(command, ())]
        done = CliRunner().invoke(sayso, [command, *asked, "--case", place])
        # What is refused for want of more is refused in both.
        assert done.exit_code == 0 or (command not in ASKED and done.exception)
        told.append(f"{done.output}{done.exception}".replace(place, "CASE"))
        if command == "brief":
            told[-1] = (tmp_path / "out.html").read_text("utf-8")
    assert told[0] == told[1]


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
