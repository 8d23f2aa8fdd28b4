"""Whose text or picture this is: datelines ("LUND, May 3 (Reuters) -") and credit lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.extract.attributions.citing.citation import Citation, Cited
from sayso.extract.attributions.citing.reading.closed import cite, read_closed, side_by_side
from sayso.extract.attributions.citing.reading.dating import dates_in, published
from sayso.extract.attributions.citing.reading.outlets import Outlets, Standing
from sayso.extract.attributions.citing.reading.pieces import trimmed
from sayso.extract.attributions.citing.reading.works import Works
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.records.documents import Block

_DATELINE = re.compile(r"([^()\n]{0,70}?)\(([^()\n]{2,50})\)\s*([-–—]{1,2}\s)?\s*")
_WIRE = re.compile(r"[A-Za-z][\w.-]{1,11}")
_KINDS = ("paragraph", "caption", "item", "heading")
_MOST_WORDS = 25
_LONGEST_TOWN = 4
_TAIL = 160
# "The quay at noon. REUTERS/Anna Berg"
_SLASHED = re.compile(r"[.!?]\s+([^.!?/\n]{2,40}/[^.!?/\n]{2,60}?)\.?\s*\Z")
_SENTENCE_END = re.compile(r"(?:[.!?][\"”’')]*|\n|\s[|–—-])\s+")


def find_datelines(outlets: Outlets) -> Iterator[Citation]:
    """The datelines that name an agency; each one covers the text that follows it."""
    for block in outlets.scene.document.blocks:
        if block.kind == "paragraph" and (found := _dateline(outlets, block)):
            yield found


def find_credits(works: Works) -> Iterator[Citation]:
    """ "Source: Reuters" below what it is for, "Photo: AFP" at the end of a caption."""
    for block in works.outlets.scene.document.blocks:
        if block.kind in _KINDS and (found := _credit(works, block)):
            yield found


def _dateline(outlets: Outlets, block: Block) -> Citation | None:
    found = _DATELINE.match(outlets.text, block.start, block.end)
    if found is None or not (found[3] or found[1].strip()):
        return None
    times = dates_in(outlets, found.span(1))
    place = (found.start(1), times[0].span.start if times else found.end(1))
    who = found.span(2)
    sources = side_by_side(outlets, who) or [who]
    known = all(outlets.standing(one) >= Standing.KNOWN for one in sources)
    wire = found[3] and (known or _is_wire(outlets, who))
    sure = bool(found[3]) and (known or outlets.text[slice(*who)].islower())  # "(dpa) -"
    told_from = _is_place(outlets, place, bare=bool(found[3]) and known)
    if not (wire or known) or not (told_from or (sure and _is_town(outlets, place))):
        return None
    date = published(outlets.text, times)
    cited = tuple(cite(outlets, source, date) for source in sources)
    return Citation((block.start, found.end()), cited, date, "onward")


def _is_wire(outlets: Outlets, who: Bounds) -> bool:
    """ "dpa", "Interfax": one word, or a name that can be an outlet's."""
    one_word = _WIRE.fullmatch(outlets.text, *who) and not outlets.is_place(who)
    return bool(one_word) or outlets.standing(who) >= Standing.NAME


def _is_place(outlets: Outlets, bounds: Bounds, *, bare: bool) -> bool:
    """Whether a text is told from here; ``bare`` allows a dateline without a place."""
    place = trimmed(outlets.text, bounds)
    if place is None:
        return bare
    if outlets.is_place(place):
        return True
    capitals = outlets.text[slice(*place)].isupper()
    return capitals and not outlets.names.mentions_in(place)


def _is_town(outlets: Outlets, bounds: Bounds) -> bool:
    """Whether a few words with capitals could name a town that nobody knows: "Kourou"."""
    place = trimmed(outlets.text, bounds)
    words = outlets.text[slice(*place)].replace(",", " ").split() if place else []
    named = [word for word in words if not word.isdigit()]  # "Kourou, 3 May"
    return 0 < len(words) <= _LONGEST_TOWN and all(word[0].isupper() for word in named)


def _credit(works: Works, block: Block) -> Citation | None:
    outlets, text = works.outlets, works.text
    if outlets.words((block.start, block.end)[:2]).count(" ") < _MOST_WORDS and (
        outlets.behind_credit((block.start, block.end))
    ):
        cited = _closed(works, (block.start, block.end))
        return _cites((block.start, block.end), cited, "before") if cited else None
    tail = max(block.start, block.end - _TAIL)
    for cut in _SENTENCE_END.finditer(text, tail, block.end):
        if outlets.behind_credit((cut.end(), block.end)):
            cited = _closed(works, (cut.end(), block.end))
            return _cites((cut.end(), block.end), cited, "back") if cited else None
    slashed = _SLASHED.search(text, tail, block.end) if block.kind == "caption" else None
    sources = side_by_side(outlets, slashed.span(1)) if slashed else []
    cited = tuple(cite(outlets, source, None) for source in sources)
    return _cites(slashed.span(1), cited, "back") if slashed and cited else None


def _closed(works: Works, bounds: Bounds) -> tuple[Cited, ...]:
    inside = trimmed(works.text, bounds) or bounds
    entries = read_closed(works, inside, ())
    cited = tuple(entry.cited for entry in entries if entry.cited)
    return cited if len(cited) == len(entries) else ()


def _cites(bounds: Bounds, cited: tuple[Cited, ...], reach: str) -> Citation:
    return Citation(bounds, cited, cited[-1].published, reach)
