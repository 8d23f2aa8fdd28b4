"""Every fault of one pack at once, its examples' shape included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sayso.packs.examples import FILE, from_page
from sayso.packs.load import section, section_pages
from sayso.packs.reading.faults import Fault, advise
from sayso.packs.reading.gazetteer import SOURCES
from sayso.packs.reading.pages import Page
from sayso.packs.shelf import MANIFEST, manifest, with_parents

_HOST = re.compile(r"(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+")


def check(folder: Path) -> list[Fault]:
    """The faults of the pack in this folder, in order of file and line; empty if it is sound.

    Examples are checked for their shape; whether they hold takes the steps to run.
    """
    if not folder.is_dir():
        return [Fault(str(folder), 0, 0, "there is no such folder")]
    order, faults = with_parents([folder])
    states = _states(order)
    pages, strangers = section_pages(folder)
    faults += strangers
    for page in pages:
        entries = section(page)
        _odd_ranges(page, entries)
        _odd_outlets(page, entries, states)
        faults += page.faults
    faults += _examples(folder)
    said = manifest(folder)[0]
    if said.gazetteer and said.gazetteer not in SOURCES:
        unknown = f"there is no gazetteer '{said.gazetteer}'"
        faults.append(
            Fault(f"{folder.name}/{MANIFEST}", 0, 0, unknown, advise(said.gazetteer, SOURCES))
        )
    if not pages and not said.gazetteer:
        hint = f"beside {MANIFEST}, write words.yaml, known.yaml or another section"
        faults.append(Fault(folder.name, 0, 0, "the pack has no words in it", hint))
    return sorted(faults)


def _examples(folder: Path) -> list[Fault]:
    if not (folder / FILE).is_file():
        return []
    page = Page(folder / FILE)
    from_page(page)
    return page.faults


def _states(folders: Iterable[Path]) -> frozenset[str]:
    """The states that a pack and those it extends know."""
    pages = (page for folder in folders for page in section_pages(folder)[0])
    return frozenset(
        name for page in pages if page.path.stem == "countries" for name in section(page)
    )


def _odd_outlets(page: Page, entries: Mapping[str, Any], states: frozenset[str]) -> None:
    """Countries that are no states of the pack, and domains that are no host's names."""
    if page.path.stem != "outlets" or page.root is None or page.faults:
        return
    for name, key, _ in page.pairs(page.root):
        outlet = entries[name]
        if outlet.country and states and outlet.country not in states:
            page.fault(key, f"no such state: '{outlet.country}'", advise(outlet.country, states))
        for domain in outlet.domains:
            if not _HOST.fullmatch(domain):
                page.fault(
                    key, f"'{domain}' is no domain", "write it as in courier.example, without www"
                )


def _odd_ranges(page: Page, entries: Mapping[str, Any]) -> None:
    if page.path.stem != "likelihoods" or page.root is None or page.faults:
        return
    for word, key, _ in page.pairs(page.root):
        low = 0.0 if entries[word].low is None else entries[word].low
        high = 1.0 if entries[word].high is None else entries[word].high
        if not 0 <= low <= high <= 1:
            page.fault(
                key, f"from {low:g} to {high:g} is no range of probability", "0 ≤ low ≤ high ≤ 1"
            )
