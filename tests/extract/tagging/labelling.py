"""A tagger that marks what a test tells it to."""

from __future__ import annotations

from sayso.engines.protocols import Stretch
from sayso.extract.attributions.tagging.features import LABELS


class Told:
    """Marks these words wherever they stand: pairs of a role and the words, in text order."""

    hash = "told"

    def __init__(self, *spans: tuple[str, str]) -> None:
        self.spans = [(role, words.split()) for role, words in spans]

    def label(self, stretch: Stretch) -> list[int]:
        """Labels for the spans, each looked for behind the one before it."""
        labels, place = [0] * len(stretch.words), 0
        for role, words in self.spans:
            while list(stretch.words[place : place + len(words)]) != words:
                place += 1
                assert place < len(stretch.words), f"{words} not among {stretch.words}"
            first = LABELS.index(f"B-{role}")
            labels[place : place + len(words)] = [first, *[first + 1] * (len(words) - 1)]
            place += len(words)
        return labels
