"""Citations in brackets, and the brackets that only look like one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.extract.attributions.citing.citation import Citation, Cited
from sayso.extract.attributions.citing.reading.closed import Entry, cite, read_closed
from sayso.extract.attributions.citing.reading.dating import is_exact
from sayso.extract.attributions.citing.reading.outlets import Outlets
from sayso.extract.attributions.citing.reading.pieces import brackets
from sayso.extract.attributions.citing.reading.works import Works
from sayso.extract.attributions.finders.quotations import Bounds

_ACRONYM = re.compile(r"[A-Za-z][A-Z&]{1,7}s?|[a-z]{2,4}")
_LONG_NAME = 80
_BETWEEN = frozenset({"of", "for", "the", "and", "de", "la"})


def find_bracketed(works: Works) -> Iterator[Citation]:
    """All brackets that cite a report or give no more than a date, in text order.

    A date alone may date an event as well; whoever uses it must look at what stands before.
    """
    before: tuple[Cited, ...] = ()
    for block in works.outlets.scene.document.blocks:
        done = block.start
        for bounds in brackets(works.text, block.start, block.end):
            found = _citation(works, bounds, block.start, before) if bounds[0] >= done else None
            if found:
                yield found
                before, done = found.outlets or before, bounds[1]


def _citation(works: Works, bounds: Bounds, start: int, before: Sequence[Cited]) -> Citation | None:
    outlets = works.outlets
    if _shortens(outlets, bounds, start):
        return None
    if outlets.is_own_research((bounds[0] + 1, bounds[1] - 1)):
        return Citation(bounds, ())
    work = works.before(bounds, start)
    if work:
        return Citation(
            bounds, (cite(outlets, work.who, work.published),), work.published, "sentence"
        )
    entries = read_closed(works, (bounds[0] + 1, bounds[1] - 1), before)
    cited = tuple(entry.cited for entry in entries if entry.cited)
    published = next((entry.published for entry in reversed(entries) if entry.published), None)
    if len(cited) < len(entries):
        return Citation(bounds, (), published) if len(entries) == 1 else None
    squared = works.text[bounds[0]] == "["
    return (
        None
        if not cited or (squared and not is_exact(published))
        else Citation(bounds, cited, published, _reach(entries))
    )


def _reach(entries: Sequence[Entry]) -> str:
    """Works by author and year vouch for their sentence, reports for what went before too."""
    return "sentence" if all(entry.work for entry in entries) else "back"


def _shortens(outlets: Outlets, bounds: Bounds, start: int) -> bool:
    """ "the Associated Press (AP)", "AP (Associated Press)": one name twice cites nobody."""
    inside = outlets.text[bounds[0] + 1 : bounds[1] - 1]
    before = outlets.text[max(start, bounds[0] - _LONG_NAME) : bounds[0]].rstrip()
    if _ACRONYM.fullmatch(inside):
        return _initials(before).endswith(inside.rstrip("s").lower())
    last = before.rpartition(" ")[2]
    return bool(_ACRONYM.fullmatch(last)) and _initials(inside) == last.lower()


def _initials(words: str) -> str:
    """The first letters of words, those of hyphened ones too, without small ones between."""
    parts = re.findall(r"[^\W_]+", words.replace("’s", "").replace("'s", ""))
    return "".join(part[0].lower() for part in parts if part not in _BETWEEN)
