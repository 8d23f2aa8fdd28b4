"""All that a source said, whoever asks for it by whatever name."""

from __future__ import annotations

import pytest

from sayso.analysis.says import Voice, near_voices, says, voices
from sayso.analysis.sources import sources
from sayso.analysis.wording.traits import by_attribute, trait_lines
from sayso.records.errors import UngroundedError
from sayso.records.statements import Hedge, Trait
from tests.factory import Builder, Case


@pytest.fixture
def case() -> Case:
    """Two reports that pass on a minister, an office without a name, and each other."""
    made = Builder()
    late = made.report("late", "Talks failed. It may rain. Ships left.", published="2021-05-09")
    undated = made.report("undated", "The pier burnt.", publisher="Pier Post")
    made.add("Person", "Ada Brandt", "Minister Brandt")
    wire = made.add("Outlet", "Coast Wire")
    made.said(late, "Talks failed", "Coast Wire", "two officials", "Ada Brandt",
              published="2021-05-01", stance="denies")  # fmt: skip
    made.said(late, "It may rain", "Ada Brandt", hedges=(Hedge("may", 0.2, 0.8),))
    made.said(undated, "The pier burnt", "Ada Brandt")
    made.said(late, "Ships left", "a port official")
    made.trait(wire, "kind", "weekly", cited=(late, "Ships"))
    made.trait(wire, "kind", "Weekly", cited=(late, "left"))
    made.trait(wire, "kind", "agency", known_from="its own about page")
    made.trait(wire, "owner", "the port", known_from="its own about page")
    made.judge("grade", "C", wire, "Coast Wire")
    return made.view()


def test_words_come_by_date_with_the_undated_last(case: Case) -> None:
    """The cited report's date counts before that of the report that cites."""
    found = says(case, voices(case, "Ada Brandt")[0])
    assert [(one.quote, one.date, one.dated) for one in found] == [
        ("Talks failed", "2021-05-01", "cited report"),
        ("It may rain", "2021-05-09", "report"),
        ("The pier burnt", None, None),
    ]


def test_each_comes_with_its_chain_its_stance_and_its_hedges(case: Case) -> None:
    """From the outlet down to the first speaker."""
    first, second, _ = says(case, voices(case, "Ada Brandt")[0])
    assert first.chain == "Coast Wire ← two officials ← Ada Brandt"
    assert (first.stance, second.hedges) == ("denies", ("“may” (20–80 %)",))


@pytest.mark.parametrize("name", ["Ada Brandt", "Minister Brandt", "brandt", "ADA BRANDT"])
def test_a_voice_is_found_by_any_name(case: Case, name: str) -> None:
    """Whole, other, folded, or in part."""
    assert [voice.name for voice in voices(case, name)] == ["Ada Brandt"]


def test_a_voice_is_found_by_its_id(case: Case) -> None:
    """As other commands print it."""
    (voice,) = voices(case, "Coast Wire")
    assert voices(case, voice.entity or "") == [voice]


def test_who_has_no_entity_speaks_too(case: Case) -> None:
    """A source without a name of its own goes by the words that tell of it."""
    assert voices(case, "A port official") == [Voice("a port official")]
    assert [one.quote for one in says(case, Voice("a port official"))] == ["Ships left"]


def test_near_names_are_told_where_nobody_is_found(case: Case) -> None:
    """The likest first; of a wholly strange name none."""
    assert voices(case, "Brant") == []
    assert near_voices(case, "Brant") == ["Ada Brandt"]
    assert near_voices(case, "Zzyzx") == []


def test_a_source_shows_whom_it_cites_and_who_cites_it(case: Case) -> None:
    """Link by link, the report that passes it on included."""
    rows = {source.name: source for source in sources(case)}
    assert rows["Coast Wire"].cites == ("two officials",)
    assert rows["two officials"].cited_by == ("Coast Wire",)
    assert set(rows["Ada Brandt"].cited_by) >= {"two officials", "Pier Post"}
    grade = rows["Coast Wire"].grade
    assert grade is not None
    assert grade.value == "C"


def test_reports_and_packs_are_never_mixed(case: Case) -> None:
    """Each on a line of its own, each value once, whatever its case."""
    wire = next(source for source in sources(case) if source.name == "Coast Wire")
    assert trait_lines(wire.traits) == ["text: “Ships”", "pack: agency; owner: the port"]
    assert list(by_attribute(wire.traits)) == ["kind", "owner"]


@pytest.mark.parametrize("known_from", [None, "its masthead"])
def test_a_trait_stands_on_one_side_alone(case: Case, known_from: str | None) -> None:
    """On words of a report, or on what a pack names; on both or none it cannot be made."""
    span = next(iter(case.attributions())).content if known_from else None
    with pytest.raises(UngroundedError):
        Trait("tr-1", "e-1", "kind", "daily", span, known_from)
