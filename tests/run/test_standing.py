"""What stands behind a telling and against it, from the text of reports to the case."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso import read_reports
from sayso.analysis.ledger.rows import ledger
from sayso.analysis.sources import report_names
from sayso.records.case import Conflict, Corroboration
from sayso.store.case import open_case

HEAD = "By {by}, {outlet}, {day} May 2020\n\n"
CAPTION = "![A bomb killed four soldiers on the pier of Orle on 3 May 2020.](pier.jpg)"


def case_of(tmp_path: Path, **reports: str) -> Path:
    """A case of reports, each of an outlet and an author of its own."""
    folder, case = tmp_path / "reports", tmp_path / "pier.sayso"
    folder.mkdir()
    for number, (name, text) in enumerate(reports.items()):
        by, outlet = ("Ada Vell", "Bo Lund", "Cy Moon")[number], f"The {name.title()} Post"
        head = HEAD.format(by=by, outlet=outlet, day=4 + number)
        (folder / f"{name}.md").write_text(
            f"# The week in {name.title()}\n\n{head}{text}\n", "utf-8"
        )
    read_reports(folder, case=case)
    return case


def conflicts(case: Path) -> list[Conflict]:
    """All that part."""
    with open_case(case) as opened:
        return list(opened.view().conflicts())


def shared(case: Path) -> list[Corroboration]:
    """What more than one account tells."""
    with open_case(case) as opened:
        return [one for one in opened.view().corroborations() if one.accounts > 1]


def test_a_caption_that_two_print_is_one_origin(tmp_path: Path) -> None:
    """It is printed twice, and nobody has seen it twice."""
    case = case_of(
        tmp_path,
        orle=f"The ferry was late again on Monday.\n\n{CAPTION}",
        velm=f"The school of Velm has a new roof.\n\n{CAPTION}",
    )
    assert [(one.accounts, one.origins) for one in shared(case)] == [(2, 1)]


def test_a_report_that_cites_itself_is_one_origin(tmp_path: Path) -> None:
    """That a paper reports it, the paper says itself."""
    told = "A bomb destroyed the pier of Orle on 3 May 2020{}."
    case = case_of(tmp_path, orle=f"{told.format('')} {told.format(', The Orle Post reported')}")
    assert {one.origins for one in shared(case)} == {1}
    assert all("cite each other" not in str(one) for one in shared(case))


def test_two_that_cite_each_other_go_in_a_circle(tmp_path: Path) -> None:
    """Two accounts, one origin, and it is said that they go in a circle."""
    case = case_of(
        tmp_path,
        orle="A bomb destroyed the pier of Orle on 3 May 2020, The Velm Post reported.",
        velm="The Orle Post reported that the pier of Orle was destroyed by a bomb on 3 May 2020.",
    )
    assert [(one.accounts, one.origins) for one in shared(case)] == [(2, 1)]
    assert shared(case)[0].reasons == ("reports that cite each other (orle post, velm post)",)


COUNT = "{} fighters crossed the border at Orle on 3 May 2020{}."


@pytest.mark.parametrize(
    ("one", "other", "part"),
    [
        (("About 100", ""), ("Exactly 100", " in 30 vehicles"), False),
        (("About 100", ""), ("Exactly 400", " in 30 vehicles"), True),
        (("At least 100", ""), ("Exactly 130", ""), False),
        (("At least 200", ""), ("Exactly 130", ""), True),
    ],
)
def test_numbers_that_go_together_are_no_conflict(
    tmp_path: Path, one: tuple[str, str], other: tuple[str, str], *, part: bool
) -> None:
    """What is told roughly or bounded holds the exact number, and the vehicles are no fighters."""
    case = case_of(tmp_path, orle=COUNT.format(*one), velm=COUNT.format(*other))
    assert bool(conflicts(case)) is part


def test_what_goes_on_and_what_grows_differ_in_emphasis(tmp_path: Path) -> None:
    """Both see strength: that stands in the ledger, and is no conflict."""
    case = case_of(
        tmp_path,
        orle="The Harbour League has kept its influence in the valley of Orle.",
        velm="The influence of the Harbour League in the valley of Orle has grown considerably.",
    )
    assert not conflicts(case)
    with open_case(case) as opened:
        view = opened.view()
        names = {entity.id: entity.name for entity in view.entities()}
        rows = ledger(view.claims(), names, report_names(view.document_rows()))
    assert [row.severity for row in rows] == ["emphasis"]
