"""Lists, measures, verdicts on what somebody told, texts that show a scene, words afloat."""

import pytest

from tests.extract.telling import chain, shown, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The harbour board reported two dead and eleven wounded.",
            [("The harbour board", "reported", "two dead and eleven wounded")],
        ),
        (
            "The ministry reported 14 killed, 30 injured and three missing.",
            [("The ministry", "reported", "14 killed, 30 injured and three missing")],
        ),
        (
            "Residents reported looting of the market, the university and several pharmacies.",
            [
                (
                    "Residents", "reported",
                    "looting of the market, the university and several pharmacies",
                )
            ],
        ),
        (
            "Her landlady puts her departure a good hour later.",
            [("Her landlady", "puts", "her departure a good hour later")],
        ),
        (
            "One of the bankers put it as high as 195 million pounds.",
            [("One of the bankers", "put", "it as high as 195 million pounds")],
        ),
        (
            "The brewery expects sales of 30 million euros.",
            [("The brewery", "expects", "sales of 30 million euros")],
        ),
        (
            "The daily declared the government finished.",
            [("The daily", "declared", "the government finished")],
        ),
        (
            "The logbook is lost, but a letter has him leaving the city on 4 May.",
            [("a letter", "has", "him leaving the city on 4 May")],
        ),
        (
            "The drug was judged by the agency to be ineffective.",
            [("the agency", "was judged", "The drug was judged by the agency to be ineffective")],
        ),
        (
            "The court accepted the testimony of a pharmacist.",
            [("The court", "accepted", "the testimony of a pharmacist")],
        ),
        ("The court accepted the chair.", []),
        ("The two towns share a river.", []),
        (
            "Rumours reached the court that the regent was ill.",
            [(None, "Rumours", "that the regent was ill")],
        ),
        ("Reports of a coup proved false.", [(None, "Reports of", "a coup")]),
    ],
)  # fmt: skip
def test_extent(engine, text, expected):
    assert shown(engine, text) == expected


def test_what_one_has_heard_from_others_is_theirs(engine):
    (saying,) = told(engine, "A former aide had heard from two guards that the general was ill.")
    assert chain(saying) == ["former aide", "two guards"]


def test_what_is_shown_to_an_outlet_has_been_carried_by_it(engine):
    text = "A letter leaked to Reuters stated that the bridge had been closed."
    assert chain(told(engine, text)[0]) == ["Reuters", "letter"]
