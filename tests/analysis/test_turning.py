"""One speaker against himself: what is a turn, and what is a world that changed."""

import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.analysis.statements.senses import senses
from sayso.analysis.statements.statement import Statement
from sayso.analysis.statements.turning.sayings import Saying
from sayso.analysis.statements.turning.turned import Turn, turns
from sayso.packs.load import builtin, load
from sayso.records.dates import bounds
from sayso.records.marks import Quantity, Time
from sayso.records.spans import Span

SENSES = senses(load([builtin("general")]))


def saying(text: str, day: str | None, *, so: bool = True, dated: str = "") -> Saying:
    """Words of one speaker on a day; a number at their beginning counts the word behind it, and
    ``dated`` are the last words, of that EDTF date."""
    place = zlib.crc32(f"{text} {day}".encode()) % 10_000
    span = Span("d", place, place + len(text), text)
    first, *rest = text.split()
    numbers = ()
    if first.isdigit():
        marked = f"{first} {rest[0]}"
        count = float(first)
        numbers = (Quantity(Span("d", place, place + len(marked), marked), count, count, rest[0],
                            "exact"),)  # fmt: skip
    times = ()
    if dated:
        at = place + len(text) - len(dated)
        times = (Time(Span("d", at, at + len(dated), dated), dated, *bounds(dated), None, "month",
                      "DATE"),)  # fmt: skip
    words = frozenset(w for w in text.lower().split() if len(w) > 4)
    told = Statement(
        span=span, sentence=(place, place + len(text)), voice="e", who=frozenset(), words=words,
        said=words, subject=frozenset(), way=0, denied=not so, open=False, heading=False,
        part=False, numbers=numbers, dated=times,
    )  # fmt: skip
    never, coming = " never " in text, " would " in text
    return Saying(told, span, "e", so, bounds(day), span, frozenset(), never, coming)


def found(*told: Saying) -> list[tuple[str, str]]:
    return [(turn.field, turn.severity) for turn in turns(told, SENSES)]


DENIED = saying("the ministry had tapped the phones of journalists", "2019-05-03", so=False)
ADMITTED = saying("the ministry had tapped the phones of journalists", "2019-09-12")
REVERSED = [
    (DENIED, ADMITTED, [("statement", "contradiction")]),
    (saying("the ministry had never tapped the phones", "2019-05-03", so=False), ADMITTED,
     [("statement", "contradiction")]),
    (saying("taxes would not be raised by parliament", "2021-02-05", so=False),
     saying("taxes would be raised by parliament", "2021-10-08"), [("statement", "tension")]),
    (saying("the clinic in Orl was not closed", "2018-05-03", so=False),
     saying("the clinic in Orl was closed", "2018-06-09"), []),
    (saying("the rebels did not hold the harbour", "2018-05-03", so=False),
     saying("the rebels held the harbour", "2018-06-09"), []),
    (DENIED, replace(ADMITTED, day=DENIED.day), []),
    (DENIED, replace(ADMITTED, so=False), []),
    (DENIED, saying("the ministry had paid the fees of lawyers", "2019-09-12"), []),
    (saying("the army had not crossed the river", "2022-06-01", so=False),
     saying("the army had crossed the river in 2022-07", "2022-08-20", dated="2022-07"), []),
    (saying("the army had not crossed the river", "2022-06-01", so=False),
     saying("the army had crossed the river in 2022-05", "2022-08-20", dated="2022-05"),
     [("statement", "contradiction")]),
]  # fmt: skip


@pytest.mark.parametrize(("first", "last", "expected"), REVERSED)
def test_who_takes_back_what_he_said_turns(
    first: Saying, last: Saying, expected: list[tuple[str, str]]
) -> None:
    """Denied and then admitted; how things stand, and what happened since, may have changed."""
    assert found(first, last) == expected


COUNTED = [
    ("12 workers were injured in the explosion at Tarsk", "2020-03-04",
     "31 workers were injured in the explosion at Tarsk", "2021-03-09",
     [("quantity", "contradiction")]),
    ("12 workers were injured near the plant at Tarsk", "2020-03-04",
     "31 workers were injured near the plant at Tarsk", "2020-03-09", [("quantity", "tension")]),
    ("12 workers were injured near the plant at Tarsk", "2020-03-04",
     "31 workers were injured near the plant at Tarsk", "2021-03-09", []),
    ("12 workers were injured in the explosion so far", "2020-03-04",
     "31 workers were injured in the explosion today", "2020-03-09", []),
    ("900 workers remained with the company in Tarsk", "2020-04-01",
     "700 workers remained with the company in Tarsk", "2020-04-09", []),
]  # fmt: skip


@pytest.mark.parametrize(("one", "then", "other", "later", "expected"), COUNTED)
def test_two_numbers_of_one_deed_are_a_turn(
    one: str, then: str, other: str, later: str, expected: list[tuple[str, str]]
) -> None:
    """A number that may have grown, or of another deed of the kind, is none."""
    assert found(saying(one, then), saying(other, later)) == expected


def test_two_places_at_one_time_are_a_turn() -> None:
    """ "At home on the night of the fire", and "in Tarn"; another night is another matter."""
    home = saying("he was at home on the night of the fire", "2015-06-03")
    tarn = saying("he was in Tarn on the night of the fire", "2016-06-03")
    other = saying("he was in Tarn on the morning of the wedding", "2016-06-03")

    assert found(home, tarn) == [("place", "tension")]
    assert found(home, other) == []


def test_of_two_sayings_without_days_nothing_is_known() -> None:
    """They may have been said in one breath; one day that is told sets them apart."""
    undated = [replace(one, day=(None, None)) for one in (DENIED, ADMITTED)]

    assert found(*undated) == []
    assert found(DENIED, undated[1]) == [("statement", "contradiction")]


# Each place in the text once: two sayings do not stand on the same words.
MANY = list({one.quote.start: one for first, last, _ in REVERSED for one in (first, last)}.values())


@given(st.permutations(MANY))
def test_the_order_of_reading_changes_no_turn(told: list[Saying]) -> None:
    """Turns depend on the days of saying alone, and the earlier saying comes first."""

    def key(turn: Turn) -> tuple[str, str]:
        return turn.first.quote.quote, turn.last.quote.quote

    made = sorted(turns(told, SENSES), key=key)

    assert [key(t) for t in made] == [key(t) for t in sorted(turns(MANY, SENSES), key=key)]
    assert all((t.first.day[0] or "") <= (t.last.day[0] or "~") for t in made)
