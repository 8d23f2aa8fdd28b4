"""How many died, told apart from the deed; and the arguments that parsers hang elsewhere."""

import pytest

from sayso.engines.spacy import SpacyEngine
from tests.extract.happenings import events, notes_of

_ATTACK = "Gunmen attacked a mine near Lima on 12 February 2021, killing eleven guards. "


def numbers(engine: SpacyEngine, text: str) -> list[tuple[str | None, str | None, float | None]]:
    """Mode, first day and number of each telling of harm with one number."""
    return [
        (event.mode, event.earliest, event.quantities[0].low)
        for event in notes_of(engine, text).events
        if event.type == "ASSAULT" and event.mode and len(event.quantities) == 1
    ]


@pytest.mark.parametrize(
    ("more", "number"),
    [
        ("The army said that fourteen people had been killed.", 14),
        ("The company confirmed that four of its employees had died.", 4),
        ("A doctor spoke of twelve dead guards.", 12),
        ("The ministry put the number of dead at 61.", 61),
        ("The death toll rose to 61.", 61),
        ("The Post put the dead at fourteen.", 14),
        ("A doctor spoke of nine bodies.", 9),
        ("Nine guards lost their lives, a doctor said.", 9),
        ("The Red Cross counted nine fatalities.", 9),
        ("A hospital counted nine dead.", 9),
        ("Nine guards are confirmed dead.", 9),
        ("As of this morning nine guards were dead.", 9),
        ("Nine died at the scene.", 9),
    ],
)
def test_the_dead_told_of_later_are_those_of_the_deed(
    engine: SpacyEngine, more: str, number: float
) -> None:
    assert ("kill", "2021-02-12", number) in numbers(engine, _ATTACK + more)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A bomb exploded in Lima on 12 February 2021, leaving 19 people dead.", ("kill", 19)),
        ("Rebels attacked Lima on 12 February 2021, leaving 30 dead.", ("kill", 30)),
        ("On 12 February 2021 gunmen stormed a church in Lima and left nine worshippers dead.",
         ("kill", 9)),
        ("The attack on a depot in Lima on 12 February 2021 left two guards dead.", ("kill", 2)),
        ("A ferry capsized off Lima on 12 February 2021, leaving 19 people dead.",
         ("accident", 19)),
    ],
)  # fmt: skip
def test_who_is_left_dead_died_of_the_deed(
    engine: SpacyEngine, text: str, told: tuple[str, float]
) -> None:
    assert (told[0], "2021-02-12", told[1]) in numbers(engine, text)


def test_a_raid_shares_its_doer_with_whom_it_left_dead(engine: SpacyEngine) -> None:
    text = "The raid on the depot, for which the Red Front took credit, left two guards dead."
    who = {event.kind: event.who for event in events(engine, text)}
    assert ("actor", "Red Front") in who["ASSAULT/kill"]


def test_what_nobody_meant_stays_an_accident(engine: SpacyEngine) -> None:
    text = "A flood killed 46 people in Lima on 12 February 2021. The death toll rose to 61."
    assert numbers(engine, text) == [
        ("accident", "2021-02-12", 46), ("accident", "2021-02-12", 61)
    ]  # fmt: skip


def test_without_a_deed_nobody_is_said_to_have_been_killed(engine: SpacyEngine) -> None:
    text = "The museum opened in Lima on 12 February 2021. Four of its employees had died."
    assert numbers(engine, text) == []


def test_those_who_died_in_a_clash_of_its_own_keep_their_day(engine: SpacyEngine) -> None:
    text = _ATTACK + "Two soldiers were killed in a clash in May 2019."
    assert ("kill", "2019-05-01", 2) in numbers(engine, text)


def test_who_died_when_the_deed_was_done(engine: SpacyEngine) -> None:
    text = "Four guards died when gunmen raided a mine near Lima on 12 February 2021."
    assert ("kill", "2021-02-12", 4) in numbers(engine, text)


def test_the_number_of_those_who_say_it_is_no_number_of_the_deed(engine: SpacyEngine) -> None:
    text = "Gunmen in Lima killed a guard, according to three miners."
    (deed,) = (one for one in notes_of(engine, text).events if one.mode == "kill")
    assert not deed.quantities


def test_how_old_somebody_is_counts_nothing(engine: SpacyEngine) -> None:
    text = "Ann Lee, 61, resigned in May. Police arrested a 34-year-old driver in Lima."
    notes = notes_of(engine, text)
    words = {filler.span.quote for event in notes.events for filler in event.fillers}
    assert not notes.quantities
    assert "driver" in words


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("Sweden was the first state to recognise Norland.", "SUPPORT", ("actor", "Sweden")),
        ("Ann Lee won the vote, defeating Jo Orr, the commission said.", "ASSAULT",
         ("actor", "Ann Lee")),
        ("Ann Lee replaced Jo Orr with Bo Dahl in May.", "APPOINT", ("target", "Bo Dahl")),
        ("Ann Lee, the envoy, negotiated the passage with Jo Orr.", "CONSULT",
         ("partner", "Jo Orr")),
        ("Ann Lee was appointed to head Norsk Bank in May.", "APPOINT",
         ("organization", "Norsk Bank")),
    ],
)  # fmt: skip
def test_who_takes_part(engine: SpacyEngine, text: str, kind: str, part: tuple[str, str]) -> None:
    assert part in {one for event in events(engine, text) if event.kind.startswith(kind)
                    for one in event.who}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("According to Jo Orr, Ann Lee promised that no mill would be closed.", "Jo Orr"),
        ("No group claimed responsibility for the attack on Norsk Bank in May.", "group"),
    ],
)
def test_who_takes_no_part(engine: SpacyEngine, text: str, name: str) -> None:
    told = notes_of(engine, text)
    words = {filler.span.quote for event in told.events for filler in event.fillers}
    assert name not in words | {one for event in events(engine, text) for _, one in event.who}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A driver in Lima, who asked not to be named, met Ann Lee in May.", "REQUEST"),
        ("Fighters of the Red Front blocked the road to Lima in May.", "PROTEST"),
        ("The Swedish government protested against the visit of Ann Lee.", "PROTEST"),
    ],
)
def test_what_is_not_told(engine: SpacyEngine, text: str, kind: str) -> None:
    assert kind not in {event.kind.partition("/")[0] for event in events(engine, text)}


def test_a_range_opens_a_sentence(engine: SpacyEngine) -> None:
    text = "According to doctors in Lima, between 30 and 50 soldiers were killed in the fighting."
    assert [(one.mode, one.quantities[0].high) for one in notes_of(engine, text).events
            if one.mode == "kill"] == [("kill", 50)]  # fmt: skip


def test_a_clause_with_when_is_of_the_time_before_it(engine: SpacyEngine) -> None:
    text = "Ann Lee came to power in 1966 when she ousted Jo Orr."
    days = {event.mode: event.earliest for event in notes_of(engine, text).events}
    assert days["dismiss"] == "1966-01-01"


def test_the_dead_are_those_of_the_deed_beside_them(engine: SpacyEngine) -> None:
    """Not of the one with which the report opens; and on the word of whoever counts them."""
    text = (
        "The army captured Lima on 11 February 2021.\n\nResidents said that jets bombed the market,"
        " killing seven civilians. The Red Cross put the number of dead at nine."
    )
    notes = notes_of(engine, text)
    (dead,) = (one for one in notes.events if one.quantities and one.quantities[0].low == 9)
    assert (dead.mode, dead.earliest, dead.factuality) == ("kill", None, "reported")
    (saying,) = (one for one in notes.attributions if one.id in dead.attributions)
    assert [link.name for link in saying.chain] == ["Red Cross"]


def test_the_toll_alone_is_that_of_the_deed(engine: SpacyEngine) -> None:
    assert ("kill", "2021-02-12", 3) in numbers(engine, _ATTACK + "Police put the toll at three.")


def test_who_dies_later_of_wounds_dies_on_that_day(engine: SpacyEngine) -> None:
    more = "Two more died of their wounds on 16 February 2021. The army counted 13 dead."
    told = numbers(engine, _ATTACK + more)
    assert ("kill", "2021-02-16", 2) in told
    assert ("kill", "2021-02-12", 13) in told


@pytest.mark.parametrize(
    ("text", "deaths"),
    [
        ("Ann Lee was shot in Oslo on 3 May 2020. She died on 5 May 2020.", ["2020-05-05"]),
        ("Ann Lee was shot in Oslo on 3 May 2020 and died on 5 May.", ["2020-05-05"]),
        ("Ann Lee visited Oslo on 3 May 2020 and died on 5 May.", []),
        ("Ann Lee was shot dead on 3 May 2020. Dan Orr died on 5 May 2020.", ["2020-05-03"]),
    ],
)
def test_who_dies_of_a_deed_is_killed(engine: SpacyEngine, text: str, deaths: list[str]) -> None:
    """That somebody died is an event only as what came of a deed told just before."""
    found = notes_of(engine, text).events
    assert [e.earliest for e in found if e.type == "ASSAULT" and e.mode == "kill"] == deaths


def test_what_comes_of_a_deed_has_its_day(engine: SpacyEngine) -> None:
    text = "A cyclone hit the port of Lima on 9 October 2020, flattening 90 houses."
    days = {e.trigger: e.earliest for e in notes_of(engine, text).events}
    assert days == {"hit": "2020-10-09", "flatten": "2020-10-09"}


def test_how_far_and_how_strong_counts_nothing(engine: SpacyEngine) -> None:
    for text in (
        "A bomb exploded in Lima, 30 km south of Oslo, on 3 May 2020.",
        "A magnitude 6.2 earthquake struck Lima on 3 May 2020.",
    ):
        (told,) = notes_of(engine, text).events
        assert (told.quantities, len(told.places)) == ((), 1)
