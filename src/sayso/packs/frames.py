"""How events and ties are told (frames from trigger words to roles), and what events speak for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from sayso.packs.vocabulary import OneOf
from sayso.records.accounts import EVENT_TYPES, ROLES, TIE_TYPES
from sayso.records.marks import ENTITY_TYPES
from sayso.records.statements import MARKS

# Besides the roles of a participant: an argument that says where, or that is of no interest.
FILLERS = (*ROLES, "place", "nothing")
ENDS = ("subject", "object")


@dataclass(frozen=True, slots=True)
class Frame:
    """A way to tell of one kind of event (the key is the frame's name).

    ``verbs`` and ``nouns`` are trigger lemmas. Further words of a verb must hang below it, as
    particle, preposition or object ("carry out", "open fire", "take into custody"); earlier words
    of a noun before it ("air strike"); the trigger of most words wins. ``roles`` maps a slot
    (subject, object, possessive, compound, complement, or a preposition) to a role. ``needs``
    are roles of which one must be filled. ``only`` and ``never`` are words of which one must, or
    none may, be an argument; with ``wants``, entity types, the object must name one of these, or
    a word of ``only`` be there; with ``doers`` the subject must. Of a role in ``each``, every
    filler makes an event of its own (two people killed, two towns visited). What a frame of
    ``speech`` speaks of is no event.
    """

    type: Annotated[str, OneOf(EVENT_TYPES)]
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    roles: tuple[tuple[str, Annotated[str, OneOf(FILLERS)]], ...] = ()
    needs: tuple[Annotated[str, OneOf(FILLERS)], ...] = ()
    only: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    wants: tuple[Annotated[str, OneOf(ENTITY_TYPES)], ...] = ()
    doers: tuple[Annotated[str, OneOf(ENTITY_TYPES)], ...] = ()
    each: tuple[Annotated[str, OneOf(FILLERS)], ...] = ()
    speech: bool = False


@dataclass(frozen=True, slots=True)
class TieFrame:
    """Words that tell of a lasting tie (the key is the frame's name).

    ``verbs``, ``nouns`` and ``adjectives`` are lemmas, written as in a Frame, with the
    preposition that leads to the object where there is one ("belong to", "member of").
    ``suffixes`` and ``prefixes`` make a compound with one end and stand before the other
    ("Norland-backed fighters", "pro-Norland fighters"). ``under`` are nouns with the preposition
    before them, below which the object is named ("under command of"). With ``subjects`` a verb
    tells of the tie only where one of these nouns is its subject ("her portfolio covers Kenya"),
    and the one end is whose it is; with ``things`` only where one of these is given or taken
    ("send weapons to"). ``habits`` are verbs that tell of it only as what is done again and
    again ("reports to", not "reported to"). With ``doers``, who does it must be of these types.
    ``transfers`` are verbs by which their object comes to whom their preposition leads to
    ("sold the bank to Orr"). Verbs that ``begin`` tell of its first day ("joined the party in
    1921"), those that ``end`` of its last one ("left the party in 1934").
    ``holder`` tells which end of the tie a verb's subject, or
    whoever a noun is said of, is.
    """

    type: Annotated[str, OneOf(TIE_TYPES)]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    habits: tuple[str, ...] = ()
    transfers: tuple[str, ...] = ()
    doers: tuple[Annotated[str, OneOf(ENTITY_TYPES)], ...] = ()
    begin: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    holder: Annotated[str, OneOf(ENDS)] = "subject"


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a kind of event says of the standing of one who takes part in it (the key is a name).

    It counts for events of ``type``, and ``mode`` if one is given, in which whoever a hypothesis
    is about has the ``role``. ``increase``, ``decline``, ``persist`` and ``change`` are the marks
    (CC, C, N, I, II) it gives to the hypotheses that their standing goes that way; ``why`` says so
    in a sentence, with what speaks against reading it like that.
    """

    type: Annotated[str, OneOf(EVENT_TYPES)]
    role: Annotated[str, OneOf(ROLES)]
    why: str
    mode: str | None = None
    increase: Annotated[str, OneOf(MARKS)] = "N"
    decline: Annotated[str, OneOf(MARKS)] = "N"
    persist: Annotated[str, OneOf(MARKS)] = "N"
    change: Annotated[str, OneOf(MARKS)] = "N"
