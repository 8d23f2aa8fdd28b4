"""Who takes part in events, where they are told of by number, by people, or by what they are."""

import pytest

from tests.extract.happenings import events


def who(engine, text: str) -> set[tuple[str, str]]:
    """Those who take part in the last event of a text."""
    return events(engine, text)[-1].who


def test_the_two_countries_are_the_last_two_told_of(engine) -> None:
    """Both sides of an agreement are known where a sentence names two of a kind."""
    both = {("actor", "France"), ("actor", "Spain")}
    text = "France and Spain quarrelled over tariffs. On 3 May 2020 both countries agreed to talks."
    assert who(engine, text) == both
    text = "In parallel to France's efforts in Spain, the two countries signed an agreement on 3 May 2020."
    assert who(engine, text) == both


@pytest.mark.parametrize(
    "text",
    [
        "France and Spain quarrelled. In France's interest, the two countries agreed to talks.",
        # Three are named, or towns, or none.
        "France, Spain and Italy quarrelled. On 3 May 2020 both countries agreed to talks.",
        "Lyon and Bergen quarrelled. On 3 May 2020 the two countries agreed to talks.",
        "Ann Lee and Omar Haddad quarrelled. On 3 May 2020 the two companies agreed to talks.",
    ],
)
def test_the_two_stay_open_where_there_are_not_two(engine, text: str) -> None:
    """Nobody is taken for one of two where more, or others, are told of."""
    assert not {name for role, name in events(engine, text)[-1].who if role == "actor"} & {
        "France", "Spain", "Italy", "Lyon", "Bergen", "Ann Lee", "Omar Haddad",
    }  # fmt: skip


def test_people_are_not_their_state(engine) -> None:
    """What Chilean miners do Chile does not; what its army does it does."""
    text = "Chilean miners attacked the bank of Omar Haddad on 3 May 2020."
    assert {name for role, name in who(engine, text) if role == "actor"} == {"Chilean miners"}
    text = "Chilean forces attacked the house of Omar Haddad on 3 May 2020."
    assert ("actor", "Chile") in who(engine, text)


def test_a_coast_is_no_party_to_an_agreement(engine) -> None:
    """What is built leads to it; nobody agreed with it."""
    text = (
        "Iran and Iraq agreed in 2011 to build a railway that connects Tehran with the "
        "Mediterranean coast."
    )
    assert "Mediterranean" not in {name for _, name in who(engine, text)}


def test_bodies_with_a_hyphen_in_their_name_keep_it(engine) -> None:
    """The small word behind the hyphen goes on to the body's noun."""
    text = "The Anti-corruption Bureau arrested Ann Lee on 3 May 2020."
    assert ("actor", "Anti-corruption Bureau") in who(engine, text)
    text = "The London-based Institute arrested Ann Lee on 3 May 2020."
    assert ("actor", "Institute") in who(engine, text)


def test_a_name_behind_what_somebody_is_is_theirs(engine) -> None:
    """However the parser hangs it, and never their nation."""
    text = "The Kenyan runner Ruth Kiptoo visited Ethiopia in January 2022."
    assert who(engine, text) == {("actor", "Ruth Kiptoo")}
