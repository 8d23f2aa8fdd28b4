"""How words name an event: "the interior minister's resignation", "before he was dismissed"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.annotate.times.grammar.dates import PRONOUNS
from sayso.annotate.times.grammar.tokens import Token

# Nouns that English makes of what happens, and the short ones that need no ending.
EVENT_ENDINGS = ("tion", "sion", "ing", "ment", "uprising", "offensive")
_IN_HEADINGS = ("tion", "sion", "ment")
EVENT_NOUNS = frozenset(
    ("death", "war", "coup", "attack", "strike", "raid", "visit", "fall", "arrival", "departure",
     "withdrawal", "murder", "defeat", "victory", "arrest", "siege", "battle", "vote", "ceasefire",
     "summit", "truce", "massacre", "revolution", "blast", "crash", "outbreak", "quake",
     "earthquake", "accident", "incident", "merger", "verdict", "handover", "takeover", "fire",
     "flood", "storm", "referendum", "launch", "marriage", "birth", "funeral", "trial", "retreat",
     "surrender", "capture", "seizure", "closure", "release", "escape")
)  # fmt: skip
# Words that tell of the beginning or the end of what the next words name.
BEGINS = frozenset(
    ("outbreak", "start", "beginning", "onset", "opening", "launch", "began", "begun", "begins",
     "broke", "started", "starts", "erupted", "opened", "launched")
)  # fmt: skip
ENDS_OF = frozenset(
    ("end", "close", "conclusion", "ended", "ends", "finished", "concluded", "ceased", "closed")
)
_PAST = frozenset(
    ("fell", "broke", "began", "met", "left", "fled", "died", "took", "came", "went", "won",
     "lost", "struck", "shot", "withdrew", "became", "sank", "quit", "stood", "stepped", "rose")
)  # fmt: skip
_OWNERS = frozenset(("his", "her", "its", "their", "our"))
_DETERMINERS = frozenset(("the", "this", "that", "a", "an", "those", "latest")) | _OWNERS
_PHRASE = frozenset(
    ("OTHER", "POSS", "DASH", "SEASON", "start", "beginning", "end", "close", "first", "second",
     "ORDWORD", "ORD", "final", "last", "early", "former", "future")
)  # fmt: skip
_HEADS = frozenset(("OTHER", "SEASON", "start", "beginning", "end", "close"))
_STOPS = frozenset(("DOT", "BREAK", "STOP", "SEMI", ",", "OPEN", "CLOSE", "COLON"))
_TIMES = frozenset(("before", "after", "since", "until"))
_PREPOSITIONS = frozenset(("of", "in", "on", "at", "by", "from", "to", "against", "near", "with"))
_EMPTY = frozenset(
    ("had", "has", "have", "was", "were", "been", "being", "is", "are", "which", "who", "when",
     "then", "former", "late", "with", "against")
)  # fmt: skip
# So many words name an event, and so many more may tell whose it is.
_HEAD, _MORE, _LONG, _SHORTEST_PAST = 8, 8, 2, 4
# "And", whose or which, and the event.
_ANOTHER = 3


@dataclass(frozen=True, slots=True)
class Named:
    """An event as words name it.

    ``noun`` is the word that says what happened, ``names`` the capitalised words beside it,
    ``told`` the other words that tell which one it was ("interior minister"), ``aspect``
    "begin" or "end" where only that of it is meant, ``bound`` a word of ``told`` without which
    it is another's ("of his predecessor"), ``head`` the place behind the noun.
    ``owned`` tells that a pronoun says whose it was.
    """

    noun: str | None
    names: frozenset[str]
    told: tuple[str, ...]
    head: int
    aspect: str | None = None
    bound: str | None = None
    owned: bool = False


def named_event(items: Sequence[Token], place: int) -> Named:
    """What the words from this place on name, if it is an event: a noun phrase or a clause."""
    start = place
    while start < len(items) and items[start].text.lower() in _DETERMINERS:
        start += 1
    if start == place and start < len(items) and items[start].text.lower() in PRONOUNS:
        start += 1
    end = start
    while end < min(len(items), start + _HEAD) and _goes_on(items[end]):
        end += 1
    head = _head(items, _behind_owner(items, start, end), end)
    noun = items[head].text.lower() if head is not None else None
    beyond, bound = _of_phrase(items, end)
    words = [*items[start:end], *beyond]
    behind = end if head is None else head + 1
    owned = any(token.text.lower() in _OWNERS for token in items[place:start])
    found = Named(noun, _names(words, noun), _lower(words, noun), behind, bound=bound, owned=owned)
    return _aspect(found, beyond)


def _goes_on(token: Token) -> bool:
    return token.kind in _PHRASE and token.text.lower() not in PRONOUNS


def _behind_owner(items: Sequence[Token], start: int, end: int) -> int:
    owners = [at for at in range(start, end) if items[at].kind == "POSS"]
    return owners[-1] + 1 if owners else start


def _head(items: Sequence[Token], start: int, end: int) -> int | None:
    """The place of what says what happened: an event's noun, else the verb, else the last noun."""
    words = [at for at in range(start, end) if items[at].kind in _HEADS]
    plain = [at for at in words if items[at].text.islower() and items[at].text not in _EMPTY]
    for candidates in (
        [at for at in plain if is_event(items[at].text)],
        [at for at in words if items[at].text.lower() in EVENT_NOUNS],
        [at for at in plain if _is_past(items[at].text)],
        # In a heading all words have capitals: "A Year after the Assassination of X".
        [at for at in words if items[at].text.lower().endswith(_IN_HEADINGS)],
    ):
        if candidates:
            return candidates[0]
    return plain[-1] if plain else None


def _is_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) > _SHORTEST_PAST)


def is_event(word: str) -> bool:
    """Whether a word's form, or the short list, tells that it names what happens."""
    return word.endswith(EVENT_ENDINGS) or word in EVENT_NOUNS or word in BEGINS


def tells_event(word: str) -> bool:
    """Whether a word names what happens or, being a verb of the past, tells it."""
    return is_event(word) or _is_past(word)


def _of_phrase(items: Sequence[Token], place: int) -> tuple[list[Token], str | None]:
    """The words of phrases behind the head ("of X", "in Y"); whose it is not, if they say so."""
    words: list[Token] = []
    if place < len(items) and not _links(items[place]):
        return words, None
    for at in range(place, min(len(items), place + _MORE)):
        kind = items[at].kind
        if kind in _STOPS or kind in _TIMES or items[at].text.lower() in PRONOUNS:
            break
        if _another(items[at : at + _ANOTHER]):
            break
        words.append(items[at])
    owner = len(words) > _LONG and words[0].kind == "of" and words[1].kind in _OWNERS
    return words, words[2].text if owner else None


def _another(words: Sequence[Token]) -> bool:
    """Whether another event is named from here: "and the appointment of", "and his arrest"."""
    if len(words) < _ANOTHER or words[0].text.lower() != "and":
        return False
    return words[1].text.lower() in _DETERMINERS and is_event(words[2].text)


def _links(token: Token) -> bool:
    return token.kind in _PREPOSITIONS or token.text in _PREPOSITIONS


def _names(words: Iterable[Token], noun: str | None) -> frozenset[str]:
    return frozenset(
        token.text
        for token in words
        if token.kind == "OTHER" and token.text[:1].isupper() and len(token.text) > 1
        and token.text.lower() != noun
    )  # fmt: skip


def _lower(words: Iterable[Token], noun: str | None) -> tuple[str, ...]:
    return tuple(
        token.text
        for token in words
        if token.kind in ("OTHER", "ORDWORD", "first", "second")
        and token.text.islower() and len(token.text) > _LONG
        and token.text != noun and token.text not in _EMPTY
    )  # fmt: skip


def _aspect(found: Named, beyond: Sequence[Token]) -> Named:
    """ "The outbreak of the war": the war is what to look for, and that it began."""
    word = found.noun or ""
    begins = word in BEGINS and word not in ("opening", "launch")
    if not begins and word not in ENDS_OF:
        both = {*found.told}
        aspect = "begin" if both & BEGINS else "end" if both & ENDS_OF else None
        return replace(found, aspect=aspect)
    behind = [t for t in beyond if t.text.islower() and t.kind == "OTHER" and len(t.text) > _LONG]
    if not beyond or beyond[0].kind != "of" or not behind:
        return found
    inner = next((t.text for t in behind if is_event(t.text)), behind[-1].text)
    told = tuple(word for word in found.told if word != inner)
    return replace(found, noun=inner, told=told, aspect="begin" if begins else "end")
