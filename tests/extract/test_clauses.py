"""Clauses tell of whom they speak, which way it goes, and why."""

import pytest

from sayso.engines.spacy import SpacyEngine
from sayso.extract.clauses.step import find_clauses
from sayso.records.statements import Clause
from tests.extract.happenings import notes_of, pack


def main(engine: SpacyEngine, text: str) -> tuple[str, Clause]:
    notes = notes_of(engine, text)
    found = [c for c in find_clauses(notes, pack()) if not c.part]
    return notes.document.text, found[0]


@pytest.mark.parametrize(
    ("text", "open"),
    [
        ("The committee was dissolved on 2 May 2013.", False),
        ("The committee may be dissolved.", True),
        ("The council is trying to limit the catch.", True),
        ("The council limits the catch.", False),
    ],
)
def test_a_month_leaves_nothing_open(engine: SpacyEngine, text: str, *, open: bool) -> None:
    """May is a month, and "may" says that it is not sure; nor is what is only tried."""
    assert main(engine, text)[1].open is open


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The duke sold the mill because he needed money.", "because he needed money"),
        ("The bridge was closed due to heavy rain.", "due to heavy rain"),
        ("She closed the shop in order to pay the bank.", "in order to pay the bank"),
        ("The charter was meant to win the burghers.", "to win the burghers"),
        ("The bridge was closed on Monday.", None),
        ("The firm moved its office to Graz to be closer to its clients.", "to be closer to"),
        ("They praised a reform that was passed because the crown needed money.", None),
        ("It is disqualifying for a banker to refuse an answer.", None),
        ("She needed no more than to calm the clients of the bank.", None),
        ("The duke was quick to deny the charge.", None),
    ],
)
def test_the_reason_is_found(engine: SpacyEngine, text: str, reason: str | None) -> None:
    """What stands behind because, due to and the like is why; a date is not."""
    whole, clause = main(engine, text)
    told = whole[slice(*clause.reason)] if clause.reason else None
    assert told == reason or (reason and told and told.startswith(reason))


def test_what_there_is_is_the_subject(engine: SpacyEngine) -> None:
    """ "There are differences" is said of the differences."""
    whole, clause = main(engine, "There are deep differences between the two mayors.")
    assert clause.subject is not None
    assert "differences" in whole[slice(*clause.subject)]


def test_much_of_a_thing_is_marked(engine: SpacyEngine) -> None:
    """Numerous raids are many; the raids alone are not."""
    whole, clause = main(engine, "The numerous raids frightened the village.")
    assert [whole[at : at + 5] for at in clause.much] == ["raids"]
    assert main(engine, "The raids frightened the village.")[1].much == ()


def test_every_clause_quotes(engine: SpacyEngine) -> None:
    """Spans slice, and parts lie in their sentence."""
    text = (
        "Hask said that the mill, which burnt in May, will open when the crane has been paid for."
    )
    notes = notes_of(engine, text)
    for clause in find_clauses(notes, pack()):
        low, high = clause.sentence
        assert text[clause.span.start : clause.span.end] == clause.span.quote
        assert low <= clause.span.start < clause.span.end <= high


def test_what_stands_beside_a_subject_is_no_part_of_it(engine: SpacyEngine) -> None:
    """ "Who commands the garrison" says something of its own."""
    text = "General Hakim Daud, who commands the garrison, has kept the loyalty of his officers."
    notes = notes_of(engine, text)
    whole = max(find_clauses(notes, pack()), key=lambda c: c.span.end - c.span.start)
    assert "loyalty" in {word for _, word in whole.words}
    assert "garrison" not in {word for _, word in whole.words}
    assert main(engine, "The reform has no friends.")[1].denied
    assert main(engine, "The company paid nothing to the families.")[1].denied


def test_what_is_denied_in_one_clause_is_not_in_the_next(engine: SpacyEngine) -> None:
    """A clause with a subject of its own is told by itself, behind a semicolon too."""
    notes = notes_of(engine, "The desk does not exist; the events retell what the press wrote.")
    denied = {clause.span.quote: clause.denied for clause in find_clauses(notes, pack())}
    assert denied["The desk does not exist"]
    assert [quote for quote, value in denied.items() if value] == ["The desk does not exist"]


@pytest.mark.parametrize(
    ("text", "verb", "part"),
    [
        ("The dam had been inspected in October and certified by the German firm Prüf-Werk.",
         "certify", ("in", "October")),
        ("The dam had been inspected in October and certified by the German firm Prüf-Werk.",
         "certify", ("by", "the German firm Prüf-Werk")),
        ("Two Prüf-Werk engineers signed it.", "sign", ("subject", "Two Prüf-Werk engineers")),
        ("Nine guards lost their lives.", "die", ("subject", "Nine guards")),
    ],
)  # fmt: skip
def test_a_deed_has_its_parts(
    engine: SpacyEngine, text: str, verb: str, part: tuple[str, str]
) -> None:
    """Names with a hyphen are whole, two participles share a time, who loses his life dies."""
    whole, clause = main(engine, text)
    (deed,) = (deed for deed in clause.deeds if deed.verb == verb)
    assert part in [(one.slot, whole[one.start : one.end]) for one in deed.parts]


def test_a_time_of_its_own_is_not_shared(engine: SpacyEngine) -> None:
    text = "The dam had been inspected in October and certified in May."
    whole, clause = main(engine, text)
    (deed,) = (deed for deed in clause.deeds if deed.verb == "certify")
    times = [whole[part.start : part.end] for part in deed.parts if part.slot == "in"]
    assert times == ["May"]
