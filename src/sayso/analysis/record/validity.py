"""Whether something that lasts held on a day, from what is told of its beginning and its end."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records.dates import Interval, before, bounds

# The answers, firmest first.
ANSWERS = ("yes", "perhaps", "no")
OPEN: Interval = (None, None)


@dataclass(frozen=True, slots=True)
class Term:
    """From when until when something held.

    ``since`` and ``until`` are the intervals of ISO days that beginning and end lie in, open
    where nothing is told. ``told`` are days on which somebody wrote of it as holding.
    """

    since: Interval = OPEN
    until: Interval = OPEN
    told: tuple[str, ...] = ()

    def on(self, first: str, last: str) -> str:
        """Whether it held at some time from one ISO day to another: one of ANSWERS.

        Yes, where it had begun by then and not yet ended, or was written of as holding before and
        after; no, where it began later or had ended before; else perhaps.
        """
        if (self.since[0] and before(last, self.since[0])) or (
            self.until[1] and before(self.until[1], first)
        ):
            return "no"
        begun = self._begun(last)
        lasting = self._lasting(first)
        return "yes" if begun and lasting else "perhaps"

    def _begun(self, day: str) -> bool:
        known = [d for d in (self.since[1], *self.told) if d]
        return any(not before(day, d) for d in known)

    def _lasting(self, day: str) -> bool:
        if self.until != OPEN:
            return bool(self.until[0]) and not before(str(self.until[0]), day)
        # Nothing is told of an end: what began is taken to go on as long as reports speak of it.
        return any(not before(d, day) for d in self.told) or self.since[1] is not None


def term_of(since: str | None, until: str | None, told: tuple[str, ...] = ()) -> Term:
    """The term of two EDTF dates; an open side of either stays open."""
    return Term(bounds(since), bounds(until), told)
