"""The rows of a case's tables, with names beside ids; a list in a row is a tuple of texts.

Dates are ISO dates or EDTF as in case lines, and unknown is null. ``start`` and ``end`` are
offsets in the text of ``document``, in code points, end exclusive; ``quote`` is what stands there.
"""

from __future__ import annotations

from dataclasses import dataclass

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntityRow:
    """Somebody or something; ``mentions`` counts the words for it, in so many ``documents``."""

    id: str
    type: str
    name: str
    aliases: Names
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True)
class MentionRow:
    """Words that stand for an entity."""

    entity: str
    name: str
    form: str
    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class AttributionRow:
    """Who says what. ``chain`` runs from the outlet to the first speaker; ``low`` and ``high``
    are the widest bounds of probability that the hedges give, 0 to 1."""

    id: str
    source: str | None
    source_id: str | None
    cue: str | None
    chain: Names
    published: str | None
    stance: str
    hedges: Names
    low: float | None
    high: float | None
    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """Something that happened, as its accounts together tell it.

    ``when`` and ``text`` say it in words; ``factuality`` is that of the firmest telling, and
    ``plain`` tells whether it may be stated: of what came about, somebody named or the author
    tells without reserve. The columns from ``actor`` to ``instrument`` are named like the roles.
    ``origins`` is null where nobody has counted them.
    """

    id: str
    type: str
    mode: str | None
    realis: str
    factuality: str
    plain: bool
    when: str
    earliest: str | None
    latest: str | None
    edtf: str | None
    text: str
    actor: Names
    target: Names
    partner: Names
    office: Names
    organization: Names
    beneficiary: Names
    instrument: Names
    places: Names
    quantities: Names
    purpose: str | None
    part_of: str | None
    accounts: int
    origins: int | None


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """One who took part in an event, or a place of it (role "place"): for joins."""

    event: str
    role: str
    entity: str
    name: str


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One telling of an event or tie: what this passage says, even where others differ.

    ``about`` is the event or tie, ``number`` its place among the tellings, from 0 on; ``plain``
    tells whether it is told without reserve, in the author's voice or on the word of one named;
    ``fillers`` are the words that fill the roles of an event, things and the nameless too.
    """

    about: str
    number: int
    factuality: str
    plain: bool
    attributions: Names
    earliest: str | None
    latest: str | None
    participants: Names
    places: Names
    quantities: Names
    fillers: Names
    purpose: str | None
    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class TieRow:
    """A lasting relation; ``since`` and ``until`` are EDTF, ``text`` says it in words, and
    ``plain`` tells whether it may be stated, as of an event."""

    id: str
    type: str
    polarity: str
    factuality: str
    plain: bool
    text: str
    subject: str
    object: str | None
    office: str | None
    territory: str | None
    since: str | None
    until: str | None
    subject_id: str
    object_id: str | None
    accounts: int
    origins: int | None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A judgement of an author or source; ``subject`` is a name, ``topic`` the words for it."""

    id: str
    holder: str
    subject: str | None
    topic: str | None
    aspect: str | None
    front: str | None
    direction: str | None
    strength: str
    mode: str
    position: str
    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class SideRow:
    """One side of a conflict, with the first words that give it."""

    conflict: str
    scope: str
    field: str
    severity: str | None
    about: Names
    reason: str
    number: int
    value: str
    holders: Names
    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A countable statement held against the record."""

    id: str
    claimed: str
    found: str | None
    verdict: str
    evidence: Names
    reason: str
    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source and its weight; ``alone`` are events that it alone tells of, ``traits`` what
    reports and packs tell of it, ``grade`` its reliability as an analyst gave it."""

    name: str
    entity: str | None
    role: str
    attributions: int
    accounts: int
    first: str | None
    last: str | None
    alone: Names
    traits: Names
    cites: Names
    cited_by: Names
    grade: str | None


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A time expression and what it means, by which rule, and what it hangs on."""

    edtf: str | None
    earliest: str | None
    latest: str | None
    anchor: str | None
    rule: str
    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class QuantityRow:
    """A number of something with its bounds, null where open."""

    low: float | None
    high: float | None
    unit: str | None
    bound: str
    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One link of a network: a tie, or two who took part in an event.

    ``record`` is the id of the tie or event, ``state`` "lasts" or "undated", ``joins`` false of
    rivalry, attacks and what is denied. ``origins`` are those on whose word it stands.
    """

    record: str
    kind: str
    type: str
    left: str
    right: str
    text: str
    when: str
    since: str | None
    until: str | None
    state: str
    mutual: bool
    joins: bool
    denied: bool
    reserve: str
    accounts: int
    origins: Names
    left_id: str
    right_id: str


@dataclass(frozen=True, slots=True)
class StopRow:
    """One visit of a person, or a meeting that no visit is known for; see analysis of itineraries.

    ``parts`` are the ids of events during it, ``perhaps`` those of stops that may be this one.
    """

    event: str
    when: str
    earliest: str | None
    latest: str | None
    text: str
    places: Names
    met: Names
    purpose: str | None
    reported: Names
    parts: Names
    several: bool
    perhaps: Names
    accounts: int
    origins: int | None


@dataclass(frozen=True, slots=True)
class SayingRow:
    """Something a source said or passed on, by which chain; ``credibility`` as it was graded."""

    attribution: str
    chain: str
    date: str | None
    stance: str
    hedges: Names
    credibility: str | None
    report: str
    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class PassageRow:
    """Words of a report that were found; in ``snippet`` what was asked for stands in brackets."""

    snippet: str
    document: str
    start: int
    end: int
    quote: str
