"""References: read by rispy and by a citation processor."""

import io
import json

import pytest
import rispy
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from sayso.publish.forms.forms import FORMS


def text(view, form: str) -> str:
    return b"".join(FORMS[form].pieces(view)).decode()


def test_ris_is_read_as_it_was_written(view) -> None:
    """A record for each report, with what is known of it and no more."""
    found = rispy.load(io.StringIO(text(view, "ris"), newline=None))
    rows = list(view.document_rows())
    assert [one["id"] for one in found] == [row.id for row in rows]
    for one, row in zip(found, rows, strict=True):
        assert one["type_of_reference"] == "RPRT"
        assert one["title"] == " ".join((row.title or row.path).split())
        assert one.get("authors", []) == ([row.author] if row.author else [])
        assert one.get("year") == (row.published[:4] if row.published else None)
        assert row.sha256 in one["notes"][0]


@pytest.mark.filterwarnings("ignore")
def test_a_citation_processor_cites_the_reports(view) -> None:
    """Every item can be cited in a published style, with its title."""
    items = json.loads(text(view, "csl"))
    source = CiteProcJSON(items)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    page = CitationStylesBibliography(style, source, formatter.plain)
    for item in items:
        page.register(Citation([CitationItem(item["id"])]))
    printed = [str(entry) for entry in page.bibliography()]
    for row in view.document_rows():
        assert any((row.title or row.path) in entry for entry in printed), printed


def test_dates_are_as_precise_as_they_are_known(view) -> None:
    """A month stays a month, and no day is made up."""
    dates = {
        item["id"]: item.get("issued", {}).get("date-parts")
        for item in json.loads(text(view, "csl"))
    }
    assert dates["d-gazette"] == [[2021, 3, 9]]
    assert dates["d-review"] == [[2021, 5]]
    assert dates["d-digest"] is None
