"""Which dates the narrative goes on to, and which only stand beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.annotate.times.expressions import STORY, Deictic, Expression, Fields, Offset
from sayso.annotate.times.grammar.tokens import Tokens
from sayso.annotate.times.sense.settling import Placed
from sayso.annotate.times.sense.story import Story

# Words before a year that names or compares something: "the act of 1990", "planned for 1976".
_PASSING = frozenset(("of", "for", "than", "with"))
_COMPARING = frozenset(("than", "unlike", "compared", "comparable", "versus"))
_DATING = frozenset(("dating", "dates", "dated", "goes", "going", "back"))
_PARTICIPLES = frozenset(("begun", "born", "built", "drawn", "found", "made", "taken", "written"))
# In words: a comma, what was done, "in".
_MADE = 3
# So many years behind what is told, a year in brackets is that of somebody who wrote of it.
_LATER = 50
# A bracket that opens further back than this is not looked for.
_BRACKET = 40


def goes_on(tokens: Tokens, expression: Expression, placed: Placed, story: Story) -> bool:
    """Whether the narrative goes on to this date; looks back and comparisons leave it be."""
    what = expression.what
    if isinstance(what, Offset) and what.sign < 0:
        return False
    if isinstance(what, Deictic) and what.shift < 0 and what.base == STORY:
        return False
    if expression.rule in ("year of a thing", "bare season") or _in_passing(tokens, expression):
        return False
    if _is_its_day(what, placed, story) or _is_of_a_work(tokens, expression, story):
        return False
    return not (looks_back(what, placed, story) or _is_of_the_report(what, placed, story))


def looks_back(what: object, placed: Placed, story: Story) -> bool:
    """A bare year amid the days of the report's own year: "director from 2015 to 2019"."""
    if story.profile.story or not (story.report and story.fine and placed.period):
        return False
    bare = isinstance(what, Fields) and what.unit == "year"
    return bare and placed.period.year < story.report.year == story.fine.year


def _is_its_day(what: object, placed: Placed, story: Story) -> bool:
    """The report's own day, written out as below a headline: "in October" behind it is the last."""
    told = isinstance(what, Fields) and what.year is not None and what.day is not None
    return told and placed.period is not None and placed.period == story.report


def falls_due(placed: Placed, story: Story) -> bool:
    """A deadline that is set for later is not yet come to."""
    report, period = story.report, placed.period
    return bool(story.outlook == "ahead" and report and period and period.first > report.last)


def _is_of_the_report(what: object, placed: Placed, story: Story) -> bool:
    """ "Yesterday" in an account of other years; "on 2 July" goes on with the account."""
    near = story.profile.story and placed.anchor == "report date"
    return near and not isinstance(what, Fields)


def _in_passing(tokens: Tokens, expression: Expression) -> bool:
    """Years that name or compare something: "the act of 1990", "planned for 1976"."""
    what, items = expression.what, tokens.items
    if not isinstance(what, Fields):
        return False
    near = {token.text.lower() for token in items[max(0, expression.first - 3) : expression.first]}
    before = items[expression.first - 1].kind if expression.first else ""
    if what.unit == "year" and expression.edge in ("since", "until"):
        return True
    dating = what.unit == "year" and bool(near & _DATING)
    if what.unit == "year" and _is_inserted(tokens, expression):
        return True
    return bool(near & _COMPARING) or dating or (what.unit == "year" and before in _PASSING)


def _is_inserted(tokens: Tokens, expression: Expression) -> bool:
    """ "The dam, built in 1974, burst": what is told between commas of something's making."""
    items, first, last = tokens.items, expression.first, expression.last
    if first < _MADE or last >= len(items) or items[last].kind != ",":
        return False
    comma, made, lead = items[first - 3], items[first - 2].text.lower(), items[first - 1]
    told = made.endswith("ed") or made in _PARTICIPLES
    return comma.kind == "," and told and lead.text.lower() == "in"


def is_aside(tokens: Tokens, expression: Expression, asides: Sequence[tuple[int, int]]) -> bool:
    """Whether the expression stands outside the narrative, or in brackets as a citation does."""
    items = tokens.items
    offset = items[expression.first].start
    place = bisect_right(asides, offset, key=lambda stretch: stretch[0]) - 1
    if place >= 0 and offset < asides[place][1]:
        return True
    for place in range(expression.first - 1, max(-1, expression.first - _BRACKET), -1):
        if items[place].kind in ("CLOSE", "BREAK"):
            return False
        if items[place].kind == "OPEN":
            inside = {token.kind for token in items[place : expression.first]}
            return "OTHER" in inside
    return False


def _is_of_a_work(tokens: Tokens, expression: Expression, story: Story) -> bool:
    """ "Lindqvist (1934) doubts it": the year of what somebody wrote of times long before."""
    what, items, first = expression.what, tokens.items, expression.first
    if not isinstance(what, Fields) or what.unit != "year" or first < 2 or story.year is None:
        return False
    named = items[first - 2].kind == "OTHER" and items[first - 2].text[:1].isupper()
    return named and items[first - 1].kind == "OPEN" and (what.year or 0) > story.year + _LATER
