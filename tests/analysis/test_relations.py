"""What two clauses are to each other where one tells of harm and the other of success."""

from dataclasses import replace

import pytest

from sayso.analysis.ledger.wholes import named_after
from sayso.analysis.statements.relations import nobody_did, relation
from sayso.analysis.statements.slots.deed import Phrase, Told
from sayso.analysis.statements.slots.filled import NO_SLOTS, Slots
from sayso.analysis.statements.statement import Statement
from sayso.records.case import Entity
from sayso.records.marks import Quantity, Time
from sayso.records.spans import Span


def statement(way: int, subject: set[str], thing: set[str], **more: frozenset[str]) -> Statement:
    words = frozenset({"raid", "rebel", "pass", "winter"})
    return Statement(
        span=Span("d", 0, 1, "x"), sentence=(0, 1), voice="d", who=frozenset(), words=words,
        said=words, subject=frozenset(subject), thing=frozenset(thing), way=way, denied=False,
        open=False, heading=False, part=False, **more,
    )  # fmt: skip


RAIDS = {"happening": frozenset({"raid"})}
HARM = statement(-2, {"raid"}, {"rebel"}, **RAIDS)
WORKS = statement(2, {"raid"}, {"raid"})


def test_a_deed_that_harms_is_a_deed_that_works() -> None:
    """ "The raids weakened the rebels" and "the raids hit harder", whichever comes first."""
    for pair in ((HARM, WORKS), (WORKS, HARM)):
        found = relation(*pair, 0.5)
        assert found is not None
        assert found.agree


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        (replace(HARM, denied=True), WORKS, 0.5),
        (replace(HARM, happening=frozenset()), WORKS, 0.5),
        (HARM, replace(WORKS, thing=frozenset({"rebel"})), 0.5),
        (HARM, WORKS, 0.2),
    ],
)
def test_what_harms_another_thing_is_no_success(
    one: Statement, other: Statement, likeness: float
) -> None:
    """Denied, of a state and no deed, of what is harmed itself, or of little in common."""
    found = relation(one, other, likeness)

    assert found is None or not found.agree


def entity(id: str, type: str, name: str, *aliases: str) -> Entity:
    return Entity(id, type, name, aliases)


def test_a_body_with_a_name_is_of_whoever_bears_it() -> None:
    """However it is transcribed, where one person fits; a town's council is nobody's."""
    known = [
        entity("p", "Person", "Mustafa al-Hazimi", "al-Hazimi"),
        entity("g", "Organization", "Al-Hazemi government"),
        entity("t", "Organization", "Tarnby council"),
    ]

    assert named_after(known) == {"g": "p"}
    assert named_after([*known, entity("q", "Person", "Omar al-Hazimi")]) == {}


def deed(verb: str, thing: str, *, denied: bool = False) -> Told:
    """The firm does it, to a thing."""
    none: frozenset[str] = frozenset()
    firm = Phrase("subject", (0, 1), frozenset({"firm"}), none, None, frozenset({"firm"}))
    to = Phrase("object", (2, 3), none, frozenset({thing}), thing, none)
    return Told(1, verb, verb, (firm, to), denied, open=False)


def denied(one: Statement) -> Statement:
    """What the statement tells, denied."""
    return replace(one, denied=True, deeds=tuple(replace(d, denied=True) for d in one.deeds))


BLAME = Statement(
    span=Span("d", 0, 1, "x"), sentence=(0, 1), voice="d", who=frozenset({"firm"}),
    words=frozenset({"disaster"}), said=frozenset({"disaster"}), subject=frozenset({"firm"}),
    thing=frozenset(), way=-2, denied=False, open=False, heading=False, part=False,
    deeds=(deed("blame", "disaster"),),
)  # fmt: skip


def on(days: tuple[str, str]) -> Time:
    return Time(Span("d", 0, 1, "x"), None, *days, None, "day")


def test_not_to_blame_is_no_agreement_with_to_blame() -> None:
    """One word of the same way on both sides, denied on one: they part."""
    found = relation(denied(BLAME), BLAME, 1.2)

    assert found is not None
    assert (found.agree, found.field) == (False, "occurrence")


ORDER = replace(
    BLAME, way=0, words=frozenset({"order", "clear"}), said=frozenset({"order", "clear"}),
    deeds=(deed("order", "town"),),
)  # fmt: skip
FULLER = replace(ORDER, words=ORDER.words | {"lower", "night"}, said=ORDER.said | {"night"})
MARCH, JUNE = ("2020-03-01", "2020-03-31"), ("2020-06-01", "2020-06-30")


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        (denied(ORDER), FULLER, True),
        (denied(FULLER), ORDER, False),
        (replace(denied(ORDER), who=frozenset()), FULLER, False),
        (
            replace(denied(ORDER), dated=(on(MARCH),)),
            replace(FULLER, dated=(on(JUNE),)),
            False,
        ),
        (replace(denied(ORDER), dated=(on(JUNE),)), replace(FULLER, dated=(on(JUNE),)), True),
        # Words in common, and two deeds.
        (denied(ORDER), replace(FULLER, deeds=(deed("clear", "town"),)), False),
        (denied(ORDER), replace(FULLER, deeds=(deed("order", "meal"),)), False),
        # What only may be is no contradiction.
        (denied(ORDER), replace(FULLER, open=True), False),
    ],
)
def test_what_is_denied_is_told_elsewhere_with_more(
    one: Statement, other: Statement, *, parts: bool
) -> None:
    """All that is denied must be told, of somebody, and of a time that can be the same."""
    found = relation(one, other, 0.4)

    assert (found is not None and found.field == "occurrence" and not found.agree) is parts


def told(quote: str, words: set[str], **more: object) -> Statement:
    """A statement that judges nothing, of the body "e-1"."""
    known = frozenset(words)
    plain = Statement(
        span=Span("d", 0, len(quote), quote), sentence=(0, len(quote)), voice="d",
        who=frozenset({"e-1"}), words=known, said=known, subject=frozenset({"e-1"}), way=0,
        denied=False, open=False, heading=False, part=False,
    )  # fmt: skip
    return replace(plain, **more)  # type: ignore[arg-type]


def on(day: str) -> tuple[Time, ...]:
    return (Time(Span("d", 0, 1, "x"), day, day, day, None, "day", "DATE"),)


FILED = {"fil", "insolv"}


@pytest.mark.parametrize(
    ("words", "day", "field"),
    [
        (FILED | {"court"}, "2018-03-10", "time"),
        (FILED | {"court"}, "2018-06-10", "occurrence"),
        ({"fil", "complai"}, "2018-03-10", "occurrence"),
    ],
)
def test_one_deed_told_shorter_has_one_day(words: set[str], day: str, field: str) -> None:
    """Of the same doer, in words of which one telling has more; months later it is another."""
    one = told("The firm filed for insolvency", FILED, dated=on("2018-03-12"))
    found = relation(one, told("It filed", words, dated=on(day)), 0.8)

    assert found is not None
    assert found.field == field
    assert found.agree == (field == "occurrence")


@pytest.mark.parametrize(
    ("quote", "words", "parts"),
    [
        ("No one has been arrested", {"arrest"}, True),
        ("Nobody has been tried", {"try"}, False),
        ("None of this is working", {"arrest"}, False),
    ],
)
def test_what_nobody_did_somebody_did(quote: str, words: set[str], parts: bool) -> None:
    """All that is denied is told of somebody, and nobody at all is meant."""
    nothing: frozenset[str] = frozenset()
    denial = told(quote, words, who=nothing, subject=nothing, denied=True)
    denial = replace(denial, once=frozenset(words))
    deed = told("Police arrested the shift leader", {"arrest", "shift", "leader"})

    found = nobody_did(denial, deed)
    assert bool(found) == parts
    assert nobody_did(deed, deed) is None
    assert not parts or (found is not None and found.values == ("nobody did", "somebody did"))


def test_four_of_them_are_no_nine_miners() -> None:
    """A number at the head of each, where one says only that it is of those told before."""
    words = {"hospit", "tak"}
    four, nine = "Four of them were taken", "Nine miners were taken"
    numbers = [
        (Quantity(Span("d", 0, len(head), head), value, value, unit, "exact"),)
        for head, value, unit in (("Four", 4.0, None), ("Nine miners", 9.0, "miners"))
    ]
    one, other = told(four, words, numbers=numbers[0]), told(nine, words, numbers=numbers[1])

    found = relation(one, other, 0.9)
    assert found is not None
    assert found.field == "quantity"
    assert relation(replace(one, numbers=()), other, 0.9) != found


def test_one_word_that_is_done_often_is_not_denied_of_all() -> None:
    """ "Nobody asked us": somebody may have asked for anything."""
    nothing: frozenset[str] = frozenset()
    denial = told("Nobody asked us", {"ask"}, who=nothing, subject=nothing, denied=True)
    deed = told("Readers asked for a list", {"ask", "reader", "list"})

    assert nobody_did(denial, deed) is None
    assert nobody_did(replace(denial, once=frozenset({"ask"})), deed) is not None


def test_shares_and_sums_are_told_of_everything() -> None:
    """ "46 percent" of two polls, and of those who are out of work: more must be the same."""

    def of(number: float, unit: str) -> Statement:
        quote = f"{number} {unit}"
        told = Quantity(Span("d", 0, len(quote), quote), number, number, unit, "exact")
        return replace(BLAME, way=0, numbers=(told,), deeds=())

    assert relation(of(46, "percent"), of(58, "percent"), 0.4) is None
    for likeness, unit in ((0.4, "miners"), (0.7, "percent")):
        found = relation(of(46, unit), of(58, unit), likeness)
        assert found is not None and found.field == "quantity"


def judgement(way: int, thing: set[str], *more: str, **fields: object) -> Statement:
    """A statement that judges a thing, with more words beside it."""
    made = replace(
        statement(way, thing, thing), words=frozenset(thing | set(more)), claims=("c",),
        said=frozenset(thing | set(more)), topic=frozenset(thing),
    )  # fmt: skip
    return replace(made, **fields)  # type: ignore[arg-type]


MORALE = judgement(-2, {"moral", "mill"}, "merger")


@pytest.mark.parametrize(
    ("other", "parts"),
    [
        (judgement(2, {"moral", "mill"}, "merger"), True),
        (judgement(2, {"moral", "harbou"}, "merger"), False),
        (judgement(2, {"pric", "mill"}, "harbou", "wint"), False),
        (judgement(2, {"moral", "mill"}, "merger", ahead=True), False),
        (judgement(2, {"moral", "mill"}, "merger", dated=(Time(
            Span("d", 0, 4, "2009"), "2009", "2009-01-01", "2009-12-31", None, "year"),)), False),
    ],
)  # fmt: skip
def test_judgements_part_only_of_one_thing_at_one_time(other: Statement, parts: bool) -> None:
    """Morale at the mill has collapsed: it is excellent there; the price of mills, what will be,
    and what was in 2009 are no answer."""
    for pair in ((MORALE, other), (other, MORALE)):
        found = relation(*pair, 0.7)
        assert (found is not None and found.field == "assessment" and not found.agree) == parts


def test_morale_of_two_mills_is_of_two_things() -> None:
    """Each names what the other does not: morale at Lenz, morale at Dorn."""
    lenz, dorn = judgement(-2, {"moral", "lenz"}), judgement(2, {"moral", "dorn"})

    assert relation(lenz, dorn, 0.9) is None


def test_what_is_so_among_some_may_be_otherwise_among_all() -> None:
    """Support among miners is none among all; where both tell of miners they part."""
    some = replace(MORALE, span=Span("d", 0, 27, "It is low among the miners."))
    whole = judgement(2, {"moral", "mill"}, "merger")
    miners = replace(whole, span=Span("e", 0, 17, "Miners praise it."))

    assert relation(some, whole, 0.7) is None
    assert relation(some, miners, 0.7) is not None


SHOT = replace(
    BLAME, way=0, who=frozenset({"orr"}), words=frozenset({"man", "shoot"}),
    slots=replace(NO_SLOTS, people=frozenset({"orr"})),
    numbers=(Quantity(Span("d", 0, 1, "x"), 43, 43, "men", "exact"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("slots", "who", "parts"),
    [
        (replace(NO_SLOTS, people=frozenset({"orr"})), "orr", True),
        (NO_SLOTS, "orr", True),
        (replace(NO_SLOTS, people=frozenset({"kell"})), "kell", False),
        (replace(NO_SLOTS, meant=frozenset({"kell"})), "kell", False),
    ],
)
def test_of_two_people_two_numbers_are_told(slots: Slots, who: str, parts: bool) -> None:
    """One is 43, another 40; a pronoun tells of whom, too."""
    other = replace(
        SHOT, who=frozenset({who}), slots=slots,
        numbers=(Quantity(Span("e", 0, 1, "x"), 40, 40, "men", "exact"),),
    )  # fmt: skip

    for pair in ((SHOT, other), (other, SHOT)):
        found = relation(*pair, 0.5)
        assert (found is not None and found.field == "quantity") == parts


def _is_whole(subject: str, *, denied: bool) -> Told:
    """Something is whole."""
    none: frozenset[str] = frozenset()
    who, what = (
        Phrase(slot, (0, 1), none, frozenset({word}), word, none)
        for slot, word in (("subject", subject), ("complement", "whole"))
    )
    return Told(0, "be", "be", (who, what), denied, open=False)


@pytest.mark.parametrize(("subject", "parts"), [("reform", True), ("truce", False)])
def test_what_two_things_are_said_to_be(subject: str, parts: bool) -> None:
    """The reform is whole, the reform is not; that the truce is not denies nothing of it."""
    whole = replace(
        BLAME, way=0, who=frozenset(), words=frozenset({"whole", "state", "reform"}),
        said=frozenset({"whole", "state"}), deeds=(_is_whole("reform", denied=False),),
    )  # fmt: skip
    lacks = replace(whole, denied=True, deeds=(_is_whole(subject, denied=True),))

    found = relation(whole, lacks, 0.9)
    assert (found is not None and found.field == "occurrence") == parts


def _deed(verb: str) -> Told:
    doer, thing = (
        Phrase(slot, (0, 1), frozenset({name}), frozenset(), None, frozenset({name}))
        for slot, name in (("subject", "office"), ("object", "merger"))
    )
    return Told(0, verb, verb, (doer, thing), denied=False, open=False)


@pytest.mark.parametrize(("verb", "agree"), [("suspend", True), ("open", False)])
def test_one_doer_who_does_two_things_is_told_of_twice(verb: str, agree: bool) -> None:
    """An office that suspended a merger, and one that opened an inquiry of it, agree on nothing."""
    plain = statement(0, {"office"}, set())
    suspended, other = (replace(plain, deeds=(_deed(one),)) for one in ("suspend", verb))

    found = relation(suspended, other, 1.0)

    assert (found is not None and found.agree) is agree
