"""Ways of telling of courts, councils, fact-checks, cables and field reports."""

import pytest

from tests.extract.telling import chain, shown, told


@pytest.mark.parametrize("who", ["The jury", "The inquest", "The court"])
def test_to_whom_a_hearing_is_held_is_not_who_speaks(engine, who):
    assert shown(engine, f"{who} heard that the money had left the fund.") == [
        (None, "heard", "that the money had left the fund")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The agency found no sign of this.", ("The agency", "found", "no sign of this")),
        (
            "The minister vowed on Sunday to open the books.",
            ("The minister", "vowed", "to open the books"),
        ),
        (
            "The councillor likened the scheme to a shoebox.",
            ("The councillor", "likened", "the scheme to a shoebox"),
        ),
    ],
)
def test_what_is_said_is_whole(engine, text, expected):
    assert expected in shown(engine, text)


def test_words_go_on_behind_the_auxiliary_they_were_cut_at(engine):
    parts = [row for row in shown(engine, "He had, he told the meeting, met several couples.")]
    assert [part[2] for part in parts] == ["He had", "met several couples"]


def test_whom_somebody_recalls_speaking_speaks(engine):
    text = 'A lieutenant recalled Ann Lee telling the room: "If he will not pay, another must."'
    rows = shown(engine, text)
    assert ("Ann Lee", "telling") in [row[:2] for row in rows]
    assert ("A lieutenant", "recalled", "Ann Lee telling the room") in rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adaeze Obi KC said that he had treated the fund as his purse.", ["Adaeze Obi"]),
        ("That was not so, replied Det.-Sgt. Lee.", ["Lee"]),
        ("A prisoner, the poet Inés Duarte, remembered that men had whistled.", ["Inés Duarte"]),
        ("In a Facebook post that evening Ian Wragg wrote that he was tired.", ["Ian Wragg"]),
        ("Max Layden warned in a podcast that prices would fall.", ["Max Layden"]),
        (
            "Mrs Tull, who read the regimental papers, suspected that he was ill.",
            ["Tull"],
        ),
        (
            "It followed a report in the Harbour Times on Monday, which said that the alarm was raised.",
            ["Harbour Times"],
        ),
    ],
)
def test_who_stands_in_the_chain(engine, text, expected):
    rows = [a for a in told(engine, text) if a.cue is not None]
    assert [chain(rows[0]), len(rows)] == [expected, 1]


def test_who_quotes_somebody_stays_before_him_under_a_dateline(engine):
    text = (
        "LUND, March 1 (Reuters) - It rained.\n"
        "The broadcaster TV Nord quoted an engineer as saying that the dam had leaked."
    )
    assert [chain(a) for a in told(engine, text) if a.cue] == [["Reuters", "TV Nord", "engineer"]]


def test_he_is_whom_the_sentence_before_is_about_though_he_has_no_name(engine):
    text = (
        "Anton Kos testified that he saw soldiers. The sergeant denied the charge. "
        "He had been asleep, he said."
    )
    last = [a for a in told(engine, text) if a.cue][-1]
    assert chain(last) == ["sergeant"]


def test_he_stays_whom_the_sentence_before_speaks_of_by_name(engine):
    text = "Anton Kos testified that it rained. The sergeant saw Kos. He was asleep, he said."
    last = [a for a in told(engine, text) if a.cue][-1]
    assert chain(last) == ["Anton Kos"]


def test_who_is_quoted_before_a_semicolon_keeps_what_follows_it_apart(engine):
    text = (
        "The paper, quoting two officers, said the bridge had been mined; "
        "a third officer there said it had not."
    )
    assert [chain(a) for a in told(engine, text)] == [
        ["paper", "two officers"],
        ["third officer there"],
    ]


def test_that_is_denied_by_whoever_denies_it(engine):
    text = "The ministry says the dam is safe. That is denied by the engineers' union."
    assert [(chain(a), a.stance) for a in told(engine, text)] == [
        (["ministry"], "affirms"),
        (["engineers' union"], "denies"),
    ]
