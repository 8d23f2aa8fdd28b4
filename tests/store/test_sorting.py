"""Long answers come in order of time, page by page, from the index of who names whom."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from sayso.records.documents import FileRow
from sayso.store.case import Case
from sayso.store.migrations import m0012_sorting
from tests.store.sample import LINKS, ONE, TWO, cite

A1, A2 = (one for one in LINKS if getattr(one, "id", "") in ("a-1", "a-2"))
# In the second report, which has no date.
UNDATED = replace(A1, id="a-0", content=cite(TWO, "Ruíz"), published=None, source=None, cue=None)
EARLY = replace(A1, id="a-9", published="-0044-03-15")
EARLIER = replace(A1, id="a-8", published="-0100")


@pytest.fixture
def told(case: Case) -> Case:
    """The sample, with more of the Gazette."""
    with case.writer() as writer:
        writer.add_links([UNDATED, EARLY, EARLIER])
    return case


def test_what_a_source_says_comes_by_the_day_of_the_report(told: Case) -> None:
    """Years before the common era too; undated words last; in pages as in one."""
    view = told.view()
    whole = ["a-8", "a-9", "a-1", "a-0"]
    assert view.said("e-5") == whole
    assert [view.said("e-5", page=slice(n, n + 1)) for n in range(5)] == [
        *([id] for id in whole), [],
    ]  # fmt: skip
    assert view.count_said("e-5") == len(whole)
    assert view.said("a docker", stranger=True) == whole
    assert view.said("a docker") == view.said("e-5", stranger=True) == []


def test_another_day_of_a_report_is_another_place_in_the_order(told: Case) -> None:
    """What it cites with a date of its own stays where it was."""
    with told.writer() as writer:
        writer.put_document(replace(TWO, published="1999-01-01"), b"")
        writer.put_file(FileRow(TWO.path, TWO.sha256, 9, 1_700, "o", TWO.id))
    assert told.view().said("e-5") == ["a-8", "a-9", "a-0", "a-1"]
    assert told.view().count_said("e-3") == 1


def test_a_case_from_before_is_given_the_same_keys(told: Case) -> None:
    """The step from the version before makes what writing makes."""
    keys = "SELECT id, role, target, sorting FROM reference ORDER BY 1, 2, 3"
    expected = told._connection.execute(text(keys)).all()
    assert {key for *_, key in expected} > {""}
    with told.writer() as writer, writer.transaction():
        # As the version before had it.
        for statement in (
            "DROP INDEX reference_target",
            "ALTER TABLE reference DROP COLUMN sorting",
            "CREATE INDEX reference_target ON reference(target, role, id)",
        ):
            writer._connection.execute(text(statement))
        m0012_sorting.up(writer._connection)
    assert told._connection.execute(text(keys)).all() == expected


def test_a_document_of_another_text_loses_what_was_said_in_it(told: Case) -> None:
    """Its keys go with its links."""
    with told.writer() as writer:
        writer.put_document(replace(ONE, text=f"{ONE.text} "), b"")
    assert told.view().said("e-5") == []
