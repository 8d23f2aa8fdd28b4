"""Every fault of one pack at once, its examples' shape included."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sayso.packs.examples import FILE, from_page
from sayso.packs.load import section, section_pages
from sayso.packs.reading.faults import Fault
from sayso.packs.reading.pages import Page
from sayso.packs.shelf import MANIFEST, with_parents


def check(folder: Path) -> list[Fault]:
    """The faults of the pack in this folder, in order of file and line; empty if it is sound.

    Examples are checked for their shape; whether they hold takes the steps to run.
    """
    if not folder.is_dir():
        return [Fault(str(folder), 0, 0, "there is no such folder")]
    _, faults = with_parents([folder])
    pages, strangers = section_pages(folder)
    faults += strangers
    for page in pages:
        _odd_ranges(page, section(page))
        faults += page.faults
    faults += _examples(folder)
    if not pages:
        hint = f"beside {MANIFEST}, write words.yaml, known.yaml or another section"
        faults.append(Fault(folder.name, 0, 0, "the pack has no words in it", hint))
    return sorted(faults)


def _examples(folder: Path) -> list[Fault]:
    if not (folder / FILE).is_file():
        return []
    page = Page(folder / FILE)
    from_page(page)
    return page.faults


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
