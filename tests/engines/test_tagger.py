"""The tagger that comes with sayso labels words, and says clearly when it cannot."""

import pickle
import shutil
from pathlib import Path

import pytest

from sayso.engines.protocols import Stretch
from sayso.engines.tagger import HEADS, OnnxTagger
from sayso.records.errors import EngineError

FOLDER = HEADS / "attribution"


def stretch(text: str) -> Stretch:
    words = text.split()
    return Stretch(words, [[0] * 8 for _ in words], [0] * len(words), [0] * len(words))


@pytest.fixture(scope="module")
def tagger() -> OnnxTagger:
    return OnnxTagger()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "head"))


def test_it_labels_each_word(tagger: OnnxTagger) -> None:
    """The source, the cue and what is said get their labels."""
    found = tagger.label(stretch("The mayor said that the harbour would stay shut ."))

    assert found == [1, 2, 3, 5, 6, 6, 6, 6, 6, 0]


def test_no_words_no_labels(tagger: OnnxTagger) -> None:
    """An empty document is no trouble."""
    assert tagger.label(stretch("")) == []


def test_the_same_words_get_the_same_labels(tagger: OnnxTagger) -> None:
    """Neither another instance nor what was labelled before changes anything."""
    long = stretch("The mayor said that the harbour would stay shut . " * 60)
    first = tagger.label(long)
    tagger.label(stretch("Something else entirely ."))

    assert tagger.label(long) == first == OnnxTagger().label(long)


def test_it_travels_without_its_weights(tagger: OnnxTagger) -> None:
    """A worker gets the name of the folder, not megabytes."""
    assert len(pickle.dumps(tagger)) < 1000
    assert pickle.loads(pickle.dumps(tagger)).hash == tagger.hash


@pytest.mark.parametrize("name", ["model.onnx", "vocabulary.txt", "head.json"])
def test_a_missing_file_is_named(copied: Path, name: str) -> None:
    """The message tells which file cannot be read and what happens now."""
    (copied / name).unlink()
    with pytest.raises(EngineError, match=name) as caught:
        _ = OnnxTagger(copied).hash
    assert "rules alone" in caught.value.hint


@pytest.mark.parametrize("name", ["model.onnx", "vocabulary.txt", "head.json"])
def test_a_damaged_file_is_noticed(copied: Path, name: str) -> None:
    """A file cut short does not give wrong labels: it is refused."""
    whole = (copied / name).read_bytes()
    (copied / name).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(EngineError, match="damaged"):
        _ = OnnxTagger(copied).hash
