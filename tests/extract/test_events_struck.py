"""Who is struck, named or joined behind others, and words that tell of one event beside a noun."""

import pytest

from sayso.engines.spacy import SpacyEngine
from tests.extract.happenings import event, events


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("An air strike hit a school in Lima on 3 May.", "ASSAULT/airstrike", "Lima"),
        ("A rocket attack hit the base in Lima on 3 May.", "ASSAULT/rocket", "Lima"),
        ("Two rockets landed near Lima on 3 May.", "ASSAULT/rocket", "Lima"),
        ("Army units retook Lima on 3 May.", "ASSAULT/capture", "Lima"),
        ("Fighting broke out between Norway and Peru in Lima on 3 May.", "ASSAULT", "Lima"),
        ("The treaty was signed in Lima on 3 May.", "AGREE/sign", "Lima"),
    ],
)
def test_what_is_told_with_its_place(engine: SpacyEngine, text: str, kind: str, place: str) -> None:
    told = event(engine, text)
    assert (told.kind, told.places) == (kind, {place})
    assert told.account.earliest == "2020-05-03"


def test_those_killed_share_the_day_and_place_of_the_strike(engine: SpacyEngine) -> None:
    strike, killing = events(engine, "An air strike hit a school in Lima on 3 May, killing nine.")
    assert killing.places == strike.places == {"Lima"}
    assert killing.account.earliest == strike.account.earliest == "2020-05-03"


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        ("Ann Lee met the chairman of the Velm Bank, Omar Reyes, and the mayor of Lima, Jo Marsh.",
         "partner", {"Omar Reyes", "Jo Marsh"}),
        ("Police arrested Omar Reyes, head of the Velm Bank, and two of the bank's clerks, Jo Marsh and "
         "Ann Lee, on 3 May.", "target", {"Omar Reyes", "Jo Marsh", "Ann Lee"}),
        ("Police arrested 41 demonstrators, among them the writer Jo Marsh.", "target",
         {"Jo Marsh"}),
    ],
)  # fmt: skip
def test_all_who_are_named_take_part(
    engine: SpacyEngine, text: str, role: str, who: set[str]
) -> None:
    assert who <= {name for part, name in event(engine, text).who if part == role}


def test_gas_is_fired_with_and_not_at(engine: SpacyEngine) -> None:
    told = event(engine, "Police fired tear gas at protesters in Lima.")
    assert told.kind == "COERCE/restrict"
    assert ("target", "protesters") in told.who
    assert {(one.role, one.span.quote) for one in told.account.fillers} >= {
        ("instrument", "tear gas"), ("target", "protesters")
    }  # fmt: skip


@pytest.mark.parametrize(
    "text", ["A missile fired from Peru fell into the sea.", "The shells fired from Lima missed."]
)
def test_what_is_fired_with_loses_no_post(engine: SpacyEngine, text: str) -> None:
    assert "APPOINT/dismiss" not in {told.kind for told in events(engine, text)}


def test_who_arrives_does_so_where_the_journey_went(engine: SpacyEngine) -> None:
    text = "Omar Reyes travelled to Lima. Jo Marsh went to Oslo. Reyes arrived on 3 May."
    told = [one for one in events(engine, text) if one.account.earliest == "2020-05-03"]
    assert [(one.kind, one.places) for one in told] == [("CONSULT/visit", {"Lima"})]


def test_the_words_cited_hold_what_it_was_for(engine: SpacyEngine) -> None:
    told = event(engine, "Omar Reyes travelled to Lima on 3 May, reportedly to recruit pilots.")
    assert told.account.purpose == "reportedly to recruit pilots"
    assert told.account.span.quote.endswith("reportedly to recruit pilots")


def test_a_second_participle_without_its_auxiliary_befalls_the_same(engine: SpacyEngine) -> None:
    text = "Jo Marsh was elected mayor in 2011 and dismissed in 2014. Ann Lee met and left him."
    told = [one for one in events(engine, text) if one.kind == "APPOINT/dismiss"]
    assert [one.who for one in told] == [{("target", "Jo Marsh")}]


def test_what_has_not_been_since_a_time_was_not_then(engine: SpacyEngine) -> None:
    told = event(engine, "The bomb in Lima killed 14 people, the deadliest since June 2019.")
    assert told.account.earliest is None


def test_none_in_particular_was_not_signed(engine: SpacyEngine) -> None:
    assert not events(engine, "No agreement signed with Peru has been kept.")
    assert events(engine, "The agreement signed with Peru has been kept.")


def test_who_is_confirmed_in_an_office(engine: SpacyEngine) -> None:
    told = event(engine, "The Senate confirmed Jo Marsh as governor of the Velm Bank.")
    assert told.kind == "APPOINT/appoint"
    assert ("target", "Jo Marsh") in told.who


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lindh capitulated on 3 May.", "RETREAT/withdraw"),
        ("Marshal Lindh turned back on 3 May.", "RETREAT/withdraw"),
        ("Police turned back two hundred marchers in Lima on 3 May.", "COERCE/restrict"),
        ("Ann Lee besieged Lima on 3 May.", "ASSAULT"),
        ("Lima was invested on 3 May.", "ASSAULT"),
        ("About 100 Norwegian servicemen arrived in Lima on 3 May.", "MOBILIZE/deploy"),
        ("Thousands of protesters gathered in Lima on 3 May.", "PROTEST/demonstrate"),
        ("The Norwegian Medicines Agency began a review of the drug on 3 May.", "ACCUSE"),
        ("Ann Lee was given a suspended sentence on 3 May.", "SANCTION/convict"),
        ("Ann Lee was tried by a court martial on 3 May.", "ACCUSE"),
        ("Omar Reyes extradited Ann Lee to Peru on 3 May.", "COOPERATE"),
        ("On 3 May the firm dismissed the managers involved.", "APPOINT/dismiss"),
        ("Ann Lee was removed from office on 3 May.", "APPOINT/dismiss"),
    ],
)
def test_what_kind_of_deed_is_told(engine: SpacyEngine, text: str, kind: str) -> None:
    told = event(engine, text)
    assert (told.kind, told.account.earliest) == (kind, "2020-05-03")


def test_money_set_aside_is_no_refusal(engine: SpacyEngine) -> None:
    assert not events(engine, "The firm set aside a further $400m for lawsuits in Peru on 3 May.")


def test_who_replaces_somebody_has_not_removed_him(engine: SpacyEngine) -> None:
    text = "Ann Lee was removed from office on 3 May and replaced by Omar Reyes."
    first, *_ = events(engine, text)
    assert ("actor", "Omar Reyes") not in first.who


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The army evacuated 300 people from Lima by boat on 3 May.", {"army"}),
        ("Police arrested Omar Reyes by mistake on 3 May.", {"police"}),
        ("Omar Reyes was arrested by police on 3 May.", {"police"}),
    ],
)
def test_by_what_somebody_does_it_is_no_doer(
    engine: SpacyEngine, text: str, actors: set[str]
) -> None:
    told = event(engine, text)
    named = {name.lower() for role, name in told.who if role == "actor"}
    cited = {one.span.quote.lower() for one in told.account.fillers if one.role == "actor"}
    assert named | cited == actors


def test_he_of_whom_the_police_tell_is_not_the_police(engine: SpacyEngine) -> None:
    told = events(engine, "Police said on 3 May that he had been shot.")
    (shot,) = (one for one in told if one.kind.startswith("ASSAULT"))
    assert ("target", "Police") not in shot.who


def test_he_is_the_challenger_who_speaks(engine: SpacyEngine) -> None:
    text = "Omar Reyes won the vote, but his main challenger said he had met Ann Lee on 3 May."
    (met,) = (one for one in events(engine, text) if one.kind == "CONSULT/meet")
    assert ("actor", "Omar Reyes") not in met.who


def test_what_men_are_sent_to_do_is_not_done(engine: SpacyEngine) -> None:
    text = "Omar Reyes sent his deputy with 600 men to retake Lima on 3 May."
    assert "ASSAULT/capture" not in {one.kind for one in events(engine, text)}


@pytest.mark.parametrize("text", ["Who broke into Lima?", "Salt and Cedar: who raided Lima?"])
def test_what_is_asked_is_not_told(engine: SpacyEngine, text: str) -> None:
    assert {one.account.realis for one in events(engine, text)} <= {"hypothetical"}
