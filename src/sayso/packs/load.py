"""Packs from folders of YAML, merged into one; a faulty pack is refused with all its faults."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sayso.packs.conventions import CONVENTIONS, Convention, read_convention
from sayso.packs.cues import Aspect, Cue, Likelihood, Pressure, Scale, Turn
from sayso.packs.frames import Bearing, Frame, TieFrame
from sayso.packs.lexicon import Country, Gazetteer, Known, Office, Town
from sayso.packs.outlets import Outlet, known_forms
from sayso.packs.pack import Pack
from sayso.packs.reading.faults import Fault, advise, refuse
from sayso.packs.reading.gazetteer import gazetteer
from sayso.packs.reading.pages import Page
from sayso.packs.reading.shapes import builder
from sayso.packs.shelf import MANIFEST, builtin, manifest, with_parents
from sayso.packs.words import LISTS

__all__ = ["EXAMPLES", "SECTIONS", "WORDS", "builtin", "load", "section", "section_pages"]

# The files of a pack whose keys are entries, and the shape of an entry.
SECTIONS: dict[str, type[Any]] = {
    "known": Known,
    "outlets": Outlet,
    "countries": Country,
    "towns": Town,
    "offices": Office,
    "cues": Cue,
    "likelihoods": Likelihood,
    "turns": Turn,
    "aspects": Aspect,
    "pressures": Pressure,
    "frames": Frame,
    "ties": TieFrame,
    "times": Convention,
    "bearings": Bearing,
    "scales": Scale,
}
WORDS = "words"
EXAMPLES = "examples"


def load(folders: Iterable[Path]) -> Pack:
    """One pack from several folders and those they extend; later ones win.

    Raises PackError with every fault of every folder. Examples are not read.
    """
    order, faults = with_parents(folders)
    words: dict[str, set[str]] = {}
    keyed: dict[str, dict[str, Any]] = {name: {} for name in SECTIONS}
    seals = {name: hashlib.sha256() for name in (*SECTIONS, WORDS)}
    for folder in order:
        pages, strangers = section_pages(folder)
        faults += strangers
        for page in pages:
            name = page.path.stem
            seals[name].update(page.data + b"\0")
            _merge(section(page), words if name == WORDS else keyed[name])
            faults += page.faults
    refuse(faults)
    keyed["known"] = known_forms(keyed["outlets"]) | keyed["known"]
    towns = Gazetteer()
    if any(manifest(folder)[0].gazetteer for folder in order):
        towns, version = gazetteer(keyed["countries"], _ordinary(words))
        seals["towns"].update(version.encode())
    hashes = {name: seal.hexdigest()[:16] for name, seal in seals.items()}
    return Pack(
        names=tuple(folder.name for folder in order),
        hash=hashlib.sha256(repr(sorted(hashes.items())).encode()).hexdigest()[:16],
        hashes=hashes,
        words={name: frozenset(group) for name, group in words.items()},
        gazetteer=towns,
        **keyed,
    )


def _ordinary(words: Mapping[str, set[str]]) -> frozenset[str]:
    """Every word of the lists, given names among them: none of them is first of all a town."""
    regions = words.get("regions", set())
    lines = set().union(*(group for name, group in words.items() if name != "regions"))
    return frozenset(word.lower() for line in lines - regions for word in line.split())


def load_section(folders: Iterable[Path], name: str) -> dict[str, Any]:
    """One keyed section of several packs, merged as ``load`` does, without reading the others.

    Raises PackError with every fault in it.
    """
    order, faults = with_parents(folders)
    found: dict[str, Any] = {}
    for folder in order:
        if (path := folder / f"{name}.yaml").is_file():
            page = Page(path)
            _merge(section(page), found)
            faults += page.faults
    refuse(faults)
    return found


def section_pages(folder: Path) -> tuple[list[Page], list[Fault]]:
    """The sections in a pack's folder, and a fault for every file that is none."""
    pages, faults = [], []
    for path in sorted(folder.glob("*.y*ml")):
        if path.suffix == ".yaml" and path.stem in (*SECTIONS, WORDS):
            pages.append(Page(path))
        elif path.name not in (MANIFEST, f"{EXAMPLES}.yaml"):
            files = [f"{name}.yaml" for name in (*SECTIONS, WORDS, EXAMPLES, "pack")]
            name = f"{folder.name}/{path.name}"
            faults.append(Fault(name, 0, 0, "no such section", advise(path.name, files)))
    return pages, faults


def section(page: Page) -> dict[str, Any]:
    """The entries of one section by key; faults are noted on the page."""
    if page.root is None:
        return {}
    if page.path.stem == WORDS:
        return _word_lists(page)
    if page.path.stem == "times":
        return _conventions(page)
    shape: Any = SECTIONS[page.path.stem]
    build = builder(shape)
    return {word: build(page, value) for word, _, value in page.pairs(page.root)}


def _word_lists(page: Page) -> dict[str, Any]:
    build = builder(tuple[str, ...])
    lists = {}
    assert page.root is not None
    for name, key, value in page.pairs(page.root):
        if name not in LISTS:
            hint = f"{advise(name, LISTS)} (lists are declared in packs/words.py)"
            page.fault(key, f"no step reads a word list '{name}'", hint)
        lists[name] = build(page, value)
    return lists


def _conventions(page: Page) -> dict[str, Convention]:
    build = builder(Convention)
    found = {}
    assert page.root is not None
    for name, key, node in page.pairs(page.root):
        settled: Convention = build(page, node)
        if name not in CONVENTIONS:
            page.fault(key, f"no convention is called '{name}'", advise(name, CONVENTIONS))
            continue
        try:
            read_convention(name, settled.value or "")
        except ValueError:
            hint = f"write it like this: {CONVENTIONS[name][2]}"
            page.fault(node, f"'{settled.value}' does not settle {CONVENTIONS[name][0]}", hint)
        found[name] = settled
    return found


def _merge(found: Mapping[str, Any], into: dict[str, Any]) -> None:
    for name, entry in found.items():
        if isinstance(entry, tuple):
            into.setdefault(name, set()).update(word for word in entry if word)
        elif isinstance(entry, Aspect) and name in into:
            into[name] = Aspect(
                *(
                    tuple(dict.fromkeys((*getattr(into[name], field), *getattr(entry, field))))
                    for field in ("words", "events")
                )
            )
        else:
            into[name] = entry
