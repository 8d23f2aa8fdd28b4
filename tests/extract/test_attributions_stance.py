"""Whether what is said is affirmed, denied or left open."""

import pytest

from tests.extract.telling import told


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ministry dismissed reports that the dam had failed.", "denies"),
        ("The coach ruled out that he would resign.", "denies"),
        ("The witness described the report as baseless.", "denies"),
        ("The director did not accept that it had caused any harm.", "denies"),
        ("The airline did not confirm that the plane was lost.", "unsure"),
        ("The airline declined to confirm that the plane was lost.", "unsure"),
        ("The envoy did not rule out that talks had begun.", "unsure"),
        ("The bank neither confirmed nor denied that it had paid.", "unsure"),
        ("The militia claimed that it had taken the bridge.", "unsure"),
        ("Prosecutors allege that he forged the will.", "unsure"),
        ("Villagers fear that the dam will break.", "unsure"),
        ("The lawyer insisted that his client was innocent.", "affirms"),
    ],
)
def test_the_cue_tells_how_it_leaves_what_is_said(engine, text, stance) -> None:
    """Denials deny; who will not say, who fears, and whom the author doubts leave it open."""
    assert {a.stance for a in told(engine, text) if a.source} == {stance}


@pytest.mark.parametrize(("adverb", "stance"), [("reportedly", "affirms"), ("allegedly", "unsure")])
def test_an_adverb_of_hearsay_is_a_saying_of_nobody_named(engine, adverb, stance) -> None:
    """It is a cue and no hedge: somebody says so, and who does is not told."""
    (found,) = told(engine, f"The forger {adverb} fled to Norway.")

    assert (found.source, found.chain, found.hedges) == (None, (), ())
    assert (found.cue.quote, found.stance) == (adverb, stance)


@pytest.mark.parametrize(
    "text",
    [
        "On 30 September, Norway reportedly halted its help.",
        "On 30 September Norway halted its help, reportedly because the minister had lied.",
        "Reportedly, the two met on 30 September.",
    ],
)
def test_the_day_beside_hearsay_is_that_of_what_is_told(engine, text: str) -> None:
    """When somebody said so, nobody tells."""
    assert {a.published for a in told(engine, text)} == {None}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("According to rumours, the treasurer resigned.", "unsure"),
        ("Unconfirmed reports say that the treasurer resigned.", "unsure"),
        ("Gossip in the port says that the treasurer resigned.", "unsure"),
        ("According to the annual report, the treasurer resigned.", "affirms"),
        ("Two clerks say that the treasurer resigned.", "affirms"),
    ],
)
def test_talk_that_nobody_stands_by_leaves_it_open(engine, text: str, stance: str) -> None:
    """Rumours are a source by their grammar, and vouch for nothing."""
    assert {found.stance for found in told(engine, text)} == {stance}
