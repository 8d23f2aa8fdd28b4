"""Names that are not all capitals in a row, with the real engine."""

import pytest

from tests.annotate.test_mentions import named


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Save the Herons, a group from Velm, sued.", "Save the Herons", "Organization"),
        ("Human Rights in Chad, a charity, wrote to him.", "Human Rights in Chad", "Organization"),
        ("He met the Mothers of Velm at noon.", "Mothers of Velm", "Organization"),
        ("He wrote to the Court of Bosnia and Herzegovina.", "Court of Bosnia and Herzegovina",
         "Organization"),
        ("Talks with A.P. Moller - Maersk A/S failed.", "A.P. Moller - Maersk A/S",
         "Organization"),
        ("The Flood Forecasting and Warning Centre said so.",
         "Flood Forecasting and Warning Centre", "Organization"),
        ("The Agence nationale de la pêche (ANP) fined him.", "Agence nationale de la pêche",
         "Organization"),
        ("He leads the Volunteers for the Defence of the Homeland (VDP).",
         "Volunteers for the Defence of the Homeland", "Organization"),
        ("They chose Karl August von Hardenau in May.", "Karl August von Hardenau", "Person"),
        ("The court jailed I Jae-hwan for five years.", "I Jae-hwan", "Person"),
        ("ADDIS ABABA, 4 November 2020 (Reuters) - The army left.", "ADDIS ABABA", "Place"),
        ("He leads Georgian Dream.", "Georgian Dream", "Organization"),
    ],
)  # fmt: skip
def test_a_name_with_small_words_or_marks_is_whole(notes_of, text, name, kind):
    assert named(notes_of(text)).get(name) == kind


def test_a_nickname_is_a_name_of_its_own_inside_the_name(notes_of):
    found = named(notes_of('Police hold Ismael "El Mayito" Zambrano in Lima.'))

    assert found['Ismael "El Mayito" Zambrano'] == found["El Mayito"] == "Person"


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("STUTTGART 1996-08-22", "STUTTGART"),
        ("YORK, England 1996-08-22", "YORK"),
        ("KOLMAR, 3 June 2021", "KOLMAR"),
    ],
)
def test_a_line_with_a_town_and_a_day_alone_places_the_report(notes_of, line, town):
    found = named(notes_of(f"{line}\nThe mayor left for good on Monday."))

    assert found[town] == "Place"


def test_a_line_with_a_day_is_no_dateline_where_it_tells_something(notes_of):
    assert named(notes_of("UNESCO met on 3 June 2021.")).get("UNESCO") == "Organization"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Soldiers of Velm fled.", "Soldiers of Velm"),
        ("In China, a group of men sang.", "In China"),
        ("Save the date, he said.", "Save the"),
        ("He read the Ministry of Trade and Industry Minister Lee left.", "Trade and Industry"),
        ('He called it "The Big Lie" Friday.', "it Friday"),
    ],
)
def test_what_only_looks_like_such_a_name_is_none(notes_of, text, name):
    assert name not in named(notes_of(text))
