"""Words of likelihood and their ranges, in the prose of many trades."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.extract.attributions.hedging.find import find_hedges
from sayso.packs.pack import Pack
from sayso.records.notes import Notes
from tests.extract.hedging.hedged import hedges, ranges
from tests.extract.telling import document_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There is almost no chance that the pass opens.", ("almost no chance", 0.01, 0.05)),
        ("The prospects of a truce are remote.", ("remote", 0.01, 0.05)),
        ("A relapse is very unlikely.", ("very unlikely", 0.05, 0.20)),
        ("The engineer called a leak highly improbable.", ("highly improbable", 0.05, 0.20)),
        ("Turnout is unlikely to exceed forty per cent.", ("unlikely", 0.20, 0.45)),
        (
            "There is a roughly even chance that she appeals.",
            ("roughly even chance", 0.45, 0.55),
        ),
        ("The odds of a strike are about even.", ("about even", 0.45, 0.55)),
        ("The fleet is likely to sail.", ("likely", 0.55, 0.80)),
        ("The letter is probably genuine.", ("probably", 0.55, 0.80)),
        ("In all likelihood, the bank will fail.", ("In all likelihood", 0.55, 0.80)),
        ("A second wave is highly likely.", ("highly likely", 0.80, 0.95)),
        ("The army almost certainly crossed the river.", ("almost certainly", 0.95, 0.99)),
    ],
)
def test_words_of_the_standard_have_its_ranges(engine, text, expected) -> None:
    """Each row of the table of ICD 203 and its plain synonyms."""
    assert ranges(engine, text) == [expected]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The defendant may have known of the payment.", "may"),
        ("The loan covenants could be breached by June.", "could"),
        ("It is possible that the group will split.", "possible"),
        ("A second gunman cannot be ruled out.", "cannot be ruled out"),
        ("A leak has not been ruled out.", "not been ruled out"),
        ("The treaty was apparently never ratified.", "apparently"),
        ("The suspect appears to have fled.", "appears"),
        ("It seems that the pilot slept.", "seems"),
        ("Traces of soot suggest that the fire began upstairs.", "suggest"),
        ("A merger is highly doubtful.", "highly doubtful"),
        ("She is believed to have left Norway.", "believed to"),
        ("He was suspected of killing two guards.", "suspected of"),
        ("The alleged forger lived in Bergen.", "alleged"),
        ("There is a real chance that the dam will break.", "real chance"),
    ],
)
def test_words_outside_the_standard_have_none(engine, text, quote) -> None:
    """They say that something is not vouched for; how likely it is, nobody said."""
    assert ranges(engine, text) == [(quote, None, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A default is not likely.", ("not likely", 0.20, 0.45)),
        ("It isn't likely that he will pay.", ("isn't likely", 0.20, 0.45)),
        ("The vaccine is hardly likely to help.", ("hardly likely", 0.20, 0.45)),
        ("He will not likely win.", ("not likely", 0.20, 0.45)),
        ("A write-down is not unlikely.", ("not unlikely", None, None)),
        (
            "The plant will more likely than not be closed.",
            ("more likely than not", 0.50, 1.00),
        ),
        ("The fund will probably not pay.", ("probably", 0.55, 0.80)),
        ("The queen may not have signed it.", ("may", None, None)),
    ],
)
def test_a_negation_turns_likelihood_and_not_what_is_said(engine, text, expected) -> None:
    """ "Not likely" is unlikely; "probably not" is likely, of something negated."""
    assert ranges(engine, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The port will close in May.",
        "Ada May resigned.",
        "The editor could not reach him.",
        "She could see the ship from the tower.",
        "They left early so that they could vote.",
        "Members may only vote in person.",
        "The judge ruled that the mine may stay open.",
        "May she rest in peace.",
        "Come as soon as possible.",
        "He made it possible for them to flee.",
        "The prosecution must show probable cause.",
        "An unlikely friendship grew between them.",
        "The remote village burned.",
        "He appeared in court.",
        "The brigade has perhaps 300 men.",
        "An estimated 300 people died, about 40 of them on the road.",
        "Its military might was broken.",
        "The minister suggested that the talks had failed.",
        "We say so with high confidence.",
        "Reportedly, the fleet sailed at dawn.",
    ],
)
def test_what_only_looks_like_a_hedge_is_none(engine, text) -> None:
    """Months, leave, ability, wishes, rounded numbers, confidence, and what somebody says."""
    assert ranges(engine, text) == []


def test_without_words_in_the_pack_nothing_is_a_hedge(engine) -> None:
    """What counts as a hedge is the pack's to say."""
    document = document_of("The fleet will probably sail.")
    notes = Notes(document).with_gift("parse", engine.parse(document))

    assert find_hedges(notes, Pack()) == ()


_PIECES = st.sampled_from(
    [
        "The army", "may", "May", "probably", "is", "not", "n't", "likely", "very", "that", "it",
        "possible", "cannot be ruled out", "a chance of", "seems to", "could", "have", "left", ",",
        ".", "“", "”", "(", ")", "\n", "and", "almost no chance", "on orders", "perhaps 300", "odds",
        "remote", "whether", "believed to", "the attack",
    ]
)  # fmt: skip


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_PIECES, max_size=16))
def test_whatever_the_text_hedges_quote_it_in_order(engine, pieces) -> None:
    """Each hedge lies in the document and in its own sentence, and no range is upside down."""
    text = " ".join(pieces)
    found = hedges(engine, text)

    assert found == hedges(engine, text)
    assert [h.bounds for h in found] == sorted({h.bounds for h in found})
    for one in found:
        assert text[slice(*one.bounds)] == one.hedge.quote != ""
        assert 0 <= one.scope[0] < one.scope[1] <= len(text)
        low, high = one.hedge.low, one.hedge.high
        assert (low is None) == (high is None)
        assert low is None or high is None or 0 <= low <= high <= 1
