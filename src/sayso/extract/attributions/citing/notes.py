"""Footnotes and end notes: the marks in the text, the notes they lead to, and what those cite."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from sayso.extract.attributions.citing.citation import Citation, Cited
from sayso.extract.attributions.citing.reading.noted import note_named, read_note, surname
from sayso.extract.attributions.citing.reading.outlets import Outlets
from sayso.extract.attributions.citing.reading.works import listed
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.records.documents import Block, Document

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_RAISED, "0123456789")
# "[1]", "[^1]:" and raised digits head a note wherever it stands.
_MARKED_HEAD = re.compile(
    rf"[^\S\n]*\^?[^\S\n]*(?:\[\^?(\d{{1,3}})\]:?|([{_RAISED}]{{1,3}}))[\s^]*(?=\S)"
)
# "1." and "1" head a note only where nothing but notes stands.
_PLAIN_HEAD = re.compile(r"[^\S\n]*\(?(\d{1,3})(?:[.):]|(?=[^\S\n]))[^\S\n]*(?=\S)")
_MARK = re.compile(
    r"\[\^?(\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)(?:, ?pp?\. ?\d+(?:[–-]\d+)?)?\]"
    rf"|(?<=[^\s(])([{_RAISED}]{{1,3}}(?:[,–-][{_RAISED}]{{1,3}})*)"
    r"|(?<=[^\W\d_]{3}[.!?,;])(\d{1,3})(?=\s|\Z)"
    r"|(?<=\b(?:19|20)\d\d[.!?,;])(\d{1,3})(?=\s|\Z)"
    r"|(?<=[^\W\d_]{2}[.!?,;][\"”’')\]])(\d{1,3})(?=\s|\Z)"
    r"|(?<=[^\W\d_]{2}[\"”’')\]][.!?,;])(\d{1,3})(?=\s|\Z)"
)
# "x²", "5 km²", "10⁶", "a[1]": powers, measures and places in a row are no notes.
_RAISED_TO = re.compile(
    r"(?:(?<!\w)[^\W\d_]|(?<!\d)(?!(?:1\d|20)\d\d\Z)\d+|\b(?:km|cm|mm|dm|ft|mi))\Z"
)
_ROW = re.compile(r"(?<![\w’'])[a-z]\Z")
_MOST_IN_RANGE = 20
_LOOK_BACK = 8
_FEWEST_NOTES = 1


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its number, its words without the number, and where its line begins."""

    number: int
    bounds: Bounds
    start: int


def find_notes(outlets: Outlets) -> tuple[Note, ...]:
    """The notes of a document in text order, wherever its format puts them.

    Those in brackets are notes anywhere; a numbered list is one of notes below a heading that
    says so, or where it closes a text with marks and without other notes.
    """
    document = outlets.scene.document
    headed = {start for start, _ in listed(outlets)}
    notes = _notes(document, headed)
    if notes:
        return notes
    closing = _notes(document, _closing(document))
    marks = (mark for mark in _MARK.finditer(document.text) if not _is_measure(document.text, mark))
    marked = {number for mark in marks for number in _numbers(mark)}
    first = all(note.number > 1 for note in closing)
    led_to = (note.number in marked for note in closing)
    return closing if (all(led_to) if first else any(led_to)) else ()


def _notes(document: Document, apart: Set[int]) -> tuple[Note, ...]:
    """The notes in a document; where the blocks begin that hold nothing else is told."""
    return tuple(
        note
        for block in document.blocks
        for note in _notes_in(
            document.text, block, only_notes=block.kind == "footnote" or block.start in apart
        )
    )


def find_marked(outlets: Outlets, notes: Sequence[Note]) -> Iterator[Citation]:
    """A citation for every mark whose note cites something; marks without notes are none."""
    if not notes:
        return
    by_number: dict[int, list[Note]] = defaultdict(list)
    for note in notes:
        by_number[note.number].append(note)
    cited = _cited(outlets, notes)
    text, own = outlets.text, [(note.start, note.bounds[1]) for note in notes]
    for mark in _MARK.finditer(text):
        if _in_any(own, mark.start()) or _is_measure(text, mark):
            continue
        led_to = [_led_to(by_number, number, mark.end()) for number in _numbers(mark)]
        outlets_cited = tuple(c for note in led_to if note for c in cited[note])
        if all(led_to) and outlets_cited:
            last = outlets_cited[-1].published
            yield Citation(mark.span(), outlets_cited, last, "clause")


def _closing(document: Document) -> set[int]:
    """Where the blocks begin that close the document as a row of numbered ones."""
    found: set[int] = set()
    expected: int | None = None
    for block in reversed(document.blocks):
        head = _PLAIN_HEAD.match(document.text, _line_start(document.text, block), block.end)
        if head is None or (expected is not None and int(head[1]) != expected):
            break
        found.add(block.start)
        expected = int(head[1]) - 1
    # Reports that number their notes all through may begin with any in one of their parts.
    whole = expected == 0 or len(found) > _FEWEST_NOTES
    return found if whole else set()


def _notes_in(text: str, block: Block, *, only_notes: bool) -> Iterator[Note]:
    """The notes in a block, one a line or one in all."""
    heads = []
    start = _line_start(text, block)
    while start < block.end:
        head = _MARKED_HEAD.match(text, start, block.end)
        if head is None and only_notes:
            head = _PLAIN_HEAD.match(text, start, block.end)
        if head:
            heads.append(head)
        elif not heads:
            return
        start = text.find("\n", start, block.end) + 1 or block.end
    ends = [head.start() for head in heads[1:]] + [block.end]
    for head, end in zip(heads, ends, strict=True):
        number = int(next(filter(None, head.groups())).translate(_DIGITS))
        yield Note(number, (head.end(), end), head.start())


def _line_start(text: str, block: Block) -> int:
    """Where the line of a block begins: list numbers stand before their blocks."""
    start = text.rfind("\n", 0, block.start) + 1
    return start if block.start - start <= len("(999) \t ") else block.start


def _cited(outlets: Outlets, notes: Sequence[Note]) -> dict[Note, tuple[Cited, ...]]:
    """What each note cites, "ibid." and "supra note 4" followed to what they repeat."""
    found: dict[Note, tuple[Cited, ...]] = {}
    numbers: dict[int, tuple[Cited, ...]] = {}
    before: tuple[Cited, ...] = ()
    by_name: dict[str, Cited] = {}
    for note in notes:
        other = note_named(outlets.text, note.bounds)
        before = read_note(outlets, note.bounds, before, by_name) or numbers.get(other or 0, ())
        found[note] = numbers[note.number] = before
        by_name.update((surname(one), one) for one in before)
    return found


def _led_to(by_number: dict[int, list[Note]], number: int, place: int) -> Note | None:
    """The next note of this number behind a mark: numbers may begin anew on each page."""
    notes = by_number.get(number, [])
    behind = bisect_left(notes, place, key=lambda note: note.start)
    return notes[behind] if behind < len(notes) else None


def _numbers(mark: re.Match[str]) -> list[int]:
    """The numbers of a mark: "[1, 3-5]" has four."""
    shown = next(filter(None, mark.groups())).translate(_DIGITS)
    found: list[int] = []
    for part in shown.split(","):
        first, _, last = part.replace("–", "-").partition("-")
        low, high = int(first), int(last or first)
        found.extend(range(low, min(high, low + _MOST_IN_RANGE) + 1) if low <= high else [-1])
    return found


def _is_measure(text: str, mark: re.Match[str]) -> bool:
    before = text[max(0, mark.start() - _LOOK_BACK) : mark.start()]
    if mark[0][0] == "[":
        return bool(_ROW.search(before))
    return mark[0][0] in _RAISED and bool(_RAISED_TO.search(before))


def _in_any(bounds: Sequence[Bounds], place: int) -> bool:
    at = bisect_left(bounds, place + 1, key=lambda one: one[0]) - 1
    return at >= 0 and place < bounds[at][1]
