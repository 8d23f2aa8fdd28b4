"""Reading the times of a text: recognise, join, place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.annotate.times.calendars.feasts import calendar_of
from sayso.annotate.times.calendars.gregorian import Period, from_iso
from sayso.annotate.times.conventions import HOUSE, Conventions
from sayso.annotate.times.expressions import (
    AUTO,
    STORY,
    Deictic,
    Expression,
    Fields,
    Foreign,
    Length,
    Offset,
)
from sayso.annotate.times.grammar import GRAMMAR
from sayso.annotate.times.grammar.joins import join, southern
from sayso.annotate.times.grammar.tokens import Tokens, tokenise
from sayso.annotate.times.readings import Reading, readings
from sayso.annotate.times.sense.events.hanging import dates_event, hang
from sayso.annotate.times.sense.events.happenings import SAYING, Pair
from sayso.annotate.times.sense.narrative import falls_due, goes_on, is_aside, looks_back
from sayso.annotate.times.sense.offsets import hangs_in_passing
from sayso.annotate.times.sense.placing import placed_at
from sayso.annotate.times.sense.profile import Profile, profile
from sayso.annotate.times.sense.sections import paragraphs
from sayso.annotate.times.sense.settling import Placed
from sayso.annotate.times.sense.story import Story
from sayso.annotate.times.sense.tense import is_over, outlook

# Years of another calendar this near to one told in full are taken for years of that calendar.
_LIFETIME = 80
# Years that, beside a feast of the Hijri calendars, are theirs.
_THERE = (1200, 1500)
_THE_QUARTER = Deictic("quarter", 0, AUTO)
_NAMED_YEARS = ("year by name", "year", "year in")

# Bodies that bear the day of a rising in their names.
_BODIES = frozenset(
    {"Alliance", "Army", "Battalion", "Brigade", "Brigades", "Coalition", "Committee", "Front",
     "Group", "Martyrs", "Movement", "Organisation", "Organization", "Party"}
)  # fmt: skip


def read_times(
    text: str,
    published: str | None,
    *,
    breaks: Sequence[int] = (),
    asides: Sequence[tuple[int, int]] = (),
    conventions: Conventions = HOUSE,
) -> list[Reading]:
    """The times of a text, in order; none overlaps another.

    ``published`` is the report's own date (ISO or EDTF). No expression crosses one of the
    offsets in ``breaks`` (ascending). ``asides`` are stretches (ascending) that do not narrate,
    such as captions: later expressions do not hang on their dates. ``conventions`` settle what
    the words leave open.
    """
    tokens = tokenise(text, breaks)
    found = join(tokens, GRAMMAR.read(tokens))
    if conventions.southern:
        found = [southern(one) for one in found]
    about = profile(tokens, found, from_iso(published), conventions)
    found = [fitted for one in found if (fitted := _fitted(tokens, one, about))]
    beside = frozenset(at for at, one in enumerate(found) if is_aside(tokens, one, asides))
    placed = _placed(tokens, found, about, beside, {})
    hung = hang(tokens, placed, about.report, beside)
    if known := _known(placed, hung):
        # What is told after it hangs on the days it has been given.
        again = _placed(tokens, found, about, beside, known)
        hung = hang(tokens, again, about.report, beside)
    return readings(tokens, hung)


def _known(placed: Sequence[Pair], hung: Sequence[Pair]) -> dict[int, tuple[int, int]]:
    """First and last day of what only its surroundings date, and on which the narrative goes on.

    Those are the days counted from events, and accounts ("the three months ended 31 March").
    """
    known = {}
    for at, (one, sense) in enumerate(hung):
        what, new = one.what, sense != placed[at][1]
        if not new or sense.first is None or sense.last is None:
            continue
        if isinstance(what, Offset):
            if what.sign > 0 and sense.first == sense.last:
                known[at] = sense.first, sense.last
        elif _accounts(one):
            known[at] = sense.first, sense.last
    return known


def _accounts(expression: Expression) -> bool:
    what = expression.what
    if isinstance(what, Length):
        return expression.rule in ("duration", "term") and what.unit in ("week", "month", "year")
    return getattr(what, "unit", None) == "quarter"


def _placed(
    tokens: Tokens,
    found: Sequence[Expression],
    about: Profile,
    beside: frozenset[int],
    known: Mapping[int, tuple[int, int]],
) -> list[Pair]:
    """All expressions placed one after the other, as the story goes on."""
    story = Story(about)
    placed = []
    parts, part = paragraphs(tokens), 0
    story.below_heading = parts.heading[0]
    for place, expression in enumerate(found):
        while part < parts.of(expression.first):
            part += 1
            story.turn(heading=parts.heading[part])
        before = found[place - 1] if place else None
        sense = _step(tokens, expression, story, before, aside=place in beside)
        placed.append((expression, sense))
        own = sense.period == story.report  # the day below a headline is that of the report
        named = parts.heading[part] and not own and _has_year(expression)
        if named and sense.period and place not in beside:
            story.head(sense.period)
        if place in known and place not in beside:
            _go_on(expression, known[place], story)
    return placed


def _go_on(expression: Expression, days: tuple[int, int], story: Story) -> None:
    if isinstance(expression.what, Offset):
        story.tell(Period("day", days[0]), days, explicit=False, kept=False)
    else:
        story.account(*days)


def _fitted(tokens: Tokens, expression: Expression, about: Profile) -> Expression | None:
    """What the words are in this text; null where they are a time in other texts only."""
    rule, what = expression.rule, expression.what
    if _names_a_body(tokens, expression):
        return None
    if rule == "bare year":
        return _bare_year(tokens, expression, about)
    if rule == "bare half" or _is_of_a_town(tokens, expression):
        return expression if about.accounts else None
    if rule == "decade" and isinstance(what, Fields) and _of_three_figures(what.year or 0):
        return expression if about.early else None
    if isinstance(what, Fields) and what.holiday and not about.early:
        return replace(expression, what=_feast_there(what) or what)
    if isinstance(what, Foreign) and what.doubtful:
        return expression if what.calendar in about.calendars else None
    if rule in _NAMED_YEARS and isinstance(what, Fields) and what.year is not None:
        return replace(expression, what=_of_the_calendar(what.year, about) or what)
    # Only a history counts "former" and "at that time" among its times; the news call a man
    # the former minister, and mean no date.
    if rule == "that time" and expression.edge:
        return expression
    return expression if about.history or rule not in ("former", "that time") else None


def _names_a_body(tokens: Tokens, expression: Expression) -> bool:
    """ "The March 9 Movement", "the 14 February Youth Coalition": whose name a day is part of."""
    what, behind = expression.what, tokens.items[expression.last : expression.last + 2]
    day = isinstance(what, Fields) and what.day is not None and what.year is None
    words = [item.text for item in behind]
    before = tokens.items[expression.first - 1].text.lower() if expression.first else ""
    if before in ("on", "since", "until", "from", "after", "before"):
        return False
    named = bool(words) and all(w.istitle() for w in words[: 1 + (words[0] not in _BODIES)])
    return day and named and not _BODIES.isdisjoint(words)


def _is_of_a_town(tokens: Tokens, expression: Expression) -> bool:
    """ "The quarter" of a text without accounts, unless it ends on a day."""
    beyond = {token.kind for token in tokens.items[expression.last : expression.last + 3]}
    quarter = expression.rule == "the unit" and expression.what == _THE_QUARTER
    return quarter and not beyond & {"ended", "ending"}


def _feast_there(what: Fields) -> Foreign | None:
    """ "Nowruz 1399": a feast of another calendar with a year of that calendar."""
    there = calendar_of(what.holiday or "")
    if there is None or what.year is None or not _THERE[0] <= what.year <= _THERE[1]:
        return None
    calendar, month, day = there
    return Foreign(calendar, what.year, month, day)


def _bare_year(tokens: Tokens, expression: Expression, about: Profile) -> Expression | None:
    """ "In 480": before the common era in a text about that time, else a year of an early one.

    Elsewhere the figure is none, and what stands before it ("in May 300 ...") has no year.
    """
    what = expression.what
    if about.ancient or not isinstance(what, Fields):
        return expression
    if about.early:
        return replace(expression, what=replace(what, year=1 - (what.year or 0)))
    last = expression.last - 1
    while last > expression.first and tokens.items[last - 1].kind in ("of", ","):
        last -= 1
    if last == expression.first:
        return None
    rule = "holiday" if what.holiday else what.unit
    return replace(expression, last=last, rule=rule, what=replace(what, year=None))


def _of_the_calendar(year: int, about: Profile) -> Foreign | None:
    """ "The year 1399" in a text that counts its years so."""
    near = [calendar for calendar, told in about.calendars.items() if abs(told - year) <= _LIFETIME]
    return Foreign(near[0], year) if near else None


def _of_three_figures(year: int) -> bool:
    return 100 <= year < 1000


def _has_year(expression: Expression) -> bool:
    what = expression.what
    return isinstance(what, Fields) and what.year is not None and not what.short_year


def _step(
    tokens: Tokens,
    expression: Expression,
    story: Story,
    before: Expression | None,
    *,
    aside: bool,
) -> Placed:
    """Place one expression and let the story take note of it; ``before`` is the one before it."""
    story.outlook = outlook(tokens, expression)
    story.saying = expression.first > 0 and tokens.items[expression.first - 1].text in SAYING
    if before is not None and is_over(tokens, before.last, expression.first):
        story.in_passing = False
    placed = placed_at(expression, story)
    if hangs_in_passing(expression.what, story):
        story.pass_by(placed.period)
        return placed
    aside = aside or (before is not None and dates_event(tokens, before, expression))
    if placed.period and not aside and goes_on(tokens, expression, placed, story):
        what = expression.what
        ends = placed.first, placed.last
        days = (ends[0], ends[1]) if ends[0] is not None and ends[1] is not None else None
        whole = (placed.period.first, placed.period.last)
        explicit = isinstance(what, Fields) and what.year is not None
        # "In the autumn of that year" keeps a passage to its year as much as a figure does.
        kept = explicit or getattr(what, "base", None) == STORY
        if falls_due(placed, story):
            story.due = placed.period
        else:
            story.tell(placed.period, days or whole, explicit=explicit, kept=kept)
    elif not aside and looks_back(expression.what, placed, story):
        story.pass_by(placed.period)
    return placed
