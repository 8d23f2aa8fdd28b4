"""What a report tells of a person right at the name, and who is who by it."""

from __future__ import annotations

import random

import pytest
from eval.contexts import cases, joined
from eval.naming import pack_of
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.engines.spacy import DEFAULT_MODEL, SpacyEngine
from sayso.packs.pack import Pack
from sayso.read.choose import read_document
from sayso.records.case import Judgement
from sayso.records.notes import Notes
from sayso.resolve.decisions import decisions_of
from sayso.run.plan import take_all
from sayso.run.who.people import People, people_of

ENGINE = SpacyEngine(DEFAULT_MODEL)
PACK = pack_of("all")
TOLD = {
    "a.txt": "The midfielder Ivo Brandt scored twice for Kestrel on Saturday.",
    "b.txt": "General Ivo Brandt took command of the garrison in June.",
    "c.txt": "Ivo Brandt, the goalkeeper's friend and a midfielder, was born in 1990.",
    "d.txt": "Ivo Brandt bought a house. Brandt paid in cash.",
    "e.txt": "General Ivo Brandt inspected the garrison. Brandt, born in 1951, said nothing.",
}


def notes(path: str, text: str, pack: Pack = PACK) -> Notes:
    document = read_document(path, text.encode("utf-8"))
    return take_all(Notes(document), {"pack": pack, "engine": ENGINE, "tagger": None})


@pytest.fixture(scope="module")
def reports() -> dict[str, Notes]:
    """The reports above with all that is found in them."""
    return {path: notes(path, text) for path, text in TOLD.items()}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Swedish skier Ann Storm fell.", {("life", "sport"), ("nation", "Sweden")}),
        ("Ann Storm, a heart surgeon at Velm, wept.", {("life", "medicine")}),
        ("Ann Storm was a painter.", {("life", "arts")}),
        ("Ann Storm (1612-1671) cast bells.", {("born", "1612"), ("died", "1671")}),
        ("Ann Storm, who was born in Hull in 1641, traded.", {("born", "1641")}),
        ("Ann Storm was killed on 3 August 2014 near Velm.", {("died", "2014")}),
        ("In 2011 Ann Storm described the enzyme.", {("active", "2011")}),
        ("Omar Rami, the son of Khalid, wrote it.", {("father", "khalid")}),
        ("Attorney General Ann Storm spoke.", set()),
        ("A statue of Ann Storm was unveiled in 2011.", set()),
        ("Ann Storm met the painter in Velm.", set()),
    ],
)
def test_what_is_told_at_a_name(text: str, wanted: set[tuple[str, str]]) -> None:
    """Each fact cites its words."""
    read = notes("a.txt", text)
    facts = [fact for entity in read.entities for fact in entity.facts]
    assert {(fact.kind, fact.value) for fact in facts} == wanted
    for fact in facts:
        fact.span.check(text)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_two_reports_with_one_name(case) -> None:  # type: ignore[no-untyped-def]
    """The cases that the rules were made with."""
    assert joined(case, PACK, ENGINE) is case.joins


def groups(people: People, reports: dict[str, Notes]) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for path, read in reports.items():
        for local in read.entities:
            if local.name == "Ivo Brandt":
                found.setdefault(people.of(local, path).id, set()).add(path)
    return {frozenset(paths) for paths in found.values()}


def test_silence_is_not_chosen_for(reports: dict[str, Notes]) -> None:
    """Who tells nothing is neither; the pairs are there to be looked at, with their reasons."""
    people = people_of(list(reports.values()), PACK)
    assert groups(people, reports) == {
        frozenset({"a.txt", "c.txt"}), frozenset({"b.txt", "e.txt"}), frozenset({"d.txt"}),
    }  # fmt: skip
    doubtful = [merge for merge in people.merges() if merge.state == "doubtful"]
    assert any("a midfielder against a General" in merge.reasons for merge in doubtful)
    assert any("fits several of this name" in merge.reasons for merge in doubtful)


def word(id: str, kind: str, one: str, other: str) -> Judgement:
    about = (f"Person/Ivo Brandt @ {one}", f"Person/Ivo Brandt @ {other}")
    return Judgement(id, "Ada", "2024-01-01T10:00:00Z", about, kind, "yes", None)


def test_an_analyst_outweighs_reports(reports: dict[str, Notes]) -> None:
    """Two lives that are said to be one are one with all their reports, and silence is of it."""
    log = decisions_of([word("j-1", "same", "a.txt", "b.txt")])
    people = people_of(list(reports.values()), PACK, log)
    assert groups(people, reports) == {frozenset(reports)}
    log = decisions_of([word("j-1", "different", "d.txt", "b.txt")])
    parted = groups(people_of(list(reports.values()), PACK, log), reports)
    assert not any({"d.txt", "b.txt"} <= group for group in parted)
    log = decisions_of([word("j-1", "same", "d.txt", "e.txt")])
    joined_ = groups(people_of(list(reports.values()), PACK, log), reports)
    assert frozenset({"b.txt", "d.txt", "e.txt"}) in joined_


def reasons(people: People) -> list[tuple[object, ...]]:
    return [(m.state, m.left, m.right, m.names, m.score, m.reasons) for m in people.merges()]


WORDS = st.lists(
    st.tuples(
        st.sampled_from(("same", "different")), st.sampled_from(list(TOLD)),
        st.sampled_from(list(TOLD)),
    ).filter(lambda one: one[1] != one[2]),
    max_size=3,
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(WORDS, st.randoms())
def test_the_order_is_no_matter_and_different_is_never_crossed(
    reports: dict[str, Notes], said: list[tuple[str, str, str]], chance: random.Random
) -> None:
    """Whatever is decided, in whatever order reports and decisions come."""
    made = [word(f"j-{n}", *one) for n, one in enumerate(said)]
    apart = {frozenset(one[1:]) for one in said if one[0] == "different"}
    told, shuffled = list(reports.values()), chance.sample(list(reports.values()), len(reports))
    one = people_of(told, PACK, decisions_of(made))
    other = people_of(shuffled, PACK, decisions_of(chance.sample(made, len(made))))
    assert groups(one, reports) == groups(other, reports)
    assert reasons(one) == reasons(other)
    for group in groups(one, reports):
        assert not any(pair <= group for pair in apart)
