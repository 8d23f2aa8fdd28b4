"""Reading the times of a text: recognise, join, place."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotate.times.calendars.gregorian import from_iso
from sayso.annotate.times.conventions import HOUSE, Conventions
from sayso.annotate.times.expressions import Expression, Fields
from sayso.annotate.times.grammar import GRAMMAR
from sayso.annotate.times.grammar.joins import join, southern
from sayso.annotate.times.grammar.tokens import Tokens, tokenise
from sayso.annotate.times.readings import Reading, readings
from sayso.annotate.times.sense.hanging import hang
from sayso.annotate.times.sense.narrative import goes_on, is_aside
from sayso.annotate.times.sense.placing import placed_at
from sayso.annotate.times.sense.profile import Profile, profile
from sayso.annotate.times.sense.sections import paragraphs
from sayso.annotate.times.sense.settling import Placed
from sayso.annotate.times.sense.story import Story
from sayso.annotate.times.sense.tense import outlook


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
    found = [one for one in found if _fits(one, about)]
    story = Story(about)
    beside = frozenset(at for at, one in enumerate(found) if is_aside(tokens, one, asides))
    placed = []
    parts, part = paragraphs(tokens), 0
    for place, expression in enumerate(found):
        while part < parts.of(expression.first):
            part += 1
            story.turn(heading=parts.heading[part])
        sense = _step(tokens, expression, story, aside=place in beside)
        placed.append((expression, sense))
        if parts.heading[part] and sense.period and place not in beside and _has_year(expression):
            story.head(sense.period)
    return readings(tokens, hang(tokens, placed, about.report, beside))


def _fits(expression: Expression, about: Profile) -> bool:
    """Whether words that are a time in some texts only are one in this text."""
    if expression.rule == "bare year":
        return about.ancient
    # Only a history counts "former" and "at that time" among its times; the news call a man
    # the former minister, and mean no date.
    if expression.rule == "that time" and expression.edge:
        return True
    return about.history or expression.rule not in ("former", "that time")


def _has_year(expression: Expression) -> bool:
    what = expression.what
    return isinstance(what, Fields) and what.year is not None and not what.short_year


def _step(tokens: Tokens, expression: Expression, story: Story, *, aside: bool) -> Placed:
    """Place one expression and let the story take note of it."""
    story.outlook = outlook(tokens, expression)
    placed = placed_at(expression, story)
    if placed.period and not aside and goes_on(tokens, expression, placed, story):
        what = expression.what
        ends = placed.first, placed.last
        days = (ends[0], ends[1]) if ends[0] is not None and ends[1] is not None else None
        whole = (placed.period.first, placed.period.last)
        explicit = isinstance(what, Fields) and what.year is not None
        story.tell(placed.period, days or whole, explicit=explicit)
    return placed
