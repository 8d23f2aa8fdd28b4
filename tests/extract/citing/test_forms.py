"""Judgments, documents with a symbol and accounts on platforms, cited by forms of their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.attributions.citing.reading.forms import (
    account_in,
    case_in,
    handle_in,
    symbol_in,
)
from tests.extract.citing.cited import cited, dated, found, read

CASES = [
    ("Marsh v. Norbury Rail Co., 412 U.S. 77, 81 (1973)", "Marsh v. Norbury Rail Co.", "1973"),
    ("R v Hallam [2009] UKSC 14", "R v Hallam", "2009"),
    ("In re Velm Trust, 545 F.3d 1207 (9th Cir. 2008)", "In re Velm Trust", "2008"),
    ("Case C-131/12 Orlin v Datex [2014] ECR I-317, para 81", "Orlin v Datex", "2014"),
]


@pytest.mark.parametrize(("form", "name", "year"), CASES)
def test_a_judgment_in_brackets_is_cited_with_its_year(engine, form, name, year) -> None:
    assert dated(engine, f"No duty was owed ({form}).") == [(name, year)]


@pytest.mark.parametrize(("form", "name", "year"), CASES[:3])
def test_a_sentence_that_only_cites_a_judgment_stands_for_the_one_before(
    engine, form, name, year
) -> None:
    text = f"The port is old. No duty was owed. See {form}. The appeal failed."
    assert cited(engine, text) == [(name, year, "No duty was owed")]


def test_a_judgment_carries_nobodys_words(engine) -> None:
    """It is cited for the law; what counsel submitted is counsel's."""
    text = "Counsel submitted that no duty was owed. See Marsh v Norbury [1978] 1 WLR 455."
    told = [[link.name for link in a.chain] for a in found(engine, read(text)) if a.cue]
    assert told == [["Counsel"]]


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [
        ("(S/2019/332, para. 44)", [("S/2019/332", "2019")]),
        ("(UN Doc. A/HRC/46/49, annex 4)", [("A/HRC/46/49", None)]),
        ("(@VelmWatch on X, 4 May 2021)", [("VelmWatch", "2021-05-04")]),
        ("(Twitter, @VelmWatch, 4 May 2021)", [("VelmWatch", "2021-05-04")]),
        ("(t.me/velmwatch, 4 May 2021)", [("velmwatch", "2021-05-04")]),
        ("(“Gas stops flowing”, Harbour Times, 4 May 2021)", [("Harbour Times", "2021-05-04")]),
        ("(Interfax via BBC Monitoring, 4 May 2021)", [("Interfax", "2021-05-04")]),
        ("(see Annex 3; Harbour Times, 4 May 2021)", [("Harbour Times", "2021-05-04")]),
        ("(World Bank, World Growth Report 2020, Washington, 2020)", [("World Bank", "2020")]),
        ("(Photo by Anna Reyes for the Harbour Times)", [("Harbour Times", None)]),
        ("(h/t Reuters)", [("Reuters", None)]),
        ("(24.kg, May 4, 2021)", [("24.kg", "2021-05-04")]),
    ],
)
def test_styles_of_citing(engine, bracket, expected) -> None:
    assert dated(engine, f"The pipe was shut at noon {bracket}.") == expected


@pytest.mark.parametrize(
    "bracket",
    [
        "(interviews, May 2020)",
        "(author interviews, Lund, May 2020)",
        "(personal communication, 4 May 2020)",
    ],
)
def test_what_an_author_heard_himself_is_no_report(engine, bracket) -> None:
    """And what is cited behind it does not reach over it."""
    text = (
        f"Officers say that it was late {bracket}. The pipe was shut (Harbour Times, 4 May 2021)."
    )
    rows = found(engine, read(text))
    assert [[link.name for link in a.chain] for a in rows if a.cue] == [["Officers"]]
    assert [a.content.quote for a in rows if a.cue is None] == ["The pipe was shut"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Write to lee@example.org for the forms (4 May 2021).",
        "Velm v Lund ended in a draw.",
        "The road (A/2 on the map) was shut.",
    ],
)
def test_what_only_looks_like_such_a_form_is_none(engine, sentence) -> None:
    assert cited(engine, sentence) == []


@given(st.text(alphabet="ARvs.[]()/@ x19t,me0", max_size=60))
def test_forms_stay_within_their_text(text: str) -> None:
    bounds = (0, len(text))
    found = [case_in(text, bounds), symbol_in(text, bounds)]
    places = [one.who for one in found if one]
    places += [one for one in (handle_in(text, bounds),) if one]
    account = account_in(text, bounds)
    places += [account[1]] if account else []
    assert all(0 <= start < end <= len(text) for start, end in places)
