"""A briefing as a model, before it is printed: every sentence about the world has a footnote."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.analysis.passage import Passage, Piece
from sayso.records.errors import UngroundedError


@dataclass(frozen=True, slots=True)
class Sentence:
    """Something the reports say, with the numbers of the footnotes it stands on.

    ``lead`` comes before the text and is set apart from it (a speaker, a name).
    """

    text: str
    notes: tuple[int, ...]
    lead: str = ""

    def __post_init__(self) -> None:
        if not self.notes or not (self.text.strip() or self.lead.strip()):
            raise UngroundedError(
                f"a sentence of a briefing without {'words' if self.notes else 'a footnote'}",
                where=self.text[:80],
                hint="cite the words it stands on, or leave it out",
            )


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the briefing says of itself: its method, its counts, what it leaves out."""

    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Sentences one under the other, numbered if they are ranked."""

    items: tuple[Sentence, ...]
    ranked: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: a figure or name (``text``), sentences, a line in small print; any may lack.

    ``link`` is the anchor that the text leads to.
    """

    text: str = ""
    sentences: tuple[Sentence, ...] = ()
    small: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """Rows that belong together, under a title of their own if it has one."""

    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column heads; the column ``main`` names the row, those in ``figures`` count."""

    caption: str
    head: tuple[str, ...]
    bands: tuple[Band, ...]
    main: int = 0
    figures: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (SVG, complete) of what the parts beside it tell with footnotes; ``words`` say
    what it shows, for those who do not see it."""

    svg: str
    words: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A part of a section under a heading of its own; ``anchor`` is unique in the briefing."""

    anchor: str
    title: str
    parts: tuple[Remark | Listing | Table, ...]
    meta: str = ""


Part = Remark | Listing | Table | Picture | Topic


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the briefing; a section that holds nothing says so in its parts."""

    anchor: str
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """How a briefing names a report: ``number`` counts from 1 in order of date, then path.

    ``voice`` is its author and publisher, empty if unknown; ``note`` says why it was kept but not
    read for events, and is empty if it was.
    """

    number: int
    id: str
    title: str
    voice: str
    published: str
    path: str
    language: str
    words: int
    note: str

    @property
    def label(self) -> str:
        """The short name by which footnotes call it."""
        return f"R{self.number}"


@dataclass(frozen=True, slots=True)
class Footnote:
    """The words a sentence stands on, in context, and on whose word they are told.

    ``start`` and ``end`` are offsets in the report's text; ``chains`` has one line for each
    chain of sources, or says that the report speaks on its own word. ``grades`` are those that
    analysts gave to the sources in the chain and to the piece.
    """

    number: int
    report: Report
    start: int
    end: int
    passage: Passage
    chains: tuple[str, ...]
    certainty: str
    grades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CitedBlock:
    """A block of a report, once, with every cited word marked by its footnotes' numbers."""

    kind: str
    start: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class CitedReport:
    """The blocks of a report that the briefing cites, in order of the text; maybe none."""

    report: Report
    blocks: tuple[CitedBlock, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole briefing; footnotes are numbered from 1 in order of first use."""

    title: str
    scope: tuple[Remark, ...]
    sections: tuple[Section, ...]
    notes: tuple[Footnote, ...]
    reports: tuple[CitedReport, ...]
