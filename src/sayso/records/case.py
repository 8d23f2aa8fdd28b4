"""The rows of a finished case, field for field as the open format of case lines has them."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records.accounts import Filler, Participant
from sayso.records.marks import Quantity
from sayso.records.spans import Span


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something, one across all documents of the case."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntityMention:
    """Words that stand for an entity of the case."""

    entity: str
    span: Span
    form: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A number without its place in the text, as an event carries it."""

    low: float | None
    high: float | None
    unit: str | None
    bound: str

    @classmethod
    def of(cls, quantity: Quantity) -> Measure:
        """The number of a quantity, free of its span."""
        return cls(quantity.low, quantity.high, quantity.unit, quantity.bound)


@dataclass(frozen=True, slots=True)
class Account:
    """One telling of an event or tie: what this one says, kept even where others differ.

    ``fillers`` are the words of the telling that fill the roles of an event, those of things and
    of people without a name too.
    """

    span: Span
    attributions: tuple[str, ...]
    factuality: str
    earliest: str | None = None
    latest: str | None = None
    participants: tuple[Participant, ...] = ()
    places: tuple[str, ...] = ()
    quantities: tuple[Measure, ...] = ()
    purpose: str | None = None
    fillers: tuple[Filler, ...] = ()


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event without its tellings, for what asks thousands of them who took part, and when."""

    id: str
    type: str
    mode: str | None
    realis: str
    earliest: str | None
    latest: str | None
    edtf: str | None
    participants: tuple[Participant, ...]
    places: tuple[str, ...]
    quantities: tuple[Measure, ...]
    purpose: str | None
    part_of: str | None


@dataclass(frozen=True, slots=True)
class Event(EventRow):
    """Something that happened, with every telling of it; its own fields are the reconciled view."""

    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Spell:
    """How many events of one type begin in one stretch of days and end in another.

    A stretch is a day, month, year, decade or century in EDTF; ``last`` is null where the end is
    open.
    """

    type: str
    first: str
    last: str | None
    events: int


@dataclass(frozen=True, slots=True)
class Tie:
    """A lasting relation between two entities, with every telling of it."""

    id: str
    type: str
    subject: str
    object: str | None
    office: str | None
    territory: str | None
    since: str | None
    until: str | None
    polarity: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A judgement of an author or a source, apart from what they report.

    ``holder`` is an entity, "author", or the words for a source that is no entity. ``topic`` are
    the words that name what is judged, ``subject`` the entity they stand for, if any; ``front``
    is the country or arena. ``mode`` tells a prediction from an assessment, ``position`` where
    it stands (a title or opening, the body, a conclusion), and ``also`` where it is repeated. In
    a document's notes, ``holder`` and ``subject`` may be local ids.
    """

    id: str
    span: Span
    holder: str
    subject: str | None
    aspect: str | None
    front: str | None
    direction: str | None
    strength: str
    attributions: tuple[str, ...] = ()
    topic: str | None = None
    mode: str = "assessment"
    position: str = "body"
    also: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Corroboration:
    """How many accounts stand behind an event or tie, and how many independent origins.

    ``reasons`` tell for each of the ``groups`` why its accounts go together; empty for one alone.
    """

    event: str | None
    tie: str | None
    accounts: int
    origins: int
    groups: tuple[tuple[int, ...], ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a disputed field, the words that give it, and who holds it."""

    value: str
    spans: tuple[Span, ...]
    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more tellings that cannot all be right about one field, or that go apart in it.

    ``severity`` is contradiction (not both can be right), tension (hardly both), or emphasis
    (both may be, and they tell different things); null where it was not weighed.
    """

    id: str
    scope: str
    about: tuple[str, ...]
    field: str
    sides: tuple[Side, ...]
    reason: str
    severity: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two or more reports that say the same of one thing, each side in its own words.

    ``about`` are the claims and events that it rests on; ``field`` is assessment or occurrence.
    """

    id: str
    about: tuple[str, ...]
    field: str
    sides: tuple[Side, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Check:
    """A countable statement held against the record."""

    id: str
    span: Span
    claimed: str
    found: str | None
    verdict: str
    evidence: tuple[str, ...]
    reason: str


MERGE_STATES = ("joined", "doubtful", "held")


@dataclass(frozen=True, slots=True)
class Merge:
    """Two names that are taken for names of one (joined), may be (doubtful), or were decided not
    to be (held, by ``decision``).

    ``left`` and ``right`` are entities, the same one where joined; ``names`` are the two names,
    ``spans`` where each is first found; ``weight`` counts the mentions that hang on it.
    """

    id: str
    state: str
    left: str
    right: str
    names: tuple[str, ...]
    rule: str
    score: float
    reasons: tuple[str, ...]
    spans: tuple[Span, ...]
    weight: int
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision of an analyst; closed by a later one (``revoked_by``), never deleted."""

    id: str
    by: str
    at: str
    about: tuple[str, ...]
    decision: str
    value: str | None
    reason: str | None
    revoked_by: str | None = None
