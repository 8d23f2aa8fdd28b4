"""A briefing in which nothing about the world stands without a footnote."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest

from sayso.publish.briefing import Briefing, Section, Sentence
from sayso.publish.compose import compose
from sayso.publish.desk import Limits
from sayso.records.errors import UngroundedError
from tests.factory import Builder
from tests.harbour import harbour


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return compose(harbour(), title="The port affair")


def sentences(part: Any) -> Iterator[Sentence]:
    """Every sentence below some part of a briefing."""
    if isinstance(part, Sentence):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from sentences(inner)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from sentences(getattr(part, field.name))


@pytest.mark.parametrize(("text", "notes"), [("It fell.", ()), ("", (1,)), (" ", (1,))])
def test_a_sentence_without_words_or_footnote_cannot_be_made(
    text: str, notes: tuple[int, ...]
) -> None:
    """The gate is in the model, not in the printers."""
    with pytest.raises(UngroundedError):
        Sentence(text, notes)


def test_footnotes_are_numbered_in_order_of_first_use(briefing: Briefing) -> None:
    """Reading from the top, a new number is always the next one."""
    used = [note for sentence in sentences(briefing.sections) for note in sentence.notes]

    assert list(dict.fromkeys(used)) == [note.number for note in briefing.notes]
    assert [note.number for note in briefing.notes] == list(range(1, len(briefing.notes) + 1))


def test_a_footnote_quotes_the_report_at_its_place(briefing: Briefing) -> None:
    """The marked words are those that stand at the offsets."""
    texts = {document.id: document.text for document in harbour().documents()}
    for note in briefing.notes:
        marked = "".join(piece.text for piece in note.passage.pieces if piece.marks)
        assert marked == texts[note.report.id][note.start : note.end]
        assert note.chains


def test_every_cited_word_is_marked_once_in_the_passages(briefing: Briefing) -> None:
    """The appendix holds each block once, and in it the words of every note."""
    marked: dict[int, str] = {}
    for cited in briefing.reports:
        starts = [block.start for block in cited.blocks]
        assert starts == sorted(set(starts))
        for block in cited.blocks:
            for piece in block.pieces:
                for note in piece.marks:
                    marked[note] = marked.get(note, "") + piece.text

    quotes = {
        note.number: "".join(piece.text for piece in note.passage.pieces if piece.marks)
        for note in briefing.notes
    }
    assert marked == quotes


def test_the_sections_come_in_the_order_of_the_reader(briefing: Briefing) -> None:
    """What stands out first, method last."""
    assert [section.anchor for section in briefing.sections] == [
        "highlights", "reports", "timeline", "judgements", "quarters", "weighing", "conflicts",
        "agreements", "accounts", "checks", "gaps", "sources", "people", "ties", "structure", "itineraries",
        "statements", "failures", "method",
    ]  # fmt: skip


def test_anchors_are_unique(briefing: Briefing) -> None:
    """No two sections or topics share a place to link to."""
    anchors = [section.anchor for section in briefing.sections]
    anchors += [
        part.anchor
        for section in briefing.sections
        for part in section.parts
        if hasattr(part, "anchor")
    ]

    assert len(anchors) == len(set(anchors))


def test_an_empty_case_still_makes_a_briefing_that_says_so() -> None:
    """Every section has words for having nothing to say."""
    empty = compose(Builder().view())

    assert all(section.parts for section in empty.sections)
    assert not list(sentences(empty.sections))
    assert empty.notes == ()
    text = str(empty.sections)
    for words in ("holds no report", "No event was found", "No conflict was found",
                  "No name was found", "Every input was read"):  # fmt: skip
        assert words in text


def test_what_is_left_out_is_said() -> None:
    """Limits shorten a section and name the command that shows the rest."""
    small = compose(harbour(), limits=Limits(timeline=2, statements=1, entities=1, ties=1))
    sections: dict[str, Section] = {section.anchor: section for section in small.sections}

    assert "8 more events" in str(sections["timeline"])
    assert "sayso timeline" in str(sections["timeline"])
    assert "2 more statements" in str(sections["statements"])
    assert "3 more ties" in str(sections["ties"])
    assert "3 more)" in str(sections["people"])


def test_reports_are_numbered_by_date_and_named_by_their_file_if_nothing_else() -> None:
    """A report without title is called by its file's name."""
    case = Builder()
    case.report("late", "Nothing.", published="2021")
    case.report("early", "Nothing.", published="2020", title="Early days")
    made = compose(case.view())

    assert [(r.report.label, r.report.title) for r in made.reports] == [
        ("R1", "Early days"),
        ("R2", "late.txt"),
    ]
