"""Where things are done at borders, on the move, in several places, and where it was told before."""

import pytest

from tests.extract.happenings import event, events


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ann Lee visited the Velm region along the Syrian-Iraqi border.",
         {"Velm region", "Iraq-Syria border"}),
        ("Rebels killed two farmers near the border with Norway.", {"border with Norway"}),
        ("Turkey closed the border between Norway and Sweden.", {"Norway-Sweden border"}),
        ("Three men discussed the border with Norway with Ann Lee.", set()),
    ],
)  # fmt: skip
def test_what_is_done_at_a_border_is_done_there_and_not_in_the_land(engine, text, places) -> None:
    assert event(engine, text).places == places


def test_whose_border_is_closed_is_not_whoever_had_one_before(engine) -> None:
    told = events(engine, "Jordan reopened its border with Syria. Turkey closed the Greek border.")

    assert ("target", "Jordan") not in told[-1].who


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Sixty trucks of the Army of Velm entered Norway from Sweden.", {"Norway", "Sweden"}),
        ("The government sent 40 soldiers from Oslo to Bergen.", {"Oslo", "Bergen"}),
        ("The soldiers were sent to several towns, particularly Oslo and Bergen.",
         {"Oslo", "Bergen"}),
        ("The soldiers were sent to a number of towns, among them Oslo and Bergen.",
         {"Oslo", "Bergen"}),
        ("The soldiers were sent to Oslo, particularly since Bergen had fallen.", {"Oslo"}),
        ("The Army of Velm entered Norway after training in Oslo, on the river.", {"Norway"}),
        ("The Coast Guard prevented the inspectors from entering the port of Bergen.", {"Bergen"}),
    ],
)  # fmt: skip
def test_the_places_of_a_move_a_list_and_of_what_was_prevented(engine, text, places) -> None:
    assert events(engine, text)[0].places == places


def test_a_place_that_opens_a_sentence_holds_for_what_those_there_do_next(engine) -> None:
    text = "In Oslo, Ann Lee met Olaf Renner. Renner arrested two men. Jo Hill arrested a clerk."
    met, arrested, other = events(engine, text)

    assert met.places == arrested.places == {"Oslo"}
    assert other.places == set()


def test_another_place_ends_what_a_sentence_opened_with(engine) -> None:
    text = "In Oslo, Ann Lee met Olaf Renner. Renner likes Bergen. Renner arrested two men."

    assert events(engine, text)[-1].places == set()


def test_a_thing_is_hit_where_it_was_told_to_stand(engine) -> None:
    text = "Rebels struck the camp near Oslo on 2 May. Soldiers bombed the camp on 9 May."

    assert [t.places for t in events(engine, text)] == [{"Oslo"}, {"Oslo"}]


def test_the_outcome_of_a_deed_is_of_its_day(engine) -> None:
    text = "On 13 February rebels shelled the port of Oslo, killing three soldiers."
    days = [(t.account.earliest, t.account.latest) for t in events(engine, text)]

    assert days == [("2021-02-13", "2021-02-13")] * 2


def test_the_envoy_is_who_was_told_to_be_one(engine) -> None:
    text = "The envoy for Velm, Ann Lee, flew to Oslo on 2 May. On 3 May the envoy visited Bergen."

    assert events(engine, text)[-1].who == {("actor", "Ann Lee")}


def test_how_often_somebody_came_is_no_further_visit(engine) -> None:
    assert not events(engine, "Ann Lee came to Oslo five times in 2020 and signed nothing.")


def test_the_mayor_is_neither_of_two(engine) -> None:
    text = (
        "The mayor of Velm, Ann Lee, and the mayor of Orl, Jo Hill, met in Oslo."
        " The mayor visited Bergen."
    )

    assert not {("actor", "Ann Lee"), ("actor", "Jo Hill")} & events(engine, text)[-1].who


def test_a_season_of_long_ago_keeps_later_days_to_its_year(engine) -> None:
    text = "In the spring of 1905 Ann Lee met Olaf Renner.\n\nOn 12 July Renner met Jo Hill."

    assert events(engine, text)[-1].account.earliest == "1905-07-12"
