"""Which words a citation covers."""

import pytest

from tests.extract.citing.cited import cited, found, read


def covered(engine, text: str) -> list[tuple[str, str]]:
    """Outlet and covered words."""
    return [(outlet, words) for outlet, _, words in cited(engine, text)]


def test_a_citation_behind_the_full_stop_covers_the_paragraph(engine) -> None:
    """It reaches back to where the paragraph begins."""
    text = "The crane fell. Nobody was hurt. (Harbour Times, May 3, 2020)"

    assert covered(engine, text) == [("Harbour Times", "The crane fell. Nobody was hurt")]


def test_two_citations_in_a_sentence_part_it(engine) -> None:
    """Each covers what stands before it."""
    text = (
        "The crane fell at noon (Harbour Times, May 3, 2020), and the port was closed "
        "for a week (Evening Post, May 4, 2020)."
    )

    assert covered(engine, text) == [
        ("Harbour Times", "The crane fell at noon"),
        ("Evening Post", "and the port was closed for a week"),
    ]


def test_a_citation_inside_a_sentence_leaves_those_before_it_alone(engine) -> None:
    """Only at a sentence's end does it reach further back."""
    text = (
        "The port is old. The crane fell at noon (Harbour Times, May 3, 2020), and it was not "
        "raised again."
    )

    assert covered(engine, text) == [("Harbour Times", "The crane fell at noon")]


def test_it_does_not_reach_into_the_paragraph_before(engine) -> None:
    """Paragraphs have their own citations."""
    text = (
        "The port is old, and its cranes are older than the town.\n\n"
        "One of them fell (Harbour Times, May 3, 2020)."
    )

    assert covered(engine, text) == [("Harbour Times", "One of them fell")]


def test_it_begins_where_the_text_first_names_the_outlet(engine) -> None:
    """What the author says before "according to X" is his own."""
    text = (
        "The port has changed. According to the Harbour Times, its cranes are rented out. "
        "They earn little (Harbour Times, May 3, 2020)."
    )
    words = " ".join(words for _, words in covered(engine, text))

    assert "They earn little" in words
    assert "The port has changed" not in words


def test_it_stops_at_what_another_outlet_reports(engine) -> None:
    """A sentence with an outlet of its own does not belong to the next citation."""
    text = (
        "Reuters reported that the crane had fallen. The port was closed "
        "(Harbour Times, May 3, 2020)."
    )

    assert covered(engine, text) == [("Harbour Times", "The port was closed")]


def test_citations_side_by_side_cover_the_same_words(engine) -> None:
    """Two brackets in a row share what stands before them."""
    text = "The crane fell (Harbour Times, May 3, 2020) (Evening Post, May 4, 2020)."

    assert sorted(covered(engine, text)) == [
        ("Evening Post", "The crane fell"),
        ("Harbour Times", "The crane fell"),
    ]


def test_a_citation_before_that_covers_the_clause_behind_it(engine) -> None:
    """ "It was reported (X) that ..." is about what was reported."""
    text = "It was reported (Harbour Times, May 3, 2020) that the crane had fallen."

    assert any("the crane had fallen" in words for _, words in covered(engine, text))


def test_a_saying_takes_the_outlet_of_its_own_part(engine) -> None:
    """Where a sentence has two citations, each saying has the one behind it."""
    text = (
        "Anna Berg said that the crane fell (Harbour Times, May 3, 2020), and "
        "Jonas Lund said that the port would close (Evening Post, May 4, 2020)."
    )
    said = {
        a.chain[-1].name: (a.chain[0].name, a.published)
        for a in found(engine, read(text))
        if a.cue is not None
    }

    assert said == {
        "Anna Berg": ("Harbour Times", "2020-05-03"),
        "Jonas Lund": ("Evening Post", "2020-05-04"),
    }


@pytest.mark.parametrize("opening", ["•", "-", "1."])
def test_list_items_are_read_like_paragraphs(engine, opening) -> None:
    """A citation stays in its item."""
    text = (
        "The year in the port:\n"
        f"{opening} The crane fell on the quay, and nobody was there.\n"
        f"{opening} The port was closed for a week (Harbour Times, May 3, 2020).\n"
    )

    assert covered(engine, text) == [("Harbour Times", "The port was closed for a week")]
