"""The documentation runs: its commands, its Python and its files do what the pages say."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, Block, blocks, commands, fits, pages, run, run_sayso

RUN = [page for page in pages() if {b.language for b in blocks(page)} & {"console", "python"}]
LINK = re.compile(r"\]\(([^)#\s]+)(#[^)\s]*)?\)")


def name_of(page: Path) -> str:
    """A page's path in the repository."""
    return str(page.relative_to(ROOT))


@pytest.mark.slow
@pytest.mark.parametrize("page", RUN, ids=name_of)
def test_a_page_runs_from_top_to_bottom(page: Path, tmp_path: Path) -> None:
    """Every command, Python block and file of a page works, in order, beside the examples."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    printed = ""
    for block in blocks(page):
        place = f"{name_of(page)}:{block.line}"
        if block.language == "console":
            run_console(block, tmp_path, place)
        elif block.language == "python":
            done = run([sys.executable, "-"], tmp_path, given=block.text)
            assert done.returncode == 0, f"{place}: {done.stderr}"
            printed = done.stdout
        elif block.language == "yaml":
            write(block, tmp_path)
        elif block.language == "text" and block.before == "prints":
            assert printed == block.text, place


def run_console(block: Block, folder: Path, place: str) -> None:
    """Run each command of a block; it must succeed and answer as the block shows."""
    for command, expected in commands(block):
        done = run_sayso(command, folder)
        assert done.returncode == 0, f"{place}: $ {command}\n{done.stdout}{done.stderr}"
        assert fits(done.stdout, expected), f"{place}: $ {command}\n{done.stdout}"


def write(block: Block, folder: Path) -> None:
    """Write a file whose path stands in the comment on its first line."""
    match = re.match(r"# (\S+)\n", block.text)
    assert match is not None, f"a yaml block names its file: {block.text}"
    path = folder / match[1]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.text, "utf-8")


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the repository finds it, and its heading."""
    for target, heading in LINK.findall(page.read_text("utf-8")):
        if "://" in target:
            continue
        file = page.parent / target
        assert file.exists(), f"{name_of(page)} links to {target}"
        if heading:
            assert heading[1:] in headings(file), f"{name_of(page)} links to {target}{heading}"


def headings(page: Path) -> set[str]:
    """The headings of a page as links name them."""
    titles = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize(
    ("answer", "expected", "good"),
    [
        ("", "", True),
        ("one\ntwo\nthree\n", "one\n...\nthree\n", True),
        ("one\n", "...\none\n...\n", True),
        ("one\ntwo\n", "one\n", False),
        ("two\none\n", "one\n...\n", False),
        ("a.b  \n", "a.b\n", True),
        ("axb\n", "a.b\n", False),
    ],
)
def test_dots_stand_for_any_lines(answer: str, expected: str, good: bool) -> None:
    """The comparison takes what it should and nothing else."""
    assert fits(answer, expected) is good
