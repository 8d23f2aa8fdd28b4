"""Which date an event named by a noun had: the date told where its verb or noun stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sayso.annotate.times.expressions import EVENT, Expression, Offset, Pointer
from sayso.annotate.times.grammar.relations.named import BEGINS, ENDS_OF, Named, named_event
from sayso.annotate.times.grammar.tokens import Token, Tokens
from sayso.annotate.times.sense.settling import Placed

Pair = tuple[Expression, Placed]
ENDS = frozenset(("DOT", "BREAK", "STOP", "SEMI"))
# A sentence is not followed further than so many words to either side.
_SENTENCE = 60
# Words are filed by so many letters of their stem.
_FILED = 4
# So many tellings before and behind are looked at for the one that fits best.
_LOOKED_AT = 40
# Words shorter than this tell of nothing; two dates so near are one told twice.
_SHORT, _APART = 2, 2
_BACK = 200
# So many words back "the incident" may be told, and so many may stand before "by a week".
_PARAGRAPH, _CHAINED, _BESIDE = 60, 6, 4
# What an office is called by: minister, director, ambassador, chief.
_OFFICE_ENDINGS = ("er", "or", "ent", "ief", "ary", "man", "head", "judge", "mayor")
_ENDINGS = (
    "ations", "ation", "itions", "ition", "sions", "sion", "tions", "tion", "ments", "ment",
    "ings", "ing", "ures", "ure", "als", "al", "ies", "ied", "ed", "es", "s", "e", "y",
)  # fmt: skip
SAYING = frozenset(("said", "says", "told", "according"))
_IRREGULAR = {
    "death": "die", "deaths": "die", "died": "die", "dying": "die", "fell": "fall",
    "struck": "strike", "strikes": "strike", "withdrew": "withdrawal", "fought": "fight",
    "met": "meet", "meeting": "meet", "shot": "shoot", "won": "win", "victory": "win",
    "took": "take", "began": "begin", "sank": "sink", "sunk": "sink", "came": "come",
    "left": "leave", "sworn": "swear",
}  # fmt: skip
# A death may be told as a killing, an explosion as a blast.
_ALSO = {
    "die": ("kill", "murder", "assassin", "execut", "shoot", "slain", "perish"),
    "explo": ("blew", "blast", "deton"),
    "blast": ("explo", "blew", "deton"),
}


@lru_cache(maxsize=1 << 15)
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


def _is_told(wanted: str, word: str) -> bool:
    """Whether a stem tells of what is wanted: its own word, or one that means as much."""
    return alike(wanted, word) or any(alike(also, word) for also in _ALSO.get(wanted, ()))


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


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence with a date: its tokens, the place of the date, and the date.

    ``beside`` tells that the date is that of an event which only bounds what the sentence tells.
    """

    start: int
    end: int
    date: int
    placed: Placed
    beside: bool = False


class Happenings:
    """The words of all sentences with a date, to ask which of them tells of an event.

    Words that only name what a time is counted from ("two days after the raid") tell of nothing.
    """

    def __init__(self, tokens: Tokens, pairs: Sequence[Pair], asides: frozenset[int]) -> None:
        self._tokens = tokens
        self._told: list[Telling] = []
        self._filed: dict[str, list[int]] = {}
        self._asked: dict[str, list[int]] = {}
        self._named: set[int] = set()
        for expression, _ in pairs:
            self._named.update(anchor_words(tokens, expression))
        for place, (expression, placed) in enumerate(pairs):
            hangs = isinstance(expression.what, Offset) and expression.what.base == EVENT
            known = dated(placed) or (hangs and _a_day(placed))
            if place not in asides and known and expression.edge is None:
                before = pairs[place - 1][0] if place else None
                self._file(expression, placed, before)

    def _file(self, expression: Expression, placed: Placed, before: Expression | None) -> None:
        start, end = sentence(self._tokens, expression)
        number = len(self._told)
        beside = before is not None and before.first >= start and self._named_by(before, expression)
        self._told.append(Telling(start, end, expression.first, placed, beside))
        for place in range(start, end):
            token = self._tokens.items[place]
            if place not in self._named and _tells(token):
                places = self._filed.setdefault(stem(token.text)[:_FILED], [])
                if not places or places[-1] != number:
                    places.append(number)

    def _named_by(self, before: Expression, expression: Expression) -> bool:
        """Whether a date belongs to the words of the event that the time before it hangs on."""
        words = anchor_words(self._tokens, before)
        return bool(words) and 0 <= expression.first - words[-1] <= _BESIDE

    def date(self, event: Named, here: Expression) -> Placed | None:
        """The date of the telling that fits best: of equal ones the nearest before, then behind.

        A telling has to have the event's word or one that shares its stem, and all its names;
        the more of the other words it shares, the better it fits.
        """
        if event.noun is None:
            return None
        start, _ = sentence(self._tokens, here)
        wanted = stem(event.noun)
        filed = self._tellings(wanted)
        split = bisect_left(filed, start, key=lambda at: self._told[at].start)
        near = (*reversed(filed[max(0, split - _LOOKED_AT) : split]), *filed[split:][:_LOOKED_AT])
        best: tuple[int, Telling] | None = None
        for at in near:
            told = self._told[at]
            if told.beside or (told.start == start and not self._before(told, here, wanted)):
                continue
            fit = self._fit(told, event, wanted)
            nearer = best and fit == best[0] and self._nearer(told, best[1], wanted)
            if fit is not None and (best is None or fit > best[0] or nearer):
                best = fit, told
        return best[1].placed if best else None

    def _tellings(self, wanted: str) -> list[int]:
        """The tellings that may have a stem or what means as much, in the order of the text."""
        if wanted not in self._asked:
            keys = {wanted[:_FILED], *(word[:_FILED] for word in _ALSO.get(wanted, ()))}
            self._asked[wanted] = sorted({at for key in keys for at in self._filed.get(key, ())})
        return self._asked[wanted]

    def _nearer(self, told: Telling, other: Telling, wanted: str) -> bool:
        """Whether of two dates of one sentence the first stands nearer to the event's word."""
        if told.start != other.start:
            return False
        return self._steps(told, wanted) < self._steps(other, wanted)

    def _steps(self, told: Telling, wanted: str) -> int:
        items = self._tokens.items
        return min(
            abs(at - told.date)
            for at in range(told.start, told.end)
            if at not in self._named
            and _tells(items[at])
            and _is_told(wanted, stem(items[at].text))
        )

    def _before(self, told: Telling, here: Expression, wanted: str) -> bool:
        """Whether the sentence tells of the event, with its date, before it counts from it."""
        items = self._tokens.items
        places = range(told.start, here.first - _APART)
        telling = any(_tells(items[at]) and alike(wanted, stem(items[at].text)) for at in places)
        return telling and told.date + _APART < here.first

    def _fit(self, told: Telling, event: Named, wanted: str) -> int | None:
        """How well a sentence fits an event; null where it tells of another or none."""
        items = self._tokens.items
        places = [at for at in range(told.start, told.end) if at not in self._named]
        words = [items[at].text for at in places]
        small = {word.lower() for word in words}
        if not event.names <= set(words) or (event.bound and event.bound not in small):
            return None
        if not any(_tells(items[at]) and _is_told(wanted, stem(items[at].text)) for at in places):
            return None
        if _is_other(event.told, [word.lower() for word in words]):
            return None
        return sum(word in small for word in event.told) + _aspect(event.aspect, small)

    def told_at_all(self, event: Named, here: Expression) -> bool:
        """Whether the words before, be they dated or not, tell of the event."""
        wanted, items = stem(event.noun or ""), self._tokens.items
        return any(
            at not in self._named and _tells(items[at]) and _is_told(wanted, stem(items[at].text))
            for at in range(max(0, here.first - _BACK), here.first)
        )

    def just_told(self, here: Expression, *, far: bool, saying: bool) -> Placed | None:
        """The only date of the sentence before, or with ``far`` of the last dated one of the
        paragraph; a sentence that says who said something counts only with ``saying``."""
        start, _ = sentence(self._tokens, here)
        near = [
            one for one in self._near(start) if not one.beside and (saying or not self._said(one))
        ]
        if not near or (near[-1].end != start - 1 and not far):
            return None
        last = [one for one in near if one.start == near[-1].start]
        between = self._tokens.items[last[0].end : start]
        days = {(one.placed.first, one.placed.last) for one in last}
        apart = len(days) != 1 or any(token.kind == "BREAK" for token in between)
        # A date that is itself counted from an event is not the only thing told.
        apart = apart or last[0].placed.hung_on is not None
        return None if apart or len(between) > _PARAGRAPH else last[0].placed

    def _said(self, told: Telling) -> bool:
        """Whether a sentence tells what somebody said: its date is that of the saying."""
        return any(token.text in SAYING for token in self._tokens.items[told.start : told.end])

    def _near(self, start: int) -> list[Telling]:
        last = bisect_left(self._told, start, key=lambda told: told.start)
        return self._told[max(0, last - 8) : last]


def anchor_words(tokens: Tokens, expression: Expression) -> range:
    """The places of the words that name the event which a time is counted from."""
    what = expression.what
    if not isinstance(what, Offset | Pointer) or what.base != EVENT or what.noun is None:
        return range(0)
    if isinstance(what, Pointer):
        return range(expression.first, expression.last)
    if not what.behind:
        return range(max(0, expression.first - _CHAINED), expression.first)
    return range(expression.last, named_event(tokens.items, expression.last + 1).head)


def _tells(token: Token) -> bool:
    word = len(token.text) > _SHORT and token.kind in ("OTHER", "SEASON", "CARD")
    return word and (token.kind == "OTHER" or token.text == "fall")


def _a_day(placed: Placed) -> bool:
    return placed.first is not None and placed.last is not None


def _is_other(told: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a telling has the same office with another field: defence, not interior minister."""
    for field, office in pairwise(told):
        if not office.endswith(_OFFICE_ENDINGS) or field in words:
            continue
        fields = [words[at - 1] for at, word in enumerate(words) if at and word == office]
        if any(len(one) > _SHORT and one.isalpha() for one in fields):
            return True
    return False


def _aspect(aspect: str | None, words: set[str]) -> int:
    """For the outbreak of a war a telling that it broke out fits better than that it ended."""
    if aspect is None:
        return 0
    same, other = (BEGINS, ENDS_OF) if aspect == "begin" else (ENDS_OF, BEGINS)
    return 2 * bool(words & same) - 2 * bool(words & other)
