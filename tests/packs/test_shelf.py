"""Finding packs: built in, installed, or in a folder."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

import pytest

from sayso.packs import shelf
from sayso.packs.shelf import builtin_packs, find, info, installed_packs
from sayso.records.errors import PackError


def test_the_built_in_packs_are_general_and_conflict() -> None:
    """Both are there, with a description that a list can show."""
    packs = builtin_packs()
    assert [pack.name for pack in packs] == ["conflict", "general"]
    assert all(pack.description and pack.version for pack in packs)
    assert all(pack.folder.name == pack.name for pack in packs)


def test_a_pack_is_found_by_name_or_path(tmp_path: Path) -> None:
    """A known name comes before a folder of the same name."""
    assert find("general").parent.name == "builtin"
    assert find(tmp_path) == tmp_path


def test_an_unknown_pack_is_answered_with_the_nearest_name() -> None:
    """A slip of the pen costs one more try, not a search."""
    with pytest.raises(PackError, match="did you mean 'conflict'"):
        find("conflct")


def test_a_pack_tells_who_made_it(tmp_path: Path) -> None:
    """Everything in pack.yaml comes back, single words as lists of one."""
    (tmp_path / "pack.yaml").write_text("name: port\nversion: 2\nextends: general\nauthors: [A, B]")
    told = info(tmp_path)
    assert (told.version, told.extends, told.authors) == ("2", ("general",), ("A", "B"))
    assert told.origin == "folder"


def test_a_faulty_manifest_is_refused(tmp_path: Path) -> None:
    """A misspelt key in pack.yaml is an error with a guess."""
    (tmp_path / "pack.yaml").write_text("nane: port")
    with pytest.raises(PackError, match="did you mean 'name'"):
        info(tmp_path)


def points(monkeypatch: pytest.MonkeyPatch, *values: str) -> None:
    """Pretend that packages with these entry points are installed."""
    made = [
        importlib.metadata.EntryPoint(f"p{i}", value, shelf.GROUP) for i, value in enumerate(values)
    ]
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda *, group: made)


def test_an_installed_pack_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that names its folder by an entry point offers a pack."""
    package = tmp_path / "port_pack"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "pack.yaml").write_text("name: port")
    monkeypatch.syspath_prepend(tmp_path)
    points(monkeypatch, "port_pack")
    assert [(pack.name, pack.origin) for pack in installed_packs()] == [("port", "installed")]
    assert find("port") == package


def test_an_installed_pack_that_does_not_load_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken plug-in is named, not skipped."""
    points(monkeypatch, "no_such_package_anywhere")
    with pytest.raises(PackError, match="does not load"):
        installed_packs()
