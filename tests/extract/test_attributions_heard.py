"""Who is told stands between the cue and what is told; a verb told once; ways of putting it."""

import pytest

from tests.extract.telling import chain, shown, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two nurses told our staff of a locked ward.",
            [("Two nurses", "told", "of a locked ward")],
        ),
        (
            "The marquis boasted to the Emperor of having won.",
            [("The marquis", "boasted", "of having won")],
        ),
        (
            "He complained to the bishop about the state of the roof.",
            [("He", "complained", "about the state of the roof")],
        ),
        # Whose friends and what head they are is nothing told.
        (
            "She told the friends of the minister of her fears about the loan.",
            [],
        ),
        ("He told a story of a bear.", []),
        (
            "There are reports, as yet unconfirmed, of cases across the border.",
            [(None, "reports", "cases across the border")],
        ),
        (
            "He understood her to mean that other growers had complained.",
            [("He", "understood", "that other growers had complained")],
        ),
    ],
)
def test_what_is_told_behind_who_is_told(engine, text, expected):
    assert shown(engine, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Officials spoke of a mishap, residents of a massacre.",
            [("Officials", "spoke of", "a mishap"), ("residents", "spoke of", "a massacre")],
        ),
        (
            "The company put the losses at nine million, the union at forty.",
            [("The company", "put", "the losses at nine million"), ("the union", "put", "forty")],
        ),
        # The same speaker says both.
        (
            "He put the losses at nine million, the price of wheat at forty.",
            [("He", "put", "the losses at nine million, the price of wheat at forty")],
        ),
        (
            "The minister warned of floods, storms of dust and fires.",
            [("The minister", "warned of", "floods, storms of dust and fires")],
        ),
    ],
)
def test_a_verb_told_once_is_meant_of_others(engine, text, expected):
    assert shown(engine, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Parents said they would stay; as one mother put it, "a book is no use to him".',
            [
                ("Parents", "said", "they would stay"),
                ("one mother", "put", '"a book is no use to him"'),
            ],
        ),
        (
            "The bridge, as the inspector had warned in 1990, was not built for lorries.",
            [
                ("the inspector", "had warned", "The bridge"),
                ("the inspector", "had warned", "was not built for lorries"),
            ],
        ),
        (
            "As was noted in the annual report, the mine ran at a loss.",
            [("the annual report", "was noted", "the mine ran at a loss")],
        ),
        # A day and a town are no text.
        ("As was noted in March, the mine ran at a loss.", []),
    ],
)
def test_asides_with_as(engine, text, expected):
    assert shown(engine, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The reason is in the letter of 28 May, whose author complains that nobody came.",
            [["letter of 28 May", "author"]],
        ),
        (
            "The engineers, whose reports say that the dam is safe, were not heard.",
            [["engineers"]],
        ),
        (
            "The minister, whose aide said that he was ill, stayed away.",
            [["aide"]],
        ),
        (
            "The minutes of the council are silent: they record that nobody objected.",
            [["minutes of the council"]],
        ),
    ],
)
def test_whose_and_they_of_a_text(engine, text, expected):
    assert [chain(one) for one in told(engine, text)] == expected


def test_what_stands_before_the_marks_is_not_told_within_them(engine):
    text = 'Ana Lee, who was there, recalled, "Out of nowhere, he said, all bets are off."'
    within = [content for source, _, content in shown(engine, text) if source == "he"]
    assert not any("Ana Lee" in content for content in within)


def test_a_clause_about_a_letter_is_no_closing_cue(engine):
    text = "She read a confession, kept in Mantua, in which he admits to having taken the money."
    assert [content for _, _, content in shown(engine, text)] == ["having taken the money"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "We" asked; whoever answers is another.
        (
            "A clerk in the port said one boat had left. When we asked for a copy, he said it was "
            "lost.",
            ["clerk in the port"],
        ),
        (
            'The maid never spoke of it. "He wept," Delia quotes her as saying.',
            ["Delia", "her"],
        ),
        # However far back she is named.
        (
            'Ana Lee spoke first. The maid was silent. "He wept," Ana Lee quotes her as saying.',
            ["Ana Lee", "her"],
        ),
    ],
)
def test_who_asks_and_who_quotes_is_not_who_answers(engine, text, expected):
    assert chain(told(engine, text)[-1]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 4 September minister Huda Qasim said that the drone was hers.",
            ("minister Huda Qasim", "said", "that the drone was hers"),
        ),
        (
            "The bridge, which according to its builder was safe, fell down on Monday.",
            ("its builder", "according to", "was safe"),
        ),
    ],
)
def test_days_and_relative_clauses_part_a_source(engine, text, expected):
    assert shown(engine, text) == [expected]


def test_an_aside_about_whoever_showed_a_copy_tells_nothing(engine):
    text = "A copy of the log obtained by Lake Today, whose editor showed it to us, is empty."
    assert "showed" not in [cue for _, cue, _ in shown(engine, text)]
