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


@pytest.mark.parametrize(
    ("text", "orderer"),
    [
        ("The mill was burnt by guards on the orders of Ann Lee.", "Ann Lee"),
        ("On Ann Lee's orders the guards arrested Omar Haddad in May 2020.", "Ann Lee"),
        ("The firm was founded at the behest of the Bank of Orl in 1951.", "Bank of Orl"),
    ],
)
def test_who_gives_the_order_has_a_part_in_the_deed(engine, text: str, orderer: str) -> None:
    """ "On the orders of": it is their doing, beside those who carry it out."""
    assert ("actor", orderer) in who(engine, text)


def test_an_order_of_goods_is_no_order_to_do_something(engine) -> None:
    """Only what leads to the deed says on whose orders it was done."""
    text = "Norvik arrested Ann Lee over an order of the Bank of Orl on 3 May 2020."
    assert ("actor", "Bank of Orl") not in who(engine, text)


@pytest.mark.parametrize(
    "words",
    [
        "was killed, accompanied by the driver Omar Haddad, on 3 May 2020",
        "was killed together with the driver Omar Haddad on 3 May 2020",
        "was killed along with the driver Omar Haddad on 3 May 2020",
    ],
)
def test_who_was_with_them_was_killed_too(engine, words: str) -> None:
    """What happens to somebody happens to those along with them."""
    killed = {name for told in events(engine, f"Ann Lee {words}.") for _, name in told.who}
    assert killed == {"Ann Lee", "Omar Haddad"}


def test_who_comes_along_visits_too(engine) -> None:
    """A visit of two is on the itinerary of both; a bag makes no journey."""
    both = {("actor", "Ann Lee"), ("actor", "Omar Haddad")}
    assert who(engine, "Ann Lee visited Riga, accompanied by Omar Haddad.") == both
    assert who(engine, "Accompanied by Omar Haddad, Ann Lee visited Riga.") == both
    assert who(engine, "Ann Lee travelled to Riga with a bag.") == {("actor", "Ann Lee")}


def test_a_state_and_its_forces_are_one_party(engine) -> None:
    """Told of as one, they do not stand beside themselves."""
    text = "The Chilean forces arrested Omar Haddad on 3 May 2020."
    assert who(engine, text) == {("actor", "Chile"), ("target", "Omar Haddad")}


def test_a_name_behind_a_phrase_in_front_is_the_subject(engine) -> None:
    """ "Prior to her visit to Oslo, Ann Lee flew": parsers hang her on Oslo."""
    text = "It was reported that prior to her visit to Oslo, Ann Lee also visited Riga in May 2020."
    visits = {
        (place, who) for told in events(engine, text) for place in told.places for who in told.who
    }
    assert ("Riga", ("actor", "Ann Lee")) in visits


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        # "He dismissed Krall": Krall did not.
        ("Bruno Krall told the court that Leopold Thurn knew. Thurn gave way: he dismissed Krall. "
         "On 3 May 2020 he fled to Linz.", "RETREAT/flee", "Leopold Thurn"),
        # Behind what somebody said the report goes on with who said it.
        ('Captain Bruno Krall said that he had taken power. "Leopold Thurn left us no choice." '
         "He promised elections within a year.", "AGREE/promise", "Bruno Krall"),
    ],
)  # fmt: skip
def test_he_is_nobody_whom_his_verb_or_quoted_words_name(engine, text, kind, actor) -> None:
    who = {told.kind: told.who for told in events(engine, text)}
    assert who[kind] == {("actor", actor)}


def test_who_thinks_that_somebody_was_poisoned_was_not(engine) -> None:
    text = "Moritz Stein died in Linz in 1853. Franz Hauser suggests that he was poisoned."
    killed = [told.who for told in events(engine, text) if told.kind == "ASSAULT/kill"]
    assert killed == [{("target", "Moritz Stein")}]


def test_of_them_is_of_several(engine) -> None:
    """A body that spoke before is not those who are counted."""
    text = (
        "The United Nations panel counted 900 fighters in Lima. "
        "About 200 of them were trained by Peruvian officers near Oslo."
    )
    (told,) = [one for one in events(engine, text) if one.kind == "MOBILIZE/train"]
    assert ("target", "fighters") in told.who
