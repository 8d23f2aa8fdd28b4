"""Names as they are given in other places and times: of Vietnam and Korea, of rulers, of wives and
husbands, of clubs, mills and regiments with a number."""

import pytest

from sayso.records.marks import EARLY, NAME_FORMS
from sayso.resolve.names.sexes import of_other_sex
from tests.annotate.test_mentions import named


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The 3rd Battalion has 540 soldiers.", "3rd Battalion", "Organization"),
        ("He led Velm Orel Bank No. 7 until May.", "Velm Orel Bank No. 7", "Organization"),
        ("They struck at Velm Orel No. 7, a mill.", "Velm Orel No. 7", "Organization"),
        ("The trial of Jung-soo Park is to open on 8 May.", "Jung-soo Park", "Person"),
        ("Ruprecht the Lame was her cousin.", "Ruprecht the Lame", "Person"),
        ("She told the Commons that he had left.", "Commons", "Organization"),
        ("Tavrel Power Investment (TPI) received a copy.", "Tavrel Power Investment",
         "Organization"),
        ("China Power Investment (CPI) received a copy.", "China Power Investment",
         "Organization"),
        ("Sloga Bitova denied all knowledge. Its coach, Zoran Lee, left.", "Sloga Bitova",
         "Organization"),
        ("It came from the watchdog GLMS, a spokesman for the league said.", "GLMS",
         "Organization"),
        ("Mr Penrose of Penrose & Tuke would not say.", "Penrose & Tuke", "Organization"),
        ('Commandant Jacobus "Koos" van Rensburg had 900 men.', 'Jacobus "Koos" van Rensburg',
         "Person"),
        ("J. F. C. Morley wrote that they broke (Morley, 1934). The source was Morley.", "Morley",
         "Person"),
    ],
)  # fmt: skip
def test_a_name_from_elsewhere_is_whole_and_of_its_kind(notes_of, text, name, kind):
    assert named(notes_of(text)).get(name) == kind


def test_the_with_a_capital_behind_it_is_as_a_rule_another_name(notes_of):
    found = named(notes_of("He told Lee the Great War was over, and Ann the Good Friday deal."))

    assert "Lee" in found
    assert "Ann" in found


def groups(notes) -> set[frozenset[str]]:
    """The names of each person and body of a report that has more than one."""
    found = ({m.name for m in e.mentions if m.form in NAME_FORMS} for e in notes.entities)
    return {frozenset(names) for names in found if len(names) > 1}


def test_he_and_she_of_one_family_name_and_one_given_name_stay_two(notes_of):
    """ "Van" and "Thi" are no particles in names of Vietnam, and tell a man from a woman."""
    notes = notes_of(
        "Nguyen Van Thanh ran the firm. His deputy, Nguyen Thi Thanh, was heard. Mrs Thanh wept."
    )

    assert groups(notes) == {frozenset({"Nguyen Thi Thanh", "Thanh"})}


def test_a_particle_of_other_names_stays_a_particle(notes_of):
    notes = notes_of("Jan Van Dyke spoke. Later Jan Dyke left, and Mr Dyke did not come back.")

    assert frozenset({"Jan Van Dyke", "Jan Dyke", "Dyke"}) in groups(notes)


def test_a_woman_s_form_of_a_family_name_is_not_the_man(notes_of):
    notes = notes_of("The court kept Dragan Petrovski in custody. Petrovska called that unjust.")

    assert groups(notes) == set()


@pytest.mark.parametrize(
    ("man", "woman"),
    [
        ("petrovski", "petrovska"), ("novak", "novakova"), ("todorov", "todorova"),
        ("tolsky", "tolskaya"), ("papadopoulos", "papadopoulou"),
    ],
)  # fmt: skip
def test_forms_of_a_family_name_for_him_and_for_her(man, woman):
    assert of_other_sex(man, woman)
    assert of_other_sex(woman, man)
    assert not of_other_sex(man, man)
    assert not of_other_sex("qaani", "ghaani")


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Aldemar followed Konrad II, called the Builder, in 1171. The Builder fell to his death.",
         {"Konrad II", "Builder"}),
        ("Aung San Suu Kyi promised a review. Suu Kyi has not published it.",
         {"Aung San Suu Kyi", "Suu Kyi"}),
        ("Police in Zlatna held the president of FK Metalurg Zlatna. Then Metalurg lost at home.",
         {"FK Metalurg Zlatna", "Metalurg"}),
    ],
)  # fmt: skip
def test_short_forms_of_other_kinds_of_names(notes_of, text, together):
    assert together in groups(notes_of(text))


def test_saint_and_founder_are_two(notes_of):
    """Names that only sound somewhat alike are of two, inside one report."""
    notes = notes_of("Adela founded the abbey of St Odile. There Adela died.")

    assert groups(notes) == set()


def test_a_body_s_kind_is_heard_in_other_languages(notes_of):
    """ "The bank" is Banco Velmeno, though a foundation was named since."""
    notes = notes_of(
        "Banco Velmeno lent it 140 million. Its head sits with him on the board of the Fundación "
        "Tavrel. He said the bank had followed the rules."
    )
    bank = next(e for e in notes.entities if e.name == "Banco Velmeno")

    assert "bank" in {m.name for m in bank.mentions}


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("The court held Todorov.\nKiril Todorov gave himself up.", 1),
        ("The court held Kiril Todorov.\nTodorov had given himself up.", 0),
        ("The court held Todorov, and Kiril Todorov gave himself up.", 0),
    ],
)
def test_nobody_is_introduced_in_a_later_paragraph(notes_of, text, alone):
    """Who that surname is, the other reports may tell; the record says why it is open."""
    found = [e for e in notes_of(text).entities if e.name == "Todorov"]

    assert len(found) == alone
    assert all(j.rule == EARLY for e in found for j in e.joinings)
    assert sum(len(e.joinings) for e in found) == alone


def test_two_authors_of_a_year_are_two(notes_of):
    found = named(notes_of("They broke, as Penrose & Tuke (1999) and Lee & Hill, 2003, held."))

    assert "Penrose & Tuke" not in found
    assert "Lee & Hill" not in found


@pytest.mark.parametrize(
    "text",
    [
        "The ferry went to Stoyan Popov. His namesake, the lawyer Stoyan Popov, sued.",
        "Dragan Petrovski is held. The other Petrovski, a coach, resigned.",
    ],
)
def test_a_namesake_is_somebody_else(notes_of, text):
    names = [e.name.split()[-1] for e in notes_of(text).entities if e.type == "Person"]

    assert len(names) == 2
    assert len(set(names)) == 1


def test_what_somebody_of_a_given_name_owns_is_nobody(notes_of):
    assert named(notes_of("He told Lloyd's List that it had sunk."))["Lloyd's List"] != "Person"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marov Gov. Ann Lee met the dockers on Monday.", "Ann Lee"),
        ("On Monday Republican Rep. Olga Pell left the talks.", "Olga Pell"),
        ("The ruling of Supreme Court Justice Clara Holm was read.", "Clara Holm"),
        ("On Monday Republican Donald Dune spoke.", "Donald Dune"),
        ("It was Assistant U.S. Attorney Maya Song who asked.", "Maya Song"),
    ],
)
def test_a_title_cut_short_is_no_part_of_the_name(notes_of, text, name):
    assert name in named(notes_of(text))


def test_a_family_name_like_a_title_stays(notes_of):
    assert "Amartya Sen" in named(notes_of("On Monday Amartya Sen praised the ruling."))


def test_the_words_of_a_headline_are_in_no_name(notes_of):
    text = "Dockers Share Their Most Honest Thoughts On Petra Lund\n\nThe dockers met Petra Lund."
    found = [n for n, kind in named(notes_of(text)).items() if kind == "Person"]

    assert found == ["Petra Lund"]


def test_the_party_and_state_of_a_lawmaker_are_no_name(notes_of):
    text = "On Monday Sen. Jon Tester (D-Mont.) and Paul Orr (R-Ohio, since 2010) met."
    found = [n for e in notes_of(text).entities for n in (e.name, *e.aliases)]

    assert not [n for n in found if "-" in n or "Mont" in n]
    assert {"Jon Tester", "Paul Orr"} <= set(found)


def test_who_is_once_called_more_keeps_his_name(notes_of):
    text = "Dreadful Ann Lee was there. Ann Lee spoke. Then Ann Lee left."

    assert "Ann Lee" in named(notes_of(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fighters of the March 9 Movement left.", "March 9 Movement"),
        ("The 26th of July Movement took the city.", "26th of July Movement"),
        ("On 9 March Movement fighters left.", "Movement fighters"),
    ],
)
def test_a_body_may_be_called_by_a_day(notes_of, text, name):
    assert name in named(notes_of(text))
