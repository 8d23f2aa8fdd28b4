"""Rules for times that hang on an event: "two weeks after the raid", "since her return"."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from sayso.annotate.times.expressions import EVENT, STORY, Deictic, Expression, Offset, Pointer
from sayso.annotate.times.grammar.dates import one
from sayso.annotate.times.grammar.lengths import (
    BOTH,
    QUANTITY,
    amount_of,
    mod_of,
    second_of,
    unit_of,
)
from sayso.annotate.times.grammar.notation import Hit, Rule
from sayso.annotate.times.grammar.relations.named import is_event, named_event, tells_event

_DATES = frozenset(("MONTH", "MABBR", "YEAR", "WEEKDAY", "ISO"))
_FOLLOWING = {"followed": 1, "preceded": -1}
# Short of this, a word in -ing is no verb ("during", "king").
_SHORTEST_ING = 6
# A clause is looked through for a comma so far.
_CLAUSE = 14


def _noun(hit: Hit, place: int) -> str | None:
    """What happened, as the words from this place on name it."""
    return named_event(hit.tokens, place).noun


def _from_event(hit: Hit) -> tuple[Expression, ...]:
    words = hit.words("direction")
    sign = -1 if words in ("before", "prior to") else 1
    noun = _noun(hit, hit.match.end("direction"))
    mod = mod_of(hit)
    # "In the two weeks after the raid", "within two weeks of it": all of them.
    if words != "since" and (hit.tokens[hit.first].kind == "the" or hit.has("within")):
        mod = "within"
    what = Offset(
        amount_of(hit), unit_of(hit), sign, EVENT, noun, words == "since", counted=hit.has("exact")
    )
    return one(hit, f"units {words}", what, mod=mod)


def _both_from_event(hit: Hit) -> tuple[Expression, ...]:
    """ "Two years and a month after the merger"."""
    more, made = second_of(hit), _from_event(hit)
    return tuple(
        replace(one, what=replace(one.what, more=more))
        for one in made
        if more and isinstance(one.what, Offset) and one.what.noun
    )


def _beside(hit: Hit) -> tuple[Expression, ...]:
    """ "The day before the vote", "the year after his arrest": to the day, or all of it."""
    named = named_event(hit.tokens, hit.match.end("direction"))
    if named.noun is None or not _stands_beside(hit, named.noun):
        return ()
    unit, sign = hit.word("unit"), -1 if hit.word("direction") == "before" else 1
    what = Offset(1, unit, sign, EVENT, named.noun, counted=unit == "day", beside=True)
    mod = None if unit == "day" else "within"
    return one(hit, f"{hit.word('direction')} unit", what, mod=mod)


def _stands_beside(hit: Hit, noun: str) -> bool:
    """Whether the words behind name an event: "the day before the vote", "the day he resigned,".

    "The year after he resigned." is rather a sentence that tells what he did then.
    """
    if is_event(noun):
        return True
    before = hit.tokens[hit.first - 1].kind if hit.first else "BREAK"
    beyond = hit.tokens[hit.last : hit.last + _CLAUSE]
    kinds = list(takewhile(lambda kind: kind not in ("DOT", "BREAK"), (t.kind for t in beyond)))
    opens = before in ("DOT", "BREAK", "STOP")
    return tells_event(noun) and (not opens or "," in kinds)


def _night(hit: Hit) -> tuple[Expression, ...]:
    """ "The night before the accident", and "the morning after", counted from the story."""
    sign = -1 if hit.word("direction") == "before" else 1
    token = hit.token("daypart")
    hour = str(token.value) if token else None
    named = named_event(hit.tokens, hit.match.end("direction"))
    if named.noun is not None and _stands_beside(hit, named.noun):
        what = Offset(1, "day", sign, EVENT, named.noun, counted=True)
        return one(hit, "part of a day", what, hour=hour)
    return one(hit, "part of a day", Deictic("day", sign, STORY), hour=hour)


def _anniversary(hit: Hit) -> tuple[Expression, ...]:
    """ "The second anniversary of the coup", "its centenary": to the day."""
    years = hit.value("nth") or hit.value("round")
    if years is None:
        return ()
    noun = _noun(hit, hit.match.end("of")) if hit.has("of") else None
    return one(hit, "anniversary", Offset(years, "year", 1, EVENT, noun, counted=True))


def _chained(hit: Hit) -> tuple[Expression, ...]:
    """ "(The meeting) that followed the election by a week"."""
    sign = _FOLLOWING.get(hit.word("verb"))
    if sign is None:
        return ()
    noun = _noun(hit, hit.match.end("verb"))
    what = Offset(amount_of(hit), unit_of(hit), sign, EVENT, noun, behind=False)
    return one(hit, f"{hit.word('verb')} by units", what, mod=mod_of(hit))


def _eve(hit: Hit) -> tuple[Expression, ...]:
    what = Offset(1, "day", -1, EVENT, _noun(hit, hit.match.end("of")), counted=True)
    return one(hit, "the eve of", what)


def _pointer(hit: Hit) -> tuple[Expression, ...]:
    """ "Since the killing", "since her return in May": an event by its noun's form, or its date."""
    named = named_event(hit.tokens, hit.first)
    if named.noun is None or not (is_event(named.noun) or named.aspect or _dated_behind(hit)):
        return ()
    edge = {"following": "after"}.get(hit.word("edge"), hit.word("edge"))
    pointer = Pointer(edge, named.noun)
    return (Expression(hit.first, named.head, f"{edge} an event", pointer),)


def _dated_behind(hit: Hit) -> bool:
    """Whether a date follows: "in October", "on 4 May 2018"."""
    link, *date = [token.kind for token in hit.tokens[hit.last : hit.last + 3]] or [""]
    figures = {"N12", "N24", "N31"}
    return (
        link in ("in", "on")
        and bool(date)
        and (date[0] in _DATES or (date[0] in figures and date[-1] in ("MONTH", "MABBR")))
    )


def _doing(hit: Hit) -> tuple[Expression, ...]:
    """ "After assuming his position"."""
    verb = hit.word("doing")
    if not verb.endswith("ing") or len(verb) < _SHORTEST_ING:
        return ()
    return one(hit, f"{hit.word('edge')} doing", Pointer(hit.word("edge"), verb))


def _nth_unit(hit: Hit) -> tuple[Expression, ...]:
    """ "The first three weeks of the war", "the last month of the siege"."""
    noun = _noun(hit, hit.match.end("of"))
    if noun is None or not is_event(noun):
        return ()
    sign = -1 if hit.word("end") in ("last", "final") else 1
    amount = 1.0 if hit.has("unit") else amount_of(hit)
    unit = hit.word("unit") or unit_of(hit)
    return one(hit, "nth unit", Offset(amount, unit, sign, EVENT, noun))


def _numbered_day(hit: Hit) -> tuple[Expression, ...]:
    """ "Day 100 of the war"."""
    noun, count = _noun(hit, hit.match.end("of")), hit.value("count")
    if noun is None or not count:
        return ()
    return one(hit, "nth day", Offset(count - 1, "day", 1, EVENT, noun, counted=True))


def _day_of(hit: Hit) -> tuple[Expression, ...]:
    """ "The night of the coup", "on the day of his arrest"."""
    noun, token = _noun(hit, hit.match.end("of")), hit.token("when")
    if noun is None or not is_event(noun):
        return ()
    hour = str(token.value) if token and token.kind == "DAYPART" else None
    return one(hit, "day of an event", Offset(0, "day", 1, EVENT, noun, counted=True), hour=hour)


def _nth_day(hit: Hit) -> tuple[Expression, ...]:
    """ "On the third day": counted from a beginning that only the story tells."""
    nth, unit = hit.value("nth"), hit.token("unit")
    behind = hit.last + 1
    link = hit.tokens[hit.last].kind if behind < len(hit.tokens) else ""
    noun = _noun(hit, behind) if link in ("of", "after") else None
    days = nth - (link != "after") if nth else None
    what = Offset(days, "day", 1, EVENT, noun, counted=True)
    hour = str(unit.value) if unit and unit.kind == "DAYPART" else None
    return one(hit, "nth day", what, hour=hour)


_ROUGH = "(?P<rough> MOD )"
_EVENT_WORDS = "(?: (?: DETERMINER | OTHER OTHER? POSS )? OTHER OTHER? OTHER? )?"
_DIRECTION = "(?P<direction> before | after )"

# Tried before what counts from the story: "the day before the vote" is the vote's.
BESIDE = (
    Rule(
        "beside an event", f"the (?P<unit> [day week fortnight month year] ) {_DIRECTION}", _beside
    ),
    Rule("beside an event", f"the (?P<daypart> DAYPART ) {_DIRECTION}", _night),
)
EVENTS = (
    Rule(
        "an event",
        "(?P<edge> since | after | before | until | following ) (?P<span>"
        " (?: DETERMINER | OTHER (?: OTHER )? POSS ) OTHER? OTHER )",
        _pointer,
    ),
    Rule(
        "an event",
        "(?P<edge> since | after | before | until ) (?P<span> DETERMINER? [beginning start end"
        " close SEASON] ) (?= of DETERMINER? OTHER )",
        _pointer,
    ),
    Rule(
        "an event",
        "(?P<edge> since | after | before | until ) (?P<span> [its their] SEASON )",
        _pointer,
    ),
    Rule(
        "an event",
        "(?P<edge> since | after | before ) (?P<span> (?P<doing> OTHER ) ) (?! OTHER OTHER DOT )",
        _doing,
    ),
    Rule("the eve of", "(?P<span> the eve ) (?P<of> of )", _eve),
    Rule(
        "anniversary",
        "(?<= [on by before after since until in for around at , BREAK DOT DASH] ) (?P<span>"
        " DETERMINER? (?: (?P<nth> ORDW | ORD ) anniversary | (?P<round> anniversary ) ) )"
        " (?P<of> of )?",
        _anniversary,
    ),
    Rule(
        "nth unit",
        f"(?P<span> the (?P<end> first | last | final ) (?: {QUANTITY} | (?P<unit> [week"
        " fortnight month year decade] ) ) ) (?P<of> of ) (?= DETERMINER OTHER )",
        _nth_unit,
    ),
    Rule(
        "numbered day",
        "(?P<span> day (?P<count> COUNT ) ) (?P<of> of ) (?= DETERMINER OTHER )",
        _numbered_day,
    ),
    Rule(
        "day of an event",
        "(?P<span> the (?P<when> day | DAYPART ) ) (?P<of> of ) (?= DETERMINER OTHER )",
        _day_of,
    ),
    Rule(
        "nth day",
        "(?<= [on by of from until since during after before] ) the (?P<nth> ORDW | ORD | final"
        " | last ) (?P<unit> day | DAYPART )"
        " (?= DOT | , | OTHER | [of after] DETERMINER OTHER )",
        _nth_day,
    ),
    Rule(
        "units after an event",
        f"(?P<span> (?: the [first last final]? (?! UNITS ) | {_ROUGH} )? {QUANTITY} )"
        " (?P<exact> to the day )? (?P<direction> before | after | into | since | following"
        f" | prior to | on from ) {_EVENT_WORDS}",
        _from_event,
    ),
    Rule(
        "two units after an event",
        f"(?P<span> {_ROUGH}? {BOTH} )"
        " (?P<direction> before | after | into | following | prior to )"
        f" {_EVENT_WORDS}",
        _both_from_event,
    ),
    Rule(
        "units of an event",
        f"(?P<within> (?<= within ) ) (?P<span> {QUANTITY} ) (?P<direction> of | after | before )"
        f" {_EVENT_WORDS}",
        _from_event,
    ),
    Rule(
        "followed by units",
        f"(?P<verb> followed ) DETERMINER? OTHER OTHER? by (?P<span> {_ROUGH}? {QUANTITY} )",
        _chained,
    ),
)  # fmt: skip
