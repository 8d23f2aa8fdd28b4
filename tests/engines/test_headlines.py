"""Headlines in which every word has a capital are read as sentences; names keep theirs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.engines.letters.headlines import with_small_letters
from sayso.engines.letters.truecase import Capitals
from sayso.engines.spacy import SpacyEngine
from sayso.read.choose import read_document

WORDS = frozenset(
    ["mayor", "calls", "strike", "over", "pay", "the", "harbour", "board", "attack", "speech", "on",
     "of", "ends", "talks", "her", "after", "and", "with", "dockers", "it", "is", "third", "party"]
)  # fmt: skip
LEARNED = Capitals(frozenset(["velm", "tarn"]), frozenset(["lake"]), frozenset(["red cross"]))
BELOW = "Ana Orduz met the Harbour Board in Velm. Its speech was short, she told NATO."


def lowered(line: str, below: str = BELOW) -> str:
    """The headline of a report as it is read."""
    text = f"{line}\n{below}"
    bounds = [(0, len(line)), (len(line) + 1, len(text))]
    made = with_small_letters(text, bounds, WORDS.__contains__, LEARNED)
    assert made[len(line) :] == text[len(line) :]
    return made[: len(line)]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Mayor Ana Orduz Ends Talks After It", "Mayor Ana Orduz ends talks after it"),
        ("Harbour Board Calls Strike Talks", "Harbour Board calls strike talks"),
        ("Speech of Ana Orduz On Third-Party Talks", "Speech of Ana Orduz on third-party talks"),
        ("Red Cross Ends Talks On Lake Tarn", "Red Cross ends talks on Lake Tarn"),
        ("Talks On EU Pay: It Is The Third", "Talks on EU pay: It is the third"),
        ("MAYOR ORDUZ ENDS TALKS WITH NATO", "Mayor Orduz ends talks with NATO"),
        ("Orduz Isn’t After The Dockers’ Pay", "Orduz isn’t after the dockers’ pay"),
    ],
)  # fmt: skip
def test_capitals_of_a_headline_are_those_of_a_sentence(line: str, read: str) -> None:
    """The report below tells what is a name, and else the language."""
    assert lowered(line) == read


@pytest.mark.parametrize(
    "line",
    [
        "Ana Orduz, Mayor of Velm",
        "The Mayor of Velm met Ana Orduz and the Harbour Board",
        "Ministry of Tarn and Velm",
        "Harbour talks end after strike",
        "Velm",
    ],
)
def test_other_lines_are_left_alone(line: str) -> None:
    """Names of people and bodies, sentences, and headlines that are written small."""
    assert lowered(line) == line


@given(st.lists(st.text(max_size=60), max_size=4))
def test_every_letter_of_a_report_keeps_its_place(lines: list[str]) -> None:
    """Nothing but case changes."""
    text = "\n".join(lines)
    ends = [len("\n".join(lines[: n + 1])) for n in range(len(lines))]
    bounds = [(end - len(line), end) for line, end in zip(lines, ends, strict=True)]
    made = with_small_letters(text, bounds, WORDS.__contains__, LEARNED)
    assert len(made) == len(text)
    assert made.lower() == text.lower()


def test_the_words_of_a_headline_are_no_names(engine: SpacyEngine) -> None:
    """Read by the real model: who attacks whom is told, and "Attacks" is no name."""
    below = "Petra Lund attacked the plan of Omar Reyes on Monday, and he will answer her."
    text = f"Petra Lund’s Attacks On Omar Reyes’s Plan Could Backfire\n\n{below}"
    head = engine.parse(read_document("a.txt", text.encode())).sentences[0]
    assert [token.text for token in head if token.text[:1].isupper()] == [
        "Petra", "Lund", "Omar", "Reyes",
    ]  # fmt: skip
