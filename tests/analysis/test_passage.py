"""Quotes in context."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.analysis.passage import passage, pieces
from sayso.records.documents import Document
from tests.factory import document

REPORT = document(
    "bridge",
    "# The bridge\n"
    "It stood for years. Then J. R. Lee closed it in May. Nobody was hurt! It fell in June.\n"
    "Another paragraph.",
)


def quote(report: Document, words: str, around: int = 1) -> str:
    start = report.text.index(words)
    found = passage(report, report.span(start, start + len(words)), around=around)
    return "".join(f"[{p.text}]" if p.marks else p.text for p in found.pieces)


def test_a_quote_comes_with_the_sentences_around_it() -> None:
    """One before, one after, the exact words marked; an initial ends no sentence."""
    assert quote(REPORT, "closed it") == (
        "It stood for years. Then J. R. Lee [closed it] in May. Nobody was hurt!"
    )
    assert quote(REPORT, "closed it", 0) == "Then J. R. Lee [closed it] in May."


def test_a_passage_stays_in_its_block() -> None:
    """Headings and other paragraphs are not context; cuts inside the block are told."""
    start = REPORT.text.index("June")
    found = passage(REPORT, REPORT.span(start, start + 4))

    assert found.text == "Nobody was hurt! It fell in June."
    assert (found.cut_before, found.cut_after) == (True, False)
    assert quote(REPORT, "Another") == "[Another] paragraph."


def test_a_quote_over_two_blocks_has_both() -> None:
    """A span that crosses a border is shown whole."""
    words = "June.\nAnother"

    assert f"[{words}]" in quote(REPORT, words)


def test_a_report_without_blocks_is_cut_at_its_lines() -> None:
    """Plain text has lines, if nothing else."""
    bare = Document("d-x", "x", "0" * 64, "txt", "One line.\nTwo lines here.\nThree.")

    assert quote(bare, "lines") == "Two [lines] here."


@given(st.text(min_size=1, max_size=60), st.data())
def test_any_span_is_found_whole_in_its_passage(text: str, data: st.DataObject) -> None:
    """The marked pieces are the quote, all pieces are the text, whatever it holds."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    report = Document("d-x", "x", "0" * 64, "txt", text)
    found = passage(report, report.span(start, end))

    assert found.text == text[found.start : found.end]
    assert "".join(piece.text for piece in found.pieces if piece.marks) == text[start:end]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9)), max_size=5))
def test_overlapping_marks_cut_the_text_without_loss(marks: list[tuple[int, int]]) -> None:
    """Each mark is the sum of its pieces."""
    text = "abcdefghijklmnopqrstuvwxyz0123"
    report = Document("d-x", "x", "0" * 64, "txt", text)
    spans = [report.span(start, start + length) for start, length in marks]
    cut = pieces(text, 0, len(text), spans)

    assert "".join(piece.text for piece in cut) == text
    for i, span in enumerate(spans):
        assert "".join(piece.text for piece in cut if i in piece.marks) == span.quote
