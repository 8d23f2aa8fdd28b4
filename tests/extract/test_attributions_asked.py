"""What somebody is advised to do, what is only called for, and sources set in the midst of words."""

import pytest

from tests.extract.telling import chain, shown, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In Beira the governor advised all drivers of lorries not to use the bridge.",
            ("the governor", "advised", "all drivers of lorries not to use the bridge"),
        ),
        (
            "The minister called the strike a crime.",
            ("The minister", "called", "the strike a crime"),
        ),
        (
            "The school closed in May, according to Ann Lee, head of the parents' council.",
            ("Ann Lee, head of the parents' council", "according to", "The school closed in May"),
        ),
        (
            "The firm has, according to Renner, two yards and a dock.",
            (
                "Renner",
                "according to",
                "The firm has, according to Renner, two yards and a dock",
            ),
        ),
        (
            "He owned a hotel on the bay and, according to Renner, half of Torvet, a town of"
            " fishermen.",
            (
                "Renner",
                "according to",
                "He owned a hotel on the bay and, according to Renner, half of Torvet, a town of"
                " fishermen",
            ),
        ),
    ],
)
def test_advice_and_a_source_in_the_midst(engine, text, expected) -> None:
    assert shown(engine, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The mate called the trawler twice on channel 16.",
        "The judge called two witnesses.",
        "Whoever holds the bridge commands the valley.",
    ],
)
def test_whom_one_rings_and_what_one_holds_is_nothing_said(engine, text) -> None:
    assert not told(engine, text)


def test_who_is_named_in_a_quotation_did_not_say_it(engine) -> None:
    """Nor does a command in it tell what its hearer is to say."""
    text = 'Hubert Maas tasted the bar. "Tell Kissinger that his job is safe," he said.'
    found = told(engine, text)

    assert [chain(one) for one in found] == [["Hubert Maas"]]


def test_whom_a_spokesman_names_may_be_she(engine) -> None:
    text = '"Karin Ek has resigned," the spokesman said. She said that she was tired.'

    assert chain(told(engine, text)[-1]) == ["Karin Ek"]
