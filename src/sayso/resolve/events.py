"""Whether two tellings tell of one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.records.dates import days, days_between, overlap
from sayso.resolve.names.match import Match

# Two vaguer dates than this (in days) say nothing about being one event.
VAGUE = 31
# Two reports whose dates lie no further apart than this (in days) may tell of one event.
RIVAL = 4
SAME = 0.75
# A unit that begins like the kind of event counts events: "visits" of visit, "meetings" of meet.
STEM = 5
# What somebody said is not told by who said it, nor by numbers in it.
_SAID = "STATE"
# What there may be several of, with one number, in a month.
_OFTEN = frozenset({"ASSAULT", "COERCE"})
# Of more tellings of a kind than this in one report none is looked at for being the only one.
_FEW = 40
# Whoever did it, and whom it befell.
SIDES = ("actor", "target")
# A number from which on it hardly counts two such.
_MANY = 100
# Ways into an office.
_TAKING = frozenset({"appoint", "elect"})
# What is done to somebody in one way or another, and by its way is told apart from the like.
_BEFALLING = frozenset({"APPOINT", "ASSAULT", "COERCE", "SANCTION"})
# What happens to one person once: the victim or appointee alone tells which event it is.
ONCE = frozenset({("ASSAULT", "kill"), ("ASSAULT", "accident")})


@dataclass(frozen=True, slots=True)
class Telling:
    """What matters of an account when asking whether two are one event."""

    document: str
    type: str
    mode: str | None
    realis: str
    earliest: str | None
    latest: str | None
    roles: frozenset[tuple[str, str]]
    places: frozenset[str]
    persons: frozenset[str]
    counts: frozenset[tuple[float | None, float | None, str]] = frozenset()
    # Whether anybody who took part has a name.
    named: bool = True
    # Only where other reports are on the subject: who took part by name, the family of the word
    # that tells of it, those of the words beside it and, by their role, of whom and what it was
    # done by and befell, its words with a capital, and whether its report tells of no other such
    # event in that time.
    bearers: frozenset[str] = frozenset()
    family: str = ""
    words: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    only: bool = False
    # A number for the words that tell it, where they name nobody: copies are known by them.
    wording: str = ""
    # The same for copies of a passage that tell it of the same people and places.
    copied: str = ""
    # Whether it counts events by the word that tells of them: "carried out three attacks".
    several: bool = False

    def __reduce__(self) -> tuple[Any, ...]:
        # Tellings go to disk and to workers by the million; this is three times as fast.
        return Telling, tuple(getattr(self, name) for name in Telling.__slots__)

    @property
    def entities(self) -> frozenset[str]:
        """Everybody who took part."""
        return frozenset(entity for _, entity in self.roles)

    def in_role(self, role: str) -> frozenset[str]:
        """Who took part as this."""
        return frozenset(entity for part, entity in self.roles if part == role)


def marked(told: Sequence[Telling]) -> list[Telling]:
    """The tellings of one report, each with whether it is the only one of its kind and time."""
    kinds: dict[tuple[str, str | None], list[Telling]] = {}
    for one in told:
        kinds.setdefault((one.type, kind_of(one.mode)), []).append(one)
    return [replace(one, only=_is_only(one, kinds[one.type, kind_of(one.mode)])) for one in told]


def _is_only(one: Telling, others: Sequence[Telling]) -> bool:
    # A chronicle of hundreds of raids is not gone through for each of them.
    return len(others) <= _FEW and not any(
        other is not one and overlap((one.earliest, one.latest), (other.earliest, other.latest))
        for other in others
    )


def event_keys(telling: Telling) -> Iterator[str]:
    """Only tellings that share a key are compared: one type, one who took part."""
    for entity in telling.entities or telling.places:
        yield f"{telling.type}|{entity}"


def same_event(a: Telling, b: Telling) -> Match:
    """How likely two tellings are one event, and why."""
    if a.type != b.type or (a.mode and b.mode and kind_of(a.mode) != kind_of(b.mode)):
        return Match(0.0, ("different kinds of event",))
    if a.mode and b.mode and a.mode != b.mode:
        return _taken_again(a, b)
    if a.realis != b.realis and not _denies(a, b):
        return Match(0.0, ("one happened, the other did not",))
    if not overlap((a.earliest, a.latest), (b.earliest, b.latest)):
        return Match(0.0, ("at different times",))
    if tells_of_several(a) != tells_of_several(b):
        return Match(0.0, ("one tells of several such events",))
    befallen = _befallen(a, b)
    if befallen is not None:
        return befallen
    shared = a.roles & b.roles
    if not shared or _contradict(a, b):
        return Match(0.0, ("no participant in the same role",))
    if not (is_dated(a) and is_dated(b)):
        return _undated(a, b)
    if a.places and b.places and not a.places & b.places:
        return Match(0.4, ("at places not known to be one",))
    return Match(0.9, (f"same kind, same days, {len(shared)} in the same role",))


def _befallen(a: Telling, b: Telling) -> Match | None:
    """What tells by itself that two tellings of harm are one; null where nothing does."""
    if happens_once(a, b):
        return Match(0.95, ("this befalls a person once",))
    if _nameless(a, b):
        return Match(0.85, ("harm at one place on one day, told of nobody by name",))
    return None


def _nameless(a: Telling, b: Telling) -> bool:
    """Whether one report tells twice of those who came to harm there that day, and of nobody who
    had a part in it: "38 people died", "the toll rose to 51"."""
    nobody = not a.roles and not b.roles and a.document == b.document
    harm = (a.type, a.mode) in ONCE and (b.type, b.mode) in ONCE
    return nobody and harm and is_narrow(a) and is_narrow(b) and bool(a.places & b.places)


def _denies(a: Telling, b: Telling) -> bool:
    """Whether one tells that it did not happen, and of nobody else: "did not attack the bank"
    denies no attack on the station."""
    if {a.realis, b.realis} - {"actual", "negated"}:
        return False
    parts = [
        {role: {entity for name, entity in one.roles if name == role} for role, _ in one.roles}
        for one in (a, b)
    ]
    return all(parts[0][role] & parts[1][role] for role in parts[0].keys() & parts[1].keys())


def tells_of_several(telling: Telling) -> bool:
    """Whether it counts events of its own kind: "paid three visits", "made 12 airstrikes"."""
    kind = (telling.mode or "")[:STEM]
    counted = bool(kind) and any(
        low is not None and low > 1 and unit.lower().startswith(kind)
        for low, _, unit in telling.counts
    )
    return telling.several or counted


def kind_of(mode: str | None) -> str | None:
    """A mode, one name for those that may be told of one taking of an office."""
    return "take" if mode in _TAKING else mode


def _taken_again(a: Telling, b: Telling) -> Match:
    """Whether "her election" is told of again as "took office", in one document without a day."""
    same = bool(a.in_role("target") & b.in_role("target") & a.persons)
    offices = a.in_role("office"), b.in_role("office")
    apart = bool(offices[0] and offices[1]) and not offices[0] & offices[1]
    dated = is_dated(a) and is_dated(b)
    fits = overlap((a.earliest, a.latest), (b.earliest, b.latest)) and a.realis == b.realis
    if a.document == b.document and same and fits and not apart and not dated:
        return Match(0.8, ("one taking of an office, told again in the same document",))
    return Match(0.0, ("different ways into an office",))


def _undated(a: Telling, b: Telling) -> Match:
    counted = bool(a.counts) and (a.counts, a.places, a.roles) == (b.counts, b.places, b.roles)
    counted = counted and a.type != _SAID
    if a.document == b.document and counted and _near_in_time(a, b):
        return Match(0.8, ("the same number told again in the same document",))
    # Inside one document a later mention without a date goes back to the dated one, if all fits.
    alike = a.entities <= b.entities or b.entities <= a.entities
    if a.document == b.document and len(a.roles & b.roles) > 1 and alike and _near_in_time(a, b):
        return Match(0.8, ("told again in the same document",))
    if a.document == b.document and _denied_of(a, b):
        return Match(0.8, ("one person, of whom the same document tells and denies it",))
    return Match(0.3, ("no date to go by",))


def _denied_of(a: Telling, b: Telling) -> bool:
    """Whether one denies of somebody what the other tells of him: "her dismissal in April", "has
    denied that she was dismissed"."""
    denial, deed = (a, b) if a.realis == "negated" else (b, a)
    whom = denial.in_role("target") & deed.in_role("target") & denial.persons
    told = denial.realis != deed.realis and denial.roles <= deed.roles
    # Who was not accused of one thing was accused of another.
    return told and bool(whom) and a.type in _BEFALLING and a.mode is not None


def _near_in_time(a: Telling, b: Telling) -> bool:
    # What a report of December tells without a date is hardly the meeting of August.
    last_a, last_b = a.latest or b.latest, b.latest or a.latest
    return last_a is None or abs(days_between(last_a, last_b)) <= VAGUE


def happens_once(a: Telling, b: Telling) -> bool:
    """Whether both tell what befalls a person once, of the same person."""
    victims = a.in_role("target") & b.in_role("target")
    kind = (a.type, a.mode) in ONCE and (b.type, b.mode) in ONCE
    return kind and bool(victims & a.persons)


def is_dated(telling: Telling) -> bool:
    """Whether it is told so closely when it was that days can tell events apart."""
    first, last = telling.earliest, telling.latest
    return first is not None and last is not None and days(first, last) <= VAGUE


def _contradict(a: Telling, b: Telling) -> bool:
    """Whether a role is filled by different persons in both."""
    for role in ("actor", "target", "partner"):
        left, right = a.in_role(role) & a.persons, b.in_role(role) & b.persons
        if left and right and not left & right:
            return True
    return False


def may_retell(a: Telling, b: Telling) -> bool:
    """Whether one report may tell without its day what another tells of the same people."""
    return (
        a.document != b.document
        and tells_of_several(a) == tells_of_several(b)
        and len(a.roles & b.roles) > 1
        and not _contradict(a, b)
        and not (a.places and b.places and not a.places & b.places)
        and overlap((a.earliest, a.latest), (b.earliest, b.latest))
        and _near_in_time(a, b)
    )


def could_be_one(a: Telling, b: Telling) -> bool:
    """Whether nothing that two reports tell keeps them from telling of one event."""
    return (
        a.document != b.document
        and (a.type, a.realis) == (b.type, b.realis)
        and a.type != _SAID
        and (not (a.mode and b.mode) or kind_of(a.mode) == kind_of(b.mode))
        and tells_of_several(a) == tells_of_several(b)
        and not _contradict(a, b)
        and not (a.places and b.places and not a.places & b.places)
        and overlap((a.earliest, a.latest), (b.earliest, b.latest))
        and _near_in_time(a, b)
        and (_meet(a, b) or not _named_otherwise(a, b))
        and (bool(a.bearers & b.bearers) or not _too_common(a, b))
    )


def _meet(a: Telling, b: Telling) -> bool:
    """Whether somebody with a name or a place stands in both."""
    named = (a.bearers | a.places, b.bearers | b.places)
    return bool(named[0] & named[1])


def _named_otherwise(a: Telling, b: Telling) -> bool:
    """ "The head of the Odesa office" is not that of the one at Mykolaiv."""
    return bool(a.names and b.names) and not a.names & b.names


def _too_common(a: Telling, b: Telling) -> bool:
    """Whether there may be two such in a month: violence and arrests, without a day, few hurt."""
    shared = {low or high or 0 for low, high, _ in a.counts} & {
        low or high or 0 for low, high, _ in b.counts
    }
    narrow = is_narrow(a) and is_narrow(b)
    return a.type in _OFTEN and not narrow and max(shared, default=0) < _MANY


def same_count(a: Telling, b: Telling) -> bool:
    """Whether two reports on one subject tell of the same number of people or things, and at least
    one of the two names nobody.

    "Four captains resigned in August": the number, what it counts, the kind and the days agree.
    Of violence and arrests there may be two of a number in one month, though not in one week.
    """
    often = a.type in _OFTEN
    return (
        a.document != b.document
        and not (a.named and b.named)
        and (a.type, a.mode, a.realis) == (b.type, b.mode, b.realis)
        and a.counts == b.counts
        and {role for role, _ in a.roles} == {role for role, _ in b.roles}
        and not (a.places and b.places and not a.places & b.places)
        and ((is_narrow(a) and is_narrow(b)) if often else (is_dated(a) and is_dated(b)))
        and overlap((a.earliest, a.latest), (b.earliest, b.latest))
    )


def rival_dates(a: Telling, b: Telling) -> bool:
    """Whether two reports tell the same of the same people a few days apart."""
    if a.document == b.document or a.type != b.type or a.mode != b.mode or a.realis != b.realis:
        return False
    if tells_of_several(a) or tells_of_several(b):
        return False
    if len(a.roles & b.roles) < 2 or _contradict(a, b) or not (is_narrow(a) and is_narrow(b)):
        return False
    if a.places and b.places and not a.places & b.places:
        return False
    gap = min(abs(days_between(a.latest, b.earliest)), abs(days_between(b.latest, a.earliest)))
    return 0 < gap <= RIVAL


def is_narrow(telling: Telling) -> bool:
    """Whether it is told to within a few days when it was."""
    first, last = telling.earliest, telling.latest
    return first is not None and last is not None and days(first, last) <= RIVAL
