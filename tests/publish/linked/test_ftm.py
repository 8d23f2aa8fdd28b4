"""FollowTheMoney: valid by its own schema, back as it went, and nothing doubtful told as fact."""

import io
import json

import pytest

from sayso.analysis.wording.firm import firm
from sayso.publish.forms.forms import FORMS
from sayso.records.accounts import EVENT_TYPES

ftm = pytest.importorskip(
    "followthemoney", reason="followthemoney is not installed: make exchange installs it"
)


def lines(view, form: str) -> list[dict]:
    text = b"".join(FORMS[form].pieces(view)).decode()
    assert text == b"".join(FORMS[form].pieces(view)).decode()
    return [json.loads(line) for line in text.splitlines()]


def test_every_entity_is_valid_and_refers_to_what_is_there(view) -> None:
    """The library validates each, cleans none anew, and every reference has its entity."""
    found = lines(view, "ftm")
    ids = {entity["id"] for entity in found}
    assert len(ids) == len(found)
    for data in found:
        ftm.model.get(data["schema"]).validate(data)
        entity = ftm.model.get_proxy(data, cleaned=False)
        assert {n: sorted(v) for n, v in entity.properties.items()} == {
            n: sorted(v) for n, v in data["properties"].items()
        }
        for prop, value in entity.itervalues():
            assert prop.type.name != "entity" or value in ids, (data["id"], prop.name, value)


def test_all_kinds_go_out(view) -> None:
    """People, bodies, places, offices, reports, mentions, ties, events and notes."""
    kinds = {entity["schema"] for entity in lines(view, "ftm")}
    assert {
        "Person", "Organization", "Address", "Position", "PlainText", "Mention", "Occupancy",
        "UnknownLink", "Event", "Note",
    } <= kinds  # fmt: skip


def test_what_is_hedged_or_denied_is_never_a_plain_statement(view) -> None:
    """No word of such a telling stands in an event or link, and each stands in a note."""
    held = [
        account.span.quote
        for about in (*view.events(), *view.ties())
        for account in firm(view, about).held
    ]
    notes = [e for e in lines(view, "ftm") if e["schema"] == "Note"]
    plain = [e for e in lines(view, "ftm") if e["schema"] not in ("Note", "PlainText")]
    assert held
    for quote in held:
        words = " ".join(quote.split())
        assert any(words in " ".join(note["properties"]["description"]) for note in notes)
        assert not any(words in json.dumps(entity, ensure_ascii=False) for entity in plain)
    assert all(
        note["properties"]["name"][0].startswith("Not stated here as fact") for note in notes
    )
    names = " ".join(
        e["properties"]["name"][0] for e in (*notes, *plain) if "name" in e["properties"]
    )
    assert not any(f"{type}/" in names for type in EVENT_TYPES)


def test_proofs_are_reports_of_the_case(view) -> None:
    """Every event and link names the reports it stands in."""
    reports = {row.id for row in view.document_rows()}
    for entity in lines(view, "ftm"):
        if entity["schema"] == "Event":
            assert set(entity["properties"]["proof"]) <= reports


def test_statements_make_the_same_entities(view) -> None:
    """Read by the library and put together again, they are the entities, each with its origin."""
    from followthemoney.dataset import Dataset
    from followthemoney.statement import StatementEntity
    from followthemoney.statement.serialize import read_json_statements

    stream = io.BytesIO(b"".join(FORMS["statements"].pieces(view)))
    groups: dict[str, list] = {}
    for statement in read_json_statements(stream):
        groups.setdefault(statement.entity_id, []).append(statement)
    dataset = Dataset.make({"name": "sayso"})
    whole = {e["id"]: e for e in lines(view, "ftm")}
    assert set(groups) == set(whole)
    for id, statements in groups.items():
        entity = StatementEntity.from_statements(dataset, statements)
        assert entity.schema.name == whole[id]["schema"]
        assert {n: sorted(v) for n, v in entity.properties.items()} == {
            n: sorted(v) for n, v in whole[id]["properties"].items()
        }
    texts = {document.id: document.text for document in view.documents()}
    for statement in groups[next(e.id for e in view.events() if e.mode == "raid")]:
        document, _, place = statement.origin.split()[0].partition(":")
        start, end = map(int, place.split("-"))
        assert texts[document][start:end]
