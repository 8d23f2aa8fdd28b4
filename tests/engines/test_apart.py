"""What is parsed apart from its sentence: clauses behind semicolons, citations at the end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.engines.apart import opening, pared
from sayso.engines.spacy import SpacyEngine
from sayso.records.parse import Sentence
from tests.extract.telling import document_of

CITED = (
    "The army left the town (Fars, July 19, 2020)."
    " The mayor stayed (al-Ahd, 2 May 2020; AP, 3 May 2020)."
)


def sentences(engine: SpacyEngine, text: str) -> tuple[Sentence, ...]:
    return engine.parse(document_of(text)).sentences


def heads(sentence: Sentence) -> dict[str, str]:
    return {token.text: sentence.head(token).text for token in sentence}


def test_clauses_between_semicolons_are_one_sentence_each_with_its_own_verb(engine):
    text = (
        "Tradition holds that the dead were buried in the orchard; excavations found eleven"
        " skeletons, all of them, according to the excavator, of a later date."
    )
    (sentence,) = sentences(engine, text)
    assert [token.i for token in sentence] == list(range(len(sentence)))
    assert heads(sentence)["excavations"] == "found"
    assert heads(sentence)["found"] == "holds"
    assert [token.text for token in sentence if token.head == token.i] == ["holds"]


def test_what_a_list_names_between_semicolons_is_not_cut(engine):
    text = "Three came: Ann Lee, the mayor; Jon Wick, a clerk; and Eva Holm, a nurse."
    (sentence,) = sentences(engine, text)
    assert sum(token.head == token.i for token in sentence) == 1


def test_a_semicolon_in_quotation_marks_parts_nothing(engine):
    text = 'He said "the dam is safe; nobody has to leave; we watch it" and hung up.'
    (sentence,) = sentences(engine, text)
    assert sum(token.head == token.i for token in sentence) == 1


def test_a_citation_hangs_on_its_sentence_and_on_no_word_in_it(engine):
    first, second = sentences(engine, CITED)
    assert heads(first)["left"] == "left"
    assert heads(first)["Fars"] == "left"
    assert [token.text for token in first][-2:] == [")", "."]
    assert [CITED[t.start : t.end] for t in second] == [t.text for t in second]
    assert {t.dep for t in second if t.head != t.i and t.text == "AP"} <= {"meta", "appos", "conj"}


def test_a_paragraph_that_is_a_citation_alone_is_read(engine):
    (sentence,) = sentences(engine, "(Fars, July 19, 2020)")
    assert "Fars" in [token.text for token in sentence]


_WORDS = st.text("ab ;.", max_size=12)
_CITATIONS = st.sampled_from(
    [" (Fars, July 19, 2020)", " (AP, 3 May 2021; June 4, 2021)", " (2020)"]
)


@given(st.lists(st.tuples(_WORDS, _CITATIONS), max_size=4), _WORDS)
def test_every_letter_left_has_its_place_in_the_whole(pairs, end):
    whole = "".join(words + cited + "." for words, cited in pairs) + end
    rest = pared(whole)
    assert [whole[rest.whole(i)] for i in range(len(rest.text))] == list(rest.text)
    kept = len(rest.text) + sum(hole.end - hole.start for hole in rest.holes)
    assert kept == len(whole)


@given(st.lists(st.sampled_from(['"It fell,"', " said Dr. Ana Lee,", ' "and broke"', ". ", "x"])))
def test_every_word_of_a_parted_quotation_has_its_place_in_the_whole(pieces):
    whole = "".join(pieces)
    rest = pared(whole)
    letters = [(i, letter) for i, letter in enumerate(rest.text) if letter.isalpha()]
    assert all(whole[rest.whole(i)] == letter for i, letter in letters)


def test_a_quotation_in_two_halves_is_one_clause_and_its_speaker_another(engine):
    text = '"The wall," Gen. Ana Lee told the council, "was never mended." She sat down.'
    first, second = sentences(engine, text)
    assert heads(first)["wall"] == "mended"
    assert heads(first)["Lee"] == "told"
    assert [text[t.start : t.end] for t in (*first, *second)] == [t.text for t in (*first, *second)]
    assert [token.i for token in first] == list(range(len(first)))


@pytest.mark.parametrize("text", ['"It fell," she said. "It broke."', 'He wrote "A", "B" and "C".'])
def test_two_quotations_are_not_made_one(text):
    assert pared(text).text == text


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("On 22 August residents gathered outside the court.", "residents"),
        ("In September Lee was arrested in Lima.", "Lee"),
        ("But on 3 March prosecutors charged two managers.", "prosecutors"),
        ("In late March rebels seized the town.", "rebels"),
    ],
)
def test_a_date_that_opens_a_sentence_is_no_part_of_its_subject(engine, text, subject):
    (sentence,) = sentences(engine, text)
    (month,) = (token for token in sentence if token.text in ("August", "September", "March"))
    assert sentence.head(month).text.lower() in ("on", "in")
    (found,) = sentence.children(sentence.root, "nsubj", "nsubjpass")
    assert found.text == subject
    assert [text[t.start : t.end] for t in sentence] == [t.text for t in sentence]


@pytest.mark.parametrize(
    "text",
    ["On 3 March, the board met.", "In March and April workers left.", "By March they left."],
)
def test_other_openings_stay_as_they_are(engine, text):
    (sentence,) = sentences(engine, text)
    assert sum(token.head == token.i for token in sentence) == 1
    assert opening(list(sentence)) == 0


@pytest.mark.parametrize(
    "hour", ["19:04 ", "7:04 pm ", "[19:04] ", "19:04:31 ", "19:04 GMT ", "19:04 - "]
)
def test_the_hour_before_an_entry_of_a_log_is_no_part_of_it(engine, hour) -> None:
    text = f"{hour}The leader of the council opens by saying that the library costs too much."
    first, second = sentences(engine, text)

    assert second[0].text == "The"
    assert first.end <= len(hour)
    assert [t.text for t in second.subtree(second[1])][:2] == ["The", "leader"]


def test_an_hour_in_a_sentence_stays_in_it(engine) -> None:
    text = "The train left at 19:04 The guard saw it go."

    assert pared(text).holes == ()
