"""The commands as a user meets them: answers, exit codes, errors with advice."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.cli.main import COMMANDS, sayso

EXAMPLES = Path(__file__).parents[2] / "examples" / "harbour"
ASKING = ["timeline", "events", "sources", "failures"]


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "harbour.sayso"
    done = run("read", str(EXAMPLES), "--case", str(path), "--workers", "0")
    assert done.exit_code == 0, done.output
    return path


def run(*arguments: str, input: bytes | None = None) -> Result:
    return CliRunner().invoke(sayso, list(arguments), input=input)


def test_reading_tells_what_it_did(case: Path) -> None:
    """A second read says that nothing had changed."""
    done = run("read", str(EXAMPLES), "--case", str(case))

    assert done.exit_code == 0
    assert "0 read" in done.output
    assert "unchanged" in done.output


@pytest.mark.parametrize("command", ASKING)
def test_answers_come_as_table_and_as_json(command: str, case: Path) -> None:
    """What a person reads, a program can read too."""
    table = run(command, "--case", str(case))
    data = run(command, "--case", str(case), "--json")

    assert table.exit_code == data.exit_code == 0
    assert isinstance(json.loads(data.stdout), list)


def test_events_can_be_filtered(case: Path) -> None:
    """Every filter narrows what all filters leave."""
    every = json.loads(run("events", "--case", str(case), "--json").stdout)
    kinds = {event["type"] for event in every}
    kind = sorted(kinds)[0]
    some = json.loads(run("events", "--case", str(case), "--type", kind, "--json").stdout)

    assert every
    assert {event["type"] for event in some} == {kind}
    assert len(some) == sum(event["type"] == kind for event in every)


def test_who_finds_a_person_by_part_of_the_name(case: Path) -> None:
    """Nobody types a whole name."""
    done = run("who", "solheim", "--case", str(case))

    assert done.exit_code == 0
    assert "mentions in" in done.output


def test_show_opens_the_exact_words(case: Path) -> None:
    """The beginning of an id is enough; the quoted words stand in brackets."""
    event = json.loads(run("events", "--case", str(case), "--json").stdout)[0]
    record = json.loads(run("show", event["event"], "--case", str(case), "--json").stdout)
    shown = run("show", event["event"][:12], "--case", str(case))
    quote = " ".join(record["accounts"][0]["span"]["quote"].split())

    assert shown.exit_code == 0
    assert f"[{quote}]" in " ".join(shown.output.split())


@pytest.mark.parametrize("name", ["briefing.html", "briefing.md"])
def test_a_briefing_is_written_twice_the_same(name: str, case: Path, tmp_path: Path) -> None:
    """Two runs, the same bytes; the ten things most worth a look are told."""
    first, second = tmp_path / name, tmp_path / f"again-{name}"
    done = run("brief", "--case", str(case), "-o", str(first))
    run("brief", "--case", str(case), "-o", str(second))

    assert done.exit_code == 0
    assert str(first) in done.output
    assert first.read_bytes() == second.read_bytes()


def test_export_and_import_bring_back_the_same_case(case: Path, tmp_path: Path) -> None:
    """The open format holds the whole case."""
    lines, copy = tmp_path / "case.jsonl", tmp_path / "copy.sayso"
    run("export", "--case", str(case), "--to", "lines", "-o", str(lines))
    done = run("import", str(lines), "--case", str(copy))
    again = run("export", "--case", str(copy))

    assert done.exit_code == 0
    assert again.stdout == lines.read_text("utf-8")


def test_standard_input_is_a_report(tmp_path: Path) -> None:
    """A dash reads what is piped in."""
    text = "Note\n\nAna Ruiz met Omar Haddad in Porto on 3 May 2021, officials said.\n"
    path = str(tmp_path / "in.sayso")
    done = run("read", "-", "--case", path, "--workers", "0", input=text.encode())

    assert done.exit_code == 0
    assert "1 report" in done.output


def test_failures_make_the_exit_code_2(tmp_path: Path) -> None:
    """Done, with failures; nothing done is 1."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 no")
    path = str(tmp_path / "mixed.sayso")
    nothing = run("read", str(folder), "--case", path, "--workers", "0")
    (folder / "good.txt").write_text("Note\n\nAna Ruiz visited Porto on 3 May 2021.\n")
    some = run("read", str(folder), "--case", path, "--workers", "0")
    listed = run("failures", "--case", path)

    assert nothing.exit_code == 1
    assert some.exit_code == 2
    assert "bad.pdf" in listed.output


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (("timeline", "--case", "nowhere.sayso"), "make one: sayso read"),
        (("read", "nowhere", "--case", "x.sayso"), "check the path"),
        (("brief", "-o", "briefing.doc"), ".html or .md"),
        (("events", "--from", "yesterday"), "2020-03"),
        (("pack", "show", "generl"), "general"),
        (("timeline", "--case", "."), "this is a folder, not a case"),
        (("timeline", "--case", "note.txt"), "--case note.txt"),
        (("events", "--type", "ASAULT"), "did you mean ASSAULT?"),
        (("events", "--from", "2022", "--to", "2021"), "turn the two dates round"),
        (("timeline", "--from", "2022", "--to", "2021"), "turn the two dates round"),
        (("itinerary", "Solheim", "--from", "2022", "--to", "2021"), "turn the two dates round"),
        (("search", " !"), "sayso search"),
    ],
)
def test_errors_say_what_to_do_next(
    arguments: tuple[str, ...], advice: str, tmp_path: Path, case: Path, monkeypatch
) -> None:
    """What happened, where, and what to do: never a traceback."""
    monkeypatch.chdir(tmp_path)
    Path("note.txt").write_bytes(b"")
    if (
        arguments[0] != "read"
        and "--case" not in arguments
        and arguments[0] not in ("brief", "pack")
    ):
        arguments = (*arguments, "--case", str(case))
    done = run(*arguments)

    assert done.exit_code != 0
    assert advice in f"{done.output}{done.exception}"


def test_a_folder_without_reports_says_so(tmp_path: Path) -> None:
    """An empty case is made, and the reader told why it is empty."""
    (tmp_path / "empty").mkdir()
    done = run("read", str(tmp_path / "empty"), "--case", str(tmp_path / "x.sayso"))

    assert done.exit_code == 0
    assert "No report was found there" in done.output


def test_one_file_is_told_of_as_one(tmp_path: Path) -> None:
    """Not "1 files"."""
    (tmp_path / "a.txt").write_text("Ana Ruiz visited Porto on 3 May 2021.")
    path = str(tmp_path / "x.sayso")
    done = run("read", str(tmp_path / "a.txt"), "--case", path, "--workers", "0")

    assert "reading 1 file\n" in done.output


def test_a_misspelt_command_is_guessed() -> None:
    """The nearest command is named."""
    assert "Did you mean 'timeline'?" in run("timelin").output


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_has_help(command: str) -> None:
    """Help works without a case."""
    done = run(command, "--help")

    assert done.exit_code == 0
    assert "Example: sayso" in done.output


def test_built_in_packs_are_sound() -> None:
    """What ships passes its own check, examples included."""
    for name in ("general", "conflict"):
        done = run("pack", "check", name)
        assert done.exit_code == 0, done.output


def test_packs_are_listed_and_shown() -> None:
    """Names, versions, what is in them."""
    listed = json.loads(run("pack", "list", "--json").stdout)
    shown = json.loads(run("pack", "show", "conflict", "--json").stdout)

    assert {pack["name"] for pack in listed} >= {"general", "conflict"}
    assert any(row["section"] == "frames" and row["entries"] for row in shown)


def test_a_read_that_did_not_end_is_told(tmp_path: Path) -> None:
    """An answer from a case that is not linked says why it is empty."""
    from sayso.store.case import open_case

    path = tmp_path / "half.sayso"
    open_case(path, create=True).close()
    done = run("timeline", "--case", str(path))

    assert "run it again" in done.stderr
