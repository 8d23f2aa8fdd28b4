"""Chains of sources, from the outlet down to the original speaker, with the real engine."""

import pytest

from tests.extract.telling import chain, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Harbour Times, citing two engineers, reported that the pier had sunk.",
            ["Harbour Times", "two engineers"],
        ),
        (
            "The Harbour Times reported, based on two engineers, that the pier had sunk.",
            ["Harbour Times", "two engineers"],
        ),
        ("Anna Berg told Reuters that the port would close.", ["Reuters", "Anna Berg"]),
        (
            "In an interview with Reuters, Anna Berg denied that she had taken money.",
            ["Reuters", "Anna Berg"],
        ),
        ("The port board issued a statement saying that the pier was safe.", ["port board"]),
        ("A letter sent by the bank to its clients warned of losses.", ["bank"]),
        (
            "The loan is dead, said a man briefed on the talks, who spoke to Reuters on Monday.",
            ["Reuters", "man briefed on the talks"],
        ),
        (
            "“We sank,” Anna Berg was quoted as saying by Reuters.",
            ["Reuters", "Anna Berg"],
        ),
        (
            "In a separate interview with Reuters, the mayor said that the port would close.",
            ["Reuters", "mayor"],
        ),
        (
            "The head of the pilots' union, Karim Dahlan, told Reuters that the port would close.",
            ["Reuters", "Karim Dahlan"],
        ),
        (
            "In a report dated 4 June the Harbour Lab, drawing on nine pilots, concluded that he left.",
            ["Harbour Lab", "nine pilots"],
        ),
        ("A clerk questioned by Reuters said that the loan was dead.", ["Reuters", "clerk"]),
        ("Reuters quoted a clerk as saying that the loan was dead.", ["Reuters", "clerk"]),
    ],
)
def test_sources_beside_the_cue_take_their_place(engine, text, expected) -> None:
    """Whom an outlet cites stands behind it; the outlet that was told stands before the speaker."""
    (found,) = told(engine, text)

    assert chain(found) == expected


def test_a_source_at_the_end_vouches_for_the_whole(engine) -> None:
    """ ", according to X" is no part of what the people before it believe."""
    text = "Two officials believe that the captain is hiding, according to Reuters."
    found = {a.content.quote: chain(a) for a in told(engine, text)}

    assert found == {
        "that the captain is hiding": ["Reuters", "Two officials"],
        "Two officials believe that the captain is hiding": ["Reuters"],
    }


def test_what_is_said_inside_a_saying_begins_with_the_outer_source(engine) -> None:
    """A saying inside the content of another has a chain of both."""
    outer, inner = sorted(
        told(engine, "The Evening Post reported that the mayor had said the bridge was unsafe."),
        key=lambda a: len(a.chain),
    )

    assert chain(outer) == ["Evening Post"]
    assert chain(inner) == ["Evening Post", "mayor"]
    assert inner.content.quote == "the bridge was unsafe"


def test_the_report_goes_back_to_the_report_before(engine) -> None:
    """ "According to the report" has the chain and the date of the report it means."""
    text = (
        "• On May 4, 2020, the Harbour Times reported that the pier had sunk. "
        "According to the report, two engineers had warned the town."
    )
    found = next(a for a in told(engine, text) if a.cue and a.cue.quote == "According to")

    assert chain(found)[0] == "Harbour Times"
    assert found.published == "2020-05-04"


def test_the_source_goes_back_to_the_source_cited_before(engine) -> None:
    """ "The engineers said" ends in the engineers that an outlet cited."""
    text = (
        "The Harbour Times, citing two engineers, reported that the pier had sunk. "
        "The engineers said that it would sink further."
    )

    assert [chain(a) for a in told(engine, text)] == [["Harbour Times", "two engineers"]] * 2


def test_a_pronoun_without_anybody_before_it_is_nobody(engine) -> None:
    """Unknown stays unknown: the source is cited, but the chain names no one."""
    (found,) = told(engine, "He said that the pier was unsafe.")

    assert found.source is not None
    assert found.source.quote == "He"
    assert found.chain == ()


def test_a_pronoun_means_the_speaker_before(engine) -> None:
    """ "She added" is whoever spoke last."""
    text = "Anna Berg said that the pier was unsafe. She added that it would close."

    assert [chain(a) for a in told(engine, text)] == [["Anna Berg"], ["Anna Berg"]]


def test_names_in_chains_are_entities(engine) -> None:
    """A named source carries the id of the document's entity, on the link and as source entity."""
    (found,) = told(engine, "Anna Berg said that the pier was unsafe.")

    assert found.chain[0].entity is not None
    assert found.source_entity == found.chain[0].entity


@pytest.mark.parametrize(
    ("text", "expected", "content"),
    [
        (
            "The pier had sunk, according to the Harbour Times, citing two engineers.",
            ["Harbour Times", "two engineers"],
            "The pier had sunk",
        ),
        (
            "The pier had sunk, according to Reuters (May 3, 2021), which cited a pilot and a diver.",
            ["Reuters", "pilot and a diver"],
            "The pier had sunk",
        ),
        (
            "According to Reuters, citing two engineers, the pier had sunk.",
            ["Reuters", "two engineers"],
            "the pier had sunk",
        ),
    ],
)
def test_who_is_cited_behind_according_to_is_a_source(engine, text, expected, content) -> None:
    """ "According to X, citing Y" is X on the word of Y; neither is part of what is said."""
    (found,) = told(engine, text)

    assert chain(found) == expected
    assert found.content.quote == content


def test_who_acts_in_a_report_stands_behind_its_sources(engine) -> None:
    """What somebody ordered is told by the outlet, on the word of those whom it cites."""
    text = (
        "Anna Berg ordered the crew to close the pier until the divers had left, "
        "according to Reuters (May 3, 2021), which cited two engineers."
    )

    chains = {chain(a)[-1]: chain(a) for a in told(engine, text)}

    assert chains["Anna Berg"] == ["Reuters", "two engineers", "Anna Berg"]
    assert {a.published for a in told(engine, text)} == {"2021-05-03"}


def test_a_pronoun_in_a_list_is_not_who_spoke_in_the_item_before(engine) -> None:
    """The items of a list have one subject, which the sentence above them names."""
    text = (
        "• The minister came in May. Anna Berg insisted that he had asked for nothing.\n"
        "• In June, she said that the pier was unsafe."
    )

    apart = text.replace("\n• ", " ")

    assert chain(told(engine, text)[-1]) == []
    assert chain(told(engine, apart)[-1]) == ["Anna Berg"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Harbour Times wrote on Monday that the pier was closed. "
            "Its report said that two cranes had fallen.",
            ["Harbour Times"],
        ),
        (
            "The Harbour Times, which has seen the contract, reported that the pier was sold.",
            ["Harbour Times", "contract"],
        ),
        (
            "Two engineers consulted by Reuters said that the pier was unsafe.",
            ["Reuters", "Two engineers"],
        ),
        (
            "The engineers warned of a collapse, in a letter that the Harbour Times has published.",
            ["Harbour Times", "engineers"],
        ),
        (
            "Anna Berg told Reuters that the pier was unsafe. On Tuesday she said it was closed.",
            ["Anna Berg"],
        ),
        (
            "The pier was closed, Anna Berg said. The mayor, she said, had known of it.",
            ["Anna Berg"],
        ),
    ],
)
def test_who_carried_or_gave_the_words(engine, text, expected) -> None:
    """Texts go back to who put them out, words to who asked for them, each in its own time."""
    assert chain(told(engine, text)[-1]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A letter that a paper prints; whoever reports in a clause is named before it.
        (
            "The Quay Mail, a weekly, published a letter in which the minister, Ana Ruiz, "
            "complained that he had been shut out.",
            [["Quay Mail", "Ana Ruiz"]],
        ),
        (
            "The troops left, an officer said on Saturday, contradicting the General Staff, which "
            'reported only "fighting" in the area.',
            [["officer"], ["officer"], ["General Staff"]],
        ),
    ],
)
def test_where_it_was_printed_and_who_reported_it(engine, text, expected) -> None:
    assert [chain(one) for one in told(engine, text)] == expected


def test_what_the_author_thinks_no_cited_report_has_said(engine) -> None:
    text = "In our view the figure is too high (Reuters, May 3, 2023)."
    views = [one for one in told(engine, text) if one.cue is not None]
    assert [chain(one) for one in views] == [["we"]]
