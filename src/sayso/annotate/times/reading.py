"""Reading the times of a text: recognise, join, place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.annotate.times.calendars.gregorian import from_iso, iso
from sayso.annotate.times.expressions import Expression, Fields
from sayso.annotate.times.grammar import GRAMMAR
from sayso.annotate.times.grammar.joins import join
from sayso.annotate.times.grammar.tokens import Tokens, tokenise
from sayso.annotate.times.sense.hanging import hang
from sayso.annotate.times.sense.narrative import goes_on, is_aside
from sayso.annotate.times.sense.placing import Placed, placed_at
from sayso.annotate.times.sense.profile import Profile, profile
from sayso.annotate.times.sense.sections import paragraphs
from sayso.annotate.times.sense.story import Story
from sayso.annotate.times.sense.tense import outlook


@dataclass(frozen=True, slots=True)
class Reading:
    """A time expression of a text and its meaning.

    ``start`` and ``end`` are offsets in the text (end exclusive); ``earliest`` and ``latest`` ISO
    dates, inclusive, null where open. ``parts`` are the two ends of a range, each read by itself.
    """

    start: int
    end: int
    type: str
    value: str
    earliest: str | None
    latest: str | None
    edtf: str | None
    anchor: str | None
    rule: str
    parts: tuple[Reading, ...] = ()


def read_times(
    text: str,
    published: str | None,
    *,
    breaks: Sequence[int] = (),
    asides: Sequence[tuple[int, int]] = (),
) -> list[Reading]:
    """The times of a text, in order; none overlaps another.

    ``published`` is the report's own date (ISO or EDTF). No expression crosses one of the
    offsets in ``breaks`` (ascending). ``asides`` are stretches (ascending) that do not narrate,
    such as captions: later expressions do not hang on their dates.
    """
    tokens = tokenise(text, breaks)
    found = join(tokens, GRAMMAR.read(tokens))
    about = profile(tokens, found, from_iso(published))
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
    return _readings(tokens, hang(tokens, placed, about.report, beside))


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
        story.tell(placed.period, explicit=isinstance(what, Fields) and what.year is not None)
    return placed


def _readings(tokens: Tokens, placed: list[tuple[Expression, Placed]]) -> list[Reading]:
    readings: list[Reading] = []
    ranges: dict[int, list[Reading]] = {}
    for expression, sense in placed:
        reading = _reading(tokens, expression, sense)
        if expression.link == "range" and expression.group is not None:
            ranges.setdefault(expression.group, []).append(reading)
            if len(ranges[expression.group]) == 2:
                readings.append(_range(*ranges[expression.group]))
        else:
            readings.append(reading)
    return readings


def _reading(tokens: Tokens, expression: Expression, sense: Placed) -> Reading:
    return Reading(
        start=tokens.items[expression.first].start,
        end=tokens.items[expression.last - 1].end,
        type=sense.type,
        value=sense.value,
        earliest=iso(sense.first) if sense.first is not None else None,
        latest=iso(sense.last) if sense.last is not None else None,
        edtf=sense.edtf,
        anchor=sense.anchor,
        rule=" ".join(filter(None, (expression.edge, expression.rule))),
    )


def _range(one: Reading, other: Reading) -> Reading:
    ends = f"{one.edtf}/{other.edtf}" if one.edtf and other.edtf else None
    if ends and ends.count("/") > 1:
        ends = (
            f"{one.edtf.split('/')[0]}/{other.edtf.split('/')[-1]}"
            if one.edtf and other.edtf
            else None
        )
    return Reading(
        start=one.start,
        end=other.end,
        type=one.type,
        value=f"{one.value}/{other.value}",
        earliest=one.earliest,
        latest=other.latest,
        edtf=ends,
        anchor=other.anchor or one.anchor,
        rule="range",
        parts=(one, other),
    )
