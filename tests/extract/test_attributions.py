"""Who says what, told by verbs, nouns, phrases and quotation marks, with the real engine."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.extract.attributions.step import find_attributions
from sayso.packs.pack import Pack
from tests.extract.telling import notes_of, pack, shown, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The harbour master said that the pier was unsafe.",
            ("The harbour master", "said", "that the pier was unsafe"),
        ),
        (
            "The pier was unsafe, the harbour master has repeatedly warned.",
            ("the harbour master", "has repeatedly warned", "The pier was unsafe"),
        ),
        (
            "As the harbour master explained, the pier is old.",
            ("the harbour master", "explained", "the pier is old"),
        ),
        (
            "According to the audit, the fund lost three million.",
            ("the audit", "According to", "the fund lost three million"),
        ),
        (
            "The fund lost three million, according to the audit.",
            ("the audit", "according to", "The fund lost three million"),
        ),
        (
            "It was reported that the ferry had been sold.",
            (None, "was reported", "that the ferry had been sold"),
        ),
        (
            "Anna Berg's claim that the bridge was safe was wrong.",
            ("Anna Berg", "'s claim", "that the bridge was safe"),
        ),
        (
            "There are reports that the plant burned.",
            (None, "reports", "that the plant burned"),
        ),
        (
            "The Evening Post reported about a visit of the mayor.",
            ("The Evening Post", "reported about", "a visit of the mayor"),
        ),
        (
            "The site reported about the opening of new camps, to be used by the rebels.",
            ("The site", "reported about", "the opening of new camps, to be used by the rebels"),
        ),
        (
            "The union accused the company of fraud.",
            ("The union", "accused", "the company of fraud"),
        ),
        (
            "The engineers are confident that the bridge will hold.",
            ("The engineers", "are confident", "that the bridge will hold"),
        ),
        (
            "In the union's opinion, the offer was void.",
            ("the union", "'s opinion", "the offer was void"),
        ),
        (
            "Legend has it that the bell was cast from stolen spoons.",
            (None, "Legend has it", "that the bell was cast from stolen spoons"),
        ),
        (
            "Its chairman described the offer as derisory.",
            ("Its chairman", "described", "the offer as derisory"),
        ),
        (
            "The ministry puts the number of dead at forty.",
            ("The ministry", "puts", "the number of dead at forty"),
        ),
        (
            "The flow may stop for days, an engineer at the site estimated.",
            ("an engineer at the site", "estimated", "The flow may stop for days"),
        ),
        (
            "Mr Okafor, her expert, gave evidence that the valve was sound.",
            ("Mr Okafor, her expert", "gave evidence", "that the valve was sound"),
        ),
        ("MAYOR: We will not pay.", ("MAYOR", ":", "We will not pay")),
    ],
)
def test_source_cue_and_content_are_the_words_as_written(engine, text, expected) -> None:
    """Each way of telling gives its three spans, without the full stop."""
    assert shown(engine, text) == [expected]


def test_a_quotation_keeps_its_marks(engine) -> None:
    """Both halves of a split quotation belong to the same speaker and cue."""
    text = "“The port is finished,” said Anna Berg. “We lost the last line in June.”"

    assert shown(engine, text) == [
        ("Anna Berg", "said", "“The port is finished,”"),
        ("Anna Berg", "said", "“We lost the last line in June.”"),
    ]


def test_a_quotation_may_run_over_paragraphs(engine) -> None:
    """A paragraph left open and the one that opens again are one quotation."""
    text = "“We never saw it,” Anna Berg wrote.\n“Nobody showed it to us.\n“Nobody asked us.”"

    assert shown(engine, text)[1] == (
        "Anna Berg",
        "wrote",
        "“Nobody showed it to us.\n“Nobody asked us.”",
    )


def test_marks_around_one_word_are_no_quotation(engine) -> None:
    """Scare quotes say nothing."""
    assert shown(engine, "The “reform” cost the town two million.") == []


def test_things_that_cannot_speak_say_nothing(engine) -> None:
    """A year that saw, a fall that followed: no source, no attribution."""
    assert shown(engine, "The year 1990 found the town poor. Prices rose in May.") == []


def test_an_aside_stands_apart(engine) -> None:
    """ "By its account" within a clause is no aside."""
    assert shown(engine, "The union stood by its account on Friday.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether he had paid, Ruiz laughed.",
        "The regulator declined to comment.",
        "The regulator declined to comment to Reuters.",
        "The court refused to release the captain.",
        "The bell spoke in a voice that carried.",
    ],
)
def test_what_tells_nothing_is_no_saying(engine, text) -> None:
    """Who is asked does not ask, and to decline a word is to say none."""
    assert shown(engine, text) == []


def test_a_clause_beside_a_passive_is_not_what_is_told(engine) -> None:
    """Only "it" stands for a clause: the ploughs were not found to have gone inland."""
    text = "They walked inland: their ploughs, at least, were never found."
    assert shown(engine, text) == []


def test_evidence_is_a_word_of_somebody_only_where_it_is_given(engine) -> None:
    """ "There is evidence that" has no speaker; a witness's evidence has one."""
    assert shown(engine, "The best evidence is that nobody in the town was harmed.") == []
    assert shown(engine, "There is little evidence that the bridge was unsafe.") == []
    assert shown(engine, "His evidence that he had left the town was believed.") == [
        ("His", "evidence", "that he had left the town")
    ]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Anna Berg said that the bridge was safe.", "affirms"),
        ("Anna Berg denied that she had taken money.", "denies"),
        ("The council rejected the offer.", "denies"),
        ("Anna Berg does not believe that the bridge is safe.", "denies"),
        ("None of the documents show that the bribe was paid.", "denies"),
        ("Anna Berg doubts that the bridge is safe.", "unsure"),
        ("Anna Berg did not say that the bridge was safe.", "unsure"),
        ("Anna Berg did not deny that she had taken money.", "unsure"),
    ],
)
def test_stance_is_that_of_the_source(engine, text, stance) -> None:
    """Denial, doubt and negation of the cue turn the stance; saying nothing is no denial."""
    assert {a.stance for a in told(engine, text)} == {stance}


def test_hedges_carry_their_range(engine) -> None:
    """A word of likelihood has its probabilities, a plain hedge none."""
    (found,) = told(engine, "The police said that the driver was very likely drunk and may appeal.")

    assert [(h.quote, h.low, h.high) for h in found.hedges] == [
        ("very likely", 0.80, 0.95),
        ("may", None, None),
    ]


def test_names_are_no_hedges(engine) -> None:
    """The month of May and people of that name do not hedge."""
    (found,) = told(engine, "The minister said that the port would close in May.")

    assert found.hedges == ()


def test_without_words_in_the_pack_nothing_is_found(engine) -> None:
    """What counts as a cue is the pack's to say."""
    notes = notes_of(engine, "The harbour master said that the pier was unsafe.")

    assert find_attributions(notes, Pack()) == ()


_PIECES = st.sampled_from(
    [
        "The mayor said", "that", "“We will go,”", "”", "“", "(Evening Post, May 3, 2020)", "he",
        "according to", "the report", "denied it", "on May 4, 2020", ".", ",", ":", "\n", "\n• ",
        "it was reported that", "Anna Berg’s claim that", "citing two engineers", "the pier sank",
        "''", "(May 5, 2020)", "—", "as", "told Reuters",
    ]
)  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_PIECES, max_size=14))
def test_whatever_the_text_every_span_quotes_it(engine, pieces) -> None:
    """No arrangement of marks, cues and citations breaks the step or its spans."""
    notes = notes_of(engine, " ".join(pieces))
    first, again = (find_attributions(notes, pack()) for _ in range(2))

    assert first == again
    assert len({a.id for a in first}) == len(first)
    for attribution in first:
        for span in (attribution.source, attribution.cue, attribution.content):
            if span is not None:
                span.check(notes.document.text)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Analysts had expected 260 million.", ["260 million"]),
        ("The paper put the loss at nine million.", ["the loss at nine million"]),
        ("We judge it likely that the pier will close.", ["it likely that the pier will close"]),
        ("The pier had sunk, or so the guide said.", ["The pier had sunk"]),
        (
            "They were not paid, the union says, a number that nobody has checked.",
            ["They were not paid"],
        ),
        (
            "She was sure of the time, she told the jury, because the news had come on.",
            ["She was sure of the time", "because the news had come on"],
        ),
    ],
)
def test_what_is_said_in_less_common_forms(engine, text, contents) -> None:
    """Amounts, judgements of "it", and what stands around an inserted cue."""
    assert [a.content.quote for a in told(engine, text)] == contents


def test_a_speaker_goes_on_behind_a_comma(engine) -> None:
    """ "X claimed that Y came, and denied that they met": X denies, and Y is not quoted."""
    text = "The union claimed that Berg came with a delegation, and denied that they had met."

    found = told(engine, text)

    assert [a.source.quote for a in found] == ["The union", "The union"]
    assert found[0].content.quote == "that Berg came with a delegation"
    assert found[1].stance == "denies"


def test_what_somebody_came_to_speak_of_is_not_yet_said(engine) -> None:
    """A purpose is no saying; a clause that it is said to tell is one."""
    assert told(engine, "Anna Berg flew to Geneva to discuss the treaty.") == ()
    assert told(engine, "Anna Berg went on television to say that the pier was safe.") != ()
