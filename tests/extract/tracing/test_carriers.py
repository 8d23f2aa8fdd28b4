"""Through whom words came: relatives, texts of others, notes, those who were asked."""

import pytest

from tests.extract.telling import chain, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who relies on a text stands before whom it is by.
        ("The miners relied on an opinion of the Chamber of Engineers, according to which the "
         "shaft was safe.", ["miners", "Chamber of Engineers"]),
        ("The council cited a letter from the harbour master, according to whom the pier had "
         "been closed.", ["council", "harbour master"]),
        # A text that is told of in so many words is no name of what carries it.
        ("A first autopsy report printed by Jonas Ekdal gives the hour of death as nine.",
         ["Jonas Ekdal", "first autopsy report"]),
        ("Reuters, which had it from the Lisbon papers, reported that the king had died.",
         ["Reuters", "Lisbon papers"]),
        ("Reuters, quoting a private telegram from Lisbon, reported that the king had died.",
         ["Reuters", "private telegram from Lisbon"]),
        # Who gathers the words of others is told them for that.
        ("His widow told the biographer Ruth Amsel that he had burned the letters.",
         ["Ruth Amsel", "widow"]),
        ("Her foreman wrote to the owners in June, in a letter seen by Reuters, that the beams "
         "had cracked.", ["Reuters", "foreman"]),
        # Names end what they are called by.
        ("The spokesman of the southern command, Colonel Haddad, said that the bridge was held.",
         ["Colonel Haddad"]),
        ("One of the guards, a tall man who did not give his name, told Reuters that he had run.",
         ["Reuters", "tall man"]),
        ("A guard told Het Laatste Dagblad that the door stood open.",
         ["Het Laatste Dagblad", "guard"]),
    ],
)  # fmt: skip
def test_whoever_brings_up_or_passes_on_the_words_stands_before(engine, text, expected) -> None:
    """The chain begins with whom the words came through and ends with who said them."""
    assert chain(told(engine, text)[-1]) == expected


def test_what_a_relative_leads_to_is_what_stands_behind_it(engine) -> None:
    """What comes before "according to which" tells of the text, not what the text says."""
    text = "The firm relied on a study of the Institute of Mines, according to which no gas leaked."
    assert told(engine, text)[-1].content.quote == "no gas leaked"


def test_another_of_those_asked_is_one_of_them(engine) -> None:
    """Who goes on telling is carried by the outlet that was told first."""
    text = (
        "Seven former clerks who spoke to Reuters said that the books were false. "
        "Another said that bonuses were paid in coal."
    )
    assert chain(told(engine, text)[-1])[0] == "Reuters"


def test_who_is_quoted_in_a_text_is_carried_by_whose_it_is(engine) -> None:
    """ "Quoted in it" leads back to the text, not to what that rests on."""
    text = (
        "The report of the Andes Observatory says that nine dredges are at work. A farmer quoted "
        "in it says that the river is dead."
    )
    assert chain(told(engine, text)[-1]) == ["report of the Andes Observatory", "farmer"]


@pytest.mark.parametrize(
    ("note", "outlet", "date"),
    [
        ("Gulf Cotton Letter, 14 February 2019.", "Gulf Cotton Letter", "2019-02-14"),
        ("Hallam, Coal and Iron, 1979, p. 203.", "Hallam", "1979"),
        ("Ekdal, The Winter Strike, 1978, p. 51.", "Ekdal", "1978"),
    ],
)
def test_a_note_names_who_put_it_out_and_when(engine, note, outlet, date) -> None:
    """A name that begins like a place, an author, a season that is but a word of a title."""
    text = f"Traders in the port speak of forty ships.[1] Nobody counts.\n\n[1] {note}"
    found = [one for one in told(engine, text) if one.published]
    assert {(one.chain[0].name, one.published) for one in found} == {(outlet, date)}
