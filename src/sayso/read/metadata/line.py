"""What one of the first lines tells: "By A, The Outlet, 3 May 2020", "Published: 3 May 2020"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.read.metadata.dates import FoundDate, find_date, read_date
from sayso.read.reading import Metadata

_LABEL = re.compile(
    r"(?P<key>title|headline|by|author|authors|written by"
    r"|published(?: on| by)?|date|publication date|dated|issued(?: on)?|released(?: on)?"
    r"|for (?:immediate )?release"
    r"|(?:(?:an )?(?:excerpt|extract|excerpted|extracted|taken|reprinted) )?from"
    r"|publisher|source|posted(?: on)?)\s*(?::|(?<=by)\s)\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_DAYS = ("published", "date", "publication", "posted", "issued", "released", "for ")
_PARTS = re.compile(r"\s*(?:[·•|,;]|\s[–—-]\s)\s*")
# "The Centre. By Ann Lee. March 2022"; not the initials of a name.
_SEGMENTS = re.compile(r"(?<=[\w)]{3})\.\s+")
# "Joint Relief Cell, as of 9 September 2023".
_AS_OF = re.compile(
    r"[\s,;·|(]*\b(?:(?:data|status|situation)\s+)?(?:as\s+(?:of|at)|last\s+updated|updated)"
    r"(?:\s+on)?:?\s*\Z",
    re.IGNORECASE,
)
_TITLE_PARTS = re.compile(r"\s*[:,(|–—]\s*")
_MARKED_PARTS = re.compile(r"[·•|]")
# "No. 41", "Vol. 3", "Weekly Brief No. 12": which of many it is.
_ISSUE = re.compile(
    r"(?:(?:[\w’'-]+ ){0,3}(?:no|nr|nº|number|vol|volume|issue|edition|brief|briefing|"
    r"bulletin|report|update|digest)\b\.?\s?\d{1,5}(?:/\d{2,4})?"
    r"|(?!(?:1\d|20)\d\d$)\d{1,5})",
    re.IGNORECASE,
)
# "Policy Note 7".
_NUMBERED = re.compile(r".*\D\s\d{1,5}(?:/\d{2,4})?")
_BY = re.compile(r"by\s+", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# "By Ann Lee for The Coast": whom somebody writes for.
_FOR = re.compile(r"(?P<author>\S+(?: \S+){1,3}) for (?:the )?(?P<house>[A-Z].*)")
# "By Ann Lee in Lund": from where somebody writes.
_FROM_WHERE = re.compile(r"(?<=[\w.])\s+(?:reporting\s+)?(?:in|from|at)\s+(?:the\s+)?[A-Z][^,]*")
# "From: A. Lee, Towns of the Coast (1998), chapter 4", "From A. Lee, The Coast, Lund, 1998".
_BOOK = re.compile(
    r"(?P<author>[^,()]+),\s(?P<title>.*)(?:\((?P<year>1[5-9]\d\d|20\d\d)\)|[,:]\s+(?P<end>1[5-9]\d\d|20\d\d)\.?\Z)"
)
_WHERE = re.compile(r"\A(?:in|for)\s+(?:the\s+)?")
# "PORT ORL, Norland, Aug 21, 2018 (Coast Wire)" on a line of its own.
_WIRE = re.compile(r"\W*\((?P<outlet>[^()]+)\)\Z")
_PUT_OUT = frozenset({"issued", "posted", "published", "released", "updated"})
_NAME_WORDS, _PAPER_WORDS = 7, 5
_PARTICLES = frozenset(
    (
        "al", "and", "at", "da", "das", "de", "del", "della", "den", "der", "des", "di", "do",
        "dos", "du", "e", "el", "et", "for", "für", "in", "la", "las", "le", "les", "los", "of",
        "on", "the", "to", "und", "van", "von", "y", "zu",
    )
)  # fmt: skip
_OF_OUTLETS = ("of", "for")
# What stands around a title in Markdown and in print.
_AROUND = '*_"“”'
# "Statement of 3 May" has the day of the statement; "the fire of 3 May" has not.
_BEFORE_DAYS = ("of", "from", "on")


class Nouns(NamedTuple):
    """Words by which a line on top is told: last ones of outlets' names ("gazette"), and what a
    text may be ("statement"); in lower case."""

    outlets: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()


NO_NOUNS = Nouns()


class Top(NamedTuple):
    """What may be a masthead: the name in it, whether it says which of many papers or of which day
    it is, and that day."""

    name: str
    numbered: bool
    published: str | None


def told_in(line: str, nouns: Nouns = NO_NOUNS) -> Metadata:
    """What one line tells of the report below it."""
    line = line.strip("*_ ")
    label = _LABEL.match(line)
    if label:
        return _labelled(label["key"].lower(), label["value"].strip())
    date = find_date(line)
    if date is None:
        return _undated(line, nouns)
    names = _names(line, date)
    whole = _by_segments(_SEGMENTS.split(line.rstrip("."))) or _as_of(line, date)
    whole = whole or _of_many(names, date) or _of_wire(line, date) or _of_excerpt(line, date)
    if whole is not None:
        return whole
    if any(map(_BY.match, names)):
        return _with_author(names, date)
    kinds = [part for part in names if _is_kind(part, nouns)]
    rest = [part for part in names if part not in kinds]
    if kinds and len(rest) < 2 and all(map(is_name, rest)) and _closes(line, date):
        return Metadata(publisher=rest[0] if rest else None, published=date.edtf)
    if (
        len(names) == 3
        and _is_day(date)
        and _MARKED_PARTS.search(line)
        and all(map(is_name, names))
    ):
        # "Ann Lee, Lund | The Coast | 3 May 2020"
        houses = [name for name in names if names_outlet(name, nouns)]
        return Metadata(publisher=houses[0] if len(houses) == 1 else None, published=date.edtf)
    return _by_names(names, date, nouns, marked=bool(_MARKED_PARTS.search(line)))


def _by_names(names: Sequence[str], date: FoundDate, nouns: Nouns, *, marked: bool) -> Metadata:
    """What a line of nothing but names and a day tells."""
    # A month after some words ("Background, March 2020") may as well be a section's heading.
    if not all(map(is_name, names)) or (names and not _is_day(date)):
        return Metadata()
    if len(names) == 2:
        return Metadata(author=names[0], publisher=names[1], published=date.edtf)
    houses = [name for name in names if names_outlet(name, nouns)]
    if len(names) > 2:
        # "Ann Lee, Lund | The Coast | 3 May 2020"
        house = houses[0] if len(houses) == 1 else None
        return Metadata(publisher=house, published=date.edtf) if marked else Metadata()
    if names and (marked or houses):
        return Metadata(publisher=names[0], published=date.edtf)
    # "Jane Doe, 3 May 2020": a person or a house? The line alone does not tell.
    return Metadata(published=date.edtf)


def _undated(line: str, nouns: Nouns) -> Metadata:
    book = _of_book(line.removeprefix("From ")) if line.startswith("From ") else None
    # "Front Monitor. Data cut-off: 16:00"
    name, dot, _ = line.partition(". ")
    front = Metadata(publisher=name) if dot and names_outlet(name, nouns) else Metadata()
    return book or front


def _as_of(line: str, date: FoundDate) -> Metadata | None:
    """ "Joint Relief Cell, as of 9 September 2023": a body's report on how things stand."""
    told_until = _AS_OF.search(line, 0, date.start)
    name = line[: told_until.start()].strip() if told_until else ""
    if not is_name(name) or not _closes(line, date):
        return None
    return Metadata(publisher=name, published=date.edtf)


def _of_many(names: Sequence[str], date: FoundDate) -> Metadata | None:
    """ "Centre for Coastal Studies, Policy Note 14, 6 May 2024", "Coast Papers, no. 31, June 2016":
    one of many, by its number."""
    if len(names) != 2 or not is_name(names[0]):
        return None
    name, number = names
    noted = is_name(number) and _is_day(date) and _NUMBERED.fullmatch(number)
    if not noted and not _ISSUE.fullmatch(number):
        return None
    return Metadata(publisher=name, published=date.edtf)


def _of_wire(line: str, date: FoundDate) -> Metadata | None:
    """ "PORT ORL, Norland, Aug 21, 2018 (Coast Wire)": a dateline above what it is of."""
    wire = _WIRE.match(line, date.end)
    place = line[: date.start].rstrip(" ,")
    if wire is None or not _is_day(date) or not is_name(wire["outlet"]) or not place[:1].isupper():
        return None
    parts = _PARTS.split(place)
    return (
        Metadata(publisher=wire["outlet"], published=date.edtf)
        if all(map(is_name, parts))
        else None
    )


def _by_segments(segments: Sequence[str]) -> Metadata | None:
    """ "The Outlet, 2 May 2024. Ann Lee, Lund", "The Centre. By Ann Lee. March 2022": who puts it
    out comes first, and then who wrote it; null where plain words stand there."""
    found: list[list[str]] = []
    published = author = None
    for segment in segments:
        date = find_date(segment)
        published = published or (date.edtf if date else None)
        names = _names(segment, date) if date else [p for p in _PARTS.split(segment) if p]
        for name in [name for name in names if _BY.match(name)]:
            author = author or _FROM_WHERE.sub("", _BY.sub("", name, count=1))
            names.remove(name)
        found.append([name for name in names if not _NUMBERED.fullmatch(name)])
    plain = not all(is_name(name) for names in found for name in names)
    if published is None or plain or len(segments) < 2:
        return None
    first, *later = [names for names in found if names] or [[]]
    if author is None and later and " " in later[0][0]:
        author = later[0][0]
    if author is None or len(first) != 1 or not is_name(author):
        return None
    return Metadata(author=author, publisher=first[0], published=published)


def _with_author(names: Sequence[str], date: FoundDate) -> Metadata:
    """ "The Outlet, 3 May 2020, by Ann Lee": one of the parts says whose words they are."""
    author, *more = [part for part in names if _BY.match(part)]
    author = _FROM_WHERE.sub("", _BY.sub("", author, count=1))
    rest = [part for part in names if not _BY.match(part) and not _NUMBERED.fullmatch(part)]
    if more or len(rest) > 1 or not all(map(is_name, (author, *rest))):
        # "The treaty was signed on 9 May 1742 by the envoys" is no byline.
        return Metadata(published=date.edtf if _is_day(date) and is_name(author) else None)
    return Metadata(author=author, publisher=rest[0] if rest else None, published=date.edtf)


def day_of_title(title: str, nouns: Nouns) -> str | None:
    """The day of a report whose title is that of one of many: "Situation report: Northern Front,
    12 March 2024"; null for "The fire at Orvel, 12 March 2024", which tells of a day."""
    date = find_date(title)
    before = title[: date.start].rstrip() if date else ""
    if date is None or not _closes(title, date) or before[-1:] not in tuple(",:(|–—"):
        return None
    kinds = (part.lower().split()[-1:] for part in _TITLE_PARTS.split(before))
    known = nouns.papers | nouns.outlets
    return date.edtf if any(last and last[0] in known for last in kinds) else None


def is_paper(line: str, nouns: Nouns) -> bool:
    """Whether a line says what kind of text it is, perhaps with its day, and nothing else: "Press
    release", "Joint statement, 3 May 2020", but not "Report on the fire of 3 May 2020"."""
    date = find_date(line)
    if date is None:
        return _is_kind(line, nouns)
    names = _names(line, date)
    return bool(names) and all(_is_kind(part, nouns) for part in names) and _closes(line, date)


def _is_kind(part: str, nouns: Nouns) -> bool:
    """ "Press release", "Statement of" before a day; no name of an outlet, "Union Bulletin"."""
    *before, last = part.lower().split()
    if before and last in _BEFORE_DAYS:
        last = before.pop()
    known = last in nouns.papers and not (last in nouns.outlets and before and is_name(part))
    return known and len(before) < _PAPER_WORDS and not _PARTICLES & set(before)


def _closes(line: str, date: FoundDate) -> bool:
    """Whether a line ends with a day."""
    return _is_day(date) and not line[date.end :].strip(" \t.)")


def top(line: str) -> Top | None:
    """A line that may be a masthead: one name, and which of many papers or of which day it is."""
    date = find_date(line)
    told = [part for part in _PARTS.split(line) if part] if date is None else _names(line, date)
    names = [part for part in told if not _ISSUE.fullmatch(part)]
    if _LABEL.match(line) or len(names) != 1 or not is_name(names[0]):
        return None
    marked = date is not None and _is_day(date) and bool(_MARKED_PARTS.search(line))
    numbered = marked or len(names) < len(told)
    return Top(names[0], numbered, date.edtf if date and _is_day(date) else None)


def is_name(part: str) -> bool:
    """A few words that all begin like names: no subtitle, which has plain words in it."""
    words = part.split()
    if not 0 < len(words) <= _NAME_WORDS or part[0].islower() or part.endswith((".", ":", "?")):
        return False
    return all(word in _PARTICLES or not word[0].islower() for word in words)


def names_outlet(name: str, nouns: Nouns) -> bool:
    """Whether a name of several words ends as outlets' names do."""
    words = name.lower().split()
    if len(words) > 1 and any(" ".join(words[-n:]) in nouns.outlets for n in (1, 2)):
        return True
    # "Gazette of the Coast"
    return len(words) > 2 and words[0] in nouns.outlets and words[1] in _OF_OUTLETS


def _is_day(date: FoundDate) -> bool:
    return date.edtf.count("-") == 2


def _names(line: str, date: FoundDate) -> list[str]:
    # "The Outlet, 3 May 2020. By Ann Lee": the day parts what stands around it.
    sides = (line[: date.start], line[date.end :].lstrip(". "))
    told = (side.strip(_AROUND + " \t·•|,;–—-()") for side in sides)
    parts = (part.strip(_AROUND + " -–—") for side in told for part in _PARTS.split(side))
    return [part for part in parts if part.strip(".").strip() and part.lower() not in _PUT_OUT]


def _labelled(key: str, value: str) -> Metadata:
    if key in ("title", "headline"):
        return Metadata(title=value)
    if key.startswith(_DAYS):
        return Metadata(published=read_date(value))
    key = "from" if key.endswith(" from") else key
    if key in ("from", "source") and (book := _of_book(value)):
        return book
    if key in ("publisher", "source", "published by"):
        return Metadata(publisher=value)
    if key == "from":
        return _excerpt(value)
    date = find_date(value)
    value = _FROM_WHERE.sub("", value) if date is None else value
    names = _PARTS.split((value[: date.start] if date else value).strip(" \t·•|,;–—-()"))
    # "By Ann Lee, in the Annals of the Valley, 2011".
    names = [names[0], *(_WHERE.sub("", name) for name in names[1:])]
    year = names.pop() if len(names) > 1 and _YEAR.fullmatch(names[-1]) else None
    names[0] = _FROM_WHERE.sub("", names[0])
    dated = date is not None and _is_day(date)
    if (one := _FOR.fullmatch(names[0])) and len(names) < 3:
        names = [one["author"], one["house"]]
    if len(names) > 2 + dated or not all(map(is_name, names)):
        return Metadata()
    return Metadata(
        author=names[0], publisher=_house(names[1:]), published=date.edtf if date else year
    )


def _house(names: Sequence[str]) -> str | None:
    """Of the one or two names behind an author's, who puts the text out: "Ann Lee, The Coast, Orl"
    was written in Orl, which is one word."""
    if len(names) < 2:
        return names[0] if names else None
    longer = [name for name in names if " " in name]
    return longer[0] if len(longer) == 1 else None


def _of_book(value: str) -> Metadata | None:
    book = _BOOK.match(value)
    author = book["author"].strip() if book else ""
    parts = book["title"].split(",") if book else ()
    if book is None or not all(is_name(part.strip(_AROUND + " ")) for part in (author, *parts)):
        return None
    return Metadata(author=author, published=book["year"] or book["end"])


def _of_excerpt(line: str, date: FoundDate) -> Metadata | None:
    taken = line.startswith("From ") and _closes(line, date)
    found = _excerpt(line.removeprefix("From ")) if taken else Metadata()
    return None if found == Metadata() else found


def _excerpt(value: str) -> Metadata:
    """ "From: Ann Lee, The Coast, Orl Press, 12 April 2007": who wrote it, where, and its day."""
    date = find_date(value)
    names = _names(value, date) if date is not None else []
    if date is None or len(names) not in (2, 3) or not all(map(is_name, names)):
        return Metadata()
    publisher = names[2] if names[2:] else None
    return Metadata(author=names[0], publisher=publisher, published=date.edtf)
