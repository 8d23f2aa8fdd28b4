"""Which tellings other programs may take for plain statements, and which never."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.analysis.view import CaseView
from sayso.records.accounts import FIRM, Participant
from sayso.records.case import Account, Event, Tie
from sayso.records.dates import Interval


@dataclass(frozen=True, slots=True)
class Firm:
    """What the plain tellings of an event or tie say together, without the others.

    ``plain`` are asserted, or reported without hedge or denial, of what came about; ``held`` are
    all others. Where nothing is plain, nothing may be stated.
    """

    plain: tuple[Account, ...]
    held: tuple[Account, ...]
    participants: tuple[Participant, ...]
    places: tuple[str, ...]
    days: Interval


def firm(view: CaseView, about: Event | Tie) -> Firm:
    """The tellings of an event or tie, parted."""
    happened = (
        about.realis == "actual" if isinstance(about, Event) else about.polarity != "negative"
    )
    plain = tuple(a for a in about.accounts if happened and _is_plain(view, a))
    held = tuple(a for a in about.accounts if a not in plain)
    dated = next(((a.earliest, a.latest) for a in plain if a.earliest or a.latest), (None, None))
    if isinstance(about, Event) and not held:
        # Every telling is plain, so the reconciled view of them is too.
        return Firm(plain, held, about.participants, about.places, (about.earliest, about.latest))
    return Firm(
        plain,
        held,
        tuple(dict.fromkeys(part for account in plain for part in account.participants)),
        tuple(dict.fromkeys(place for account in plain for place in account.places)),
        dated,
    )


def _is_plain(view: CaseView, account: Account) -> bool:
    found = (view.attribution(id) for id in account.attributions)
    return account.factuality in FIRM and all(
        one is None or (one.stance == "affirms" and not one.hedges) for one in found
    )
