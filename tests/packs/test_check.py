"""Checking one pack: the built-in ones are sound, and faults are listed in order."""

from __future__ import annotations

import typing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from sayso.packs.check import check
from sayso.packs.load import SECTIONS, load
from sayso.packs.reading.faults import Fault, advise
from sayso.packs.shelf import PackInfo, builtin_packs
from sayso.packs.words import LISTS


@pytest.mark.parametrize("info", builtin_packs(), ids=lambda info: info.name)
def test_a_built_in_pack_has_no_fault(info: PackInfo) -> None:
    """What ships with sayso is sound."""
    assert check(info.folder) == []


def test_faults_come_in_order_of_file_and_line(tmp_path: Path) -> None:
    """A reader works through the list from top to bottom."""
    (tmp_path / "pack.yaml").write_text("name: p\nautor: me\n")
    (tmp_path / "known.yaml").write_text("A: [a, Town]\nB: [b, Village]\n")
    found = check(tmp_path)
    assert [(Path(f.file).name, f.line) for f in found] == [
        ("known.yaml", 1),
        ("known.yaml", 2),
        ("pack.yaml", 2),
    ]


def test_a_range_that_is_none_is_a_fault(tmp_path: Path) -> None:
    """Likelihoods lie between 0 and 1, the lower first."""
    (tmp_path / "pack.yaml").write_text("name: p")
    (tmp_path / "likelihoods.yaml").write_text("likely: [0.8, 0.5]\nsure: [0.9, 1.2]\n")
    assert [fault.line for fault in check(tmp_path)] == [1, 2]


@pytest.mark.parametrize("section", ["aspects", "pressures"])
def test_a_kind_of_event_that_is_none_is_a_fault(tmp_path: Path, section: str) -> None:
    """What belongs to an aspect, or presses, is a type of event; a mode may follow a slash."""
    (tmp_path / "pack.yaml").write_text("name: p")
    kinds = "SANCTION, ASSAULT/siege, SANCTOIN, strike, ASSAULT/"
    (tmp_path / f"{section}.yaml").write_text(f"money:\n  events: [{kinds}]\n")
    found = check(tmp_path)
    assert [fault.message for fault in found] == [
        "'SANCTOIN' is not allowed here", "'strike' is not allowed here",
        "'ASSAULT/' is not allowed here",
    ]  # fmt: skip
    assert [fault.line for fault in found] == [2, 2, 2]
    assert found[0].hint == "did you mean 'SANCTION'?"


def test_a_pack_without_words_is_told_so(tmp_path: Path) -> None:
    """A folder with a name and nothing else does nothing, and says so."""
    (tmp_path / "pack.yaml").write_text("name: p")
    assert "no words in it" in check(tmp_path)[0].message


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    """A wrong path is answered, not raised."""
    assert "no such folder" in check(tmp_path / "nowhere")[0].message


def test_a_faulty_example_is_found(tmp_path: Path) -> None:
    """Examples are checked for their shape with the rest."""
    (tmp_path / "pack.yaml").write_text("name: p")
    (tmp_path / "words.yaml").write_text("titles: [dr]")
    (tmp_path / "examples.yaml").write_text("- text: A met B.\n  events: [{type: CONSLT}]\n")
    (fault,) = check(tmp_path)
    assert (fault.line, fault.hint) == (2, "did you mean 'CONSULT'?")


def test_a_fault_shows_its_line_with_a_caret() -> None:
    """The caret stands under the first letter of what is wrong."""
    fault = Fault("p/known.yaml", 3, 8, "no", "do", "LPA: [Port]")
    assert str(fault) == "p/known.yaml:3:8: no\n    LPA: [Port]\n           ^\n  → do"


def test_a_long_list_of_known_words_is_cut() -> None:
    """A hint stays readable however many words are known."""
    assert advise("zzz", [f"word{i}" for i in range(100)]).endswith("… (100 in all)")


def test_every_word_list_tells_what_it_is_for() -> None:
    """Declared lists carry a line that `sayso pack show` can print."""
    assert all(name.isidentifier() and line for name, line in LISTS.items())


def test_every_closed_field_takes_words() -> None:
    """Sections are shaped by records whose annotations resolve."""
    assert all(typing.get_type_hints(kind, include_extras=True) for kind in SECTIONS.values())


def trees() -> SearchStrategy[str]:
    """Texts that are YAML, or nearly."""
    return st.text(alphabet="ab:-[]{},'\"#\n \t&*!|>~é", max_size=40)


@given(text=trees())
def test_no_text_makes_the_check_stumble(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    """Whatever a file holds, the check answers with faults, and load refuses the same packs."""
    folder = tmp_path_factory.mktemp("p")
    (folder / "pack.yaml").write_text("name: p")
    (folder / "offices.yaml").write_text(text)
    if not check(folder):
        load([folder])
