"""Sources beside a cue and sayings in sayings, in many styles, with the real engine."""

import pytest

from tests.extract.telling import chain, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reuters, relying on a memo, reported that the mill would close.", ["Reuters", "memo"]),
        ("Reuters, quoting three miners, said the shaft had flooded.", ["Reuters", "three miners"]),
        ("Reuters reported, based on interviews with three miners, that the shaft had flooded.",
         ["Reuters", "three miners"]),
        ("The chronicler, who had it from a monk, relates that the bridge fell.",
         ["chronicler", "monk"]),
        ("Anna Berg wrote in the New York Times that the law was flawed.",
         ["The New York Times", "Anna Berg"]),
        ("In remarks published by Reuters, Anna Berg said that the law was flawed.",
         ["Reuters", "Anna Berg"]),
        ("Speaking to Reuters, Anna Berg said that the law was flawed.", ["Reuters", "Anna Berg"]),
        ("In comments carried by state television, the general said that the city had fallen.",
         ["state television", "general"]),
        ("Anna Berg was quoted by Reuters as saying that the law was flawed.",
         ["Reuters", "Anna Berg"]),
        ("A driver interviewed by Reuters said that the road was cut.", ["Reuters", "driver"]),
        ("People familiar with the matter told Reuters that the bank would close.",
         ["Reuters", "People familiar with the matter"]),
        ("A report by Human Rights Watch said that villages had burned.", ["Human Rights Watch"]),
        ("Anna Berg told the court that the law was flawed.", ["Anna Berg"]),
        ("Commenting on a Reuters report, Anna Berg said that the law was flawed.", ["Anna Berg"]),
        ("Reuters said in Reuters that the law was flawed.", ["Reuters"]),
    ],
)  # fmt: skip
def test_outlets_stand_before_and_their_sources_behind(engine, text, expected) -> None:
    """The outlet that carried, the speaker, those on whose word it stands; each once."""
    assert chain(told(engine, text)[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The witness testified that the clerk had told her that the safe was empty.",
         ["witness", "clerk"]),
        ("Reuters reported that the minister believes that the bank will fail.",
         ["Reuters", "minister"]),
        ("Tacitus relates that the priests claimed that the lake was holy.",
         ["Tacitus", "priests"]),
        ("Reuters quoted a miner as saying that the shaft had flooded.", ["Reuters", "miner"]),
    ],
)  # fmt: skip
def test_a_saying_in_a_saying_has_the_chain_of_both(engine, text, expected) -> None:
    """In court, in the wire, in the chronicle."""
    longest = max(told(engine, text), key=lambda a: len(a.chain))

    assert chain(longest) == expected


def test_two_voices_in_one_sentence_are_not_one_in_the_other(engine) -> None:
    """ "X said that ..., while Y insisted that ..." has two chains of one link."""
    text = "The UN said that aid had run out, while the government insisted that there was plenty."

    assert sorted(map(chain, told(engine, text))) == [["United Nations"], ["government"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A senior source in the armed opposition said that the road was cut.",
         "senior source in the armed opposition"),
        ("Two politicians said that the road was cut.", "Two politicians"),
        ("The mayor and the bishop said that the road was cut.", "mayor and the bishop"),
        ("Her lawyer, Ana Cruz, said that the road was cut.", "Ana Cruz"),
        ("One of the engineers said that the road was cut.", "One of the engineers"),
        ("The pilot, who had flown for years, said that the road was cut.", "pilot"),
    ],
)  # fmt: skip
def test_sources_are_named_as_they_are_called(engine, text, expected) -> None:
    """Without article and without what is only told about them."""
    (found,) = told(engine, text)

    assert chain(found) == [expected]
