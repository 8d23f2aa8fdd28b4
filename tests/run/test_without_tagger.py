"""A missing or damaged tagger stops nothing, and nobody is left in the dark about it."""

from pathlib import Path

import pytest

from sayso.engines.tagger import OnnxTagger
from sayso.publish.briefing import Section
from sayso.publish.compose import compose
from sayso.run import tools
from sayso.store.case import open_case
from tests.run.reports import bench, read, write


@pytest.fixture
def without_tagger(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tools, "OnnxTagger", lambda: OnnxTagger(tmp_path / "nowhere"))


def method_of(case: Path) -> str:
    with open_case(case) as opened:
        sections = compose(opened.view()).sections
    [section] = [one for one in sections if isinstance(one, Section) and one.anchor == "method"]
    return str(section)


def test_rules_read_alone(without_tagger) -> None:
    """The run has no tagger and says why, and what to do."""
    found = tools.tools()
    assert found.tagger is None
    assert "head.json cannot be read" in (found.remark or "")
    assert "install sayso anew" in (found.remark or "")


def test_the_tagger_is_used_where_it_is_whole() -> None:
    """Nothing is remarked of what is as it should be."""
    found = tools.tools()
    assert found.tagger is not None
    assert found.remark is None


def test_the_briefing_says_so(without_tagger, tmp_path: Path) -> None:
    """Whoever gets the briefing learns that rules alone read the attributions, until they do not."""
    remark = tools.tools().remark
    folder, case = write(tmp_path / "reports"), tmp_path / "a.sayso"

    read(folder, case, bench(remark=remark))
    assert "rules alone" in method_of(case)

    read(folder, case, bench())
    assert "rules alone" not in method_of(case)
