"""Which packs there are, and where: built in, installed beside sayso, or in a folder."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from sayso.packs.reading.faults import Fault, advise, refuse
from sayso.packs.reading.pages import Page
from sayso.packs.reading.shapes import builder
from sayso.records.errors import PackError

# Packages offer a pack by an entry point of this group that names the package it lies in.
GROUP = "sayso.packs"
MANIFEST = "pack.yaml"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What pack.yaml says: the pack's name, and the names of the packs it builds on.

    ``gazetteer`` names a source of the world's towns that it brings ("geonames").
    """

    name: str
    version: str = "0"
    description: str = ""
    extends: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    gazetteer: str = ""


@dataclass(frozen=True, slots=True)
class PackInfo:
    """A pack that can be used; ``origin`` is "built in", "on request", "installed" or
    "folder"."""

    name: str
    version: str
    description: str
    extends: tuple[str, ...]
    authors: tuple[str, ...]
    folder: Path
    origin: str = "folder"


def builtin(name: str) -> Path:
    """The folder of a pack that ships with sayso (it need not exist)."""
    return _shelf() / name


def builtin_packs() -> list[PackInfo]:
    """The packs that ship with sayso, by name."""
    folders = sorted(path.parent for path in _shelf().glob(f"*/{MANIFEST}"))
    return [info(folder, origin="built in") for folder in folders]


def more_packs() -> list[PackInfo]:
    """The packs that ship with sayso and are used only where they are asked for."""
    folders = sorted(path.parent for path in _shelf().parent.glob(f"more/*/{MANIFEST}"))
    return [info(folder, origin="on request") for folder in folders]


def installed_packs() -> list[PackInfo]:
    """The packs of other installed packages, by entry point; raises PackError if one is broken."""
    points = importlib.metadata.entry_points(group=GROUP)
    return [info(_folder(point), origin="installed") for point in sorted(points)]


def find(name_or_path: str | Path) -> Path:
    """The folder of a pack, by its name or its path; raises PackError if there is none."""
    path = Path(name_or_path)
    packs = [*builtin_packs(), *more_packs(), *installed_packs()]
    known = {pack.name: pack.folder for pack in packs}
    if str(name_or_path) in known:
        return known[str(name_or_path)]
    if path.is_dir():
        return path
    raise PackError(f"there is no pack '{name_or_path}'", hint=advise(str(name_or_path), known))


def info(folder: Path, *, origin: str = "folder") -> PackInfo:
    """What the pack in this folder says of itself; raises PackError if it does not."""
    said, faults = manifest(folder)
    refuse(faults)
    return PackInfo(
        said.name, said.version, said.description, said.extends, said.authors, folder, origin
    )


def manifest(folder: Path) -> tuple[Manifest, list[Fault]]:
    """What pack.yaml of this folder says, and the faults in it."""
    path = folder / MANIFEST
    if not path.is_file():
        missing = Fault(
            str(folder), 0, 0, f"there is no {MANIFEST} here", "write one with a line 'name: …'"
        )
        return Manifest(folder.name), [missing]
    page = Page(path)
    if page.root is None:
        if not page.faults:
            page.fault(None, "nothing is written here", "write a line 'name: …'")
        return Manifest(folder.name), page.faults
    said: Manifest = builder(Manifest)(page, page.root)
    return said, page.faults


def with_parents(folders: Iterable[Path]) -> tuple[list[Path], list[Fault]]:
    """The folders, each behind those it extends, none twice; and the faults met on the way."""
    order: list[Path] = []
    faults: list[Fault] = []
    for folder in folders:
        _climb(folder, (), order, faults)
    return order, faults


def _climb(folder: Path, below: tuple[Path, ...], order: list[Path], faults: list[Fault]) -> None:
    folder = folder.resolve()
    where = f"{folder.name}/{MANIFEST}"
    if folder in order:
        return
    if folder in below:
        chain = " → ".join(path.name for path in [*below, folder])
        faults.append(Fault(where, 0, 0, f"packs extend in a circle: {chain}"))
        return
    said, own = manifest(folder)
    faults += own
    for name in said.extends:
        try:
            parent = _parent(folder, name)
        except PackError as error:
            faults.append(Fault(where, 0, 0, f"extends: {error.message}", error.hint))
        else:
            _climb(parent, (*below, folder), order, faults)
    order.append(folder)


def _parent(folder: Path, name: str) -> Path:
    beside = folder.parent / name
    return beside if (beside / MANIFEST).is_file() else find(name)


def _shelf() -> Path:
    return Path(str(resources.files("sayso.packs"))) / "builtin"


def _folder(point: importlib.metadata.EntryPoint) -> Path:
    try:
        return Path(str(resources.files(point.value)))
    except (ImportError, TypeError) as error:
        raise PackError(
            f"the installed pack '{point.name}' does not load: {error}",
            where=point.value,
            hint="reinstall or remove the package it comes from",
        ) from error
