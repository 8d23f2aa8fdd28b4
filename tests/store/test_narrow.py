"""Asking for what concerns one of something gives what all would, filtered by hand."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from sayso.records.case import Event, Tie
from sayso.records.statements import Attribution, strange_names
from sayso.store import schema
from sayso.store.case import Case, open_case
from sayso.store.migrations import m0007_wholes, m0009_overview
from sayso.store.rows.links import NEVER
from sayso.store.view import View
from sayso.store.where import Where
from tests.store.sample import fill

ENTITIES = ("e-1", "e-2", "e-3", "e-4", "e-5", "nobody")
DOCUMENTS = ("d-1", "d-2", "none")


@pytest.fixture
def view(case: Case) -> View:
    return case.view()


def parts(event: Event) -> set[str]:
    tellings = (event, *event.accounts)
    return {part.entity for telling in tellings for part in telling.participants}


def named(event: Event) -> set[str]:
    return parts(event).union(*(telling.places for telling in (event, *event.accounts)))


def ends(tie: Tie) -> set[str | None]:
    return {tie.subject, tie.object, tie.office, tie.territory}


def speakers(said: Attribution) -> set[str | None]:
    return {said.source_entity, *(link.entity for link in said.chain)}


def told_in(told: Event | Tie) -> set[str]:
    return {account.span.document for account in told.accounts}


CASES: list[tuple[str, str, tuple[Any, ...], Callable[[Any, Any], bool]]] = [
    ("events", "who", ENTITIES, lambda event, asked: asked in parts(event)),
    ("events", "entity", ENTITIES, lambda event, asked: asked in named(event)),
    ("events", "part_of", ("ev-1", "ev-2"), lambda event, asked: event.part_of == asked),
    ("events", "document", DOCUMENTS, lambda event, asked: asked in told_in(event)),
    ("events", "who", (frozenset({"e-1", "e-3"}),), lambda e, asked: bool(asked & parts(e))),
    ("ties", "entity", ENTITIES, lambda tie, asked: asked in ends(tie)),
    ("ties", "entity", (frozenset({"e-1", "e-2"}),), lambda t, asked: bool(asked & ends(t))),
    ("ties", "type", (frozenset({"controls", "backs"}),), lambda t, asked: t.type in asked),
    ("ties", "document", DOCUMENTS, lambda tie, asked: asked in told_in(tie)),
    ("claims", "document", DOCUMENTS, lambda claim, asked: claim.span.document == asked),
    ("attributions", "entity", ENTITIES, lambda said, asked: asked in speakers(said)),
    ("attributions", "stranger", ("a docker",), lambda s, asked: asked in strange_names(s)),
]


@pytest.mark.parametrize(("listing", "asked", "values", "fits"), CASES)
def test_a_filter_leaves_what_fits_and_its_order(view: View, listing, asked, values, fits) -> None:
    """The store and a loop over everything agree; each filter finds something, and not all."""
    everything = list(getattr(view, listing)())
    found = {value: list(getattr(view, listing)(**{asked: value})) for value in values}
    assert found == {v: [one for one in everything if fits(one, v)] for v in values}
    assert any(found.values())


def test_what_is_said_of_an_entity_has_its_name_in_it(view: View) -> None:
    """By the places of mentions, in the order of the text."""
    for entity in ENTITIES:
        spans = [mention.span for mention in view.mentions(entity=entity)]
        everything = sorted(view.attributions(), key=lambda said: (said.content, said.id))
        expected = [s for s in everything if any(s.content.covers(span) for span in spans)]
        assert list(view.attributions(about=entity)) == expected
    assert list(view.attributions(about="e-2"))


def test_strangers_are_those_in_chains_who_are_no_entity(view: View) -> None:
    """Each by name, once."""
    assert view.strangers() == ["a docker"]
    assert view.strangers() == sorted({n for a in view.attributions() for n in strange_names(a)})


def test_a_report_without_its_text_is_found_by_its_id(view: View) -> None:
    """The same as in the listing; null where there is none."""
    rows = list(view.document_rows())
    assert [view.document_row(row.id) for row in rows] == rows
    assert view.document_row("d-") is None


def test_an_older_case_is_told_of_parts_and_strangers(path: Path) -> None:
    """What a case had before there were such references is looked up when it is brought up."""
    with open_case(path, create=True) as case, case.writer() as writer:
        fill(writer)
        with writer.transaction():
            raw = writer._connection
            raw.exec_driver_sql("DELETE FROM reference WHERE role IN ('part_of', 'stranger')")
            raw.exec_driver_sql("DROP INDEX reference_stranger")
            m0007_wholes.up(raw)
    with open_case(path) as opened:
        view = opened.view()
        assert [event.id for event in view.events(part_of="ev-1")] == ["ev-2"]
        assert [said.id for said in view.attributions(stranger="a docker")] == ["a-1"]
        assert view.strangers() == ["a docker"]


def test_events_of_an_older_case_are_given_their_place_in_time(where: Where) -> None:
    """Brought up, they have the keys that writing gives them, also before the common era."""
    told = [
        ("2020-01-02", "2020-03-01"), ("0012-05-06", None), (None, "-0043-03-15"), (None, None),
        ("-0044-03-15", "-0044-03-15"), ("2020-01-02", "2020-01-02"),
    ]  # fmt: skip
    with open_case(where, create=True) as case, case.writer() as writer:
        fill(writer)
        [event, *_] = writer.view().events()
        writer.add_links(
            replace(event, id=f"ev-o{n}", earliest=first, latest=last, accounts=())
            for n, (first, last) in enumerate(told)
        )
        table, raw = schema.event, writer._connection
        keys = select(table.c.id, table.c.day, table.c.upto).order_by(table.c.id)
        with writer.transaction():
            written = raw.execute(keys).all()
            raw.execute(update(table).values(day=NEVER, upto=NEVER))
            m0009_overview.set_in_time(raw)
            assert raw.execute(keys).all() == written
        in_time = raw.execute(keys.order_by(None).order_by(table.c.day, table.c.upto)).all()
    order = [row.id for row in in_time if row.id.startswith("ev-o")]
    assert order == ["ev-o4", "ev-o2", "ev-o1", "ev-o5", "ev-o0", "ev-o3"]


@pytest.mark.parametrize("named", ["who", "where", "entity"])
def test_events_of_a_type_that_name_somebody(case: Case, named: str) -> None:
    """Found from indexes first, they are those that are found from events."""
    with case.writer() as writer:
        fill(writer)
    view = case.view()
    types = sorted({event.type for event in view.events()})
    some = 0
    for asked in ENTITIES:
        every = list(view.event_rows(**{named: asked}))  # type: ignore[arg-type]
        for type in types:
            found = list(view.event_rows(type=type, **{named: asked}))  # type: ignore[arg-type]
            assert found == [event for event in every if event.type == type]
            some += len(found)
    assert some
