"""What annotation marks in a text: mentions and their entities, times, quantities."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.records.spans import Span

ENTITY_TYPES = ("Person", "Organization", "Outlet", "Place", "Group", "Office")
FORMS = ("name", "short", "acronym", "adjective", "office", "pronoun", "description")
# Those that give somebody's own name, whole or cut short.
NAME_FORMS = frozenset({"name", "short", "acronym"})
# The rule by which a text sets somebody apart from another of the same name.
EARLY = "told of before anybody of this name is introduced"
NAMESAKE = "the text tells of another of this name"
BOUNDS = ("exact", "about", "at_least", "more_than", "at_most", "less_than", "range")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody or something.

    ``name`` is the clean form, without article, title and possessive. ``known`` is the canonical
    name a pack gives to this form, if it lists it. ``stands_for`` names what a metonym or
    adjective means ("Tehran" for the state of Iran, "Iraqi" for Iraq), if a pack tells.
    """

    span: Span
    type: str
    form: str
    name: str
    known: str | None = None
    stands_for: str | None = None


@dataclass(frozen=True, slots=True)
class Joining:
    """Why a name of a document was taken for another name of the same: by which rule, how surely.

    ``name`` and ``of`` are as the document has them; ``score`` is 1 where the text itself says so.
    """

    name: str
    of: str
    rule: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Fact:
    """What a document tells of somebody beside the name, by which two of one name are told apart.

    ``kind`` is born, died, active (``value`` is the year), father (the name), nation, life (the
    kind of life: "sport", "arms"; ``of`` are those that go with it) or office: then ``of`` is its
    body, ``seat`` "place" where that is one, and ``since`` and ``until`` are the years in which it
    is told to be held; empty where unknown. ``span`` are the words; facts that tell the same are
    equal, wherever they stand.
    """

    kind: str
    value: str
    span: Span = field(compare=False)
    of: str = ""
    seat: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """One person, organisation, outlet, place, group or office as one document knows it.

    ``id`` is stable for the document; ``aliases`` are the other names the document uses, in
    order of first use; ``mentions`` are the words that stand for it; ``joinings`` tell why the
    names are of one; ``facts`` what else is told of a person.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    known: str | None = None
    joinings: tuple[Joining, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Hanging:
    """What a time says of an event whose date its own document does not tell.

    ``start`` is the time's place in the text. ``noun`` and ``names`` are the event's, as the words
    have them ("killing", "Haddad"). With a ``unit`` the time is so many units from it, forward
    (``sign`` 1) or back (-1), ``amount`` null where vague; without one it is open from or to the
    event, as ``edge`` tells (since, after, before, until). ``mod`` is about, more, less, least,
    most or within; ``counted`` tells that the unit is named by its number; ``report`` is the
    report's day.
    """

    start: int
    noun: str
    names: tuple[str, ...] = ()
    edge: str | None = None
    amount: float | None = None
    unit: str | None = None
    sign: int = 1
    counted: bool = False
    mod: str | None = None
    report: str | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """An office that one person holds at a time, where a text speaks of it.

    ``office`` are the words that tell which it is, in a fixed order, ``body`` whose it is,
    ``entity`` the office itself: local ids. ``holder`` is who the text tells to hold it, null where
    it names nobody; ``since`` and ``until`` are as in a tie. ``seen`` is the EDTF day that the
    words speak of: for a holder that of what is told around the words, else that of the report;
    null where that is unknown.
    """

    span: Span
    entity: str
    office: str
    body: str
    holder: str | None = None
    since: str | None = None
    until: str | None = None
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and what it means.

    ``earliest`` and ``latest`` are ISO dates, inclusive, null where open. ``anchor`` quotes or
    names what a relative expression hangs on ("2020-04-13", "report date"); ``rule`` names the
    rule that read it. ``type`` and ``value`` are TimeML's.
    """

    span: Span
    edtf: str | None
    earliest: str | None
    latest: str | None
    anchor: str | None
    rule: str
    type: str = "DATE"
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something, with its bounds; null where open."""

    span: Span
    low: float | None
    high: float | None
    unit: str | None
    bound: str
