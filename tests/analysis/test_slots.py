"""Where two statements of one deed part: place, doer, length, date, number, which of several."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.analysis.statements.relations import nearly, relation, unlike
from sayso.analysis.statements.slots.deed import Phrase, Told
from sayso.analysis.statements.slots.filled import Slots, anew_of, slots_of, sorts_of
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


NONE: frozenset[str] = frozenset()
PAPER = Phrase(
    "object", (8, 17), NONE, frozenset({"paper"}), "paper", NONE, "the paper", (), "paper"
)
FOUND = statement(
    "founded the paper", {"ana"}, {"found", "paper"}, once=frozenset({"found"}),
    deeds=(Told(0, "found", "found", (PAPER,), denied=False, open=False),),
)  # fmt: skip
INQUIRY = Phrase("object", (4, 15), NONE, frozenset({"inquiry"}), "inquiry", NONE)
LED = statement(
    "led the inquiry", set(), {"lead", "inquiry"}, lone=frozenset({"lead"}),
    deeds=(Told(0, "lead", "lead", (INQUIRY,), denied=False, open=False),),
)  # fmt: skip


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
    # Nor what several were done to: who won a third of the votes here may have won there, too.
    papers = replace(PAPER, quote="three papers")
    several = replace(one, deeds=(replace(FOUND.deeds[0], phrases=(papers,)),))
    assert unlike(several, other) is None


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
    # Of two roads each has its flood.
    nobody = [replace(told, who=frozenset()) for told in (one, other)]
    assert unlike(*nobody) is None


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


def test_numbers_of_two_places_bodies_or_trials_are_no_conflict() -> None:
    """The harbour of Sabra and that of Qal, a first trial and another, Ruk and Ruk's driver."""
    one, other = counted("47 people were injured", 47), counted("12 people were injured", 12)

    def at(told: Statement, place: str) -> Statement:
        named = Slots(named=frozenset({("Place", place)}))
        return replace(told, slots=named, who=frozenset({place}))

    assert nearly(at(one, "sabra"), at(other, "qal")) is None
    assert nearly(at(one, "sabra"), at(other, "sabra")) is not None
    # Twelve in one town may be of the 47; the 47 in one town are no part of twelve.
    assert nearly(one, at(other, "qal")) is None
    assert nearly(at(one, "sabra"), other) is not None
    assert nearly(one, replace(other, slots=Slots(anew=frozenset({"second"})))) is None
    assert nearly(one, replace(other, slots=Slots(owned=True))) is None


def test_whoever_is_quoted_is_no_other_thing() -> None:
    """Two bodies that each tell their number tell of one thing."""
    one, other = counted("47 people were injured", 47), counted("12 people were injured", 12)
    told = [
        replace(told, voice=id, slots=Slots(named=frozenset({("Organization", id)})))
        for told, id in ((one, "council"), (other, "police"))
    ]

    assert nearly(*told) is not None


def test_what_is_bought_twice_is_bought_in_two_years() -> None:
    one = replace(FOUND, dated=(time("1992", *year(1992)),))
    other = replace(one, dated=(time("1995", *year(1995)),))

    assert nearly(one, other) is not None
    assert nearly(one, replace(other, words=one.words | {"shop"})) is not None
    more = replace(one, words=one.words | {"firm"})
    assert nearly(more, replace(other, words=one.words | {"shop"})) is None


def test_words_that_tell_of_another_are_read() -> None:
    words = frozenset({"second", "new"})
    assert anew_of("The second trial of the new court", words) == words
    assert anew_of("The trial was renewed", words) == frozenset()
    assert anew_of("It lost a second of them for the second time", words) == frozenset()


def test_what_was_done_in_two_places_is_no_agreement() -> None:
    """ "Closed the shop in Gdansk" and "closed a shop in Malmo" say no same thing."""
    words = {"close", "shop", "norvell", "summer"}
    one = statement("closed the shop in Gdansk", {"norvell", "gdansk"}, words)
    other = statement("closed a shop in Malmo", {"norvell", "malmo"}, words)
    here, there = Slots(places=(("at", "gdansk"),)), Slots(places=(("at", "malmo"),))

    found = relation(one, other, 0.9)
    assert found is not None
    assert found.agree
    assert relation(replace(one, slots=here), replace(other, slots=there), 0.9) is None
