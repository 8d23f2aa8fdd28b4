"""Reports on two matters that happen to use the same words, and reports on one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso import read_reports
from sayso.analysis.conflicts.ground import Ground
from sayso.analysis.statements import find
from sayso.analysis.statements.matters import Link
from sayso.analysis.statements.relations import Relation
from sayso.records.case import Conflict
from sayso.store.case import open_case
from tests.analysis.test_piles import PLAIN

ROADS = """Roads of Orle

By Ada Vell, Orle Tide, 4 May 2020

Cara Moon opened the bridge of Orle. Bror Lund paid for the lamps. The roads of Tarnby stay closed.
The unemployment rate is 4.7 percent. The council of Tarnby waits for a second bridge.
Masons carry stone and timber over the marsh every morning. Snow broke the old ferry in winter.
"""
BANK = """A bank in Velm

By Dan Roe, Valley Herald, 9 August 2020

Petra Holt sold the bank of Velm to a man from Orle. Olaf Reyes bought its shares. The court of Sarn looked on.
The unemployment rate is 9 percent. The guild of Tarnby asked for its money.
Lawyers read letters, ledgers and wills aloud all week. A clerk burnt papers behind the stable.
"""


def raised(folder: Path, *texts: str) -> list[Conflict]:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text)
    read_reports(folder, case=folder / "c.sayso")
    with open_case(folder / "c.sayso") as opened:
        return list(opened.view().conflicts())


def test_one_phrase_in_reports_on_two_matters_is_no_conflict(tmp_path: Path) -> None:
    """Each tells a rate, and of another country."""
    assert raised(tmp_path, ROADS, BANK) == []


def test_without_the_rule_it_would_be_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the other test would catch, it does catch."""
    monkeypatch.setattr(find, "_of_one_thing", lambda link: True)
    (found,) = raised(tmp_path, ROADS, BANK)

    assert found.field == "quantity"


def test_in_reports_on_one_matter_it_is(tmp_path: Path) -> None:
    """The same names, the same day: two rates of one place part."""
    other = ROADS.replace("4.7", "9").replace("Ada Vell, Orle Tide", "Dan Roe, Valley Herald")
    other = other.replace("paid for the lamps", "lit the lamps").replace("stay closed", "are shut")
    other = other.replace("waits for", "wants").replace("opened", "walked over")

    assert {one.field for one in raised(tmp_path, ROADS, other)} == {"quantity"}


@pytest.mark.parametrize(
    ("names", "may"),
    [
        (("Berg", "Anna Berg"), True),
        (("Anna Bérg", "anna berg"), True),
        (("Anna Berg", "Olaf Berg"), False),
        (("Berg", "Orr"), False),
    ],
)
def test_a_name_and_its_end_are_not_two_people(names: tuple[str, str], *, may: bool) -> None:
    """Where the case cannot join "Berg" and "Anna Berg", they may be one all the same."""
    ground = Ground(names=dict(zip(("e1", "e2"), names, strict=True)))
    parted = Relation(False, "participants", "contradiction", ("e1", "e2"))
    link = Link(0.9, parted, PLAIN, PLAIN)

    assert find._may_be_one(link, ground) is may
    assert not find._may_be_one(replace(link, relation=replace(parted, field="place")), ground)
