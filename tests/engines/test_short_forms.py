"""Stops that shorten a word end no sentence."""

import pytest

from sayso.read.choose import read_document


def sentences(engine, text: str) -> list[str]:
    document = read_document("a.txt", text.encode())
    return [text[s.start : s.end] for s in engine.parse(document).sentences]


@pytest.mark.parametrize(
    "whole",
    [
        "That was not so, replied Det.-Sgt. Lee.",
        "It began with a tweet by state Sen. Ann Lee of Ohio.",
        "The grant was cut (WFP, Situation Report No. 14, 22 April 2022).",
        "The Government rejected that estimate (S/2017/224, para. 31).",
        "The judge followed Marsh v. Norbury in every point.",
        "Lt. Col. Ann Lee and Maj.-Gen. Orr left at noon.",
        "Pages are given in the notes (vol. 2, pp. 14-15, fig. 3).",
    ],
)
def test_a_short_form_ends_no_sentence(engine, whole: str) -> None:
    assert sentences(engine, f"It rained. {whole} It stopped.") == [
        "It rained.",
        whole,
        "It stopped.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They said no. Fourteen of them left.",
        "It ended in May. Twelve people came back.",
        "Was he there? No. He was in Lund.",
    ],
)
def test_a_stop_that_shortens_nothing_ends_a_sentence(engine, text: str) -> None:
    assert len(sentences(engine, text)) > 1


def test_a_rank_and_its_stop_are_one_word(engine) -> None:
    """Else the grammar takes the stop for the end of what the rank stands before."""
    text = "That was not so, replied Det.-Sgt. Lee."
    words = [t.text for t in engine.parse(read_document("a.txt", text.encode())).sentences[0]]
    assert words[-3:] == ["Det.-Sgt.", "Lee", "."]
