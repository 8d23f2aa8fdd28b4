"""Who is who under all that reports, analysts and chance can do to it."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.packs.load import load
from sayso.packs.pack import Pack
from sayso.packs.shelf import builtin_packs
from sayso.records.case import Judgement
from sayso.records.documents import Document
from sayso.records.marks import Mention
from sayso.records.notes import Notes
from sayso.records.spans import Span
from sayso.resolve.decisions import decisions_of
from sayso.resolve.within import find_entities
from sayso.run.who.people import People, people_of

PACK = load(pack.folder for pack in builtin_packs())
NAMES = (
    "Karim Haddad", "Kareem al-Haddad", "Haddad", "Omar Haddad", "Umar Nasir", "Omar Nasser",
    "Lina Sabri", "L. Sabri", "Louis XVI", "Louis XVIII", "A", "王", "Х", "Qasim " + "ab" * 250,
    "\u200fLina\u200e Sabri", "Linа Sabri", "كريم حداد",
)  # fmt: skip


def report(path: str, names: list[str]) -> Notes:
    """A report that names these people, one after the other."""
    text, mentions, place = "; ".join(names), [], 0
    for name in names:
        span = Span(f"d-{path}", place, place + len(name), name)
        mentions.append(Mention(span, "Person", "name", name))
        place += len(name) + 2
    notes = Notes(Document(f"d-{path}", path, "0" * 64, "txt", text))
    notes = notes.with_gift("mentions", tuple(mentions))
    return notes.with_gift("entities", find_entities(notes, PACK))


def entities(people: People) -> set[tuple[str, str, str, tuple[str, ...]]]:
    return {(e.id, e.type, e.name, e.aliases) for e in people.named()}


REPORTS = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5), min_size=1, max_size=5)


@settings(deadline=None, max_examples=60)
@given(REPORTS, st.randoms())
def test_the_order_of_reports_is_no_matter(told: list[list[str]], chance: random.Random) -> None:
    """The same entities with the same ids and names, and the same reasons."""
    reports = [report(f"{n}.txt", names) for n, names in enumerate(told)]
    shuffled = chance.sample(reports, len(reports))
    one, other = people_of(reports, PACK), people_of(shuffled, PACK)

    assert entities(one) == entities(other)
    assert {(m.id, m.state, m.score) for m in one.merges()} == {
        (m.id, m.state, m.score) for m in other.merges()
    }


@settings(deadline=None, max_examples=60)
@given(REPORTS)
def test_every_name_is_of_one_entity(told: list[list[str]]) -> None:
    """A partition: each mention belongs to one local entity, each of these to one of the case."""
    reports = [report(f"{n}.txt", names) for n, names in enumerate(told)]
    people = people_of(reports, PACK)
    named = {entity.id for entity in people.named()}

    for notes in reports:
        spans = [m.span for local in notes.entities for m in local.mentions]
        assert sorted(spans) == sorted(m.span for m in notes.mentions)
        assert {people.of(e, notes.document.path).id for e in notes.entities} <= named


def judgement(number: int, kind: str, a: str, b: str) -> Judgement:
    return Judgement(f"j-{number}", "Ada", "2024-01-01T10:00:00Z", (f"Person/{a}", f"Person/{b}"),
                     kind, "yes", None)  # fmt: skip


PAIRS = st.tuples(st.sampled_from(["same", "different"]), st.sampled_from(NAMES[:8]),
                  st.sampled_from(NAMES[:8])).filter(lambda pair: pair[1] != pair[2])  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(PAIRS, max_size=4), PAIRS)
def test_undoing_is_exact(before: list[tuple[str, str, str]], more: tuple[str, str, str]) -> None:
    """With a decision taken back the case is what it was without it, whatever else holds."""
    reports = [report("a.txt", list(NAMES[:5])), report("b.txt", list(NAMES[3:8]))]
    log = [judgement(n, *pair) for n, pair in enumerate(before)]
    taken_back = replace(judgement(99, *more), revoked_by="j-100")
    without = people_of(reports, PACK, decisions_of(log))
    undone = people_of(reports, PACK, decisions_of([*log, taken_back]))

    assert entities(without) == entities(undone)
    assert list(without.merges()) == list(undone.merges())


def test_a_difference_holds_when_reports_change() -> None:
    """Edited, added or read again: what is different stays different, by name."""
    decisions = decisions_of([judgement(1, "different", "Karim Haddad", "Kareem al-Haddad")])
    first = report("a.txt", ["Karim Haddad"])
    for others in (["Kareem al-Haddad"], ["Haddad", "Kareem al-Haddad", "Omar Haddad"]):
        people = people_of([first, report("b.txt", others)], PACK, decisions)
        bearers = [e for e in people.named() if {"Karim Haddad"} & {e.name, *e.aliases}]
        assert len(bearers) == 1
        assert "Kareem al-Haddad" not in (bearers[0].name, *bearers[0].aliases)


def test_somebody_told_of_twenty_thousand_times() -> None:
    """One entity, whether in one report or in a thousand, in a few seconds."""
    started = time.process_time()
    one = report("a.txt", ["Karim Haddad", *["Haddad"] * 19_999])
    assert [len(e.mentions) for e in one.entities] == [20_000]
    many = (report(f"{n}.txt", ["Karim Haddad", *["Haddad"] * 19]) for n in range(1_000))
    people = people_of(many, PACK)

    assert len(list(people.named())) == 1
    assert sum(people.names.uses.values()) == 20_000
    assert time.process_time() - started < 60


def test_a_namesake_in_the_text_joins_nobody() -> None:
    """Two of one name stay two; another spelling elsewhere never joins the one set apart."""
    text = "Karim Haddad spoke. Another Karim Haddad was silent."
    spans = [Span("d-a", 0, 12, "Karim Haddad"), Span("d-a", 28, 40, "Karim Haddad")]
    mentions = tuple(Mention(span, "Person", "name", span.quote) for span in spans)
    notes = Notes(Document("d-a", "a.txt", "0" * 64, "txt", text)).with_gift("mentions", mentions)
    notes = notes.with_gift("entities", find_entities(notes, PACK))
    people = people_of([notes, report("b.txt", ["Kareem Haddad"])], PACK)
    names = {people.of(e, "a.txt").id: people.of(e, "a.txt").aliases for e in notes.entities}

    assert len(names) == 2
    assert sorted(names.values()) == [(), ("Kareem Haddad",)] or not any(names.values())


@pytest.mark.parametrize("pack", [Pack(), PACK], ids=["no pack", "packs"])
@pytest.mark.parametrize("name", ["A", "王", "x" * 500, "\u202eabc", "ab\u0301c", "- -", "Ⅳ", "1"])
def test_odd_names_are_carried_through(name: str, pack: Pack) -> None:
    """From the report to the case, with themselves for company."""
    notes = report("a.txt", [name, name])
    people = people_of([notes], pack)

    assert len(list(people.named())) == 1
