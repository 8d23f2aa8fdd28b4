"""Hypotheses weighed and reports held against their case, as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.analysis.weighing.theses import Hypothesis, Options, Sheet
from sayso.packs.reading.sheets import read_sheet
from sayso.publish.hypotheses import sheet_text
from tests.cli.test_commands import run

NORTH = """The grip of the guild

In the valley, the Harbour Guild has lost its influence among the dockers. The Harbour Guild lacks authority.

Dockers protested against the Harbour Guild on 3 May 2021.
"""
SOUTH = """The guild today

In the valley, the Harbour Guild retains its influence among the dockers. Its rivals have failed.

The Harbour Guild met the mayor on 4 May 2021.
"""
SHEET = """
question: What became of the guild?
hypotheses:
- {name: H1, says: The guild declines., of: [Harbour Guild], goes: decline, needs: [members leave]}
- {name: H2, says: The guild goes on., of: [Harbour Guild], goes: persist, likelihood: likely, confidence: low}
- {name: H3, says: The guild grows., of: [Harbour Guild], goes: increase}
"""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("guild")
    (folder / "reports").mkdir()
    (folder / "reports" / "north.txt").write_text(NORTH)
    (folder / "reports" / "south.txt").write_text(SOUTH)
    path = folder / "guild.sayso"
    done = run("read", str(folder / "reports"), "--case", str(path), "--workers", "0")
    assert done.exit_code == 0
    return path


@pytest.fixture
def case(read: Path, tmp_path: Path) -> str:
    path = tmp_path / "guild.sayso"
    path.write_bytes(read.read_bytes())
    return str(path)


@pytest.fixture
def sheet(tmp_path: Path) -> str:
    path = tmp_path / "hypotheses.yaml"
    path.write_text(SHEET)
    return str(path)


def weighed(case: str, *arguments: str):
    return json.loads(run("weigh", *arguments, "--json", "--case", case).stdout)


def test_hypotheses_are_proposed_edited_and_weighed(case: str, tmp_path: Path) -> None:
    """The proposal is a file that can be weighed as it is, and is not overwritten."""
    path = str(tmp_path / "proposed.yaml")
    assert run("weigh", "--propose", "-o", path, "--case", case).exit_code == 0
    again = run("weigh", "--propose", "-o", path, "--case", case)
    shown = run("weigh", "--propose", "--case", case).stdout
    done = run("weigh", path, "--case", case)

    assert again.exit_code == 1
    assert shown == Path(path).read_text()
    assert "Harbour Guild" in shown
    assert done.exit_code == 0
    assert "Least inconsistent first" in done.stdout


def test_what_was_weighed_is_kept_for_the_next_time(case: str, sheet: str) -> None:
    """Without a file the case's own hypotheses are weighed; a case without any says what to do."""
    none = run("weigh", "--case", case)
    first = run("weigh", sheet, "--case", case)
    second = run("weigh", "--case", case)

    assert none.exit_code == 1
    assert "--propose" in str(none.exception)
    assert first.exit_code == 0
    assert first.stdout == second.stdout


def test_a_weighing_explains_its_numbers_and_keeps_likelihood_apart(case: str, sheet: str) -> None:
    """Every figure has its sentence; likelihood and confidence stand in sentences of their own."""
    text = " ".join(run("weigh", sheet, "--case", case).stdout.split())

    for word in ("Against:", "For:", "Pieces:", "Silent:", "Separates:", "Weight:", "Lost:"):
        assert word in text
    assert "likelihood: likely." in text
    assert "confidence: low." in text
    assert "members leave" in text
    assert "A rank is no probability" in text


def test_a_cell_is_set_and_given_back_and_the_log_keeps_both(case: str, sheet: str) -> None:
    """Set, it counts as set; given back, the proposal stands again."""
    before = weighed(case, sheet)
    piece = before["rows"][0]["piece"]["id"]
    other = weighed(case, "--set", piece, "H3", "CC", "--reason", "read it", "--by", "ada")
    again = run("weigh", "--set", piece, "H3", "X", "--case", case)
    back = weighed(case, "--unset", piece, "H3")
    twice = run("weigh", "--unset", piece, "H3", "--case", case)
    [cell] = [c for row in other["rows"] for c in row["cells"] if c["by"]]

    assert (cell["mark"], cell["by"], cell["why"]) == ("CC", "ada", "read it")
    assert (before["set"], other["set"], back["set"]) == (0, 1, 0)
    assert back["ranking"] == before["ranking"]
    assert (again.exit_code, twice.exit_code) == (1, 1)
    assert run("log", "--case", case).stdout.count("weigh") == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("question: What?\nhypotheses: [{name: H1}]\n", "'says' is missing"),
        ("question: What?\nhypothesis: []\n", "did you mean 'hypotheses'"),
        ("", "nothing is written here"),
        (SHEET.replace("goes: decline", "goes: down"), "'down' is not allowed"),
        (SHEET.replace("likelihood: likely", "likelihood: surely"), "'surely' is not allowed"),
        (SHEET.replace("of: [Harbour Guild], goes: decline", "of: [No Body]"), "No Body"),
    ],
)
def test_a_faulty_file_is_refused_with_its_place(
    case: str, tmp_path: Path, text: str, said: str
) -> None:
    """Every fault is named; nothing is kept."""
    path = tmp_path / "faulty.yaml"
    path.write_text(text)
    done = run("weigh", str(path), "--case", case)

    assert done.exit_code == 1
    assert said in str(done.exception)
    assert run("weigh", "--case", case).exit_code == 1


def test_a_briefing_has_the_weighing_and_comes_out_clean(
    case: str, sheet: str, tmp_path: Path
) -> None:
    """What sayso itself writes of a case stands up to its own lint, with quotes under the cells."""
    run("weigh", sheet, "--case", case)
    path = tmp_path / "briefing.md"
    assert run("brief", "--case", case, "-o", str(path)).exit_code == 0
    text = path.read_text()
    done = run("lint", str(path), "--case", case)

    assert "## Rival hypotheses weighed" in text
    assert "has lost its influence among the dockers”[^" in text
    assert (done.exit_code, "nothing found" in done.stdout) == (0, True)


def test_a_briefing_that_was_changed_does_not(case: str, tmp_path: Path) -> None:
    """A sentence slipped in between is found, on its line."""
    path = tmp_path / "briefing.md"
    run("brief", "--case", case, "-o", str(path))
    text = path.read_text().replace(
        "## Timeline\n", "## Timeline\n\nThe guild is as good as gone.\n"
    )
    path.write_text(text)
    done = run("lint", str(path), "--case", case, "--json")
    [one] = json.loads(done.stdout)

    assert done.exit_code == 2
    assert (one["kind"], one["text"]) == ("unsupported", "The guild is as good as gone.")


def test_lint_says_what_it_cannot_read(case: str, tmp_path: Path) -> None:
    """Another format and a missing file end in advice, not in findings."""
    page = tmp_path / "briefing.html"
    page.write_text("<p>")
    for path in (page, tmp_path / "none.md"):
        done = run("lint", str(path), "--case", case)
        assert done.exit_code == 1
        assert "→" in str(done.exception)


texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1).filter(
    str.strip
)
lists = st.lists(texts, max_size=3).map(tuple)
hypotheses = st.builds(
    Hypothesis,
    texts,
    texts,
    lists,
    lists,
    lists,
    lists,
    lists,
    st.none() | texts,
    st.none() | texts,
)


@given(st.builds(
    Sheet, texts, st.lists(hypotheses, min_size=1, max_size=3).map(tuple), st.none() | texts,
    st.none() | texts,
    st.builds(Options, st.sampled_from(["once", "each"]), st.booleans(), st.booleans(),
              st.none() | st.floats(1, 1e6)),
))  # fmt: skip
def test_a_written_sheet_reads_back_the_same(tmp_path_factory, sheet: Sheet) -> None:
    """Whatever names and sentences hold, the file gives them back."""
    path = tmp_path_factory.mktemp("sheet") / "sheet.yaml"
    path.write_text(sheet_text(sheet), encoding="utf-8", newline="\n")

    assert read_sheet(path, Sheet) == sheet
