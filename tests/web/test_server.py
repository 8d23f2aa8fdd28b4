"""The workbench of one person, on a case that lies on a server."""

from dataclasses import replace

import pytest

from sayso.store.case import open_case
from sayso.store.postgres.server import forget_readers
from tests.servers import Postgres
from tests.store.sample import JUDGEMENT, fill
from tests.web.driver import Bench


@pytest.fixture
def place(postgres: Postgres):
    """A small case on the server."""
    where = postgres.fresh()
    with open_case(where, create=True) as case, case.writer() as writer:
        fill(writer)
    yield where
    forget_readers()


def test_every_view_opens(place) -> None:
    """Each with an answer, none with a fault."""
    bench = Bench(place)
    for address in ("/", "/timeline", "/who", "/who/e-1", "/network", "/conflicts", "/review",
                    "/sources", "/compare", "/briefing", "/briefing/paper", "/event/ev-1",
                    "/report/d-1", "/search?q=porto", "/passage/d-1?at=0-7"):  # fmt: skip
        assert bench.get(address).status == 200, address
    assert "postgres" in bench.get("/").text
    assert "sayso@" not in bench.get("/").text


def test_a_kept_page_is_made_anew_when_anybody_writes(place) -> None:
    """Here, or elsewhere; and not otherwise."""
    bench = Bench(place)
    stamps = [open_stamp(place) for _ in range(2)]
    assert stamps[0] == stamps[1]
    before = bench.get("/review").text
    assert bench.get("/review").text == before
    with open_case(place) as case, case.writer() as writer:
        writer.put_judgement(replace(JUDGEMENT, id="j-9", reason="a wholly new reason"))
    assert "a wholly new reason" in bench.get("/review").text
    assert open_stamp(place) != stamps[0]


def open_stamp(place) -> tuple:
    from sayso.store.places import place_at

    return place_at(place).stamp()


def test_a_server_that_is_not_there_is_told_on_the_page(place) -> None:
    """Status 503, with what to do."""
    bench = Bench(replace(place, address=place.address.replace("sayso-pg", "no-such")))
    answer = bench.get("/")
    assert answer.status == 503
    assert "cannot be reached" in answer.words
