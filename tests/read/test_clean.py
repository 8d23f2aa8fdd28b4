"""The clean copy: easy on the parser, and every character has its way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.read.clean import clean
from sayso.records.documents import Block, Cleaned

_LETTERS = "ab cD1-‐'’“”\u00a0\u2009\u00ad\u200b\ufeff\n\r\t.,\u2028é"
_TEXTS = st.text(alphabet=_LETTERS, max_size=80)
_STRAIGHT = {"’": "'", "“": '"', "”": '"', "‐": "-"}


def whole(text: str) -> Cleaned:
    """The clean copy of a text in the midst of a block."""
    return clean(text, [Block("paragraph", -1, len(text) + 1)])


def as_clean(character: str) -> str:
    """What one character becomes where it is kept."""
    return " " if character.isspace() else _STRAIGHT.get(character, character)


def test_odd_spaces_and_quotes_are_replaced_one_for_one() -> None:
    """No-break and thin spaces become spaces, curly quotes straight, and nothing moves."""
    cleaned = whole("“The\u00a0port,” she\u2009said, isn’t ours.")
    assert cleaned == Cleaned('"The port," she said, isn\'t ours.', ((0, 0),))


def test_invisible_characters_vanish_and_what_follows_finds_back() -> None:
    """A soft hyphen inside a word is gone from the copy, and the word's span still covers it."""
    text = "The har\u00adbour is\u200b open."
    cleaned = whole(text)
    assert cleaned.text == "The harbour is open."
    start, end = cleaned.source_span(4, 11)
    assert text[start:end] == "har\u00adbour"


def test_a_word_broken_at_a_line_end_is_joined() -> None:
    """A hyphen and line break before a lower-case letter are a word that did not fit."""
    text = "The organi-\nsation left."
    cleaned = whole(text)
    assert cleaned.text == "The organisation left."
    assert text[slice(*cleaned.source_span(4, 16))] == "organi-\nsation"


def test_a_hyphen_that_belongs_to_the_word_is_kept() -> None:
    """A capital or digit after the break, a prefix such as "anti", or the same word elsewhere."""
    assert whole("the Kalder-\nBrisa deal").text == "the Kalder-Brisa deal"
    assert whole("from 2019-\n2020").text == "from 2019-2020"
    assert whole("an anti-\ncorruption law").text == "an anti-corruption law"
    assert whole("long-term aims and long-\nterm plans").text.endswith("long-term plans")
    assert whole("cooperation and coope-\nration").text.endswith("and cooperation")


def test_line_breaks_inside_a_block_become_one_space() -> None:
    """A broken line goes on; the break between two blocks stays one."""
    text = "She left\r\n  early.\n\nHe stayed."
    blocks = [Block("paragraph", 0, 18), Block("paragraph", 20, len(text))]
    assert clean(text, blocks).text == "She left early.\n\nHe stayed."


def test_dropped_stretches_are_left_out_of_the_copy() -> None:
    """A page header between two halves of a sentence does not disturb it."""
    text = "She went\n\nPAGE 2\n\nto the port."
    cleaned = clean(text, [Block("paragraph", 0, len(text))], [(10, 18)])
    assert cleaned.text == "She went to the port."
    assert text[slice(*cleaned.source_span(12, 20))] == "the port"


def test_block_bounds_find_the_blocks_in_the_copy() -> None:
    """Blocks start and end at the same words in both texts."""
    text = "\ufeffTi\u00adtle\n\nSome \u00a0 words"
    blocks = (Block("heading", 1, 7), Block("paragraph", 9, len(text)))
    cleaned = clean(text, blocks)
    cut = [cleaned.text[a:b] for a, b in cleaned.block_bounds(blocks)]
    assert cut == ["Title", "Some words"]


@given(_TEXTS)
def test_every_clean_character_stands_for_the_one_it_maps_to(text: str) -> None:
    """The law of the exact quote: order is kept, each character is the cleaned form of its own."""
    cleaned = whole(text)
    sources = [cleaned.source(place) for place in range(len(cleaned.text))]
    assert sources == sorted(set(sources))
    assert cleaned.text == "".join(as_clean(text[source]) for source in sources)


@given(_TEXTS)
def test_what_is_skipped_is_never_a_letter(text: str) -> None:
    """Only spaces, hyphens at line ends and invisible characters are missing from the copy."""
    cleaned = whole(text)
    kept = {cleaned.source(place) for place in range(len(cleaned.text))}
    missing = {text[place] for place in range(len(text)) if place not in kept}
    assert not any(character.isalnum() or character in ".,'’“”" for character in missing)


@given(st.text(alphabet="ab c’\u00a0\u00ad\u200b\n.", max_size=60), st.data())
def test_every_clean_stretch_is_the_clean_form_of_what_it_quotes(
    text: str, data: st.DataObject
) -> None:
    """Cleaning the words a stretch cites gives the stretch again."""
    cleaned = whole(text)
    if cleaned.text:
        start = data.draw(st.integers(0, len(cleaned.text) - 1))
        end = data.draw(st.integers(start + 1, len(cleaned.text)))
        quoted = text[slice(*cleaned.source_span(start, end))]
        assert whole(quoted).text == cleaned.text[start:end]
