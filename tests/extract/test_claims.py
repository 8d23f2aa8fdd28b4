"""Judgements are told apart from reports, with whose they are and which way they go."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.engines.spacy import SpacyEngine
from sayso.extract.claims.step import find_claims
from sayso.read.choose import read_document
from sayso.records.case import Claim
from sayso.records.notes import Notes
from tests.extract.happenings import notes_of, pack, read_on
from tests.factory import document


def read(engine: SpacyEngine, text: str) -> tuple[Notes, tuple[Claim, ...]]:
    notes = notes_of(engine, text)
    return notes, find_claims(notes, pack())


def only(engine: SpacyEngine, text: str) -> Claim:
    _, found = read(engine, text)
    assert len(found) == 1, [claim.span.quote for claim in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The influence of the bishops in the valley has declined.", "decline"),
        ("The league's influence in the valley continues to grow.", "increase"),
        ("The party continues to shrink.", "decline"),
        ("The union has not been able to keep its young members.", "decline"),
        ("The decline of the guild's influence has not stopped.", "decline"),
        ("The reform has not weakened the council.", "persist"),
        ("The committee remains a powerful voice in the region.", "persist"),
        ("The new law transformed the balance of power in parliament.", "change"),
        ("It is unlikely that the coalition will survive.", "decline"),
        ("The growing doubts about the minister threaten his authority.", "decline"),
        ("The guild remains a partner less reliable than the crown.", "decline"),
        ("The firm has adapted to the loss of its founder.", "change"),
        ("The league has survived the collapse of its main rival.", "persist"),
        ("The firm suffered from the loss of its founder.", "decline"),
        ("It is difficult to assess how strong the guild is.", "none"),
        ("The guild's power became decisive less than a month after the fire.", "none"),
        ("Despite its weakness, the army remains a decisive force in the province.", "persist"),
    ],
)
def test_directions_combine(engine: SpacyEngine, text: str, direction: str) -> None:
    """What is denied turns round, what goes on goes where its verb says, more of the bad is bad."""
    assert only(engine, text).direction == direction


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left the harbour at noon on 3 May and arrived two hours later.",
        "She was born in Graz in 1871 and studied in Zurich.",
        "Sales fell from 2.1 to 1.6 million euros in March 2020.",
        "The minister met the mayor in Tamba on 7 July.",
    ],
)
def test_reports_are_no_claims(engine: SpacyEngine, text: str) -> None:
    """Dated acts and counted changes are told, not judged."""
    assert read(engine, text)[1] == ()


@pytest.mark.parametrize(
    ("text", "strength", "mode"),
    [
        ("The coalition has undoubtedly lost its unity.", "certain", "assessment"),
        ("The coalition has lost its unity.", "plain", "assessment"),
        ("The coalition has probably lost its unity.", "qualified", "assessment"),
        ("The coalition may lose its unity.", "possible", "assessment"),
        ("The coalition will lose its unity.", "plain", "prediction"),
    ],
)
def test_strength_and_mode(engine: SpacyEngine, text: str, strength: str, mode: str) -> None:
    """Words of likelihood weaken, "undoubtedly" makes certain, "will" foretells."""
    claim = only(engine, text)

    assert (claim.strength, claim.mode) == (strength, mode)


def test_subject_front_aspect_and_holder(engine: SpacyEngine) -> None:
    """Of whom, where, under what, and on whose word."""
    text = "Anna Lindt said that Norway's economic influence in Sweden has declined."
    notes, (claim,) = read(engine, text)
    names = {entity.id: entity.name for entity in notes.entities}

    assert names[claim.subject or ""] == "Norway"
    assert names[claim.holder] == "Anna Lindt"
    assert (claim.front, claim.aspect) == ("Sweden", "economic")


def test_who_denies_a_judgement_holds_the_opposite(engine: SpacyEngine) -> None:
    """What the minister denies has not happened, for him."""
    text = "Minister Anna Lindt denied that the party has lost its influence in parliament."
    claim = only(engine, text)

    assert (claim.direction, claim.holder != "author") == ("persist", True)


def test_an_authors_own_judgement_is_the_authors(engine: SpacyEngine) -> None:
    """Evidence shows, it does not hold an opinion."""
    claim = only(engine, "The figures show that the party has lost its influence.")

    assert claim.holder == "author"


def test_title_and_body_are_one_judgement(engine: SpacyEngine) -> None:
    """What a title says again is a place of the same claim, and makes it an argument."""
    text = (
        "# The decline of trade has weakened the merchants of the old harbour\n"
        "The king arrived on 3 May 2020.\n"
        "In the end the decline of trade has weakened the merchants of the old harbour.\n"
    )
    report = document("d", text, language="en")
    notes = read_on(Notes(report), engine)
    found = find_claims(notes, pack())

    assert [claim.position for claim in found] == ["argument"]
    assert len(found[0].also) == 1


@pytest.mark.parametrize(
    ("heading", "position"),
    [
        ("Conclusion", "conclusion"),
        ("4. Conclusions: the merchants", "conclusion"),
        ("The harbour", "body"),
    ],
)
def test_what_stands_below_conclusions_is_one(
    engine: SpacyEngine, heading: str, position: str
) -> None:
    """A heading tells; what stands below another one is part of the text."""
    text = (
        "# The merchants of Orle\n\n"
        "The king arrived on 3 May 2020 and left the next day.\n\n"
        "## History\n\n"
        "The old harbour burnt in 1911. The crane was sold in 1920.\n\n"
        f"## {heading}\n\n"
        "The decline of trade has weakened the merchants.\n\n"
        "## Sources\n\n"
        "The log of the harbour was read.\n"
    )
    notes = read_on(Notes(read_document("d.md", text.encode())), engine)

    assert [claim.position for claim in find_claims(notes, pack())] == [position]


def test_claims_quote_their_text(engine: SpacyEngine) -> None:
    """Every span of a claim stands in the text as it says."""
    text = "However, the league's unity is fragile. Its leaders may soon lose their authority."
    notes, found = read(engine, text)

    assert found
    for claim in found:
        for span in (claim.span, *claim.also):
            assert notes.document.text[span.start : span.end] == span.quote


def test_a_thousand_like_sentences(engine: SpacyEngine) -> None:
    """A text that says one thing over and over is one judgement with many places."""
    text = " ".join(["The league's unity and its old authority remain fragile today."] * 1000)
    _, found = read(engine, text)

    assert len(found) == 1
    assert len(found[0].also) == 999


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.text(alphabet="Tthe wnokld.,;:not-\n()'’“” declinesrgIra", max_size=160))
def test_any_text_is_survived(engine: SpacyEngine, text: str) -> None:
    """Whatever a text holds, claims are found in order and quote it."""
    if not text.strip():
        return
    notes, found = read(engine, text)

    assert list(found) == sorted(found, key=lambda c: (c.span.start, c.span.end))
    assert all(notes.document.text[c.span.start : c.span.end] == c.span.quote for c in found)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        # Who suffers what another's fall causes; whose challenges they are; whose criticism it is.
        ("The fall of Norda Bank gave Velm Shipping a great success.", "Velm"),
        ("The problems that Velm Shipping has faced weaken its position.", "Velm"),
        ("Tehran is struggling with criticism in the Arab world.", "Iran"),
        (
            "The personality of Ann Lee, the new head of Norda Bank, proved its utter failure.",
            "Ann",
        ),
        ("It should be kept in mind that Velm Shipping is not able to compete.", "Velm"),
        ("Velm Shipping lost its chief in May. This firm remains weak.", "Velm"),
    ],
)
def test_whom_a_judgement_is_of(engine: SpacyEngine, text: str, whom: str) -> None:
    """Not the cause, nor where it is heard, nor who stands beside: the one who does well or ill."""
    notes, found = read(engine, text)
    names = {entity.id: entity.name for entity in notes.entities}
    told = [names.get(claim.subject or "", "") for claim in found]
    assert told and all(name.startswith(whom) for name in told), told


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("The commanders have many disagreements between them.", "cohesion"),
        ("The guild's political influence in the army has declined.", "political"),
        ("The minister is not able to unite the quarrelling factions.", "cohesion"),
        ("The other shareholders have lost faith in the bank's owner.", "standing"),
    ],
)
def test_aspects_weigh_by_their_place(engine: SpacyEngine, text: str, aspect: str) -> None:
    """What is judged counts, not who is judged, nor what only leads to a verb."""
    assert aspect in [claim.aspect for claim in read(engine, text)[1]]


def test_never_worse_is_the_worst(engine: SpacyEngine) -> None:
    """A comparison with "never" denies nothing, and none abler is the ablest."""
    assert only(engine, "Relations between the kings had never been worse.").direction == "decline"
    for text in (
        "Nobody is more successful than Velm Shipping at earning trust.",
        "There is no one more successful than Velm Shipping at earning trust.",
    ):
        assert only(engine, text).direction == "increase"


def test_an_empty_it_behind_a_comma_is_nobody(engine: SpacyEngine) -> None:
    """What "it" only announces is judged of whom the clause behind "that" is of."""
    text = (
        "The successor took office in May. It should be kept in mind, that unlike his predecessor, "
        "Haddad is unable to lead the guild."
    )
    notes, found = read(engine, text)
    names = {entity.id: entity.name for entity in notes.entities}
    assert [names.get(claim.subject or "") for claim in found] == ["Haddad"]
