"""The law of the store: what goes in comes out."""

import tempfile
import typing
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.records.documents import Block, Cleaned, Document, Failure, FileRow, Hyperlink
from sayso.records.notes import Notes
from sayso.records.parse import Parse
from sayso.store.case import Case, open_case
from sayso.store.rows.links import KINDS
from sayso.store.rows.results import gift_types
from tests.store.sample import ONE, TWO
from tests.store.strategies import PARSES, TEXTS, of, several

LAW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
ORDERS = {
    "mention": lambda r: (r.span.document, r.span.start, r.span.end, r.entity),
    "time": lambda r: (r.span.document, r.span.start, r.span.end),
    "quantity": lambda r: (r.span.document, r.span.start, r.span.end),
    "corroboration": lambda r: r.event or r.tie,
    "judgement": lambda r: (r.at, r.id),
}


@contextmanager
def written() -> Iterator[Case]:
    with (
        tempfile.TemporaryDirectory() as folder,
        open_case(Path(folder) / "c.sayso", create=True) as case,
    ):
        with case.writer() as writer:
            writer.put_document(ONE, b"one")
            writer.put_document(TWO, b"two")
        yield case


@pytest.mark.parametrize("name", KINDS)
@given(data=st.data())
@LAW
def test_linked_records_are_read_back_equal_and_in_order(name: str, data) -> None:
    """Every kind, whatever its fields say."""
    records = data.draw(several(KINDS[name].record))
    with written() as case, case.writer() as writer:
        writer.replace_links(records)
        expected = sorted(records, key=ORDERS.get(name, lambda record: record.id))
        assert list(case.view().records(name)) == expected


@pytest.mark.parametrize("gift", [name for name in gift_types() if name != "parse"])
@given(data=st.data())
@LAW
def test_findings_are_read_back_equal(gift: str, data) -> None:
    """Every gift of a step, by fingerprint and in the document's notes."""
    kind = typing.get_type_hints(Notes)[gift]
    found = data.draw(of(kind))
    with written() as case, case.writer() as writer:
        writer.put_results("d-1", [(gift, "f1", found)])
        assert case.view().result("d-1", gift, "f1", kind) == found
        assert case.view().result("d-1", gift, "f2", kind) is None
        assert case.view().notes("d-1") == Notes(ONE).with_gift(gift, found)


@given(PARSES)
@LAW
def test_a_parse_is_read_back_equal(parse: Parse) -> None:
    """Columns turn into the same words and sentences."""
    with written() as case, case.writer() as writer:
        writer.put_results("d-1", [("sentences", "f", parse)])
        found = case.view().notes("d-1").parse
        assert found == parse
        assert all(type(token.begins) is bool for s in found.sentences for token in s)


@given(TEXTS, st.lists(st.tuples(TEXTS, st.integers(0, 5), st.integers(0, 9)), max_size=3))
@LAW
def test_documents_are_read_back_equal(text: str, blocks: list[tuple[str, int, int]]) -> None:
    """Texts of all scripts, blocks, the clean copy, and the bytes."""
    link = Hyperlink(0, 1, "https://news.example/a")
    made = tuple(
        Block(kind, start, start + size, 1, True, (link,) * (size % 3))
        for kind, start, size in blocks
    )
    clean = Cleaned(text[::-1], ((0, 2), (3, 7)))
    document = Document("d-9", "p", "s", "txt", text, made, clean, extracted=False, note=text)
    with written() as case, case.writer() as writer:
        writer.put_document(document, text.encode())
        assert case.view().document("d-9") == document
        assert case.view().original("d-9") == text.encode()
        assert [row.characters for row in case.view().document_rows()][-1] == len(text)


@given(st.lists(of(FileRow), max_size=4, unique_by=lambda row: row.path))
@LAW
def test_files_are_read_back_equal(rows: list[FileRow]) -> None:
    """Sizes and times keep all their digits."""
    rows = [FileRow(r.path, r.sha256, r.size, 1 << 60, "", "d-1", r.state) for r in rows]
    with written() as case, case.writer() as writer:
        for row in rows:
            writer.put_file(row)
        assert list(case.view().files()) == sorted(rows, key=lambda row: row.path)


@given(st.lists(of(Failure), max_size=4, unique_by=lambda row: (row.path, row.step)))
@LAW
def test_failures_are_read_back_equal(rows: list[Failure]) -> None:
    """A file may fail in several steps."""
    with written() as case, case.writer() as writer:
        for row in rows:
            writer.put_failure(row)
        assert list(case.view().failures()) == sorted(rows, key=lambda row: (row.path, row.step))
        for row in rows:
            writer.clear_failure(row.path)
        assert list(case.view().failures()) == []
