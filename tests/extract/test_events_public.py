"""Events of companies, courts and streets: walk-outs, filings, verdicts, recalls, votes, flights."""

import pytest

from tests.extract.happenings import event, events


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("About 400 workers walked out in Oslo on 3 May 2020.", "PROTEST/strike"),
        ("Some 400 students blocked the entrance on 3 May 2020.", "PROTEST/obstruct"),
        ("About 60 nurses staged a sit-in in Lima on 3 May 2020.", "PROTEST/demonstrate"),
        ("On 3 May 2020 miners marched on the house of Ann Lee.", "PROTEST/demonstrate"),
        ("Norvik Bank filed for insolvency on 3 May 2020.", "REQUEST"),
        ("Norvik Bank recalled 3,000 toys on 3 May 2020.", "RETREAT/withdraw"),
        ("Omar Haddad was acquitted on 3 May 2020.", "CONCEDE/acquit"),
        ("The Supreme Court overturned the verdict on 3 May 2020.", "REJECT"),
        ("Norvik Bank reached a settlement on 3 May 2020.", "AGREE"),
        ("The truce was brokered by Oman on 3 May 2020.", "CONSULT/third-party"),
        ("Omar Haddad was expelled from Norway on 3 May 2020.", "COERCE/expel"),
        ("Norway closed its border crossing on 3 May 2020.", "COERCE/restrict"),
        ("Omar Haddad fled to Norway on 3 May 2020.", "RETREAT/flee"),
        ("Ann Lee won the election on 3 May 2020.", "APPOINT/elect"),
        ("Norvik Bank bought the brewery on 3 May 2020.", "COOPERATE/buy"),
    ],
)
def test_public_life_is_told_in_these_ways(engine, text: str, kind: str) -> None:
    """Each on its day."""
    told = event(engine, text)
    assert (told.kind.removesuffix("/None"), told.account.earliest) == (kind, "2020-05-03")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # Talks are left, gold is struck, a police line blocks, a firm rests, a memory comes back.
        ("Norway walked out of the talks on 3 May 2020.", "PROTEST/strike"),
        ("Miners struck gold in Norway on 3 May 2020.", "PROTEST/strike"),
        ("The police blocked the road on 3 May 2020.", "PROTEST/obstruct"),
        ("Norvik Bank stopped work at the site on 3 May 2020.", "PROTEST/strike"),
        ("Ann Lee recalled the car of her father on 3 May 2020.", "STATE/None"),
        ("Ann Lee flew 230 people to Oslo on 3 May 2020.", "CONSULT/visit"),
    ],
)
def test_these_words_tell_of_something_else(engine, text: str, kind: str) -> None:
    """The same verbs with others around them."""
    assert kind not in {told.kind for told in events(engine, text)}


def test_who_leaves_one_country_for_another_visits_the_second(engine) -> None:
    """What is left is no goal of the journey."""
    told = events(engine, "Ann Lee left Norway for Cyprus on 3 May 2020.")
    assert {place for one in told for place in one.places} == {"Cyprus"}


def test_what_another_clause_tells_does_not_hide_a_deed(engine) -> None:
    """ "Dismissed after he had reported it" is no claim that was dismissed."""
    text = "An engineer, Omar Haddad, was dismissed on 3 May 2020 after he had reported cracks."
    assert "APPOINT/dismiss" in {told.kind for told in events(engine, text)}


def test_the_people_of_a_town_are_not_the_town(engine) -> None:
    """Nor is a firm from there; its police acts for it no less than before."""
    for text in (
        "The weavers of Oslo attacked the house of Omar Haddad on 3 May 2020.",
        "Two men from Oslo attacked the house of Omar Haddad on 3 May 2020.",
    ):
        assert ("actor", "Oslo") not in event(engine, text).who


def test_it_is_no_poet(engine) -> None:
    """What a censor bans is not the person told of before; "it" of a body is the body that speaks."""
    text = "The poet published a song in July. On 3 May 2020 the censor banned it in Norway."
    assert "poet" not in {name for told in events(engine, text) for _, name in told.who}
    text = "The Red Front met. Norvik Bank denied that it had attacked the office on 3 May 2020."
    told = next(one for one in events(engine, text) if one.account.type == "ASSAULT")
    assert told.who == {("actor", "Norvik Bank")}


def test_the_clerks_of_somebody_are_others(engine) -> None:
    """What happened to them did not happen to whose clerks they are."""
    text = "Ann Lee founded the bank. Two of her clerks were arrested on 3 May 2020."
    told = [one for one in events(engine, text) if one.kind == "COERCE/arrest"]
    assert told and not any(name == "Ann Lee" for one in told for _, name in one.who)


def test_a_firm_is_meant_not_its_nation(engine) -> None:
    """ "The Japanese firm Kanno Optics" is the firm."""
    text = "On 3 May 2020 Norvik Bank cancelled a contract with the Japanese firm Kanno Optics."
    assert ("target", "Kanno Optics") in event(engine, text).who


def test_a_day_is_no_part_of_a_name(engine) -> None:
    """ "On Tuesday demonstrators clashed": demonstrators, on Tuesday."""
    text = "On 9 October gunmen ambushed a convoy near Oslo."
    assert not {name for told in events(engine, text) for _, name in told.who if "October" in name}
