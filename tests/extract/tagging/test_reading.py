"""What a tagger marks becomes sayings, joined to those of the rules."""

from sayso.extract.attributions.step import find_attributions
from tests.extract.tagging.labelling import Told
from tests.extract.telling import notes_of, pack


def shown(engine, text: str, *spans: tuple[str, str], attitudes: bool = False) -> list[tuple]:
    notes = notes_of(engine, text)
    found = find_attributions(notes, pack(), Told(*spans), attitudes=attitudes)
    return [(a.source and a.source.quote, a.cue and a.cue.quote, a.content.quote) for a in found]


def test_where_both_found_a_cue_a_case_has_the_words_of_the_rules(engine) -> None:
    """Whole phrases of the grammar read better; who asks for attitudes gets the tagger's spans."""
    text = "Old mayor Ruiz said again that the port would open."
    spans = (
        ("source", "Old mayor Ruiz"),
        ("cue", "said again"),
        ("content", "that the port would open"),
    )
    assert shown(engine, text, *spans) == [("Old mayor Ruiz", "said", "that the port would open")]
    assert shown(engine, text, *spans, attitudes=True) == [
        ("Old mayor Ruiz", "said again", "that the port would open")
    ]


def test_what_the_rules_find_inside_a_saying_stays(engine) -> None:
    """The tagger knows outermost sayings only; "the crew believes" is inside one."""
    text = "The mayor said that the crew believes that the port will open."
    spans = (
        ("source", "The mayor"),
        ("cue", "said"),
        ("content", "that the crew believes that the port will open"),
    )
    assert ("the crew", "believes", "that the port will open") in shown(engine, text, *spans)


def test_what_the_tagger_passes_over_is_left_to_the_rules(engine) -> None:
    """A tagger that marks nothing takes nothing away."""
    text = "The mayor said that the port would open."
    assert shown(engine, text) == [("The mayor", "said", "that the port would open")]


def test_mere_attitudes_stay_out_unless_asked_for(engine) -> None:
    """ "Cherishes" is nobody's word for telling something."""
    text = "The mayor cherishes the old port."
    spans = ("source", "The mayor"), ("cue", "cherishes"), ("content", "the old port")
    assert shown(engine, text, *spans) == []
    assert shown(engine, text, *spans, attitudes=True) == [
        ("The mayor", "cherishes", "the old port")
    ]


def test_who_is_spoken_of_in_the_passive_does_not_speak(engine) -> None:
    """ "He could be described as": neither he nor the subject of the clause before says so."""
    text = "None of the papers proved his rank, but he could be described as a chief."
    spans = (
        ("source", "None of the papers"),
        ("cue", "could be described as"),
        ("content", "a chief"),
    )
    assert shown(engine, text, *spans) == []


def test_a_quotation_with_an_unknown_cue_is_told(engine) -> None:
    """Quoted words are somebody's words."""
    text = "The mayor thundered “never again” at the crowd."
    spans = ("source", "The mayor"), ("cue", "thundered"), ("content", '" never again "')
    assert shown(engine, text, *spans) == [("The mayor", "thundered", "“never again”")]


def test_a_content_in_pieces_gives_one_attribution_a_piece(engine) -> None:
    """The cue that stands between ties them together."""
    text = "“We know,” the mayor said, “that it is late.”"
    spans = (
        ("content", '" We know , "'),
        ("source", "the mayor"),
        ("cue", "said"),
        ("content", '" that it is late . "'),
    )
    assert shown(engine, text, *spans) == [
        ("the mayor", "said", "“We know,”"),
        ("We", "know", "“that it is late.”"),
        ("the mayor", "said", "“that it is late.”"),
    ]


def test_a_quotation_goes_on_in_the_next_paragraph(engine) -> None:
    """A paragraph that opens with a mark and has no cue belongs to the speaker before it."""
    text = "The mayor said: “We know.\n“It is late.”"
    spans = (
        ("source", "The mayor"),
        ("cue", "said"),
        ("content", '" We know .'),
        ("content", '" It is late . "'),
    )
    assert shown(engine, text, *spans, attitudes=True) == [
        ("The mayor", "said", "“We know."),
        ("The mayor", "said", "“It is late.”"),
    ]


def test_each_cue_gets_the_source_that_grammar_gives_it(engine) -> None:
    """The subject of the verb, not the nearest name."""
    text = "The mayor, who met Ana Ruiz, said that the port would open."
    spans = (
        ("source", "The mayor"),
        ("source", "Ana Ruiz"),
        ("cue", "said"),
        ("content", "that the port would open"),
    )
    assert shown(engine, text, *spans, attitudes=True)[-1][0] == "The mayor"


def test_a_phrase_before_the_source_behind_a_report_is_no_saying(engine) -> None:
    """ "Citing" tells whose word the report rests on; that is for the chain."""
    text = "The Gazette, citing two guards, reported that the port had closed."
    spans = (
        ("source", "The Gazette"),
        ("cue", "citing"),
        ("content", "two guards"),
        ("cue", "reported"),
        ("content", "that the port had closed"),
    )
    assert [cue for _, cue, _ in shown(engine, text, *spans)] == ["reported"]


def test_a_person_at_a_body_speaks_and_not_the_body(engine) -> None:
    """The tagger may see the last noun alone: the word is hers who is told to be there."""
    for text, noun, cue, said in (
        (
            "Two trials were withdrawn after a whistleblower at the manufacturer alleged that the"
            " data had been altered.",
            "the manufacturer", "alleged", "that the data had been altered",
        ),
        (
            "A handwriting expert called by the defence conceded under questioning that she could"
            " not exclude forgery.",
            "the defence", "conceded under questioning", "that she could not exclude forgery",
        ),
    ):  # fmt: skip
        (source, _, content), *_ = shown(
            engine, text, ("source", noun), ("cue", cue), ("content", said)
        )

        assert source is not None and source.lower().startswith("a ") and source.endswith(noun)
        assert content == said
