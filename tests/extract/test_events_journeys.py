"""Journeys in one breath, numbers behind "over", bodies called by a noun, what is thought of."""

import pytest

from tests.extract.happenings import event, events


def test_each_leg_of_a_journey_has_its_own_day_and_words(engine) -> None:
    """Three towns and three days are three visits, and no words are cited twice."""
    text = (
        "Anna Berg flew to Ankara on 2 May 2020, to Baku on 4 May 2020 and to Tbilisi on"
        " 7 May 2020 to win partners."
    )
    told = events(engine, text)

    assert [(t.places, t.account.earliest) for t in told] == [
        ({"Ankara"}, "2020-05-02"),
        ({"Baku"}, "2020-05-04"),
        ({"Tbilisi"}, "2020-05-07"),
    ]
    assert len({t.account.span for t in told}) == 3
    assert all(t.who == {("actor", "Anna Berg")} for t in told)


def test_towns_without_days_of_their_own_are_visited_on_one(engine) -> None:
    """A list of places is no journey with legs."""
    told = events(engine, "Anna Berg visited Oslo and Bergen on 4 May 2020.")

    assert {t.account.earliest for t in told} == {"2020-05-04"}
    assert [t.places for t in told] == [{"Oslo"}, {"Bergen"}]


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("If Norway attacked Denmark, prices would rise.", "hypothetical"),
        ("There was speculation about an attack by Norway on Denmark.", "hypothetical"),
        ("Norway attacked Denmark.", "actual"),
    ],
)
def test_what_is_only_thought_of_is_kept_as_such(engine, text: str, realis: str) -> None:
    """It is told of, but not as something that happened."""
    assert [t.account.realis for t in events(engine, text) if t.kind == "ASSAULT"] == [realis]


def test_over_before_a_number_may_belong_to_the_verb(engine) -> None:
    """ "Took over 20 houses" tells of a seizure."""
    told = event(engine, "The Norsk Brigade took over 20 houses in Bergen.")

    assert (told.kind, told.places) == ("COERCE/seize", {"Bergen"})


def test_a_march_on_a_day_is_a_march_on_nothing(engine) -> None:
    """The preposition of a date is no part of a phrase."""
    told = event(engine, "About 400 dockers marched through Bergen on 4 May 2020.")

    assert told.kind == "PROTEST/demonstrate"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norsk Bank dismissed Anna Berg.", "APPOINT/dismiss"),
        ("Norsk Bank dismissed the claims.", "REJECT"),
        ("Anna Berg took over Norsk Bank.", "APPOINT/succeed"),
    ],
)
def test_whom_a_verb_is_about_tells_what_it_means(engine, text: str, kind: str) -> None:
    """A person is dismissed from office, a claim is rejected."""
    assert [t.kind for t in events(engine, text)] == [kind]


def test_a_body_is_known_again_by_its_noun(engine) -> None:
    """ "The brigade" is the one told of before."""
    told = events(engine, "The Norsk Brigade left. The brigade attacked Bergen on 4 May 2020.")

    assert ("actor", "Norsk Brigade") in next(t for t in told if t.kind == "ASSAULT").who


def test_the_object_of_a_verb_is_not_its_subject(engine) -> None:
    """Whom she accused is somebody else, the one told of before."""
    told = events(engine, "Tomas Orr left Oslo. Anna Berg accused him of fraud.")

    assert told[-1].who >= {("actor", "Anna Berg"), ("target", "Tomas Orr")}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee's visit to Lima, which had been planned for 10 October 2020, was called off.",
        "Ann Lee postponed a visit to Lima that had been set for 10 October 2020.",
        "A planned visit by Ann Lee to Lima scheduled for 10 October 2020 was scrapped.",
    ],
)
def test_a_journey_that_was_put_off_was_not_made(engine, text: str) -> None:
    """It has the day on which it was to be, and whose it was."""
    (told,) = [one for one in events(engine, text) if one.kind == "CONSULT/visit"]
    account = told.account
    assert (account.realis, account.earliest) == ("negated", "2020-10-10")
    assert ("actor", "Ann Lee") in told.who


def test_a_journey_takes_somebody_somewhere(engine) -> None:
    text = "Ann Lee met Dan Orr in Oslo. Her first trip under the new title took her to Lima on 3 May 2020."
    told = [one for one in events(engine, text) if one.kind == "CONSULT/visit"]
    assert [(one.who, one.places, one.account.earliest) for one in told] == [
        ({("actor", "Ann Lee")}, {"Lima"}, "2020-05-03")
    ]


def test_when_behind_a_day_is_that_day(engine) -> None:
    text = "Ann Lee was last seen in Oslo on 15 December 2020, when she attended a funeral in Lima."
    (told,) = events(engine, text)
    assert (told.kind, told.places, told.account.earliest) == (
        "CONSULT/visit", {"Lima"}, "2020-12-15"
    )  # fmt: skip
