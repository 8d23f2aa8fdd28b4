"""The step that finds times: document coordinates and the role of blocks."""

from __future__ import annotations

from dataclasses import replace

from sayso.annotate.times.step import find_times
from sayso.packs.pack import Pack
from sayso.records.documents import Block, Cleaned, Document
from sayso.records.notes import Notes


def document(*blocks: tuple[str, str]) -> Document:
    """A document of blocks (kind, words), read on 10 March 2021."""
    text, found = "", []
    for kind, words in blocks:
        found.append(Block(kind, len(text), len(text) + len(words)))
        text += words + "\n"
    return Document(
        "d-1", "a.txt", "0" * 64, "txt", text, tuple(found), Cleaned(text, ((0, 0),)),
        published="2021-03-10", language="en",
    )  # fmt: skip


def test_times_quote_the_document_through_the_clean_copy() -> None:
    """Characters that cleaning took away are back in the quote."""
    text = "It sank in\u00a0Ju\u00adne 2018."
    runs = ((0, 0), (13, 14))
    notes = Notes(
        Document(
            "d-1", "a.txt", "0" * 64, "txt", text, (Block("paragraph", 0, len(text)),),
            Cleaned("It sank in June 2018.", runs), language="en",
        )
    )  # fmt: skip
    (time,) = find_times(notes, Pack())
    assert time.span.quote == "Ju\u00adne 2018"
    assert (time.earliest, time.latest, time.edtf) == ("2018-06-01", "2018-06-30", "2018-06")


def test_no_time_runs_across_blocks() -> None:
    """A heading's last word and a paragraph's first are not one date."""
    notes = Notes(document(("heading", "The events of June"), ("paragraph", "2018 was worse.")))
    assert find_times(notes, Pack())[0].span.quote == "June"


def test_captions_do_not_move_the_narrative() -> None:
    """What follows a caption hangs on the paragraph before it."""
    notes = Notes(
        document(
            ("paragraph", "The ship sank on 4 June 2018."),
            ("caption", "The wreck on 9 September 2018."),
            ("paragraph", "Two days later it rose."),
        )
    )
    assert find_times(notes, Pack())[-1].earliest == "2018-06-06"


def test_a_report_that_is_not_read_has_no_times() -> None:
    """A report in another language is kept, and left alone."""
    unread = replace(document(("paragraph", "4 June 2018")), extracted=False)
    assert find_times(Notes(unread), Pack()) == ()
