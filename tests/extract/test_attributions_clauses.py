"""Where what is said begins and ends: semicolons, insertions, measures, texts that show."""

import pytest

from tests.extract.telling import chain, shown, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army burned nine houses, residents said; a priest put the number at twelve.",
            [
                ("residents", "said", "The army burned nine houses"),
                ("a priest", "put", "the number at twelve"),
            ],
        ),
        (
            "The deficit, she told the house, was inherited.",
            [("she", "told", "The deficit"), ("she", "told", "was inherited")],
        ),
        (
            "State television attributed the crash to a fault.",
            [("State television", "attributed", "the crash to a fault")],
        ),
        (
            "In the judgment of most doctors, the choice was made long ago.",
            [("most doctors", "In the judgment of", "the choice was made long ago")],
        ),
        (
            "Nine thousand people live on the dams, by the governor's count.",
            [("the governor", "'s count", "Nine thousand people live on the dams")],
        ),
        (
            "In practice, as Anna Berg has shown, a ring of guards collects fees.",
            [
                ("Anna Berg", "has shown", "In practice"),
                ("Anna Berg", "has shown", "a ring of guards collects fees"),
            ],
        ),
        (
            "A video posted on Monday shows an aircraft on fire.",
            [("A video posted on Monday", "shows", "an aircraft on fire")],
        ),
        (
            "The port board found her honest. It doubted that the guards would have waited.",
            [
                ("The port board", "found", "her honest"),
                ("It", "doubted", "that the guards would have waited"),
            ],
        ),
        (
            "Norwegian observers said in a statement that the forms were lost.",
            [("Norwegian observers", "said", "that the forms were lost")],
        ),
        (
            "Her deputy wrote to the mayor in May, in a letter seen by Reuters, that cracks had been "
            "painted over.",
            [("Her deputy", "wrote", "that cracks had been painted over")],
        ),
    ],
)
def test_what_is_said_begins_and_ends_where_it_should(engine, text, expected) -> None:
    """Each saying has its own words, whatever else stands in the sentence."""
    assert shown(engine, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Unions called off a strike late on Thursday.",
        "It is doubtful that both can be right.",
        "The guard showed a card to the driver.",
    ],
)
def test_what_only_looks_like_a_saying_is_none(engine, text: str) -> None:
    """A particle makes another verb of "call"; "it is doubtful" has nobody; people show things."""
    assert shown(engine, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg told Ecuaradio that the guards had left.", ["Ecuaradio", "Anna Berg"]),
        # A name that the text gives in full elsewhere is a person's.
        (
            "Paul Reed left. Anna Berg told Reed that the guards had left.",
            ["Anna Berg"],
        ),
        ("A photograph taken on Monday shows that the mast is gone.", ["photograph"]),
        ("The author himself writes that the hinge is weak.", ["author"]),
    ],
)
def test_sources_are_called_by_their_bare_names(engine, text, expected) -> None:
    """Who was told may be an outlet; clauses about a source are no part of its name."""
    assert chain(told(engine, text)[-1]) == expected
