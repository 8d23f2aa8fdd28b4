"""Numbers of things and their bounds, with the real engine."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.annotate.quantities import find_quantities
from sayso.annotate.times.step import find_times
from sayso.engines.spacy import SpacyEngine
from sayso.packs.pack import Pack
from sayso.records.documents import Block, Cleaned, Document
from sayso.records.marks import Quantity
from sayso.records.notes import Notes

Find = Callable[[str], tuple[Quantity, ...]]


@pytest.fixture
def find(engine: SpacyEngine) -> Find:
    """The quantities of a text."""

    def quantities(text: str) -> tuple[Quantity, ...]:
        blocks = (Block("paragraph", 0, len(text)),)
        document = Document("d-1", "a.txt", "0" * 64, "txt", text, blocks, Cleaned(text, ((0, 0),)))
        notes = Notes(document).with_gift("parse", engine.parse(document))
        return find_quantities(notes.with_gift("times", find_times(notes, Pack())))

    return quantities


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "bound"),
    [
        ("The union sent 40 dockers.", 40, 40, "dockers", "exact"),
        ("The union sent about 175 dockers.", 175, 175, "dockers", "about"),
        ("They opened over 16 new offices.", 16, None, "new offices", "more_than"),
        ("They handed over 16 prisoners.", 16, 16, "prisoners", "exact"),
        ("He paid at least six visits.", 6, None, "visits", "at_least"),
        ("They hired up to 20 cranes.", None, 20, "cranes", "at_most"),
        ("They hired fewer than 20 cranes.", None, 20, "cranes", "less_than"),
        ("Between 2,000 to 2,500 dockers came.", 2000, 2500, "dockers", "range"),
        ("He owns 15-20 houses.", 15, 20, "houses", "range"),
        ("It cost $5 million.", 5e6, 5e6, "dollars", "exact"),
        ("They paid $310m.", 310e6, 310e6, "dollars", "exact"),
        ("They paid £4.7bn.", 4.7e9, 4.7e9, "pounds", "exact"),
        ("They paid US$2.5B and left.", 2.5e9, 2.5e9, "dollars", "exact"),
        ("They paid $90-100m.", 90e6, 100e6, "dollars", "range"),
        ("They paid between $90m and $100m.", 90e6, 100e6, "dollars", "range"),
        ("They paid EUR 12m.", 12e6, 12e6, "euros", "exact"),
        ("It sent 20k dockers.", 20_000, 20_000, "dockers", "exact"),
        ("It has 12m users.", 12e6, 12e6, "users", "exact"),
        ("It dug 40km of trenches.", 40, 40, "km", "exact"),
        ("They paid between $3 and $5 million.", 3e6, 5e6, "dollars", "range"),
        ("Trade fell by 12 percent.", 12, 12, "percent", "exact"),
        ("Twenty-five ships sank.", 25, 25, "ships", "exact"),
        ("A dozen ships sank.", 12, 12, "ships", "exact"),
        ("Ten or more ships sank.", 10, None, "ships", "at_least"),
        ("Two-thirds of the ships sank.", 2 / 3, 2 / 3, "share", "exact"),
        ("Less than half of the ships sank.", None, 0.5, "share", "less_than"),
    ],
)
def test_numbers_have_bounds_and_a_unit(
    find: Find, text: str, low: float | None, high: float | None, unit: str, bound: str
) -> None:
    """The words around a number set its bounds; what is counted is its unit."""
    (found,) = find(text)
    assert (found.low, found.high, found.unit, found.bound) == (low, high, unit, bound)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Hundreds of dockers marched.", 100),
        ("Dozens of dockers marched.", 12),
        ("Tens of thousands of dockers marched.", 10_000),
        ("Several hundred dockers marched.", 200),
        ("A few dozen dockers marched.", 24),
    ],
)
def test_round_plurals_are_at_least_one_of_their_kind(find: Find, text: str, low: float) -> None:
    """A word such as "hundreds" warrants a hundred, and no upper bound."""
    (found,) = find(text)
    assert (found.low, found.high, found.bound, found.unit) == (low, None, "at_least", "dockers")


def test_each_number_of_a_list_keeps_its_own_unit(find: Find) -> None:
    """Counts that stand side by side are not mixed up."""
    found = find("They bought 25 harbour cranes, ten electric forklift trucks and five boats.")
    assert [(one.low, one.unit) for one in found] == [
        (25, "harbour cranes"),
        (10, "electric forklift trucks"),
        (5, "boats"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It began on 4 June 2018 and lasted two weeks.",
        "Unit 840 and the 5th Corps took part.",
        "COVID-19 spread.",
        "The council passed Resolution 1929.",
        "One of them was in Sector 7.",
        "1. Introduction",
    ],
)
def test_dates_labels_and_names_are_no_quantities(find: Find, text: str) -> None:
    """Numbers that name or date something count nothing."""
    assert [one for one in find(text) if one.span.quote.lower() != "one"] == []


def test_the_quote_takes_in_bound_and_unit(find: Find) -> None:
    """A quantity cites the words that its figures stand on."""
    (found,) = find("The union sent at least 40 dockers.")
    assert found.span.quote == "at least 40 dockers"


def test_what_somebody_has_is_counted_and_not_who_has_it(find: Find) -> None:
    (two,) = find("Police held two of the club's players.")
    assert (two.low, two.unit) == (2.0, "players")


def test_a_third_man_is_no_third_of_one(find: Find) -> None:
    assert not find("A third defendant was acquitted.")
    (share,) = find("A third of the men died.")
    assert share.unit == "share"


def test_what_somebody_is_taken_for_is_not_counted(find: Find) -> None:
    (nine,) = find("The rebels took nine of its men hostage.")
    assert (nine.low, nine.unit) == (9.0, "men")
