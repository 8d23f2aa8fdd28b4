"""Numbers of a sentence, and those that the words it cites give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.analysis.linting.grounds import Ground, Grounds
from sayso.annotate.numbers import SPELLED, spelled, spelled_year
from sayso.records.case import Event, Tie
from sayso.records.dates import parts

_FIGURE = re.compile(r"(?<![\w.,-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\w]*[a-z]{3})")
# "One" is an article as often as a number.
_LEAST = 2


def numbers(text: str) -> dict[float, str]:
    """The numbers that a text tells in figures or words, with how it writes them."""
    found = {}
    for match in _FIGURE.finditer(text):
        found[float(match[1].replace(",", "") + (match[2] or ""))] = match[0]
    for match in SPELLED.finditer(text):
        value = spelled_year(match[0]) if match["year"] else spelled(match[0])
        if value >= _LEAST:
            found[float(value)] = match[0]
    return found


def given(grounds: Grounds, ground: Ground) -> set[float]:
    """Every number that the cited words and the records on them give: counts, dates, quantities."""
    found: set[float] = {float(len(ground.spans))}
    for span in ground.spans:
        found.update(numbers(grounds.around(span)))
    for about in {one.about for one in ground.told if one.about}:
        found.update(_of_record(about, grounds))
    for document in {span.document for span in ground.spans}:
        known = grounds.view.document(document)
        found.update(numbers(f"{known.title or ''} {known.published or ''}") if known else ())
        found.update(_of_days(known.published.split("/") if known and known.published else ()))
    for one in ground.told:
        for id in one.account.attributions if one.account else ():
            said = grounds.view.attribution(id)
            found.update(_of_days([said.published]) if said and said.published else ())
    return found


def _of_record(about: Event | Tie, grounds: Grounds) -> Iterator[float]:
    yield float(len(about.accounts))
    yield float(grounds.origins.get(about.id, 0))
    if isinstance(about, Event):
        yield from _of_days(filter(None, (about.earliest, about.latest)))
        for measure in about.quantities:
            yield from (value for value in (measure.low, measure.high) if value is not None)
    else:
        yield from _of_days(filter(None, (about.since, about.until)))


def _of_days(days: Iterable[str]) -> Iterator[float]:
    """Year and day of dates; the month is told by its name, or stands as a figure too."""
    for day in days:
        try:
            year, month, of_month = parts(day)
        except ValueError:
            yield from numbers(day.replace("-", " "))
        else:
            yield from (float(abs(year)), float(month), float(of_month))
