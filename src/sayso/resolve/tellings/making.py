"""What matters of an account when it is held against others: its telling."""

from __future__ import annotations

from dataclasses import replace

from sayso.records.accounts import EventAccount
from sayso.records.ids import content_id
from sayso.resolve.events import SIDES, STEM, Telling
from sayso.resolve.retelling.families import families_in, family_told, names_in

# In so many words two reports tell the same of one thing only, or one copies the other.
_WORDS, _COUNTED = 5, 3


def telling_of(
    account: EventAccount,
    persons: frozenset[str],
    named: frozenset[str] | None = None,
    *,
    worded: bool = False,
    copied: str = "",
) -> Telling:
    """The telling of an account; ``persons`` are the entity ids that are people, ``named`` those
    of all who have a name (all, if null). Its words are kept if it is to be ``worded``; ``copied``
    is what only copies of its passage have in common."""
    roles = frozenset((p.role, p.entity) for p in account.participants)
    entities = frozenset(entity for _, entity in roles)
    bearers = entities if named is None else entities & named
    told = Telling(
        account.span.document, account.type, account.mode, account.realis, account.earliest,
        account.latest, roles, frozenset(account.places), entities & persons,
        frozenset((q.low, q.high, q.unit) for q in account.quantities if q.unit),
        named is None or bool(bearers),
        wording="" if bearers else _wording(account),
        several=_counts_events(account),
        copied=copied and _copied(copied, account, named),
    )  # fmt: skip
    # What waits for the day of another event has one, though it is not known yet.
    if not worded or account.hangs_on is not None:
        return told
    family = family_told(account.trigger)
    things = (
        f"{filler.role} {word}"
        for filler in account.fillers
        if filler.role in SIDES
        for word in families_in(filler.span.quote)
    )
    return replace(
        told,
        bearers=bearers,
        family=family,
        words=families_in(account.span.quote) - {family},
        things=frozenset(things),
        names=names_in(account.span.quote),
    )


def _counts_events(account: EventAccount) -> bool:
    told = account.trigger.lower().split()
    return any(
        word.startswith(told_by)
        for number in account.quantities if (number.low or 0) > 1
        for word in (number.unit or "").lower().split()[-1:]
        for told_by in told if len(told_by) >= STEM
    )  # fmt: skip


def _copied(copied: str, account: EventAccount, named: frozenset[str] | None) -> str:
    """The same for copies that tell of the same people and places, by those who have names."""
    who = [(part.role, part.entity) for part in account.participants]
    who += [("place", place) for place in account.places]
    return content_id("w", copied, *sorted(one for one in who if named is None or one[1] in named))


def _wording(account: EventAccount) -> str:
    """A number for what is told in so many words; few words may be of anything, if they do not
    count somebody at a place."""
    words = account.span.quote.lower().split()
    counted = bool(account.places) and any(q.unit for q in account.quantities)
    if len(words) < (_COUNTED if counted else _WORDS):
        return ""
    return content_id("w", *words)
