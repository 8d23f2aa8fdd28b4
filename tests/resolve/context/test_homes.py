"""Bodies that every state has, in reports on several states."""

from __future__ import annotations

import itertools

import pytest
from eval.naming import pack_of

from sayso.engines.spacy import DEFAULT_MODEL, SpacyEngine
from sayso.read.choose import read_document
from sayso.records.notes import Notes
from sayso.resolve.context.homes import home_of
from sayso.resolve.decisions import Anchor, Decision
from sayso.run.plan import take_all
from sayso.run.who.people import people_of

ENGINE = SpacyEngine(DEFAULT_MODEL)
PACK = pack_of("all")
TOLD = {
    "a.txt": "In Ottawa the Supreme Court upheld the tax. Canada will pay it in May.",
    "b.txt": "The Supreme Court in Canberra struck it down. Australia has no such tax.",
    "c.txt": "In Canada the Supreme Court met again. Its judges live in Ottawa.",
    "d.txt": "The Supreme Court met. Nobody came.",
}  # fmt: skip


def notes(path: str) -> Notes:
    document = read_document(path, TOLD[path].encode("utf-8"))
    given = {"pack": PACK, "engine": ENGINE, "tagger": None}
    return take_all(Notes(document), given, before="times")


def courts(paths: tuple[str, ...]) -> dict[str, str]:
    """By report the entity of its Supreme Court."""
    read = [notes(path) for path in paths]
    people = people_of(read, PACK)
    return {
        n.document.path: people.of(local, n.document.path).id
        for n in read
        for local in n.entities
        if local.name == "Supreme Court"
    }


def test_of_which_state_a_report_is() -> None:
    """By the states, capitals and demonyms that it names; of none where none is told of most."""
    assert [home_of(notes(path), PACK) for path in TOLD] == ["Canada", "Australia", "Canada", ""]


def test_courts_of_two_states_are_two_whatever_the_order() -> None:
    """Which of them a report on neither means is not chosen."""
    for paths in itertools.permutations(TOLD):
        found = courts(paths)
        assert found["a.txt"] == found["c.txt"]
        assert len(set(found.values())) == 3


def test_courts_of_one_state_and_of_none_told_are_one() -> None:
    """Where no other state is told of, nothing speaks against one."""
    assert len(set(courts(("a.txt", "c.txt", "d.txt")).values())) == 1


PLACES = {
    "us.txt": "ATLANTA - Georgia voted again. New York and Chicago had done so. He left Georgia.",
    "caucasus.txt": "Georgia fears it. In Tbilisi and Batumi, Georgian police wait.",
    "poland.txt": "Georgia was told in Warsaw. Poland sent a note from Warsaw.",
}


def georgias(paths: tuple[str, ...], decisions: tuple[Decision, ...] = ()) -> dict[str, str]:
    """By report the entity of its Georgia."""
    given = {"pack": PACK, "engine": ENGINE, "tagger": None}
    read = [
        take_all(Notes(read_document(path, PLACES[path].encode())), given, before="times")
        for path in paths
    ]
    people = people_of(read, PACK, decisions)
    return {
        n.document.path: people.of(local, n.document.path).id
        for n in read
        for local in n.entities
        if local.name == "Georgia" and local.type == "Place"
    }


@pytest.mark.parametrize("paths", list(itertools.permutations(PLACES)))
def test_places_of_one_name_in_two_states_are_two(paths: tuple[str, ...]) -> None:
    """And which of them a report on neither means is not chosen."""
    found = georgias(paths)

    assert set(found) == set(PLACES)
    assert len(set(found.values())) == len(PLACES)


def test_a_place_is_one_where_no_report_is_of_another_state() -> None:
    found = georgias(("caucasus.txt", "poland.txt"))

    assert len(set(found.values())) == 1


def test_two_places_of_one_name_can_be_decided_to_be_one() -> None:
    anchor = Anchor("Place", "Georgia", "")
    decision = Decision("j-1", "same", anchor, anchor)

    assert len(set(georgias(tuple(PLACES), (decision,)).values())) == 1
