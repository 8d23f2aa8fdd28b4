"""The words that fill the roles of an event: what was hit, with what, and by whom, named or not."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.records.accounts import EventAccount
from tests.extract.happenings import event, events, notes_of


def words(account: EventAccount, role: str) -> list[str]:
    return [filler.span.quote for filler in account.fillers if filler.role == role]


@pytest.mark.parametrize(
    ("text", "actor", "target", "instrument"),
    [
        ("Two gunmen blew up a bridge with dynamite.", ["Two gunmen"], ["bridge"], ["dynamite"]),
        ("A car bomb destroyed the bank.", [], ["bank"], ["car bomb"]),
        (
            "Students threw petrol bombs at the embassy.",
            ["Students"],
            ["embassy"],
            ["petrol bombs"],
        ),
        ("Soldiers attacked the farm using grenades.", ["Soldiers"], ["farm"], ["grenades"]),
        ("Three shops were burned by rioters.", ["rioters"], ["shops"], []),
        ("A teacher was killed by a bomb.", [], ["teacher"], ["bomb"]),
    ],
)
def test_who_what_and_with_what_are_told_in_the_texts_words(
    engine, text: str, actor: list[str], target: list[str], instrument: list[str]
) -> None:
    """The nameless and things fill roles; a weapon is no doer, whatever its place."""
    account = event(engine, text).account
    assert words(account, "actor") == actor
    assert words(account, "target") == target
    assert words(account, "instrument") == instrument


def test_things_and_people_are_told_apart_and_names_lead_to_entities(engine) -> None:
    """A filler that names somebody has the entity; one that does not has its kind, if known."""
    notes = notes_of(engine, "Ana Orduz stormed the warehouse.")
    (account,) = notes.events
    names = {entity.id: entity.name for entity in notes.entities}
    who, what = account.fillers
    assert names[who.entity] == "Ana Orduz"
    assert (what.entity, what.kind) == (None, "thing")


@pytest.mark.parametrize(
    "text",
    [
        "On 4 May 2020 the Red Hand Movement claimed responsibility for the attack on the station.",
        "The ministry blamed the Red Hand Movement for the attack on the station.",
        "The attack on the station was attributed to the Red Hand Movement.",
        "The Red Hand Movement admitted responsibility for attacking the station.",
    ],
)
def test_whoever_is_said_to_have_done_it_is_the_actor(engine, text: str) -> None:
    """Blamed, owning up, or laid to: the deed has that actor, and nobody who only says so."""
    (deed,) = [told for told in events(engine, text) if told.kind == "ASSAULT"]
    assert {name for role, name in deed.who if role == "actor"} == {"Red Hand Movement"}
    assert deed.account.realis == "actual"


def test_a_group_goes_by_what_it_calls_itself(engine) -> None:
    """ "A group calling itself X" is X."""
    told = event(engine, "A group calling itself the Northern League attacked the station.")
    assert ("actor", "Northern League") in told.who


def test_numbers_are_of_what_fills_a_role_wherever_they_stand(engine) -> None:
    """Before a relative clause, or in the sentence behind that takes the noun up."""
    (killed,) = events(engine, "A cell of four members who were killed had come from the north.")
    assert [q.low for q in killed.account.quantities] == [4]
    text = "A convoy reached the town of Velm on 3 May 2020. The convoy included 25 lorries."
    assert [q.low for q in events(engine, text)[0].account.quantities] == [25]
    other = "A convoy reached the town of Velm on 3 May 2020. The budget included 25 lorries."
    assert not events(engine, other)[0].account.quantities


def test_what_was_done_in_the_strikes_has_their_day_and_place(engine) -> None:
    """Only where the words point back, and only to what was told in the same block."""
    text = "On 3 May 2020 the army struck a camp near Velm. Two men were killed in the strike."
    _, killed = events(engine, text)
    assert (killed.account.earliest, killed.places) == ("2020-05-03", {"Velm"})
    open_one = "On 3 May 2020 the army struck a camp near Velm. Two men were killed in a strike."
    assert events(engine, open_one)[-1].account.earliest is None


def test_a_protest_has_what_it_is_against(engine) -> None:
    """And where it was is no part of that."""
    text = "Miners demonstrated in Velm to demand the resignation of President Ann Lee."
    told = next(one for one in events(engine, text) if one.kind == "PROTEST/demonstrate")
    assert ("target", "Ann Lee") in told.who
    assert told.places == {"Velm"}
    assert "Velm" not in {name for _, name in told.who}


def test_being_ready_is_an_undertaking_or_a_threat(engine) -> None:
    """By what somebody is ready to do."""
    ready = "The government is ready to send doctors to Velm."
    threat = "The government is prepared to impose martial law in Velm."
    assert events(engine, ready)[0].kind == "AGREE/promise"
    assert events(engine, threat)[0].kind == "THREATEN"


def test_a_list_below_a_blame_is_no_news_but_what_stands_beside_it_is(engine) -> None:
    """ "Refused to pay and has asked": a verb in a tense of its own is told for itself."""
    text = "The firm Medivia refused to pay and has asked the federal police for help."
    assert [told.kind for told in events(engine, text)] == ["REJECT", "REQUEST"]


SUBJECTS = ["Two men", "The army", "A bomb", "Rebels of the Red Hand", "Nobody"]
VERBS = ["attacked", "was destroyed by", "threw stones at", "did not burn", "are ready to bomb"]
OBJECTS = [
    "a bridge",
    "several houses in Velm",
    "the offices of the bank",
    "it",
    "25 lorries, a car",
]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sampled_from(SUBJECTS), st.sampled_from(VERBS), st.sampled_from(OBJECTS))
def test_every_filler_quotes_its_document(engine, who: str, does: str, what: str) -> None:
    """Whatever fills a role, its words stand in the text where they say, each place once."""
    notes = notes_of(engine, f"{who} {does} {what}.")
    for account in notes.events:
        places = [(f.span.start, f.span.end) for f in account.fillers]
        assert len(set(places)) == len(places)
        for filler in account.fillers:
            span = filler.span
            assert notes.document.text[span.start : span.end] == span.quote
            assert filler.entity is None or filler.kind is None


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The army never denied that it had attacked the station.", "actual"),
        ("The army denied that it had attacked the station.", "negated"),
        ("The police failed to prevent the attack on the Velm Bank.", "actual"),
        ("The police prevented an attack on the Velm Bank in May 2020.", "negated"),
        ("President Ann Lee is likely to attack Baghdad in May 2021.", "planned"),
        ("President Ann Lee is likely to have attacked Baghdad in May 2019.", "actual"),
    ],
)
def test_two_denials_deny_nothing_and_likely_looks_ahead(engine, text: str, realis: str) -> None:
    """What keeps something from happening counts only where it came about itself."""
    (told,) = [one for one in events(engine, text) if one.kind == "ASSAULT"]
    assert told.account.realis == realis


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The rebels attacked no station.", "negated"),
        ("The rebels attacked a station of no value.", "actual"),
    ],
)
def test_what_is_done_to_nothing_is_not_done(engine, text: str, realis: str) -> None:
    """ "Signed no agreement" tells that none was signed."""
    (told,) = [one for one in events(engine, text) if one.kind == "ASSAULT"]
    assert told.account.realis == realis


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("Norway and Denmark agreed on nothing in May 2020.", "negated"),
        ("Norway and Denmark agreed on the border in May 2020.", "actual"),
    ],
)
def test_who_agrees_on_nothing_has_not_agreed(engine, text: str, realis: str) -> None:
    """The preposition leads to what there was none of."""
    (told,) = [one for one in events(engine, text) if one.kind == "AGREE"]
    assert told.account.realis == realis


def test_capitals_alone_are_read_like_any_text(engine) -> None:
    """A telegram tells who did what to what, where and with what."""
    text = (
        "REBELS ATTACKED A POLICE STATION WITH GRENADES IN THE CITY OF BAGHDAD ON 3 MAY 2020 AND "
        "BURNED TWO CARS, THE GOVERNOR OF THE PROVINCE SAID ON TUESDAY."
    )
    raid, fire = (told.account for told in events(engine, text) if told.kind == "ASSAULT")
    assert words(raid, "instrument") == ["GRENADES"]
    assert words(fire, "target") == ["CARS"]
    assert raid.earliest == "2020-05-03"
