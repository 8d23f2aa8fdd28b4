"""Days and names as a user types them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from sayso.records.case import Entity
    from sayso.records.dates import Interval
    from sayso.store.view import View


def interval_of(date: str | None) -> Interval:
    """First and last ISO day of a date, open where none is given; raises UsageError."""
    from sayso.records.dates import bounds

    if date is None:
        return None, None
    found = bounds(date)
    if None in found:
        raise UsageError(f"'{date}' is not a date", hint="write 2020, 2020-03 or 2020-03-31")
    return found


def entity_called(view: View, name: str) -> Entity:
    """Who is called so, the best match; raises UsageError where nobody is."""
    from sayso.analysis.people import who

    found = who(view, name)
    if not found:
        raise UsageError(
            f"nobody and nothing in the case is called '{name}'",
            hint="'sayso search' finds words, 'sayso who' finds names",
        )
    return found[0].entity
