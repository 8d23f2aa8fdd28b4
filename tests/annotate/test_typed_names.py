"""Where the reader of names is heard, and where it is not, with the real engine."""

import math

from sayso.annotate.mentions.step import find_mentions
from sayso.engines.protocols import TYPES
from tests.annotate.test_mentions import named


class Sure:
    """A typer that is sure of one thing, whatever it is asked; ``asked`` are the names."""

    hash = "sure"

    def __init__(self, kind: str) -> None:
        self.row = tuple(math.log(0.97 if one == kind else 0.01) for one in TYPES)
        self.asked: list[str] = []

    def types(self, words, names):
        """The same for every name."""
        self.asked += [" ".join(words[start:end]) for start, end in names]
        return [self.row for _ in names]


def read(notes_of, pack, text: str, typer: Sure | None):
    notes = notes_of(text)
    return named(notes.with_gift("mentions", find_mentions(notes, pack, typer)))


def test_of_a_name_that_only_guesses_speak_for_the_reader_decides(notes_of, pack):
    text = "They love Formosa Pearl dearly."
    kinds = {kind: read(notes_of, pack, text, Sure(kind))["Formosa Pearl"] for kind in TYPES[:3]}

    assert kinds == {kind: kind for kind in TYPES[:3]}


def test_it_is_not_asked_where_the_text_tells(notes_of, pack):
    """Nor what a pack knows: what is told outweighs any guess."""
    text = "Colonel Tervana left Lisbon. The Velm Trading Company paid President Kolm."
    typer = Sure("Place")

    found = read(notes_of, pack, text, typer)

    assert typer.asked == []
    assert found == read(notes_of, pack, text, None)


def test_a_thing_is_nobody_only_where_it_is_surely_one(notes_of, pack):
    typer = Sure("Thing")

    assert "Formosa Pearl" not in read(notes_of, pack, "They love Formosa Pearl dearly.", typer)


def test_a_name_of_many_uses_is_asked_for_a_few_times(notes_of, pack):
    typer = Sure("Organization")
    read(notes_of, pack, " ".join(["They love Formosa Pearl dearly."] * 30), typer)

    assert 0 < len(typer.asked) < 6
