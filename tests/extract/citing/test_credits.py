"""Datelines, credit lines and links."""

import pytest

from tests.extract.citing.cited import cited, found, read

STORY = "Soldiers closed the bridge at noon. Nobody was hurt."


@pytest.mark.parametrize(
    ("dateline", "outlet", "date"),
    [
        ("LUND, May 3 (Reuters) - ", "Reuters", "2021-05-03"),
        ("LUND, May 3, 2020 (Xinhua) -- ", "Xinhua", "2020-05-03"),
        ("LUND (AP) — ", "Associated Press", None),
        ("Nairobi (AFP) – ", "Agence France-Presse", None),
        ("(Reuters) - ", "Reuters", None),
        ("BERLIN (dpa) - ", "dpa", None),
        ("Kourou (dpa) - ", "dpa", None),
        ("Nova Kresna, May 3, 2020 (Reuters) - ", "Reuters", "2020-05-03"),
    ],
)
def test_a_dateline_carries_the_story(engine, dateline, outlet, date) -> None:
    """All that follows is on the agency's word, and the dateline itself is no part of it."""
    assert cited(engine, dateline + STORY) == [(outlet, date, STORY.rstrip("."))]


def test_a_dateline_reaches_over_paragraphs_to_the_next_one(engine) -> None:
    """Every paragraph has an attribution of its own; a citation in it goes first."""
    text = (
        f"LUND (AP) — {STORY}\n\nThe army was silent all through the day.\n\n"
        "Shops stayed shut (Harbour Times, May 4, 2020).\n\n"
        "OSLO (Reuters) - The bank failed, and its owner fled the town."
    )

    assert [row[0] for row in cited(engine, text)] == [
        "Associated Press",
        "Associated Press",
        "Harbour Times",
        "Reuters",
    ]


def test_a_speaker_in_a_story_stands_behind_the_agency(engine) -> None:
    """The chain begins with who carried it."""
    (said,) = (
        a
        for a in found(engine, read("LUND (AP) — Anna Berg said that the pier sank."))
        if a.cue is not None
    )

    assert [link.name for link in said.chain] == ["Associated Press", "Anna Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "LUND — Soldiers closed the bridge at noon.",
        "The European Harbour Board (EHB) - the oldest of its kind - met in Lund.",
        "Soldiers (from Lund) - forty of them - closed the bridge.",
    ],
)
def test_other_beginnings_are_no_datelines(engine, text) -> None:
    """A place without an agency, or a body with its acronym, carries nothing."""
    assert cited(engine, text) == []


def test_a_credit_behind_a_caption_covers_it(engine) -> None:
    """ "Photo: X" at the end, without brackets."""
    rows = cited(engine, "The mayor at the old pier of Lund. Photo: Reuters\n\nIt was a long day.")

    assert rows == [("Reuters", None, "The mayor at the old pier of Lund")]


def test_a_line_of_its_own_covers_the_block_before(engine) -> None:
    """ "Source: X" below a table or a passage."""
    text = (
        "The crane fell in the morning, and the quay was closed for a day.\n\nSource: Harbour Times"
    )

    assert cited(engine, text) == [
        ("Harbour Times", None, "The crane fell in the morning, and the quay was closed for a day")
    ]


def test_an_address_in_the_text_cites_its_outlet(engine) -> None:
    """The host is looked up in the pack; the address may hold the day."""
    text = "The firm sold its ships, see https://www.reuters.com/2020/05/03/firm-sells-ships today."

    assert [row[:2] for row in cited(engine, text)] == [("Reuters", "2020-05-03")]


def test_a_link_behind_words_cites_its_outlet(engine) -> None:
    """A page keeps addresses that it does not show; the sentence stands on them."""
    text = (
        "The harbour is old. The crane [fell at noon]"
        "(https://www.reuters.com/world/2020/05/03/crane-falls), and nobody was hurt."
    )

    assert cited(engine, text, "report.md") == [
        ("Reuters", "2020-05-03", "The crane fell at noon, and nobody was hurt")
    ]


@pytest.mark.parametrize(
    "link",
    ["https://www.reuters.com/", "https://firm.example/news/2020/05/03/a-b", "/tag/crane", "#top"],
)
def test_front_doors_and_unknown_sites_cite_nobody(engine, link) -> None:
    """A firm or a town is not its own witness."""
    assert cited(engine, f"The crane [fell]({link}) at noon.", "report.md") == []
