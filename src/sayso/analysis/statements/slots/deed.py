"""A deed as a statement tells it: its verb, and what has a part in it, by names and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from sayso.records.statements import Deed, Part, Place

# How a place stands to a deed, by the word before it.
WAYS = {
    "in": "at", "at": "at", "near": "at", "outside": "at", "inside": "at", "on": "at",
    "behind": "at", "under": "at", "off": "at", "to": "to", "into": "to", "for": "to",
    "towards": "to", "toward": "to", "from": "from",
}  # fmt: skip
_SUBJECT, _OBJECT, _COMPLEMENT, _BY = "subject", "object", "complement", "by"
Word = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """What has a part in a deed: where it stands, whom it names, and its words by their meaning.

    ``head`` is its main word's meaning, ``called`` whom that word names or stands for; ``quote``
    are its words as they stand there, ``lemmas`` those that say something, ``main`` that of its
    main word. ``proper`` are those of
    its names that are no mere descriptions.
    """

    slot: str
    place: Place
    names: frozenset[str]
    words: frozenset[str]
    head: str | None
    called: frozenset[str]
    quote: str = ""
    lemmas: tuple[str, ...] = ()
    main: str | None = None
    proper: frozenset[str] = frozenset()

    @property
    def features(self) -> frozenset[str]:
        """Names and words together."""
        return self.names | self.words

    @property
    def bare(self) -> bool:
        """Whether it tells nothing by itself: a pronoun."""
        return not self.names and not self.words and self.head is None


@dataclass(frozen=True)
class Told:
    """A deed: its verb's meaning, and the verb itself, with its phrases.

    It is held against many, so what is asked of it again is looked up once.
    """

    at: int
    verb: str
    word: str
    phrases: tuple[Phrase, ...]
    denied: bool
    open: bool

    @cached_property
    def _by_slot(self) -> dict[str, Phrase]:
        return {one.slot: one for one in reversed(self.phrases)}

    def phrase(self, slot: str) -> Phrase | None:
        """The first phrase of a slot."""
        return self._by_slot.get(slot)

    @cached_property
    def doer(self) -> Phrase | None:
        """Who does it."""
        return self.phrase(_SUBJECT) or self.phrase(_BY)

    @cached_property
    def thing(self) -> Phrase | None:
        """To what, or to whom, it is done; what somebody is."""
        return self.phrase(_OBJECT) or self.phrase(_COMPLEMENT)

    @cached_property
    def features(self) -> frozenset[str]:
        """Names and words of all that has a part in it."""
        return frozenset(f for one in self.phrases for f in one.features)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a report is read: its text, what stands for a word and its kin, whom a stretch names,
    whom the word at a place stands for, and who has a name in it."""

    text: str
    meaning: Callable[[str], str | None]
    names: Callable[[Place], frozenset[str]]
    called: Callable[[int], frozenset[str]]
    proper: frozenset[str]


def told_deeds(reading: Reading, deeds: Iterable[Deed], words: Iterable[Word]) -> tuple[Told, ...]:
    """Deeds with names and meanings; ``words`` are the clause's own with their offsets."""
    own = list(words)
    return tuple(
        Told(
            deed.at,
            reading.meaning(deed.verb) or deed.verb,
            deed.verb,
            tuple(_phrase(reading, part, own) for part in deed.parts),
            deed.denied != is_not(reading.text, deed),
            deed.open,
        )
        for deed in deeds
    )


def is_not(text: str, deed: Deed) -> bool:
    """Whether a deed tells what something is not: "pleaded not guilty"."""
    return any(p.slot == _COMPLEMENT and text.startswith("not ", p.start) for p in deed.parts)


def _phrase(reading: Reading, part: Part, own: Iterable[Word]) -> Phrase:
    place = part.start, part.end
    inside = [(at, word) for at, word in own if part.start <= at < part.end]
    head = next((reading.meaning(w) or w for at, w in inside if at == part.head), None)
    words = frozenset(group for _, word in inside if (group := reading.meaning(word)))
    # "Ruk's driver" is not Ruk.
    owned = reading.text.rfind("’s ", part.start, part.head) + 1
    owned = max(owned, reading.text.rfind("'s ", part.start, part.head) + 1)
    names = reading.names((max(owned, part.start), part.end))
    called = reading.called(part.head)
    return Phrase(
        part.slot, place, names, words, head, called, reading.text[slice(*place)],
        tuple(word for _, word in inside), next((w for at, w in inside if at == part.head), None),
        (names | called) & reading.proper,
    )  # fmt: skip


def shared(one: Phrase | None, other: Phrase | None) -> frozenset[str]:
    """What two phrases both name, by their main words or by names; empty where they share none."""
    if one is None or other is None:
        return frozenset()
    if one.proper and other.proper and not one.proper & other.proper:
        # The harbour of Sabra, and that of Qal.
        return frozenset()
    names = (one.called & other.called) | (one.names & other.names)
    heads = {h for h, words in ((one.head, other.words), (other.head, one.words)) if h in words}
    return names | frozenset(h for h in heads if h is not None)


def same_doer(one: Told, other: Told) -> bool:
    """Whether one and the same does two deeds."""
    return bool(shared(one.doer, other.doer))


def done_to_two(one: Told, other: Told) -> bool:
    """Whether two deeds are done to two, each called by a name."""
    pair = (one.thing, other.thing)
    return all(p is not None and p.proper for p in pair) and not shared(*pair)


def several(one: Phrase | None) -> bool:
    """Whether a phrase is of more than one, by its form or a figure: two may each win contests."""
    word = one.main if one else None
    if one is None or word is None:
        return False
    return word not in one.quote.lower().split() or any(map(str.isdigit, one.quote))


def same_thing(one: Told, other: Told) -> bool:
    """Whether two deeds are done to the same."""
    return bool(shared(one.thing, other.thing))
