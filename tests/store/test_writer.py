"""Nothing ungrounded enters; what hangs on a document goes with it; calls are whole."""

from dataclasses import replace

import pytest

from sayso.records.accounts import EventAccount
from sayso.records.documents import Document, FileRow
from sayso.records.errors import CaseError, UngroundedError
from sayso.records.marks import LocalEntity, Mention, Quantity, Time
from sayso.records.spans import Span
from sayso.store.case import Case
from tests.store.sample import JUDGEMENT, LINKS, ONE, STRIKE, TWO, VISIT, cite, report

WRONG = Span("d-1", 0, 7, "Harbor ")
NOWHERE = Span("d-7", 0, 7, "Harbour")
MENTION = Mention(cite(ONE, "Porto"), "Place", "name", "Porto")
RESULTS = [("mentions", "f1", (MENTION,)), ("times", "f2", ())]


@pytest.mark.parametrize("span", [WRONG, NOWHERE, replace(cite(ONE, "Porto"), document="d-2")])
def test_links_that_do_not_quote_are_refused_whole(case: Case, span: Span) -> None:
    """One bad quote, however deep in a record, and the former links stay."""
    account = replace(VISIT.accounts[1], span=span)
    bad = replace(VISIT, id="ev-9", accounts=(VISIT.accounts[0], account))
    with case.writer() as writer, pytest.raises(UngroundedError):
        writer.replace_links([STRIKE, bad])
    assert [event.id for event in case.view().events()] == ["ev-1", "ev-3", "ev-2"]


@pytest.mark.parametrize(
    "found",
    [
        (Mention(WRONG, "Place", "name", "x"),),
        (LocalEntity("e", "Place", "x", (), (Mention(WRONG, "Place", "name", "x"),)),),
        (Time(WRONG, None, None, None, None, "rule"),),
        (Quantity(NOWHERE, None, None, None, "exact"),),
        (EventAccount("ev", "STATE", None, "actual", WRONG, "say", "asserted"),),
    ],
    ids=lambda found: type(found[0]).__name__,
)
def test_findings_that_do_not_quote_are_refused(case: Case, found: tuple) -> None:
    """The cache passes the same gate."""
    with case.writer() as writer, pytest.raises(UngroundedError):
        writer.put_results("d-1", [("mentions", "f", (MENTION,)), ("found", "f", found)])
    assert case.view().fingerprints("d-1") == {}


def test_a_transaction_is_written_together_or_not_at_all(case: Case) -> None:
    """What came before an error inside goes with it, texts at hand included."""
    with case.writer() as writer:
        with pytest.raises(ZeroDivisionError), writer.transaction():
            writer.set_meta("a", "b")
            writer.put_document(report("d-3", "three.txt", "Third text"), b"")
            raise ZeroDivisionError
        with pytest.raises(UngroundedError):
            mention = Mention(Span("d-3", 0, 5, "Third"), "Place", "name", "x")
            writer.put_results("d-3", [("mentions", "f", (mention,))])
    assert case.view().meta("a") is None
    assert case.view().document("d-3") is None


def test_the_same_again_does_no_harm(case: Case) -> None:
    """A document written twice keeps its findings, its passages and its links."""
    with case.writer() as writer:
        writer.put_results("d-1", RESULTS)
        before = case.view().search("dockers")
        writer.put_document(ONE, b"other bytes of the same text")
        writer.put_results("d-1", RESULTS)
        writer.replace_links((*LINKS, *LINKS[:1]))
    view = case.view()
    assert view.fingerprints("d-1") == {"mentions": "f1", "times": "f2"}
    assert view.search("dockers") == before
    assert view.counts()["event"] == 3


def test_other_metadata_drop_findings_but_not_links(case: Case) -> None:
    """Steps see the date of a report; quotes do not change with it."""
    with case.writer() as writer:
        writer.put_results("d-1", RESULTS)
        writer.put_document(replace(ONE, published="2021-06"), b"")
    assert case.view().fingerprints("d-1") == {}
    assert case.view().counts()["event"] == 3


def test_another_text_drops_all_that_quotes_it(case: Case) -> None:
    """Links go with the note of what they were made from; judgements and other reports stay."""
    with case.writer() as writer:
        writer.set_meta("links", "seal")
        writer.put_results("d-1", RESULTS)
        writer.put_results("d-2", [("times", "f", ())])
        writer.put_document(replace(ONE, text=ONE.text.replace("dockers", "porters")), b"")
        with pytest.raises(UngroundedError):
            writer.replace_links(LINKS)
    view = case.view()
    assert view.meta("links") is None
    assert view.fingerprints("d-1") == {}
    assert view.fingerprints("d-2") == {"times": "f"}
    assert view.search("dockers") == []
    assert len(view.search("porters")) == 1
    assert {name: n for name, n in view.counts().items() if n} == {
        "document": 2, "failure": 1, "judgement": 1,
    }  # fmt: skip


def test_a_dropped_file_takes_its_document_along(case: Case) -> None:
    """Text, bytes, findings and search go; so do links, until they are made anew."""
    with case.writer() as writer:
        writer.put_results("d-1", RESULTS)
        writer.drop_files(["one.txt", "never.txt", "torn.pdf"])
    view = case.view()
    assert [row.id for row in view.document_rows()] == ["d-2"]
    assert [file.path for file in view.files()] == ["sub/two.md"]
    assert view.original("d-1") is None
    assert view.fingerprints("d-1") == {}
    assert view.search("dockers") == []
    assert list(view.failures()) == []
    assert list(view.judgements()) == [JUDGEMENT]


def test_a_document_stays_while_a_file_has_it(case: Case) -> None:
    """Two copies of a report are one document."""
    with case.writer() as writer:
        writer.put_file(FileRow("copy.txt", ONE.sha256, 9, 1, "o", "d-1"))
        writer.drop_files(["one.txt"])
        assert case.view().counts()["event"] == 3
        writer.drop_files(["copy.txt"])
    assert case.view().document("d-1") is None


def test_a_document_goes_by_the_first_of_its_paths(case: Case) -> None:
    """Whichever of two copies was read first, the case is the same; findings stay."""
    with case.writer() as writer:
        writer.put_results("d-1", RESULTS)
        writer.put_file(FileRow("a copy.txt", ONE.sha256, 9, 1, "o", "d-1"))
        writer.put_file(FileRow("zebra.txt", ONE.sha256, 9, 1, "o", "d-1"))
        writer.settle_paths()
    view = case.view()
    assert [row.path for row in view.document_rows()] == ["a copy.txt", "sub/two.md"]
    assert view.notes("d-1").mentions == (MENTION,)
    assert view.notes("d-1", without=["mentions"]).mentions == ()


def test_a_changed_file_lets_go_of_its_former_document(case: Case) -> None:
    """The new text takes the place of the old."""
    new = report("d-3", "one.txt", "All is quiet in Porto.")
    with case.writer() as writer:
        writer.put_document(new, b"")
        writer.put_file(FileRow("one.txt", "n", 9, 2, "o", "d-3"))
    assert [document.id for document in case.view().documents()] == ["d-2", "d-3"]


def test_vanished_files_keep_what_was_read(case: Case) -> None:
    """They are marked, nothing more."""
    with case.writer() as writer:
        writer.mark_vanished(["one.txt", "never.txt"])
    assert [f.state for f in case.view().files()] == ["vanished", "read"]
    assert case.view().document("d-1") == ONE


def test_a_file_cannot_name_a_document_that_is_not_there(case: Case) -> None:
    """The case refuses what would lead nowhere."""
    with case.writer() as writer, pytest.raises(CaseError, match="refuses"):
        writer.put_file(FileRow("x", "", 0, 0, "", "d-77"))


def test_judgements_are_closed_never_deleted(case: Case) -> None:
    """A revoked one stays, and says by what."""
    with case.writer() as writer:
        writer.revoke_judgement("j-1", "j-2")
        writer.replace_links(())
        with pytest.raises(CaseError, match="j-7"):
            writer.revoke_judgement("j-7", "j-2")
    assert list(case.view().judgements()) == [replace(JUDGEMENT, revoked_by="j-2")]
    assert list(case.view().judgements(live_only=True)) == []


def test_meta_is_kept_replaced_and_forgotten(case: Case) -> None:
    """One value a key."""
    with case.writer() as writer:
        writer.set_meta("pack", "1")
        writer.set_meta("pack", "2")
        assert case.view().meta("pack") == "2"
        writer.set_meta("pack", None)
    assert case.view().meta("pack") is None


def test_only_an_empty_case_takes_an_import(case: Case) -> None:
    """Two cases are not mixed."""
    with case.writer() as writer, pytest.raises(CaseError, match="not empty"):
        writer.import_records([report("d-3", "three.txt", "Third text")])


def test_many_texts_are_checked_in_little_memory(case: Case, monkeypatch) -> None:
    """Texts at hand are let go of, and fetched again when asked for."""
    monkeypatch.setattr("sayso.store.rows.gate._AT_HAND", 10)
    mentions = [cite(document, "Porto") for document in (ONE, TWO, ONE, TWO)]
    with case.writer() as writer:
        writer.replace_links(Time(span, None, None, None, None, "r") for span in mentions)
        assert len(writer._gate._texts) == 1
    assert case.view().counts()["time"] == 4


def test_a_document_without_blocks_is_searched_whole(case: Case) -> None:
    """A bare text is one passage; an empty one is none."""
    with case.writer() as writer:
        writer.put_document(Document("d-5", "a", "", "txt", "lone zebra"), b"")
        writer.put_document(Document("d-6", "b", "", "txt", ""), b"")
        writer.put_document(Document("d-7", "c", "", "txt", "torn\0 okapi"), b"")
    assert [hit.span.quote for hit in case.view().search("zebra")] == ["lone zebra"]
    assert [hit.span.quote for hit in case.view().search("okapi")] == ["torn\0 okapi"]


def test_two_documents_may_not_be_confused(case: Case) -> None:
    """A quote of one report is not a quote of the other."""
    assert TWO.text != ONE.text
    with case.writer() as writer, pytest.raises(UngroundedError, match="not 'Mayor'"):
        start = ONE.text.index("Mayor")
        writer.replace_links([Time(Span("d-2", start, start + 5, "Mayor"), *[None] * 4, "r")])
