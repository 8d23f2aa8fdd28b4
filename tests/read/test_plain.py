"""Plain text: kept to the character, its blocks told by the conventions people use."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.read.choose import read_document
from sayso.records.errors import UnreadableError
from tests.read.makers import shown


def read(text: str) -> list[tuple[str, str]]:
    """The blocks of a plain text."""
    return shown(read_document("a.txt", text.encode()))


@given(st.text(alphabet="ab\u00a0’“\r\n\t é.\u2028", min_size=1).map(lambda text: "x" + text))
def test_the_text_is_the_file_character_for_character(text: str) -> None:
    """Nothing is normalised: no line end, no quote, no space."""
    assert read_document("a.txt", text.encode()).text == text


@given(st.text(alphabet="aB c•-1.[]()\n>,:", max_size=200).map(lambda text: "x" + text))
def test_blocks_stand_in_order_and_never_overlap(text: str) -> None:
    """Whatever is in the file, its blocks are stretches of it, one behind the other."""
    try:
        document = read_document("a.txt", text.encode())
    except UnreadableError:
        return
    places = [place for block in document.blocks for place in (block.start, block.end)]
    assert places == sorted(places)
    assert all(block.start < block.end <= len(text) for block in document.blocks)


def test_a_byte_order_mark_is_no_word() -> None:
    """It is dropped, whichever encoding it marks."""
    for encoding in ("utf-8-sig", "utf-16"):
        assert read_document("a.txt", "Quay".encode(encoding)).text == "Quay"


def test_one_line_is_one_block_where_lines_are_long() -> None:
    """A file with a paragraph on each line needs no empty lines between them."""
    first = "The harbour council met on Tuesday and heard three experts about the new crane. " * 3
    second = "It put off its decision until the autumn. " * 4
    assert read(f"{first}\n{second}\n") == [
        ("paragraph", first.strip()),
        ("paragraph", second.strip()),
    ]


def test_lines_broken_at_a_margin_are_one_paragraph() -> None:
    """Lines that had no room for the next word go on; a short one ends its paragraph."""
    text = (
        "The harbour council met on Tuesday afternoon and heard what three\n"
        "experts had to say about the new crane. One of them doubted that\n"
        "the quay can bear it.\n"
        "The council put off its decision until the autumn, because two of\n"
        "its members were absent.\n"
    )
    assert [kind for kind, _ in read(text)] == ["paragraph", "paragraph"]


def test_lines_below_a_title_are_lines_of_their_own() -> None:
    """Who wrote, for whom and when: no margin broke them, however long the title is."""
    text = (
        "Rival factions of the harbour council sign a truce in Velm\n"
        "Nishtiman News Agency, 3 January 2022\n\n"
        "The rival wings of the council signed a truce.\n"
    )
    assert [words for _, words in read(text)] == text.replace("\n\n", "\n").splitlines()


def test_short_lines_without_a_stop_are_headings() -> None:
    """The first is the title; a question or a colon at the end is no stop."""
    blocks = read(
        "A crane too many\n\nWho pays?\n\nThe city pays for half of it.\n\n"
        "What comes next:\n\nThe council meets again in May.\n"
    )
    assert [words for kind, words in blocks if kind == "heading"] == [
        "A crane too many",
        "Who pays?",
        "What comes next:",
    ]


def test_items_have_the_level_of_their_indentation() -> None:
    """Bullets, dashes and numbers make items; the mark itself is not part of the block."""
    text = (
        "The council heard this:\n"
        "  • The crane is too heavy.\n"
        "    • It weighs 900 tons.\n"
        "    • The quay bears 700.\n"
        "  • The crane is too dear.\n"
        "1. It costs nine million.\n"
        "2) It will cost ten.\n"
    )
    document = read_document("a.txt", text.encode())
    items = [b for b in document.blocks if b.kind == "item"]
    assert [b.level for b in items] == [1, 2, 2, 1, 1, 1]
    assert document.text[items[0].start : items[0].end] == "The crane is too heavy."
    assert document.text[items[5].start : items[5].end] == "It will cost ten."


def test_initials_and_decimals_are_no_list_marks() -> None:
    """A paragraph may begin with "J. Smith" or "3.5 tons"."""
    assert read("J. Smith left the council.\n\n3.5 tons were lost.\n") == [
        ("paragraph", "J. Smith left the council."),
        ("paragraph", "3.5 tons were lost."),
    ]


def test_a_marked_line_alone_is_a_numbered_heading() -> None:
    """A number before a short line with no other item beside it counts sections."""
    blocks = read("1. The crane\n\nIt is too heavy.\n\n2. The quay\n\nIt is too old.\n")
    assert blocks[2] == ("heading", "The quay")


def test_a_line_with_outlet_and_date_in_parentheses_is_a_caption() -> None:
    """It says what a picture shows; a sentence with a verb and the same end is a paragraph."""
    blocks = read(
        "Crane\n\nThe mayor beside the new crane (Quay News, May 3, 2020).\n\n"
        "The mayor opened the quay on Sunday (Quay News, May 3, 2020).\n\nThat was all.\n"
    )
    assert [kind for kind, _ in blocks] == ["heading", "caption", "paragraph", "paragraph"]


def test_a_repeated_caption_is_marked_and_left_out_of_the_clean_copy() -> None:
    """The text keeps both; the parser sees the words once, even where a line break differs."""
    caption = "The mayor beside the new crane (Quay News, May 3, 2020)."
    broken = caption.replace(" (", "\n(")
    document = read_document("a.txt", f"{caption}\n\n{broken}\n\nIt rained.\n".encode())
    assert [(b.kind, b.repeats) for b in document.blocks[:2]] == [
        ("caption", False),
        ("caption", True),
    ]
    assert document.cleaned.text.count("beside the new crane") == 1
    assert document.text.count("beside the new crane") == 2


def test_numbered_notes_are_footnotes() -> None:
    """A paragraph that begins with a number in square brackets is a note."""
    blocks = read("The quay is old.[1]\n\n[1] See the council's own report of 2018.\n")
    assert blocks[1] == ("footnote", "[1] See the council's own report of 2018.")


def test_quoted_lines_are_one_quotation_without_their_marks() -> None:
    """Lines that begin with ">" were said by somebody else."""
    document = read_document("a.txt", b"He wrote:\n\n> The quay\n> is closed.\n\nIt is not.\n")
    assert document.blocks[1].kind == "quotation"
    start, end = document.cleaned.block_bounds(document.blocks)[1]
    assert document.cleaned.text[start:end] == "The quay is closed."


def test_front_matter_belongs_to_no_block() -> None:
    """It stays in the text, which is the file's, and is read as metadata."""
    document = read_document("a.txt", b"---\ntitle: Cranes\nlang: en\n---\nIt is too heavy.\n")
    assert (document.title, shown(document)) == ("Cranes", [("paragraph", "It is too heavy.")])
