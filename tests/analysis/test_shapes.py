"""Statements read from whole reports: one report whose paragraphs each say something that can be
checked, and that holds, fails or is left open."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso import read_reports
from sayso.records.case import Check
from sayso.store.case import open_case

REPORT = """Yearbook of the district

Tolls were raised three times within a year: on 1 June 1987, on 1 January 1988 and on 1 July 1988.

Fees were raised three times within two years: on 1 June 1987, on 1 January 1988 and on 1 July 1988.

All but one of the seven mayors agreed to the pact: six signed it.

All but two of the nine judges sat in March. The hall was cold.

The town opened its fourth canal lock on 9 May 2004. The first lock had been opened in 1991, the \
second in 1995 and the third in 2001.

The firm opened its third coal mine on 2 March 1950. The first mine had been opened in 1940 and \
the second in 1960.

In 2004 the road grew from 24 to 36 kilometres, by half. In 2005 the fleet shrank from 90 to 60 \
ships, by half. In 2006 its fleet shrank from 60 to 90 boats, by half.

In 2006 more people travelled by tram than by bus, 31 million against 29 million. In 2007 fewer \
people travelled by ship than by train, 9 million against 7 million.

The trial lasted from 12 April to 9 June 1931, more than eight weeks. The hearing lasted from 1 \
May to 9 May 1932, more than four weeks.

The Merle was out of service for eleven weeks, from 4 March to 20 May 1988. It was the longest \
stoppage since 1979. In 1983 the Merle had been out of service for 15 weeks.

Ines Kroly climbed the Tarn for the third time on 4 August 1996. She had climbed it on 2 July 1989 \
and on 19 August 1993. She was the first to reach the top in winter, on 12 February 1991, a year \
and a half after her first climb.

Ove Brandt won the cup for the third time on 5 May 2009. He had won it on 4 May 2001 and on 6 May \
2005. He married on 7 July 2006 in Orle.

From 2000 to 2004 there were five accidents, one in each year except 2003.

Two in three of its 48 singers are women, 32 in all.
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[Check]]:
    """The text as it is kept, with its checks."""
    folder = tmp_path_factory.mktemp("district")
    (folder / "reports").mkdir()
    Path(folder, "reports", "yearbook.txt").write_text(REPORT)
    path = str(folder / "case.sayso")
    read_reports(str(folder / "reports"), case=path)
    with open_case(path) as case:
        view = case.view()
        (text,) = (document.text for document in view.documents())
        return text, list(view.checks())


SHAPES = [
    ("Tolls were raised", "three times", "fails"),
    ("Fees were raised", "three times", "holds"),
    ("All but one", "seven", "holds"),
    ("All but two", "nine", "undecided"),
    ("fourth canal lock", "fourth", "holds"),
    ("third coal mine", "third", "fails"),
    ("the road grew", "by half", "holds"),
    ("the fleet shrank", "by half", "fails"),
    ("its fleet shrank", "by half", "fails"),
    ("by tram than by bus", "against", "holds"),
    ("by ship than by train", "against", "fails"),
    ("12 April to 9 June", "eight weeks", "holds"),
    ("1 May to 9 May", "four weeks", "fails"),
    ("the longest stoppage", "longest", "fails"),
    ("Kroly climbed", "third time", "undecided"),
    ("Brandt won", "third time", "holds"),
]


@pytest.mark.parametrize(("sentence", "words", "verdict"), SHAPES)
def test_a_statement_is_known_by_its_shape(
    report: tuple[str, list[Check]], sentence: str, words: str, verdict: str
) -> None:
    """Whatever it is of: how often in what time, all but some, which of a row, by what part."""
    text, checks = report
    low = text.index(sentence)
    high = text.find(".", low + len(sentence))
    found = [
        one.verdict for one in checks
        if low <= one.span.end and one.span.start < high and words in one.span.quote
    ]  # fmt: skip
    assert found == [verdict]


def test_a_year_and_a_rate_are_no_parts(report: tuple[str, list[Check]]) -> None:
    """ "Except 2003" counts nothing, and of "two in three" nothing is added up."""
    text, checks = report
    low = text.index("From 2000 to 2004")
    beside = [one for one in checks if low <= one.span.start]
    assert not any(one.verdict in ("holds", "fails") for one in beside)
