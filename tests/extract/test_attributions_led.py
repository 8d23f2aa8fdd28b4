"""Who speaks where a colon leads on, somebody is quoted by the way, or speech is taken up again."""

import pytest

from sayso.engines.spacy import SpacyEngine
from tests.extract.telling import chain, shown, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The firm confirmed in a note that it had been approached but said bids were early.",
            [
                ("The firm", "confirmed", "that it had been approached"),
                ("The firm", "said", "bids were early"),
            ],
        ),
        (
            "In the admiral's own account, published last year, he never left the harbour.",
            [("the admiral", "'s own account", "he never left the harbour")],
        ),
        (
            "The judge directed the jury that confusion was not a defence.",
            [("The judge", "directed", "that confusion was not a defence")],
        ),
        (
            "According to a panel of engineers, whose report was leaked in June, the dam had moved.",
            [
                (
                    "a panel of engineers, whose report was leaked in June",
                    "According to",
                    "the dam had moved",
                )
            ],
        ),
        (
            "A man who calls himself Captain Fox said the road was closed.",
            [("A man who calls himself Captain Fox", "said", "the road was closed")],
        ),
        (
            "He told the inquest he remembered no warning.",
            [("He", "told", "he remembered no warning")],
        ),
        (
            "Her cousin, who did not want to give his name, said the men had left.",
            [
                (
                    "Her cousin, who did not want to give his name",
                    "said",
                    "the men had left",
                )
            ],
        ),
        (
            "Farmers say they heard shots, and one, Ilse Brandt, told police she saw two men run.",
            [
                ("Farmers", "say", "they heard shots"),
                ("one, Ilse Brandt", "told", "she saw two men run"),
            ],
        ),
    ],
)
def test_what_is_told(
    engine: SpacyEngine, text: str, expected: list[tuple[str | None, str | None, str]]
) -> None:
    assert shown(engine, text) == expected


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        (
            'The study goes on to quote a pilot as saying that "nobody looked."',
            "nobody looked",
            ["study", "pilot"],
        ),
        (
            "Major Holt wrote that the bread had run out. His servant remembered it otherwise: in"
            " a memoir, he insisted that they ate well.",
            "they ate well",
            ["servant"],
        ),
        (
            "Several of the guild's masters denied it. One conceded that two were paid.",
            "two were paid",
            ["one of the masters"],
        ),
        (
            "The study, which draws on interviews with nine former clerks, argues that it failed.",
            "it failed",
            ["study", "nine former clerks"],
        ),
        (
            "The envoy dismissed the rumour; he had it from a pilot that the ships were safe.",
            "the ships were safe",
            ["envoy", "pilot"],
        ),
        (
            "Officials quoted by the Harbour News agency said the pipe was mended.",
            "the pipe was mended",
            ["Harbour News agency", "Officials"],
        ),
        (
            "The judge did not believe Mr Holt, and it is easy to see why: he denied it twice.",
            "it",
            ["Holt"],
        ),
        (
            "Writing in his column for Le Monde, the former keeper argued that they had lied.",
            "they had lied",
            ["Le Monde", "former keeper"],
        ),
        (
            "Speaking in parliament, the minister said that it was not.",
            "it was not",
            ["minister"],
        ),
        (
            "Refugees told Human Rights Watch that guards sold passes.",
            "guards sold passes",
            ["Human Rights Watch", "Refugees"],
        ),
        (
            "The chair, Sir Alan Moss, asked whether it was read. She replied that it was not.",
            "it was not",
            [],
        ),
    ],
)
def test_on_whose_word(engine: SpacyEngine, text: str, content: str, expected: list[str]) -> None:
    found = [one for one in told(engine, text) if content in one.content.quote]
    assert chain(found[-1]) == expected


def test_what_a_passive_tells_of_falsehood_is_no_denial(engine: SpacyEngine) -> None:
    first = told(engine, "The abbot is reported to have told pilgrims that the relic was false.")[0]
    assert first.stance == "affirms"


@pytest.mark.parametrize("cue", ["argued", "asserted", "declared"])
def test_who_says_that_others_had_lied_denies_nothing(engine: SpacyEngine, cue: str) -> None:
    (found,) = told(engine, f"The former keeper {cue} that referees had lied.")
    assert found.stance == "affirms"


def test_who_quotes_her_own_name_tells_it(engine: SpacyEngine) -> None:
    """A name in quotation marks are somebody's words; a plain one is what they go by."""
    quoted = told(engine, 'A woman who calls herself "the aunt" kept the keys.')
    plain = told(engine, "A woman who calls herself Wolf kept the keys.")
    assert [one.content.quote for one in quoted] == ['herself "the aunt"']
    assert plain == ()


def test_who_will_not_be_named_asks_for_nothing(engine: SpacyEngine) -> None:
    found = told(engine, "Two clerks said so; they asked not to be identified discussing it.")
    assert all("identified" not in one.content.quote for one in found)


def test_brackets_behind_a_weekday_tell_which_it_was(engine: SpacyEngine) -> None:
    text = "Ten men died, Al Jazeera reported on Saturday (10 August 2019), quoting a clerk."
    (found,) = told(engine, text)
    assert (found.published, chain(found)) == ("2019-08-10", ["Al Jazeera", "clerk"])
