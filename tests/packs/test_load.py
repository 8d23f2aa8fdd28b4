"""Loading packs: merging, hashing, and every fault at once."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from sayso.packs.load import builtin, load
from sayso.packs.shelf import builtin_packs
from sayso.records.errors import PackError
from tests.effort import steps


def pack(folder: Path, **files: str) -> Path:
    """A pack's folder with these files (by stem), pack.yaml among them."""
    folder.mkdir(parents=True, exist_ok=True)
    for stem, text in {"pack": f"name: {folder.name}", **files}.items():
        (folder / f"{stem}.yaml").write_text(text, "utf-8")
    return folder


def faults(*folders: Path) -> str:
    """What load says of these faulty folders."""
    with pytest.raises(PackError) as caught:
        load(folders)
    return str(caught.value)


def test_word_lists_of_several_packs_are_joined(tmp_path: Path) -> None:
    """Two packs that fill the same list give one list."""
    one = pack(tmp_path / "one", words="titles: [dr]")
    two = pack(tmp_path / "two", words="titles:\n  - harbourmaster\n")
    assert load([one, two]).list("titles") == {"dr", "harbourmaster"}


def test_an_entry_of_a_later_pack_wins(tmp_path: Path) -> None:
    """The same key in two packs means what the later one says."""
    one = pack(tmp_path / "one", known="LPA: [Lomar Port Authority, Organization]")
    two = pack(tmp_path / "two", known="LPA: {name: Lomar Press Agency, type: Outlet}")
    assert load([one, two]).known["LPA"].name == "Lomar Press Agency"
    assert load([two, one]).known["LPA"].type == "Organization"


def test_extended_packs_come_first_and_once(tmp_path: Path) -> None:
    """A pack brings the packs it extends, each before it."""
    pack(tmp_path / "sea", words="titles: [captain]")
    coast = pack(tmp_path / "coast", pack="name: coast\nextends: sea")
    port = pack(tmp_path / "port", pack="name: port\nextends: [coast, sea]")
    assert load([port, coast]).names == ("sea", "coast", "port")


def test_words_that_look_like_other_things_stay_words(tmp_path: Path) -> None:
    """YAML's booleans, numbers and dates are words in a pack."""
    folder = pack(tmp_path / "p", words="titles: [no, on, 1e3, 2020-01-01, 'null']")
    assert load([folder]).list("titles") == {"no", "on", "1e3", "2020-01-01", "null"}


def test_numbers_are_read_where_numbers_are_wanted(tmp_path: Path) -> None:
    """A range of likelihood is a pair of numbers, open where it says so."""
    folder = pack(tmp_path / "p", likelihoods="likely: [0.55, 0.8]\nmaybe: {low: 0.1, high: ~}")
    found = load([folder]).likelihoods
    assert (found["likely"].low, found["likely"].high) == (0.55, 0.8)
    assert found["maybe"].high is None


def test_all_faults_are_told_at_once_with_their_places(tmp_path: Path) -> None:
    """One error names every fault of every file: file, line, column, caret, and a guess."""
    one = pack(
        tmp_path / "one",
        words="titels: [dr]",
        known="LPA: [Lomar Port Authority, Organisation]\nX: {nam: X, type: Place}",
    )
    two = pack(tmp_path / "two", offices="harbourmaster: hold_office", frame="a: b")
    told = faults(one, two)
    assert "6 faults in the packs" in told
    assert "one/known.yaml:1:29: 'Organisation' is not allowed here" in told
    assert "did you mean 'Organization'?" in told
    assert "one/known.yaml:2:5: no such key: 'nam'" in told and "did you mean 'name'?" in told
    assert "one/known.yaml:2:4: 'name' is missing" in told
    assert "one/words.yaml:1:1: no step reads a word list 'titels'" in told
    assert "did you mean 'titles'?" in told
    assert "did you mean 'holds_office'?" in told
    assert "two/frame.yaml: no such section" in told and "did you mean 'frames.yaml'?" in told
    caret = told.splitlines()[told.splitlines().index("    titels: [dr]") + 1]
    assert caret == "    ^"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("LPA: [Port, Place, none, more, than, these]", "one value too many"),
        ("LPA: [[Port], Place]", "a word is wanted here, not a list"),
        ("- LPA", "keys and values are wanted here, not a list"),
        ("LPA: [Port, Place]\nLPA: [Port, Place]", "'LPA' is here twice"),
        ("LPA: [Port, Place\n", "not YAML"),
        ("LPA:\n\t- Port", "not YAML"),
        ("LPA: [Port, {a: b}]", "a word is wanted here, not keys and values"),
        ("LPA:", "'name' is missing"),
    ],
)
def test_a_faulty_entry_is_a_fault_and_no_crash(tmp_path: Path, text: str, told: str) -> None:
    """Whatever is written in place of an entry, the answer is a fault that tells what."""
    assert told in faults(pack(tmp_path / "p", known=text))


def test_bytes_that_are_no_text_are_a_fault(tmp_path: Path) -> None:
    """A file in another encoding is named with its line."""
    folder = pack(tmp_path / "p")
    (folder / "known.yaml").write_bytes(b"a: [b, Place]\n\xff: [c, Place]\n")
    assert "p/known.yaml:2:1: not UTF-8" in faults(folder)


@pytest.mark.parametrize(
    "text", ["a: " + "[" * 9999, "a:\n" + "- " * 9999, "{a: " * 9999 + "}" * 9999]
)
def test_endless_nesting_is_a_fault(tmp_path: Path, text: str) -> None:
    """A file that nests without end is refused before it ends the process."""
    assert "nested too deep" in faults(pack(tmp_path / "p", known=text))


@pytest.mark.parametrize("word", ["plenty", "nan", "inf"])
def test_a_word_where_a_number_is_wanted_is_a_fault(tmp_path: Path, word: str) -> None:
    """A likelihood takes finite numbers."""
    folder = pack(tmp_path / "p", likelihoods=f"likely: [0.5, {word}]")
    assert f"a number is wanted here, not '{word}'" in faults(folder)


def test_a_pack_that_extends_nothing_known_is_refused(tmp_path: Path) -> None:
    """An unknown parent is a fault with the nearest name."""
    folder = pack(tmp_path / "p", pack="name: p\nextends: genral")
    assert "there is no pack 'genral'" in (told := faults(folder))
    assert "did you mean 'general'?" in told


def test_packs_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    """A circle of packs is a fault, not an endless loop."""
    one = pack(tmp_path / "one", pack="name: one\nextends: two")
    pack(tmp_path / "two", pack="name: two\nextends: one")
    assert "packs extend in a circle: one → two → one" in faults(one)


def test_a_folder_without_pack_yaml_is_refused(tmp_path: Path) -> None:
    """A folder is a pack only if it says its name."""
    (tmp_path / "p").mkdir()
    assert "there is no pack.yaml here" in faults(tmp_path / "p")
    (tmp_path / "p" / "pack.yaml").write_text("")
    assert "nothing is written here" in faults(tmp_path / "p")


def test_the_hash_follows_the_words_and_nothing_else(tmp_path: Path) -> None:
    """A changed word changes the hash, of its own section alone; authors and examples do not."""
    folder = pack(tmp_path / "p", words="titles: [dr]", offices="mayor:")
    before = load([folder])
    pack(folder, pack="name: p\nauthors: [Somebody]", examples="- text: Nothing.")
    assert load([folder]).hash == before.hash
    pack(folder, words="titles: [dr, prof]")
    after = load([folder])
    assert after.hash != before.hash
    assert after.hashes["offices"] == before.hashes["offices"]
    assert after.hashes["words"] != before.hashes["words"]


def test_a_pack_travels_to_workers() -> None:
    """The merged pack survives pickling whole."""
    whole = load([builtin("conflict")])
    assert pickle.loads(pickle.dumps(whole)) == whole


def test_the_built_in_packs_load_with_little_work() -> None:
    """Packs are read anew by every command: some hundred lines of Python for a word, no more."""
    folders = [info.folder for info in builtin_packs()]
    whole = load(folders)
    words = sum(len(words) for words in whole.words.values()) + len(whole.cues) + len(whole.known)

    assert steps(lambda: load(folders)) < 500 * words
