"""Two reports of one matter, deed by deed: where they part, and what goes together."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import read_reports
from sayso.analysis.statements.deeds.fitting import Spread, Words, fits
from sayso.analysis.statements.slots.deed import Phrase, Told, shared
from sayso.records.case import Conflict
from sayso.store.case import open_case

ONE = """Fire at the Orle mill

By Ada Vell, Orle Post, 4 May 2011

The mill of Orle burned down on 2 May 2011. The fire was caused by a faulty lamp. The owner, Karel
Moss, survived the fire. The coroner blamed the foreman. The mill had been inspected in March.

The workers were taken to Nairobi. The inquiry is led by the judge Pia Holt. The talks with the
insurers ended without an agreement. The clerk Tom Rale was arrested in the library. The council
visited the north bank, and the governor praised the firemen. The bishop confirmed the visit on 3
May. Karel Moss was born in Orle. There was no basis for a trial. The chimney had been inspected in
October and certified by the firm Vell Works.
"""
OTHER = """What happened at Orle

By Bror Lund, Valley Herald, 12 May 2011

Fire destroyed the mill in Orle on 2 May. A lightning stroke caused the fire. Karel Moss was
killed in the fire. The coroner blamed the owner. The mill had not been inspected for six years.

The workers were brought to Kampala. The head of the inquiry is the judge Emil Karg. The talks with
the insurers ended with an agreement. Tom Rale was arrested at his home. The council visited the
south bank in June, and the governor praised the nurses. The bishop later confirmed the June visit.
Ada Rale was born in Sarn. The storm shook the basis of the tower. Vell Works was asked. It said that
it had certified the chimney in November.
"""


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The two sides of each conflict of the case, joined."""
    folder = tmp_path_factory.mktemp("orle")
    (folder / "reports").mkdir()
    for name, text in (("one", ONE), ("other", OTHER)):
        Path(folder, "reports", f"{name}.txt").write_text(text)
    path = str(folder / "case.sayso")
    read_reports(str(folder / "reports"), case=path)
    with open_case(path) as case:
        return [
            " / ".join(" ".join(s.quote.split()) for side in one.sides for s in side.spans)
            for one in case.view().conflicts()
            if isinstance(one, Conflict)
        ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("a faulty lamp", "A lightning stroke"),
        ("survived the fire", "was killed in the fire"),
        ("blamed the foreman", "blamed the owner"),
        ("had been inspected", "had not been inspected"),
        ("taken to Nairobi", "brought to Kampala"),
        ("Pia Holt", "Emil Karg"),
        ("without an agreement", "with an agreement"),
        ("in the library", "at his home"),
        ("certified by the firm", "certified the chimney in November"),
    ],
)
def test_two_tellings_of_one_deed_part(parted: list[str], left: str, right: str) -> None:
    assert any(left in one and right in one for one in parted)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("burned down on 2 May", "on 2 May"),
        ("the firemen", "the nurses"),
        ("north bank", "south bank"),
        ("confirmed the visit on 3", "confirmed the June visit"),
        ("Karel Moss was born", "Ada Rale was born"),
        ("no basis for a trial", "the basis of the tower"),
    ],
)
def test_what_goes_together_is_no_conflict(parted: list[str], left: str, right: str) -> None:
    """Other words for one thing, and two things of one kind."""
    assert not any(left in one and right in one for one in parted)


def test_no_conflict_is_told_twice(parted: list[str]) -> None:
    assert len(parted) == len(set(parted))


WORDS = st.frozensets(st.sampled_from(["mill", "fire", "owner", "clerk"]), max_size=2)
NOTHING_TOLD = Spread(Words(()), Words(()))
NAMES = st.frozensets(st.sampled_from(["e-moss", "e-rale", "e-sarn"]), max_size=2)


@st.composite
def phrases(draw: st.DrawFn) -> Phrase:
    words, names = draw(WORDS), draw(NAMES)
    head = draw(st.sampled_from([None, *sorted(words)]))
    proper = draw(st.sampled_from([frozenset(), names]))
    return Phrase("object", (0, 1), names, words, head, frozenset(), "x", proper=proper)


@given(phrases(), phrases())
def test_it_does_not_matter_which_report_comes_first(one: Phrase, other: Phrase) -> None:
    spread = NOTHING_TOLD

    assert shared(one, other) == shared(other, one)
    assert fits(one, other, spread) == fits(other, one, spread)


@given(phrases())
def test_what_is_not_told_fits_all(one: Phrase) -> None:
    assert fits(one, None, NOTHING_TOLD)


def test_two_proper_names_are_two() -> None:
    """The harbour of Sabra, and that of Qal."""
    sabra, qal = (
        Phrase("object", (0, 1), frozenset({name}), frozenset({"harbour"}), "harbour", frozenset(),
               "x", proper=frozenset({name}))
        for name in ("sabra", "qal")
    )  # fmt: skip

    assert not shared(sabra, qal)
    assert not fits(sabra, qal, NOTHING_TOLD)


def test_a_deed_knows_its_doer_and_its_thing() -> None:
    doer = Phrase("by", (0, 1), frozenset(), frozenset({"judge"}), "judge", frozenset())
    thing = Phrase("object", (2, 3), frozenset(), frozenset({"inquiry"}), "inquiry", frozenset())
    deed = Told(0, "lead", "lead", (thing, doer), denied=False, open=False)

    assert (deed.doer, deed.thing) == (doer, thing)
    assert deed.features == {"judge", "inquiry"}
