"""What a name is of where a noun leads to it, and what is two names or half of one."""

import pytest

from tests.annotate.test_mentions import named


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The company's man there was an engineer called Whitlock.", "Whitlock", "Person"),
        ("They hired a ganger by the name of Tavrel.", "Tavrel", "Person"),
        ("It was printed by a Scot called Tavrel in his shop.", "Tavrel", "Person"),
        ("A website called Tavrel had the pictures.", "Tavrel", "Outlet"),
        ("They live in a village called Tavrel.", "Tavrel", "Place"),
        ("A charity named Tavrel paid for it.", "Tavrel", "Organization"),
        ("Jo Hill took the children home.", "Jo Hill", "Person"),
        ("The sheep are kept at Owen Hill.", "Owen Hill", "Place"),
        ("The quarterly Harbour and Field had seen the letters.", "Harbour and Field", "Outlet"),
        ("Researchers wrote this week in Corvidae Austral that it was a bird.", "Corvidae Austral",
         "Outlet"),
        ("Old Lord Tavrel never came back.", "Tavrel", "Person"),
        ("Two troops of the Velmshire Fencibles came at noon.", "Velmshire Fencibles",
         "Organization"),
    ],
)  # fmt: skip
def test_what_leads_to_a_name_says_of_what_it_is(notes_of, text, name, kind):
    assert named(notes_of(text)).get(name) == kind


def test_a_nation_may_be_a_family(notes_of):
    """Its word alone is the person as well, where no article stands before it; others are not."""
    text = "The mayor, Dora Finn, left. Finn denied it. The French and a Finnish guard stayed."
    found = {e.name: [m.span.quote for m in e.mentions] for e in notes_of(text).entities}
    assert found["Dora Finn"] == ["Dora Finn", "Finn"]
    assert found["Finland"] == ["Finnish"]
    assert found["France"] == ["French"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They sailed in a trawler called Lofoten.", "Lofoten"),
        ("The tanker Marjan Star was boarded. The Marjan Star carries diesel.", "Star"),
        ("The Schelde has sailed for Crete.", "Schelde"),
        ("The crew of the Marjan Star was freed.", "Star"),
    ],
)
def test_ships_told_of_in_other_ways_are_nobody(notes_of, text, word):
    assert not any(word in name.split() for name in named(notes_of(text)))


def test_two_names_behind_between_are_two(notes_of):
    found = named(notes_of("They dug a canal between Wexcombe and Lower Stretton."))

    assert {"Wexcombe", "Lower Stretton"} <= found.keys()


def test_a_verb_that_opens_a_quotation_is_no_part_of_a_name(notes_of):
    found = named(notes_of('"Ask Marlow who has the keys," he told Judge Marlow.'))

    assert "Marlow" in found
    assert "Ask Marlow" not in found


def test_the_bank_is_the_one_that_the_text_introduced(notes_of):
    """And not one that a pack knows, though it was named since."""
    text = (
        "Tavrel, a bank in Oslo, closed on Monday. The World Bank sent two men. The bank has"
        " ninety branches."
    )
    meant = (e.name for e in notes_of(text).entities for m in e.mentions
             if m.span.start == text.rindex("bank"))  # fmt: skip
    assert next(meant) == "Tavrel"


def test_husband_and_wife_of_one_surname_are_two(notes_of):
    """As their titles tell; who is named in full and is a woman is the lady."""
    notes = notes_of("Lord Tavrel left at noon. Lady Tavrel stayed. Tavrel wrote to her.")
    people = [e for e in notes.entities if e.name == "Tavrel"]
    assert sorted(sum(m.form == "name" for m in e.mentions) for e in people) == [1, 2]

    notes = notes_of("Mr Tavrel came with Helen Tavrel. Mrs Tavrel spoke. Mr Tavrel slept.")
    assert [m.span.start for e in notes.entities if e.name == "Helen Tavrel" for m in e.mentions
            if m.span.quote == "Tavrel"] == [38]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "whole", "alone"),
    [
        ("Tavrel shelled the port. Asma Tavrel, the colonel's sister, fled. Tavrel stayed.",
         "Asma Tavrel", 2),
        ("Tavrel resigned. His brother Tim Tavrel took over. Tavrel had led it for years.",
         "Tim Tavrel", 2),
        ("Tavrel's deputy, Jo Hill, spoke. Then came Asma Tavrel, the wife of the colonel.",
         "Asma Tavrel", 1),
        ("Asma Tavrel, the colonel's sister, runs the bank. Tavrel said nothing.",
         "Asma Tavrel", 0),
        ("Tavrel resigned. Tim Tavrel, a lawyer, had led the bank. Tavrel said nothing.",
         "Tim Tavrel", 0),
    ],
)  # fmt: skip
def test_a_surname_told_before_a_relative_is_not_the_relative(notes_of, text, whole, alone):
    """Whose sister she is stands alone before her; without kinship the surname is that of the only
    full name."""
    uses = {e.name: sum(m.form == "name" for m in e.mentions) for e in notes_of(text).entities}
    assert whole in uses
    assert uses.get("Tavrel", 0) == alone


def test_a_day_of_a_month_is_no_part_of_a_name(notes_of):
    """ "On the 15th Thurn gave way" has a day in it, "the 15th Brigade" has none."""
    text = (
        "On 13 March the magistrates asked for it, and on the 15th Thurn gave way. Leopold Thurn "
        "left. The 15th Brigade stayed."
    )
    found = {entity.name for entity in notes_of(text).entities}
    assert {"Leopold Thurn", "15th Brigade"} <= found
    assert "15th Thurn" not in found


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        ("The World Food Programme sent grain. The agency left.", "agency", "World Food Programme"),
        ("The Orle Press Complaints Commission met. The regulator left.", "regulator",
         "Orle Press Complaints Commission"),
        ("Northgate Foundation sent grain. The charity left.", "charity", "Northgate Foundation"),
    ],
)  # fmt: skip
def test_a_body_is_told_of_again_by_what_it_is(notes_of, text, noun, name):
    found = {e.name: [m.span.quote for m in e.mentions] for e in notes_of(text).entities}
    assert noun in found[name]


def test_whom_somebody_calls_a_locust_is_another(notes_of):
    notes = notes_of(
        'Kestrel Partners wants a sale. Its critic on the board, Clara Roth, called Kestrel "a locust".'
    )
    clara = next(e for e in notes.entities if e.name == "Clara Roth")

    assert "Kestrel" not in {m.span.quote for m in clara.mentions}
