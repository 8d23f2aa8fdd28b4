"""The interface for programs: described by OpenAPI, and answering as it is described."""

import json
import re
from pathlib import Path
from urllib.parse import quote

import jsonschema
import openapi_spec_validator
import pytest
from hypothesis import given
from hypothesis import strategies as st
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from sayso.api.case import Case
from sayso.records.case import Judgement
from sayso.store.case import open_case
from sayso.web.accounts.gate import cookie_of
from sayso.web.api.endpoints import ENDPOINTS
from tests.web.driver import Bench
from tests.web.test_fuzz import encoded, quick, words

LISTS = [one for one in ENDPOINTS if one.many]
NEEDED = {"who": "Ines Caldeira", "on": "2021-03", "office": "minister", "text": "port",
          "name": "Ines Caldeira", "one": "coastal-wire.txt", "other": "evening-ledger.md",
          "pivot": "2021"}  # fmt: skip


def asked(bench: Bench, address: str, status: int = 200):
    answer = bench.get(address)
    assert answer.status == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    return json.loads(answer.text)


def address_of(one) -> str:
    query = "&".join(f"{p.name}={NEEDED[p.name]}" for p in one.parameters if p.required)
    return f"/api{one.path}?{query}".replace(" ", "%20")


@pytest.fixture
def described(bench: Bench) -> dict:
    return asked(bench, "/api/openapi.json")


def check(described: dict, path: str, answer) -> None:
    """Hold an answer against the schema that the description gives for it."""
    responses = described["paths"][f"/api{path}"]["get"]["responses"]
    schema = responses["200"]["content"]["application/json"]["schema"]
    whole = {"$id": "urn:api", **described}
    registry = Registry().with_resource(
        "urn:api", Resource.from_contents(whole, default_specification=DRAFT202012)
    )
    text = json.dumps(schema).replace("#/components", "urn:api#/components")
    jsonschema.Draft202012Validator(json.loads(text), registry=registry).validate(answer)


def test_the_description_is_openapi(described: dict) -> None:
    """The validator of the standard takes it, and it names every address once."""
    openapi_spec_validator.validate(described)
    assert list(described["paths"]) == [f"/api{one.path}" for one in ENDPOINTS]
    ways = described["components"]["securitySchemes"]
    assert described["security"] == [{name: []} for name in ways]
    assert ways["session"]["name"] == cookie_of("https://desk.example")
    names = [path["get"]["operationId"] for path in described["paths"].values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.path)
def test_every_list_answers_as_described(bench: Bench, empty: Path, described, one) -> None:
    """For a full case, and for one with nothing in it where nobody has to be named."""
    answer = asked(bench, address_of(one))
    check(described, one.path, answer)
    assert len(answer["rows"]) == min(100, answer["total"])
    named = {parameter.name for parameter in one.parameters if parameter.required}
    if not named & {"who", "one"}:
        nothing = asked(Bench(empty), address_of(one))
        assert nothing == {"total": 0, "rows": [], "next": None}


@pytest.mark.parametrize("kind", ["documents", "entities", "events", "ties", "attributions"])
def test_every_record_answers_as_described(bench: Bench, described, kind: str) -> None:
    """Each row's id leads to the whole record."""
    for row in asked(bench, f"/api/{kind}?limit=1000")["rows"][:20]:
        whole = asked(bench, f"/api/{kind}/{row['id']}")
        assert whole["id"] == row["id"]
        check(described, f"/{kind}/{{id}}", whole)


def test_all_about_one_is_one_answer(bench: Bench, described) -> None:
    """The dossier has the ties, events and words that the page of somebody has."""
    whole = asked(bench, "/api/who?name=Ines%20Caldeira")
    check(described, "/who", whole)
    assert whole["entity"]["name"] == "Ines Caldeira"
    assert whole["events"]


def test_the_answers_are_those_of_python(bench: Bench, path: Path) -> None:
    """Filters mean the same, and rows are the same rows."""
    with Case(path) as case:
        found = asked(bench, "/api/events?who=Ines%20Caldeira&since=2021")
        assert found["rows"] == case.events(who="Ines Caldeira", since="2021").to_dicts() != []
        assert asked(bench, "/api/sources?limit=1000")["rows"] == case.sources().to_dicts()
        assert asked(bench, "/api/case")["events"] == case.counts()["event"]


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.path)
def test_every_list_can_be_narrowed(one) -> None:
    """Whoever asks for a few rows need not read all of them."""
    assert one.parameters


@pytest.mark.parametrize(
    ("list", "field", "asks"),
    [
        ("sources", "name", lambda row: row["name"][:4].upper()),
        ("sources", "role", lambda row: row["role"]),
        ("documents", "name", lambda row: row["path"][-6:]),
        ("highlights", "kind", lambda row: row["kind"]),
    ],
)
def test_a_list_is_narrowed_to_rows_that_fit(bench: Bench, list: str, field: str, asks) -> None:
    """The row that gave the letters is among them, one without them is not."""
    whole = asked(bench, f"/api/{list}?limit=1000")["rows"]
    some = asked(bench, f"/api/{list}?limit=1000&{field}={quote(asks(whole[-1]))}")["rows"]
    assert whole[-1] in some
    assert all(row in whole for row in some)
    nothing = {"role": "speaker", "kind": "chain"}.get(field, "no such letters")
    fewer = asked(bench, f"/api/{list}?limit=1000&{field}={quote(nothing)}")["rows"]
    assert len(fewer) < len(whole)


def test_pages_of_rows_make_the_whole(bench: Bench) -> None:
    """Limit and offset part a list without loss."""
    whole = asked(bench, "/api/entities?limit=1000")
    parts = [
        row
        for start in range(0, whole["total"], 7)
        for row in asked(bench, f"/api/entities?limit=7&offset={start}")["rows"]
    ]
    assert parts == whole["rows"]


def test_cursors_make_the_whole(bench: Bench) -> None:
    """From the first page on each names the next, and the last names none."""
    whole = asked(bench, "/api/entities?limit=1000")
    parts, page = [], asked(bench, "/api/entities?limit=7")
    while page["next"]:
        parts += page["rows"]
        page = asked(bench, f"/api/entities?limit=7&cursor={page['next']}")
    assert parts + page["rows"] == whole["rows"]
    assert whole["next"] is None


def grade(number: int) -> Judgement:
    return Judgement(f"j-{number}", "Ada", f"2021-0{number}-01", ("Wire",), "grade", "B", None)


def test_a_cursor_goes_on_behind_its_row(bench: Bench, path: Path) -> None:
    """Whatever was written before that row meanwhile; where the row is gone, it says so."""
    with open_case(path) as case, case.writer() as writer, writer.transaction():
        for number in range(2, 9):
            writer.put_judgement(grade(number))
    page = asked(bench, "/api/judgements?limit=3")
    assert [row["id"] for row in page["rows"]] == ["j-2", "j-3", "j-4"]
    with open_case(path) as case, case.writer() as writer, writer.transaction():
        writer.put_judgement(grade(1))
    after = asked(bench, f"/api/judgements?limit=3&cursor={page['next']}")
    assert [row["id"] for row in after["rows"]] == ["j-5", "j-6", "j-7"]
    gone = asked(bench, f"/api/entities?limit=3&cursor={page['next']}", 400)
    assert "gone" in gone["error"]


@pytest.mark.parametrize(
    "address",
    [
        "/network", "/network?at=2021&only=ties&undated=no", "/network?who=Ines%20Caldeira",
        "/network/turning?pivot=2021-06", "/weighing", "/briefing?title=Port",
    ],
)  # fmt: skip
def test_what_is_told_of_the_whole_answers_as_described(bench: Bench, described, address) -> None:
    """The network, its turning points, the weighing and the briefing have their twins."""
    answer = asked(bench, f"/api{address}")
    check(described, address.partition("?")[0], answer)
    assert any(answer.get(part) for part in ("bonds", "whole", "ranking", "sections"))


def test_the_briefing_stands_on_its_footnotes(bench: Bench) -> None:
    """Every sentence names footnotes that are there, and each opens at its words."""
    briefing = asked(bench, "/api/briefing")
    told = json.dumps(briefing["sections"])
    notes = {note["number"]: note for note in briefing["notes"]}
    cited = {
        int(n) for list in re.findall(r'"notes": \[([\d, ]+)\]', told) for n in list.split(",")
    }
    assert cited == set(notes) != set()
    note = notes[1]
    text = asked(bench, f"/api/documents/{note['report']['id']}")["text"]
    marked = "".join(p["text"] for p in note["passage"]["pieces"] if p["marks"])
    assert "".join(text[note["start"] : note["end"]].split()) == "".join(marked.split())


def test_a_case_without_hypotheses_weighs_nothing(empty: Path) -> None:
    """It is told so, and how to begin."""
    answer = asked(Bench(empty), "/api/weighing", 404)
    assert "weigh --propose" in answer["hint"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/events?whom=x", 400), ("/api/events?who=Nobody%20Atall", 400),
        ("/api/events?since=yesterday", 400), ("/api/held", 400), ("/api/events?limit=0", 400),
        ("/api/events?limit=1001", 400), ("/api/events?offset=-1", 400),
        ("/api/checks?verdict=perhaps", 400), ("/api/events/ev-0", 404), ("/api/none", 404),
        ("/api/events?cursor=7", 400), ("/api/events?cursor=7.0123456789abcdef", 400),
        ("/api/events?cursor=1.0123456789abcdef&offset=1", 400), ("/api/network?at=soon", 400),
        ("/api/network?only=both", 400), ("/api/network/turning", 400),
        ("/api/network/turning?pivot=ev-0", 400), ("/api/weighing?limit=1", 400),
        ("/api/events?offset=" + "9" * 40, 400), ("/api/documents/%2e%2e%2fetc", 404),
        ("/api/search?text=%22%27)%3B--", 200), ("/api/entities?name=%25%27%20OR%201", 200),
    ],
)  # fmt: skip
def test_misuse_is_told_in_json(bench: Bench, address: str, status: int) -> None:
    """With what is wrong and what to do; hostile words are words."""
    answer = asked(bench, address, status)
    assert set(answer) == ({"error", "hint"} if status != 200 else {"total", "rows", "next"})


NAMES = sorted(
    {p.name for one in ENDPOINTS for p in one.parameters} | {"limit", "offset", "cursor"}
)


@quick
@given(
    st.sampled_from([one.path for one in ENDPOINTS]),
    words,
    st.dictionaries(st.sampled_from(NAMES), words, max_size=4),
)
def test_no_address_breaks(bench: Bench, path: str, id: str, query: dict[str, str]) -> None:
    """Whatever is asked, the answer is JSON: rows, a record, or what is wrong with it."""
    place = path.replace("{id}", quote(id.encode("utf-8", "replace"), safe=""))
    answer = bench.get(f"/api{place}?{encoded(query)}")
    assert answer.status in (200, 400, 404), answer.text
    assert isinstance(json.loads(answer.text), dict)


def test_the_gate_stands_before_it(bench: Bench) -> None:
    """Without the token nothing is told, and nothing is written at all."""
    host = {"host": "127.0.0.1:4321"}
    assert bench.ask("GET", "/api/events", headers=host).status == 403
    assert bench.post("/api/events").status in (404, 405)
