"""Packs from folders of YAML."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from sayso.packs.cues import Cue, Likelihood
from sayso.packs.frames import Frame
from sayso.packs.lexicon import Country, Known, Office
from sayso.packs.pack import Pack
from sayso.records import codec

SECTIONS: dict[str, type[Any]] = {
    "known": Known,
    "countries": Country,
    "offices": Office,
    "cues": Cue,
    "likelihoods": Likelihood,
    "frames": Frame,
}


def builtin(name: str) -> Path:
    """The folder of a pack that ships with sayso."""
    return Path(str(resources.files("sayso.packs"))) / "builtin" / name


def load(folders: Iterable[Path]) -> Pack:
    """One pack from several folders, merged in this order."""
    folders = list(folders)
    words: dict[str, set[str]] = {}
    keyed: dict[str, dict[str, Any]] = {name: {} for name in SECTIONS}
    seal = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.glob("*.yaml")):
            seal.update(path.name.encode() + b"\0" + path.read_bytes())
            _take(path, words, keyed)
    return Pack(
        names=tuple(folder.name for folder in folders),
        hash=seal.hexdigest()[:16],
        words={name: frozenset(group) for name, group in words.items()},
        **keyed,
    )


def _take(path: Path, words: dict[str, set[str]], keyed: dict[str, dict[str, Any]]) -> None:
    content = (
        yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        or {}
    )
    if path.stem == "words":
        for name, group in content.items():
            words.setdefault(name, set()).update(group)
    elif path.stem in SECTIONS:
        kind = SECTIONS[path.stem]
        names = [field.name for field in dataclasses.fields(kind)]
        for key, entry in content.items():
            values = (
                entry if isinstance(entry, dict) else dict(zip(names, _listed(entry), strict=False))
            )
            keyed[path.stem][key] = codec.record(kind, values)


def _listed(entry: Any) -> list[Any]:
    return [] if entry is None else entry if isinstance(entry, list) else [entry]
