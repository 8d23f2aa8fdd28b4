"""Case lines: what goes out comes back, and nothing ungrounded gets in."""

import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.publish.lines import KINDS, case_digest, export_lines, import_lines
from sayso.records.accounts import Participant
from sayso.records.errors import CaseError, LineError, SaysoError, UngroundedError
from sayso.store.case import open_case
from sayso.store.rows.links import KINDS as LINKED
from tests.store.sample import FIRST, LINKS, TIE, VISIT, fill
from tests.store.strategies import several

# The fields of each kind as docs/case-lines.md has them, in alphabetical order.
FIELDS = {
    "case": "format kind made_by",
    "document": "author blocks extracted format id kind language note path published publisher"
    " sha256 text title",
    "failure": "hint kind message path step",
    "entity": "aliases id kind name type",
    "mention": "entity form kind span",
    "merge": "decision id kind left names reasons right rule score spans state weight",
    "time": "anchor earliest edtf kind latest rule span",
    "quantity": "bound high kind low span unit",
    "attribution": "chain content cue hedges id kind published source source_entity stance",
    "trait": "attribute attributions entity id kind known_from span value",
    "event": "accounts earliest edtf id kind latest mode part_of participants places purpose"
    " quantities realis type",
    "tie": "accounts id kind object office polarity since subject territory type until",
    "claim": "also aspect attributions direction front holder id kind mode position span strength"
    " subject topic",
    "corroboration": "accounts event groups kind origins reasons tie",
    "conflict": "about field id kind reason scope severity sides",
    "agreement": "about field id kind reason sides",
    "check": "claimed evidence found id kind reason span verdict",
    "judgement": "about at by decision id kind reason revoked_by value",
}


def export(path: Path) -> str:
    with open_case(path) as case:
        stream = io.StringIO()
        export_lines(case.view(), stream)
        assert case_digest(case.view()) == hashlib.sha256(stream.getvalue().encode()).hexdigest()
    return stream.getvalue()


def take_in(path: Path, text: str) -> None:
    with open_case(path, create=True) as case, case.writer() as writer:
        import_lines(io.StringIO(text), writer)


@pytest.fixture
def sample(tmp_path: Path) -> str:
    path = tmp_path / "sample.sayso"
    with open_case(path, create=True) as case, case.writer() as writer:
        fill(writer)
    return export(path)


def test_lines_are_as_the_page_describes_them(sample: str) -> None:
    """Kinds in order, keys sorted, nothing added and nothing left out; letters as they are."""
    found: dict[str, str] = {}
    for line in sample.splitlines():
        values = json.loads(line)
        found.setdefault(values["kind"], " ".join(values))
    assert list(found.items()) == list(FIELDS.items())
    assert "Ruíz" in sample
    assert sample.startswith('{"format":"sayso-case/1","kind":"case","made_by":"sayso ')
    account = json.loads(next(line for line in sample.splitlines() if '"kind":"event"' in line))
    assert " ".join(account["accounts"][0]) == (
        "attributions earliest factuality fillers latest participants places purpose quantities "
        "span"
    )


def test_the_page_on_case_lines_names_every_kind_and_field() -> None:
    """The description and the export are compared word for word."""
    page = (Path(__file__).parents[2] / "docs" / "case-lines.md").read_text("utf-8")
    rows = {
        line.split("|")[1].strip(" `"): line for line in page.splitlines() if line.startswith("| `")
    }
    assert list(rows) == [kind for kind in FIELDS if kind != "case"] == list(KINDS)
    for kind, row in rows.items():
        assert [f for f in FIELDS[kind].split() if f != "kind" and f"`{f}`" not in row] == []


def test_an_imported_case_exports_the_same_bytes(sample: str, tmp_path: Path) -> None:
    """Export, import, export: identity."""
    take_in(tmp_path / "copy.sayso", sample)
    assert export(tmp_path / "copy.sayso") == sample


def test_an_imported_case_answers_and_searches(sample: str, tmp_path: Path) -> None:
    """Filters and the full-text index work as in the case it came from."""
    take_in(tmp_path / "copy.sayso", sample)
    with open_case(tmp_path / "copy.sayso") as case:
        view = case.view()
        assert [event.id for event in view.events(who="e-1", source="e-5")] == ["ev-1"]
        assert [tie.id for tie in view.ties(at="2021-01-01")] == ["t-1"]
        assert [entity.id for entity in view.entities(name="ruiz")] == ["e-1"]
        assert view.search("dockers")[0].span.quote.startswith("Mayor Ana")
        assert view.document("d-1").blocks[0].kind == "heading"
        assert [file.document for file in view.files()] == ["d-1", "d-2"]


@given(st.fixed_dictionaries({name: several(kind.record) for name, kind in LINKED.items()}))
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_a_case_says_survives_the_journey(tmp_path_factory, records: dict) -> None:
    """The same law for records with any fields at all."""
    folder = tmp_path_factory.mktemp("law")
    with open_case(folder / "a.sayso", create=True) as case, case.writer() as writer:
        fill(writer)
        judgements = records.pop("judgement")
        writer.replace_links(record for several in records.values() for record in several)
        for judgement in judgements:
            writer.put_judgement(judgement)
    first = export(folder / "a.sayso")
    take_in(folder / "b.sayso", first)
    assert export(folder / "b.sayso") == first


def test_what_follows_from_a_death_is_told_apart(sample: str, tmp_path: Path) -> None:
    """A killing ends an office in the lines, with the event it follows from and what the tie's own
    words tell beside it; and the way back leaves only what was told."""
    death = replace(VISIT, id="ev-9", type="ASSAULT", mode="kill", earliest="2021-05-03",
                    latest="2021-05-03", participants=(Participant("target", "e-1"),))  # fmt: skip
    post = replace(TIE, id="t-9", type="holds_office", subject="e-1", since="2019~", until=None)
    with open_case(tmp_path / "a.sayso", create=True) as case, case.writer() as writer:
        fill(writer)
        writer.replace_links((*LINKS, death, post))
    first = export(tmp_path / "a.sayso")
    lines = {line["id"]: line for line in map(json.loads, first.splitlines()) if "id" in line}

    assert (lines["t-9"]["since"], lines["t-9"]["until"]) == ("2019~", "2021-05-03")
    assert lines["t-9"]["told"] == {"since": "2019~", "until": None}
    assert lines["t-9"]["follows"] == ["ev-9"]
    assert not {"told", "follows"} & lines["t-1"].keys()
    take_in(tmp_path / "b.sayso", first)
    with open_case(tmp_path / "b.sayso") as case:
        assert {tie.id: tie.until for tie in case.view().ties()}["t-9"] is None
    assert export(tmp_path / "b.sayso") == first


def test_lines_do_not_depend_on_the_order_of_writing(sample: str, tmp_path: Path) -> None:
    """The same records, last first."""
    with open_case(tmp_path / "b.sayso", create=True) as case, case.writer() as writer:
        fill(writer)
        writer.replace_links(reversed(LINKS))
    assert export(tmp_path / "b.sayso") == sample


CASE = '{"kind": "case", "format": "sayso-case/1", "made_by": "by hand"}\n'
DOCUMENT = json.dumps(
    {"kind": "document", "id": "d-1", "path": "one.txt", "sha256": "0", "text": FIRST}
)


@pytest.mark.parametrize(
    ("text", "error", "where", "message"),
    [
        ("", LineError, "line 0", "no lines"),
        ("hello\n", LineError, "line 1", "no JSON"),
        ('{"kind": "case", "format": "sayso-case/9"}\n', LineError, "line 1", "sayso-case/1"),
        (f"{DOCUMENT}\n", LineError, "line 1", "first line"),
        (f"{CASE}[1, 2]\n", LineError, "line 2", "object"),
        (f"{CASE}\n{{}}\n", LineError, "line 3", "object"),
        (f'{CASE}{{"kind": "rumour"}}\n', LineError, "line 2", "rumour"),
        (f'{CASE}{{"kind": ["event"]}}\n', LineError, "line 2", "object"),
        (f'{CASE}{{"kind": "event", "low": NaN}}\n', LineError, "line 2", "NaN is no number"),
        (f'{CASE}{{"kind": "entity", "id": "e-1"}}\n', LineError, "line 2", "Entity"),
        (
            f'{CASE}{{"kind": "entity", "id": "e-1", "type": "Person", "name": 7, "aliases": []}}',
            LineError, "line 2", "7 is no str",
        ),
        (
            f'{CASE}{{"kind": "entity", "id": "e", "type": "x", "name": "y", "aliases": "abc"}}',
            LineError, "line 2", "'abc' is no list",
        ),
        (
            f'{CASE}{{"kind": "failure", "path": "\\ud800", "step": "", "message": "", "hint": ""}}',
            LineError, "line 2", "no JSON",
        ),
        (
            f'{CASE}{DOCUMENT}\n{{"kind": "mention", "entity": "e-1", "form": "name", "span": '
            '{"document": "d-1", "start": 0, "end": 7, "quote": "Harbor "}}',
            UngroundedError, "line 3, d-1:0-7", "reads 'Harbour'",
        ),
        (
            f'{CASE}{{"kind": "mention", "entity": "e-1", "form": "name", "span": '
            '{"document": "d-1", "start": 0, "end": 7, "quote": "Harbour"}}',
            UngroundedError, "line 2, d-1:0-7", "does not hold",
        ),
        (
            f'{CASE}{DOCUMENT}\n{{"kind": "mention", "entity": "e-1", "form": "name", "span": '
            '{"document": "d-1", "start": 0, "end": 9, "quote": "Harbour"}}',
            UngroundedError, "line 3, d-1:0-9", "cannot quote",
        ),
    ],
)  # fmt: skip
def test_a_bad_line_is_named_and_nothing_is_written(
    tmp_path: Path, text: str, error: type[SaysoError], where: str, message: str
) -> None:
    """Its number, what is wrong, and an empty case afterwards."""
    with open_case(tmp_path / "c.sayso", create=True) as case:
        with case.writer() as writer, pytest.raises(error, match=message) as caught:
            import_lines(io.StringIO(text), writer)
        assert caught.value.where == where
        assert not any(case.view().counts().values())


def test_lines_of_other_programs_may_leave_out_what_is_ours(tmp_path: Path) -> None:
    """Fields with a default may be absent, and fields nobody knows may be there."""
    entity = '{"kind": "entity", "id": "e", "type": "x", "name": "y", "aliases": [], "mood": 1}'
    take_in(tmp_path / "c.sayso", f"{CASE}\n{DOCUMENT}\n\n{entity}\n")
    with open_case(tmp_path / "c.sayso") as case:
        assert [document.text for document in case.view().documents()] == [FIRST]
        assert case.view().counts()["entity"] == 1


def test_a_case_with_records_takes_no_import(sample: str, tmp_path: Path) -> None:
    """An import fills a new case."""
    take_in(tmp_path / "c.sayso", sample)
    with pytest.raises(CaseError, match="not empty"):
        take_in(tmp_path / "c.sayso", sample)
