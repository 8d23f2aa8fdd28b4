"""References by author and year."""

import pytest

from tests.extract.citing.cited import cited, dated, found, read

LIST = (
    "\n\nReferences\n\nBerg, A. and Lund, B. (2016). On tariffs. Oslo: Fjord Press.\n\n"
    "Smith, J. (2015). Trade in the north. Journal of Ports, 3(2), 1-20.\n"
)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("(Smith 2015, p. 4)", [("Smith", "2015")]),
        ("(Smith 2015: 4-7)", [("Smith", "2015")]),
        ("(Smith, 2015)", [("Smith", "2015")]),
        ("(see Smith et al. 2015)", [("Smith et al.", "2015")]),
        ("(WHO 2005d)", [("World Health Organization", "2005")]),
        ("(Smith 2014a; Berg and Lund, 2016)", [("Smith", "2014"), ("Berg and Lund", "2016")]),
    ],
)
def test_author_and_year_in_brackets(engine, reference, expected) -> None:
    """A page, a letter, "et al." or a comma tell that it is a work."""
    assert sorted(dated(engine, f"Trade fell by half {reference}.")) == sorted(expected)


def test_pages_or_a_signal_bear_out_the_style_of_a_report(engine) -> None:
    """ "Berg (1987, pp. 44-51)" and "(cf. Lund 1994)" tell how a report cites."""
    pages = "Berg (1987, pp. 44-51) thought it slow. Trade fell by half (Lund 1994)."
    assert ("Lund", "1994", "Trade fell by half") in cited(engine, pages)
    assert sorted(dated(engine, "Trade fell by half (cf. Lund 1994; Brand and Li 2003).")) == [
        ("Brand and Li", "2003"),
        ("Lund", "1994"),
    ]
    assert cited(engine, "Trade fell by half (Lund 1994).") == []


def test_a_list_of_works_bears_out_bare_references(engine) -> None:
    """ "(Smith 2015)" alone may be an event; the list at the end knows better."""
    assert cited(engine, "Trade fell by half (Smith 2015)." + LIST) == [
        ("Smith", "2015", "Trade fell by half")
    ]


def test_entries_of_the_list_cite_nobody(engine) -> None:
    """A list of works is no prose that they could bear out."""
    assert cited(engine, "Trade fell by half." + LIST) == []


def test_an_author_who_speaks_has_the_year_of_the_work(engine) -> None:
    """ "Smith (2015) argues that" dates the saying, and is not told twice."""
    rows = found(engine, read("Smith (2015) argues that tariffs were to blame." + LIST))
    (row,) = (a for a in rows if "tariffs were" in a.content.quote)

    assert [link.name for link in row.chain] == ["Smith"]
    assert row.published == "2015"
    assert row.source is not None
    assert row.source.quote == "Smith"


def test_an_author_may_cover_a_sentence_without_saying_anything(engine) -> None:
    """Where no cue tells of a saying, the reference covers the sentence."""
    assert [row[:2] for row in cited(engine, "Petrov (1951) is wrong about the date.")] == [
        ("Petrov", "1951")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The war ended in Lund (1918).",
        "The Treaty of Lund (1919) was signed by four states.",
        "The games (Lund 2008) were costly.",
        "She starred in two films (2003 and 2005).",
    ],
)
def test_a_year_alone_cites_nobody(engine, sentence) -> None:
    """Events and things have years too."""
    assert cited(engine, sentence) == []


def test_a_scholar_who_speaks_elsewhere_is_cited_by_name_and_year(engine) -> None:
    """ "(Roper 1999)" is no event where Roper finds something in the same text."""
    text = "Trade fell by half (Roper 1999). Prices rose, Roper found, by a third."

    assert cited(engine, text)[0] == ("Roper", "1999", "Trade fell by half")
    assert cited(engine, text.replace("Roper found", "he found")) == []
