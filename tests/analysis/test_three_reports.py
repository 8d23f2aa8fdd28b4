"""Three short reports of one blast: what they count, who is named by the way, what they deny."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso import read_reports
from sayso.records.case import Agreement, Conflict
from sayso.store.case import open_case

TEXTS = (
    """Blast in the Varo pit

By Ada Vell, Varo Post, 4 May 2011

Twenty-two miners were killed on Tuesday when gas exploded in the Varo pit. The lorry was bringing
rifles to the depot at Mern. The winch house was burnt by the strikers. The owner, Karel Moss,
passed an inspection in March. The pit crew lost 30 men.
""",
    """Seven dead at Varo

By Bror Lund, Valley Herald, 5 May 2011

Gas exploded in the Varo pit on Tuesday. Seven miners died, according to the mayor of Mern, Pia
Holt. The lorry was bringing bread to the depot at Mern. The winch house was burnt by the owner's
men. Karel Moss failed an inspection in March. Three miners told this paper of the gas. Karel Moss pleaded guilty.
""",
    """The Varo pit a year on

By Cara Moon, The Review, 3 June 2012

The blast in the Varo pit on 3 May 2011 killed 38 miners. Karel Moss pleaded not guilty. The pit
crew numbered 400 men.
""",
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[bool, list[str]]]:
    """Whether each record is a conflict, and the words of its sides."""
    folder = tmp_path_factory.mktemp("varo")
    (folder / "reports").mkdir()
    for number, text in enumerate(TEXTS):
        Path(folder, "reports", f"{number}.txt").write_text(text)
    path = str(folder / "case.sayso")
    read_reports(str(folder / "reports"), case=path)
    with open_case(path) as case:
        known = [*case.view().conflicts(), *case.view().agreements()]
        return [
            (isinstance(one, Conflict),
             [" ".join(" ".join(s.quote.split()) for s in side.spans) for side in one.sides])
            for one in known
            if isinstance(one, (Conflict, Agreement))
        ]  # fmt: skip


def parted(found: list[tuple[bool, list[str]]], *words: str, conflict: bool = True) -> bool:
    """Whether one record has each of the words on another side."""
    return any(
        is_one is conflict
        and len(sides) >= len(words)
        and len({next((n for n, s in enumerate(sides) if w in s), -1) for w in words} - {-1})
        == len(words)
        for is_one, sides in found
    )


def test_three_tolls_of_one_blast_are_one_conflict(found: list[tuple[bool, list[str]]]) -> None:
    """Whose mayor tells the number is no place that the number is of."""
    assert parted(found, "Twenty-two miners", "Seven miners died", "38 miners")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("burnt by the strikers", "burnt by the owner"),
        ("passed an inspection", "failed an inspection"),
        ("pleaded not guilty", "pleaded guilty"),
    ],
)
def test_short_reports_of_one_matter_part(
    found: list[tuple[bool, list[str]]], left: str, right: str
) -> None:
    assert parted(found, left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Twenty-two miners", "Three miners told"), ("lost 30 men", "numbered 400 men")],
)
def test_other_counts_are_no_conflict(
    found: list[tuple[bool, list[str]]], left: str, right: str
) -> None:
    """Who told a paper is no toll, and what is lost is not all there was."""
    assert not parted(found, left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("rifles to the depot", "bread to the depot"), ("not guilty", "pleaded guilty")],
)
def test_what_differs_in_the_thing_itself_is_no_agreement(
    found: list[tuple[bool, list[str]]], left: str, right: str
) -> None:
    assert not parted(found, left, right, conflict=False)
