"""Events stand on somebody's word, and outlets do not take part in what they report."""

import pytest

from tests.extract.happenings import event, events, notes_of


def test_the_authors_own_word_is_asserted(engine) -> None:
    """Without a source around it, an event is the author's."""
    assert event(engine, "Anna Berg visited Norway.").account.factuality == "asserted"


def test_what_a_source_says_is_reported_and_names_it(engine) -> None:
    """The account leads to the attributions that cover it."""
    notes = notes_of(engine, "Reuters reported that Anna Berg visited Norway.")
    (told,) = notes.events

    assert told.factuality == "reported"
    assert told.attributions == tuple(a.id for a in notes.attributions)


def test_a_hedge_makes_the_account_hedged(engine) -> None:
    """ "Probably" stays with the account."""
    assert event(engine, "Anna Berg probably visited Norway.").account.factuality == "hedged"


def test_a_denial_makes_the_account_denied(engine) -> None:
    """What a source denies is kept, as denied."""
    told = events(engine, "Tomas Orr denied that Anna Berg visited Norway.")

    assert [t.account.factuality for t in told if t.kind == "CONSULT/visit"] == ["denied"]


def test_an_outlets_report_is_no_event(engine) -> None:
    """That a paper reports something is an attribution, not a statement."""
    text = "On 3 May 2020, Reuters reported that Anna Berg visited Norway."

    assert [told.kind for told in events(engine, text)] == ["CONSULT/visit"]


def test_a_citation_names_no_participant(engine) -> None:
    """The outlet in brackets does not take part."""
    told = event(engine, "Norway attacked Denmark (Reuters, May 3, 2020).")

    assert told.who == {("actor", "Norway"), ("target", "Denmark")}


def test_who_must_do_something_is_the_target_of_the_demand(engine) -> None:
    """ "Said that Norway must" is a demand on Norway."""
    told = event(engine, "Anna Berg said that Norway must open its ports.")

    assert told.who == {("actor", "Anna Berg"), ("target", "Norway")}


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Anna Berg, probably on orders, visited Norway.", "asserted"),
        ("It is likely that Anna Berg visited Norway.", "hedged"),
        ("Anna Berg may have visited Norway.", "hedged"),
        ("Anna Berg visited Norway, and the minister may resign.", "asserted"),
        ("Tomas Orr said that Anna Berg visited Norway, but he may resign.", "reported"),
        ("Tomas Orr fears that Anna Berg visited Norway.", "hedged"),
        ("Tomas Orr claimed that Anna Berg visited Norway.", "reported"),
        ("Anna Berg allegedly visited Norway.", "reported"),
        ("Tomas Orr dismissed claims that Anna Berg visited Norway.", "denied"),
    ],
)
def test_only_what_a_hedge_governs_is_hedged(engine, text, factuality) -> None:
    """Scope decides; the author's reserve towards a source leaves it reported."""
    told = [one.account for one in events(engine, text) if one.kind == "CONSULT/visit"]

    assert [account.factuality for account in told] == [factuality]


@pytest.mark.parametrize(
    "text",
    [
        "Norsk United beat Peru 3-1 in the final.",
        "The storm of criticism hit Norvik on Monday.",
    ],
)
def test_sport_attacks_nobody(engine, text: str) -> None:
    """What no one does to another is no assault."""
    assert events(engine, text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("An earthquake struck Lisbon in 1755.", "Lisbon"),
        ("The storm hit Peru on Monday.", "Peru"),
        ("Cyclone Odette made landfall near Lima on 9 October 2020.", "Lima"),
        ("A fire broke out in Oslo on Monday.", "Oslo"),
    ],
)
def test_what_befalls_a_place_is_done_by_nobody(engine, text: str, place: str) -> None:
    """A disaster is harm that nobody did; what comes of it has its day."""
    told = event(engine, text)
    assert (told.kind, told.who, told.places) == ("ASSAULT/damage", set(), {place})


def test_a_battle_has_its_place_and_a_victor(engine) -> None:
    """ "In the battle of" tells where, "defeated" who fought whom."""
    (told,) = events(engine, "In the battle of Lisbon, Tomas Orr defeated Anna Berg.")

    assert told.places == {"Lisbon"}
    assert told.who == {("actor", "Tomas Orr"), ("target", "Anna Berg")}


def test_who_uses_something_does_what_it_is_used_for(engine) -> None:
    """ "Used gas to disperse": the subject of "used" disperses, the gas does not."""
    told = event(engine, "Norway used tear gas to disperse the Peru crowd in Lima.")

    assert told.kind == "COERCE/restrict"
    assert ("actor", "Norway") in told.who


def test_a_protest_is_where_in_and_at_say(engine) -> None:
    """A frame without a part for "at" still takes the place behind it."""
    assert event(engine, "Students protested at Lisbon on Monday.").places == {"Lisbon"}


def test_what_runs_on_in_a_report_is_reported(engine) -> None:
    """What the sentences behind "according to the report" tell is still the report's."""
    text = (
        "• On May 3, 2020, the Daily Lantern reported that Norvik had sent 60 fighters to Orl. "
        "Ann Lee arrested the mayor of Orl."
    )
    assert events(engine, text)[-1].account.factuality == "reported"
    alone = "• Ann Lee arrested the mayor of Orl (Daily Lantern, May 3, 2020)."
    assert event(engine, alone).account.factuality == "asserted"
