"""Which date an event named by a noun had: the date told where its verb or noun stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import takewhile

from sayso.annotate.times.expressions import Expression
from sayso.annotate.times.grammar.tokens import Token, Tokens
from sayso.annotate.times.sense.settling import Placed

Pair = tuple[Expression, Placed]
ENDS = frozenset(("DOT", "BREAK", "STOP", "SEMI"))
# A sentence is not followed further than so many words to either side.
_SENTENCE = 60
# Words are filed by so many letters of their stem.
_FILED = 4
_ENDINGS = (
    "ations", "ation", "itions", "ition", "sions", "sion", "tions", "tion", "ments", "ment",
    "ings", "ing", "ures", "ure", "als", "al", "ies", "ied", "ed", "es", "s", "e", "y",
)  # fmt: skip
_SAYING = frozenset(("said", "says", "told", "according"))
_IRREGULAR = {
    "death": "die", "deaths": "die", "died": "die", "dying": "die", "fell": "fall",
    "struck": "strike", "strikes": "strike", "withdrew": "withdrawal", "fought": "fight",
    "met": "meet", "meeting": "meet", "shot": "shoot", "won": "win", "victory": "win",
    "took": "take", "began": "begin", "came": "come", "left": "leave", "sworn": "swear",
}  # fmt: skip


def stem(word: str) -> str:
    """What killing, killed and kills share; an approximation that needs no lexicon."""
    word = _IRREGULAR.get(word.lower(), word.lower())
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _FILED:
            return word[: -len(ending)]
    return word


def alike(one: str, other: str) -> bool:
    """Whether two stems belong to one word: "invad" and "inva", "assassin" and "assassinat"."""
    short = min(len(one), len(other))
    return one == other or (short >= _FILED and one[:short] == other[:short])


def sentence(tokens: Tokens, expression: Expression) -> tuple[int, int]:
    """The tokens between full stops around an expression."""
    items = tokens.items
    start, end = expression.first, expression.last
    first, last = max(0, start - _SENTENCE), min(len(items), end + _SENTENCE)
    while start > first and items[start - 1].kind not in ENDS:
        start -= 1
    while end < last and items[end].kind not in ENDS:
        end += 1
    return start, end


def dated(placed: Placed) -> bool:
    """Whether a time has both ends and is no duration."""
    known = placed.first is not None and placed.last is not None
    return known and placed.type in ("DATE", "TIME")


class Happenings:
    """The words of all sentences with a date, to ask which of them tells of an event."""

    def __init__(self, tokens: Tokens, pairs: Iterable[Pair], asides: frozenset[int]) -> None:
        self._tokens = tokens
        self._told: list[tuple[int, int, Placed]] = []
        self._filed: dict[str, list[int]] = {}
        for place, (expression, placed) in enumerate(pairs):
            if place not in asides and dated(placed) and expression.edge is None:
                self._file(*sentence(tokens, expression), placed)

    def _file(self, start: int, end: int, placed: Placed) -> None:
        number = len(self._told)
        self._told.append((start, end, placed))
        for token in self._tokens.items[start:end]:
            if token.kind == "OTHER" and len(token.text) > 2:
                places = self._filed.setdefault(stem(token.text)[:_FILED], [])
                if not places or places[-1] != number:
                    places.append(number)

    def date(self, noun: str, here: Expression, names: frozenset[str]) -> Placed | None:
        """The date of the nearest telling before, else the first after, in another sentence.

        ``names`` are the names that stand with the noun ("the killing of X"): a telling has to
        have them all.
        """
        start, _ = sentence(self._tokens, here)
        wanted = stem(noun)
        places = [at for at in self._filed.get(wanted[:_FILED], ()) if self._told[at][0] != start]
        split = bisect_left(places, start, key=lambda at: self._told[at][0])
        for at in (*reversed(places[:split]), *places[split:]):
            if self._tells(self._told[at], wanted, names):
                return self._told[at][2]
        return None

    def _tells(self, told: tuple[int, int, Placed], wanted: str, names: frozenset[str]) -> bool:
        words: tuple[Token, ...] = self._tokens.items[told[0] : told[1]]
        if not names <= {token.text for token in words}:
            return False
        return any(alike(wanted, stem(token.text)) for token in words if token.kind == "OTHER")

    def reported(self, here: Expression) -> bool:
        """Whether the sentence before tells what somebody said: its date is that of the saying."""
        start, _ = sentence(self._tokens, here)
        before = self._tokens.items[max(0, start - _SENTENCE) : max(0, start - 1)]
        last = takewhile(lambda token: token.kind not in ENDS, reversed(before))
        return any(token.text in _SAYING for token in last)

    def just_told(self, here: Expression) -> Placed | None:
        """The only date of the sentence before."""
        start, _ = sentence(self._tokens, here)
        before = [placed for first, end, placed in self._near(start) if first <= start - 2 < end]
        return before[0] if start >= 2 and len(before) == 1 else None

    def _near(self, start: int) -> list[tuple[int, int, Placed]]:
        last = bisect_left(self._told, start, key=lambda told: told[0])
        return self._told[max(0, last - 8) : last]
