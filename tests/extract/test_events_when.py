"""An event has the time of its clause; the dates of reports about it only bound it."""

from sayso.engines.spacy import SpacyEngine
from tests.extract.happenings import event, events


def interval(told) -> tuple[str | None, str | None]:
    return told.account.earliest, told.account.latest


def test_the_time_of_the_clause_is_the_events(engine) -> None:
    """A date at the verb dates the event."""
    assert interval(event(engine, "Anna Berg visited Norway on 3 May 2020.")) == (
        "2020-05-03",
        "2020-05-03",
    )


def test_a_fronted_time_dates_its_sentence(engine) -> None:
    """ "In May 2020," before the subject dates the verb, and the verb joined to it."""
    visit, meeting = events(engine, "In May 2020, Anna Berg visited Norway and met Tomas Orr.")

    assert interval(visit) == interval(meeting) == ("2020-05-01", "2020-05-31")


def test_a_clause_goes_by_its_own_date_before_a_shared_one(engine) -> None:
    """Of two verbs joined, each with a date, the second has the second."""
    text = "Denmark sold drones in April 2020 and Anna Berg met the minister of Norway in May 2021."

    assert interval(events(engine, text)[-1]) == ("2021-05-01", "2021-05-31")


def test_a_date_between_a_noun_and_its_verb_dates_the_noun(engine) -> None:
    """ "The dismissal of X, on 17 June, surprised them": behind the verb it dates the surprise."""
    text = "The dismissal of the minister, Tomas Orr, on 17 June 2020 strengthened Anna Berg."

    assert interval(events(engine, text)[0]) == ("2020-06-17", "2020-06-17")


def test_a_date_in_brackets_behind_a_noun_dates_it(engine) -> None:
    """The date alone in brackets belongs to the phrase before it."""
    told = event(engine, "Denmark mourned after the killing of Tomas Orr (May 3, 2020).")

    assert interval(told) == ("2020-05-03", "2020-05-03")


def test_the_date_of_a_report_only_bounds_the_event(engine) -> None:
    """ "On 3 May, the Gazette reported" says that it was not later than that."""
    text = "On 3 May 2020, the Bergen Gazette reported that Anna Berg visited Norway."

    assert interval(events(engine, text)[0]) == (None, "2020-05-03")


def test_what_a_report_goes_on_to_tell_shares_its_bound(engine) -> None:
    """The same outlet named again tells of what was not later than its report."""
    first = "On 3 May 2020, the Bergen Gazette reported that Anna Berg visited Norway. "
    again = first + "According to the Bergen Gazette, Tomas Orr resigned."

    assert interval(events(engine, again)[-1]) == (None, "2020-05-03")


def test_what_nobody_is_named_for_has_no_bound(engine) -> None:
    """What the author or somebody else tells next may have been at any time."""
    first = "On 3 May 2020, the Bergen Gazette reported that Anna Berg visited Norway. "
    said = "In 2016, Anna Berg said that she had visited Norway. Later she said that she met Orr."

    assert interval(events(engine, first + "Tomas Orr resigned.")[-1]) == (None, None)
    assert interval(events(engine, said)[-1]) == (None, None)


def test_a_clause_bounds_only_what_comes_before_it(engine) -> None:
    """The date of a deed bounds the clause that tells which thing it was done to."""
    cell = events(engine, "On 3 May 2020, they struck a cell that attacked Norway.")[-1]
    aside = "Anna Berg, who attacked Tomas Orr, visited Norway on 3 May 2020."

    assert interval(cell) == (None, "2020-05-03")
    assert interval(events(engine, aside)[-1]) == (None, None)


def test_what_is_planned_is_not_bounded_by_the_report(engine) -> None:
    """A visit that is still to come may be later than the report of it."""
    text = "On 3 May 2020, the Bergen Gazette reported that Anna Berg will visit Norway."

    assert interval(events(engine, text)[0]) == (None, None)


def test_no_time_is_guessed(engine) -> None:
    """Where the text tells no time, none is given, not even the day of the report."""
    assert interval(event(engine, "Anna Berg visited Norway.")) == (None, None)


def test_the_date_of_another_clause_is_not_the_events(engine) -> None:
    """A noun told about in a dated clause is not dated by it."""
    told = events(engine, "In May 2020, Norway mourned after the killing of Tomas Orr.")

    assert [interval(one) for one in told if one.kind == "ASSAULT/kill"] == [(None, None)]


def test_an_event_is_not_later_than_the_report_that_tells_of_it(engine) -> None:
    """A year told in its course is cut at the day of the report."""
    told = events(engine, "Anna Berg visited Norway in 2021.")

    assert interval(told[0]) == ("2021-01-01", "2021-03-01")


def test_an_event_pointed_to_keeps_its_own_words(engine) -> None:
    """The killing is an event, though it tells when another was."""
    text = "Tomas Orr was killed on 3 May 2020. Anna Berg visited Norway after the killing."
    told = events(engine, text)

    assert interval(told[0]) == ("2020-05-03", "2020-05-03")
    assert [interval(one) for one in told if one.kind == "CONSULT/visit"] == [(None, None)]


def test_what_was_the_last_of_its_kind_is_of_the_year_named(engine) -> None:
    """ "Since 2013, when" tells the year of that one, and of nothing else."""
    text = "It was the worst accident since 2013, when a collision off Cebu killed 116."
    assert [interval(told) for told in events(engine, text)] == [("2013-01-01", "2013-12-31")]


def test_a_month_is_no_march(engine) -> None:
    """A word of a date tells of no event."""
    assert events(engine, "By Anna Berg, 16 March 2020") == []


def test_what_was_done_there_was_done_then(engine) -> None:
    """A clause with "where" tells what was done on the journey."""
    text = "On 3 May 2020 Anna Berg visited Norway, where she met Tomas Orr."
    assert [interval(told) for told in events(engine, text)] == [("2020-05-03", "2020-05-03")] * 2


def test_when_stands_behind_the_last_year_of_a_time(engine) -> None:
    text = (
        "Lee ran the port from 2009 until 2015, when the president, Jo Marsh, dismissed Omar Orr."
    )
    (told,) = (one for one in events(engine, text) if one.kind == "APPOINT/dismiss")
    assert interval(told) == ("2015-01-01", "2015-12-31")


def test_the_month_in_which_it_is_the_third_does_not_date_it(engine) -> None:
    text = "The army captured Lima on 3 May, its third town this month."
    assert interval(event(engine, text)) == ("2020-05-03", "2020-05-03")


def test_a_clause_inside_has_its_own_date(engine: SpacyEngine) -> None:
    text = (
        "The dispute began in autumn 2018, when Boreal, which bought the mine from the state in "
        "2016, announced cuts."
    )
    (bought,) = (one for one in events(engine, text) if one.kind == "COOPERATE/buy")
    assert bought.account.edtf == "2016"


def test_what_was_told_by_a_day_was_no_later(engine: SpacyEngine) -> None:
    text = (
        "Men entered Lima and set fire to granaries. The army said on 2 May that 14 people had "
        "been killed."
    )
    (killed,) = (one for one in events(engine, text) if one.kind == "ASSAULT/kill")
    assert (killed.account.earliest, killed.account.latest) == (None, "2020-05-02")
