"""Where what somebody says ends, and cues that stand in its midst or close it."""

import pytest

from tests.extract.telling import chain, shown, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The dam released more water than its licence allows, the river authority admitted on"
            " Tuesday, two days after floods swept away the lower market.",
            (
                "the river authority",
                "admitted",
                "The dam released more water than its licence allows",
            ),
        ),
        (
            "Rebels of the Upland Front have taken the mining town of Torvet, a senior officer"
            " and two aid workers said on Monday.",
            (
                "a senior officer and two aid workers",
                "said",
                "Rebels of the Upland Front have taken the mining town of Torvet",
            ),
        ),
        (
            "What the pilot saw was told to the board by a publican.",
            ("a publican", "was told", "What the pilot saw"),
        ),
        (
            'Surgeon "altered records", tribunal hears',
            ("tribunal", "hears", 'Surgeon "altered records"'),
        ),
        (
            "That the duke pardoned the town is affirmed by all three.",
            ("all three", "is affirmed", "That the duke pardoned the town"),
        ),
        (
            "The chairwoman, Ottilie Brandt, is recorded as having asked for a second opinion.",
            (
                None,
                "is recorded",
                "The chairwoman, Ottilie Brandt, is recorded as having asked for a second opinion",
            ),
        ),
        (
            "The analyst remembers being told that the model was too gloomy.",
            (
                "The analyst",
                "remembers",
                "being told that the model was too gloomy",
            ),
        ),
        (
            "Brandt denied that there was pressure, though she allowed that deadlines were tight.",
            ("she", "allowed", "that deadlines were tight"),
        ),
        (
            'The mill, in the words of its owner, is "finished".',
            ("its owner", "in the words of", '"finished"'),
        ),
        (
            "According to Radio Danavara, which cited a border guard, a man bearing his name"
            " crossed into Tolmia on Monday night.",
            (
                "Radio Danavara, which cited a border guard",
                "According to",
                "a man bearing his name crossed into Tolmia on Monday night",
            ),
        ),
    ],
)
def test_the_whole_of_what_is_said_and_no_more(engine, text, expected):
    assert expected in shown(engine, text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "He could not exclude, he said, that the pump had been at fault.",
            {"He could not exclude", "that the pump had been at fault"},
        ),
        (
            "Two more, she had been told by a colleague, lay at the fire station.",
            {"Two more", "lay at the fire station"},
        ),
        (
            'His client, he says, "handed over everything he was asked for".',
            {"His client", '"handed over everything he was asked for"'},
        ),
    ],
)
def test_what_inserted_words_part_is_said_on_both_sides(engine, text, parts):
    assert parts == {content for _, _, content in shown(engine, text)}


def test_an_authors_remark_on_what_was_said_is_no_part_of_it(engine):
    text = 'A clerk said Aas had walked out, an account which the union called "pure invention".'
    found = told(engine, text)
    contents = [attribution.content.quote for attribution in found]
    assert "Aas had walked out" in contents
    assert [chain(a) for a in found if a.content.quote == '"pure invention"'] == [["union"]]


def test_somebody_described_at_the_end_is_no_remark(engine):
    text = "The mayor said that the brigade had chosen Sabo, a figure who is known in the hills."
    assert "that the brigade had chosen Sabo, a figure who is known in the hills" in [
        content for _, _, content in shown(engine, text)
    ]


def test_who_is_allowed_to_do_something_says_nothing(engine):
    assert shown(engine, "The guards allowed him to leave. The law allows banks to lend.") == []


def test_who_was_told_answers(engine):
    text = (
        "Mrs Holm, a neighbour, said that the house was empty. Mr Penrose put it to Mrs Tully that"
        ' it was not. "It was," she answered.'
    )
    assert chain(told(engine, text)[-1]) == ["Tully"]


def test_the_paper_quotes_one_of_those_it_told_of(engine):
    text = (
        "Elders of Gani said that 30 granaries had burned. The newspaper Le Griot reported that"
        " envoys of the government had met Dikko abroad, and quoted one of them as saying that"
        ' "everything is on the table".'
    )
    *_, last = told(engine, text)
    assert chain(last)[0] == "Le Griot"
    assert "elders" not in chain(last)[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The cabinet is expected to name a governor on Monday, state television reported.",
            (
                "state television",
                "reported",
                "The cabinet is expected to name a governor on Monday",
            ),
        ),
        (
            "Nobody had been warned, according to a report by the bank: the letters were forged.",
            ("a report by the bank", "according to", "Nobody had been warned"),
        ),
        (
            "According to him, the station was switched off, a claim that the company denies.",
            ("him", "According to", "the station was switched off"),
        ),
        (
            'Abu Zayd is quoted by Hawk News as having told a gathering that "ballots are dead".',
            ("Abu Zayd", "as having told", 'that "ballots are dead"'),
        ),
    ],
)
def test_a_source_ends_where_what_it_tells_begins(engine, text, expected):
    assert expected in shown(engine, text)


def test_who_is_told_something_behind_a_quotation_tells_nothing(engine):
    text = (
        '"She carried what she always carried," he told the widows\' association, whose chairwoman,'
        " Pilar Otero, keeps a transcript."
    )
    assert [content for _, _, content in shown(engine, text)] == [
        '"She carried what she always carried,"'
    ]


def test_a_month_is_no_outlet(engine):
    text = "The parliament's report, published in March, finds that the cause is unknown."
    assert chain(told(engine, text)[0]) == ["parliament's report"]


def test_a_firm_at_its_work_is_a_body(engine):
    text = (
        "Mrs Juhl disputes that she was responsible. In a statement she said the figures had been"
        " approved. The auditor, Holt & Brand, says that it saw notes. It says they were forged."
    )
    assert chain(told(engine, text)[-1]) == ["auditor"]


def test_another_is_one_of_those_the_sentence_before_is_about(engine):
    text = (
        "Residents said that patrols had stopped. Defectors paint a different picture. Another"
        ' spoke of "hardly two thousand".'
    )
    assert "defectors" in chain(told(engine, text)[-1])[-1]


@pytest.mark.parametrize(
    "text",
    [
        "Whether she was believed we cannot say: her name is missing from the report.",
        "Why he left nobody can say.",
        "The company paid bribes to officials, prosecutors and the police said nothing.",
    ],
)
def test_what_is_left_open_is_said_by_nobody(engine, text) -> None:
    assert not told(engine, text)


def test_what_a_colon_leads_to_is_what_is_said(engine) -> None:
    """And by whose research it is, where a person speaks of it."""
    text = (
        "Recent research by Dr. Alys Pengelly appears to bear him out: the underwriters' books,"
        " she notes, show three policies on the same casks of oil."
    )
    first = told(engine, text)[0]

    assert first.content.quote == "the underwriters' books"
    assert chain(first) == ["Alys Pengelly"]
