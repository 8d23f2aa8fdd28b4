"""Footnotes and end notes: marks, notes, and what stands on whose word."""

import pytest

from tests.extract.citing.cited import cited

BODY = "The bank failed in May.{} Its owner fled to Oslo.{} Nobody was ever tried.\n\n"


@pytest.mark.parametrize(
    ("one", "two", "notes"),
    [
        ("[1]", "[2]", "[1] Harbour Times, 3 May 1931.\n[2] Evening Post, 9 May 1931.\n"),
        ("[1]", "[2]", "1. Harbour Times, 3 May 1931.\n2. Evening Post, 9 May 1931.\n"),
        ("¹", "²", "¹ Harbour Times, 3 May 1931.\n\n² Evening Post, 9 May 1931.\n"),
        ("1", "2", "1. Harbour Times, 3 May 1931.\n2. Evening Post, 9 May 1931.\n"),
        ("[1]", "[2]", "Notes\n\n1. Harbour Times, 3 May 1931.\n2. Evening Post, 9 May 1931.\n"),
        ("[1]", "[2]", "[1]\xa0Harbour Times, 3 May 1931.\n[2]\xa0Evening Post, 9 May 1931.\n"),
        ("[^1]", "[^2]", "[^1]: Harbour Times, 3 May 1931.\n[^2]: Evening Post, 9 May 1931.\n"),
        ("[1, p. 4]", "[2]", "[1] Harbour Times, 3 May 1931.\n[2] Evening Post, 9 May 1931.\n"),
    ],
)
def test_marks_lead_to_notes_in_every_style(engine, one, two, notes) -> None:
    """Each note covers the sentence that its mark stands behind."""
    assert cited(engine, BODY.format(one, two) + notes) == [
        ("Harbour Times", "1931-05-03", "The bank failed in May"),
        ("Evening Post", "1931-05-09", "Its owner fled to Oslo"),
    ]


@pytest.mark.parametrize(
    ("note", "outlet", "date"),
    [
        ("Anna Berg, “The Bank Is Closed,” Harbour Times, 3 May 1931, p. 4.", "Harbour Times", "1931-05-03"),
        ("“The Bank Is Closed”, Quarterly of Lund, May 1931.", "Quarterly of Lund", "1931-05"),
        ("Anna Berg, The Fall of a Bank (Oslo: Fjord Press, 1954), p. 12.", "Anna Berg", "1954"),
        ("See the Harbour Institute's bulletin from May 3, 1931.", "Harbour Institute", "1931-05-03"),
        ("Commission on the Bank, Final Report, 30 June 1931.", "Commission on the Bank", "1931-06-30"),
        ("Reuters, 3 May 2019, https://www.reuters.com/a/b-c (accessed 9 June 2020).", "Reuters", "2019-05-03"),
        ("https://www.reuters.com/world/2019/05/03/bank-fails, accessed 9 June 2020.", "Reuters", "2019-05-03"),
    ],
)  # fmt: skip
def test_a_note_tells_outlet_and_date(engine, note, outlet, date) -> None:
    """Authors, titles, pages and days of access are no outlets and no dates."""
    text = f"The bank failed in May.[1] Nobody was ever tried.\n\n[1] {note}\n"

    assert cited(engine, text) == [(outlet, date, "The bank failed in May")]


def test_several_reports_in_a_note_are_told_apart(engine) -> None:
    """A semicolon parts them."""
    text = (
        "The bank failed in May.[1] Nobody was ever tried.\n\n"
        "[1] See Harbour Times, 3 May 1931; Evening Post, 4 May 1931.\n"
    )

    assert sorted(cited(engine, text)) == [
        ("Evening Post", "1931-05-04", "The bank failed in May"),
        ("Harbour Times", "1931-05-03", "The bank failed in May"),
    ]


def test_ibid_and_supra_go_back_to_other_notes(engine) -> None:
    """ "Ibid." means the note before, "supra note 1" that one."""
    text = (
        "The bank failed.[1] Its owner fled.[2] He was seen in Lund.[3] He died.[4]\n\n"
        "[1] Harbour Times, 3 May 1931.\n[2] Ibid.\n[3] Evening Post, 9 May 1931.\n"
        "[4] See supra note 1.\n"
    )

    assert [(name, words) for name, _, words in cited(engine, text)] == [
        ("Harbour Times", "The bank failed"),
        ("Harbour Times", "Its owner fled"),
        ("Evening Post", "He was seen in Lund"),
        ("Harbour Times", "He died"),
    ]


def test_a_mark_inside_a_sentence_covers_its_clause(engine) -> None:
    """What follows it has a source of its own, or none."""
    text = (
        "He resigned in May,[1] and in June he fled to Oslo.[2]\n\n"
        "[1] Harbour Times, 3 May 1931.\n[2] Evening Post, 9 June 1931.\n"
    )

    assert [(name, words) for name, _, words in cited(engine, text)] == [
        ("Harbour Times", "He resigned in May"),
        ("Evening Post", "and in June he fled to Oslo"),
    ]


def test_a_mark_behind_a_mere_name_covers_the_sentence(engine) -> None:
    """A name says nothing that a note could bear out."""
    text = "The governor[1] left the province in May.\n\n[1] Harbour Times, 3 May 1931.\n"

    assert [words for *_, words in cited(engine, text)] == [
        "The governor[1] left the province in May"
    ]


def test_marks_with_several_numbers_have_all_their_notes(engine) -> None:
    """ "[1, 2]" and "[1-3]"."""
    text = (
        "Two ministers resigned.[1-2] The port reopened.[1, 3]\n\n[1] Reuters, 3 May 2019.\n"
        "[2] Le Monde, 4 May 2019.\n[3] Harbour Times, 5 May 2019.\n"
    )

    assert sorted((words, name) for name, _, words in cited(engine, text)) == [
        ("The port reopened", "Harbour Times"),
        ("The port reopened", "Reuters"),
        ("Two ministers resigned", "Le Monde"),
        ("Two ministers resigned", "Reuters"),
    ]


def test_numbers_that_begin_anew_go_to_the_next_note(engine) -> None:
    """On each page the first note is 1 again."""
    text = (
        "The bank failed.[1]\n\n[1] Harbour Times, 3 May 1931.\n\n"
        "Its owner fled.[1]\n\n[1] Evening Post, 9 May 1931.\n"
    )

    assert [(name, words) for name, _, words in cited(engine, text)] == [
        ("Harbour Times", "The bank failed"),
        ("Evening Post", "Its owner fled"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The bank failed in May.[1] Nobody was tried.[2]",
        "The bank failed in May.\n\n[1] Harbour Times, 3 May 1931.\n",
        "The bank failed in May.[7]\n\n[1] Harbour Times, 3 May 1931.\n",
        "The bank failed in May.[1]\n\n[1] This is disputed.\n",
        "The bank failed in May.[1]\n\n[1] He was born in Tarsk in 1880.\n",
        "The field measured 5 km² and x² was 4.\n\n² Harbour Times, 3 May 1931.\n",
        "The ship made 12.5 knots.\n\n5. Harbour Times, 3 May 1931.\n",
    ],
)
def test_marks_without_notes_and_notes_without_marks_are_nobody(engine, text) -> None:
    """Nothing is guessed: not for remarks, powers and numbers either."""
    assert cited(engine, text) == []


def test_a_list_at_the_end_is_no_list_of_notes_without_marks(engine) -> None:
    """Its citations are read like those of any list."""
    text = (
        "Two things happened in the port of the town that year.\n\n"
        "1. The crane fell (Harbour Times, May 3, 2020).\n"
        "2. The bank failed (Evening Post, May 9, 2020).\n"
    )

    assert [row[0] for row in cited(engine, text)] == ["Harbour Times", "Evening Post"]


def test_marks_do_not_join_sentences(engine) -> None:
    """The clean copy that is parsed has no mark of a note in it."""
    text = BODY.format("[1]", "[2]") + "[1] Harbour Times, 3 May 1931.\n[2] Ibid.\n"

    assert len({words for *_, words in cited(engine, text)}) == 2
