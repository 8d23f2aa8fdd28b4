"""Where two statements of one deed part: place, doer, length, date, number, which of several."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.analysis.statements.relations import nearly, relation, unlike
from sayso.analysis.statements.slots.filled import Slots, slots_of, sorts_of
from sayso.analysis.statements.statement import Statement
from sayso.records.case import EntityMention
from sayso.records.marks import Quantity, Time
from sayso.records.spans import Span

TEXT = "Ana Bor founded the paper in the town of Velm within two weeks."


def statement(quote: str, who: set[str], words: set[str], **more: object) -> Statement:
    return Statement(
        span=Span("d", 0, len(quote), quote), sentence=(0, len(quote)), voice="d",
        who=frozenset(who), words=frozenset(words), said=frozenset(words), subject=frozenset(who),
        way=0, denied=False, open=False, heading=False, part=False, **more,
    )  # fmt: skip


def time(quote: str, first: str | None = None, last: str | None = None, **more: str) -> Time:
    return Time(Span("d", 0, len(quote), quote), None, first, last, None, "rule", **more)


def lasting(quote: str, days: float) -> Slots:
    return Slots(lengths=((days, Span("d", 0, len(quote), quote)),))


FOUND = statement("founded the paper", {"ana"}, {"found", "paper"}, once=frozenset({"found"}))
LED = statement("led the inquiry", set(), {"lead", "inquiry"}, lone=frozenset({"lead"}))


def test_the_slots_of_a_clause_are_read_from_its_words() -> None:
    name, place = TEXT.index("Ana Bor"), TEXT.index("Velm")
    mentions = [
        EntityMention("ana", Span("d", name, name + 7, "Ana Bor"), "name"),
        EntityMention("velm", Span("d", place, place + 4, "Velm"), "name"),
    ]
    two = time("two weeks", type="DURATION", value="P2W")
    kinds = {"ana": "Person", "velm": "Place"}

    found = slots_of(TEXT, (0, len(TEXT)), (0, 7), mentions, [two], kinds)

    assert found.places == (("at", "velm"),)
    assert found.doers == ("ana",)
    assert [days for days, _ in found.lengths] == [14.0]


def test_a_passive_is_done_by_whom_it_names() -> None:
    text = "The contract was signed by the lawyer Ana Bor for Jan Lie."
    mentions = [
        EntityMention(id, Span("d", at, at + 7, id), "name")
        for id in ("Ana Bor", "Jan Lie")
        if (at := text.index(id))
    ]
    kinds = dict.fromkeys(("Ana Bor", "Jan Lie"), "Person")

    assert slots_of(text, (0, len(text)), (0, 12), mentions, (), kinds).doers == ("Ana Bor",)


@pytest.mark.parametrize("quote", ["less than two weeks", "over two weeks"])
def test_a_bounded_length_is_no_length(quote: str) -> None:
    one = time(quote, type="DURATION", value="P2W")

    assert slots_of(quote, (0, len(quote)), None, [], [one], {}).lengths == ()


def test_one_deed_in_two_places() -> None:
    one = replace(FOUND, slots=Slots(places=(("at", "velm"),)))
    other = replace(FOUND, slots=Slots(places=(("at", "sarn"),)))

    found = unlike(one, other)

    assert found is not None
    assert (found.field, found.values) == ("place", ("velm", "sarn"))
    # Nor a place to which somebody goes, nor one that the other names too, nor what is done often.
    assert unlike(one, replace(other, slots=Slots(places=(("to", "sarn"),)))) is None
    assert unlike(replace(one, who=one.who | {"sarn"}), other) is None
    assert unlike(replace(one, once=frozenset()), other) is None


def test_what_one_alone_does_is_done_by_two() -> None:
    one = replace(LED, slots=Slots(doers=("hahn",)), who=frozenset({"hahn"}))
    other = replace(LED, slots=Slots(doers=("toft",)), who=frozenset({"toft"}))

    found = unlike(one, other)

    assert found is not None
    assert (found.field, found.values) == ("participants", ("hahn", "toft"))
    assert unlike(one, replace(other, words=frozenset({"lead", "army"}))) is None
    assert unlike(one, replace(other, denied=True)) is None


@given(st.floats(1, 1000), st.floats(1, 1000))
def test_lengths_part_where_one_is_far_longer(first: float, second: float) -> None:
    one = replace(FOUND, slots=lasting("one", first))
    other = replace(FOUND, slots=lasting("other", second))

    apart = max(first, second) >= 1.5 * min(first, second)
    assert (unlike(one, other) is not None) == apart
    assert (unlike(other, one) is not None) == apart


def test_a_year_and_another_of_what_is_done_once() -> None:
    one = replace(FOUND, who=frozenset({"ana", "herald"}), dated=(time("1992", *year(1992)),))
    other = replace(one, dated=(time("1995", *year(1995)),))
    inside = replace(one, dated=(time("May 1992", "1992-05-01", "1992-05-31"),))

    found = unlike(one, other)
    assert found is not None
    assert found.values == ("1992", "1995")
    assert unlike(one, inside) is None


def year(of: int) -> tuple[str, str]:
    return f"{of}-01-01", f"{of}-12-31"


def test_one_gate_and_another() -> None:
    words = [(4, "north"), (10, "gate")]
    rows = {"north": 3, "south": 3}
    assert sorts_of("The north gate fell", words, rows) == ((3, "north", "gate"),)

    one = statement("stormed the north gate", {"dorn"}, {"storm", "gate"})
    other = replace(one, sorts=((3, "south", "gate"),))
    one = replace(one, sorts=((3, "north", "gate"),))
    found = unlike(one, other)
    assert found is not None
    assert found.values == ("north gate", "south gate")
    assert unlike(one, replace(other, sorts=((3, "south", "wall"),))) is None


def test_in_two_short_reports_of_one_matter_a_deed_and_a_number_are_enough() -> None:
    one = counted("47 people were injured", 47)
    other = counted("12 people were injured", 12)

    assert relation(one, other, 0.1) is None
    found = nearly(one, other)
    assert found is not None
    assert (found.field, found.values) == ("quantity", ("47 people", "12 people"))
    assert nearly(one, replace(one)) is None


def counted(quote: str, number: float) -> Statement:
    what = " ".join(quote.split()[:2])
    told = Quantity(Span("d", 0, len(what), what), number, number, "people", "exact")
    return replace(statement(quote, set(), {"injur"}), numbers=(told,))
