"""Events are found with who, where and when, and only where something is told to have happened."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.extract.happenings import event, events, notes_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anna Berg visited Norway on 3 May 2020.", "CONSULT/visit"),
        ("Anna Berg paid a visit to Norway on 3 May 2020.", "CONSULT/visit"),
        ("Anna Berg met with Tomas Orr in Vienna.", "CONSULT/meet"),
        ("Anna Berg held talks with Tomas Orr.", "CONSULT/meet"),
        ("Norway and Denmark signed a treaty in Oslo on 3 May 2020.", "AGREE/sign"),
        ("Norway agreed to open the port of Bergen.", "AGREE"),
        ("Tomas Orr was appointed minister of justice.", "APPOINT/appoint"),
        ("Tomas Orr resigned on 3 May 2020.", "APPOINT/resign"),
        ("Tomas Orr took office in May 2020.", "APPOINT/succeed"),
        ("Anna Berg dismissed the minister of justice, Tomas Orr.", "APPOINT/dismiss"),
        ("The army deployed 300 soldiers to Bergen.", "MOBILIZE/deploy"),
        ("Sweden set up a military base near Bergen.", "MOBILIZE/establish"),
        ("Rebels attacked a convoy near Bergen on 3 May 2020.", "ASSAULT"),
        ("The assassination of Tomas Orr on 3 May 2020 shook the town.", "ASSAULT/kill"),
        ("The Israeli Air Force carried out air strikes on Damascus.", "ASSAULT/airstrike"),
        ("Police arrested Tomas Orr in Bergen.", "COERCE/arrest"),
        ("Police raided the offices of Norsk Bank on 3 May 2020.", "COERCE/raid"),
        ("Thousands of workers protested in Bergen on 3 May 2020.", "PROTEST/demonstrate"),
        ("Norway imposed sanctions on Denmark in 2019.", "SANCTION/impose"),
        ("Norway accused Denmark of theft.", "ACCUSE"),
        ("Norway rejected the proposal of Denmark.", "REJECT"),
        ("Norway threatened to close the border with Sweden.", "THREATEN"),
        ("Norway demanded that Sweden open the border.", "REQUEST"),
        ("Norway sent food aid to Peru in 2019.", "AID"),
        ("Norway lifted the ban on imports from Sweden.", "CONCEDE"),
        ("Norwegian forces withdrew from Kabul in 2014.", "RETREAT/withdraw"),
        ("Norway extradited Tomas Orr to Sweden in 2014.", "COOPERATE"),
        ("Norway praised Anna Berg on 3 May 2020.", "SUPPORT"),
        ("On 3 May 2020, Anna Berg said that the port was safe.", "STATE"),
        ("Anna Berg said that Norway must open its ports.", "REQUEST"),
    ],
)
def test_events_of_every_type_are_found(engine, text: str, kind: str) -> None:
    """Verbs, particle verbs, nouns and nouns carried by light verbs tell of events."""
    assert kind in [told.kind for told in events(engine, text)]


def test_actor_and_target_come_from_the_grammar(engine) -> None:
    """Who does is the actor, who suffers the target, and the place is no participant."""
    told = event(engine, "Norway attacked Denmark on 3 May 2020.")

    assert told.who == {("actor", "Norway"), ("target", "Denmark")}


def test_a_passive_turns_the_roles_round(engine) -> None:
    """The subject of a passive suffers; "by" leads to the actor."""
    told = event(engine, "Tomas Orr was arrested by the Norsk Police Service in Bergen.")

    assert ("target", "Tomas Orr") in told.who
    assert ("actor", "Norsk Police Service") in told.who


def test_a_relative_clause_is_about_what_it_hangs_on(engine) -> None:
    """ "Who" stands for the person before it."""
    told = events(engine, "Tomas Orr, who visited Norway in May 2020, is an engineer.")

    assert ("actor", "Tomas Orr") in told[0].who


def test_verbs_joined_by_and_share_their_subject(engine) -> None:
    """The second verb has the first one's subject."""
    visit, meeting = events(engine, "Anna Berg visited Norway and met with Tomas Orr in May 2020.")

    assert ("actor", "Anna Berg") in visit.who
    assert meeting.who == {("actor", "Anna Berg"), ("partner", "Tomas Orr")}


def test_a_controlled_verb_has_the_subject_above_it(engine) -> None:
    """ "Managed to visit" is a visit of whoever managed."""
    told = event(engine, "Anna Berg managed to visit Norway in May 2020.")

    assert told.who == {("actor", "Anna Berg")}
    assert told.places == {"Norway"}


def test_the_owner_of_a_nameless_group_takes_part(engine) -> None:
    """Fighters of a body act for it."""
    told = event(engine, "About 100 fighters of the Red Star Brigade entered Norway in May 2020.")

    assert ("actor", "Red Star Brigade") in told.who
    assert told.places == {"Norway"}


def test_a_noun_and_the_verb_that_carries_it_are_one_event(engine) -> None:
    """One account for "carried out a raid", not two."""
    assert len(events(engine, "Norsk Police carried out a raid on Orr Holding in Bergen.")) == 1


def test_each_town_visited_is_a_visit(engine) -> None:
    """Two towns joined by "and" are two visits of the same day."""
    told = events(engine, "Anna Berg visited Vienna and Lisbon in May 2020.")

    assert [visit.places for visit in told] == [{"Vienna"}, {"Lisbon"}]
    assert len({visit.account.id for visit in told}) == 2


def test_each_person_killed_died_alone(engine) -> None:
    """A killing befalls a person once, so two victims are two events."""
    told = events(engine, "The killing of Anna Berg and Tomas Orr shook Norway.")

    victims = [victim.who for victim in told if victim.kind == "ASSAULT/kill"]
    assert victims == [{("target", "Anna Berg")}, {("target", "Tomas Orr")}]


def test_what_is_asked_for_did_not_happen(engine) -> None:
    """The contents of a demand, a threat or a promise are no events of their own."""
    told = events(engine, "Norway threatened to attack Denmark.")

    assert [one.kind for one in told] == ["THREATEN"]
    assert ("target", "Denmark") in told[0].who


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("Anna Berg visited Norway.", "actual"),
        ("Anna Berg will visit Norway in May 2022.", "planned"),
        ("Anna Berg plans to visit Norway.", "planned"),
        ("Anna Berg tried to visit Norway.", "attempted"),
        ("Anna Berg did not visit Norway.", "negated"),
        ("Anna Berg failed to visit Norway.", "negated"),
    ],
)
def test_realis_tells_what_came_about(engine, text: str, realis: str) -> None:
    """Planned, tried and failed visits are not told as visits that happened."""
    assert event(engine, text).account.realis == realis


@pytest.mark.parametrize(
    "text",
    [
        "The lake is deep, and its water is cold.",
        "Norway supports open borders.",
        "If Norway attacked Denmark, prices would rise.",
        "Anna Berg may visit Norway.",
        "Attacks are a danger to trade.",
        "Anna Berg went to Bergen to meet Tomas Orr.",
    ],
)
def test_what_is_general_or_only_thought_of_is_no_event(engine, text: str) -> None:
    """Habits, conditions, possibilities and purposes are left out."""
    told = [t for t in events(engine, text) if t.kind != "CONSULT/visit"]
    assert [t for t in told if t.account.realis != "hypothetical"] == []


def test_an_account_cites_the_clause_that_tells_it(engine) -> None:
    """The span leaves out the frame of the report and the clauses beside it."""
    text = "The Gazette reported that Anna Berg visited Norway, while Sweden closed its ports."
    told = events(engine, text)[0]

    assert told.account.span.quote == "Anna Berg visited Norway"


def test_quantities_and_purpose_come_from_the_clause(engine) -> None:
    """Numbers inside the span and the words that tell what for belong to the account."""
    told = event(engine, "Norway deployed 300 soldiers to Kabul in order to guard the airport.")

    assert [quantity.low for quantity in told.account.quantities] == [300]
    assert told.account.purpose == "in order to guard the airport"


def test_meetings_of_a_visit_are_part_of_it(engine) -> None:
    """What the visitor does there points to the visit."""
    visit, meeting = events(engine, "Anna Berg visited Norway in May 2020. Berg met Tomas Orr.")

    assert meeting.account.part_of == visit.account.id


def test_coming_back_to_a_visit_is_no_second_one(engine) -> None:
    """ "Her visit" adds nothing to the visit told before."""
    text = "Anna Berg visited Norway in May 2020. Berg's visit was short."

    assert [told.kind for told in events(engine, text)] == ["CONSULT/visit"]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.sampled_from(
            [
                "Anna Berg visited Norway and Peru (Gazette, May 3, 2020).",
                "“Tomas Orr’s killing” was denied by Norway.",
                "Rebels attacked",
                "the Red Star Brigade, which Sweden backs, took over 20 houses in Bergen;",
                "Berg,\xa0the minister of justice, resigned.",
                "(May 2020)",
                "whose visit to Peru",
            ]
        ),
        min_size=1,
        max_size=5,
    )
)
def test_every_account_quotes_its_document(engine, parts: list[str]) -> None:
    """Whatever the text, spans slice, entities exist, and ids differ."""
    notes = notes_of(engine, " ".join(parts))
    known = {entity.id for entity in notes.entities}

    for account in (*notes.events, *notes.ties):
        account.span.check(notes.document.text)
    for told in notes.events:
        assert {p.entity for p in told.participants} | set(told.places) <= known
    assert len({a.id for a in notes.events}) == len(notes.events)
    assert len({t.id for t in notes.ties}) == len(notes.ties)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg met " + "Tomas Orr, " * 600 + "in Vienna.",
        "The head of the " + "office of the " * 400 + "Norsk Bank visited Norway.",
        "Anna Berg was " + "arrested, jailed, " * 400 + "and freed in Norway.",
        "Norway backs " + "the Red Star Brigade, which serves Norsk Bank, " * 60 + "and Anna Berg.",
    ],
)
def test_sentences_without_end_are_survived(engine, text: str) -> None:
    """Neither long lists nor deep nesting exhaust the stack."""
    notes = notes_of(engine, text)

    for account in (*notes.events, *notes.ties):
        account.span.check(notes.document.text)
