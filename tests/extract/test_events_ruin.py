"""Staff sent away, members thrown out, what gives way or is swept off, and what is alleged."""

import pytest

from tests.extract.happenings import event, events


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On 2 May 2020 Norvik Mining sacked 300 miners.", "APPOINT/dismiss"),
        ("On 2 May 2020 Ann Lee handed in her notice.", "APPOINT/resign"),
        ("Omar Haddad was thrown out of the Labour Party on 2 May 2020.", "COERCE/expel"),
        ("The ferry sank off Oslo on 2 May 2020.", "ASSAULT/damage"),
        ("On 2 May 2020 the bridge was swept away.", "ASSAULT/damage"),
        ("On 2 May 2020 police reopened the case.", "ACCUSE"),
        ("On 2 May 2020 Omar Haddad lodged an appeal.", "REQUEST"),
        ("On 2 May 2020 the Goths sacked Rome.", "COERCE/raid"),
        ("Talks between Norway and Oman broke down on 2 May 2020.", "CONSULT/meet"),
    ],
)
def test_ruin_and_dismissal_are_told_in_these_ways(engine, text: str, kind: str) -> None:
    """Each on its day."""
    told = event(engine, text)
    assert (told.kind, told.account.earliest) == (kind, "2020-05-02")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The government collapsed on 2 May 2020.", "ASSAULT/damage"),
        ("Norvik Bank gave way to pressure from Norway on 2 May 2020.", "ASSAULT/damage"),
        ("Complaints flooded Norvik Bank on 2 May 2020.", "ASSAULT/damage"),
        ("On 2 May 2020 an officer fired a shot at a worker.", "APPOINT/dismiss"),
        ("On 2 May 2020 the judge threw Omar Haddad out of the room.", "COERCE/expel"),
    ],
)
def test_these_words_tell_of_something_else(engine, text: str, kind: str) -> None:
    """The same verbs with others around them."""
    assert kind not in {told.kind for told in events(engine, text)}


def test_what_is_alleged_is_told_on_that_word(engine) -> None:
    """ "Is alleged to have visited" is a visit that is told, and not by the author."""
    told = event(engine, "Omar Haddad is alleged to have visited Oslo in May 2020.")
    assert (told.kind, told.account.factuality) == ("CONSULT/visit", "reported")
    accused = events(engine, "Omar Haddad was accused of visiting Oslo in May 2020.")
    assert "CONSULT/visit" not in {told.kind for told in accused}
