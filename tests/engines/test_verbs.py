"""Sentences whose main verb the grammar model takes for a participle: it is put back."""

import pytest
from hypothesis import given

from sayso.engines.mended.verbs import with_verbs
from sayso.engines.spacy import SpacyEngine
from sayso.records.parse import Sentence, Token
from tests.engines.trees import is_tree_of, trees
from tests.extract.telling import document_of


def parsed(engine: SpacyEngine, text: str) -> Sentence:
    (sentence,) = engine.parse(document_of(text)).sentences
    return sentence


def verb_and_subjects(engine: SpacyEngine, text: str, verb: str) -> tuple[Token, list[str]]:
    sentence = parsed(engine, text)
    (told,) = (token for token in sentence if token.text == verb)
    return told, [token.text for token in sentence.children(told, "nsubj")]


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("Northgate Capital, which holds 6.2 per cent of the company, called on the chairman to "
         "resign.", "Capital", "called"),
        ("A passenger ferry carrying at least 120 people capsized in rough seas off Mindoro late "
         "on Sunday.", "ferry", "capsized"),
        ("A passenger ferry carrying at least 120 people capsized in rough seas off Mindoro island "
         "late on Sunday, leaving 19 people dead, the coast guard said.", "ferry", "capsized"),
    ],
)  # fmt: skip
def test_a_sentence_has_its_main_verb(
    engine: SpacyEngine, text: str, subject: str, verb: str
) -> None:
    told, subjects = verb_and_subjects(engine, text, verb)
    assert (subjects, told.tag) == ([subject], "VBD")


def test_a_verb_with_an_object_stands_beside_the_first(engine: SpacyEngine) -> None:
    text = "The minister ordered all vessels to be kept in port and suspended the harbour master."
    sentence = parsed(engine, text)
    (verb,) = (token for token in sentence if token.text == "suspended")
    assert sentence.head(verb).text == "ordered"


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("The African Union condemned the coup and the United States suspended military aid.",
         "States", "suspended"),
        ("Police arrested the editor and a court closed the paper.", "court", "closed"),
        ("Mutinous soldiers stormed the palace early on Saturday and detained President Issa "
         "Traoré, witnesses and diplomats said.", "witnesses", "said"),
    ],
)  # fmt: skip
def test_who_stands_before_a_verb_does_it(
    engine: SpacyEngine, text: str, subject: str, verb: str
) -> None:
    assert verb_and_subjects(engine, text, verb)[1] == [subject]


def test_two_things_of_one_verb_stay_its_own(engine: SpacyEngine) -> None:
    sentence = parsed(engine, "She met the mayor and the bishop and praised them.")
    (bishop,) = (token for token in sentence if token.text == "bishop")
    assert bishop.dep == "conj"


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, the mayor, seen in Orle with the bishop in May 2019.",
        "The bishop of Orle, painted by an unknown master in 1643.",
        "He ordered them to be kept in port and searched for arms.",
    ],
)
def test_captions_and_passives_stay_what_they_are(engine: SpacyEngine, text: str) -> None:
    tokens: list[Token] = [*parsed(engine, text)]
    before = list(tokens)
    with_verbs(tokens)
    assert tokens == before
    assert not any(token.tag == "VBD" and token.dep == "ROOT" and token.text != "ordered"
                   for token in tokens)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("Naw Thiri told the Herald that around 60 soldiers, among them the battalion commander, "
         "Lt. Col. Zaw Htet Naing, surrendered at about 5 p.m.", "soldiers", "surrendered"),
        ("In Niger, the first contingent, made up of some 100 instructors and an air-defence "
         "system, landed on 10 April.", "contingent", "landed"),
        ("Lindh had the son of the burgomaster arrested upon his return.", "Lindh", "arrested"),
        ("Perini had Lindh arrested on 3 May.", "Perini", "arrested"),
    ],
)  # fmt: skip
def test_who_does_it_where_the_grammar_hangs_them_elsewhere(
    engine: SpacyEngine, text: str, subject: str, verb: str
) -> None:
    assert verb_and_subjects(engine, text, verb)[1] == [subject]


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("The company said it had dismissed the managers involved.", "dismissed", "managers"),
        ("Lindh had the son of the burgomaster arrested upon his return.", "arrested", "son"),
        ("Perini had Lindh arrested on 3 May.", "arrested", "Lindh"),
    ],
)
def test_to_whom_it_is_done(engine: SpacyEngine, text: str, verb: str, thing: str) -> None:
    sentence = parsed(engine, text)
    (told,) = (token for token in sentence if token.text == verb)
    assert [token.text for token in sentence.children(told, "dobj")] == [thing]


@pytest.mark.parametrize(
    ("text", "verb", "first"),
    [
        ("Statnor confirms that Brekke changed jobs but denies that he had raised any concerns.",
         "denies", "confirms"),
        ("She said that the mayor has a fever and left the hall.", "left", "said"),
        ("Lee said that Orr came and left.", "left", "came"),
    ],
)  # fmt: skip
def test_a_second_verb_is_joined_to_the_one_of_its_tense(
    engine: SpacyEngine, text: str, verb: str, first: str
) -> None:
    sentence = parsed(engine, text)
    (told,) = (token for token in sentence if token.text == verb)
    assert sentence.head(told).text == first


def test_a_past_is_no_participle(engine: SpacyEngine) -> None:
    text = 'The Russian embassy in Oslo called the report "another piece of fiction".'
    told, subjects = verb_and_subjects(engine, text, "called")
    assert (told.dep, subjects) == ("ROOT", ["embassy"])


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("The vessel, said to be owned by Orvex, sank.", "vessel", "sank"),
        ("Two rifles, believed to have been sent by Lee, were found in Orl.", "rifles", "found"),
    ],
)
def test_what_is_said_to_be_says_nothing(
    engine: SpacyEngine, text: str, subject: str, verb: str
) -> None:
    sentence = parsed(engine, text)
    assert sentence.root.text == verb
    assert [t.text for t in sentence.children(sentence.root, "nsubj", "nsubjpass")] == [subject]


def test_what_may_have_been_suffered_was_ordered_by_nobody(engine: SpacyEngine) -> None:
    sentence = parsed(engine, "The regiment had two officers killed on 3 May.")
    assert sentence.root.text == "had"


LEMMAS = {"had": "have", "arrested": "arrest", "said": "say", "to": "to", "be": "be"}
TREES = trees(
    words=["held", ",", "and", "Orr", "ferry", "to", "that", "involved", "had", "arrested", "said", "be"],
    kinds=[
        ("PROPN", "NNP"), ("NOUN", "NN"), ("VERB", "VBN"), ("VERB", "VBD"), ("VERB", "VBG"),
        ("PART", "TO"), ("PUNCT", ","), ("SCONJ", "IN"),
    ],
    deps=[
        "nsubj", "dobj", "conj", "cc", "acl", "ccomp", "dep", "aux", "auxpass", "ROOT", "prep", "pobj",
        "appos", "dative", "mark",
    ],
    least=2,
)  # fmt: skip


@given(TREES)
def test_a_tree_stays_a_tree_of_the_same_words(tokens: list[Token]) -> None:
    tokens[-1] = tokens[-1]._replace(text=".")
    tokens[:] = [token._replace(lemma=LEMMAS.get(token.text, "x")) for token in tokens]
    words = [token.text for token in tokens]
    with_verbs(tokens)
    assert is_tree_of(tokens, words)
