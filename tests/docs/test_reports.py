"""The example reports: invented, saying so on top, and dated."""

from __future__ import annotations

from pathlib import Path

import docx
import pypdfium2
import pytest

from tests.docs.pages import ROOT

REPORTS = sorted(
    path for folder in ("network", "harbour") for path in (ROOT / "examples" / folder).iterdir()
)


def opening(path: Path) -> str:
    """The beginning of a report's words."""
    if path.suffix == ".docx":
        return "\n".join(part.text for part in docx.Document(str(path)).paragraphs[:4])
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as pdf:
            return str(pdf[0].get_textpage().get_text_range()[:600])
    return path.read_text("utf-8")[:1500]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_an_example_says_that_it_is_invented(path: Path) -> None:
    """Nobody can take an example for a report of a real publisher."""
    words = opening(path)
    assert "invented" in words or "مختلق" in words


def test_the_examples_come_in_all_formats() -> None:
    """Every format that sayso reads has an example."""
    formats = {path.suffix for path in REPORTS}
    assert formats == {".txt", ".md", ".html", ".pdf", ".docx", ".eml"}


def test_the_readme_of_the_examples_names_each() -> None:
    """A report that is added is described."""
    told = (ROOT / "examples" / "README.md").read_text("utf-8")
    assert all(f"`{path.name}`" in told for path in REPORTS)
