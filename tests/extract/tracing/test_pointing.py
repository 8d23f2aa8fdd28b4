"""What a later source goes back to, over sentence borders, with the real engine."""

import pytest

from tests.extract.telling import chain, told


def chains(engine, text: str) -> list[list[str]]:
    """The chains of a text by the place of their cues."""
    found = [a for a in told(engine, text) if a.cue is not None]
    return [chain(a) for a in sorted(found, key=lambda a: a.cue.start)]


REPORT = "The Harbour Times, citing a pilot, reported that the pier had sunk. "


@pytest.mark.parametrize(
    ("going_on", "expected"),
    [
        ("The report further stated that it was old.", ["Harbour Times", "pilot"]),
        ("According to this report, it was old.", ["Harbour Times", "pilot"]),
        ("The newspaper added that it was old.", ["Harbour Times", "pilot"]),
        ("The newspaper also reported that a ferry was late.", ["Harbour Times"]),
        ("The pilot said that it was old.", ["Harbour Times", "pilot"]),
        ("The town denied that it was old.", ["town"]),
        ("A second report said that it was old.", ["second report"]),
    ],
)
def test_what_goes_on_keeps_as_much_of_the_chain_as_it_names(engine, going_on, expected) -> None:
    """A report brings the sources it gave; the outlet's next report, or another, does not."""
    assert chains(engine, REPORT + going_on)[-1] == expected


def test_another_voice_in_between_does_not_cut_the_way_back(engine) -> None:
    """The website is the outlet named last, whoever spoke since."""
    text = (
        "The website Coast Watch reported that the pier had sunk. "
        "The mayor called the story nonsense. The website also reported that a ferry was late."
    )

    assert chains(engine, text)[-1] == ["Coast Watch"]


def test_a_report_of_people_is_the_report_too(engine) -> None:
    """ "Sources reported ... According to this report" goes back to them."""
    text = (
        "Opposition sources reported that the pier had sunk. According to this report, it was old."
    )

    assert chains(engine, text)[-1] == ["Opposition sources"]


def test_it_without_a_speaker_tells_nothing(engine) -> None:
    """ "It is hard to rule out that": nobody rules it out."""
    text = "The union said that wages fell. It is hard to rule out that prices rose."

    assert [found for found in chains(engine, text) if found] == [["union"]]


def test_of_two_outlets_neither_is_the_report(engine) -> None:
    """Silence is better than a wrong link."""
    text = (
        "The pier sank (Evening Post, May 3, 2020; Morning Star, May 4, 2020). "
        "The report said that it was old."
    )

    assert chains(engine, text)[-1] == ["report"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg told Reuters that it sank. She added that it was old.", ["Reuters", "Anna Berg"]),
        ("The union said that wages fell. It added that prices rose.", ["union"]),
        ("Two guards said that the gate was open. They said that nobody came.", ["Two guards"]),
        ("The company's founder retired. He said that he was tired.", ["company's founder"]),
        ("Two guards told AFP it was open. One of them said that nobody came.",
         ["Agence France-Presse", "one of the guards"]),
        ("Two guards said it was open. Both said that nobody came.", ["Two guards"]),
    ],
)  # fmt: skip
def test_pronouns_mean_whoever_they_fit(engine, text, expected) -> None:
    """By number, by what can speak as "it", with the outlet that was told."""
    assert chains(engine, text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The union said that wages fell. She said that prices rose.",
        "The queen said that she was well. He said that he was not.",
        "It was dark. They said that nobody came.",
    ],
)
def test_a_pronoun_that_fits_nobody_names_nobody(engine, text) -> None:
    """Unknown stays unknown."""
    assert chains(engine, text)[-1] == []


def test_a_relative_clause_is_told_by_the_noun_before_it(engine) -> None:
    """ "The pilot, who said": no guess at who spoke before."""
    text = "The mayor said it sank. The pilot, who said that the pier was old, left the town."

    assert chains(engine, text)[-1] == ["pilot"]


def test_each_link_keeps_the_words_that_name_it(engine) -> None:
    """A name stands where it is told; what points back has its own words for the name."""
    text = REPORT + "The report said that it was old."
    last = max(told(engine, text), key=lambda a: a.content.start)

    assert [link.span.quote for link in last.chain] == ["Harbour Times", "report"]


def test_an_outlet_told_anew_takes_the_place_of_the_earlier_one(engine) -> None:
    """Who spoke to one and then to another has one outlet before each saying."""
    text = "Anna Berg told Reuters that it sank. She told AFP that it was old."

    assert chains(engine, text)[-1] == ["Agence France-Presse", "Anna Berg"]


def test_a_body_cited_by_somebody_may_speak_for_itself(engine) -> None:
    """ "A diplomat, citing the mission, said": the mission's own word is not through him."""
    text = (
        "The United Nations mission said it had no staff in Torvet. A diplomat, citing a briefing"
        " by the mission, said that 3,000 people had fled. The mission declined to confirm it."
    )

    assert chain(told(engine, text)[-1]) == ["United Nations mission"]


def test_who_is_denied_is_not_told_of_by_who_denies_it(engine) -> None:
    """A charge that somebody rejects is hers who made it; whom a quotation names did not say it."""
    text = (
        "Karin Ek learned of the warning from the radio. She accused management of lying, a charge"
        ' Maja Holmgren rejected. "I rang Karin myself on Monday night," she said.'
    )
    found = {one.cue.quote: chain(one) for one in told(engine, text) if one.cue}

    assert found["accused"] == ["Karin Ek"]
    assert found["said"] == ["Maja Holmgren"]


def test_behind_a_colon_whoever_is_named_there_goes_on(engine) -> None:
    text = (
        "Not everyone agrees: Jens Borg of Fjord Securities thinks the fall is overdone, and notes"
        " that timber prices have already turned in Asia."
    )

    assert [chain(one) for one in told(engine, text)] == [["Jens Borg"], ["Jens Borg"]]
