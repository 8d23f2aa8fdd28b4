"""What is proposed for a cell: strain is no loss, and a time that nobody tells contradicts nothing."""

import dataclasses

import pytest

from sayso.analysis.weighing.proposals import Guide
from sayso.analysis.weighing.theses import Hypothesis, Sheet
from sayso.analysis.weighing.weigh import Weighing, weigh
from sayso.packs.frames import Bearing
from sayso.packs.load import load
from sayso.packs.shelf import builtin_packs
from sayso.records.accounts import Participant
from sayso.records.marks import Time
from sayso.run.weighing.kept import guide_of, keep, kept
from sayso.store.case import open_case
from tests.factory import Builder

SHEET = Sheet(
    "What became of the club?",
    (
        Hypothesis("H1", "It declines.", of=("the club",), goes=("decline",)),
        Hypothesis("H2", "It goes on.", of=("the club",), goes=("persist",)),
        Hypothesis("H3", "It grows.", of=("the club",), goes=("increase",)),
    ),
)
STRAIN = Guide(
    {"sends": Bearing("MOBILIZE", "actor", "to send takes means", decline="I", persist="C")},
    burdens=frozenset({"challenge", "criticism"}),
    losses=frozenset({"lose", "collapse"}),
)


def judged(direction: str, *passages: str, since: str | None = None) -> Weighing:
    """The club judged once, in these words."""
    made = Builder()
    club = made.add("Organization", "the club")
    for place, words in enumerate(passages):
        report = made.report(f"r{place}", words, publisher="Post")
        made.claim(report, words, club, direction)
    return weigh(made.view(), dataclasses.replace(SHEET, since=since), STRAIN)


def marks(found: Weighing) -> list[str]:
    return [" ".join(row.mark(h.name) or "-" for h in SHEET.hypotheses) for row in found.rows]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["The club faces growing challenges."], "C N I"),
        (["The club lost its ground amid challenges."], "CC I II"),
        (["The club faces challenges.", "The club has collapsed."], "CC I II"),
        (["The club faces challenges.", "The club met with criticism."], "C N I"),
    ],
)
def test_what_bears_on_somebody_is_no_loss(words: list[str], expected: str) -> None:
    """Who is pressed may hold out; one passage that tells of a loss makes the piece one of loss."""
    assert marks(judged("decline", *words)) == [expected]


def test_strain_is_named_as_such() -> None:
    """The reason beside the cell says what was read."""
    (row,) = judged("decline", "The club faces growing challenges.").rows

    assert row.cells[0].why.startswith("It is judged that this is under strain")


def test_an_event_whose_day_nobody_tells_contradicts_nothing_of_a_stretch_of_time() -> None:
    """It may lie before what is asked about; what it speaks for, it speaks for all the same."""
    made = Builder()
    club = made.add("Organization", "the club")
    text = "The club sent stewards to the ground.\nIt sent stewards to the gate in May 2021."
    report = made.report("one", text)
    for line, days in zip(text.splitlines(), ((None, None), ("2021-05-01", "2021-05-31")),
                          strict=True):  # fmt: skip
        told = made.told(report, line, participants=(Participant("actor", club),))
        made.event("MOBILIZE/deploy", told, earliest=days[0], latest=days[1])
    asked = weigh(made.view(), dataclasses.replace(SHEET, since="2021"), STRAIN)
    always = weigh(made.view(), SHEET, STRAIN)

    assert sorted(marks(asked)) == ["I C N", "N C N"]
    assert sorted(marks(always)) == ["I C N", "I C N"]


@pytest.mark.parametrize(
    ("days", "left"),
    [(("2014-01-01", "2014-12-31"), 0), (("2020-01-01", "2020-12-31"), 1),
     (("2014-01-01", None), 1)],
)  # fmt: skip
def test_a_judgement_of_another_time_is_no_evidence(
    days: tuple[str, str | None], left: int
) -> None:
    """What is said of 2014 alone says nothing of 2020; what began then may go on."""
    made = Builder()
    club = made.add("Organization", "the club")
    report = made.report("one", "In that year the club lost its ground.")
    made.claim(report, "In that year the club lost its ground", club, "decline")
    made.parts.times.append(Time(made.quote(report, "that year"), "2014", *days, None, "test"))

    assert len(weigh(made.view(), dataclasses.replace(SHEET, since="2019"), STRAIN).rows) == left
    assert len(weigh(made.view(), SHEET, STRAIN).rows) == 1


def test_a_case_keeps_the_words_that_it_was_weighed_with(tmp_path) -> None:
    """Words of strain and loss come from packs, part from each other, and are kept."""
    pack = load([one.folder for one in builtin_packs()])
    with open_case(tmp_path / "a.sayso", create=True) as case:
        guide = guide_of(case.view(), pack)
        keep(case, SHEET, guide)
        had = kept(case.view())

    assert {"challenge", "constrain"} <= guide.burdens
    assert {"lose", "collapse"} <= guide.losses
    assert not guide.burdens & guide.losses
    assert had == (SHEET, guide)
