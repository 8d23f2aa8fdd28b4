"""Citations in brackets in many styles, and the brackets that cite nobody."""

import pytest

from tests.extract.citing.cited import cited, dated


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        ("(Harbour Times, May 3, 2020)", [("Harbour Times", "2020-05-03")]),
        ("(the Harbour Times, 3 May 2020)", [("Harbour Times", "2020-05-03")]),
        ("(Harbour Times, May 2020)", [("Harbour Times", "2020-05")]),
        ("(Harbour Times, front page, May 3, 2020)", [("Harbour Times", "2020-05-03")]),
        ("(Anna Berg, Harbour Times, May 3, 2020)", [("Harbour Times", "2020-05-03")]),
        ("(see Harbour Times, May 3, 2020)", [("Harbour Times", "2020-05-03")]),
        ("(quoted in Harbour Times, May 3, 2020)", [("Harbour Times", "2020-05-03")]),
        ("(Reuters)", [("Reuters", None)]),
        ("(Reuters and AFP, May 3, 2020)", [("Reuters", "2020-05-03"), ("AFP", "2020-05-03")]),
        ("(Reuters/AFP, May 3, 2020)", [("Reuters", "2020-05-03"), ("AFP", "2020-05-03")]),
        ("(al-Akhbar (Lebanon), July 8, 2020)", [("al-Akhbar", "2020-07-08")]),
        ("[Harbour Times, May 3, 2020]", [("Harbour Times", "2020-05-03")]),
        ("(Photo: Harbour Times, May 3, 2020)", [("Harbour Times", "2020-05-03")]),
        ("(Photo courtesy of Anna Berg)", [("Anna Berg", None)]),
        ("(interview with a crane driver, May 3, 2020)", [("interview with a crane driver", "2020-05-03")]),
        ("(annual accounts, 2018 and 2019)", [("annual accounts", "2018/2019")]),
        ("(see https://www.reuters.com/world/2020/05/03/crane-falls)", [("Reuters", "2020-05-03")]),
    ],
)  # fmt: skip
def test_brackets_cite_outlets_and_their_dates(engine, citation, expected) -> None:
    """Whatever the order and the extra words, outlet and date come out."""
    names = {"AFP": "Agence France-Presse"}
    found = dated(engine, f"The crane fell at noon {citation}.")

    assert sorted(found) == sorted((names.get(name, name), date) for name, date in expected)


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister (52) resigned.",
        "He was a member of the SPD (Social Democratic Party).",
        "The Agence France-Presse (AFP) has an office in Lund.",
        "The AP (Associated Press) has an office in Lund.",
        "The treaty (see below) was kept.",
        "The fleet (see Figure 2) was sold.",
        "The rifles (7.62 mm) were found.",
        "The vote (held on May 3, 2020) was lost.",
        "The minister (in office since May 2020) resigned.",
        "Prices (as of May 2020) rose.",
        "The governor (Anna Berg, elected on May 3, 2019) fled.",
        "The poet (Lund, 3 May 1870 – Oslo, 4 June 1931) was mourned.",
        "The battle (Battle of Orvane, May 3, 1920) was lost.",
        "The envoys met twice (Vienna, May 11, 1931).",
        "The games (Beijing 2008) were costly.",
        "The club plays in the second league (North).",
        "The word (Arabic for well) is old.",
        "Under section 3(2)(b) of the Act he must leave.",
        "Let f(x) be in [0, 1] and a[1] be odd.",
        "He [the minister] said no more [sic].",
        "The firm (www.firm.example) is closed.",
        "The crane fell ((((, and nobody saw it.",
    ],
)
def test_other_brackets_cite_nobody(engine, sentence) -> None:
    """Ages, names, places, lives, events, sections, sums and insertions are left alone."""
    assert cited(engine, f"It was a long year in the port. {sentence}") == []


def test_ibid_repeats_the_citation_before(engine) -> None:
    """Its outlet comes again, with a date of its own where it gives one."""
    text = (
        "The crane fell (Harbour Times, May 3, 2020). The port closed (ibid.). "
        "It opened again (ibid., May 9, 2020)."
    )

    assert cited(engine, text) == [
        ("Harbour Times", "2020-05-03", "The crane fell"),
        ("Harbour Times", "2020-05-03", "The port closed"),
        ("Harbour Times", "2020-05-09", "It opened again"),
    ]


def test_ibid_without_anything_before_it_is_nobody(engine) -> None:
    """Nothing is guessed."""
    assert cited(engine, "The crane fell at noon (ibid.).") == []


def test_a_citation_broken_at_a_lines_end_is_read(engine) -> None:
    """Hard line breaks inside the brackets do not matter."""
    text = (
        "The crane fell at noon on the old quay (Harbour\nTimes, May 3, 2020) and nobody was hurt."
    )

    assert dated(engine, text) == [("Harbour Times", "2020-05-03")]
