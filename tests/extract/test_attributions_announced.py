"""What is told behind a colon, before "said so", and behind a phrase between commas."""

import pytest

from tests.extract.telling import chain, shown, told


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "The ministry issued a warning: the dam could burst.",
            "The ministry",
            "the dam could burst",
        ),
        (
            "The coach had one message for reporters: the season was not over.",
            "The coach",
            "the season was not over",
        ),
        (
            "The tunnel was never inspected. The foreman said so.",
            "The foreman",
            "The tunnel was never inspected",
        ),
    ],
)
def test_what_is_announced_or_pointed_back_to_is_told(engine, text, who, what) -> None:
    """A noun of telling announces what its colon leads to; "so" stands for the sentence before."""
    assert [(source, content) for source, _, content in shown(engine, text)] == [(who, what)]


@pytest.mark.parametrize(
    "text",
    [
        "The tunnel was never inspected. The foreman would have said so.",
        "The tunnel was never inspected. Nobody said so.",
        "The ministry received a bill: the roof had cost millions.",
        "There was no warning: the dam burst at night.",
    ],
)
def test_what_nobody_announced_is_not_told(engine, text) -> None:
    """What is only thought of, or told by nobody, stays the author's."""
    assert shown(engine, text) == []


def test_a_name_that_somebody_goes_by_is_no_statement(engine) -> None:
    """ "Who calls himself" only names him."""
    text = "A commander who calls himself Abu Tariq said that the town had fallen."

    assert [content for _, _, content in shown(engine, text)] == ["that the town had fallen"]


def test_whom_an_outlet_quotes_before_that_stays_out_of_what_is_said(engine) -> None:
    """The quoted source is in the chain, and the content begins with its "that"."""
    (found,) = told(
        engine, "Reuters said last week, quoting a source at the port, that the crane was sold."
    )

    assert found.content.quote == "that the crane was sold"
    assert chain(found) == ["Reuters", "source"]
