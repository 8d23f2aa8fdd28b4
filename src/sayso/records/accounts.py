"""Tellings: what one passage says of one event or tie."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records.marks import Quantity
from sayso.records.spans import Span

EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    "APPOINT", "STATE",
)  # fmt: skip
# Modes of APPOINT by which somebody comes to an office, or goes from it.
TAKING = frozenset({"appoint", "elect", "succeed"})
LEAVING = frozenset({"resign", "dismiss"})
# Ties by which somebody holds a post.
POSTS = frozenset({"holds_office", "commands", "deputy_of", "spokesperson_of"})
ROLES = ("actor", "target", "partner", "office", "organization", "beneficiary", "instrument")
# Kinds of event, as type/mode, that end a life: by violence, or by accident or disease.
DEADLY = ("ASSAULT/kill", "ASSAULT/accident")
TIE_TYPES = (
    "holds_office", "commands", "deputy_of", "succeeds", "member_of", "part_of",
    "operates_under", "backs", "funds", "arms", "trains", "allied_with", "rival_of", "opposes",
    "controls", "present_in", "responsible_for", "made_up_of", "affiliated_with",
    "spokesperson_of",
)  # fmt: skip
REALIS = ("actual", "planned", "attempted", "hypothetical", "negated")
FACTUALITY = ("asserted", "reported", "hedged", "denied")
# Told without reserve, be it on somebody's word.
FIRM = frozenset({"asserted", "reported"})


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part, and as what (see ROLES)."""

    role: str
    entity: str


@dataclass(frozen=True, slots=True)
class Filler:
    """The words that fill a role in one telling: "fighters of the Guard", "a bridge", "dynamite".

    ``entity`` is who they name; null for things, and for people the text does not name. Of these
    ``kind`` tells "people" and "thing" apart, and is null where the words are in no pack's list.
    """

    role: str
    span: Span
    entity: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class EventAccount:
    """One telling of one event, as this passage tells it.

    ``id`` depends on the document, the span and the type. ``trigger`` is the lemma that told of
    it. ``main`` is false for background and habits. ``part_of`` is the id of another account
    of the same document. ``hangs_on`` is the place in the text of the time that would date it, did
    the document tell when the event was from which that is counted. Entities are local ids in a
    document's notes, entity ids in a case.
    """

    id: str
    type: str
    mode: str | None
    realis: str
    span: Span
    trigger: str
    factuality: str
    attributions: tuple[str, ...] = ()
    earliest: str | None = None
    latest: str | None = None
    edtf: str | None = None
    participants: tuple[Participant, ...] = ()
    places: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    purpose: str | None = None
    part_of: str | None = None
    hangs_on: int | None = None
    fillers: tuple[Filler, ...] = ()


@dataclass(frozen=True, slots=True)
class TieAccount:
    """One telling of a lasting tie between two entities; ``polarity`` is positive or negative."""

    id: str
    type: str
    subject: str
    object: str | None
    span: Span
    factuality: str
    attributions: tuple[str, ...] = ()
    office: str | None = None
    territory: str | None = None
    since: str | None = None
    until: str | None = None
    polarity: str = "positive"
