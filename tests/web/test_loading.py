"""What is kept so that pages come quickly is never old, and never in another's way."""

import json
import sqlite3
import threading
from contextlib import closing

from sayso.analysis import highlights
from sayso.analysis.highlights import KEPT, kept, to_keep
from sayso.store.case import open_case
from sayso.store.writer import LINKS
from sayso.web.ask import Memory
from tests.web.driver import Bench


def noted(path, key: str, value: str) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE meta SET value = ? WHERE key = ?", (value, key))


def test_a_case_keeps_its_highlights_and_they_are_those_it_has(path, monkeypatch) -> None:
    """Reading leaves the highlights in the case, and Home takes them from there."""
    with open_case(path) as case:
        view = case.view()
        fresh = highlights.highlights(view)
        assert json.loads(view.meta(KEPT))["found"]
        monkeypatch.setattr(highlights, "highlights", lambda _: [])
        assert kept(view, view.meta(KEPT), view.meta(LINKS)) == fresh


def test_highlights_of_another_state_are_not_shown(path) -> None:
    """Links or names of reports that changed since make the highlights anew."""
    with open_case(path) as case:
        view = case.view()
        told = json.loads(view.meta(KEPT))
        marked = [{**told["found"][0], "text": "An old sentence."}]
        old = json.dumps({**told, "found": marked})
        fresh, links = highlights.highlights(view), view.meta(LINKS)

        assert [one.text for one in kept(view, old, links)] == ["An old sentence."]
        assert kept(view, old, "linked otherwise") == fresh
        assert kept(view, old, None) == fresh
        with closing(sqlite3.connect(path)) as raw, raw:
            raw.execute("UPDATE document SET author = 'Somebody else', path = path || 'x'")
        assert kept(view, old, links) == highlights.highlights(view)


def test_highlights_that_somebody_spoilt_are_made_anew(path) -> None:
    """Whatever stands under the key, Home answers."""
    with open_case(path) as case:
        view = case.view()
        links, fresh = view.meta(LINKS), highlights.highlights(view)
        of = json.loads(to_keep(view, links))["of"]
    for spoilt in ("", "{", "[]", "3", json.dumps({"of": of}), json.dumps({"of": of, "found": 1})):
        noted(path, KEPT, spoilt)
        with open_case(path) as case:
            assert kept(case.view(), case.view().meta(KEPT), links) == fresh
        assert Bench(path).get("/").status == 200


def test_a_decision_leaves_the_highlights_of_its_own_state(path, bench: Bench) -> None:
    """Home, after names were joined, is as if nothing had been kept."""
    bench.get("/")
    with open_case(path) as case:
        people = [one for one in case.view().entities(type="Person")][:2]
        before = case.view().meta(LINKS)
    one, other = (person.id for person in people)
    assert bench.post("/do/name", decision="same", a=one, b=other).status == 303
    with open_case(path) as case:
        view = case.view()
        assert kept(view, view.meta(KEPT), view.meta(LINKS)) == highlights.highlights(view)
        assert view.meta(LINKS) != before


def test_who_asks_for_one_answer_does_not_wait_for_another(path) -> None:
    """A long question holds up only those who ask the same, and is worked out once for them."""
    memory, begun, go_on = Memory(path), threading.Event(), threading.Event()
    made: list[str] = []

    def slow() -> str:
        begun.set()
        assert go_on.wait(10)
        made.append("slow")
        return "slow"

    first = threading.Thread(target=memory.keep_linked, args=("state", "slow", slow))
    second = threading.Thread(target=memory.keep_linked, args=("state", "slow", slow))
    first.start()
    assert begun.wait(10)
    second.start()
    assert memory.keep_linked("state", "quick", lambda: "quick") == "quick"
    go_on.set()
    first.join(10)
    second.join(10)
    assert made == ["slow"]
