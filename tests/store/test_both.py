"""What both stores promise those who read and write at the same time."""

import threading

import pytest

from sayso.records.errors import CaseError
from sayso.store.case import Case, open_case
from sayso.store.where import Where
from tests.store.sample import fill


def test_a_view_sees_what_is_written_once_it_is_whole(case: Case) -> None:
    """Inside a transaction others see the former state."""
    view = case.view()
    with case.writer() as writer:
        with writer.transaction():
            writer.drop_files(["sub/two.md"])
            assert view.counts()["document"] == 2
        assert view.counts()["document"] == 1


def test_a_listing_keeps_the_state_it_began_with(case: Case) -> None:
    """Writing neither waits for a listing nor changes it under the reader's eyes."""
    view = case.view()
    with case.writer() as writer:
        listing = view.documents()
        next(listing)
        writer.drop_files(["sub/two.md"])
        assert [document.id for document in listing] == ["d-2"]
        assert view.counts()["document"] == 1


def test_a_view_cannot_write(case: Case) -> None:
    """The connection behind a view refuses every change."""
    with pytest.raises(CaseError, match="cannot be written"):
        case._connection.exec_driver_sql("DELETE FROM event")


def test_while_one_listing_is_under_way_all_answers_are_of_its_hour(case: Case) -> None:
    """Two listings and a count agree, whatever is written between them."""
    view = case.view()
    with case.writer() as writer:
        documents, events = view.documents(), view.events()
        next(documents)
        writer.replace_links(())
        assert len(list(events)) == view.counts()["event"] == 3
        list(documents)
        assert view.counts()["event"] == 0


def test_a_listing_that_is_dropped_lets_go(case: Case) -> None:
    """Who looks at the first line only sees the new state next time."""
    view = case.view()
    listing = view.documents()
    next(listing)
    del listing
    with case.writer() as writer:
        writer.drop_files(["sub/two.md"])
    assert view.counts()["document"] == 1


def test_two_writers_keep_apart(case: Case) -> None:
    """The second hears who writes, and can read meanwhile."""
    told = pytest.raises(CaseError, match="written by process")
    with case.writer(), told as caught, case.writer():
        pass
    assert caught.value.hint
    assert case.view().counts()["event"] == 3


def test_many_writers_take_turns(where: Where) -> None:
    """Nobody's change is lost."""
    open_case(where, create=True).close()

    def work(name: int) -> None:
        for turn in range(5):
            with open_case(where, wait=60.0) as case, case.writer() as writer:
                count = int(case.view().meta("count") or 0)
                writer.set_meta("count", str(count + 1))
                writer.set_meta(f"{name}.{turn}", "done")

    workers = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    with open_case(where) as case:
        assert case.view().meta("count") == "20"


def test_a_listing_that_outlives_its_case_spoils_none_that_follows(where: Where) -> None:
    """Whoever opens the case next gets the connection as new."""
    with open_case(where, create=True) as case:
        with case.writer() as writer:
            fill(writer)
        listing = case.view().documents()
        next(listing)
    del listing
    for _ in range(2):
        with open_case(where) as case:
            assert len(list(case.view().documents())) == 2
            with case.writer() as writer:
                writer.set_meta("seen", "yes")
            assert case.view().meta("seen") == "yes"
