"""Chronologies and tables: the day over an entry, or in its row, is the day of what it tells.

A line that is nothing but a date heads an entry where there are several of them; a single one is
more likely the day on which the report came out. The same goes for the first words of paragraphs
("3 May 2020. Rebels ..."). In a table, a cell that is nothing but a date or a place is its row's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from sayso.extract.events.triggers import Trigger
from sayso.records.marks import Time
from sayso.records.notes import Notes
from sayso.records.parse import Sentence, Token

_AROUND = " \t\n.:;,–—-()[]*|"
# Heads of this many entries make a chronology.
_SEVERAL = 2
# What these join to the main verb of an entry happened then too.
_MAIN = frozenset({"conj", "xcomp", "ccomp"})


class Chronology:
    """The days and places that stand over or beside what the blocks of a document tell."""

    def __init__(self, notes: Notes) -> None:
        document = notes.document
        self._blocks, self._text = document.blocks, document.text
        self._starts = [block.start for block in document.blocks]
        self._days = {
            time.span.start: time for time in notes.times if time.type == "DATE" and time.latest
        }
        self._over = dict(self._entries(self._heads(notes, alone=True)))
        self._leads = self._heads(notes, alone=False)
        self._rows = dict(self._row_days())
        self._places = dict(self._row_places(notes))

    def day_of(self, trigger: Trigger) -> Time | None:
        """The day of an entry for what its main clause tells; null where none stands over it."""
        block = trigger.sentence.block
        row = self._rows.get(block)
        if row is not None or not _is_main(trigger):
            return row
        lead = self._leads.get(block)
        if lead is not None and trigger.token.start > lead.span.end:
            return lead
        return self._over.get(block)

    def place_of(self, sentence: Sentence) -> str | None:
        """The place in the row of a table that a sentence stands in."""
        return self._places.get(sentence.block)

    def _entries(self, lines: Mapping[int, Time]) -> Iterator[tuple[int, Time]]:
        """The blocks below each date line, up to the next one or another heading."""
        over: Time | None = None
        for number, block in enumerate(self._blocks):
            if number in lines:
                over = lines[number]
            elif block.kind == "heading":
                over = None
            elif over is not None:
                yield number, over

    def _heads(self, notes: Notes, *, alone: bool) -> dict[int, Time]:
        """The times that blocks consist of, or open with as a sentence of their own."""
        found = {}
        for start, time in self._days.items():
            number = bisect_right(self._starts, start) - 1
            block = self._blocks[number]
            whole = self._is_bare(block.start, block.end, time)
            sentence = notes.parse.sentence_at(start)
            opens = sentence is not None and block.start + len(_AROUND) > start >= sentence.start
            led = opens and sentence is not None and sentence.end < block.end
            lone = led and sentence is not None and self._is_bare(block.start, sentence.end, time)
            if block.kind != "cell" and (whole if alone else lone and not whole):
                found[number] = time
        several = len({time.edtf for time in found.values()}) >= _SEVERAL
        return found if several else {}

    def _is_bare(self, start: int, end: int, time: Time) -> bool:
        return self._text[start:end].strip(_AROUND) == time.span.quote.strip(_AROUND)

    def _rows_of_cells(self) -> Iterator[list[int]]:
        """The numbers of the blocks of each row of a table."""
        row: list[int] = []
        for number, block in enumerate(self._blocks):
            beside = row and self._text[self._blocks[row[-1]].end : block.start] == "\t"
            if row and not (beside and block.kind == "cell"):
                yield row
                row = []
            if block.kind == "cell":
                row.append(number)
        if row:
            yield row

    def _row_days(self) -> Iterator[tuple[int, Time]]:
        bare = {}
        for start, time in self._days.items():
            number = bisect_right(self._starts, start) - 1
            if self._is_bare(self._blocks[number].start, self._blocks[number].end, time):
                bare[number] = time
        for row in self._rows_of_cells():
            days = [(number, bare[number]) for number in row if number in bare]
            if len(days) == 1:
                yield from ((number, days[0][1]) for number in row if number != days[0][0])

    def _row_places(self, notes: Notes) -> Iterator[tuple[int, str]]:
        cells = {
            (mention.span.start, mention.span.end): entity.id
            for entity in notes.entities if entity.type == "Place"
            for mention in entity.mentions
        }  # fmt: skip
        for row in self._rows_of_cells():
            spans = ((n, (self._blocks[n].start, self._blocks[n].end)) for n in row)
            named = [(n, cells[span]) for n, span in spans if span in cells]
            if len(named) == 1:
                yield from ((n, named[0][1]) for n in row if n != named[0][0])


def _is_main(trigger: Trigger) -> bool:
    """Whether a trigger stands in the main clause of its sentence, and not in the pluperfect."""
    sentence, word = trigger.sentence, trigger.verb or trigger.token
    before: tuple[Token, ...] = sentence.children(word, "aux")
    if any(t.text.lower() in ("had", "'d") for t in before):
        return False
    while word.dep in _MAIN and word.head != word.i:
        word = sentence.head(word)
    return word.head == word.i
