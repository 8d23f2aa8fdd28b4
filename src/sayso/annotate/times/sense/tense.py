"""Whether the words around a date look ahead or back, without a parse: the nearest cue decides."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise, takewhile

from sayso.annotate.times.expressions import Expression
from sayso.annotate.times.grammar.tokens import Token, Tokens

# Verbs that form their past without -ed and are common in reports.
_PAST_WORDS = """
was were had did said took came went made began met fell became broke brought built bought
caught chose drew drove fought found flew gave got grew held hid hit kept killed knew led
left lent lost paid put ran rose saw sent sold shot shook sank sat slept spoke spent stood
stole struck swore taught told thought threw understood wore won withdrew wrote beat forgave
died fled sued lied bled sang wept tore rode dug undertook overtook overthrew arose forbade
swept dealt retook rebuilt resold overran overcame oversaw upheld underwent withheld
"""
_PAST = frozenset(_PAST_WORDS.split())
# What is planned, promised or falls due lies ahead of its telling, though the telling be past.
_PLANS_WORDS = """
plan plans planned planning intends intend intended hopes hope hoped wants want expects
expect agreed agrees set ready likely slated set due scheduled expected promised vowed
promises vows
"""
_PLANS = frozenset(_PLANS_WORDS.split())
_FALLS_DUE_WORDS = """
payable effective redeem redemption deadline upcoming expires expire begins starts opens ends
resumes slated planned forthcoming
"""
_FALLS_DUE = frozenset(_FALLS_DUE_WORDS.split())
# Words that lead up to a date still to come: "valid until", "as soon as", "postponed to".
_UP_TO = frozenset(("until", "till", "through", "as", "by"))
_PUT_OFF = frozenset(("extended", "postponed", "delayed", "moved", "adjourned", "deferred", "back"))
_FIXED = frozenset(
    ("called", "scheduled", "set", "convened", "summoned", "booked", "fixed", "slated", "invited",
     "arranged")
)  # fmt: skip
_NO_PAST = frozenset(("be", "is", "are", "being", "a", "an", "the", "its", "their", "to"))
_BEING = frozenset(("was", "were", "is", "are"))
_MEANT = frozenset(("would", "should"))
# What follows "to" and is no verb: "shot to death", "returned to power".
_NO_VERBS = frozenset(
    ("death", "power", "prison", "jail", "war", "court", "school", "safety", "parliament",
     "hospital", "town", "freedom", "independence", "justice", "him", "them", "us")
)  # fmt: skip
_ENDS = frozenset(("BREAK", "STOP", "SEMI"))
_BEHIND, _BEYOND = 20, 6


def outlook(tokens: Tokens, expression: Expression) -> str | None:
    """ "ahead" or "past" as the nearest cue tells, null where none stands near."""
    items, first, last = tokens.items, expression.first, expression.last
    if expression.edge == "since":
        return "past"
    if last < len(items) and items[last].text in _FALLS_DUE:
        return "ahead"
    behind = _clause(items, range(first - 1, max(0, first - _BEHIND), -1))
    beyond = _clause(items, range(last, min(len(items), last + _BEYOND)))
    if _leads_up(items, first) and not _had(items, (*behind, *beyond)):
        over = _opens(items, first - 1) and _cue(items, beyond, weekday=False) == "past"
        return "past" if over else "ahead"
    if _set_for(items, first, behind):
        return "ahead"
    # "They tried to stop Friday's vote": an infinitive says little of a weekday.
    weekday = expression.rule == "weekday"
    owned = last < len(items) and items[last].kind == "POSS"
    if weekday and owned and _meant(items, behind):
        return "past"
    return _cue(items, behind, weekday=weekday) or _cue(items, beyond, weekday=weekday)


def _set_for(items: tuple[Token, ...], first: int, behind: Iterable[int]) -> bool:
    """ "Called a strike for 21 March": what is fixed "for" a day lies ahead of its fixing."""
    led = first > 0 and items[first - 1].kind == "for"
    verb = next((items[at].text.lower() for at in behind if _is_past(items[at], items[at - 1])), "")
    return led and verb in _FIXED


def _clause(items: tuple[Token, ...], places: Iterable[int]) -> list[int]:
    """The places up to the end of the sentence."""
    return list(
        takewhile(lambda at: items[at].kind not in _ENDS and not _full_stop(items, at), places)
    )


def is_over(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a sentence ends among some words."""
    items, ends = tokens.items, ("BREAK", "STOP")
    return any(items[at].kind in ends or _full_stop(items, at) for at in range(start, end))


def _meant(items: tuple[Token, ...], places: Iterable[int]) -> bool:
    """Whether all that looks ahead is "would" or "should": "would get around Friday's ruling"."""
    words = {items[place].text.lower() for place in places}
    return bool(words & _MEANT) and not words & {"will", "shall"}


def _leads_up(items: tuple[Token, ...], first: int) -> bool:
    if not first:
        return False
    before = items[first - 1]
    if before.kind == "to":
        return first > 1 and items[first - 2].text.lower() in _PUT_OFF
    if before.kind == "as":
        return first > 1 and items[first - 2].text.lower() not in ("recently", "late")
    return before.kind in _UP_TO


def _opens(items: tuple[Token, ...], place: int) -> bool:
    """ "By" or the like at the head of a sentence: the verb behind it is its own."""
    return not place or items[place - 1].kind in ("DOT", "BREAK", "STOP")


def _had(items: tuple[Token, ...], places: Iterable[int]) -> bool:
    """ "By August prices had fallen": what was over by then lies behind the telling."""
    return any(items[place].text.lower() == "had" for place in places)


def _cue(items: tuple[Token, ...], places: Iterable[int], *, weekday: bool) -> str | None:
    """The first verb of the past or word of the future on the way from the date."""
    for place in places:
        token = items[place]
        if _looks_ahead(items, place, weekday=weekday):
            return "past" if _was_to_be(items, place) else "ahead"
        if _is_past(token, items[place - 1]) and not _describes(items, place):
            return "past"
    return None


def _describes(items: tuple[Token, ...], place: int) -> bool:
    """ "A still unspecified date", "its newly elected board": a form in -ed before its noun."""
    before = items[place - 1].text
    adverb = before in ("still", "yet") or before.endswith("ly")
    return adverb and place > 1 and items[place - 2].text.lower() in _NO_PAST


def _was_to_be(items: tuple[Token, ...], place: int) -> bool:
    """ "It had been due to expire on Friday": what was to come then has come."""
    words = [token.text for token in items[max(0, place - 4) : place]]
    return ("had", "been") in pairwise(words)


def _full_stop(items: tuple[Token, ...], place: int) -> bool:
    """A full stop that ends a sentence, not an initial or a shortened word within one."""
    if items[place].kind != "DOT" or len(items[place - 1].text) < 2:
        return False
    following = items[place + 1].text if place + 1 < len(items) else ""
    return not (following[:1].islower() or following == ",")


def _looks_ahead(items: tuple[Token, ...], place: int, *, weekday: bool) -> bool:
    token, before = items[place], items[place - 1]
    word = token.text.lower()
    if token.kind == "MODAL" or word in _FALLS_DUE or word in _MEANT:
        return True
    if word in _BEING and place + 1 < len(items) and items[place + 1].kind == "to":
        return True
    if word in _PLANS and place + 1 < len(items) and items[place + 1].kind == "for":
        return True
    verb = token.kind == "OTHER" and token.text.islower() and _may_be_verb(token.text)
    if not verb or not (before.kind == "to" or before.text == "be"):
        return False
    return not weekday or before.text == "be" or _planned(items, place)


def _may_be_verb(word: str) -> bool:
    """Whether a word behind "to" may be an infinitive: not in "to death", "to officials"."""
    plural = word.endswith("s") and not word.endswith(("ss", "us"))
    return len(word) > 1 and word not in _NO_VERBS and not plural


def _planned(items: tuple[Token, ...], place: int) -> bool:
    """ "Plans to leave", "is to resume": an infinitive that somebody means to do."""
    words = {items[at].text.lower() for at in range(max(0, place - 3), place - 1)}
    return bool(words & _PLANS or words & {"is", "are"})


def _is_past(token: Token, before: Token) -> bool:
    word = token.text.lower()
    if word in _PAST:
        return True
    # "Will be named", "is delayed", "the proposed merger": the form alone tells no time.
    if before.text.lower() in _NO_PAST or before.kind == "POSS":
        return False
    return token.kind == "OTHER" and word.endswith("ed") and len(word) > 4
