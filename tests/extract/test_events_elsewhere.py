"""Events of firms, wards, clubs and risings: accidents apart from violence, words in their places."""

import pytest

from tests.extract.happenings import event, events


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The fire killed three welders in Oslo.", "ASSAULT/accident"),
        ("Twelve people were killed in the collapse of a mine.", "ASSAULT/accident"),
        ("Tomas Orr died in a plane crash in 2014.", "ASSAULT/accident"),
        ("A storm destroyed the main dock in Oslo.", "ASSAULT/damage"),
        ("The fire, which killed 12 people, lasted for days.", "ASSAULT/accident"),
        ("Nine sailors drowned off Oslo.", "ASSAULT/accident"),
        ("Nine soldiers died in an ambush near Kabul.", "ASSAULT/kill"),
        ("Police killed two people during the fire.", "ASSAULT/kill"),
        ("The rebels took the town of Gaza in May 2014.", "ASSAULT/capture"),
        ("Norvik Bank closed its yard in Oslo.", "RETREAT/withdraw"),
        ("Norvik Bank sold its airline to Orr Shipping.", "COOPERATE/sell"),
        ("Norvik Bank ended its contract with Orr Shipping.", "SANCTION/discontinue"),
        ("The ministry revoked Norvik Bank's licence.", "SANCTION/discontinue"),
        ("A court remanded Tomas Orr in custody.", "COERCE/arrest"),
        ("The Supreme Court upheld the conviction of Tomas Orr.", "SANCTION/convict"),
        ("The judge threw out two of the charges against Tomas Orr.", "REJECT"),
        ("Norvik Bank settled for 11 million euros.", "AGREE"),
        ("Anna Berg took over from Tomas Orr in May 2014.", "APPOINT/succeed"),
        ("The Red Cross sent 60 volunteers and four tonnes of food to Lima.", "AID"),
    ],
)
def test_other_lives_are_told_in_these_ways(engine, text: str, kind: str) -> None:
    assert event(engine, text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Engineers warned Orr Shipping about cracks.",
        "Norvik Airways cancelled 40 flights in May 2014.",
        "Anna Berg took the city bus to Oslo.",
        "Police searched for Tomas Orr.",
    ],
)
def test_these_are_no_events(engine, text: str) -> None:
    """A warning of a thing threatens nobody, a bus is no city, and no flight is a partner."""
    assert not events(engine, text)


def test_a_lifted_ban_is_one_event(engine) -> None:
    told = event(engine, "Norway lifted its ban on Orr Shipping in May 2014.")
    assert (told.kind, told.who) == ("CONCEDE", {("actor", "Norway"), ("target", "Orr Shipping")})


def test_they_are_the_two_people_told_of_before(engine) -> None:
    told = events(engine, "Anna Berg met Tomas Orr in Oslo. They signed an agreement.")
    assert told[1].who == {("actor", "Anna Berg"), ("actor", "Tomas Orr")}


def test_they_are_nobody_where_three_were_told_of(engine) -> None:
    text = "Anna Berg and Ruth Kane met Tomas Orr in Oslo. They signed an agreement in May 2014."
    assert not any(who for who in events(engine, text)[1].who if who[1] != "Oslo")


def test_who_is_taken_prisoner_is_nobody_else(engine) -> None:
    assert event(engine, "Tomas Orr was taken prisoner.").who == {("target", "Tomas Orr")}


def test_with_somebody_hit_the_spot_is_where(engine) -> None:
    told = event(engine, "The army defeated General Tomas Orr at Oslo in 1644.")
    assert told.places == {"Oslo"}
    assert ("target", "Oslo") not in told.who


def test_what_is_fired_is_not_what_is_hit(engine) -> None:
    told = event(engine, "Rebels fired rockets at the Norsk Bank in May 2014.")
    assert ("target", "Norsk Bank") in told.who


def test_a_clerk_of_a_town_is_not_the_town(engine) -> None:
    told = event(engine, "The rebels hanged the tax collector of Lima.")
    assert told.who == {("actor", "rebels")}
    assert told.places == {"Lima"}


def test_a_number_alone_is_told(engine) -> None:
    told = events(engine, "The fire killed three welders and injured eleven.")
    assert [(one.kind, one.account.quantities[0].low) for one in told] == [
        ("ASSAULT/accident", 3.0),
        ("ASSAULT/damage", 11.0),
    ]


def test_what_lies_behind_the_report_is_planned(engine) -> None:
    told = event(engine, "The Norsk Union called a strike for 21 March.")
    assert (told.account.realis, told.account.earliest) == ("planned", "2021-03-21")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 22 August residents gathered outside the court.", "2020-08-22"),
        ("But on 2 May soldiers seized Tomas Orr.", "2020-05-02"),
        ("On 30 June Norvik Bank closed its yard in Oslo.", "2020-06-30"),
    ],
)
def test_a_date_in_front_of_a_name_is_no_part_of_it(engine, text: str, day: str) -> None:
    told = event(engine, text).account
    assert (told.earliest, told.latest) == (day, day)


def test_who_is_carried_is_told_with_what_carries_them(engine) -> None:
    text = "About 30 lorries entered Syria, carrying about 100 fighters of the Norsk Brigade."
    told = event(engine, text)
    assert told.who == {("target", "Norsk Brigade")}
    assert [quantity.low for quantity in told.account.quantities] == [30.0, 100.0]


@pytest.mark.parametrize(
    "text",
    [
        "It cannot be ruled out that the merger harmed Norsk Bank.",
        "The talks sparked speculation about the overthrow of Tomas Orr.",
        "Tomas Orr, who was supported by the developments, left.",
        "The Norsk Guard, which fought alongside the Swedish Army, was praised.",
    ],
)
def test_these_tell_of_nothing_that_happened(engine, text: str) -> None:
    kinds = {one.kind for one in events(engine, text)}
    assert not kinds & {"REJECT", "APPOINT/dismiss", "ASSAULT"}
    assert ("target", "Tomas Orr") not in {who for one in events(engine, text) for who in one.who}


def test_meetings_on_each_of_several_visits_are_no_one_meeting(engine) -> None:
    text = "Anna Berg paid six visits to Norway, during which she met with officials."
    assert [one.kind for one in events(engine, text)] == ["CONSULT/visit"]


def test_where_protests_sweep_is_where_they_are(engine) -> None:
    told = event(engine, "Protests swept Norway and Sweden in 2020.")
    assert (told.who, told.places) == (set(), {"Norway", "Sweden"})


def test_what_goes_on_now_has_no_past_day(engine) -> None:
    told = events(engine, "Orr Shipping dismissed Anna Berg in May 2019; she is suing Norsk Bank.")
    days = {one.kind: one.account.earliest for one in told}
    assert days == {"APPOINT/dismiss": "2019-05-01", "ACCUSE": None}


def test_a_nameless_report_is_dated_by_the_citation_of_what_takes_it_up(engine) -> None:
    text = (
        "Another website reported on the deployment of the Norsk Brigade in Lima. According to"
        " this report, the brigade numbers 300 men (Norsk Post, May 3, 2020)."
    )
    told = [one.account.latest for one in events(engine, text) if "Lima" in one.places]
    assert told == ["2020-05-03"]
