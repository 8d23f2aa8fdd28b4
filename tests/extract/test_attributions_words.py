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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Reuters reported on Monday that the bank had lost its licence, citing three people "
            "familiar with the matter. One of them said that the chairman would resign.",
            [
                ["Reuters", "three people familiar with the matter"],
                ["Reuters", "one of the people"],
            ],
        ),
        (
            "AP said that the ministry had closed the bridge, citing security reasons.",
            [["Associated Press"]],
        ),
        (
            "An internal memo, a copy of which was obtained by the Financial Times, warned that the "
            "fund was insolvent.",
            [["Financial Times", "internal memo"]],
        ),
        (
            "As first reported by Der Spiegel, the agency knew of the leak in March.",
            [["Der Spiegel"]],
        ),
        (
            "The Rights Ledger documented the shelling of two markets. A shopkeeper told the "
            "group's researchers that nine shells fell.",
            [["Rights Ledger"], ["Rights Ledger", "shopkeeper"]],
        ),
        (
            "Human Rights Watch interviewed eleven witnesses, five of whom said that the men wore "
            "police uniforms.",
            [["Human Rights Watch", "five of the witnesses"]],
        ),
        (
            "The report's authors say they spoke to thirty fighters. Most said they had joined for "
            "the pay.",
            [["report's authors"], ["most of the fighters"]],
        ),
        (
            "The figures, first reported by Bloomberg, show that sales fell by 9 percent.",
            [["Bloomberg", "figures"]],
        ),
    ],
)
def test_who_stands_behind_it(engine, text, expected):
    assert [chain(one) for one in told(engine, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"The roof went first," recalled Ana, who lives opposite.',
            [("Ana, who lives opposite", "recalled", '"The roof went first,"')],
        ),
        (
            "An inquiry was opened after the Sunday Times alleged that traders had rigged the sale.",
            [("the Sunday Times", "alleged", "that traders had rigged the sale")],
        ),
        (
            "Far from denying it, the premier boasted of the deal.",
            [("the premier", "boasted of", "the deal")],
        ),
        ("No group has claimed the attack. There were no reports of casualties.", []),
        ("Contrary to what the ministry claims, the dam was inspected in 2015.", []),
        (
            "The laboratory traced the fault to a batch of cables.",
            [("The laboratory", "traced", "the fault to a batch of cables")],
        ),
    ],
)
def test_who_it_is_that_tells(engine, text, expected):
    assert shown(engine, text) == expected


def test_a_body_tells_of_itself(engine):
    text = "Kestrel Energy expects losses of 3 million euros this year, it said in a statement."
    assert chain(told(engine, text)[0]) == ["Kestrel Energy"]


@pytest.mark.parametrize(
    "text",
    [
        "Prussia declared war on France.",
        "Peru recalled its ambassador, Lena Horvat, for consultations.",
        "Police questioned Ann Lee on Monday.",
        "A committee plans to question the finance minister on 30 September.",
        "Ann Lee dismissed 700 of the 1,100 staff.",
        "In May the board named Ann Lee as director.",
        "She gave 20 to the church.",
    ],
)
def test_what_is_done_by_a_word_says_nothing(engine, text: str) -> None:
    assert shown(engine, text) == []


def test_papers_deny_nothing(engine) -> None:
    """ "The other two" are of the people told of, not of the papers that were seen."""
    text = (
        "Three managers were charged; one of them has pleaded guilty, according to court papers "
        "seen by The Quay Ledger. The other two deny the charges."
    )
    (denied,) = [one for one in told(engine, text) if one.stance == "denies"]
    assert chain(denied) == ["two of the managers"]


def test_the_number_of_a_note_is_no_part_of_what_is_said(engine) -> None:
    text = "Officers said the convoy had been attacked twice [6]. The ministry confirmed it [7, 8]."
    contents = [one.content.quote for one in told(engine, text)]
    assert contents == ["the convoy had been attacked twice", "it"]


def test_both_are_not_a_hundred(engine) -> None:
    text = "Some 120 officers searched it. Neither has been charged; both deny wrongdoing."
    (denied,) = [one for one in told(engine, text) if one.stance == "denies"]
    assert chain(denied) == ["both"]


def test_who_names_a_suspect_tells_something(engine) -> None:
    assert shown(engine, "The police named him as a suspect.") == [
        ("The police", "named", "him as a suspect")
    ]


def test_a_number_alone_may_be_what_is_told(engine) -> None:
    (one,) = told(engine, "AFP, quoting a hospital source, gave 17.")
    assert (chain(one), one.content.quote) == (["Agence France-Presse", "hospital source"], "17")


def test_what_is_said_of_somebody_told_of_before(engine) -> None:
    (one,) = told(engine, "Cissoko was wounded in June and is said to have fled to Oslo.")
    assert (one.hearsay, one.content.quote) == (True, "to have fled to Oslo")


def test_of_her_officers_is_not_of_those_who_were_told(engine) -> None:
    text = (
        "Kari Moen told journalists on Thursday that both sides shared the blame; in private, two "
        "of her officers said most of the shells came from the city."
    )
    assert ["two of her officers"] in [chain(one) for one in told(engine, text)]


def test_no_one_is_one_of_nobody(engine) -> None:
    text = "Three people have been charged. No one said that Lee was guilty."
    assert [chain(one) for one in told(engine, text)] == [["No one"]]


def test_who_is_told_of_behind_a_source_is_no_part_of_it(engine) -> None:
    text = (
        "According to two officials who spoke to the Post, Esmail Qaani, commander of the Force, "
        "had telephoned Lee."
    )
    (one,) = told(engine, text)
    assert one.source is not None
    assert one.source.quote == "two officials who spoke to the Post"


def test_a_title_that_lists_what_it_tells_of_says_nothing(engine) -> None:
    assert shown(engine, "# Orvex Steel: sale, strike and sanctions\n\nIt was cold.") == []
