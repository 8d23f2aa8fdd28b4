"""STIX 2.1: valid by the standard's validator, read by its library, sure only as far as told."""

import json

import pytest
import stix2
import stix2validator

from sayso.publish.linked.stix import confidence
from sayso.records.accounts import TIE_TYPES
from sayso.records.statements import Attribution, Hedge
from tests.publish.linked.graphs import text

# Ids come from content, so that two runs give one bundle: the standard asks for chance only
# where it says "should".
EXCUSED = ["uuid-check"]


def test_the_bundle_is_valid(view) -> None:
    """The validator finds no error, and no warning but the one that is excused."""
    options = stix2validator.ValidationOptions(
        version="2.1", disabled=",".join(EXCUSED), strict=True
    )
    found = stix2validator.validate_string(text(view, "stix"), options)
    assert [str(error) for error in found.errors or ()] == []
    assert found.is_valid


def test_the_library_reads_it(view) -> None:
    """Every object is one to the library; every reference leads to an object of the bundle."""
    bundle = stix2.parse(text(view, "stix"))
    ids = {found.id for found in bundle.objects}
    assert len(ids) == len(bundle.objects)
    for found in json.loads(text(view, "stix"))["objects"]:
        refs = found.get("object_refs", []) + [
            value for name, value in found.items() if name.endswith("_ref")
        ]
        assert set(refs) <= ids
    kinds = {found.type for found in bundle.objects}
    assert {"identity", "report", "grouping", "note", "opinion", "relationship"} <= kinds


def test_the_kind_of_a_tie_is_a_label(view) -> None:
    """The relationship itself is of a kind that every program knows."""
    found = [o for o in stix2.parse(text(view, "stix")).objects if o.type == "relationship"]
    kinds = {name.replace("_", "-") for name in TIE_TYPES}

    assert found
    for one in found:
        assert one.relationship_type == "related-to"
        assert len(one.labels) == 1 and set(one.labels) <= kinds


def test_every_report_holds_the_notes_of_its_words(view) -> None:
    """A note that cites a report is among what the report refers to."""
    objects = json.loads(text(view, "stix"))["objects"]
    notes = {
        o["external_references"][0]["external_id"]: o["id"] for o in objects if o["type"] == "note"
    }
    reports = {
        o["external_references"][0]["description"]: o
        for o in objects
        if o["type"] in ("report", "grouping")
    }
    for event in view.events():
        for account in event.accounts:
            report = reports[view.document(account.span.document).path]
            assert notes[event.id] in report["object_refs"]


def test_grades_give_the_confidence(view) -> None:
    """Credibility 2 is 70 by the Admiralty table of the standard."""
    objects = json.loads(text(view, "stix"))["objects"]
    raid = next(event.id for event in view.events() if event.mode == "raid")
    note = next(
        o for o in objects if o.get("external_references", [{}])[0].get("external_id") == raid
    )
    assert note["confidence"] == 70


def test_what_was_taken_back_is_no_opinion(view) -> None:
    """Only judgements that hold go out."""
    opinions = [o for o in json.loads(text(view, "stix"))["objects"] if o["type"] == "opinion"]
    assert [(o["opinion"], o["authors"]) for o in opinions] == [("agree", ["ada"])]


@pytest.mark.parametrize(
    ("low", "high", "value"),
    [(0.01, 0.05, 5), (0.2, 0.45, 30), (0.45, 0.55, 50), (0.55, 0.8, 70), (0.8, 0.95, 85),
     (0.95, 0.99, 95), (None, None, None)],
)  # fmt: skip
def test_hedges_are_read_by_the_scale_of_the_standard(low, high, value) -> None:
    """The ranges of ICD 203 fall into the bands of the DNI scale."""
    span = type("Any", (), {})()
    said = Attribution("a", None, None, None, span, (), None, (Hedge("x", low, high),), "affirms")
    assert confidence.of_hedges([said]) == value


def test_grades_are_read_by_the_scale_of_the_standard() -> None:
    """90, 70, 50, 30, 10; and what cannot be judged has no number."""
    assert [confidence.of_grade(str(n)) for n in range(1, 7)] == [90, 70, 50, 30, 10, None]
