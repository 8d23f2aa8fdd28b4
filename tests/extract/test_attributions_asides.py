"""Sayings that stand aside, behind or apart from their clause, with the real engine."""

import pytest

from tests.extract.telling import chain, shown, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Okoro learned of the sale from a friend, a person close to her told Reuters.",
            [("a person close to her", "told", "Okoro learned of the sale from a friend")],
        ),
        (
            "The talks had failed, Reuters has been told.",
            [(None, "has been told", "The talks had failed")],
        ),
        (
            "What Keller signed was, prosecutors say, a forgery.",
            [
                ("prosecutors", "say", "What Keller signed was"),
                ("prosecutors", "say", "a forgery"),
            ],
        ),
        (
            "The mine, it is feared, will never reopen.",
            [(None, "is feared", "The mine"), (None, "is feared", "will never reopen")],
        ),
        (
            "As Vance tells it, the cabinet never voted.",
            [("Vance", "tells", "the cabinet never voted")],
        ),
        (
            "Mota disputes the number - it was nineteen, she insists - but not the mood.",
            [("Mota", "disputes", "the number"), ("she", "insists", "it was nineteen")],
        ),
        (
            "Vaz, for his part, thinks the port will recover.",
            [("Vaz", "thinks", "the port will recover")],
        ),
        (
            "Health officials have confirmed 12 cases, up from ten a week earlier, the provincial"
            " health directorate reported on Sunday.",
            [
                (
                    "the provincial health directorate",
                    "reported",
                    "Health officials have confirmed 12 cases, up from ten a week earlier",
                ),
                ("Health officials", "have confirmed", "12 cases"),
            ],
        ),
        (
            "Chief executive Mei Tanaka told investors on a call that the delay was late.",
            [("Chief executive Mei Tanaka", "told", "that the delay was late")],
        ),
        (
            "Erik wrote to his superiors two days after the death that Karlsson knew he was lost.",
            [
                ("Erik", "wrote", "that Karlsson knew he was lost"),
                ("Karlsson", "knew", "he was lost"),
            ],
        ),
        (
            "The Lake Times reported the offer on Sunday, attributing it to unnamed sources.",
            [("The Lake Times", "reported", "the offer on Sunday")],
        ),
        (
            "It is unlikely that Nkolo has been killed: a relative said she had seen him.",
            [("a relative", "said", "she had seen him")],
        ),
        ("Osei v. Harbour Authority: judgment", []),
        ("An internal memo, a copy of which Lee has, estimates losses of 1.1 million.", None),
        ("The directorate did not discuss stolen papers.", []),
        ("She names nobody. The nurse did not want to be identified.", []),
    ],
)
def test_what_is_told_is_whole_and_nobody_elses(engine, text, expected):
    found = shown(engine, text)
    if expected is None:  # the words behind the verb are no speaker, whatever else is found
        assert all(source != "losses of 1.1 million" for source, _, _ in found)
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dr Amadi, the expert for the owner, was of the opinion that the man was drunk.",
            ("Dr Amadi, the expert for the owner", "was of the opinion", "affirms"),
        ),
        (
            "I am not persuaded that this caused the collision.",
            ("I", "am not persuaded", "denies"),
        ),
        (
            "The judge was not satisfied that the signature was genuine.",
            ("The judge", "was not satisfied", "denies"),
        ),
        (
            "It was suggested on behalf of the claimant that the log had been altered.",
            ("the claimant", "was suggested", "affirms"),
        ),
        (
            "The governor let it be known that he would not run.",
            ("The governor", "be known", "affirms"),
        ),
        ("The president is rumoured to be ill.", (None, "is rumoured", "unsure")),
        ("Most agreed that the door was open.", ("Most", "agreed", "affirms")),
        ("The bank, which says it broke no rule, will appeal.", ("which", "says", "affirms")),
        (
            "Dr Okonkwo considered this impossible.",
            ("Dr Okonkwo", "considered", "affirms"),
        ),
        (
            "According to its editor, Ama Boateng, a correction is being considered.",
            ("its editor, Ama Boateng", "According to", "affirms"),
        ),
    ],
)
def test_who_holds_it_and_how(engine, text, expected):
    found = told(engine, text)[0]
    assert (found.source and found.source.quote, found.cue.quote, found.stance) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Lake Times reported the offer, attributing it to two unnamed officials.",
            ["Lake Times", "two unnamed officials"],
        ),
        (
            "According to minutes seen by Reuters, the mayor claimed that it had sunk.",
            ["Reuters", "minutes", "mayor"],
        ),
        (
            "The minutes quote the finance director as telling colleagues that it could wait.",
            ["minutes", "finance director"],
        ),
        (
            "The study was questioned by statisticians at Leiden, who say that it is wrong.",
            ["statisticians at Leiden"],
        ),
        (
            "The exception was the bosun, Ole Strand, whose evidence was that he had shut it.",
            ["Ole Strand"],
        ),
        (
            "According to the archives, as quoted by the historian Thomas Wegener, the police"
            " listed him as a source.",
            ["Thomas Wegener", "archives"],
        ),
        (
            "Engineers consulted by Reuters are not convinced. One called it very convenient.",
            ["Reuters", "one of the engineers"],
        ),
        (
            "Reuters' Anna Reyes reports that the road is cut.",
            ["Reuters", "Anna Reyes"],
        ),
        (
            "Erik wrote that Karlsson knew he was followed. He added that he had seen the car.",
            ["Erik"],
        ),
    ],
)
def test_a_saying_has_the_chain(engine, text, expected):
    found = told(engine, text)
    assert expected in [chain(one) for one in found]


def test_an_author_is_cited_for_the_clause_that_names_him(engine):
    text = "Lang dismisses the memoir; Reyfield finds it convincing (Reyfield 2003, 118)."
    dated = {a.source.quote: a.published for a in told(engine, text) if a.source}
    assert dated["Lang"] is None
    assert dated["Reyfield"] == "2003"


def test_what_leads_to_an_author_is_no_part_of_the_name(engine):
    text = "According to a note in the file, cited by Mamedov (1998: 77), nine icons were seized."
    found = [a for a in told(engine, text) if a.cue]
    assert [chain(a) for a in found] == [["Mamedov", "note in the file"]]
    assert found[0].content.quote == "nine icons were seized"


def test_a_guard_is_somebody_and_a_general_staff_a_body(engine):
    text = (
        "Tolmark's general staff denied this. It put its losses at two dead."
        " A guard confirmed that he had been following orders. He said that it was late."
    )
    spoken = {a.cue.quote: chain(a) for a in told(engine, text) if a.cue}
    assert spoken["put"] == ["Tolmark's general staff"]
    assert spoken["said"] == ["guard"]


@pytest.mark.parametrize(
    "text",
    [
        "BRINDELLA, 9 October - The main witness said that she had lied.",
        "KYIV, March 3 (Reuters) — The main witness said that she had lied.",
        "Geneva, Tuesday 4 May 2021 – The main witness said that she had lied.",
    ],
)
def test_a_dateline_is_no_part_of_who_speaks(engine, text):
    assert ("The main witness", "said", "that she had lied") in shown(engine, text)


def test_a_sentence_with_a_dash_has_no_dateline(engine):
    text = "May 4 - nobody knew it yet - was the last day, the mayor said."
    assert [source for source, _, _ in shown(engine, text)] == ["the mayor"]


@pytest.mark.parametrize(
    "text",
    [
        "There is, it must be said, no evidence for this.",
        "It should be noted that the figure is old.",
        "Kestrel Bank: what the supervisors saw",
        "Cyclone Anjara: Situation Report No. 4",
    ],
)
def test_the_authors_own_turns_of_phrase_have_no_source(engine, text):
    assert told(engine, text) == ()


def test_what_somebody_is_asked_for_is_not_told(engine):
    text = "Asked to comment on the receipt, a spokeswoman said that it was old."
    assert shown(engine, text) == [("a spokeswoman", "said", "that it was old")]


def test_receipts_that_prove_a_lie_are_not_called_false(engine):
    found = told(engine, "The receipts prove that Tavares lied.")
    assert [a.stance for a in found] == ["affirms"]


def test_an_outlet_that_the_parse_takes_for_a_day_speaks(engine):
    found = told(engine, "On June 27, 2020, Xinhua reported a visit to the border.")
    assert [(a.source.quote, a.published) for a in found] == [("Xinhua", "2020-06-27")]


def test_the_day_behind_who_was_told_is_the_reports(engine):
    text = "The envoy told the channel al-Alam (December 5, 2020) that they had met."
    assert [a.published for a in told(engine, text) if a.cue] == ["2020-12-05"]


def test_a_which_agrees_with_whoever_says_it(engine):
    found = told(engine, "They paid the unions, which says that the talks go on.")
    assert all(a.source is None or a.source.quote != "which" for a in found)


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        ("Her brother said she had fled to Oslo, a claim the embassy denied.", "the embassy",
         "she had fled to Oslo"),
        ("The rebels said the convoy carried arms, a charge the agency called absurd.",
         "the agency", "the convoy carried arms"),
        ("The ministry said forty had died, a figure that doctors disputed.", "doctors",
         "forty had died"),
        ("Prosecutors say she took bribes, something her lawyers deny.", "her lawyers",
         "she took bribes"),
        ("The fund lost nine million, a figure the bank confirmed.", "the bank",
         "The fund lost nine million"),
        ("Her brother said she had been pushed out, which the firm denies.", "the firm",
         "she had been pushed out"),
        ("Prosecutors said that she took bribes, which her lawyers denied on Monday.",
         "her lawyers", "that she took bribes"),
    ],
)  # fmt: skip
def test_a_remark_behind_a_comma_is_on_what_was_told(engine, text, who, said):
    """Two have their word on one thing: who says it and who denies it."""
    found = {(source, content) for source, _, content in shown(engine, text)}
    assert (who, said) in found
    assert not any("a claim" in content or "something" in content for _, content in found)


@pytest.mark.parametrize(
    "text", ["The firm dismissed the managers.", "The king dismissed two ministers on Monday."]
)
def test_who_is_dismissed_is_not_denied(engine, text):
    assert told(engine, text) == ()
