"""One happening told in many ways: under control, in lists, with gaps, in headlines, denied."""

import pytest

from sayso.engines.spacy import SpacyEngine
from sayso.read.choose import read_document
from sayso.records.accounts import EventAccount
from sayso.records.notes import Notes
from tests.extract.happenings import Told, event, events, notes_of, read_on


def who(found: Told, role: str) -> list[str]:
    return sorted(name for part, name in found.who if part == role)


def of_page(engine: SpacyEngine, text: str) -> list[Told]:
    """The events of a text with headings and lists, by name."""
    notes = read_on(Notes(read_document("page.txt", text.encode())), engine)
    names = {entity.id: entity.name for entity in notes.entities}
    return [
        Told(
            account,
            account.type,
            {(p.role, names[p.entity]) for p in account.participants},
            {names[place] for place in account.places},
        )
        for account in notes.events
    ]


def trigger_of(accounts: list[EventAccount], words: str) -> EventAccount:
    return next(account for account in accounts if words in account.span.quote)


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Wardens kept Ann Lee from attacking the umpire.", "attack", "Ann Lee"),
        ("The board talked Ann Lee into attacking the umpire.", "attack", "Ann Lee"),
        ("Ann Lee pleased the club by visiting Leeds.", "visit", "Ann Lee"),
    ],
)
def test_who_does_what_stands_behind_a_preposition(engine, text, trigger, actor) -> None:
    """What somebody is kept from or talked into, they do, and not who keeps or talks them."""
    found = [one for one in events(engine, text) if one.account.trigger.startswith(trigger)]
    assert [who(one, "actor") for one in found] == [[actor]]


def test_a_stranded_preposition_leads_to_no_victim(engine) -> None:
    """Who fights for a cup does not fight the cup."""
    found = events(engine, "The cup that the pirates had fought for was sold by Ann Lee in Leeds.")
    fights = [one for one in found if one.account.type == "ASSAULT"]
    assert fights
    assert not [f for one in fights for f in one.account.fillers if f.role == "target"]


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("It is not true that pirates attacked the ferry.", "negated"),
        ("It is false that pirates attacked the ferry.", "negated"),
        ("It is true that pirates attacked the ferry.", "actual"),
        ("It is not true that pirates never attacked the ferry.", "actual"),
        ("It is not false that pirates attacked the ferry.", "actual"),
        ("The claim that pirates attacked the ferry is untrue.", "negated"),
        ("Ann Lee is to meet Leo Roth in Leeds.", "planned"),
        ("Ann Lee was not to meet Leo Roth in Leeds.", "negated"),
    ],
)
def test_what_is_called_untrue_did_not_happen(engine, text: str, realis: str) -> None:
    """Negation of negation affirms; what somebody is to do is planned."""
    assert event(engine, text).account.realis == realis


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("In order to see the choir, Ann Lee visited Leeds.", "see the choir"),
        ("Ann Lee visited Leeds so that she could see the choir.", "see the choir"),
        ("Ann Lee visited Leeds for talks on a loan.", "talks on a loan"),
        ("Pirates burned the ferry in revenge for the raid.", "revenge for the raid"),
        ("Ann Lee visited Leeds for three days.", None),
        ("Ann Lee visited Leeds for the first time.", None),
        ("Ann Lee visited Leeds so that afternoon the shops closed.", None),
    ],
)
def test_what_something_was_for(engine, text: str, purpose: str | None) -> None:
    """Purposes stand in front, behind "so that" and behind "for", but lengths are none."""
    told = events(engine, text)[0].account.purpose
    assert (told is None) if purpose is None else (purpose in (told or ""))


def test_what_hangs_on_the_noun_of_a_deed_belongs_to_the_deed(engine) -> None:
    """The raid of the pirates on the ferry killed a cook: they did it, there."""
    text = "The attack by the Red Gulls on the harbour at Whitby killed two cooks in May 2020."
    found = [one for one in events(engine, text) if one.account.type == "ASSAULT"]
    assert any("Whitby" in (*one.places, *[n for _, n in one.who]) for one in found)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Men armed with rifles attacked the ferry.", "rifles"),
        ("The ferry was destroyed by means of dynamite.", "dynamite"),
        ("Axes were used in the attack on the ferry.", "Axes"),
    ],
)
def test_weapons_are_carried_used_and_means(engine, text: str, means: str) -> None:
    """What the doers bear, what was used in a deed and what "by means of" leads to."""
    found = [f for one in events(engine, text) for f in one.account.fillers]
    assert [f.span.quote for f in found if f.role == "instrument"] == [means]


def test_items_of_a_list_are_told_by_its_leading_sentence(engine) -> None:
    """Each stop is a visit of its own, with its day; the leading sentence is none."""
    text = (
        "In spring Minister Ann Lee paid several visits:\n\n"
        "• 4 March 2020: Leeds\n• On 9 April 2020, to Bristol.\n\nShe was tired."
    )
    visits = [one for one in of_page(engine, text) if one.account.mode == "visit"]
    told = [(one.account.edtf, sorted(one.places), who(one, "actor")) for one in visits]
    assert told == [
        ("2020-03-04", ["Leeds"], ["Ann Lee"]),
        ("2020-04-09", ["Bristol"], ["Ann Lee"]),
    ]


def test_items_that_tell_of_themselves_are_left_alone(engine) -> None:
    """A list of whole sentences, and one that answers no open role, gives no further events."""
    text = "Ann Lee met Leo Roth and raised two points:\n\n• the harbour dues\n• a new pier\n"
    assert [one.account.mode for one in of_page(engine, text)] == ["meet"]


@pytest.mark.parametrize(
    ("text", "second", "number"),
    [
        ("One blast injured six cooks, another four.", "another four", 4.0),
        ("Police arrested 20 people in Leeds and 30 in Bristol.", "30 in Bristol", 30.0),
    ],
)
def test_a_clause_without_its_verb_is_an_event_of_its_own(engine, text, second, number) -> None:
    """Each half has its own number."""
    found = [one.account for one in events(engine, text)]
    assert len(found) == 2
    assert number in [q.low for q in trigger_of(found, second).quantities]
    assert number not in [q.low for q in found[0].quantities]


def test_things_joined_by_and_leave_no_gap(engine) -> None:
    """Two ministers and three bankers are met once."""
    assert len(events(engine, "Ann Lee met two ministers and three bankers in Leeds.")) == 1


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("Raid on harbour in Whitby", "COERCE"),
        ("Minister Ann Lee in Leeds for talks with Leo Roth", "CONSULT"),
        ("Pirate captain jailed for six years", "COERCE"),
    ],
)
def test_headlines_tell_without_verbs_and_articles(engine, headline: str, kind: str) -> None:
    """What would be a mention in a sentence is news in a headline."""
    found = of_page(engine, f"{headline}\n\nNobody saw it coming, said the baker.\n")
    assert kind in [one.account.type for one in found]


def test_who_denies_a_part_in_a_deed_does_not_deny_the_deed(engine) -> None:
    """The raid is told of, beside the denial."""
    found = events(engine, "The Red Gulls denied involvement in the attack on the ferry in Whitby.")
    assert [one.account.type for one in found] == ["REJECT", "ASSAULT"]
    assert found[1].account.realis == "actual"


def test_fighters_are_of_the_body_that_is_made_up_of_them(engine) -> None:
    """Later and nearer than an older owner: "the sailors" are the Red Gulls."""
    text = (
        "Some 40 sailors of the White Terns left Leeds. The gang Red Gulls, which is made up of "
        "60 sailors, stayed. The sailors attacked Whitby in May 2020."
    )
    last = [one for one in events(engine, text) if one.account.type == "ASSAULT"][-1]
    assert who(last, "actor") == ["Red Gulls"]


def test_an_acronym_in_a_list_of_bodies_is_one_of_them(engine) -> None:
    """It does not stand for the next one."""
    found = event(engine, "The RGU, Tern Watch and the Red Gulls attacked Whitby in May 2020.")
    assert len(who(found, "actor")) == 3


def test_who_leaves_an_office_leaves_that_beside_their_name(engine) -> None:
    """A title before the name or an office behind it is what was given up, with its body."""
    text = "Ann Lee, the commander of the Harbour Guard, resigned on 4 May 2020."
    assert {role for role, _ in event(engine, text).who} == {"actor", "office", "organization"}


def test_a_victim_by_office_is_who_held_it(engine) -> None:
    """One office, one body, one who was killed: the second telling gives the day."""
    text = (
        "The assassination of the commander of the Harbour Guard, Ann Lee, shook the town. "
        "The assassination of the commander of the Harbour Guard (4 May 2020) was no surprise."
    )
    killed = [one for one in events(engine, text) if one.account.mode == "kill"]
    assert [who(one, "target") for one in killed] == [["Ann Lee"], ["Ann Lee"]]
    assert killed[1].account.edtf == "2020-05-04"


def test_what_a_statement_says_stands_on_its_speakers_word(engine) -> None:
    """Not on the author's."""
    found = events(engine, "On 4 May 2020 Minister Ann Lee declared that the pier was safe.")
    assert [(o.account.type, o.account.factuality) for o in found] == [("STATE", "reported")]


def test_several_visits_are_not_one(engine) -> None:
    """Who paid a number of visits is not told to have paid one."""
    text = "In May 2020 Minister Ann Lee paid a number of visits to Leeds and Bristol."
    assert not [a for a in notes_of(engine, text).events if a.mode == "visit"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg dismisses the memoir as a family legend.",
        "Anna Berg has accepted the figure of the ministry.",
        "Anna Berg attacked the report of the ministry.",
        "The ferry struck a rock off Norway.",
        "Anna Berg struck a darker note in Norway.",
        "Anna Berg conceded that the code had been lost.",
        "Orbis shares fell 4 percent in Norway.",
    ],
)
def test_what_is_done_to_words_or_to_rocks_is_no_deed(engine, text) -> None:
    """Only a person is dismissed from office, and only a deal is agreed to."""
    assert [told.kind for told in events(engine, text) if told.kind != "REJECT"] == []


def test_what_blew_up_by_itself_is_no_attack(engine) -> None:
    """A gas explosion has nobody behind it."""
    text = "The gas explosion at the plant in Norway was heard for miles."
    attack = "The explosion at the mosque in Norway was heard for miles."
    assert [told.kind for told in events(engine, text)] == []
    assert [told.kind for told in events(engine, attack)] == ["ASSAULT/bombing"]


def test_who_stops_work_attacks_nobody(engine) -> None:
    """A strike of people of a trade is a protest."""
    told = event(engine, "The miners' strike in Norway ended in 1985.")
    assert (told.kind, told.places) == ("PROTEST/strike", {"Norway"})


def test_whoever_somebody_has_is_somebody_else(engine) -> None:
    """Her councillor's deeds are not hers; her delegation's are."""
    first = "Anna Berg spoke. "
    left = events(engine, first + "Her councillor, who resigned on Tuesday, left.")
    met = events(engine, first + "Her delegation visited Norway.")
    assert [told.who for told in left if told.kind == "APPOINT/resign"] == [
        {("actor", "councillor")}
    ]
    assert ("actor", "Anna Berg") in met[-1].who
