"""Export and import as a user meets them: forms, folders, judgements that are taken back."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from sayso.cli.brief import FORMS as PAPER
from sayso.publish.forms.forms import FORMS
from tests.cli.test_commands import case, run
from tests.cli.test_naming import case as haddad
from tests.cli.test_naming import lines, names_of

__all__ = ["case", "haddad"]
NEEDS = {"ftm": "followthemoney", "statements": "followthemoney", "parquet": "pyarrow"}


def test_every_form_is_listed() -> None:
    """--forms says what each is, and --json the same to programs."""
    shown = run("export", "--forms")
    listed = json.loads(run("export", "--forms", "--json").stdout)
    assert list(listed) == list(FORMS)
    assert all(name in shown.output for name in FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_written_and_twice_the_same(form: str, case: Path, tmp_path: Path) -> None:
    """A file or a folder of files, with something in it, and no half-written one beside it."""
    if form in NEEDS:
        pytest.importorskip(NEEDS[form])
    for name in ("one", "two"):
        done = run("export", "--case", str(case), "--to", form, "-o", str(tmp_path / name))
        assert done.exit_code == 0, done.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]
    one, two = tmp_path / "one", tmp_path / "two"
    assert one.is_dir() == FORMS[form].folder
    files = sorted(one.iterdir()) if one.is_dir() else [one]
    assert files
    for file in files:
        other = two / file.name if one.is_dir() else two
        assert file.read_bytes() == other.read_bytes() != b""


def test_several_files_need_a_folder(case: Path) -> None:
    """Without -o, a form of several files is refused with advice."""
    done = run("export", "--case", str(case), "--to", "csv")
    assert done.exit_code != 0
    assert "folder" in str(done.exception)


@pytest.mark.parametrize(
    ("module", "arguments", "extra"),
    [
        ("pyarrow", ("export", "--to", "parquet"), "tables"),
        ("followthemoney", ("export", "--to", "ftm"), "ftm"),
        ("typst", ("brief",), "paper"),
    ],
)
def test_a_missing_extra_is_named(
    module: str, arguments: tuple[str, ...], extra: str, case: Path, tmp_path: Path, monkeypatch
) -> None:
    """The message says what to install, and nothing is left behind."""
    for name in [name for name in sys.modules if name.split(".")[0] == module]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    out = tmp_path / "out.pdf"
    done = run(*arguments, "--case", str(case), "-o", str(out))
    assert done.exit_code != 0
    assert f'pip install "sayso[{extra}]"' in str(done.exception)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", PAPER)
def test_a_briefing_is_written_in_every_form(suffix: str, case: Path, tmp_path: Path) -> None:
    """By the end of the file's name; two runs, the same bytes."""
    pages = [tmp_path / f"{name}{suffix}" for name in ("one", "two")]
    for page in pages:
        assert run("brief", "--case", str(case), "-o", str(page)).exit_code == 0
    assert pages[0].read_bytes() == pages[1].read_bytes()


def test_a_list_of_actors_joins_names_until_it_is_undone(haddad: str, tmp_path: Path) -> None:
    """Two people become one by a row of a list, and two again by undo."""
    before = lines(haddad)
    actors = tmp_path / "actors.csv"
    actors.write_text("name,aliases\nKarim Haddad,Omar Nasser\n", "utf-8")
    done = run("import", str(actors), "--as", "actors", "--case", haddad, "--by", "Eva")
    assert done.exit_code == 0, done.output
    assert "1 judgement added" in done.output
    assert "Omar Nasser" in names_of(haddad, "Karim Haddad")
    # Somebody who is one already is nothing new.
    assert "no judgements added" in run(
        "import", str(actors), "--as", "actors", "--case", haddad
    ).output  # fmt: skip
    assert run("undo", "--case", haddad).exit_code == 0
    assert lines(haddad) == before


def test_an_annotation_comes_home_and_is_taken_back_by_its_id(case: Path, tmp_path: Path) -> None:
    """A finding rejected elsewhere is rejected here, signed, until it is undone."""
    copy = str(shutil.copy(case, tmp_path / "c.sayso"))
    event = json.loads(run("timeline", "--case", copy, "--json").stdout)[0]["event"]
    note = tmp_path / "notes.json"
    body = [{"type": "TextualBody", "value": "reject: no such thing", "purpose": "assessing"}]
    creator = {"name": "Fay"}
    note.write_text(
        json.dumps([{"target": f"urn:sayso:{event}", "body": body, "creator": creator}]), "utf-8"
    )
    done = run("import", str(note), "--as", "annotations", "--case", copy)
    assert "1 judgement added" in done.output, done.output
    made = json.loads(run("log", "--case", copy, "--json").stdout)[-1]
    assert (made["by"], made["decision"], made["about"]) == ("Fay", "reject", [event])
    assert run("undo", made["id"], "--case", copy).exit_code == 0
    assert json.loads(run("log", "--case", copy, "--json").stdout)[-1]["value"] is None
    assert "no longer holds" in str(run("undo", made["id"], "--case", copy).exception)


def test_what_does_not_fit_is_told(case: Path, tmp_path: Path) -> None:
    """Words that no report has are passed over, with the reason."""
    note = tmp_path / "notes.json"
    selector = {"type": "TextQuoteSelector", "exact": "never written"}
    target = {"source": "harbour/coastal-wire.txt", "selector": selector}
    note.write_text(json.dumps({"target": target, "body": {"value": "x"}}), "utf-8")
    done = run("import", str(note), "--as", "annotations", "--case", str(case))
    assert "passed over: annotation 1: no places" in done.output
    assert "no judgements added" in done.output
    assert done.exit_code == 1
