"""Ways of speaking that are no events, the events they look like, and who shares a deed."""

import pytest

from tests.extract.happenings import events


@pytest.mark.parametrize(
    "text",
    [
        "The auditors arrived at that sum by adding three columns.",
        "The third paragraph was struck out before the vote.",
        "The committee visited the question again in Lima.",
        "Mayor Ruth Kern killed the rumour with one sentence.",
        "Her novel attacked the vanity of the Norland court.",
        "The idea struck Anna Berg as odd.",
        "Costs at Norsk Bank exploded.",
        "Heavy rain hit ticket sales in Lima.",
    ],
)
def test_nobody_hits_or_visits_a_thought(engine, text: str) -> None:
    """What is only thought, said or reckoned suffers no violence and has no visitors."""
    assert not [
        told for told in events(engine, text) if told.account.type in ("ASSAULT", "CONSULT")
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels attacked the town over a rumour on 2 May 2020.", "ASSAULT"),
        ("Rebels killed Mayor Ruth Kern over the rumour on 2 May 2020.", "ASSAULT/kill"),
        ("Anna Berg visited Lima on 2 May 2020 to discuss the question.", "CONSULT/visit"),
        ("Anna Berg met Tomas Orr in Lima on the question on 2 May 2020.", "CONSULT/meet"),
        ("The sanctions on Norsk Bank took effect on 2 May 2020.", "SANCTION/impose"),
        ("The Norsk Party voted down the merger on 2 May 2020.", "REJECT"),
    ],
)
def test_a_thought_by_the_way_takes_no_event_away(engine, text: str, kind: str) -> None:
    """Only what a deed is done to, or by, decides."""
    told = [one for one in events(engine, text) if one.kind == kind]
    assert [one.account.earliest for one in told] == ["2020-05-02"]


def test_who_did_the_last_did_the_first(engine) -> None:
    """ "Was abducted and killed by Red Hand": of both deeds the doer is told."""
    told = events(engine, "Anna Berg was abducted and killed by the Red Star Brigade in May 2020.")
    assert {one.kind: ("actor", "Red Star Brigade") in one.who for one in told} == {
        "ASSAULT/abduct": True,
        "ASSAULT/kill": True,
    }


def test_several_are_called_by_all_their_names(engine) -> None:
    """ "Two guards, Tomas Orr and Anna Berg, were killed": both were."""
    told = events(engine, "Two guards, Tomas Orr and Anna Berg, were killed on 2 May 2020.")
    who = {person for one in told for person in one.who}
    assert who == {("target", "Tomas Orr"), ("target", "Anna Berg")}
