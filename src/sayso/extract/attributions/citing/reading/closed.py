"""Words in brackets, read as a citation: "Fars, July 19, 2020; Tasnim, July 20, 2020"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.extract.attributions.citing.citation import Cited
from sayso.extract.attributions.citing.reading.dating import (
    date_of_address,
    dates_in,
    is_exact,
    published,
)
from sayso.extract.attributions.citing.reading.forms import (
    account_in,
    case_in,
    handle_in,
    symbol_in,
)
from sayso.extract.attributions.citing.reading.outlets import Outlets, Standing
from sayso.extract.attributions.citing.reading.pieces import (
    ADDRESS,
    between_commas,
    is_page,
    parts,
    title_in,
    trimmed,
)
from sayso.extract.attributions.citing.reading.works import Works
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.records.marks import Time

IBID = re.compile(r"(?:ibid(?:em)?|idem|id)\b\.?(?=[\s,;:.)\]]|\Z)", re.IGNORECASE)
_EACH = re.compile(r"\s*(?:/|,? and | & |, )\s*")
# What stands between a source and its own date; other words of the kind date something else.
_DATED_BY = re.compile(r",?\s+(?:on|of|dated)\Z", re.IGNORECASE)
_DATES_OTHER = re.compile(
    r"\b(?:in|since|until|till|from|by|before|after|during|to|as|at|between|around)\Z",
    re.IGNORECASE,
)
_FOR = re.compile(r"(?:[A-Z][\w.’'-]+ ){1,3}for (?=[A-Z]|the )")
_PASSED_ON = re.compile(r",? (?:via|quoted in|cited in|as carried by) ")


@dataclass(frozen=True, slots=True)
class Entry:
    """One report in brackets; ``cited`` is null where they hold a date alone.

    ``work``: it is cited by author and year.
    """

    cited: Cited | None
    published: str | None
    work: bool = False


def read_closed(works: Works, bounds: Bounds, before: Sequence[Cited]) -> tuple[Entry, ...]:
    """What a pair of brackets cites: every part of it must be a report, or none is.

    ``before`` is what the last citation cites, for "ibid.". An outlet without a date has that of
    the next one: "(Maariv; Haaretz, November 18)".
    """
    found: list[Entry] = []
    every = [part for part in parts(works.text, bounds) if not works.outlets.is_own_part(part)]
    sure = len(every) > 1 and any(works.is_sure(part) for part in every)
    for part in reversed(every):
        later = found[-1].published if found else None
        entries = _again(works.outlets, part, before) or _read(works, part, later, sure=sure)
        if not entries:
            return ()
        found.extend(reversed(entries))
    return tuple(reversed(found))


def repeated(outlets: Outlets, part: Bounds, before: Sequence[Cited]) -> list[Cited]:
    """ "ibid., September 7": the report cited before, at its own date if it gives one."""
    found = IBID.match(outlets.text, *part)
    if found is None:
        return []
    date = published(outlets.text, dates_in(outlets, (found.end(), part[1])))
    return [replace(one, source=found.span(), published=date or one.published) for one in before]


def cite(outlets: Outlets, source: Bounds, date: str | None) -> Cited:
    """A report by the words of its source and its date."""
    return Cited(source, outlets.link(source), date)


def cite_address(outlets: Outlets, address: re.Match[str], date: str | None = None) -> Cited:
    """A report by its web address, which may hold its date."""
    source = trimmed(outlets.text, address.span()) or address.span()
    return Cited(source, outlets.of_host(address[1]), date or date_of_address(address[0]))


def side_by_side(outlets: Outlets, named: Bounds) -> list[Bounds]:
    """The outlets among sources side by side: "Reuters and AFP", "Anna Berg/Reuters".

    Between commas each must be known for one: "Anna Berg, Harbour Times" are an author and hers.
    """
    found, signs, start = list[Bounds](), set[str](), named[0]
    for each in _EACH.finditer(outlets.text, *named):
        found.append((start, each.start()))
        signs.add(each[0].strip())
        start = each.end()
    found.append((start, named[1]))
    least = Standing.KNOWN if "," in signs else Standing.MENTIONED
    known = [one for one in found if outlets.standing(one) >= least]
    return known if signs and (len(known) == len(found) or signs == {"/"}) else []


def _again(outlets: Outlets, part: Bounds, before: Sequence[Cited]) -> list[Entry]:
    return [Entry(one, one.published) for one in repeated(outlets, part, before[-1:])]


def _read(works: Works, part: Bounds, later: str | None, *, sure: bool) -> list[Entry]:
    """The reports of one part; one without a date has the ``later`` one's.

    ``sure``: what stands beside it is a work, so a name and a year are one too.
    """
    outlets, text = works.outlets, works.text
    credited = outlets.behind_credit(part)
    part = credited or outlets.behind_signal(part)
    work = works.in_parentheses(part, beside=sure)
    if work:
        return [Entry(cite(outlets, work.who, work.published), work.published, work=True)]
    formal = _formal(outlets, part)
    if formal:
        return [formal]
    address = ADDRESS.search(text, *part)
    if address and (is_page(address[0]) or outlets.is_known_host(address[1])):
        return [Entry(cite_address(outlets, address), None)]
    times = dates_in(outlets, part)
    date = published(text, times)
    named = _named(outlets, part, times[0].span.start if times else part[1])
    if named is None:
        return [Entry(None, date)] if date and not credited else []
    if times and (date is None or _years_apart(times)):
        return []
    least = Standing.NAME if credited else _least(date or later)
    named = (_commissioned(outlets, named) if credited else None) or named
    sources = side_by_side(outlets, named) or _best(outlets, named, least)
    return [Entry(cite(outlets, source, date or later), date or later) for source in sources]


def _formal(outlets: Outlets, part: Bounds) -> Entry | None:
    """What is cited by a form of its own: a judgment, a document's symbol, somebody's account."""
    case = case_in(outlets.text, part)
    form = case or symbol_in(outlets.text, part)
    if form:
        cited = replace(cite(outlets, form.who, form.year), law=case is not None)
        return Entry(cited, form.year, work=True)
    times = dates_in(outlets, part)
    account = account_in(outlets.text, part)
    who = account[1] if account and outlets.is_platform_at(account[0]) else None
    who = who or (handle_in(outlets.text, part) if times else None)
    date = published(outlets.text, times)
    return Entry(cite(outlets, who, date), date) if who else None


def _commissioned(outlets: Outlets, named: Bounds) -> Bounds | None:
    """ "Anna Berg for the Courier": the outlet that somebody took a picture for."""
    found = _FOR.match(outlets.text, *named)
    outlet = (found.end(), named[1]) if found else None
    return outlet if outlet and outlets.standing(outlet) >= Standing.MENTIONED else None


def _house(outlets: Outlets, named: Bounds) -> list[Bounds]:
    """Whose work it is: "World Bank, World Development Report" begins with a body, and a title."""
    pieces = between_commas(outlets.text, named)
    house = len(pieces) > 1 and outlets.is_body(pieces[0])
    house = house and outlets.text[pieces[1][0]].isupper()  # its title
    return pieces[:1] if house and outlets.standing(pieces[0]) >= Standing.NAME else []


def _years_apart(times: Sequence[Time]) -> bool:
    """ "Lund, 3 May 1870 – Oslo, 4 June 1931": the days of a life."""
    days = [time.edtf or "" for time in times if is_exact(time.edtf)]
    return len(days) > 1 and abs(int(days[-1][:4]) - int(days[0][:4])) > 1


def _named(outlets: Outlets, part: Bounds, end: int) -> Bounds | None:
    """The words before the date; they end in no word that would tell of an event."""
    inner = outlets.text.find("(", part[0] + 1, end)
    named = trimmed(outlets.text, (part[0], inner if inner > 0 else end))
    if named is None:
        return None
    by = _DATED_BY.search(outlets.text, *named)
    named = (named[0], by.start()) if by and by.start() > named[0] else named
    # '"Owners cash in", Lloyd's List': the title of a piece is no part of who printed it.
    title = title_in(outlets.text, named)
    opens = title is not None and title[0] == named[0]
    named = (trimmed(outlets.text, (title[1], named[1])) if opens and title else None) or named
    # "Interfax via BBC Monitoring": who passed it on did not report it.
    over = _PASSED_ON.search(outlets.text, *named)
    return (named[0], over.start()) if over and over.start() > named[0] else named


def _least(date: str | None) -> Standing:
    """How well words must be known as a source beside such a date."""
    if date is None:
        return Standing.MENTIONED
    return Standing.NAME if is_exact(date) else Standing.DESCRIBED


def _best(outlets: Outlets, named: Bounds, least: Standing) -> list[Bounds]:
    """The words themselves, or the piece of them that is better known as a source.

    Beside a piece that is only taken for an outlet there may be names alone: "Anna Berg, elected
    on May 3" cites nobody.
    """
    if _DATES_OTHER.search(outlets.text, *named):
        return []
    whole = outlets.standing(named)
    if whole < Standing.KNOWN:
        pieces = between_commas(outlets.text, named)
        best = max(pieces, key=outlets.standing, default=named)
        all_named = all(outlets.standing(piece) for piece in pieces)
        if outlets.standing(best) >= (Standing.DESCRIBED if all_named else Standing.KNOWN):
            named, whole = best, outlets.standing(best)
        elif house := _house(outlets, named):
            return house
    return [named] if whole >= least else []
