"""Which tellings may be taken for plain statements, and which never."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sayso.analysis.view import CaseView
from sayso.analysis.wording.chains import certainty_words
from sayso.analysis.wording.verbs import DOUBTED, REALIS
from sayso.records.accounts import FACTUALITY, FIRM, Participant
from sayso.records.case import Account, Event, Tie
from sayso.records.dates import Interval
from sayso.records.statements import Attribution

# The attribution with an id, null where there is none.
Said = Callable[[str], Attribution | None]
# Whether somebody named affirms it, by the id of an attribution; null where there is none.
Vouched = Callable[[str], bool | None]


@dataclass(frozen=True, slots=True)
class Firm:
    """What the plain tellings of an event or tie say together, without the others.

    ``plain`` are asserted, or reported without hedge or denial on the word of somebody who is
    named, of what ``happened``; ``held`` are all others. Where nothing is plain, nothing may be
    stated. ``reserve`` says in words how firmly it is told at most, and is empty where somebody
    named or the author tells it without reserve.
    """

    plain: tuple[Account, ...]
    held: tuple[Account, ...]
    participants: tuple[Participant, ...]
    places: tuple[str, ...]
    days: Interval
    happened: bool = True
    reserve: str = ""

    def marked(self, title: str) -> str:
        """A title of it with the reserve behind it, unless it says already that there is doubt, or
        that it was planned or is told not to be."""
        return marked(title, self.reserve) if self.happened else title


def marked(title: str, reserve: str) -> str:
    """A title with the reserve behind it, if there is any, unless it has such a mark already."""
    doubted = any(f"[{word}]" in title for word in (DOUBTED, *REALIS.values(), reserve))
    return title if doubted or not reserve else f"{title} [{reserve}]"


def firm(view: CaseView, about: Event | Tie) -> Firm:
    """The tellings of an event or tie, parted."""
    return parted(view.attribution, about)


def parted(said: Said, about: Event | Tie) -> Firm:
    """The same for whoever has the attributions at hand."""
    happened = came_about(about)
    plain = tuple(a for a in about.accounts if happened and is_plain(said, a))
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
        happened,
        reserve_of(said, about.accounts),
    )


def came_about(about: Event | Tie) -> bool:
    """Whether an event took place, or a tie is told to be."""
    return about.realis == "actual" if isinstance(about, Event) else about.polarity != "negative"


def is_plain(said: Said, account: Account) -> bool:
    """Whether a telling is asserted, or told on the word of somebody named who affirms it without
    a word of likelihood."""

    def vouched(id: str) -> bool | None:
        found = said(id)
        return None if found is None else vouches(found)

    return is_vouched(vouched, account)


def is_vouched(vouched: Vouched, account: Account) -> bool:
    """The same for whoever knows of each attribution only whether somebody named affirms it."""
    told = account.factuality in FIRM
    return told and all(vouched(id) is not False for id in account.attributions)


def vouches(found: Attribution) -> bool:
    """Whether somebody named affirms what is said, without a word of likelihood."""
    return found.stance == "affirms" and not found.hedges and not found.hearsay


def reserve_of(said: Said, accounts: Iterable[Account]) -> str:
    """In words how firmly at most something is told of which no telling is plain; else empty."""
    told = list(accounts)
    if not told or any(is_plain(said, account) for account in told):
        return ""
    firmest = min(told, key=lambda account: FACTUALITY.index(account.factuality))
    return how_firmly(said, firmest)


def reserves(view: CaseView, about: Iterable[Event | Tie]) -> dict[str, str]:
    """The same of many, asked together: by the id of each event or tie that came about and that
    nobody tells plainly."""
    happened = [one for one in about if came_about(one)]
    said = view.attributions_of(_said(one.accounts[:1] for one in happened))
    # One plain telling settles it, and mostly it is the first.
    open_yet = [one for one in happened if reserve_of(said.get, one.accounts[:1])]
    said = view.attributions_of(_said(one.accounts for one in open_yet))
    told = ((one.id, reserve_of(said.get, one.accounts)) for one in open_yet)
    return {id: reserve for id, reserve in told if reserve}


def _said(tellings: Iterable[Iterable[Account]]) -> set[str]:
    return {id for told in tellings for account in told for id in account.attributions}


def how_firmly(said: Said, account: Account) -> str:
    """In words how firmly one telling tells what it tells."""
    return certainty_words(account.factuality, _known(said, account))


def _known(said: Said, account: Account) -> Iterable[Attribution]:
    return [one for id in account.attributions if (one := said(id)) is not None]
