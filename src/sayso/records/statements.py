"""Who says what: attributions, the chains of sources behind them, hedges, what sources are, and
what clauses say."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records.errors import UngroundedError
from sayso.records.spans import Span

# What a source is; then where a place lies, and who somebody is elsewhere.
TRAITS = ("kind", "country", "owner", "leaning")
REGISTERED = (*TRAITS, "coordinates", "wikidata")
STANCES = ("affirms", "denies", "unsure")
DIRECTIONS = ("increase", "decline", "persist", "change", "none")
STRENGTHS = ("certain", "plain", "qualified", "possible")
CLAIM_MODES = ("assessment", "prediction")
CLAIM_POSITIONS = ("argument", "body", "conclusion")
# How a piece of evidence stands to a hypothesis: very consistent, consistent, neutral,
# inconsistent, very inconsistent.
MARKS = ("CC", "C", "N", "I", "II")
# Start and end of a stretch of a document.
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word of likelihood and the probability range it stands for (ICD 203), 0 to 1."""

    quote: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Link:
    """One source in a chain, by name and, where it resolves, by entity id.

    ``span`` are the words that name the source where this attribution needs it: a pronoun or
    "the report" where the name itself stands further up. It is null in chains made elsewhere.
    """

    name: str
    entity: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Some content and on whose word it stands.

    ``source`` is null where the author vouches or nobody is named; ``cue`` is null where only a
    citation ties content to source. ``chain`` runs from the outlet down to the original
    speaker. ``published`` is the EDTF date of the cited report. In a document's notes,
    ``source_entity`` and the chain's entities are local ids; in a case they are entity ids.
    """

    id: str
    source: Span | None
    source_entity: str | None
    cue: Span | None
    content: Span
    chain: tuple[Link, ...]
    published: str | None
    hedges: tuple[Hedge, ...]
    stance: str

    @property
    def hearsay(self) -> bool:
        """Whether it is told that somebody says so, and nobody is named who does: "reportedly",
        "is said to have"."""
        return self.cue is not None and self.source is None


def strange_names(found: Attribution) -> tuple[str, ...]:
    """Those who say or pass on some content and are no entity, as they are called there."""
    if found.source and not found.chain and not found.source_entity:
        return (" ".join(found.source.quote.split()),)
    return tuple(link.name for link in found.chain if not link.entity)


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing told of a source, as a report or a pack tells it; the two are never mixed.

    ``attribute`` is one of REGISTERED, in a report one of TRAITS. A report's is cited by
    ``span``, with the attributions it stands under; a pack's says in ``known_from`` where it is
    known from. In a document's notes ``entity`` is a local id, in a case an entity's.
    """

    id: str
    entity: str
    attribute: str
    value: str
    span: Span | None = None
    known_from: str | None = None
    attributions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.span is None) == (self.known_from is None):
            raise UngroundedError(
                f"a trait ({self.attribute} {self.value!r}) stands on words of a report, or on "
                "what a pack names, and on one of them only",
                where=self.entity,
                hint="give it either a span or known_from",
            )


@dataclass(frozen=True, slots=True)
class Part:
    """What has a part in a deed, or is told beside it: its place in the text, and its main word's.

    ``slot`` is subject, object (the subject of a passive, too), complement, or the word before it.
    """

    slot: str
    start: int
    end: int
    head: int


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb of a clause with its parts: where it stands, and which verb it is.

    ``denied`` tells that it is said not to be so, ``open`` that it is only possible.
    """

    at: int
    verb: str
    parts: tuple[Part, ...]
    denied: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """What one clause says, by its words.

    ``sentence`` is where its sentence stands. ``words`` are the lemmas that say something of a
    thing, each with its offset; ``direction`` is which way it goes (null where nothing tells).
    ``subject`` is the phrase that it is said of; ``reason`` the words that tell why; ``settings``
    those that only tell when. ``much`` are offsets of nouns of which there is much or many.
    ``denied`` tells that it is said not to be so, ``open`` that it is only feared or possible,
    ``part`` that it lies in another clause. ``deeds`` are its verbs with their parts; of a clause
    inside another the outer one has them.
    """

    span: Span
    sentence: Place
    words: tuple[tuple[int, str], ...]
    direction: str | None
    subject: Place | None = None
    reason: Place | None = None
    settings: tuple[Place, ...] = ()
    much: tuple[int, ...] = ()
    denied: bool = False
    open: bool = False
    heading: bool = False
    part: bool = False
    deeds: tuple[Deed, ...] = ()
