"""Every question to a case has one answer, in one order."""

import tracemalloc
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records.documents import Failure
from sayso.records.errors import CaseError, UsageError
from sayso.records.marks import Time
from sayso.store.case import Case, open_case
from sayso.store.sqlite.dialect import match_query
from sayso.store.view import View
from tests.store.sample import JUDGEMENT, LATER, LINKS, ONE, STRIKE, TIE, TWO, VISIT, report

# So many names that those of a type are gone through instead.
MANY = frozenset({"e-1", "e-2", *(f"e-none{n}" for n in range(40))})


@pytest.fixture
def view(case: Case) -> View:
    return case.view()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["ev-1", "ev-3", "ev-2"]),
        ({"who": "e-1"}, ["ev-1"]),
        ({"who": "e-2"}, []),
        ({"who": "e-1", "role": "actor"}, ["ev-1"]),
        ({"who": "e-1", "role": "target"}, []),
        ({"who": MANY, "type": "CONSULT"}, ["ev-1"]),
        ({"who": MANY, "type": "PROTEST"}, []),
        ({"who": MANY}, ["ev-1"]),
        ({"who": MANY, "role": "actor", "type": "CONSULT"}, ["ev-1"]),
        ({"where": "e-2"}, ["ev-1"]),
        ({"where": "e-1"}, []),
        ({"type": "CONSULT"}, ["ev-1", "ev-3"]),
        ({"type": "CONSULT/visit"}, ["ev-1"]),
        ({"type": "PROTEST/visit"}, []),
        ({"since": "2021-05-04"}, ["ev-1", "ev-3"]),
        ({"since": "2021-05-05"}, ["ev-3"]),
        ({"until": "2021-05-02"}, []),
        ({"until": "2021-05-03"}, ["ev-1"]),
        ({"since": "2021-01-01", "until": "2021-12-31"}, ["ev-1"]),
        ({"source": "e-5"}, ["ev-1"]),
        ({"source": "e-3"}, ["ev-3"]),
        ({"source": "e-1"}, []),
        ({"document": "d-2"}, ["ev-1", "ev-3"]),
        ({"document": "d-1", "type": "PROTEST"}, ["ev-2"]),
        ({"who": "e-1", "where": "e-2", "source": "e-5", "type": "CONSULT/visit"}, ["ev-1"]),
    ],
)
def test_events_by_who_where_what_when_and_on_whose_word(view: View, asked, expected) -> None:
    """Filters narrow; the dated come first, by day."""
    assert [event.id for event in view.events(**asked)] == expected
    assert view.happened(**asked) == [id for id in view.happened() if id in expected]
    assert view.count_happened(**asked)[0] == len(expected)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, 1),
        ({"entity": "e-4"}, 1),
        ({"entity": "e-2"}, 1),
        ({"entity": "a-2"}, 0),
        ({"type": "controls"}, 1),
        ({"type": "backs"}, 0),
        ({"at": "2020-01-01"}, 1),
        ({"at": "2021-06-30"}, 1),
        ({"at": "2021-07-01"}, 0),
        ({"at": "2019-12-31"}, 0),
    ],
)
def test_ties_by_entity_type_and_day(view: View, asked, expected) -> None:
    """A year or month counts from its first day to its last."""
    assert len(list(view.ties(**asked))) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["e-1", "e-2", "e-3", "e-4", "e-5"]),
        ({"type": "Person"}, ["e-1", "e-3"]),
        ({"name": "RUIZ"}, ["e-1"]),
        ({"name": "mayor"}, ["e-1"]),
        ({"name": "tome"}, ["e-4"]),
        ({"name": "%"}, []),
        ({"type": "Place", "name": "ruiz"}, []),
    ],
)
def test_entities_by_type_and_name(view: View, asked, expected) -> None:
    """Names are found whatever their case and accents."""
    assert [entity.id for entity in view.entities(**asked)] == expected


def test_what_is_marked_in_a_document(view: View) -> None:
    """Mentions, times, quantities and attributions, by document."""
    assert [m.span.quote for m in view.mentions(document="d-1")] == ["Ana Ruíz", "Porto"]
    assert [m.span.document for m in view.mentions(entity="e-1")] == ["d-1", "d-2"]
    assert [m.span.quote for m in view.mentions(entity="e-1", document="d-2")] == ["Ruíz"]
    assert [time.edtf for time in view.times("d-1")] == ["2021-05-03"]
    assert [quantity.low for quantity in view.quantities("d-1")] == [40.0]
    assert list(view.times("d-2")) == []
    assert [a.id for a in view.attributions()] == ["a-1", "a-2"]
    assert [a.id for a in view.attributions(document="d-2")] == ["a-2"]


def test_what_stands_behind_and_against(view: View) -> None:
    """Claims, corroborations, conflicts, checks, judgements."""
    assert [claim.id for claim in view.claims()] == ["c-1"]
    assert [c.event or c.tie for c in view.corroborations()] == ["ev-1", "t-1"]
    assert view.corroboration("t-1").origins == 1
    assert view.corroboration("ev-2") is None
    assert [x.id for x in view.conflicts()] == [x.id for x in view.conflicts("ev-1")] == ["x-1"]
    assert list(view.conflicts("ev-2")) == []
    assert [check.verdict for check in view.checks()] == ["undecided"]
    assert list(view.judgements(live_only=True)) == [JUDGEMENT]


def test_one_record_by_its_id(view: View) -> None:
    """An unknown id has no record, and raises nothing."""
    assert view.document("d-2") == TWO
    assert (view.event("ev-2"), view.tie("t-1")) == (STRIKE, TIE)
    assert view.entity("e-1") == LINKS[0]
    assert view.attribution("a-1").source_entity == "e-5"
    for ask in (view.document, view.event, view.tie, view.entity, view.attribution):
        assert ask("no-such") is None
    with pytest.raises(CaseError, match="no-such"):
        view.notes("no-such")


@pytest.mark.parametrize("record", [ONE, VISIT, TIE, LATER, LINKS[0], JUDGEMENT])
def test_anything_is_found_by_its_id(view: View, record) -> None:
    """The id says nothing of the kind; the case knows."""
    assert view.find(record.id) == record


def test_the_beginning_of_an_id_will_do_if_it_is_the_only_one(view: View) -> None:
    """Several are named; none is null; a whole id wins over longer ones."""
    assert view.find("x").id == "x-1"
    assert view.find("zz") is None
    assert view.find("e-1").id == "e-1"
    with pytest.raises(UsageError, match="ev-1, ev-2, ev-3"):
        view.find("ev")


def test_counts_name_every_kind(view: View) -> None:
    """In the order of case lines."""
    assert view.counts() == {
        "document": 2, "failure": 1, "entity": 5, "mention": 3, "merge": 1, "time": 1, "quantity": 1,
        "attribution": 2, "trait": 2, "event": 3, "tie": 1, "claim": 1, "corroboration": 2,
        "conflict": 1, "agreement": 1, "check": 1, "judgement": 1,
    }  # fmt: skip


def test_fingerprints_are_told_for_one_and_for_all(case: Case) -> None:
    """What a second read asks first."""
    with case.writer() as writer:
        writer.put_results("d-2", [("times", "t1", ()), ("ties", "x", ())])
        writer.put_results("d-2", [("times", "t2", ())])
    view = case.view()
    assert view.fingerprints("d-2") == {"ties": "x", "times": "t2"}
    assert list(view.all_fingerprints()) == [("d-2", {"ties": "x", "times": "t2"})]


def test_search_finds_passages_and_cites_them(view: View) -> None:
    """The span is the passage; the words stand in brackets; accents do not matter."""
    (hit,) = view.search("gazette VISITED", 5)
    assert hit.span == ONE.span(hit.span.start, hit.span.end)
    assert "[visited]" in hit.snippet
    assert "[Gazette]" in hit.snippet
    assert {hit.document for hit in view.search("ruiz")} == {"d-1", "d-2"}
    assert len(view.search("porto", 1)) == 1


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('"the gazette said"', 1),
        ('"gazette the"', 0),
        ("dock*", 1),
        ("dock", 0),
        ("porto NOT ruiz", 0),
        ("text:porto", 0),
        ('"', 0),
        ("-- ( ) ^ * \\ '", 0),
        ("", 0),
        ('un"closed', 0),
        ("Tomé's", 0),
        ("“hedda”", 1),
    ],
)
def test_search_takes_whatever_is_typed(view: View, words: str, found: int) -> None:
    """Quotes and stars help; nothing is a syntax error."""
    assert len(view.search(words)) == found


@given(st.text(max_size=30))
@settings(max_examples=300, deadline=None)
def test_no_words_break_the_search(words: str) -> None:
    """Every query that is made of what somebody typed is one that FTS5 can read."""
    import sqlite3

    query = match_query(words)
    if query:
        with sqlite3.connect(":memory:") as connection:
            connection.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
            connection.execute("SELECT * FROM t WHERE t MATCH ?", (query,)).fetchall()
        connection.close()


def test_listings_stream(path) -> None:
    """A long listing never stands in memory as a whole."""
    with open_case(path, create=True) as case, case.writer() as writer:
        text = "word " * 2000
        document = report("d-1", "a.txt", text)
        writer.put_document(document, b"")
        writer.replace_links(
            Time(document.span(n, n + 50), None, None, None, None, "x" * 200) for n in range(9000)
        )
        tracemalloc.start()
        count = sum(1 for _ in case.view().times("d-1"))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert count == 9000
    assert peak < 1_500_000


def test_failures_come_by_path(case: Case) -> None:
    """However they came in."""
    with case.writer() as writer:
        writer.put_failure(Failure("a", "read", "m", "h"))
    assert [failure.path for failure in case.view().failures()] == ["a", "torn.pdf"]


def test_an_overview_is_kept_until_links_or_reports_change(case: Case) -> None:
    """Row by row in its order, each kind by itself, and gone with what it was made from."""
    told = [Failure(f"{n}.txt", "read", "it", "so") for n in range(12)]
    for change in ("links", "report"):
        with case.writer() as writer:
            writer.put_overview("some 1", told)
            writer.put_overview("other 1", told[:1])
            writer.put_overview("other 1", told[1:2])
        view = case.view()
        assert list(view.overview("some 1", Failure)) == told
        assert list(view.overview("other 1", Failure)) == told[1:2]
        assert list(view.overview("some 2", Failure)) == []
        with case.writer() as writer:
            if change == "links":
                writer.replace_links(())
            else:
                report = next(iter(view.documents()))
                writer.put_document(replace(report, title="Another"), b"")
        assert list(case.view().overview("some 1", Failure)) == []
