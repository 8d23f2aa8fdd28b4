"""Citations in parentheses and dated reports, with the real engine."""

import pytest

from tests.extract.telling import chain, told


def cited(engine, text: str) -> list[tuple[str, str, str | None]]:
    """Outlet, supported words and date of every attribution without a cue."""
    return [
        (chain(a)[0], a.content.quote, a.published) for a in told(engine, text) if a.cue is None
    ]


def test_a_citation_supports_the_words_before_it(engine) -> None:
    """Content ends before the parenthesis, and the date is the report's."""
    assert cited(engine, "The crane fell at noon (Harbour Times, May 3, 2020).") == [
        ("Harbour Times", "The crane fell at noon", "2020-05-03")
    ]


def test_outlets_side_by_side_share_a_date(engine) -> None:
    """Each outlet has its own attribution; a date behind the last one is that of all."""
    assert cited(engine, "The mayor resigned (Harbour Times; Evening Post, May 3-4, 2020).") == [
        ("Harbour Times", "The mayor resigned", "2020-05-03/2020-05-04"),
        ("Evening Post", "The mayor resigned", "2020-05-03/2020-05-04"),
    ]


def test_outlets_may_have_their_own_dates(engine) -> None:
    """ "A, date; B, date" keeps both."""
    text = "The mayor resigned (Harbour Times, May 3, 2020; Evening Post, May 5, 2020)."

    assert [date for _, _, date in cited(engine, text)] == ["2020-05-03", "2020-05-05"]


def test_a_citation_reaches_back_to_the_one_before(engine) -> None:
    """Two citations in a paragraph part its sentences between them."""
    text = (
        "The crane fell. Nobody was hurt (Harbour Times, May 3, 2020). "
        "The port closed (Evening Post, May 4, 2020)."
    )

    assert cited(engine, text) == [
        ("Harbour Times", "The crane fell. Nobody was hurt", "2020-05-03"),
        ("Evening Post", "The port closed", "2020-05-04"),
    ]


def test_a_known_outlet_needs_no_date(engine) -> None:
    """A name the pack knows as an outlet cites by itself."""
    assert cited(engine, "The photo shows the pier (Reuters).") == [
        ("Reuters", "The photo shows the pier", None)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Port Authority Board (PAB) met twice.",
        "The treaty was signed (January 3, 2020) by both.",
        "The strike began in the spring (April to May 2020).",
        "He works in Lyon (France).",
        "The port (the largest in the country) stayed shut.",
        "The custom (born on May 3, 1970) is old.",
        "The bank failed (Vienna, May 11, 1931).",
    ],
)
def test_other_parentheses_cite_nobody(engine, text) -> None:
    """Acronyms, event dates, countries, glosses and places are no citations."""
    assert cited(engine, text) == []


def test_the_outlet_cited_comes_first_in_the_chain(engine) -> None:
    """What a speaker said is on the word of the outlet that closes the passage."""
    (found,) = (
        a
        for a in told(engine, "Anna Berg said that the pier sank (Harbour Times, May 3, 2020).")
        if a.cue is not None
    )

    assert chain(found) == ["Harbour Times", "Anna Berg"]
    assert found.published == "2020-05-03"
    assert found.content.quote == "that the pier sank"


def test_an_outlet_named_in_the_sentence_is_not_doubled(engine) -> None:
    """Sentence and citation name one outlet: the chain has it once, with the date."""
    text = "The Harbour Times reported that the pier sank (Harbour Times, May 3, 2020)."
    (found,) = (a for a in told(engine, text) if a.cue is not None)

    assert chain(found) == ["Harbour Times"]
    assert found.published == "2020-05-03"


@pytest.mark.parametrize(
    "text",
    [
        "On May 4, 2020, the Harbour Times reported that the mayor had resigned.",
        "The Harbour Times reported (May 4, 2020) that the mayor had resigned.",
        "The Harbour Times reported on May 4, 2020 that the mayor had resigned.",
    ],
)
def test_a_date_at_the_cue_is_the_date_of_the_report(engine, text) -> None:
    """The day a report came out is kept apart from the day of the event."""
    (found,) = told(engine, text)

    assert found.published == "2020-05-04"


def test_a_date_in_the_content_is_not_the_date_of_the_report(engine) -> None:
    """ "reported that ... on May 4" dates the event."""
    (found,) = told(engine, "The Harbour Times reported that the mayor resigned on May 4, 2020.")

    assert found.published is None


def test_in_a_list_item_a_dated_report_goes_on(engine) -> None:
    """The sentences behind it have its outlet and date, until another report begins."""
    text = (
        "• On May 4, 2020, the Harbour Times reported that the pier had sunk. "
        "Two cranes were lost. Meanwhile the town rebuilt its market."
    )

    assert cited(engine, text) == [("Harbour Times", "Two cranes were lost", "2020-05-04")]


def test_in_a_paragraph_it_does_not(engine) -> None:
    """Running prose goes back to the author."""
    text = (
        "On May 4, 2020, the Harbour Times reported that the pier had sunk. Two cranes were lost."
    )

    assert cited(engine, text) == []


def test_an_outlet_is_not_cited_for_saying_so_itself(engine) -> None:
    """ "The Harbour Times wrote X (Harbour Times)" is one word of the paper, not two."""
    text = "The Harbour Times wrote that a crane had fallen (Harbour Times, May 3, 2020)."
    (found,) = told(engine, text)

    assert (chain(found), found.cue.quote, found.published) == (
        ["Harbour Times"], "wrote", "2020-05-03",
    )  # fmt: skip


def test_a_sentence_under_a_citation_keeps_the_words_that_named_its_report(engine) -> None:
    """Where the text spoke of the report cited behind, that is the source of what follows."""
    text = (
        "The Harbour Times said that a crane had fallen. According to this report, the port "
        "closed. Two men were hurt (Harbour Times, May 3, 2020)."
    )

    last = told(engine, text)[-1]

    assert (last.source.quote, last.cue, last.content.quote) == (
        "this report", None, "Two men were hurt",
    )  # fmt: skip
    assert chain(last) == ["Harbour Times"]
    assert last.chain[0].span.start > last.content.end
    assert last.published == "2020-05-03"


def test_an_outlet_may_be_called_today(engine) -> None:
    """ "Today" in a name is no day, and the day behind it is that of the report."""
    (one,) = told(engine, "Rebels took the town (Punjab Today, May 3, 2021).")
    assert (chain(one), one.published) == (["Punjab Today"], "2021-05-03")
