"""Results: placed expressions as readings, ranges and lists as one with their parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sayso.annotate.times.calendars.gregorian import iso
from sayso.annotate.times.expressions import Expression
from sayso.annotate.times.grammar.tokens import Tokens
from sayso.annotate.times.sense.settling import Placed
from sayso.records.marks import Hanging

# TimeML's mod, by the part of a period, by the word before a quantity, by a preposition.
_PART_MODS = {
    "early": "START", "start": "START", "turn": "START", "mid": "MID", "middle": "MID",
    "late": "END", "end": "END",
}  # fmt: skip
_MODS = {
    "about": "APPROX", "more": "MORE_THAN", "less": "LESS_THAN", "least": "EQUAL_OR_MORE",
    "most": "EQUAL_OR_LESS",
}  # fmt: skip
_EDGE_MODS = {
    "before": "BEFORE", "after": "AFTER", "by": "ON_OR_BEFORE", "until": "ON_OR_BEFORE",
    "from": "ON_OR_AFTER",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """A time expression of a text and its meaning.

    ``start`` and ``end`` are offsets in the text (end exclusive); ``type`` is TimeML's DATE, TIME,
    DURATION or SET, or POINTER for words that date by pointing to an event and are no TIMEX3;
    ``earliest`` and ``latest`` are ISO dates, inclusive, null where open. ``anchor`` is what it
    hangs on, ``rule`` what read it, ``grain`` the unit it is told in (null for durations), ``mod``
    TimeML's, ``note`` what else is to be known: that a side was clipped, why nothing was found.
    ``parts`` are the ends of a range or the members of a list, each read by itself. ``hangs`` is
    the event that would date it, where the text does not tell when that was.
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
    grain: str | None = None
    mod: str | None = None
    note: str | None = None
    parts: tuple[Reading, ...] = ()
    hangs: Hanging | None = None

    @property
    def why(self) -> str:
        """The rule, and behind a colon what else is to be known."""
        return f"{self.rule}: {self.note}" if self.note else self.rule


def readings(tokens: Tokens, placed: Sequence[tuple[Expression, Placed]]) -> list[Reading]:
    """The readings in order; expressions tied together by a group are one."""
    return list(_joined(tokens, placed))


def _joined(tokens: Tokens, placed: Iterable[tuple[Expression, Placed]]) -> Iterator[Reading]:
    for (group, link), members in groupby(placed, key=_tie):
        found = [_reading(tokens, expression, sense) for expression, sense in members]
        if group is None or len(found) < 2:
            yield from found
        elif link == "range":
            yield _range(found[0], found[1])
            yield from found[2:]
        else:
            yield _list(found)


def _tie(pair: tuple[Expression, Placed]) -> tuple[int | None, str | None]:
    expression = pair[0]
    tied = expression.group is not None and expression.link in ("range", "list")
    return (expression.group, expression.link) if tied else (None, None)


def _reading(tokens: Tokens, expression: Expression, sense: Placed) -> Reading:
    part = expression.part if expression.part in _PART_MODS else None
    return Reading(
        start=tokens.items[expression.first].start,
        end=tokens.items[expression.last - 1].end,
        type=sense.type,
        value=sense.value,
        earliest=iso(sense.first) if sense.first is not None else None,
        latest=iso(sense.last) if sense.last is not None else None,
        edtf=sense.edtf,
        anchor=sense.anchor,
        rule=" ".join(filter(None, (expression.edge, part, expression.rule))),
        grain=_grain(expression, sense),
        mod=_mod(expression),
        note=sense.note,
        hangs=sense.hangs,
    )


def _grain(expression: Expression, sense: Placed) -> str | None:
    if sense.type not in ("DATE", "TIME"):
        return None
    if expression.hour:
        return "minute" if ":" in expression.hour else "part of a day"
    return sense.period.unit if sense.period else None


def _mod(expression: Expression) -> str | None:
    return (
        _PART_MODS.get(expression.part or "")
        or _MODS.get(expression.mod or "")
        or _EDGE_MODS.get(expression.edge or "")
    )


def _range(one: Reading, other: Reading) -> Reading:
    ends = f"{one.edtf}/{other.edtf}" if one.edtf and other.edtf else None
    return Reading(
        start=one.start,
        end=other.end,
        type=one.type,
        value=f"{one.value}/{other.value}",
        earliest=one.earliest,
        latest=other.latest,
        edtf=ends if ends is None or ends.count("/") == 1 else f"{one.earliest}/{other.latest}",
        anchor=other.anchor or one.anchor,
        rule="range",
        grain=other.grain,
        parts=(one, other),
    )


def _list(members: Sequence[Reading]) -> Reading:
    """One reading of several dates that share what is said once: "5, 7 and 9 June 2018"."""
    known = all(one.earliest and one.latest for one in members)
    plain = known and all(one.edtf and not set(one.edtf) & set("/[{.") for one in members)
    earliest, latest = members[0].earliest, members[-1].latest
    return Reading(
        start=members[0].start,
        end=members[-1].end,
        type=members[0].type,
        value=" ".join(one.value for one in members),
        earliest=earliest if known else None,
        latest=latest if known else None,
        edtf="{" + ",".join(str(one.edtf) for one in members) + "}" if plain else None,
        anchor=members[-1].anchor,
        rule="list",
        grain=members[-1].grain,
        parts=tuple(members),
    )
