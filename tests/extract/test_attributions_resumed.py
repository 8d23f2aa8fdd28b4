"""Who speaks where the verb's own subject stands elsewhere, and what nobody says."""

import pytest

from tests.extract.telling import chain, shown, tagged, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Karl Benz is reported to have warned the board that the bank would fail.",
            ("Karl Benz", "have warned", "that the bank would fail"),
        ),
        (
            'The negotiator was overheard telling a colleague that the others "always blink first".',
            ("The negotiator", "telling", 'that the others "always blink first"'),
        ),
        (
            "The harbour master denied the charge, his lawyer said, and demanded an apology.",
            ("The harbour master", "demanded", "an apology"),
        ),
        (
            '"Everybody knew," the Indian champion tweeted.',
            ("the Indian champion", "tweeted", '"Everybody knew,"'),
        ),
        (
            "Data collected by the agency show that rivers are warmer.",
            ("Data collected by the agency", "show", "that rivers are warmer"),
        ),
        (
            "The police have opened a case, according to a lawyer for the families, Jon Lie; the"
            " district denied it.",
            (
                "a lawyer for the families, Jon Lie",
                "according to",
                "The police have opened a case",
            ),
        ),
    ],
)
def test_who_speaks_stands_elsewhere(engine, text, expected):
    assert expected in shown(engine, text)


def test_who_is_only_expected_to_say_something_has_not_said_it(engine):
    sources = [
        source for source, _, _ in shown(engine, "The union was expected to announce a strike.")
    ]
    assert "The union" not in sources


def test_what_resumes_the_clause_is_told_by_whoever_was_inserted(engine):
    text = "The union backed the strike, its leader said, and warned that more would follow."
    assert ("its leader", "said", "and warned that more would follow") in shown(engine, text)
    assert ("The union", "warned", "that more would follow") in shown(engine, text)


@pytest.mark.parametrize(
    "text",
    [
        "The judge proved him wrong.",
        "He would say no more.",
        "She said little else.",
    ],
)
def test_nothing_is_said(engine, text):
    assert tagged(engine, text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [('"No," she said.', '"No,"'), ("He said nothing would change. She said no.", "no")],
)
def test_a_short_answer_is_an_answer(engine, text, said):
    assert said in tagged(engine, text)


def test_a_relative_alone_is_no_part_of_what_is_said(engine):
    found = shown(engine, "Union officials, who, they say, warned him in May, were ignored.")
    assert [content for _, _, content in found] == ["warned him in May"]


def test_quoted_words_tell_of_nothing_behind_their_marks(engine):
    assert all(
        source != "Everybody" for source, _, _ in shown(engine, '"Everybody knew," he tweeted.')
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Figures compiled by the union show that 84 people died.", ["union"]),
        ("A survey conducted by Gallup found that most disagree.", ["Gallup"]),
        ("According to a study commissioned by the ministry, 84 people died.", ["study"]),
        (
            "One of the divers, who asked that his name not be used, said the hull was cracked.",
            ["One of the divers"],
        ),
    ],
)
def test_whose_word_it_is(engine, text, expected):
    assert expected in [chain(one) for one in told(engine, text)]
