"""An analyst's own sentences in a briefing: with footnotes, or marked as without."""

from sayso.publish.briefing import Listing, Remark
from sayso.publish.compose import NAMES, compose
from sayso.publish.desk import Limits, desk_for
from sayso.publish.words import marker, own_words, sentences
from tests.harbour import harbour


def span_of(case, words: str):
    document = next(d for d in case.documents() if words in d.text)
    start = document.text.index(words)
    return document.span(start, start + len(words))


def test_a_sentence_with_a_marker_gets_its_footnote() -> None:
    """Before or behind the full stop, and several at once."""
    case = harbour()
    mark = marker(span_of(case, "Marrow resigned"))
    desk = desk_for(case, Limits())
    found = own_words(
        desk, f"She went {mark}. He stayed. {mark}{mark} They came. Nobody knows\nwhy"
    )

    assert [type(part) for part in found] == [Listing, Listing, Remark, Remark, Remark]
    assert found[0].items[0].text == "She went."
    assert found[1].items[0].notes == (1,)
    assert found[2].text == "[no footnote] They came."


def test_a_marker_that_leads_nowhere_is_no_footnote() -> None:
    """Another case's report, or a place behind the end."""
    case = harbour()
    desk = desk_for(case, Limits())
    text = "One [d-nobody:1-5]. Two [d-gazette:999999-9999999]. Three [d-gazette:9-2]."

    assert [spans for _, spans in sentences(desk, text)] == [(), (), ()]


def test_sections_come_as_chosen_and_footnotes_count_from_one() -> None:
    """Order and choice change the numbers, never what they lead to."""
    case = harbour()
    mark = marker(span_of(case, "Marrow resigned"))
    whole = compose(case)
    some = compose(case, chosen=("people", "timeline"), words={"people": f"Mine {mark}."})

    assert len(whole.sections) == len(NAMES)
    assert [section.anchor for section in some.sections] == ["people", "timeline"]
    assert [note.number for note in some.notes] == list(range(1, len(some.notes) + 1))
    assert some.notes[0].start == span_of(case, "Marrow resigned").start
