"""A report held against its case: each kind of fault is found, and a sound sentence is let be."""

import pytest

from sayso.analysis.linting.draft import draft
from sayso.analysis.linting.lint import Finding, lint
from sayso.analysis.linting.numbers import numbers
from sayso.analysis.linting.words import unquoted, words_of
from sayso.packs.load import load
from sayso.packs.shelf import builtin_packs
from sayso.records.accounts import Participant
from sayso.records.case import Measure
from sayso.records.statements import Hedge
from tests.factory import Builder, Case

WORDS = words_of(load([pack.folder for pack in builtin_packs()]))
GAZETTE = """The envoy reached Velm on 4 May 2021.
Guards seized about 40 crates at the pier on 6 May.
The harbour master probably knew of the crates."""
WIRE = """The envoy came to Velm on 4 May 2021, the Wire writes."""


def case() -> Case:
    """An arrival told from two origins, a seizure from one, and a thing said with reserve."""
    made = Builder()
    envoy, guards = made.add("Person", "the envoy"), made.add("Group", "Guards")
    gazette = made.report("gazette", GAZETTE, publisher="Velm Gazette", published="2021-05-07")
    wire = made.report("wire", WIRE, publisher="Coast Wire", published="2021-05-05")
    day = {"earliest": "2021-05-04", "latest": "2021-05-04"}
    came = [
        made.told(report, words, participants=(Participant("actor", envoy),), **day)
        for report, words in (
            (gazette, "The envoy reached Velm on 4 May 2021"),
            (wire, "The envoy came to Velm on 4 May 2021"),
        )
    ]
    made.event("CONSULT/visit", *came)
    seized = made.told(
        gazette,
        "Guards seized about 40 crates at the pier on 6 May",
        participants=(Participant("actor", guards),),
        quantities=(Measure(40, 40, "crates", "about"),),
    )
    made.event("COERCE/seize", seized, earliest="2021-05-06", latest="2021-05-06")
    knew = made.said(
        gazette,
        "The harbour master probably knew of the crates",
        hedges=(Hedge("probably", 0.55, 0.8),),
    )
    made.event(
        "STATE",
        made.told(gazette, "The harbour master probably knew of the crates", knew, firmly="hedged"),
    )
    return made.view()


CAME = "\n\n[^1]: “The envoy reached Velm on 4 May 2021”; “The envoy came to Velm on 4 May 2021”\n"
SEIZED = "\n\n[^1]: “Guards seized about 40 crates at the pier on 6 May”\n"
KNEW = "\n\n[^1]: “The harbour master probably knew of the crates”\n"


def found(text: str) -> list[Finding]:
    return lint(case(), draft(text), WORDS)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"The envoy came to Velm on 4 May 2021.[^1]{CAME}", []),
        ("The envoy came to Velm on 4 May 2021.", ["unsupported"]),
        ("The envoy came to Velm.[^9]", ["unresolved"]),
        ("The envoy came to Velm.[^1]\n\n[^1]: “words that stand nowhere at all”", ["unresolved"]),
        (f"According to the Velm Gazette, guards took 40 crates.[^1]{SEIZED}", []),
        (f"Velm Gazette: “Guards seized about 40 crates at the pier on 6 May.”[^1]{SEIZED}", []),
        (f"Guards took some 40 crates on the pier.[^1]{SEIZED}", ["single origin"]),
        (f"By the one origin there is, guards took 40 crates.[^1]{SEIZED}", []),
        (f"The Gazette writes that guards took sixty crates.[^1]{SEIZED}", ["number"]),
        (f"The Gazette writes that guards took forty crates.[^1]{SEIZED}", []),
        (f"The Gazette says that the harbour master knew of it.[^1]{KNEW}", ["hedge dropped"]),
        (f"The Gazette says that he probably knew of it.[^1]{KNEW}", []),
        (f"The envoy came to Velm.[^1] He will likely return.{CAME}", ["unsupported"]),
        ("*This note rests on two reports and on nothing else.*", []),
        ("# A heading of six words altogether\n\nShort label", []),
        ("---\ntitle: The port and what became of it\n---\n\nShort label", []),
        ("```\nThis stands in code and says nothing.\n```", []),
    ],
)
def test_each_fault_is_found_and_nothing_else(text: str, kinds: list[str]) -> None:
    """What is wrong with a sentence, by kind; none for a sound one."""
    assert [one.kind for one in found(text)] == kinds


def test_two_scales_and_confidence_are_kept_apart() -> None:
    """Words of both rows of ICD 203 in one report; confidence and likelihood in one sentence."""
    text = "He will likely return.\n\nIt is highly probable that he stays.\n\nHe likely stays, with high confidence."
    kinds = [one.kind for one in found(text) if one.kind != "unsupported"]

    assert kinds == ["scales mixed", "confidence mixed"]
    assert not [one for one in found("The source says he is “highly probable” and likely.")
                if one.kind == "scales mixed"]  # fmt: skip


def test_notes_cite_by_place_and_by_id() -> None:
    """A marker of the workbench and the id of an event lead to the same words."""
    view = case()
    event = next(one.id for one in view.events() if one.mode == "visit")
    for note in (f"[^1]\n\n[^1]: {event}", " [d-gazette:0-36] [d-wire:0-36]"):
        assert lint(view, draft(f"The envoy came to Velm on 4 May 2021.{note}"), WORDS) == []


def test_a_row_is_one_statement_with_its_heads() -> None:
    """A column that tells the origins tells that there is one; a bare row does not."""
    head = "| What | Origins |\n|---|---|\n| Guards took 40 crates at the pier.[^1] | 1 |"
    bare = "| What |\n|---|\n| Guards took 40 crates at the pier.[^1] |"

    assert found(head + SEIZED) == []
    assert [one.kind for one in found(bare + SEIZED)] == ["single origin"]


def test_places_in_the_report_are_told() -> None:
    """A finding stands on the line of its sentence, with what it was held against."""
    [one] = found(f"First.\n\nThe Gazette says that\nthe master knew of it.[^1]{KNEW}")

    assert one.line == 3
    assert "probably knew" in (one.cited or "")


def test_what_sayso_writes_of_the_case_needs_no_support() -> None:
    """Its own remarks are known, and its own counts; what an analyst adds is not."""
    own = draft(
        "Made from 2 reports in all.\n\nThe envoy is told of 7 times, says the Gazette.[^1]"
    )
    text = f"Made from 2 reports in all.\n\nThe envoy is told of 7 times, says the Gazette.[^1]\n\nHe is told of 8 times, says the Gazette.[^1]{CAME}"

    assert [one.kind for one in lint(case(), draft(text), WORDS, own)] == ["number"]


def test_words_of_others_are_set_apart() -> None:
    """Quotations fall out, those within them too."""
    assert unquoted("He said “it was “likely” so” and left.").split() == [
        "He", "said", "and", "left."
    ]  # fmt: skip


def test_numbers_are_read_in_figures_and_words() -> None:
    """Thousands, decimals and spelled ones; a single one is an article."""
    assert set(numbers("One man, 2,500 crates, 3.5 tons, twenty-one days")) == {2500, 3.5, 21}
