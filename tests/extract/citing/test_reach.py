"""How far back notes and citations reach over sentences that name no source."""

import pytest

from tests.extract.citing.cited import cited

NOTES = "\n\n[1] Harbour Times, 3 May 1931.\n[2] Evening Post, 9 May 1931.\n"


def covered(engine, text: str) -> list[tuple[str, str]]:
    return [(outlet, words) for outlet, _, words in cited(engine, text)]


def test_a_note_reaches_back_over_what_names_nobody(engine) -> None:
    text = f"The bank was old. It failed in May.[1] Its owner fled.[2]{NOTES}"
    assert covered(engine, text) == [
        ("Harbour Times", "The bank was old. It failed in May"),
        ("Evening Post", "Its owner fled"),
    ]


def test_a_note_stops_where_somebody_else_is_the_source(engine) -> None:
    text = f"A clerk said that the bank was old. It failed in May.[1] Its owner fled.[2]{NOTES}"
    assert covered(engine, text)[0] == ("Harbour Times", "It failed in May")


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("The bank was old.", "The bank was old"),
        ("The mayor said that the bank was old.", None),
    ],
)
def test_a_sentence_that_names_its_outlet_takes_nobody_elses_words_along(
    engine, first, expected
) -> None:
    text = f"{first} A clerk told the Harbour Times that it failed (Harbour Times, May 3, 2020)."
    words = [content for _, content in covered(engine, text)]
    assert any(one.startswith("The bank was old") for one in words) is (expected is not None)


def test_a_word_at_the_head_of_a_paragraph_is_not_cited(engine) -> None:
    text = "Health. The clinic has closed. (Harbour Times, May 3, 2020)"
    assert covered(engine, text) == [("Harbour Times", "The clinic has closed")]


def test_notes_may_begin_with_any_number(engine) -> None:
    """A chapter of a long report counts on from the one before."""
    text = (
        "The bank failed in May.18 Its owner fled to Oslo.19\n\n"
        "18 Harbour Times, 3 May 1931.\n19 S/2019/101, para. 44.\n"
    )
    assert cited(engine, text) == [
        ("Harbour Times", "1931-05-03", "The bank failed in May"),
        ("S/2019/101", "2019", "Its owner fled to Oslo"),
    ]


def test_a_work_cited_before_is_known_by_its_authors_name(engine) -> None:
    text = (
        "The bank failed in May.[1] Its owner fled.[2] Nobody was tried.[3]\n\n"
        "[1] Anna Berg, The Fall of a Bank (Oslo: Fjord Press, 1954), p. 12.\n"
        "[2] Harbour Times, 3 May 1931.\n"
        "[3] Berg, op. cit., p. 14.\n"
    )
    assert cited(engine, text)[2] == ("Anna Berg", "1954", "Nobody was tried")


@pytest.mark.parametrize(
    ("note", "outlet", "date"),
    [
        ("Ministry of Health, Bulletin 19, 15 May 2020.", "Ministry of Health", "2020-05-15"),
        ("M. Harker to A. Foy, 20 September 1857 (private collection).", "M. Harker", "1857-09-20"),
        ("State Archive, fond 1788, report of 11 May 1917.", "State Archive", "1917-05-11"),
        ("Le Soleil, 8 May 2012.", "Le Soleil", "2012-05-08"),
        ("Pahor 1987, 61.", "Pahor", "1987"),
    ],
)
def test_notes_of_other_styles(engine, note, outlet, date) -> None:
    rows = cited(engine, f"The bank failed in May.[1]\n\n[1] {note}\n")
    assert [row[:2] for row in rows] == [(outlet, date)]
