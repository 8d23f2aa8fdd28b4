"""The text of a note, read as the reports it cites; what is no report in it is a remark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.extract.attributions.citing.citation import Cited
from sayso.extract.attributions.citing.reading.closed import IBID, cite, cite_address, repeated
from sayso.extract.attributions.citing.reading.dating import (
    date_of_address,
    dates_in,
    is_exact,
    published,
    year_in,
)
from sayso.extract.attributions.citing.reading.forms import case_in, symbol_in
from sayso.extract.attributions.citing.reading.outlets import Outlets, Standing
from sayso.extract.attributions.citing.reading.pieces import (
    ADDRESS,
    parts,
    segments,
    title_in,
    trimmed,
)
from sayso.extract.attributions.citing.reading.works import Works
from sayso.extract.attributions.finders.quotations import Bounds

# "Smith, supra note 4", "see note 4 above".
_OTHER_NOTE = re.compile(
    r"\b(?:supra|see|above),? (?:note|n\.|fn\.?) ?(\d{1,3})\b"
    r"|\bop\.? cit\.?,? (?:note|n\.) ?(\d{1,3})\b",
    re.IGNORECASE,
)
# What stands between an entry and its date: "the bulletin from July 14".
_DATED_BY = re.compile(r"\s+(?:from|of|on|dated)\s*\Z", re.IGNORECASE)
_SENT = re.compile(r"(?<=\w) to (?=[A-Z])")
_OWNED = re.compile(r"[’']s?(?=\s|\Z)")
_OURS = re.compile(r"\b(?:our|ours)\b(?: own)?", re.IGNORECASE)
# Notes may hold whole essays; what they cite stands in their first lines.
_READ = 1_000
_HOUSE_AND_TITLE = 2
# A page makes a book or a volume of "Hallam, Wind and Iron, 1979, p. 203".
_PAGE = re.compile(r"\bpp?\. ?\d")


def read_note(
    outlets: Outlets, bounds: Bounds, before: Sequence[Cited], by_name: Mapping[str, Cited]
) -> tuple[Cited, ...]:
    """What a note cites; ``before`` is what the note before it cites, for "ibid.".

    ``by_name`` has what earlier notes cite, by surname, for "Lee, op. cit." and short titles.
    """
    found: list[Cited] = []
    for part in parts(outlets.text, (bounds[0], min(bounds[1], bounds[0] + _READ))):
        again = repeated(outlets, part, found or before)
        # "Ibid." behind a note that cites nothing repeats nothing.
        if not again and not IBID.match(outlets.text, *part):
            part = outlets.behind_signal(part)
            again = [*_report(outlets, part)] or [*_named_again(outlets, part, by_name)]
        found.extend(again)
    return tuple(found)


def surname(one: Cited) -> str:
    """The last word of the name of who is cited."""
    return one.link.name.rpartition(" ")[2]


def _named_again(outlets: Outlets, part: Bounds, by_name: Mapping[str, Cited]) -> Iterator[Cited]:
    """What "Lee, op. cit., p. 9" and "Lee, Wind and Iron, p. 9" cite a second time."""
    first = next(iter(segments(outlets.text, part)), None)
    one = by_name.get(outlets.words(first).rpartition(" ")[2]) if first else None
    if first and one:
        yield replace(one, source=first)


def note_named(text: str, bounds: Bounds) -> int | None:
    """The number of another note that this one sends its reader to."""
    found = _OTHER_NOTE.search(text, *bounds)
    return int(found[1] or found[2]) if found else None


def _host_tells_more(outlets: Outlets, source: Bounds | None, host: str) -> bool:
    """Whether the host of an address names the outlet better than the words before it."""
    if source is None:
        return True
    return outlets.standing(source) < Standing.MENTIONED and outlets.is_known_host(host)


def _report(outlets: Outlets, part: Bounds) -> Iterator[Cited]:
    form = case_in(outlets.text, part) or symbol_in(outlets.text, part)
    if form:
        yield cite(outlets, form.who, form.year)
        return
    work = Works(outlets).in_parentheses(part, beside=True)
    if work and "," not in outlets.text[part[0] : work.who[1] + 1]:  # "Berg 1954, 12"
        yield cite(outlets, work.who, work.published)
        return
    address = ADDRESS.search(outlets.text, *part)
    written = (part[0], address.start() if address else part[1])
    times = dates_in(outlets, written)
    date = published(outlets.text, times) or year_in(outlets.text, written)
    if address and date is None:
        date = date_of_address(address[0])
    place = min(time.span.start for time in times) if times else written[1]
    by = _DATED_BY.search(outlets.text, part[0], place)
    before = (part[0], by.start() if by else place)
    source = _source(outlets, before, dated=date is not None)
    if source is None and date is not None:
        source = _alone(outlets, before, written, exact=is_exact(date))
    if address and _host_tells_more(outlets, source, address[1]):
        yield cite_address(outlets, address, date)
        return
    source = source or (_body(outlets, written) if date else None)
    if source:
        yield cite(outlets, _owner(outlets, source), date)
    else:
        yield from _own(outlets, written, date)


def _source(outlets: Outlets, bounds: Bounds, *, dated: bool) -> Bounds | None:
    """Who published an entry: a known outlet, what holds the title, or whom it begins with."""
    pieces = _before_bracket(outlets.text, bounds) or segments(outlets.text, bounds)
    best = max(pieces, key=outlets.standing, default=None)
    if best and outlets.standing(best) == Standing.LISTED:
        return best
    first = pieces[0] if pieces and dated and outlets.is_body(pieces[0]) else None
    if first and outlets.standing(first) >= Standing.NAME:
        return first
    if dated and best and outlets.standing(best) < Standing.KNOWN and _is_house(outlets, pieces):
        return pieces[0]
    if best and outlets.standing(best) >= Standing.MENTIONED:
        return best
    title = title_in(outlets.text, bounds)
    behind = segments(outlets.text, (title[1], bounds[1])) if title else []
    named = [p for p in (*behind[:1], *pieces[:1]) if outlets.standing(p) >= Standing.NAME]
    return named[0] if named and dated else None


def _alone(outlets: Outlets, before: Bounds, written: Bounds, *, exact: bool) -> Bounds | None:
    """Who stands alone before a day ("Gulf Letter, 3 May 2019"), or before a title with a page."""
    pieces = segments(outlets.text, before)
    paged = bool(_PAGE.search(outlets.text, *written))
    author = paged and bool(pieces) and outlets.could_be_surname(pieces[0])
    if not pieces or not (author or outlets.could_be_house(pieces[0])):
        return None
    words = outlets.text[slice(*pieces[0])].split()
    house = exact and len(pieces) == 1 and len(words) > 1 and words[-1][0].isupper()
    return pieces[0] if house or paged else None


def _is_house(outlets: Outlets, pieces: Sequence[Bounds]) -> bool:
    """Whether an entry begins with who put it out ("Lake Watch, Outlook, May 3"), no author."""
    if len(pieces) < _HOUSE_AND_TITLE or not outlets.could_be_house(pieces[0]):
        return False
    words = outlets.text[slice(*pieces[0])].split()
    people = any(m.type == "Person" for m, _ in outlets.names.mentions_in(pieces[0]))
    named = len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper()
    return named and not people


def _owner(outlets: Outlets, source: Bounds) -> Bounds:
    """The body whose bulletin it is: "the Harbour Institute's Spotlight"; else the words as is.

    Of a letter, who wrote it: "M. Lee to A. Orr".
    """
    sent = _SENT.search(outlets.text, *source)
    if sent is not None and sent.start() > source[0]:
        return source[0], sent.start()
    owned = _OWNED.search(outlets.text, *source)
    if owned is None or outlets.standing(source) == Standing.LISTED:
        return source
    owner = (source[0], owned.start())
    return owner if owned.end() == source[1] or outlets.is_body(owner) else source


def _own(outlets: Outlets, bounds: Bounds, date: str | None) -> Iterator[Cited]:
    """ "See our report of May 3": the house itself, where the document names it."""
    document = outlets.scene.document
    house = document.publisher or document.author
    own = _OURS.search(outlets.text, *bounds)
    if own and house and date:
        yield Cited(own.span(), outlets.named(house), date)


def _before_bracket(text: str, bounds: Bounds) -> list[Bounds]:
    """The pieces before a bracket: what stands in it is where a book was printed, and by whom."""
    bracket = text.find("(", *bounds)
    return segments(text, (bounds[0], bracket)) if bracket >= 0 else []


def _body(outlets: Outlets, bounds: Bounds) -> Bounds | None:
    """The first body or outlet that prose names: "See the Institute's bulletin of May 3"."""
    for mention, _ in outlets.names.mentions_in(bounds):
        named = mention.type in ("Outlet", "Organization") and mention.form != "adjective"
        if named:
            return trimmed(outlets.text, (mention.span.start, mention.span.end))
    return None
