"""Ways of telling of features, inquiries and histories: halves of a quotation, papers that show."""

import pytest

from tests.extract.telling import chain, shown, tagged, told


def test_a_quotation_in_two_halves_has_one_speaker(engine):
    text = (
        '"What I want to know," said Gudrun Sand, whose son was in the engine room, "is why'
        ' nobody answered those letters."'
    )
    who = "Gudrun Sand, whose son was in the engine room"
    parts = [row for row in shown(engine, text) if row[0] == who]
    assert parts == [
        (who, "said", '"What I want to know,"'),
        (who, "said", '"is why nobody answered those letters."'),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It blamed a shortage of surveyors, adding that the backlog had been cleared.",
            [
                ("It", "blamed", "a shortage of surveyors"),
                ("It", "adding", "that the backlog had been cleared"),
            ],
        ),
        (
            "It apologised and said that the fee would be repaid.",
            [("It", "said", "that the fee would be repaid")],
        ),
        ("It is hard to say whether the price fell.", []),
    ],
)
def test_it_goes_on_to_say(engine, text, expected):
    assert shown(engine, text) == expected


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The captain of the trawler Lofoten said it was late.", "The captain of the trawler Lofoten"),
        ("A man on the boat Ana Maria told us that it sank.", "A man on the boat Ana Maria"),
    ],
)  # fmt: skip
def test_whose_name_stands_behind_a_thing_is_not_who_speaks(engine, text, source):
    assert [row[0] for row in shown(engine, text)] == [source]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The secretary puts the number of ships still waiting at forty.",
            ("The secretary", "puts", "the number of ships still waiting at forty"),
        ),
        (
            "Feodor blames the fall of the town on treason.",
            ("Feodor", "blames", "the fall of the town on treason"),
        ),
        (
            "That is disputed by the seamen's union.",
            ("the seamen's union", "is disputed", "That"),
        ),
    ],
)
def test_the_whole_of_what_is_put_blamed_and_disputed(engine, text, expected):
    assert shown(engine, text) == [expected]


def test_an_allegation_that_somebody_dismisses(engine):
    text = (
        "Hanratty suggested that the club had no money, an allegation which its chief executive"
        " dismissed as laughable."
    )
    found = {a.cue.quote: a for a in told(engine, text) if a.cue}
    assert found["suggested"].content.quote == "that the club had no money"
    assert found["dismissed"].content.quote == "that the club had no money"
    assert found["dismissed"].stance == "denies"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The fire was set on purpose, letters obtained by the Herald show.",
            [("letters obtained by the Herald", "show", "The fire was set on purpose")],
        ),
        (
            "The harbour was shut for two days, satellite pictures examined by the centre indicate.",
            [
                (
                    "satellite pictures examined by the centre",
                    "indicate",
                    "The harbour was shut for two days",
                )
            ],
        ),
        # Those who see and the pictures that they show are nothing told.
        ("The gallery opened in May, and the pictures it owns show.", []),
        ("After the fire was put out, two pictures were on show.", []),
    ],
)  # fmt: skip
def test_papers_that_show_it_at_the_end(engine, text, expected):
    assert shown(engine, text) == expected


def test_who_is_pressed_says_nothing_by_it(engine):
    text = "Pressed on why the payments were not declared, Dahl replied that nobody had asked."
    assert tagged(engine, text) == ["that nobody had asked"]


def test_what_somebody_reports_hearing_rests_on_whom_he_heard(engine):
    text = "Morozov reports hearing from a deserter that the governor intended to surrender."
    (found,) = told(engine, text)
    assert chain(found) == ["Morozov", "deserter"]


def test_this_newspaper_is_the_one_that_prints_it(engine):
    text = (
        "According to the log of the Lunna, the fault had been noticed in January. Two deckhands"
        " have described to this newspaper how the door was held shut."
    )
    assert chain(told(engine, text)[-1]) == ["this newspaper", "Two deckhands"]


def test_the_first_and_the_other_of_those_told_of(engine):
    text = (
        "Two deckhands described how the door was shut. The first said it had no lock. The other"
        " said it had a chain."
    )
    assert [chain(a)[-1] for a in told(engine, text)] == [
        "Two deckhands", "first of the deckhands", "other of the deckhands",
    ]  # fmt: skip


def test_it_behind_a_semicolon_is_what_the_clause_before_tells_of(engine):
    text = (
        "Feodor tells of treason. Local tradition, which schoolteachers collected, knows nothing"
        " of it; it holds that the wall was undermined."
    )
    assert chain(told(engine, text)[-1]) == ["Local tradition"]


def test_a_body_has_indicated_it_and_a_state_of_things_has_not(engine):
    text = (
        "A sale would need the consent of the regulator, which has indicated that it wants to see"
        " the buyer. The bank lost money, which shows that it was badly run."
    )
    assert [row[1] for row in shown(engine, text)] == ["has indicated"]


def test_what_stands_before_she_said_is_her_word(engine):
    text = "There was no evidence, she said, that anybody had ever mentioned it."
    assert shown(engine, text) == [
        ("she", "said", "There was no evidence"),
        ("she", "said", "that anybody had ever mentioned it"),
    ]


def test_others_are_none_of_those_before_somebody_else(engine):
    text = (
        "Officials deny that force was used. A mother of four said that they came at night. Others"
        " recalled being handed papers."
    )
    assert chain(told(engine, text)[-1]) == ["Others"]


def test_a_calling_told_of_the_only_person_of_the_sentence_before(engine):
    alone = "That worries Piet Hanekom. The oceanographer, who lives in Durban, said it was late."
    two = alone.replace("Hanekom", "Hanekom and Ann Lee")
    assert chain(told(engine, alone)[-1]) == ["Piet Hanekom"]
    assert chain(told(engine, two)[-1]) == ["oceanographer"]
