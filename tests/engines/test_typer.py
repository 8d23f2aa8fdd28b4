"""The reader of names tells what a name is the name of, and says clearly when it cannot."""

import math
import pickle
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.engines.protocols import TYPES
from sayso.engines.tagger import HEADS, OnnxTyper
from sayso.records.errors import EngineError
from sayso.run.tools import tools

TYPER = OnnxTyper()


def told(sentence: str, name: str) -> str:
    words, own = sentence.split(), name.split()
    start = next(n for n in range(len(words)) if words[n : n + len(own)] == own)
    (row,) = TYPER.types(words, [(start, start + len(own))])
    return TYPES[row.index(max(row))]


PLAIN = (
    ("Babette Nkosi said that she would resign on Monday .", "Babette Nkosi", "Person"),
    ("Mr Tervana said that he was innocent and would appeal .", "Tervana", "Person"),
    ("His brother , Ostap Velmer , was buried beside him .", "Ostap Velmer", "Person"),
    ("Shares in Veldkamp fell by eight per cent on Monday .", "Veldkamp", "Organization"),
    ("Tervana makes tyres and employs two hundred people .", "Tervana", "Organization"),
    ("Last year Kolmara Steel was bought by a rival .", "Kolmara Steel", "Organization"),
    ("Two hundred people fled from the town of Kolmara overnight .", "Kolmara", "Place"),
    ("The road from Tervana to Velm was closed by snow .", "Tervana", "Place"),
    ("Her first novel , The Salt Road , sold nine copies .", "The Salt Road", "Thing"),
    ("The story was first told by the Tervana Herald .", "Tervana Herald", "Outlet"),
)


def test_names_that_nobody_has_heard_of_are_told_by_their_sentences() -> None:
    """Nearly all: it is a guess, and heard as one."""
    assert sum(told(sentence, name) == kind for sentence, name, kind in PLAIN) >= len(PLAIN) - 1


def test_the_same_name_is_told_by_what_is_around_it() -> None:
    """It is not the letters alone."""
    found = {told(sentence, name) for sentence, name, _ in PLAIN if name == "Tervana"}

    assert found == {"Person", "Organization", "Place"}


@settings(deadline=None, max_examples=40)
@given(words=st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=300), at=st.data())
def test_any_words_have_likelihoods_that_make_one(words: list[str], at: st.DataObject) -> None:
    """However long the sentence and odd its words, and the same each time."""
    start = at.draw(st.integers(0, len(words) - 1))
    names = [(start, start + 1), (0, len(words))]
    rows = TYPER.types(words, names)

    assert all(math.isclose(sum(map(math.exp, row)), 1, rel_tol=1e-3) for row in rows)
    assert rows == TYPER.types(words, names)


def test_it_travels_without_its_weights() -> None:
    """A worker gets the name of the folder, not megabytes."""
    assert len(pickle.dumps(TYPER)) < 1000
    assert pickle.loads(pickle.dumps(TYPER)).hash == TYPER.hash


@pytest.mark.parametrize("name", ["model.onnx", "vocabulary.txt", "head.json"])
def test_a_missing_or_damaged_file_is_told(tmp_path: Path, name: str) -> None:
    """And what is done without it."""
    folder = Path(shutil.copytree(HEADS / "names", tmp_path / "head"))
    whole = (folder / name).read_bytes()
    (folder / name).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(EngineError, match="damaged") as caught:
        _ = OnnxTyper(folder).hash
    assert "guessed by grammar" in caught.value.hint
    (folder / name).unlink()
    with pytest.raises(EngineError, match=name):
        _ = OnnxTyper(folder).hash


def test_a_run_goes_on_without_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The case remarks on it."""
    monkeypatch.setattr("sayso.run.tools.OnnxTyper", lambda: OnnxTyper(tmp_path))
    bench = tools()

    assert bench.typer is None
    assert bench.remark is not None
    assert "reader of names" in bench.remark
