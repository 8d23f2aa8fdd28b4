"""Who is meant by an office that names nobody, across the reports of a case."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.engines.tagger import OnnxTagger
from sayso.records.accounts import Participant
from sayso.records.case import Entity, EntityMention, Event, Merge
from sayso.records.notes import Notes
from sayso.records.statements import Attribution
from sayso.resolve.decisions import DIFFERENT, Anchor, Decision
from sayso.run.linking import link
from sayso.run.plan import take_all
from sayso.run.who.holders import FORM, RULE
from tests.extract.happenings import pack
from tests.extract.telling import document_of

REPORTS = {
    "a.txt": ("2021-05-09", "Iraqi Prime Minister Mustafa al-Kadhimi received the Danish envoy on 8 May 2021."),
    "b.txt": ("2021-07-09", "On 7 May 2021 the Israeli prime minister visited Paris. On 30 June 2021 the Iraqi premier met the"
              " French president. The former Iraqi prime minister met the rector of Basra University in Basra."),
    "c.txt": ("2021-06-20", "Naftali Bennett became prime minister of Israel on 13 June 2021, succeeding Benjamin Netanyahu."
              " Netanyahu had been Israeli prime minister since 2009."),
    "d.txt": ("2021-06-21", "The Israeli prime minister said that the road would stay open. In March 2021 the Israeli prime"
              " minister met fishermen in Haifa."),
    "e.txt": ("2021-03-03", "The shipping company Velm Lines appointed Ida Roos as chief executive on 1 March 2021."),
    "f.txt": ("2021-06-09", "Velm Lines, a shipping company, lost two vessels. The company's chief executive visited Bergen on 4"
              " June 2021. A chief executive of Velm Lines visited Oslo on 5 June 2021."),
    "g.txt": (None, "The Iraqi prime minister visited Mosul."),
}  # fmt: skip


@pytest.fixture(scope="module")
def case(engine) -> list[Notes]:  # type: ignore[no-untyped-def]
    tools = {"engine": engine, "pack": pack(), "tagger": OnnxTagger()}
    found = []
    for path, (published, text) in REPORTS.items():
        document = replace(document_of(text), id=f"d-{path[0]}", path=path, published=published)
        found.append(take_all(Notes(document), tools))
    return found


def linked(notes: list[Notes], *decisions: Decision) -> list[object]:
    return list(link(lambda gifts, texts: notes, pack(), decisions))


def told(records: list[object]) -> set[tuple[str, str]]:
    """Who does what, and says what: the words and the name."""
    names = {one.id: one.name for one in records if isinstance(one, Entity)}
    found = set()
    for one in records:
        if isinstance(one, Event):
            for part in one.participants:
                if part.role == "actor":
                    found.add((one.accounts[0].span.quote[:34], names[part.entity]))
        if isinstance(one, Attribution):
            found.add((one.content.quote[:20], names.get(one.source_entity or "", "")))
    return found


def test_an_office_is_whoever_held_it_on_the_day(case: list[Notes]) -> None:
    found = told(linked(case))
    assert {
        ("the Israeli prime minister visited", "Benjamin Netanyahu"),
        ("the Israeli prime minister met fis", "Benjamin Netanyahu"),
        ("that the road would ", "Naftali Bennett"),
        ("the Iraqi premier met the French p", "Mustafa al-Kadhimi"),
        ("The company's chief executive visi", "Ida Roos"),
    } <= found


def test_silent_where_it_is_another_or_the_day_is_unknown(case: list[Notes]) -> None:
    found = dict(told(linked(case)))
    assert found["The former Iraqi prime minister me"] != "Mustafa al-Kadhimi"
    assert found["The Iraqi prime minister visited M"] != "Mustafa al-Kadhimi"
    assert found["A chief executive of Velm Lines vi"] != "Ida Roos"


def test_it_is_explained_in_words_that_can_be_read(case: list[Notes]) -> None:
    records = linked(case)
    names = {one.id: one.name for one in records if isinstance(one, Entity)}
    why = [one for one in records if isinstance(one, Merge) and one.rule == RULE]
    bennett = next(one for one in why if names[one.left] == "Naftali Bennett")
    assert bennett.state == "joined"
    assert "2021-06-13" in bennett.reasons[0]
    texts = {notes.document.id: notes.document.text for notes in case}
    for span in bennett.spans:
        assert texts[span.document][span.start : span.end] == span.quote
    assert {span.document for span in bennett.spans} == {"d-c", "d-d"}
    marked = [
        m for m in records if isinstance(m, EntityMention) and names[m.entity] == "Naftali Bennett"
    ]
    assert ("Israeli prime minister", FORM) in {(m.span.quote, m.form) for m in marked}


def test_ties_stay_with_the_office(case: list[Notes]) -> None:
    """No holder rests on a tie that itself rests on a holder."""
    tied = [
        replace(notes, ties=(*notes.ties, *(replace(t, id="t-x") for t in notes.ties)))
        for notes in case
    ]
    assert told(linked(tied)) == told(linked(case))


def test_an_analyst_says_otherwise_and_takes_it_back(case: list[Notes]) -> None:
    apart = Decision("j-1", DIFFERENT, Anchor("Office", "prime minister of Israel"),
                     Anchor("Person", "Naftali Bennett"))  # fmt: skip
    before, after = linked(case), linked(case, apart)
    assert ("that the road would ", "Naftali Bennett") not in told(after)
    held = [one for one in after if isinstance(one, Merge) and one.state == "held"]
    assert [(one.rule, one.decision) for one in held] == [(RULE, "j-1")]
    assert linked(case) == before


def test_in_one_report_only(case: list[Notes]) -> None:
    apart = Decision("j-1", DIFFERENT, Anchor("Office", "Israeli prime minister", "b.txt"),
                     Anchor("Person", "Benjamin Netanyahu"))  # fmt: skip
    found = dict(told(linked(case, apart)))
    assert found["the Israeli prime minister visited"] != "Benjamin Netanyahu"
    assert found["the Israeli prime minister met fis"] == "Benjamin Netanyahu"


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(len(REPORTS))))
def test_the_order_of_reports_changes_nothing(case: list[Notes], places: list[int]) -> None:
    mixed = [case[place] for place in places]
    assert told(linked(mixed)) == told(linked(case))
    assert merges(linked(mixed)) == merges(linked(case))


def merges(records: list[object]) -> set[Merge]:
    return {one for one in records if isinstance(one, Merge) and one.rule == RULE}


def test_whoever_takes_an_office_is_not_its_holder(case: list[Notes]) -> None:
    """The office that an appointment gives stays an office."""
    records = linked(case)
    offices = {one.id for one in records if isinstance(one, Entity) and one.type == "Office"}
    given = [
        part
        for one in records
        if isinstance(one, Event) and one.type == "APPOINT"
        for part in one.participants
        if part.role == "office"
    ]
    assert given
    assert all(isinstance(part, Participant) and part.entity in offices for part in given)
