"""What the sections of a briefing are written from: a case, its names, and one notebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from sayso.analysis.citations import Citation
from sayso.analysis.grades import Grades, grades_of
from sayso.analysis.judging.rulings import Rulings, rulings_of
from sayso.analysis.timeline import origins_of
from sayso.analysis.view import CaseView
from sayso.analysis.weighing.weigh import Kept
from sayso.analysis.wording.dates import edtf_words
from sayso.analysis.wording.names import clipped, names_of
from sayso.publish.briefing import Remark, Report, Sentence
from sayso.publish.notebook import Notebook
from sayso.records.documents import DocumentRow


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of each thing a briefing prints before it refers to the case itself.

    ``statements`` are those of one report, in the first ``reports`` reports; ``entities`` are
    those of one kind.
    """

    highlights: int = 10
    timeline: int = 1500
    accounts: int = 300
    sources: int = 60
    conflicts: int = 300
    statements: int = 150
    reports: int = 200
    entities: int = 25
    ties: int = 400
    judgements: int = 60
    checks: int = 100
    pieces: int = 60


@dataclass(frozen=True, slots=True)
class Desk:
    """A case laid out for writing; ``names`` and ``origins`` are by id, ``reports`` in order.

    ``disputed`` gives the fields that the accounts of an event or tie differ on, by its id;
    ``grades`` are those that analysts gave, ``rulings`` what they said of conflicts and origins,
    ``kept`` the hypotheses that were weighed, if any.
    """

    view: CaseView
    names: Mapping[str, str]
    origins: Mapping[str, int]
    reports: Mapping[str, Report]
    limits: Limits
    disputed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    grades: Grades = field(default_factory=Grades)
    rulings: Rulings = field(default_factory=Rulings)
    notebook: Notebook = field(default_factory=Notebook)
    kept: Kept | None = None

    def sentence(self, text: str, citations: Iterable[Citation], *, lead: str = "") -> Sentence:
        """A sentence on these words; raises UngroundedError without any."""
        return Sentence(text, self.notebook.cite(citations), lead)


def desk_for(view: CaseView, limits: Limits) -> Desk:
    """A desk for a case, with a fresh notebook."""
    read = sorted(view.document_rows(), key=lambda row: (row.published or "~", row.path, row.id))
    words = {document.id: len(document.text.split()) for document in view.documents()}
    reports = {
        row.id: _report(row, number, words[row.id]) for number, row in enumerate(read, start=1)
    }
    return Desk(
        view,
        names_of(view),
        origins_of(view),
        reports,
        limits,
        _disputed(view),
        grades_of(view),
        rulings_of(view),
    )


def _report(row: DocumentRow, number: int, words: int) -> Report:
    return Report(
        number=number,
        id=row.id,
        title=clipped(row.title or PurePosixPath(row.path).name, 300),
        voice=", ".join(dict.fromkeys(filter(None, (row.author, row.publisher)))),
        published=edtf_words(row.published),
        path=row.path,
        language=row.language or "",
        words=words,
        note="" if row.extracted else row.note or "no reason given",
    )


def _disputed(view: CaseView) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for conflict in view.conflicts():
        for id in conflict.about:
            found[id] = tuple(dict.fromkeys((*found.get(id, ()), conflict.field)))
    return found


def remainder(count: int, limit: int, what: str, command: str) -> tuple[Remark, ...]:
    """A remark on what is left out, if anything is."""
    if count <= limit:
        return ()
    text = f"{count - limit:,} more {what} are left out here; “sayso {command}” lists them all."
    return (Remark(text),)
